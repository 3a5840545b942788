import { workbookWording as say } from "../../wording/workbook";
import { type Area, cellName, parseArea } from "./a1";
import { addSheet } from "./add-sheet";
import { growTable, type RangeGrowth } from "./grow";
import { PackageParts } from "./package-parts";
import { patchSheet } from "./patch-sheet";
import type { SheetEdit } from "./sheet-edits";
import { totalsOf } from "./totals-row";
import { readWorkbookPart, updateWorkbook, type WorkbookPart } from "./workbook-part";
import { attribute, tags } from "./xml-scan";

export type { CellEdit, SheetEdit } from "./sheet-edits";

/**
 * Changes cells of an .xlsx workbook and leaves everything else in it as it was.
 *
 * Every part but the touched sheets, their tables and the workbook part keeps its compressed bytes. In a touched sheet
 * only the edited cells change, and the stored results of formulas go, since they may be stale now; the workbook is
 * told to compute all when opened. Rows that do not exist are made, looking like the row of data above them; filter,
 * table, validation conditional format ranges and print areas that ended right above rows that were empty grow over them.
 *
 * Values: text as inline text (so ids, leading zeros and a leading `=` stay text); `day` as a serial number where the
 * cell's style shows a day, else as ISO text; a number as a number unless its kind is `text`; `null` empties the cell.
 *
 * @param source the whole file; not changed
 * @returns the new file, or `source` itself when there is nothing to do
 * @throws Error (a sentence for people) when the file is damaged or encrypted, a sheet is missing, an edit hits a
 *   formula or a table's header, or a value fits no cell. Nothing is half done: there is no result then.
 */
export async function patchWorkbook(source: Buffer, edits: readonly SheetEdit[]): Promise<Buffer> {
  const wanted = edits.filter((edit) => edit.cells.length > 0 || edit.newSheet !== undefined);
  if (wanted.length === 0) return source;
  const parts = new PackageParts(source);
  const book = (await readWorkbookPart(parts)).name;
  for (const edit of wanted) {
    const growths = await patchOne(parts, edit);
    parts.write(book, updateWorkbook(await parts.text(book), growths));
  }
  return parts.pack();
}

/** Patches one sheet and its tables; gives back how its ranges grew, by the sheet's index. */
async function patchOne(parts: PackageParts, edit: SheetEdit): Promise<Map<number, RangeGrowth>> {
  if (edit.newSheet !== undefined) await addSheet(parts, await readWorkbookPart(parts), edit.sheet, edit.newSheet);
  const workbook = await readWorkbookPart(parts);
  const sheet = workbook.sheets.find(({ title }) => title === edit.sheet);
  if (sheet === undefined) throw new Error(say.noSuchSheet(edit.sheet));
  const tables = (await parts.relationships(sheet.part)).filter(({ kind }) => kind === "table");
  const ends: Area[] = [];
  for (const { target } of tables) {
    const xml = await parts.text(target);
    refuseTableHeader(edit, xml);
    const end = totalsOf(xml);
    if (end) ends.push(end);
  }
  // Of several tables on a sheet none can be moved without the others.
  const totals = tables.length === 1 ? ends[0] : undefined;
  const { bytes, growth } = patchSheet(sheet.part, await parts.bytes(sheet.part), edit, workbook.styles, totals);
  parts.close(sheet.part, bytes);
  await addStyles(parts, workbook);
  for (const { target } of tables) {
    const before = await parts.text(target);
    const after = growTable(before, growth);
    if (after !== before) parts.write(target, after);
  }
  return new Map([[sheet.index, growth]]);
}

async function addStyles(parts: PackageParts, { styles, stylesPart }: WorkbookPart): Promise<void> {
  if (stylesPart === undefined) return;
  const before = await parts.text(stylesPart);
  const after = styles.withTwins(before);
  if (after !== before) parts.write(stylesPart, after);
}

/** The header cells of a table must say what its table part says, or Excel calls the file damaged. */
function refuseTableHeader(edit: SheetEdit, tableXml: string): void {
  const tag = [...tags(tableXml)].find(({ name }) => name === "table");
  const text = tag === undefined ? "" : tableXml.slice(tag.start, tag.end);
  const area = parseArea(attribute(text, "ref") ?? "");
  if (area === undefined || attribute(text, "headerRowCount") === "0") return;
  const hit = edit.cells.find(({ row, column }) => row === area.top && column >= area.left && column <= area.right);
  if (hit !== undefined) throw new Error(say.tableHeader(edit.sheet, cellName(hit.row, hit.column)));
}
