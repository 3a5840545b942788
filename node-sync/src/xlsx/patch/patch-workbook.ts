import { workbookWording as say } from "../../wording/workbook";
import { refreshCharts } from "../charts/refresh-charts";
import { type Area, cellName, parseArea } from "./a1";
import { addSheet } from "./add-sheet";
import { growTable } from "./grow";
import { type HeldSheets, PackageParts } from "./package-parts";
import { patchSheet } from "./patch-sheet";
import type { SheetEdit } from "./sheet-edits";
import type { SheetPieces } from "./sheet-pieces";
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
  return (await patchFile({ bytes: source, held: null }, edits)).bytes;
}

/** A workbook file, with the sheets that are held inflated; `null` where none are to be. */
export interface HeldFile {
  readonly bytes: Buffer;
  readonly held: HeldSheets | null;
}

export interface PatchedFile extends HeldFile {
  /** Where sheets are held, the touched ones by their titles, as they were and as they are. */
  readonly sheets: ReadonlyMap<string, { readonly before: SheetPieces; readonly after: SheetPieces }>;
  /** Cells got styles that were not there: what a cell shows is to be read anew. */
  readonly isRestyled: boolean;
}

/** `patchWorkbook` for a process that goes on with the file: what is held of it is not inflated and packed again. */
export async function patchFile(file: HeldFile, edits: readonly SheetEdit[]): Promise<PatchedFile> {
  const wanted = edits.filter((edit) => edit.cells.length > 0 || edit.newSheet !== undefined);
  if (wanted.length === 0) return { ...file, sheets: new Map(), isRestyled: false };
  const parts = new PackageParts(file.bytes, file.held);
  const sheets = new Map<string, { before: SheetPieces; after: SheetPieces }>();
  let isRestyled = false;
  let workbook = await readWorkbookPart(parts);
  for (const edit of wanted) {
    if (edit.newSheet !== undefined) {
      await addSheet(parts, workbook, edit.sheet, edit.newSheet);
      workbook = await readWorkbookPart(parts);
    }
    const { index, growth, before, after } = await patchOne(parts, workbook, edit);
    if (file.held) sheets.set(edit.sheet, { before: sheets.get(edit.sheet)?.before ?? before, after });
    parts.write(workbook.name, updateWorkbook(await parts.text(workbook.name), new Map([[index, growth]])));
    if (!(await addStyles(parts, workbook))) continue;
    isRestyled = true;
    workbook = await readWorkbookPart(parts);
  }
  const bytes = await parts.pack();
  return { bytes, held: file.held && parts.held, sheets, isRestyled };
}

/** Patches one sheet and its tables; tells how its ranges grew. */
async function patchOne(parts: PackageParts, workbook: WorkbookPart, edit: SheetEdit) {
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
  const before = await parts.sheet(sheet.part, edit.firstDataRow ?? 2);
  const { pieces: after, growth } = patchSheet(sheet.part, before, edit, workbook.styles, totals);
  parts.closeSheet(sheet.part, after);
  if (edit.shown) await refreshCharts(parts, sheet.part, edit.sheet, edit.shown);
  for (const { target } of tables) {
    const table = await parts.text(target);
    const grown = growTable(table, growth);
    if (grown !== table) parts.write(target, grown);
  }
  return { index: sheet.index, growth, before, after };
}

/** Whether styles were added. */
async function addStyles(parts: PackageParts, { styles, stylesPart }: WorkbookPart): Promise<boolean> {
  if (stylesPart === undefined) return false;
  const before = await parts.text(stylesPart);
  const after = styles.withTwins(before);
  if (after !== before) parts.write(stylesPart, after);
  return after !== before;
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
