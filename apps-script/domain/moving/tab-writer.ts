import type { Lost } from "../changes/lost";
import type { CellWrite } from "../changes/write-plan";
import { headerForm } from "../snapshot/layout";
import { RowAppender } from "./append-rows";
import { RowEditor } from "./edit-rows";
import type { Steps } from "./hand";
import { Sight } from "./sight";
import type { TabMemory } from "./tab-memory";

/** Writes the cells of one tab in one stage; returns what was not written. */
export function* writeTab(memory: TabMemory, writes: readonly CellWrite[]): Steps<Lost[]> {
  const lost: Lost[] = [];
  const { headers, edits, added } = sortedOut(memory, writes);
  if (headers.length > 0) yield* addHeaders(memory, headers);
  let seen = memory.latest;
  for (const pass of passesOf(memory, edits)) seen = yield* new RowEditor(memory, lost).write(pass, seen);
  if (added.length > 0) yield* new RowAppender(memory, lost).append(added, seen);
  return lost;
}

/**
 * The same as pieces of work that can be done side by side, for a host that writes everything at once: keys are then given
 * together with the other cells, and rows told apart by what else stands in them.
 */
export function worksOf(memory: TabMemory, writes: readonly CellWrite[], lost: Lost[]): Steps<unknown>[] {
  const { headers, edits, added } = sortedOut(memory, writes);
  const works: Steps<unknown>[] = [];
  if (headers.length > 0) works.push(addHeaders(memory, headers));
  if (edits.length > 0) works.push(new RowEditor(memory, lost).write(edits, null));
  if (added.length > 0) works.push(new RowAppender(memory, lost).append(added, null));
  return works;
}

function sortedOut(memory: TabMemory, writes: readonly CellWrite[]) {
  const known = new Set(memory.rows);
  const last = memory.rows[memory.rows.length - 1] ?? memory.headerRow;
  return {
    headers: writes.filter(({ at, column }) => at === memory.headerRow && memory.formOf(column) === ""),
    edits: lastOfEach(writes.filter(({ at }) => known.has(at))),
    added: lastOfEach(writes.filter(({ at }) => at > last)),
  };
}

/**
 * Rows are known by their key while they are written. So keys are given before anything else is written, and taken away
 * after everything else; in those passes a row is known by its other cells.
 */
function passesOf(memory: TabMemory, edits: readonly CellWrite[]): CellWrite[][] {
  const isKey = ({ column }: CellWrite): boolean => memory.key.includes(memory.formOf(column));
  const given = edits.filter((write) => isKey(write) && write.value !== null);
  const taken = edits.filter((write) => isKey(write) && write.value === null);
  return [given, edits.filter((write) => !isKey(write)), taken].filter((pass) => pass.length > 0);
}

/** Of several writes to a cell only the last counts. */
function lastOfEach(writes: readonly CellWrite[]): CellWrite[] {
  return [...new Map(writes.map((write) => [`${write.at}:${write.column}`, write])).values()];
}

/** New headers go behind the last column, wherever that is by now, in the row where the headers are. */
function* addHeaders({ hand, table }: TabMemory, headers: readonly CellWrite[]): Steps<void> {
  for (let round = 0; round < 5; round++) {
    const now = new Sight(table, yield* hand.grid(), hand);
    const missing = headers.filter(({ value }) => !now.header.some((cell) => headerForm(cell) === headerForm(value)));
    if (missing.length === 0) return;
    const column = widthOf(now);
    yield* hand.growColumns(now.gridColumns, column + missing.length);
    yield* hand.putBlock(now.headerRow, column, [missing.map(({ value }) => hand.contentOf(value, "text"))]);
    const next = new Sight(table, yield* hand.grid(), hand);
    if (next.headerRow === now.headerRow) return;
    // Rows were inserted above the headers: what was written stands in some row of the table.
    yield* hand.putBlock(now.headerRow, column, [missing.map(() => hand.contentOf(null, "text"))]);
  }
}

function widthOf(sight: Sight): number {
  let width = 0;
  for (let column = 0; column < sight.width; column++) {
    const isUsed = sight.header[column] !== null || sight.rows.some((row) => sight.value(row, column) !== null);
    if (isUsed) width = column + 1;
  }
  return width;
}
