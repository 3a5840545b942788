import type { Day } from "../days/civil-day";
import { readDocument } from "../people/documents";
import { samePersonKey } from "../people/same-person";
import { titleOfColumn, type UnitColumn, unitColumnTitled } from "../schema/unit-columns";
import { textOf, type Value } from "../snapshot/value";
import type { StaffSentence, UnitSentence } from "../wording/audience";
import * as say from "../wording/import";
import type { FileGraded } from "./file-code";
import { type CellProblem, type CellReading, readCell, writtenText } from "./read-cell";
import type { ListRow, RecognisedList } from "./sheet-lists";
import { addressOf, lettersOf } from "./table-file";

const UNIT_TITLE = titleOfColumn("unit");

/**
 * A cell of a unit column. `written` is what stands in it, `raw` what that stands for (同上, a merged range); `isOwn` is false
 * for a unit, a post or a kind that was named outside the list.
 */
export interface IncomingCell extends CellReading {
  readonly address: string;
  readonly written: Value;
  readonly raw: Value;
  readonly isOwn: boolean;
}

/** An office that the sheet's name or a line names for many (法人): it fills an empty cell, and contradicts nobody's post. */
export function isOfficeOutside(cell: IncomingCell | undefined): boolean {
  return cell !== undefined && !cell.isOwn && cell.problems.length > 0;
}

export type IncomingProblem = CellProblem & { readonly column: UnitColumn; readonly address: string };

/** A cell as received, whether its column was recognised or not: what goes back to the unit. */
export interface ReceivedCell {
  readonly header: string;
  readonly title: string | null;
  readonly address: string;
  readonly raw: Value;
}

/** Why a row cannot enter, and at which cell; `address` is the place where the value should stand. */
export type Refusal = FileGraded & {
  readonly address: string;
  readonly column: UnitColumn;
  /** For staff. */
  readonly message: StaffSentence;
  /** For the unit; `null` where the row is refused by what 名册 says of it, of which a unit's own list is told nothing. */
  readonly told: UnitSentence | null;
};

/** A person's row of a foreign file in canonical form. Blank cells are not in `cells`. */
export interface IncomingRow {
  readonly sheet: string;
  readonly at: number;
  readonly cells: ReadonlyMap<UnitColumn, IncomingCell>;
  /** The key of the person by a usable 证件号, else `null`. */
  readonly person: string | null;
  readonly problems: readonly IncomingProblem[];
  readonly refusals: readonly Refusal[];
  /** The unit that a line outside the list names for this row. */
  readonly stated: string | null;
  /** All its cells as received. */
  readonly received: () => readonly ReceivedCell[];
}

/** Where a unit column stands in a list. */
interface ColumnPlace {
  readonly index: number;
  readonly letters: string;
}

type ColumnPlaces = ReadonlyMap<UnitColumn, ColumnPlace>;

/** The rows of a list as the importer works with them. */
export function incomingRows(list: RecognisedList, today: Day): IncomingRow[] {
  const places = new Map<UnitColumn, ColumnPlace>();
  for (const { index, title } of list.columns) {
    const column = title === null ? null : unitColumnTitled(title);
    if (column !== null) places.set(column, { index, letters: lettersOf(index) });
  }
  return list.rows.map((row) => incomingRow(list, row, places, today));
}

