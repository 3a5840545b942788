import {
  AlignmentType,
  BorderStyle,
  convertMillimetersToTwip,
  Document,
  Footer,
  HeightRule,
  type ISectionOptions,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from "docx";
import { inflateEntry, readEntries } from "../../../node-sync/src/xlsx/patch/zip-read";
import { packEntry, writeZip } from "../../../node-sync/src/xlsx/patch/zip-write";

/** How the centre's Word forms look: A4, 宋体 with headings in 黑体, tables of thin lines, cells centred. */

const mm = convertMillimetersToTwip;
const BODY = "宋体";
const HEADING = "黑体";
const font = (name: string) => ({ ascii: "Times New Roman", hAnsi: "Times New Roman", eastAsia: name, cs: "Times New Roman" });
const MARGIN = 20;
/** 五号, 小四 and 二号 in half points. */
export const SIZE = { small: 18, body: 21, large: 24, title: 44 } as const;

type Align = (typeof AlignmentType)[keyof typeof AlignmentType];

interface Said {
  readonly size?: number;
  readonly isHeading?: boolean;
  readonly align?: Align;
  /** Around the line, in points. */
  readonly before?: number;
  readonly after?: number;
  /** Of the first line, in characters of the text. */
  readonly indent?: number;
  /** From the right, in mm: room to sign. */
  readonly room?: number;
  readonly startsPage?: boolean;
}

export function line(
  text: string,
  {
    size = SIZE.body,
    isHeading = false,
    align = AlignmentType.LEFT,
    before = 0,
    after = 0,
    indent = 0,
    room = 0,
    startsPage = false,
  }: Said = {},
): Paragraph {
  return new Paragraph({
    alignment: align,
    pageBreakBefore: startsPage,
    spacing: { before: before * 20, after: after * 20 },
    indent: { firstLine: indent * size * 10, right: mm(room) },
    children: [new TextRun({ text, size, font: font(isHeading ? HEADING : BODY) })],
  });
}

export const title = (text: string, more: Said = {}): Paragraph =>
  line(text, { size: SIZE.title - 8, isHeading: true, align: AlignmentType.CENTER, after: 12, ...more });

export interface Cell {
  readonly content: string | readonly Paragraph[];
  readonly columns?: number;
  readonly rows?: number;
  readonly isLabel?: boolean;
  readonly align?: Align;
  readonly size?: number;
  /** Stands at the bottom of a high cell. */
  readonly isLow?: boolean;
}

export const label = (content: string, more: Partial<Cell> = {}): Cell => ({ content, isLabel: true, ...more });
export const value = (content: string, more: Partial<Cell> = {}): Cell => ({ content, ...more });
export const text = (content: readonly Paragraph[], more: Partial<Cell> = {}): Cell => ({ content, ...more });

export interface Row {
  /** In mm; a row grows with what is in it. */
  readonly height?: number;
  readonly isHeader?: boolean;
  readonly cells: readonly Cell[];
}

/** @param widths of the columns in mm */
export function table(widths: readonly number[], rows: readonly Row[]): Table {
  const border = { style: BorderStyle.SINGLE, size: 4, color: "000000" };
  const borders = { top: border, bottom: border, left: border, right: border, insideHorizontal: border, insideVertical: border };
  return new Table({
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    width: { size: mm(widths.reduce((sum, one) => sum + one, 0)), type: WidthType.DXA },
    columnWidths: widths.map((one) => mm(one)),
    borders,
    rows: rows.map((row) => rowOf(row, widths)),
  });
}

function rowOf({ height = 12, isHeader = false, cells }: Row, widths: readonly number[]): TableRow {
  let column = 0;
  return new TableRow({
    cantSplit: true,
    tableHeader: isHeader,
    height: { value: mm(height), rule: HeightRule.ATLEAST },
    children: cells.map((cell) => {
      const width = widths.slice(column, column + (cell.columns ?? 1)).reduce((sum, one) => sum + one, 0);
      column += cell.columns ?? 1;
      return cellOf(cell, width);
    }),
  });
}

function cellOf(
  { content, columns = 1, rows = 1, isLabel = false, align = AlignmentType.CENTER, size = SIZE.body, isLow = false }: Cell,
  width: number,
): TableCell {
  return new TableCell({
    columnSpan: columns,
    rowSpan: rows,
    width: { size: mm(width), type: WidthType.DXA },
    verticalAlign: isLow ? VerticalAlignTable.BOTTOM : VerticalAlignTable.CENTER,
    margins: { left: mm(1.2), right: mm(1.2), top: mm(0.8), bottom: mm(0.8) },
    children:
      typeof content === "string"
        ? content.split("\n").map((one) => line(one, { align, size, isHeading: isLabel }))
        : [...content],
  });
}

export const section = (children: ISectionOptions["children"], more: Partial<ISectionOptions> = {}): ISectionOptions => ({
  properties: {
    page: {
      size: { width: mm(210), height: mm(297) },
      margin: { top: mm(22), bottom: mm(20), left: mm(MARGIN), right: mm(MARGIN), header: mm(10), footer: mm(10) },
    },
  },
  ...more,
  children,
});

export const pageFooter = (): Footer =>
  new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [
          new TextRun({
            children: ["第 ", PageNumber.CURRENT, " 页　共 ", PageNumber.TOTAL_PAGES, " 页"],
            size: SIZE.small,
            font: font(BODY),
          }),
        ],
      }),
    ],
  });

/** The form as a file; the same form is the same bytes on any day. */
export async function wordFile(heading: string, sections: readonly ISectionOptions[]): Promise<Buffer> {
  const form = new Document({
    title: heading,
    creator: "安培台账",
    lastModifiedBy: "安培台账",
    sections: [...sections],
    styles: { default: { document: { run: { font: font(BODY), size: SIZE.body } } } },
  });
  const entries = readEntries(await Packer.toBuffer(form));
  const packed = await Promise.all(
    entries.map(async (entry) => {
      const bytes = await inflateEntry(entry);
      const isCore = entry.name === "docProps/core.xml";
      return packEntry(
        entry.name,
        isCore ? Buffer.from(bytes.toString("utf8").replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/gu, "2024-01-02T00:00:00Z")) : bytes,
      );
    }),
  );
  return writeZip(packed);
}

/** A line to sign or date, at the right. */
export const signed = (what: string, room: number): Paragraph => line(what, { align: AlignmentType.RIGHT, room, after: 8 });
export const dated = (): Paragraph => line("年　　　月　　　日", { align: AlignmentType.RIGHT, room: 4 });
