import { lettersOf } from "../../domain/snapshot/address";
import type { CellBlock } from "../../domain/snapshot/grid";
import { formulasWithSpills } from "./sheet-spills";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;
type Validation = GoogleAppsScript.Spreadsheet.DataValidation;
export type ChartBuilder = GoogleAppsScript.Spreadsheet.EmbeddedChartBuilder;
type RuleBuilder = GoogleAppsScript.Spreadsheet.ConditionalFormatRuleBuilder;

/** A rectangle of cells: row and column 1-based. */
interface Box {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** What a look at a tab brings: all its values, and on demand the formulas, with what they fill. */
export interface Look {
  readonly values: readonly (readonly unknown[])[];
  formulas(): string[][];
}

interface Paint {
  readonly background?: string;
  readonly text?: string;
  readonly bold?: boolean;
}

/** Cells of one tab. The only place that knows Google's Range. */
export class SheetTab {
  constructor(readonly sheet: Sheet) {}

  /** From A1 to the last cell with content; the cells that people merged there cost a call of their own. */
  content(): Look & { merges(): CellBlock[] } {
    const range = this.sheet.getDataRange();
    return { ...lookAt(() => range), merges: () => range.getMergedRanges().map(mergedAs) };
  }

  /**
   * Whole columns from A on, down to the end of the grid: one call, and blank rows below the last one show how large the
   * grid is. When columns went meanwhile, the grid as it is now.
   */
  columns(width: number): Look {
    try {
      return lookAt(() => this.sheet.getRange(`A:${lettersOf(width - 1)}`));
    } catch (_) {
      return this.grid();
    }
  }

  /** The columns that the first row uses, down to the end of the grid; null when it is not the header with these titles. */
  underHeader(titles: readonly string[]): Look | null {
    const first = this.line(1);
    if (!titles.some((title) => first.includes(title))) return null;
    return this.columns(first.reduce((last: number, cell, at) => (cell === "" ? last : at + 1), 0));
  }

  /**
   * The first row whole, and below it only so many columns: for a tab whose other columns hold much that nobody asks for
   * now. Null when the first row does not begin with these titles.
   */
  leading(titles: readonly string[]): (() => Look) | null {
    const header = this.line(1);
    if (titles.some((title, index) => header[index] !== title)) return null;
    return () => {
      const look = this.columns(titles.length);
      return { ...look, values: [header, ...look.values.slice(1)] };
    };
  }

  /** The values of one row. */
  line(row: number): readonly unknown[] {
    const [line = []] = this.sheet.getRange(`${row}:${row}`).getValues();
    return line;
  }

  grid(): Look {
    return lookAt(() => this.sheet.getRange(1, 1, this.sheet.getMaxRows(), this.sheet.getMaxColumns()));
  }

  put(row: number, column: number, values: readonly (readonly unknown[])[]): void {
    const [first = []] = values;
    if (values.length === 0 || first.length === 0) return;
    this.at({ row, column, rows: values.length, columns: first.length }).setValues(values as unknown[][]);
  }

  formats(box: Box): string[][] {
    return this.at(box).getNumberFormats();
  }

  /** Gives single cells a number format; without one of their own an apostrophe means there what it means everywhere. */
  reformat(cells: readonly { readonly row: number; readonly column: number }[], format: string): void {
    const runs: { column: number; first: number; last: number }[] = [];
    for (const { row, column } of [...cells].sort((a, b) => a.column - b.column || a.row - b.row)) {
      const run = runs[runs.length - 1];
      if (run && run.column === column && run.last + 1 === row) run.last = row;
      else runs.push({ column, first: row, last: row });
    }
    if (runs.length === 0) return;
    const places = runs.map(({ column, first, last }) => `${lettersOf(column - 1)}${first}:${lettersOf(column - 1)}${last}`);
    this.sheet.getRangeList(places).setNumberFormat(format);
  }

  growRows(present: number, needed: number): void {
    if (needed > present) this.sheet.insertRowsAfter(present, needed - present);
  }

  growColumns(needed: number): void {
    const present = this.sheet.getMaxColumns();
    if (needed > present) this.sheet.insertColumnsAfter(present, needed - present);
  }

  setFormat(box: Box, format: string): void {
    this.at(box).setNumberFormat(format);
  }

  paint(box: Box, { background, text, bold }: Paint): void {
    const range = this.at(box);
    if (background !== undefined) range.setBackground(background);
    if (text !== undefined) range.setFontColor(text);
    if (bold === true) range.setFontWeight("bold");
  }

  align(box: Box, horizontal: "left" | "center" | "right", isWrapped: boolean): void {
    this.at(box).setHorizontalAlignment(horizontal).setVerticalAlignment("middle").setWrap(isWrapped);
  }

  note(row: number, column: number, text: string): void {
    this.at({ row, column, rows: 1, columns: 1 }).setNote(text);
  }

  validate(box: Box, validation: Validation): void {
    this.at(box).setDataValidation(validation);
  }

  /** The dropdowns and checks of a box's cells; null where there is none. */
  validations(box: Box): (Validation | null)[][] {
    return this.at(box).getDataValidations();
  }

  noteAt(row: number, column: number): string {
    return this.at({ row, column, rows: 1, columns: 1 }).getNote();
  }

  filter(box: Box): void {
    if (!this.sheet.getFilter()) this.at(box).createFilter();
  }

  /** The builder of a conditional format, told where it applies. */
  over(box: Box, builder: RuleBuilder): RuleBuilder {
    return builder.setRanges([this.at(box)]);
  }

  /** A chart that shows these cells too. */
  feed(box: Box, builder: Pick<ChartBuilder, "addRange">): ChartBuilder {
    return builder.addRange(this.at(box));
  }

  private at({ row, column, rows, columns }: Box): Range {
    return this.sheet.getRange(row, column, rows, columns);
  }
}

function mergedAs(range: Range): CellBlock {
  const [firstRow, lastRow] = [range.getRow(), range.getLastRow()];
  return { kind: "merged", firstRow, lastRow, firstColumn: range.getColumn() - 1, lastColumn: range.getLastColumn() - 1 };
}

/** The place is named anew for each call, and once more when rows of it went just then. */
function lookAt(range: () => Range): Look {
  const ask = <T>(question: (range: Range) => T): T => {
    try {
      return question(range());
    } catch (_) {
      return question(range());
    }
  };
  const values = ask((place) => place.getValues());
  return {
    values,
    formulas: () =>
      formulasWithSpills(
        ask((place) => place.getFormulas()),
        values,
      ),
  };
}