function incomingRow(list: RecognisedList, row: ListRow, places: ColumnPlaces, today: Day): IncomingRow {
  const cells = new Map<UnitColumn, IncomingCell>();
  const problems: IncomingProblem[] = [];
  const address = (column: UnitColumn): string => `${places.get(column)?.letters ?? "A"}${row.at}`;
  for (const [column, { index, letters }] of places) {
    const raw = row.cells[index] ?? null;
    if (column === "idNumber" || writtenText(raw) === "") continue;
    const reading = readCell(column, raw);
    const at = `${letters}${row.at}`;
    cells.set(column, incomingCell(reading, at, row.own[index] ?? null, raw));
    for (const problem of reading.problems) problems.push({ ...problem, column, address: at });
  }
  if (!cells.has("unit") && row.unit !== null) {
    const { text, address: at } = row.unit;
    cells.set("unit", incomingCell(readCell("unit", text), at, text, text, false));
  }
  for (const column of ["post", "kind"] as const) {
    const stated = row[column];
    if (cells.has(column) || stated === null) continue;
    const reading = readCell(column, stated.text);
    // What the name of the sheet says has no cell: it is said at the person's.
    const at = stated.address || address("name");
    cells.set(column, incomingCell(reading, at, stated.text, stated.text, false));
    for (const problem of reading.problems) problems.push({ ...problem, column, address: at });
  }
  const refusals: Refusal[] = [];
  const idIndex = places.get("idNumber")?.index;
  const document = idCell(idIndex === undefined ? null : (row.cells[idIndex] ?? null), cells.get("idType")?.value ?? null, today);
  if (document.reading) {
    const written = row.own[idIndex ?? 0] ?? null;
    cells.set("idNumber", incomingCell(document.reading, address("idNumber"), written, document.raw));
  }
  for (const problem of document.problems) {
    if (document.person === null)
      refusals.push({ ...problem, told: problem.message, column: "idNumber", address: address("idNumber") });
    else problems.push({ ...problem, column: problem.code === "R11" ? "idType" : "idNumber", address: address("idNumber") });
  }
  refuseWithoutName(cells.get("name"), address("name"), refusals, problems);
  const received = (): ReceivedCell[] => receivedCells(list, row, cells);
  const stated = row.unit?.text ?? null;
  return { sheet: list.sheet, at: row.at, cells, person: document.person, problems, refusals, stated, received };
}

/** Spelled out: lists have millions of cells, and spreading a reading costs more than making it. */
function incomingCell(
  { value, problems, unusable, clears }: CellReading,
  address: string,
  written: Value,
  raw: Value,
  isOwn = true,
): IncomingCell {
  return { value, problems, unusable, clears, address, written, raw, isOwn };
}

interface IdCell {
  readonly raw: Value;
  readonly reading: CellReading | null;
  readonly person: string | null;
  readonly problems: readonly CellProblem[];
}

function idCell(raw: Value, type: Value, today: Day): IdCell {
  const text = writtenText(raw);
  if (text !== "" && typeof raw === "string") {
    const { unusable } = readCell("idNumber", raw);
    if (unusable !== undefined) {
      const problems: readonly CellProblem[] = [{ code: "R01", message: unusable }];
      return { raw, reading: { value: null, problems, unusable }, person: null, problems };
    }
  }
  const document = readDocument(typeof raw === "number" ? raw : text, textOf(type) || null, today);
  const person = document.usable && document.text !== null ? samePersonKey(document.text) : null;
  const { problems } = document;
  const reading = text === "" ? null : { value: document.text, problems };
  return { raw, reading, person, problems: person === null ? [problems[0] ?? unusableId()] : problems };
}

function unusableId(): CellProblem {
  return { code: "R01", message: say.idUnusable() };
}

function refuseWithoutName(
  cell: IncomingCell | undefined,
  address: string,
  refusals: Refusal[],
  problems: IncomingProblem[],
): void {
  if (cell && cell.value !== null) return;
  const message = cell?.unusable ?? say.nameUnusable();
  refusals.push({ code: "R13", column: "name", address, message, told: message });
  for (let place = problems.length - 1; place >= 0; place--) if (problems[place]?.column === "name") problems.splice(place, 1);
}

function receivedCells(list: RecognisedList, row: ListRow, cells: ReadonlyMap<UnitColumn, IncomingCell>): ReceivedCell[] {
  const received = list.columns.map(({ index, header, title }) => ({
    header,
    title,
    address: addressOf(index, row.at),
    raw: row.cells[index] ?? null,
  }));
  const unit = cells.get("unit");
  if (unit && !unit.isOwn) {
    const own = received.find(({ title }) => title === UNIT_TITLE);
    if (own) own.raw = unit.raw;
    else received.push({ header: UNIT_TITLE, title: UNIT_TITLE, address: unit.address, raw: unit.raw });
  }
  return received;
}
