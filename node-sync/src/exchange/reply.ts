import { join } from "node:path";
import type { Cell, Worksheet } from "exceljs";
import type { ForeignReport, RefusedRow } from "../../../apps-script/domain/merge/file-report";
import { LONGEST_NOTE } from "../../../apps-script/domain/schema/column";
import { cutTo, cutToCell } from "../../../apps-script/domain/snapshot/text-length";
import { trimmed } from "../../../apps-script/domain/snapshot/trim";
import type { Value } from "../../../apps-script/domain/snapshot/value";
import { readTable } from "../files/read-table-file";
import { replyWording as say } from "../wording/reply";
import { font, LINE_HEIGHT } from "../workbook/look";
import { LocalOutbox } from "./export/local-outbox";
import type { Outbox, OutFile } from "./export/outbox";
import { contentHash, isUneditedReply, MARK_SHEET, REPLY_MAGIC, type ReplyMark, replyMark } from "./reply-mark";
import { heightOf, type Texts, widthOf } from "./text-room";

export { isUneditedReply } from "./reply-mark";

/** A column of the reply: those of the file as received, several spellings of one meaning being one column. */
interface ReplyColumn {
  readonly id: string;
  readonly header: string;
}

const HEADER_ROW = 3;
const RED = { type: "pattern", pattern: "solid", fgColor: { argb: "FFFFC7CE" } } as const;
const GREY = { type: "pattern", pattern: "solid", fgColor: { argb: "FFD9E1F2" } } as const;
const LINE = { style: "thin", color: { argb: "FF999999" } } as const;
const BORDER = { top: LINE, left: LINE, bottom: LINE, right: LINE };

type Grid = readonly Texts[];
/** What a reply is made from. */
export type Answered = Pick<ForeignReport, "file" | "soleUnit" | "fingerprint" | "refusedRows">;

/** `deliverReply` into a folder; gives back the path. */
export async function writeReply(report: Omit<Answered, "soleUnit">, folder: string): Promise<string | null> {
  const name = await deliverReply({ ...report, soleUnit: null }, new LocalOutbox(folder));
  return name === null ? null : join(folder, name);
}

/**
 * Writes the rows that were refused back for the unit: all cells as received, the faulty ones red, each reason as a note
 * at its cell and in the last column, since not every program shows notes. The file can be corrected and sent back.
 *
 * It is called `<file>-退回.xlsx`. The reply to the same file, or the one that this file corrects, is replaced unless somebody
 * has changed it; any other file of that name stays and the reply gets a number.
 *
 * @returns the name of the reply; `null` when no row was refused and nothing was written
 */
export async function deliverReply(report: Answered, outbox: Outbox): Promise<string | null> {
  if (report.refusedRows.length === 0) return null;
  const columns = columnsOf(report.refusedRows);
  const grid = gridOf(report, columns);
  const mark: ReplyMark = { hash: contentHash(grid.map((cells) => ({ cells }))), answers: report.fingerprint };
  for (let copy = 1; ; copy++) {
    const name = replyName(report.file, copy);
    const file: OutFile = { unit: report.soleUnit, name };
    const found = await replyAt(file, outbox);
    if (found === "other") continue;
    // A file of the reply's own name is that reply, corrected by the unit.
    if (found !== null && found.answers !== mark.answers && name !== report.file) continue;
    if (found?.hash === mark.hash) return name;
    const bytes = await bytesOf(report, columns, grid, mark);
    if (found !== null) await outbox.replace(file, bytes);
    else if (!(await outbox.create(file, bytes))) continue;
    return name;
  }
}

/** What stands where a reply would go: nothing, an unchanged reply of ours, or something else that must stay. */
async function replyAt(file: OutFile, outbox: Outbox): Promise<ReplyMark | "other" | null> {
  const bytes = await outbox.read(file);
  if (bytes === undefined) return null;
  const table = await readTable(bytes, file.name).catch(() => null);
  return (table && isUneditedReply(table) ? replyMark(table) : null) ?? "other";
}

