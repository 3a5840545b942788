import { type Area, parseArea } from "./a1";
import { type CellSpan, findTag, type RowSpan, type SheetText } from "./row-scan";
import { attribute, tagEnd } from "./xml-scan";

/**
 * Knows which cells are formulas while the rows of a sheet go by in order, those included that only show a part of an
 * array formula or a data table. Asking is cheap: the next `<f` is looked for once.
 */
export class FormulaCells {
  private next = 0;
  private areas: Area[] = [];
  private readonly opening: string;
  private readonly result: RegExp;

  constructor(private readonly sheet: SheetText) {
    const { scan, prefix } = sheet;
    this.opening = `<${prefix}f`;
    this.next = findTag(scan, this.opening, 0);
    this.result = new RegExp(
      `<${prefix}(v|is)(?:\\s[^<>]*)?(?:/>|>(?:(?!<${prefix}(?:v|is)[\\s/>])[\\s\\S])*?</${prefix}\\1\\s*>)`,
    );
  }

  /** Called before the cells of a row: forgets the arrays that ended above it. */
  enter(row: number): void {
    if (this.areas.length > 0) this.areas = this.areas.filter((area) => area.bottom >= row);
  }

  /** Whether a row holds a formula or a part of an array. */
  touch(row: RowSpan): boolean {
    return this.within(row.open, row.close) || this.areas.some((area) => row.row >= area.top && row.row <= area.bottom);
  }

  /** Whether a cell is a formula or shows a part of one. Cells must be asked for in order. */
  has(row: number, cell: CellSpan): boolean {
    if (!this.within(cell.open, cell.end)) return this.covers(row, cell.column);
    const { scan } = this.sheet;
    const tag = scan.slice(this.next, tagEnd(scan, this.next));
    const type = attribute(tag, "t");
    const area = type === "array" || type === "dataTable" ? parseArea(attribute(tag, "ref") ?? "") : undefined;
    // Arrays of one cell come by the thousand and cover nothing but themselves.
    if (area !== undefined && (area.bottom > area.top || area.right > area.left)) this.areas.push(area);
    return true;
  }

  /** Whether a place lies in an array formula or a data table that began above or left of it. */
  covers(row: number, column: number): boolean {
    const { areas } = this;
    return areas.some((area) => row >= area.top && row <= area.bottom && column >= area.left && column <= area.right);
  }

  /** What is inside a formula's cell without the stored result, so that no program shows a sum from before the change. */
  withoutResult(body: string): string {
    return body.replace(this.result, "");
  }

  private within(from: number, to: number): boolean {
    if (this.next < from) this.next = findTag(this.sheet.scan, this.opening, from);
    return this.next < to;
  }
}
