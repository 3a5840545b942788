import { textOf, type Value } from "../snapshot/value";
import type { IncomingCell, IncomingRow } from "./incoming";
import type { ListAgreement } from "./list-bases";
import { type CellFate, mergeRow, type RowLaw } from "./returned/merge-row";
import { UNIT_COLUMNS, type UnitColumn, type UnitValues } from "./unit-columns";
import { isUnitName } from "./units";

/** A row of a unit's own list against one enrolment. Nothing is written yet. */
export interface MergedListRow {
  readonly fates: readonly CellFate[];
  /** What is agreed from now on. Columns that the unit has never spoken of are empty. */
  readonly agreed: UnitValues;
  /** Cells that say what the unit's list before this one said, although something else was agreed since. */
  readonly stale: number;
}

const NOTHING = Object.fromEntries(UNIT_COLUMNS.map((column) => [column, null])) as unknown as UnitValues;
/** The same 证件号 with another name is a question. */
const ASKED: UnitColumn = "name";

/**
 * Merges a row by what was agreed with the unit. Where nothing was, empty cells are filled and every difference is a
 * conflict. A cell that repeats the unit's last list is no change of theirs, whatever was agreed since.
 *
 * @param unit the row's unit by its full name, `null` when the file names none
 */
export function mergeListRow(
  row: IncomingRow,
  unit: string | null,
  ours: UnitValues,
  { listed, agreed }: ListAgreement,
  law: RowLaw,
): MergedListRow {
  const whole = withUnit(row, unit);
  const base: Record<string, Value> = { ...(agreed ?? NOTHING) };
  let stale = 0;
  UNIT_COLUMNS.forEach((column, place) => {
    const cell = whole.cells.get(column);
    if (!cell || !listed) return;
    const theirs = cell.clears ? null : cell.value;
    if (!law.same(theirs, listed[column], place) || law.same(listed[column], base[column] ?? null, place)) return;
    base[column] = listed[column];
    if (!law.same(theirs, ours[column], place)) stale++;
  });
  const merged = mergeRow(whole, base as unknown as UnitValues, ours, law);
  return { fates: merged.fates.map(asked), agreed: merged.agreed, stale };
}

/** What a list may not do unasked: rename a person, or clear what the unit has never spoken of. */
function asked(fate: CellFate): CellFate {
  const { column, cell, end, ours, base } = fate;
  const isRenaming = column === ASKED && end === "applied" && ours !== null;
  const isClearing = cell.clears === true && end === "kept" && base === null && ours !== null;
  return isRenaming || isClearing ? { ...fate, end: "conflict" } : fate;
}

/** The row with its unit by the full name, wherever the file names it; a mark that names no unit ("无") is left out. */
function withUnit(row: IncomingRow, unit: string | null): IncomingRow {
  const cell = row.cells.get("unit");
  if (!cell) return row;
  const cells = new Map<UnitColumn, IncomingCell>(row.cells);
  if (unit !== null) cells.set("unit", { ...cell, value: unit, isOwn: true });
  else if (!cell.clears && !isUnitName(textOf(cell.value))) cells.delete("unit");
  return { ...row, cells };
}
