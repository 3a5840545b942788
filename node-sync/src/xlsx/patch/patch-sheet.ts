import { workbookWording as say } from "../../wording/workbook";
import { type Area, cellName, parseArea } from "./a1";
import type { BookStyles } from "./cell-markup";
import { growTail, RangeGrowth } from "./grow";
import { OpenPieces } from "./open-pieces";
import { editsByRow, type RowEdits, type SheetEdit } from "./sheet-edits";
import { cutSheet, joined, type SheetPieces } from "./sheet-pieces";
import { RowsPass } from "./sheet-rows";
import { type MovedTotals, withTotalsMoved } from "./totals-row";
import { attribute, maskMarkup, type Tag, tags, withAttribute } from "./xml-scan";

/** A patched sheet and how far the ranges that point at it are to grow. */
interface PatchedSheet {
  readonly pieces: SheetPieces;
  readonly growth: RangeGrowth;
}

interface Head {
  readonly dimension: Tag | undefined;
  readonly data: Tag;
  readonly columns: readonly { readonly first: number; readonly last: number; readonly style: number }[];
}

/**
 * The sheet part with its cells changed; whatever no edit touches keeps its bytes.
 *
 * @param part path of the part, for messages
 * @param totals the range of a table that ends with a totals row: new rows below it make the table grow
 * @throws Error (a sentence) for a part that is no worksheet or not UTF-8, and for edits that cannot be made
 */
export function patchSheet(part: string, pieces: SheetPieces, edit: SheetEdit, book: BookStyles, totals?: Area): PatchedSheet {
  if (!isUtf8(pieces.head)) throw new Error(say.unknownEncoding(part));
  const room = totals && withTotalsMoved(joined(pieces).toString("latin1"), edit, totals);
  if (!room) return patchPieces(pieces, edit, book);
  return patchPieces(cutSheet(Buffer.from(room.xml, "latin1"), pieces.firstDataRow, pieces.size), room.edit, book, room.moved);
}

function patchPieces(pieces: SheetPieces, edit: SheetEdit, book: BookStyles, moved?: MovedTotals): PatchedSheet {
  const edits = editsByRow(edit.sheet, edit.cells);
  const open = new OpenPieces(edit.sheet, pieces, edits);
  const { text, growth } = patchText(open.text.toString("latin1"), edit, edits, book, moved);
  return { pieces: open.close(Buffer.from(text, "latin1")), growth };
}

/** The same on the part's text, one character a byte. */
function patchText(
  xml: string,
  edit: SheetEdit,
  edits: readonly RowEdits[],
  book: BookStyles,
  moved: MovedTotals | undefined,
): { text: string; growth: RangeGrowth } {
  const scan = xml.includes("<!") || xml.includes("<?", 6) ? maskMarkup(xml) : xml;
  const head = headOf(edit.sheet, scan);
  const firstDataRow = edit.firstDataRow ?? 2;
  const { data } = head;
  const sheet = { title: edit.sheet, xml, scan, prefix: data.prefix };
  const columnStyle = (column: number): number =>
    head.columns.find((span) => column >= span.first && column <= span.last)?.style ?? 0;
  const close = data.kind === "empty" ? data.end : scan.lastIndexOf(`</${data.prefix}sheetData`);
  const { pieces, appended } = new RowsPass({
    sheet,
    book,
    firstDataRow,
    columnStyle,
    keepResults: edit.keepResults ?? new Set(),
  }).run(data.end, close, edits);
  const growth = new RangeGrowth(appended, firstDataRow, moved);
  const open = xml.slice(data.start, data.end);
  const isOpened = data.kind === "empty" && pieces.length > 0;
  const before = [
    grownDimension(xml.slice(0, data.start), head.dimension, edits),
    isOpened ? open.replace(/(?<!\s)\s*\/>$/, ">") : open,
  ];
  const after = [isOpened ? `</${data.prefix}sheetData>` : "", growTail(xml.slice(close), scan.slice(close), growth)];
  return { text: before.concat(pieces, after).join(""), growth };
}

/** UTF-8, marked or not: a UTF-16 mark, or another encoding in the declaration, is refused. */
export function isUtf8(bytes: Buffer): boolean {
  const declared =
    /^(?:\xef\xbb\xbf)?<\?xml[^>]*?encoding\s*=\s*["']([^"']+)/.exec(bytes.toString("latin1", 0, 200))?.[1] ?? "utf-8";
  return bytes[0] !== 0xfe && bytes[0] !== 0xff && bytes[1] !== 0 && /^(utf-?8|us-ascii)$/i.test(declared);
}

/** What stands before the rows. */
function headOf(title: string, scan: string): Head {
  let dimension: Tag | undefined;
  const columns: { first: number; last: number; style: number }[] = [];
  for (const tag of tags(scan)) {
    if (tag.kind === "close") continue;
    const text = scan.slice(tag.start, tag.end);
    if (tag.name === "dimension") dimension = tag;
    else if (tag.name === "col") {
      const [first, last, style] = ["min", "max", "style"].map((name) => Number(attribute(text, name) ?? 0));
      columns.push({ first: first ?? 0, last: last ?? 0, style: style ?? 0 });
    } else if (tag.name === "sheetData") return { dimension, data: tag, columns };
  }
  throw new Error(say.noSheetData(title));
}

/** The head with `<dimension>` stretched over the cells that get a value; a sheet without one gets none. */
function grownDimension(head: string, dimension: Tag | undefined, edits: readonly RowEdits[]): string {
  if (dimension === undefined) return head;
  const text = head.slice(dimension.start, dimension.end);
  const area = parseArea(attribute(text, "ref") ?? "");
  if (area === undefined) return head;
  const grown = edits.reduce(stretched, area);
  const ref = `${cellName(grown.top, grown.left)}:${cellName(grown.bottom, grown.right)}`;
  const isSame = (Object.keys(area) as (keyof Area)[]).every((side) => area[side] === grown[side]);
  return isSame ? head : head.slice(0, dimension.start) + withAttribute(text, "ref", ref) + head.slice(dimension.end);
}

function stretched(area: Area, { row, cells }: RowEdits): Area {
  const written = cells.filter((edit) => edit.value !== null);
  const [first, last] = [written[0], written.at(-1)];
  if (first === undefined || last === undefined) return area;
  return {
    top: Math.min(area.top, row),
    bottom: Math.max(area.bottom, row),
    left: Math.min(area.left, first.column),
    right: Math.max(area.right, last.column),
  };
}
