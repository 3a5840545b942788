import { NOTHING_SAID, UNIT_COLUMNS, type UnitColumn, type UnitValues } from "../schema/unit-columns";
import { textOf, type Value } from "../snapshot/value";
import { type IncomingCell, type IncomingRow, isOfficeOutside } from "./incoming";
import type { ListAgreement } from "./list-bases";
import { type CellFate, mergeRow, type RowLaw } from "./returned/merge-row";
import { isUnitName } from "./units";

/** A row of a unit's own list against one enrolment. Nothing is written yet. */
interface MergedListRow {
  readonly fates: readonly CellFate[];
  /** What is agreed from now on. Columns that the unit has never spoken of are empty. */
  readonly agreed: UnitValues;
  /** Cells that say what the unit's list before this one said, although something else was agreed since. */
  readonly stale: number;
}

/**
 * Merges a row by what was agreed with the unit. A list bears no seal, so it replaces nothing: empty cells are filled,
 * every other difference is a conflict. A cell that repeats what was agreed last, or the unit's last list, is no change of
 * theirs.
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
  const whole = withPost(withUnit(row, unit), ours);
  const base: Record<string, Value> = { ...(agreed ?? NOTHING_SAID) };
  let stale = 0;
  UNIT_COLUMNS.forEach((column, place) => {
    const cell = whole.cells.get(column);
    if (!cell) return;
    const theirs = cell.clears ? null : cell.value;
    const known = base[column] ?? null;
    if (listed && law.same(theirs, listed[column], place)) {
      if (law.same(listed[column], known, place)) return;
      base[column] = listed[column];
      if (!law.same(theirs, ours[column], place)) stale++;
    } else if (ours[column] === null && theirs !== null && !law.same(theirs, known, place)) base[column] = null;
  });
  const merged = mergeRow(whole, base as unknown as UnitValues, ours, law);
  return { fates: merged.fates.map(held), agreed: merged.agreed, stale };
}

/** What would replace a value, or clear one that the unit has never spoken of, is for staff to decide. */
function held(fate: CellFate): CellFate {
  const { cell, end, ours, base } = fate;
  const isReplacing = end === "applied" && ours !== null;
  const isClearing = cell.clears === true && end === "kept" && base === null && ours !== null;
  return isReplacing || isClearing ? { ...fate, end: "conflict" } : fate;
}

/** A post that stands outside the list is the list's word like any other. */
function withPost(row: IncomingRow, { post }: UnitValues): IncomingRow {
  const cell = row.cells.get("post");
  if (!cell || cell.isOwn) return row;
  const cells = new Map(row.cells);
  if (isOfficeOutside(cell) && post !== null) cells.delete("post");
  else cells.set("post", { ...cell, isOwn: true });
  return { ...row, cells };
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
