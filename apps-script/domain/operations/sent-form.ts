import type { RunMarks } from "../changes/apply";
import type { CellChange, ChangeSet, RowChange, Summary } from "../changes/change-set";
import { UNDO } from "../changes/undo";
import { secretKey } from "../changes/write-plan";
import { isDay } from "../days/civil-day";
import { Refusal } from "../refusal";
import { RUN } from "../schema/allowed";
import { type Column, LONGEST_BOOK, LONGEST_NOTE, longestOf, RUNS, TABLES, type Table, type TableName } from "../schema/index";
import { columnTitle, titleOf } from "../schema/titles";
import { type AnyRow, keyOf, type Snapshot } from "../snapshot/snapshot";
import { isLonger } from "../snapshot/text-length";
import { textOf, type Value } from "../snapshot/value";
import * as say from "../wording/serving";
import type { Sent } from "./sent-decision";

/**
 * Whether a decision has the form of one, whoever sent it: tables, columns, kinds, lengths, keys, day. No rule is asked: who can
 * send a decision could as well type it into the cells.
 *
 * @throws {Refusal} `bad-request`
 */
export function refuseMisformed(sent: Sent, changes: ChangeSet): void {
  const { action, today, cells, rows, blanked, summary } = changes;
  const heads = [sent.title, action].every((text) => typeof text === "string" && !isLonger(text, longestOf(RUNS.columns.action)));
  if (!heads || !isDay(today) || sent.today !== today || !isSummary(summary)) throw misformed(say.headOfRun);
  for (const cell of cells) refuseCell(cell, cell.row, cell.column, [cell.before, cell.after]);
  for (const row of [...rows, ...blanked]) {
    if (!isWritable(row.table)) throw misformed(say.unknownPlace(String(row.table), ""));
    for (const [column, value] of Object.entries(row.values)) refuseCell(row, row.row, column, [value]);
    if (keyOf(TABLES[row.table], row.values, 0) !== row.row && !isKeyless(row)) throw misformed(placeOf(row));
  }
  for (const { table, row, reason } of [...cells, ...rows, ...blanked]) {
    if (typeof row !== "string" || isLonger(row, LONGEST_NOTE) || isLonger(reason, LONGEST_NOTE)) throw misformed(titleOf(table));
  }
  refuseSecrets(sent.secrets, rows);
  refuseMarks(sent.marks);
}

/**
 * What only the workbook can tell of a decision's form: a key is given to one row alone, and a text that is longer than its column
 * takes stands there already, as staff wrote it.
 */
export function refuseUnfit(changes: ChangeSet, snapshot: Snapshot): void {
  const { cells, rows, action } = changes;
  const isLong = ({ table, column }: { table: TableName; column: string }, value: Value): boolean =>
    typeof value === "string" && isLonger(value, longestOf(columnOf(table, column) ?? RUNS.columns.id));
  const added = rows.flatMap(({ table, row, values }) =>
    Object.entries(values).map(([column, after]) => ({ table, row, column, after })),
  );
  const long = action === UNDO ? [] : [...cells, ...added].filter((cell) => isLong(cell, cell.after));
  const held = long.length > 0 ? heldTexts(snapshot) : new Set<Value>();
  for (const cell of long) if (!held.has(cell.after)) throw misformed(placeOf(cell), say.tooLong);
  for (const name of new Set(cells.map(({ table }) => table))) refuseTakenKeys(name, changes, snapshot);
}

/** @throws {Refusal} `bad-request` for a place that nobody may write to, or values that none of its kind are */
export function refuseCell(change: { readonly table: TableName }, row: string, column: string, values: readonly Value[]): void {
  const known = isWritable(change.table) ? columnOf(change.table, column) : null;
  if (!known || known.secret) throw misformed(say.unknownPlace(String(change.table), String(column)));
  if (!values.every((value) => isOfKind(known, value))) throw misformed(placeOf({ table: change.table, row, column }));
}

/** Runs are written by the program alone, whose marks on them go beside the cells; what is secret is nobody's to send. */
function isWritable(name: unknown): boolean {
  if (typeof name !== "string" || !Object.keys(TABLES).includes(name)) return false;
  const { secret }: Table = TABLES[name as TableName];
  return name !== "runs" && name !== "changeParts" && secret !== true;
}

function columnOf(table: TableName, column: string): Column | null {
  return Object.entries<Column>(TABLES[table].columns).find(([name]) => name === column)?.[1] ?? null;
}

/** A number may stand in any column as staff typed it, and so may a text in a column of numbers. */
function isOfKind({ kind }: Column, value: unknown): boolean {
  if (value === null) return true;
  if (typeof value === "number") return Number.isFinite(value) && (kind === "number" || kind === "id");
  return typeof value === "string" && value.length <= LONGEST_BOOK;
}

function isKeyless({ table, row, values }: RowChange): boolean {
  return /^@\d+$/.test(row) && TABLES[table].key.every((column) => textOf(values[column]) === "");
}

function isSummary(value: unknown): value is Summary {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  return Object.values(value).every((part) => part === null || ["string", "number"].includes(typeof part) || isSummary(part));
}

function refuseSecrets(secrets: Sent["secrets"], rows: ChangeSet["rows"]): void {
  const added = new Map(rows.map(({ table, row }) => [secretKey(table, row), table]));
  for (const [place, values] of secrets) {
    const table = added.get(place);
    for (const [column, value] of Object.entries(values)) {
      const known = table && columnOf(table, column);
      const fits = known?.secret === true && typeof value === "string" && !isLonger(value, longestOf(known));
      if (!fits) throw misformed(say.secretPlace);
    }
  }
}

function refuseMarks(marks: RunMarks): void {
  for (const { run, state } of marks) {
    if (typeof run !== "string" || (state !== RUN.done && state !== RUN.undone)) throw misformed(titleOf("runs"));
  }
}

/** All that stands in cells. */
function heldTexts({ repeated: _, ...tables }: Snapshot): ReadonlySet<Value> {
  const held = new Set<Value>();
  for (const rows of Object.values<readonly AnyRow[]>(tables)) {
    for (const row of rows) for (const value of Object.values(row)) held.add(value);
  }
  return held;
}

/** The keys of a table once the cells are written: none is there twice that was not before. */
function refuseTakenKeys(name: TableName, { cells, rows }: ChangeSet, snapshot: Snapshot): void {
  const { key: parts }: Table = TABLES[name];
  const changed = new Map<string, Record<string, Value>>();
  for (const { table, row, column, after } of cells) {
    if (table === name && parts.includes(column)) changed.set(row, { ...changed.get(row), [column]: after });
  }
  if (changed.size === 0) return;
  const there: readonly AnyRow[] = snapshot[name];
  const taken = new Set([
    ...there.flatMap(({ key }) => (changed.has(key) ? [] : [key])),
    ...snapshot.repeated.flatMap(({ table, key }) => (table === name ? [key] : [])),
    ...rows.flatMap(({ table, row }) => (table === name ? [row] : [])),
  ]);
  for (const row of there) {
    const cellsOf = changed.get(row.key);
    if (!cellsOf) continue;
    const key = keyOf(TABLES[name], { ...row, ...cellsOf }, row.at);
    if (taken.has(key)) throw misformed(placeOf({ table: name, row: row.key }), say.keyTaken);
    taken.add(key);
  }
}

function placeOf({ table, row, column }: { table: TableName; row: string; column?: string } | CellChange): string {
  return say.place(titleOf(table), row, column === undefined ? null : columnTitle(table, column));
}

function misformed(where: string, why: string = say.wrongForm): Refusal {
  return new Refusal("bad-request", say.misformed(where, why));
}
