import type { BeyondCells } from "../../../apps-script/domain/merge/table-file";
import { presentValue as valueOfText } from "../../../apps-script/domain/snapshot/value";
import * as words from "../wording/files";
import { type Budget, tooLarge } from "./budget";
import { columnAt, lettersOf, rowOf } from "./cell-reference";
import type { CellValue } from "./cell-value";
import { LAST_ROW, MOST_BEYOND } from "./limits";
import { numberAt } from "./number-bytes";
import { isoText, numberAs, serialIn1900, serialOfText } from "./serials";
import { rowsInOrder, type SheetRow } from "./sheet-row";
import type { CellFormat, NumberKind } from "./styles";
import { UnreadableFile } from "./unreadable-file";
import { unescapeXstring } from "./xml";
import type { XmlBytes } from "./xml-bytes";

/** What a sheet's cells are read with. */
export interface CellContext {
  readonly label: string;
  readonly sheet: string;
  readonly budget: Budget;
  readonly strings: readonly string[];
  readonly formats: readonly CellFormat[];
  readonly date1904: boolean;
  /** Keeps the serial numbers of days and times beside their texts. */
  readonly keepsMoments?: boolean;
  /** See `ReadOptions`. */
  readonly asList?: boolean;
  /** The header of a column whose cells are left out. */
  readonly leftOut?: string | undefined;
}

/** What a day or a time is as a number: days since 1899-12-30, a span of hours as days. */
export interface Moment {
  readonly serial: number;
  readonly isSpan: boolean;
}

const mostKnownDays = 20_000;
const replacement = "\ufffd";

/**
 * Turns the rows and cells of one sheet, as they stream by, into `rows`. Rows and cells without a reference follow
 * their predecessor. Rows without values are dropped, however many there are; one value after them is still found.
 */
export class SheetCollector {
  readonly rows: SheetRow[] = [];
  readonly formulas = new Map<number, number[]>();
  readonly missing = new Map<number, number[]>();
  readonly struck = new Map<number, number[]>();
  readonly moments = new Map<number, Map<number, Moment>>();
  beyond: BeyondCells | null = null;
  lastColumn = 0;
  hasReplacementCharacter = false;

  private at = 0;
  private hasOwnNumber = false;
  private isHidden = false;
  private isInOrder = true;
  /** The row at hand; only the first `filled` slots are its own. */
  private readonly cells: CellValue[] = [];
  private filled = 0;
  /** Texts of days seen: a column of dates has few. */
  private readonly days = new Map<number, string | number>();
  private column = -1;
  private hasContent = false;
  private leftOut = -1;

  constructor(private readonly context: CellContext) {}

  /** @param number the row's `r`, 0 when absent */
  startRow(number: number, isHidden: boolean): void {
    this.hasOwnNumber = number > 0;
    this.moveTo(this.hasOwnNumber ? number : this.at + 1);
    this.isHidden = isHidden;
    this.column = -1;
  }

  /** Begins a cell whose `r` stands at `bytes[from..to)`, an empty range when it has none. */
  startCell(bytes: Buffer, from: number, to: number): void {
    const column = columnAt(bytes, from, to);
    this.column = column < 0 ? this.column + 1 : column;
    if (this.hasOwnNumber || to === from) return;
    this.hasOwnNumber = true;
    const row = rowOf(bytes.toString("latin1", from, to));
    if (row > this.at) this.moveTo(row);
  }

  /** Whether the cell at hand is one to leave out: its text need not be looked at. */
  get isLeftOut(): boolean {
    return this.column === this.leftOut;
  }

  /** `endCell` for a `v` whose text stands whole at `xml.bytes[from..to)`: numbers are read without making text of them. */
  endCellFrom(type: string, style: number, xml: XmlBytes, from: number, to: number, isFormula: boolean): void {
    const number = type === "n" || type === "s" ? numberAt(xml.bytes, from, to) : Number.NaN;
    if (Number.isNaN(number)) this.endCell(type, style, xml.decode(from, to, false), isFormula);
    else this.put(type === "n" ? this.formatted(style, number) : this.sharedString(number), style, isFormula);
  }

  /**
   * @param type the cell's `t`, `"n"` when absent (ECMA-376 part 1, 18.18.11)
   * @param style the cell's `s`, -1 when absent
   * @param text what stood in `v`, or the joined text of `is`; `undefined` when there was neither
   */
  endCell(type: string, style: number, text: string | undefined, isFormula: boolean): void {
    this.put(text === undefined ? null : this.presentValue(type, style, text), style, isFormula);
  }

  endRow(): void {
    const length = this.filled;
    this.filled = 0;
    if (!this.hasContent) return;
    this.hasContent = false;
    const { budget, sheet } = this.context;
    budget.row(sheet, this.rows.length + 1, length);
    const cells = this.cells.slice(0, length);
    if (this.rows.push({ at: this.at, cells, hidden: this.isHidden }) === 1)
      this.leftOut = this.context.leftOut === undefined ? -1 : cells.indexOf(this.context.leftOut);
    if (length > this.lastColumn) this.lastColumn = length;
  }

