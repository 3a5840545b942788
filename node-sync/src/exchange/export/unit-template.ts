import type { Style, Workbook, Worksheet } from "exceljs";
import { GUIDE_SHEET, IDENTITY_SHEET, PEOPLE_SHEET, ROW_ID_TITLE } from "../../../../apps-script/domain/exchange/identity";
import { SENT_COLUMNS, type SentColumn, sentColumn } from "../../../../apps-script/domain/exchange/sent-rows";
import { type Column, ROSTER } from "../../../../apps-script/domain/schema/index";
import * as say from "../../wording/export";
import { addValidation } from "../../workbook/excel";
import { bodyStyle, columnWidth, fill, font, headerStyle, LINE_HEIGHT, lines, PAINTS } from "../../workbook/look";
import { emptyBook, fileOf } from "../../workbook/new-workbook";
import { printOn } from "../../workbook/table-sheet";
import { addColumnValidation } from "../../workbook/validations";
import { LAST_ROW } from "../../xlsx/column-check";

/** Which sheets a file has besides 学员, 填写说明 and `_anpei`. */
export interface Extras {
  readonly cards: boolean;
  readonly results: boolean;
}

/** What the rows of the template's sheets are patterns for. */
export const LIST_ROWS = { title: 1, header: 2, plain: 3, taken: 4, refused: 5, conflict: 6 } as const;
export const CARD_ROWS = { title: 1, warning: 2, header: 3, plain: 4 } as const;
export const RESULT_ROWS = { title: 1, text: 2, header: 3, taken: 4, refused: 5, conflict: 6 } as const;

/** Width in characters, else the schema's; the sheet has to fit a page. exceljs leaves a width of 9 out, taking it for the usual one. */
const WIDTHS: { readonly [C in SentColumn]?: number } = {
  ...{ name: 10, idType: 11, idNumber: 21, mobile: 13, unit: 21, post: 13, education: 8, kind: 10, certificate: 17 },
  ...{ validUntil: 12, note: 13, class: 14, light: 10, lastSafeBookingDay: 12, missingPapers: 40, feeDue: 10, feeState: 8 },
  ...{ classDeadline: 12, classBooking: 13, classReportIn: 13, classPlace: 18 },
  progress: 11,
};
const ROW_HEIGHT = 42;
/** The unit's name stands over the grey columns. */
const FIRST_GREY = SENT_COLUMNS.indexOf("class");
const LAST = SENT_COLUMNS.length + 1;
const VERDICTS = { taken: PAINTS.green, refused: PAINTS.red, conflict: PAINTS.yellow } as const;

/** A unit's file without anybody in it: every sheet with its formats, and one pattern of each sort of row. */
export async function unitTemplate(extras: Extras): Promise<Buffer> {
  return fileOf(await templateBook(extras));
}

export async function templateBook(extras: Extras): Promise<Workbook> {
  const book = await emptyBook("");
  Object.assign(book, { creator: say.author, lastModifiedBy: say.author });
  fillList(book.addWorksheet(PEOPLE_SHEET, { properties: { tabColor: { argb: "FF2E75B6" } } }));
  if (extras.results) fillResults(book.addWorksheet(say.results.sheet, { properties: { tabColor: { argb: "FFED7D31" } } }));
  fillGuide(book.addWorksheet(GUIDE_SHEET));
  if (extras.cards) fillCards(book.addWorksheet(say.cards.sheet, { properties: { tabColor: { argb: "FF70AD47" } } }));
  fillIdentity(book);
  return book;
}

function fillList(sheet: Worksheet): void {
  sheet.getColumn(1).hidden = true;
  sheet.getColumn(1).width = 18;
  sheet.getCell(LIST_ROWS.header, 1).value = ROW_ID_TITLE;
  sheet.getCell(LIST_ROWS.header, 1).style = headerStyle("system");
  for (const row of [LIST_ROWS.plain, LIST_ROWS.taken, LIST_ROWS.refused, LIST_ROWS.conflict]) sheet.getCell(row, 1).numFmt = "@";
  for (const [index, name] of SENT_COLUMNS.entries())
    fillColumn(sheet, sentColumn(name), WIDTHS[name] ?? columnWidth(sentColumn(name)), index + 2);
  titleRow(sheet);
  sheet.getRow(LIST_ROWS.header).height = 34;
  for (const row of Object.values(LIST_ROWS).slice(2)) sheet.getRow(row).height = ROW_HEIGHT;
  sheet.views = [{ state: "frozen", xSplit: 2, ySplit: LIST_ROWS.header }];
  sheet.autoFilter = { from: { row: LIST_ROWS.header, column: 1 }, to: { row: LIST_ROWS.header, column: LAST } };
  // Its note brings the parts that notes live in.
  sheet.getCell(LIST_ROWS.header, FIRST_GREY + 2).note = say.greyNote;
  printOn(sheet, { landscape: true, pagesWide: 1 });
  sheet.pageSetup.printTitlesRow = `${LIST_ROWS.header}:${LIST_ROWS.header}`;
}

function fillColumn(sheet: Worksheet, column: Column, width: number, at: number): void {
  sheet.getColumn(at).width = width;
  const isGrey = column.owner !== "unit";
  const header = sheet.getCell(LIST_ROWS.header, at);
  header.value = column.title;
  header.style = headerStyle(isGrey ? "computed" : "unit");
  const style = listStyle(column);
  sheet.getCell(LIST_ROWS.plain, at).style = style;
  for (const [verdict, paint] of Object.entries(VERDICTS)) {
    const painted = { ...style, fill: fill(paint.fill), font: font({ color: { argb: `FF${paint.text}` } }) };
    sheet.getCell(LIST_ROWS[verdict as keyof typeof VERDICTS], at).style = painted;
  }
  const { letter } = sheet.getColumn(at);
  const range = `${letter}${LIST_ROWS.plain}:${letter}${LAST_ROW}`;
  if (isGrey) refuseTyping(sheet, range);
  else addColumnValidation(sheet, range, column);
}

