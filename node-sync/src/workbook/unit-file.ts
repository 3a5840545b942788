import type { Worksheet } from "exceljs";
import type { Column } from "../../../apps-script/domain/schema/index";
import { UNIT_COLUMNS, unitColumn } from "../../../apps-script/domain/schema/unit-columns";
import { unitFile as say } from "../wording/new-workbook";
import { bodyStyle, columnWidth, font, headerStyle } from "./look";
import { emptyBook, fileOf } from "./new-workbook";
import { printOn } from "./table-sheet";
import { addColumnValidation } from "./validations";

const HEADER_ROW = 2;
const FIRST_ROW = HEADER_ROW + 1;
/** LibreOffice prints a stretch of more than 84 empty rows as nothing. */
const EMPTY_ROWS = 80;

/** The columns a unit fills in, in the order of 名册. */
export function unitColumns(): Column[] {
  return UNIT_COLUMNS.map(unitColumn);
}

/** The file a unit gets to report new people: 学员 with a title, a header and empty rows, and 填写说明. */
export async function emptyUnitFile(): Promise<Buffer> {
  const book = await emptyBook(say.title);
  fillPeople(book.addWorksheet(say.sheet));
  fillLines(book.addWorksheet(say.guide));
  return fileOf(book);
}

function fillPeople(sheet: Worksheet): void {
  const columns = unitColumns();
  const lastRow = FIRST_ROW + EMPTY_ROWS - 1;
  columns.forEach((column, index) => {
    const place = sheet.getColumn(index + 1);
    place.width = columnWidth(column);
    const { border: _, ...style } = bodyStyle(column);
    place.style = style;
  });
  sheet.mergeCells(1, 1, 1, columns.length);
  const title = sheet.getCell("A1");
  title.value = say.title;
  title.style = { font: font({ bold: true, size: 16 }), alignment: { vertical: "middle", horizontal: "center" } };
  sheet.getRow(1).height = 36;
  sheet.getRow(HEADER_ROW).height = 26;
  columns.forEach((column, index) => {
    const cell = sheet.getCell(HEADER_ROW, index + 1);
    cell.value = column.title;
    cell.style = headerStyle("unit");
    for (let row = FIRST_ROW; row <= lastRow; row += 1) sheet.getCell(row, index + 1).style = bodyStyle(column);
    const letter = sheet.getColumn(index + 1).letter;
    addColumnValidation(sheet, `${letter}${FIRST_ROW}:${letter}${FIRST_ROW + 999}`, column);
  });
  for (let row = FIRST_ROW; row <= lastRow; row += 1) sheet.getRow(row).height = 21;
  sheet.views = [{ state: "frozen", xSplit: 1, ySplit: HEADER_ROW }];
  printOn(sheet, { landscape: true, pagesWide: 1 });
  sheet.pageSetup.printTitlesRow = `1:${HEADER_ROW}`;
}

function fillLines(sheet: Worksheet): void {
  sheet.views = [{ showGridLines: false }];
  sheet.getColumn(1).width = 84;
  say.lines.forEach((line, index) => {
    const cell = sheet.getCell(index + 1, 1);
    cell.value = line;
    cell.style = { font: font({ size: 12 }), alignment: { vertical: "middle", wrapText: true } };
    sheet.getRow(index + 1).height = 28;
  });
  printOn(sheet, { landscape: false, pagesWide: 1 });
}
