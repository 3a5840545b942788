import type { CellRange } from "../../../apps-script/domain/merge/table-file";
import { addressOf } from "../../../apps-script/domain/snapshot/address";
import * as words from "../wording/files";
import type { Limits } from "./limits";
import { UnreadableFile } from "./unreadable-file";

/** What a file has cost so far, over all its sheets. Everything is refused before the memory for it is spent. */
export class Budget {
  private slots = 0;
  private characters = 0;
  private merges = 0;
  private mergedCells = 0;

  constructor(
    readonly label: string,
    readonly limits: Limits,
  ) {}

  /** A row of that many slots, the `count`th of its sheet. @throws {UnreadableFile} `too-large` */
  row(sheet: string, count: number, width: number): void {
    const { label, limits } = this;
    if (count > limits.rows) throw tooLarge(words.tooManyRows(label, sheet, limits.rows));
    if (width > limits.columns) throw tooLarge(words.tooManyColumns(label, sheet, limits.columns));
    this.slots += width;
    if (this.slots > limits.slots) throw tooLarge(words.tooManyCells(label, sheet));
  }

  /** A text in a cell; `column` counts from 0. @throws {UnreadableFile} `too-large` */
  text(sheet: string, at: number, column: number, length: number): void {
    this.characters += length;
    if (this.characters > this.limits.characters)
      throw tooLarge(words.tooMuchText(this.label, sheet, addressOf(column, at), this.limits.characters));
  }

  /** A merged range. @throws {UnreadableFile} `too-large` */
  merged(sheet: string, { firstRow, lastRow, firstColumn, lastColumn }: CellRange): void {
    const { label, limits } = this;
    this.merges += 1;
    // No sheet has cells beyond these, whatever a range says; a title over a whole line is an honest one.
    const width = Math.min(lastColumn, limits.columns) - firstColumn + 1;
    this.mergedCells += Math.max(0, width) * Math.max(0, Math.min(lastRow, limits.rows) - firstRow + 1);
    if (this.merges > limits.merges || this.mergedCells > limits.mergedCells)
      throw tooLarge(words.tooManyMerges(label, sheet, addressOf(firstColumn, firstRow)));
  }
}

export function tooLarge(sentence: string): UnreadableFile {
  return new UnreadableFile("too-large", sentence);
}
