import type { Content, Fixes } from "./content";

/** A rectangle of cells; rows count from 1, columns from 0. */
export interface Rectangle {
  readonly row: number;
  readonly column: number;
  readonly cells: readonly (readonly Content[])[];
}

/** The cells to write as rectangles that hold nothing else: neighbours in a row first, then rows with the same columns. */
export function rectanglesOf(fixes: Fixes): Rectangle[] {
  const open = new Map<string, { row: number; column: number; cells: Content[][] }>();
  const done: Rectangle[] = [];
  for (const row of [...fixes.keys()].sort((a, b) => a - b)) {
    for (const { column, cells } of runsIn(fixes.get(row) ?? new Map())) {
      const key = `${column} ${cells.length}`;
      const above = open.get(key);
      if (above && above.row + above.cells.length === row) above.cells.push(cells);
      else {
        const started = { row, column, cells: [cells] };
        open.set(key, started);
        done.push(started);
      }
    }
  }
  return done;
}

function runsIn(line: ReadonlyMap<number, Content>): { column: number; cells: Content[] }[] {
  const runs: { column: number; cells: Content[] }[] = [];
  for (const column of [...line.keys()].sort((a, b) => a - b)) {
    const content = line.get(column);
    if (!content) continue;
    const run = runs[runs.length - 1];
    if (run && run.column + run.cells.length === column) run.cells.push(content);
    else runs.push({ column, cells: [content] });
  }
  return runs;
}
