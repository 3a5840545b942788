import { tableTitled } from "../domain/schema/index";
import { lettersOf } from "../domain/snapshot/address";
import { HEADER_WITHIN, headerOfTab } from "../domain/snapshot/header";
import { headerForm } from "../domain/snapshot/layout";
import { presentValue } from "../domain/snapshot/value";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Rows first to last, 1-based, both included. */
export interface Span {
  readonly first: number;
  readonly last: number;
}

/**
 * A tab of which little is wanted: the place of its columns, and single columns of single rows. A simple trigger runs on every
 * keystroke, so nothing is read but what the edit calls for, whatever the size of the tab.
 */
export class EditedTab {
  readonly headerRow: number;
  readonly lastRow: number;
  private readonly places = new Map<string, number>();

  constructor(private readonly sheet: Sheet) {
    this.lastRow = sheet.getLastRow();
    const width = sheet.getLastColumn();
    const top = width === 0 ? [] : sheet.getRange(1, 1, Math.min(HEADER_WITHIN, this.lastRow), width).getValues();
    const texts = top.map((line: readonly unknown[]) => line.map((cell) => presentValue(String(cell))));
    const { index, cells } = headerOfTab(tableTitled(sheet.getName()), texts);
    this.headerRow = index + 1;
    cells.forEach((cell, at) => {
      const title = headerForm(cell);
      if (title !== "" && !this.places.has(title)) this.places.set(title, at + 1);
    });
  }

  /** The column of a title, 1-based; null when the tab has none. */
  place(title: string): number | null {
    return this.places.get(headerForm(title)) ?? null;
  }

  /** The cells of a column, one for each row of the span; all empty when the tab has no such column. */
  cells(title: string, { first, last }: Span): unknown[] {
    const column = this.place(title);
    const count = last - first + 1;
    if (column === null) return Array.from({ length: count }, () => "");
    const cells: unknown[][] = this.sheet.getRange(first, column, count, 1).getValues();
    return cells.map(([cell]) => cell ?? "");
  }

  texts(title: string, span: Span): string[] {
    return this.cells(title, span).map((cell) => String(cell).trim());
  }

  /** Writes one text into the rows of a column, except where staff put a formula or the text is there already. */
  mark(title: string, rows: readonly number[], text: string): void {
    const column = this.place(title);
    const first = rows[0];
    const last = rows[rows.length - 1];
    if (column === null || first === undefined || last === undefined) return;
    const cells = this.sheet.getRange(first, column, last - first + 1, 1);
    const formulas = cells.getFormulas();
    const values: unknown[][] = cells.getValues();
    const free = rows.filter((row) => (formulas[row - first]?.[0] ?? "") === "" && values[row - first]?.[0] !== text);
    if (free.length > 0) this.sheet.getRangeList(runsOf(free).map((run) => nameOf(run, column))).setValue(text);
  }
}

function nameOf({ first, last }: Span, column: number): string {
  const letters = lettersOf(column - 1);
  return `${letters}${first}:${letters}${last}`;
}

/** Ascending rows as stretches without a gap. */
function runsOf(rows: readonly number[]): Span[] {
  const runs: { first: number; last: number }[] = [];
  for (const row of rows) {
    const run = runs[runs.length - 1];
    if (run && row === run.last + 1) run.last = row;
    else runs.push({ first: row, last: row });
  }
  return runs;
}
