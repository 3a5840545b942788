import { isDay } from "../../domain/days/civil-day";
import { type Content, contentNow, type Fixes, gap, type Landed } from "../../domain/moving/content";
import { mayBeMisread } from "../../domain/moving/misread";
import { type Rectangle, rectanglesOf } from "../../domain/moving/rectangles";
import type { Sight } from "../../domain/moving/sight";
import type { Value } from "../../domain/snapshot/value";
import { asText, TEXT_FORMAT } from "./cell-text";
import { numberOfDay, type SheetDays } from "./sheet-days";
import type { SheetTab } from "./sheet-tab";

/**
 * Writes the cells, each run of neighbouring columns as one block over all rows between the first and the last one;
 * `ours`, the columns that only the program writes, are covered where they lie between. Cells of a block that are not to change are written back as they were just seen.
 */
export function putBoxes(tab: SheetTab, sight: Sight, fixes: Fixes, ours: ReadonlySet<number>): Landed[] {
  const landed: Landed[] = [];
  const put = (boxes: readonly Rectangle[]): void => {
    for (const box of boxes) {
      putBlock(tab, box.row, box.column, box.cells);
      landed.push(landedOf(box, sight));
    }
  };
  try {
    put(boxesOf(sight, fixes, ours));
  } catch (_) {
    // A protected cell that is not to change may lie between: Google refused the box whole.
    put(rectanglesOf(fixes));
  }
  return landed;
}

function landedOf({ row, column, cells }: Rectangle, sight: Sight): Landed {
  const names = new Map([...sight.columns].map(([form, index]) => [index, form]));
  const forms = (cells[0] ?? []).map((_, index) => names.get(column + index) ?? "");
  return {
    row,
    column,
    forms,
    values: cells.map((line) => line.map(({ value }) => value)),
    otherwise: cells.map((line) =>
      line.map(({ value }) => (typeof value === "string" && isDay(value) ? numberOfDay(value) : value)),
    ),
  };
}

function boxesOf(sight: Sight, fixes: Fixes, ours: ReadonlySet<number>): Rectangle[] {
  return runsOf(fixes, ours).map(([first, last]) => {
    const rows = [...fixes].filter(([, cells]) => [...cells.keys()].some((column) => column >= first && column <= last));
    const top = rows.reduce((least, [row]) => Math.min(least, row), Number.POSITIVE_INFINITY);
    const bottom = rows.reduce((most, [row]) => Math.max(most, row), 0);
    const block: Content[][] = [];
    for (let row = top; row <= bottom; row++) {
      const line: Content[] = [];
      for (let column = first; column <= last; column++) {
        line.push(fixes.get(row)?.get(column) ?? contentNow(sight, row, column));
      }
      block.push(line);
    }
    return { row: top, column: first, cells: block };
  });
}

/** Writes a block; where a text could be taken for something else, the cells' formats say how to keep it a text. */
export function putBlock(tab: SheetTab, row: number, column: number, block: readonly (readonly Content[])[]): void {
  if (block.length === 0) return;
  const isMisleading = block.some((line) => line.some((cell) => isText(cell) && mayBeMisread(cell.raw)));
  const box = { row, column: column + 1, rows: block.length, columns: block[0]?.length ?? 0 };
  putAs(tab, row, column, block, isMisleading ? tab.formats(box) : []);
}

/** Writes a block into cells that were made for text; whether they still are is seen when they are read again. */
export function putNewRows(tab: SheetTab, row: number, column: number, block: readonly (readonly Content[])[]): void {
  const formats = block.map((line) => line.map(() => TEXT_FORMAT));
  putAs(tab, row, column, block, formats);
}

function putAs(
  tab: SheetTab,
  row: number,
  column: number,
  block: readonly (readonly Content[])[],
  formats: readonly (readonly string[])[],
): void {
  tab.put(
    row,
    column + 1,
    block.map((line, y) => line.map((cell, x) => (isText(cell) ? asText(cell.raw, formats[y]?.[x]) : cell.raw))),
  );
}

export function contentOf(value: Value, kind: "text" | "day" | "number", days: SheetDays): Content {
  if (value === null) return { value, raw: "" };
  if (kind === "day" && typeof value === "string") return { value, raw: days.dateOf(value) };
  return { value, raw: kind === "text" ? String(value) : value };
}

function isText(cell: Content): cell is Content & { readonly raw: string } {
  return typeof cell.raw === "string" && cell.isFormula !== true;
}

/** First and last column of each run without a gap that is not ours to cover. */
function runsOf(fixes: Fixes, ours: ReadonlySet<number>): [number, number][] {
  const columns = [...new Set([...fixes.values()].flatMap((cells) => [...cells.keys()]))].sort((a, b) => a - b);
  const runs: [number, number][] = [];
  for (const column of columns) {
    const run = runs[runs.length - 1];
    if (run && gap(run[1], column).every((between) => ours.has(between))) run[1] = column;
    else runs.push([column, column]);
  }
  return runs;
}
