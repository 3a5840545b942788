import type { CellWrite } from "../../domain/changes/write-plan";
import { headerForm } from "../../domain/snapshot/layout";
import { RowAppender } from "./append-rows";
import { RowEditor } from "./edit-rows";
import type { SheetDays } from "./sheet-days";
import { Sight } from "./sight";
import type { Lost, TabMemory } from "./tab-memory";

/** Writes the cells of one tab in one stage; returns what was not written. */
export function writeTab(memory: TabMemory, writes: readonly CellWrite[], days: SheetDays): Lost[] {
  const lost: Lost[] = [];
  const headers = writes.filter(({ at, column }) => at === memory.headerRow && memory.formOf(column) === "");
  if (headers.length > 0) addHeaders(memory, headers, days);
  const known = new Set(memory.rows);
  const edits = lastOfEach(writes.filter(({ at }) => known.has(at)));
  let seen = memory.latest;
  for (const pass of passesOf(memory, edits)) seen = new RowEditor(memory, days, lost).write(pass, seen);
  const last = memory.rows[memory.rows.length - 1] ?? memory.headerRow;
  const added = writes.filter(({ at }) => at > last);
  if (added.length > 0) new RowAppender(memory, days, lost).append(added, seen);
  return lost;
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
function addHeaders(memory: TabMemory, headers: readonly CellWrite[], days: SheetDays): void {
  const { tab } = memory;
  for (let round = 0; round < 5; round++) {
    const now = new Sight(tab.grid().values, days);
    const missing = headers.filter(({ value }) => !now.header.some((cell) => headerForm(cell) === headerForm(value)));
    if (missing.length === 0) return;
    const column = widthOf(now) + 1;
    tab.growColumns(column + missing.length - 1);
    tab.put(now.headerRow, column, [missing.map(({ value }) => String(value))]);
    const next = new Sight(tab.grid().values, days);
    if (next.headerRow === now.headerRow) return;
    // Rows were inserted above the headers: what was written stands in some row of the table.
    tab.put(now.headerRow, column, [missing.map(() => "")]);
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
