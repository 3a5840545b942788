import type { TableRow } from "../../../apps-script/domain/merge/table-file";
import { presentValue, type Value } from "../../../apps-script/domain/snapshot/value";
import { openQuote, tooManyTextColumns, tooManyTextRows } from "../wording/tables";
import { type Budget, tooLarge } from "../xlsx/budget";
import { unwrapped } from "../xlsx/cell-value";
import { LAST_COLUMN } from "../xlsx/limits";
import { UnreadableFile } from "../xlsx/unreadable-file";

const SEPARATORS = [",", "\t", ";", "，", "|"] as const;
/** How much of a file is looked at to tell its separator. */
const SAMPLE = 64 * 1024;

/**
 * The rows of a CSV text (RFC 4180, any of `,` TAB `;` as separator, line breaks inside quotes). Cells stay text: what a
 * spreadsheet program damaged on its way (`3.8E+17`) is seen as such later. Blank rows count but are left out.
 *
 * The characters are those of the file, which has its own limit.
 *
 * @throws {UnreadableFile} `too-large`; `broken` for a quote that never closes
 */
export function csvRows(text: string, label: string, budget: Budget): TableRow[] {
  const { limits } = budget;
  const [body, declared] = withoutHint(text);
  const separator = declared ?? separatorOf(body);
  const rows: TableRow[] = [];
  let at = declared === null ? 0 : 1;
  for (const record of recordsOf(body, separator, label, at)) {
    at += 1;
    const cells = record.map(cellOf);
    while (cells.length > 0 && cells[cells.length - 1] === null) cells.pop();
    if (cells.length === 0) continue;
    if (rows.length === limits.rows) throw tooLarge(tooManyTextRows(label, limits.rows));
    if (cells.length > limits.columns) throw tooLarge(tooManyTextColumns(label, limits.columns));
    budget.row("", rows.length + 1, cells.length);
    rows.push({ at, cells });
  }
  return rows;
}

/** Excel's own first line `sep=;` names the separator. */
function withoutHint(text: string): [body: string, separator: string | null] {
  const hint = /^sep=(.)(?:\r\n|\r|\n)/iu.exec(text);
  return hint?.[1] === undefined ? [text, null] : [text.slice(hint[0].length), hint[1]];
}

/** The separator that occurs most outside quotes; a comma when none does. */
export function separatorOf(text: string): string {
  const bare = text.slice(0, SAMPLE).replace(/"(?:[^"]|"")*"/gu, "");
  const counts = SEPARATORS.map((separator) => bare.split(separator).length - 1);
  const most = Math.max(...counts);
  return most === 0 ? "," : (SEPARATORS[counts.indexOf(most)] ?? ",");
}

function* recordsOf(text: string, separator: string, label: string, skipped: number): Generator<string[]> {
  let record: string[] = [];
  let place = 0;
  let row = skipped + 1;
  while (place < text.length) {
    let cell: string;
    if (text[place] === '"') {
      const end = closingQuote(text, place);
      if (end < 0) throw new UnreadableFile("broken", openQuote(label, row));
      cell = text.slice(place + 1, end).replaceAll('""', '"');
      place = end + 1;
      const rest = endOfCell(text, place, separator);
      cell += text.slice(place, rest);
      place = rest;
    } else {
      const end = endOfCell(text, place, separator);
      cell = text.slice(place, end);
      place = end;
    }
    if (record.push(cell) > LAST_COLUMN) throw tooLarge(tooManyTextColumns(label, LAST_COLUMN));
    if (text[place] === separator) {
      place += 1;
      if (place === text.length) record.push("");
      else continue;
    }
    if (text[place] === "\r" && text[place + 1] === "\n") place += 1;
    place += 1;
    yield record;
    record = [];
    row += 1;
  }
  if (record.length > 0) yield record;
}

function closingQuote(text: string, open: number): number {
  for (let place = text.indexOf('"', open + 1); place >= 0; place = text.indexOf('"', place + 2)) {
    if (text[place + 1] !== '"') return place;
  }
  return -1;
}

function endOfCell(text: string, from: number, separator: string): number {
  let place = from;
  while (place < text.length && text[place] !== separator && text[place] !== "\n" && text[place] !== "\r") place += 1;
  return place;
}

/** `'=` is how exports keep a text from being a formula. */
function cellOf(written: string): Value {
  const text = unwrapped(written).replace(/^'(?=[=+\-@\t\r])/u, "");
  return presentValue(text.replace(/\r\n?/gu, "\n"));
}