async function bytesOf(report: Answered, columns: readonly ReplyColumn[], grid: Grid, mark: ReplyMark): Promise<Uint8Array> {
  const exceljs = await import("exceljs");
  const { Workbook } = exceljs.default ?? exceljs;
  const workbook = new Workbook();
  const sheet = workbook.addWorksheet(say.sheet, { views: [{ state: "frozen", ySplit: HEADER_ROW }] });
  const widths = columns.map((_, index) => widthOf(grid.slice(HEADER_ROW - 1), index));
  sheet.columns = columns.map(({ id }, index) => ({ key: id, width: widths[index] ?? 0, style: { numFmt: "@" } }));
  for (const row of grid) sheet.addRow(row.map((text) => (text === null ? null : escaped(cutToCell(text)))));
  for (const [index, row] of report.refusedRows.entries()) markReasons(sheet, index + HEADER_ROW + 1, row, columns);
  dress(sheet, grid, widths);
  workbook.addWorksheet(MARK_SHEET, { state: "hidden" }).addRows([[REPLY_MAGIC], [mark.hash], [mark.answers]]);
  workbook.keywords = `${REPLY_MAGIC}-${mark.hash}`;
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

/**
 * `<file>-退回.xlsx`, without what Windows forbids in names; short enough for any file system. A reply that comes back, also
 * as a second download, is answered under the name of the first file.
 */
export function replyName(file: string, copy = 1): string {
  const stem = trimmed(withoutEndings(file.replace(/\.[^.]{1,5}$/u, "")).replace(/[\\/:*?"<>|]|\p{Cc}/gu, "_"), ".");
  return say.fileName([...stem].slice(0, 60).join("") || say.sheet, copy);
}

function withoutEndings(name: string): string {
  let rest = name;
  for (;;) {
    const ending = say.ownEnding.exec(rest.slice(-say.longestEnding))?.[0];
    if (ending === undefined) return rest;
    rest = rest.slice(0, -ending.length);
  }
}

function idOf({ title, header }: RefusedRow["cells"][number]): string {
  return title === null ? `other ${header}` : `known ${title}`;
}

function columnsOf(rows: readonly RefusedRow[]): ReplyColumn[] {
  const columns = new Map<string, ReplyColumn>();
  for (const { cells } of rows) {
    for (const cell of cells) {
      const id = idOf(cell);
      if (!columns.has(id)) columns.set(id, { id, header: cell.header });
    }
  }
  const missing = rows
    .flatMap(({ reasons }) => reasons.map(({ column }) => column))
    .filter((title) => !columns.has(`known ${title}`));
  for (const title of missing) columns.set(`known ${title}`, { id: `known ${title}`, header: title });
  columns.delete(`other ${say.reasonColumn}`);
  return [...columns.values(), { id: "reason", header: say.reasonColumn }];
}

function gridOf({ file, refusedRows }: Pick<Answered, "file" | "refusedRows">, columns: readonly ReplyColumn[]): Grid {
  const rows = refusedRows.map(({ sheet, at, cells, reasons }) => {
    const texts = new Map(cells.map((cell) => [idOf(cell), receivedText(cell.raw, cell.title)]));
    const sentences = reasons.map(({ column, message }) => say.reason(column, message.replace(/。$/u, "")));
    texts.set("reason", say.joined(say.row(sheet, at), sentences));
    return columns.map(({ id }) => texts.get(id) ?? null);
  });
  return [[say.title(file, rows.length)], [say.explanation], columns.map(({ header }) => header), ...rows];
}

/**
 * A value as text. An id that was a number stays visibly damaged (`3.79999E+17`): as plain digits it would look whole, and
 * one in eleven would pass its check when the file comes back.
 */
function receivedText(raw: Value, title: string | null): string | null {
  if (raw === null) return null;
  // A workbook holds no control characters.
  if (typeof raw !== "number") return raw.replace(/\r\n?/gu, "\n").replace(/(?![\n\t])\p{Cc}/gu, "");
  const isId = title === "证件号" || Math.abs(raw) >= 1e15;
  return isId ? raw.toExponential().replace("e", "E") : String(raw);
}

/** exceljs does not escape what looks like an escape (ECMA-376 part 1, 22.9.2.19), and readers would take it for one. */
function escaped(text: string): string {
  return text.replace(/_(?=x[0-9A-Fa-f]{4}_)/gu, "_x005F_");
}

function markReasons(sheet: Worksheet, at: number, row: RefusedRow, columns: readonly ReplyColumn[]): void {
  const byCell = new Map<number, string[]>();
  for (const { column, message } of row.reasons) {
    const place = columns.findIndex(({ id }) => id === `known ${column}`) + 1;
    const messages = byCell.get(place);
    if (messages) messages.push(message);
    else byCell.set(place, [message]);
  }
  for (const [place, messages] of byCell) {
    const cell = sheet.getCell(at, place);
    cell.fill = RED;
    cell.note = cutTo(messages.join("\n"), LONGEST_NOTE);
  }
}

function dress(sheet: Worksheet, grid: Grid, widths: readonly number[]): void {
  const width = widths.length;
  sheet.eachRow((row, at) => {
    if (at >= HEADER_ROW) row.height = heightOf(grid[at - 1] ?? [], widths);
    for (let place = 1; place <= width && at >= HEADER_ROW; place++) frame(row.getCell(place), at === HEADER_ROW);
  });
  for (const at of [1, 2]) sheet.mergeCells(at, 1, at, width);
  sheet.getCell(1, 1).font = font({ bold: true, size: 14 });
  sheet.getRow(1).height = 24;
  sheet.getCell(2, 1).font = font({ color: { argb: "FFC00000" } });
  sheet.getRow(2).height = LINE_HEIGHT + 3;
  sheet.pageSetup = {
    paperSize: 9,
    orientation: "landscape",
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    printTitlesRow: `${HEADER_ROW}:${HEADER_ROW}`,
    margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.5, header: 0.2, footer: 0.2 },
  };
}

function frame(cell: Cell, isHeader: boolean): void {
  cell.border = BORDER;
  cell.alignment = { vertical: "middle", wrapText: true, ...(isHeader ? { horizontal: "center" } : {}) };
  cell.font = font({ bold: isHeader });
  if (!isHeader) return;
  cell.fill = GREY;
}
