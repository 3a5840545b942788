import type { TableRow, TableSheet } from "../../../apps-script/domain/merge/table-file";
import type { Attributes, XmlHandlers } from "../xlsx/xml";
import { DocumentStyles } from "./document-styles";
import { StruckText } from "./struck-text";

/** What rows `first` to `last` of a sheet look like, where they look like anything. */
interface RowLooks {
  readonly first: number;
  readonly last: number;
  readonly isHidden: boolean;
  /** Columns whose whole text is struck out. */
  readonly struck: readonly number[];
  /** Column → text without what is struck out of it. */
  readonly kept: ReadonlyMap<number, string>;
}

/** What SheetJS does not tell of a sheet of an OpenDocument file: of the rows with a value, in their order. */
export interface SheetLooks {
  readonly isHidden: boolean;
  readonly rows: RowLooks[];
}

interface OpenRow {
  readonly first: number;
  readonly last: number;
  readonly isHidden: boolean;
  readonly style: string | undefined;
  column: number;
  hasValue: boolean;
  readonly struck: number[];
  readonly kept: Map<number, string>;
}

interface OpenCell {
  readonly count: number;
  hasValue: boolean;
  readonly text: StruckText;
}

/** What stands on a cell, not in it: notes and drawings. */
const isAside = (name: string): boolean => /^(?:office:)?annotation$|^draw:/.test(name);

/**
 * Follows the styles and the content of an OpenDocument file and notes hidden sheets and rows, and text that is struck out by the
 * format of its cell or by its own. A row without height is hidden.
 */
export class DocumentLooks implements XmlHandlers {
  readonly sheets = new Map<string, SheetLooks>();
  private readonly styles = new DocumentStyles();
  private rows: RowLooks[] = [];
  private columns: { readonly end: number; readonly style: string | undefined }[] = [];
  private row: OpenRow | null = null;
  private cell: OpenCell | null = null;
  private at = 0;
  private aside = 0;

  /** @param mostColumns of cells farther right nothing is noted */
  constructor(private readonly mostColumns: number) {}

  open(name: string, attributes: Attributes): void {
    this.styles.take(name, attributes);
    if (isAside(name)) this.aside++;
    if (this.aside > 0) return;
    if (name === "table:table") this.openSheet(attributes);
    else if (name === "table:table-column") this.openColumns(attributes);
    else if (name === "table:table-row") this.openRow(attributes);
    else if (name === "table:table-cell" || name === "table:covered-table-cell") this.openCell(attributes);
    else if (this.cell) this.openText(name, attributes, this.cell);
  }

  text(text: string): void {
    if (this.aside === 0) this.cell?.text.add(text);
  }

  close(name: string): void {
    this.styles.leave(name);
    if (isAside(name)) this.aside--;
    if (this.aside > 0) return;
    if (name === "table:table-cell" || name === "table:covered-table-cell") this.closeCell();
    else if (name === "table:table-row") this.closeRow();
    else if (name === "text:span") this.cell?.text.closeSpan();
  }

  private openSheet(attributes: Attributes): void {
    this.rows = [];
    this.columns = [];
    this.at = 0;
    const isHidden = this.styles.hides(attributes["table:style-name"]);
    this.sheets.set(attributes["table:name"] ?? "", { isHidden, rows: this.rows });
  }

  private openColumns(attributes: Attributes): void {
    const before = this.columns[this.columns.length - 1]?.end ?? 0;
    const end = before + times(attributes["table:number-columns-repeated"]);
    this.columns.push({ end, style: attributes["table:default-cell-style-name"] });
  }

  private openRow(attributes: Attributes): void {
    const first = this.at + 1;
    this.at += times(attributes["table:number-rows-repeated"]);
    const visibility = attributes["table:visibility"];
    const isHidden = visibility === "collapse" || visibility === "filter" || this.styles.flattens(attributes["table:style-name"]);
    const style = attributes["table:default-cell-style-name"];
    this.row = { first, last: this.at, isHidden, style, column: 0, hasValue: false, struck: [], kept: new Map() };
  }

  private openCell(attributes: Attributes): void {
    const { row } = this;
    if (!row) return;
    const own = attributes["table:style-name"] ?? row.style ?? this.columns.find(({ end }) => row.column < end)?.style;
    const hasValue = Object.keys(attributes).some((name) => /^(?:office:|calcext:|value-type$)|:formula$/.test(name));
    const count = times(attributes["table:number-columns-repeated"]);
    this.cell = { count, hasValue, text: new StruckText(this.styles.strikes("table-cell", own) === true) };
  }

  private openText(name: string, attributes: Attributes, cell: OpenCell): void {
    if (name === "text:p") {
      cell.hasValue = true;
      cell.text.openParagraph();
    } else if (name === "text:span") cell.text.openSpan(this.styles.strikes("text", attributes["text:style-name"]));
    else if (name === "text:s") cell.text.add(" ".repeat(Math.min(times(attributes["text:c"]), MOST_BLANKS)));
    else if (name === "text:tab") cell.text.add("\t");
    else if (name === "text:line-break") cell.text.add("\n");
  }

  private closeCell(): void {
    const { row, cell } = this;
    this.cell = null;
    if (!row || !cell) return;
    const [first, end] = [row.column, Math.min(row.column + cell.count, this.mostColumns)];
    row.column += cell.count;
    if (!cell.hasValue) return;
    row.hasValue = true;
    const { isStruck, kept } = cell.text;
    for (let column = first; column < end && (isStruck || kept !== null); column++) {
      if (isStruck) row.struck.push(column);
      else if (kept !== null) row.kept.set(column, kept);
    }
  }

  private closeRow(): void {
    const { row } = this;
    this.row = null;
    if (!row?.hasValue || !(row.isHidden || row.struck.length > 0 || row.kept.size > 0)) return;
    const { first, last, isHidden, struck, kept } = row;
    this.rows.push({ first, last, isHidden, struck, kept });
  }
}

const MOST_BLANKS = 1000;

/** How often something is repeated, or how many blanks stand there. */
export function times(repeated: string | undefined): number {
  const count = Number(repeated ?? 1);
  return Number.isFinite(count) && count > 1 ? count : 1;
}

/** A sheet as SheetJS reads it, with what it does not tell. */
export function withLooks(sheet: TableSheet, looks: SheetLooks | undefined): TableSheet {
  if (!looks) return sheet;
  let place = 0;
  const rows = sheet.rows.map((row): TableRow => {
    for (let next = looks.rows[place]; next && next.last < row.at; next = looks.rows[place]) place++;
    const look = looks.rows[place];
    return look && look.first <= row.at ? lookedAt(row, look) : row;
  });
  return { ...sheet, rows, ...(looks.isHidden ? { hidden: true } : {}) };
}

function lookedAt(row: TableRow, { isHidden, struck, kept }: RowLooks): TableRow {
  const cells = row.cells.map((cell, column) => (typeof cell === "string" ? (kept.get(column) ?? cell) : cell));
  return { ...row, cells, ...(isHidden ? { hidden: true } : {}), ...(struck.length > 0 ? { struck } : {}) };
}