  /** Rows by number. Rows that came twice are one, the later cell wins. */
  finish(): SheetRow[] {
    if (this.isInOrder) return this.rows;
    return rowsInOrder(this.rows);
  }

  private moveTo(row: number): void {
    if (row <= this.at) this.isInOrder = false;
    if (!Number.isSafeInteger(row) || row > LAST_ROW) {
      const { label, sheet } = this.context;
      throw new UnreadableFile("broken", words.brokenFile(label, words.brokenPlaces.row(sheet)));
    }
    this.at = row;
  }

  private note(columns: Map<number, number[]>): void {
    const noted = columns.get(this.at);
    if (noted === undefined) columns.set(this.at, [this.column]);
    else noted.push(this.column);
  }

  private put(value: CellValue, style: number, isFormula: boolean): void {
    if (this.column >= this.context.budget.limits.columns && this.isPassedOver(value)) return;
    if (isFormula) {
      this.note(this.formulas);
      if (value === null) this.note(this.missing);
    } else if (value === null) return;
    const { budget, sheet } = this.context;
    if (this.column >= budget.limits.columns) throw tooLarge(words.tooManyColumns(budget.label, sheet, budget.limits.columns));
    if (typeof value === "string") budget.text(sheet, this.at, this.column, value.length);
    while (this.filled <= this.column) {
      this.cells[this.filled] = null;
      this.filled += 1;
    }
    this.cells[this.column] = value;
    if (this.context.asList === true && this.context.formats[style]?.isStruck) this.note(this.struck);
    if (isFormula || value !== "") this.hasContent = true;
  }

  /** A blank far right is nothing; of a list no cell there is read, and the first is named. */
  private isPassedOver(value: CellValue): boolean {
    if (value === null || (typeof value === "string" && valueOfText(value) === null)) return true;
    if (this.context.asList !== true || this.beyond?.count === MOST_BEYOND) return false;
    const address = this.beyond?.address ?? `${lettersOf(this.column)}${this.at}`;
    this.beyond = { address, count: (this.beyond?.count ?? 0) + 1 };
    return true;
  }

  private presentValue(type: string, style: number, text: string): CellValue {
    switch (type) {
      case "s":
        return text.trim() === "" ? null : this.sharedString(Number(text));
      case "n":
        return this.number(style, text);
      case "b":
        return text.trim() === "1" || text.trim() === "true";
      case "e":
        return { error: text.trim() };
      case "d":
        return this.iso(text.trim());
      case "str":
        return this.checked(unescapeXstring(text));
      default:
        return this.checked(text);
    }
  }

  private number(style: number, text: string): CellValue {
    const trimmed = text.trim();
    if (trimmed === "") return null;
    const number = Number(trimmed);
    return Number.isFinite(number) ? this.formatted(style, number) : this.checked(trimmed);
  }

  private formatted(style: number, number: number): string | number {
    const kind = this.context.formats[style]?.kind ?? "number";
    if (kind === "number") return number;
    const shown = this.shown(kind, number);
    if (this.context.keepsMoments && typeof shown === "string" && (kind === "date" || kind === "elapsed"))
      this.noteMoment(kind === "elapsed" ? number : serialIn1900(number, this.context.date1904), kind === "elapsed");
    return shown;
  }

  private iso(text: string): string {
    const shown = isoText(text);
    const serial = this.context.keepsMoments ? serialOfText(shown) : undefined;
    if (serial !== undefined) this.noteMoment(serial, false);
    return shown;
  }

  private noteMoment(serial: number, isSpan: boolean): void {
    const noted = this.moments.get(this.at);
    if (noted) noted.set(this.column, { serial, isSpan });
    else this.moments.set(this.at, new Map([[this.column, { serial, isSpan }]]));
  }

  private shown(kind: Exclude<NumberKind, "number">, number: number): string | number {
    if (kind !== "date" || !Number.isInteger(number)) return numberAs(kind, number, this.context.date1904);
    const known = this.days.get(number);
    if (known !== undefined) return known;
    const day = numberAs(kind, number, this.context.date1904);
    if (this.days.size < mostKnownDays) this.days.set(number, day);
    return day;
  }

  private sharedString(index: number): string {
    const string = this.context.strings[index];
    if (string !== undefined) return string;
    const { label, sheet } = this.context;
    const cell = `${lettersOf(this.column)}${this.at}`;
    throw new UnreadableFile("broken", words.brokenFile(label, words.brokenPlaces.reference(sheet, cell)));
  }

  private checked(text: string): string {
    if (text.includes(replacement)) this.hasReplacementCharacter = true;
    return text;
  }
}