/** Long texts may take two lines; papers that are missing get smaller letters, so that most fit. */
function listStyle(column: Column): Partial<Style> {
  const style = bodyStyle(column);
  const isLong = column.kind === "text" || column.kind === "choice" || column.title === ROSTER.columns.certificate.title;
  return {
    ...style,
    alignment: { ...style.alignment, vertical: "middle", wrapText: isLong },
    ...(column.title === ROSTER.columns.missingPapers.title ? { font: font({ size: 9 }) } : {}),
    ...(column.owner === "unit" ? {} : { fill: fill("F2F2F2") }),
  };
}

function refuseTyping(sheet: Worksheet, range: string): void {
  addValidation(sheet, range, {
    type: "custom",
    formulae: ["FALSE"],
    allowBlank: false,
    showErrorMessage: true,
    errorStyle: "stop",
    errorTitle: say.greyErrorTitle,
    error: say.greyError,
    showInputMessage: true,
    prompt: say.greyHint,
  });
}

function titleRow(sheet: Worksheet): void {
  sheet.mergeCells(LIST_ROWS.title, 2, LIST_ROWS.title, FIRST_GREY + 1);
  sheet.mergeCells(LIST_ROWS.title, FIRST_GREY + 2, LIST_ROWS.title, LAST);
  sheet.getRow(LIST_ROWS.title).height = 36;
  sheet.getCell(LIST_ROWS.title, 2).style = heading(16);
  sheet.getCell(LIST_ROWS.title, FIRST_GREY + 2).style = heading(13);
}

function heading(size: number): Partial<Style> {
  return { numFmt: "@", font: font({ bold: true, size }), alignment: { vertical: "middle", horizontal: "left" } };
}

function fillGuide(sheet: Worksheet): void {
  sheet.views = [{ showGridLines: false }];
  sheet.getColumn(1).width = 100;
  say.guideLines.forEach((line, index) => {
    const cell = sheet.getCell(index + 1, 1);
    cell.value = line;
    cell.style = { font: font({ size: 12 }), alignment: { vertical: "middle", wrapText: true } };
    sheet.getRow(index + 1).height = 2 * LINE_HEIGHT;
  });
  printOn(sheet, { landscape: true, pagesWide: 1 });
}

const TEXT: Partial<Style> = {
  numFmt: "@",
  font: font(),
  border: lines(),
  alignment: { vertical: "middle", horizontal: "left", wrapText: true },
};

function fillCards(sheet: Worksheet): void {
  [14, 20, 14, 40, 12, 14].forEach((width, index) => {
    sheet.getColumn(index + 1).width = width;
  });
  sheet.getCell(CARD_ROWS.title, 1).style = heading(16);
  sheet.getRow(CARD_ROWS.title).height = 32;
  sheet.getCell(CARD_ROWS.warning, 1).value = say.cards.warning;
  sheet.getCell(CARD_ROWS.warning, 1).style = { font: font({ color: { argb: "FFC00000" } }), alignment: { vertical: "middle" } };
  sheet.getRow(CARD_ROWS.warning).height = 22;
  tableRows(sheet, say.cards.headers, CARD_ROWS.header, { [CARD_ROWS.plain]: TEXT });
  sheet.getCell(CARD_ROWS.plain, 6).style = { ...TEXT, numFmt: "yyyy-mm-dd" };
  printOn(sheet, { landscape: true, pagesWide: 1 });
}

function fillResults(sheet: Worksheet): void {
  [12, 15, 12, 26, 70].forEach((width, index) => {
    sheet.getColumn(index + 1).width = width;
  });
  sheet.getCell(RESULT_ROWS.title, 1).style = heading(16);
  sheet.getRow(RESULT_ROWS.title).height = 32;
  sheet.getCell(RESULT_ROWS.text, 1).style = { font: font(), alignment: { vertical: "middle" } };
  sheet.getRow(RESULT_ROWS.text).height = 22;
  const painted = Object.entries(VERDICTS).map(([verdict, paint]) => {
    const style = { ...TEXT, fill: fill(paint.fill), font: font({ color: { argb: `FF${paint.text}` } }) };
    return [RESULT_ROWS[verdict as keyof typeof VERDICTS], style] as const;
  });
  tableRows(sheet, say.results.headers, RESULT_ROWS.header, Object.fromEntries(painted));
  printOn(sheet, { landscape: true, pagesWide: 1 });
}

function tableRows(
  sheet: Worksheet,
  headers: readonly string[],
  headerRow: number,
  styles: Readonly<Record<number, Partial<Style>>>,
): void {
  headers.forEach((title, index) => {
    sheet.getCell(headerRow, index + 1).value = title;
    sheet.getCell(headerRow, index + 1).style = headerStyle("unit");
    for (const [row, style] of Object.entries(styles)) sheet.getCell(Number(row), index + 1).style = style;
  });
  sheet.getRow(headerRow).height = 26;
  for (const row of Object.keys(styles)) sheet.getRow(Number(row)).height = 2 * LINE_HEIGHT;
}

function fillIdentity(book: Workbook): void {
  const sheet = book.addWorksheet(IDENTITY_SHEET, { state: "hidden" });
  for (const row of [1, 2]) sheet.getCell(row, 1).numFmt = "@";
}
