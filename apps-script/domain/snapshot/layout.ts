import { Refusal } from "../refusal";
import type { Column, Table } from "../schema/column";
import { missingHeader, missingTab, repeatedHeader } from "../wording/workbook";
import type { Grid, Grids } from "./grid";
import { alikeHeader, alikeTab } from "./look-alike";
import { textOf, type Value } from "./value";

/** A workbook that cannot be worked with: the sentence says which tab and header. Thrown, caught once at the edge. */
export class BrokenWorkbook extends Refusal<Broken> {
  override readonly name = "BrokenWorkbook";
}

type Broken = "missing-tab" | "missing-header" | "repeated-header" | "newer-schema" | "not-a-workbook";

/** Where the columns of a table stand in a tab: English name → 0-based column. */
export type Layout = ReadonlyMap<string, number>;

/** The form in which headers are compared: width, blanks and line breaks do not count. */
export function headerForm(value: Value | undefined): string {
  return textOf(value)
    .normalize("NFKC")
    .replace(/[\s\u200b-\u200d\ufeff]+/gu, "");
}

/** A tab that the workbook should have. */
export function tabMissing(table: Table, grids: Grids): BrokenWorkbook {
  return new BrokenWorkbook("missing-tab", missingTab(table.title, alikeTab(table, grids)));
}

/**
 * Finds every column of the table by its title. A missing or repeated title stops the action, by name; in a derived table, in
 * which nobody's work can stand in the wrong column, the first of several counts.
 */
export function layoutOf(table: Table, grid: Grid, expected: (column: Column) => boolean = () => true): Layout {
  const positions = new Map<string, number[]>();
  grid.header.forEach((cell, index) => {
    const title = headerForm(cell);
    if (title === "") return;
    const seen = positions.get(title);
    if (seen) seen.push(index);
    else positions.set(title, [index]);
  });
  const layout = new Map<string, number>();
  for (const [name, column] of Object.entries(table.columns)) {
    const found = positions.get(headerForm(column.title)) ?? [];
    if (found.length > 1 && !table.isDerived)
      throw new BrokenWorkbook("repeated-header", repeatedHeader(table.title, column.title));
    const [index] = found;
    if (index !== undefined) layout.set(name, index);
    else if (expected(column)) {
      throw new BrokenWorkbook("missing-header", missingHeader(table.title, column.title, alikeHeader(table, column, grid)));
    }
  }
  return layout;
}
