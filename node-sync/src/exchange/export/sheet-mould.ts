import { cutToCell } from "../../../../apps-script/domain/snapshot/text-length";
import type { Value } from "../../../../apps-script/domain/snapshot/value";
import { columnLetters } from "../../xlsx/patch/a1";
import { cellText } from "../../xlsx/patch/cell-markup";

/** A row to cast: the pattern it follows, and its cells from column A on; `null` leaves the formatted cell empty. */
export interface CastRow {
  readonly like: number;
  readonly cells: readonly Value[];
  /** Other patterns for single cells, by 0-based column. */
  readonly paint?: ReadonlyMap<number, number>;
}

interface Pattern {
  readonly attributes: string;
  readonly xml: string;
  /** The style of each column from A on; `null` where the pattern has no cell. */
  readonly styles: readonly (string | null)[];
}

const ROW_END = "</row>";
const ROW = /<row r="(\d+)"([^<>]*)>(.*)$/s;

/**
 * A sheet of a template, to be cast again and again with other rows. A text goes into its own cell, so that no list of
 * shared strings carries what another sheet said.
 */
export class SheetMould {
  private readonly before: string;
  private readonly after: string;
  private readonly patterns: ReadonlyMap<number, Pattern>;
  private readonly letters: readonly string[];

  constructor(xml: string) {
    const [before = "", rows = "", after = ""] = xml.split(/<sheetData>|<\/sheetData>/);
    this.before = before;
    this.after = after;
    const found = rows
      .split(ROW_END)
      .map((row) => ROW.exec(row))
      .filter((row) => row !== null);
    this.patterns = new Map(
      found.map(([row, at = "", attributes = "", cells = ""]) => [Number(at), pattern(row + ROW_END, attributes, cells)]),
    );
    const width = Math.max(1, ...[...this.patterns.values()].map(({ styles }) => styles.length));
    this.letters = Array.from({ length: width }, (_, column) => columnLetters(column + 1));
  }

  /**
   * The sheet with these rows from row 1 on; a number stands for the template's own row of that number, which must come at
   * its own place. The filter, if there is one, reaches down to the last row.
   */
  cast(rows: readonly (CastRow | number)[]): string {
    const body = rows.map((row, index) => (typeof row === "number" ? this.own(row) : this.row(row, index + 1)));
    const end = `${this.letters[this.letters.length - 1]}${rows.length}`;
    const before = this.before.replace(/<dimension ref="[^"]*"\/>/, `<dimension ref="A1:${end}"/>`);
    const after = this.after.replace(/(<autoFilter ref="[A-Z]+\d+:[A-Z]+)\d+"/, `$1${rows.length}"`);
    return `${before}<sheetData>${body.join("")}</sheetData>${after}`;
  }

  private own(at: number): string {
    return this.patterns.get(at)?.xml ?? "";
  }

  private row({ like, cells, paint }: CastRow, at: number): string {
    const { attributes, styles } = this.patterns.get(like) ?? { attributes: "", styles: [] };
    let xml = `<row r="${at}"${attributes}>`;
    for (let column = 0; column < this.letters.length; column += 1) {
      const painted = paint?.get(column);
      const style = painted === undefined ? styles[column] : this.patterns.get(painted)?.styles[column];
      const value = cells[column] ?? null;
      if (style === null || style === undefined) {
        if (value === null) continue;
        xml += `<c r="${this.letters[column]}${at}"${content(value)}`;
      } else xml += `<c r="${this.letters[column]}${at}" s="${style}"${content(value)}`;
    }
    return `${xml}</row>`;
  }
}

function pattern(xml: string, attributes: string, cells: string): Pattern {
  const styles: (string | null)[] = [];
  for (const [, letters = "", style] of cells.matchAll(/<c r="([A-Z]+)\d+"(?: s="(\d+)")?/g)) {
    const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
    while (styles.length < column) styles.push(null);
    styles[column] = style ?? null;
  }
  // `spans` and `dyDescent` are hints to the program that reads them, and may be wrong for other contents.
  return { xml, attributes: attributes.replace(/ (?:spans|x14ac:dyDescent)="[^"]*"/g, ""), styles };
}

/** Needs no escaping, and no word about blanks. */
const PLAIN = /^[0-9A-Za-z\u4e00-\u9fff、：（）()-]*$/;

function content(value: Value): string {
  if (value === null) return "/>";
  if (typeof value === "number") return `><v>${value}</v></c>`;
  const text = cutToCell(value);
  if (PLAIN.test(text)) return ` t="inlineStr"><is><t>${text}</t></is></c>`;
  return ` t="inlineStr"><is><t xml:space="preserve">${cellText(text)}</t></is></c>`;
}
