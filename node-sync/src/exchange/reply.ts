import type { Cell, Worksheet } from "exceljs";
import type { ForeignReport, RefusedRow } from "../../../apps-script/domain/merge/file-report";
import { LONGEST_NOTE } from "../../../apps-script/domain/schema/column";
import { cutTo, cutToCell } from "../../../apps-script/domain/snapshot/text-length";
import { joinedForUnit, type UnitSentence } from "../../../apps-script/domain/wording/audience";
import { read } from "../readers/readers";
import { replyWording as say } from "../wording/reply";
import { font, LINE_HEIGHT } from "../workbook/look";
import type { Outbox, OutFile } from "./export/outbox";
import { escaped, receivedText } from "./received-text";
import { answersAll, answersOf, contentHash, MARK_SHEET, REPLY_MAGIC, type ReplyMark } from "./reply-mark";
import { replyName } from "./reply-name";
import { heightOf, type Texts, widthOf } from "./text-room";

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
/** A list of which rows were refused. `corrects` is what a reply of ours says it answers when the list is that, corrected. */
export type Answered = Pick<ForeignReport, "file" | "soleUnit" | "fingerprint" | "refusedRows" | "unread"> & {
  readonly corrects: string | null;
};

/** A row that goes back, and what it is called. */
interface Refused extends RefusedRow {
  readonly place: UnitSentence;
}

/**
 * Writes the rows that were refused back for the unit: all cells as received, the faulty ones red, each reason as a note
 * at its cell and in the last column, since not every program shows notes. The file can be corrected and sent back.
 *
 * The reply to the same lists, or the one that a list corrects, is replaced unless somebody has changed it; any other file of
 * its name stays and the reply gets a number.
 *
 * @param lists of this unit, or a single one of nobody known
 * @returns the name of the reply
 */
export async function deliverListReply(unit: string | null, lists: readonly Answered[], outbox: Outbox): Promise<string> {
  const rows = refusedOf(lists);
  const columns = columnsOf(rows);
  const unread = [...new Set(lists.flatMap((list) => list.unread))];
  const grid = gridOf(unit, rows, columns, unread);
  const mark: ReplyMark = { hash: contentHash(grid.map((cells) => ({ cells }))), answers: answersOf(lists) };
  for (let copy = 1; ; copy++) {
    const name = replyName(unit, copy);
    const file: OutFile = { unit, name };
    const found = await replyAt(file, outbox);
    if (found === "other") continue;
    const isSame = found?.answers === mark.answers;
    if (found && !isSame && answersAll(found.answers, mark.answers)) return name;
    if (found && !isSame && !lists.some(({ corrects }) => corrects === found.answers)) continue;
    if (found?.hash === mark.hash && isSame) return name;
    const bytes = await bytesOf(rows, columns, grid, mark);
    if (found !== null) await outbox.replace(file, bytes);
    else if (!(await outbox.create(file, bytes))) continue;
    return name;
  }
}

/** All rows that go back, each with its place in the file; of several files with which one it is of. */
export function refusedOf(lists: readonly Pick<Answered, "refusedRows">[]): Refused[] {
  return lists.flatMap(({ refusedRows }, index) =>
    refusedRows.map((row) => ({ ...row, place: say.row(lists.length === 1 ? null : index + 1, row.sheet, row.at) })),
  );
}

/** What stands where a reply would go: nothing, an unchanged reply of ours, or something else that must stay. */
async function replyAt(file: OutFile, outbox: Outbox): Promise<ReplyMark | "other" | null> {
  const bytes = await outbox.read(file);
  if (bytes === undefined) return null;
  return (await read(file.name, "reply", bytes, file.name).catch(() => null)) ?? "other";
}

async function bytesOf(
  rows: readonly Refused[],
  columns: readonly ReplyColumn[],
  grid: Grid,
  mark: ReplyMark,
): Promise<Uint8Array> {
  const exceljs = await import("exceljs");
  const { Workbook } = exceljs.default ?? exceljs;
  const workbook = new Workbook();
  const sheet = workbook.addWorksheet(say.sheet, { views: [{ state: "frozen", ySplit: HEADER_ROW }] });
  const widths = columns.map((_, index) => widthOf(grid.slice(HEADER_ROW - 1), index));
  sheet.columns = columns.map(({ id }, index) => ({ key: id, width: widths[index] ?? 0, style: { numFmt: "@" } }));
  for (const row of grid) sheet.addRow(row.map((text) => (text === null ? null : escaped(cutToCell(text)))));
  for (const [index, row] of rows.entries()) markReasons(sheet, index + HEADER_ROW + 1, row, columns);
  dress(sheet, grid, widths);
  workbook.addWorksheet(MARK_SHEET, { state: "hidden" }).addRows([[REPLY_MAGIC], [mark.hash], [mark.answers]]);
  workbook.keywords = `${REPLY_MAGIC}-${mark.hash}`;
  return new Uint8Array(await workbook.xlsx.writeBuffer());
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

function gridOf(
  unit: string | null,
  refused: readonly Refused[],
  columns: readonly ReplyColumn[],
  unread: readonly string[],
): Grid {
  const rows = refused.map(({ place, cells, reasons }) => {
    const texts = new Map(cells.map((cell) => [idOf(cell), receivedText(cell.raw, cell.title)]));
    texts.set("reason", say.reasons(place, reasons));
    return columns.map(({ id }) => texts.get(id) ?? null);
  });
  return [[say.title(unit, rows.length)], [say.explanation(unread)], columns.map(({ header }) => header), ...rows];
}

function markReasons(sheet: Worksheet, at: number, row: RefusedRow, columns: readonly ReplyColumn[]): void {
  const byCell = new Map<number, UnitSentence[]>();
  for (const { column, message } of row.reasons) {
    const place = columns.findIndex(({ id }) => id === `known ${column}`) + 1;
    const messages = byCell.get(place);
    if (messages) messages.push(message);
    else byCell.set(place, [message]);
  }
  for (const [place, messages] of byCell) {
    const cell = sheet.getCell(at, place);
    cell.fill = RED;
    cell.note = cutTo(joinedForUnit(messages, "\n"), LONGEST_NOTE);
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
