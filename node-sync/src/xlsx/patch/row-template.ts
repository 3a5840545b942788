import { cellsOf, hasCells, type RowSpan, type SheetText, styleOf } from "./row-scan";
import { attribute } from "./xml-scan";

/** How a new row is to look: the attributes of its tag (with a leading blank) and a style index by column. */
interface RowLook {
  readonly attributes: string;
  readonly styles: ReadonlyMap<number, number>;
}

const copied = ["s", "customFormat", "ht", "customHeight"];
const plain: RowLook = { attributes: "", styles: new Map() };

/** Remembers the nearest row above that has cells, and reads it only when a new row asks how to look. */
export class RowTemplate {
  private row: RowSpan | undefined;
  private look: RowLook | undefined;

  constructor(private readonly sheet: SheetText) {}

  /** Called for every row of the data in order. */
  pass(row: RowSpan): void {
    if (!hasCells(this.sheet, row)) return;
    this.row = row;
    this.look = undefined;
  }

  current(): RowLook {
    this.look ??= this.row === undefined ? plain : lookOf(this.sheet, this.row);
    return this.look;
  }
}

/** Height and style are copied; hidden, grouped and `spans` belong to the row above alone. */
function lookOf(sheet: SheetText, row: RowSpan): RowLook {
  const tag = sheet.xml.slice(row.start, row.open);
  const dyDescent = /\s[^\s:="]+:dyDescent\s*=\s*"[^"]*"/.exec(tag)?.[0] ?? "";
  const attributes = copied.map((name) => ({ name, value: attribute(tag, name) })).filter(({ value }) => value !== undefined);
  const styles = new Map<number, number>();
  for (const cell of cellsOf(sheet, row)) {
    const style = styleOf(sheet.xml.slice(cell.start, cell.open));
    if (style !== 0) styles.set(cell.column, style);
  }
  return { attributes: attributes.map(({ name, value }) => ` ${name}="${value}"`).join("") + dyDescent, styles };
}
