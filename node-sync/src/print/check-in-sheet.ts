import type { Worksheet } from "exceljs";
import {
  type checkInForm,
  FORM_COLUMNS,
  FORM_MARK_SHEET,
  FORM_METHODS,
  FORM_PAPERS,
  formTitleOf,
} from "../../../apps-script/domain/operations/desk/check-in-form";
import { type Column, PAYMENTS, ROSTER } from "../../../apps-script/domain/schema/index";
import type { Value } from "../../../apps-script/domain/snapshot/value";
import * as say from "../../../apps-script/domain/wording/check-in-form";
import { addValidation } from "../workbook/excel";
import { bodyStyle, columnWidth, font, headerStyle } from "../workbook/look";
import { emptyBook, fileOf } from "../workbook/new-workbook";
import { printOn } from "../workbook/table-sheet";

type Form = ReturnType<typeof checkInForm>;

const DAY_ROW = 2;
const HEADER_ROW = 3;
/** For people who come without being on the list. */
const SPARE_LINES = 12;

const BOXES: ReadonlySet<string> = new Set([say.cameTitle, ...FORM_PAPERS.map(formTitleOf)]);
const AMOUNTS: ReadonlySet<string> = new Set(FORM_METHODS);

/** 报到收费表 as an .xlsx, in the look of the workbook: a line a person, boxes to tick, amounts to fill in, 报名编号 hidden. */
export async function checkInSheet(form: Form): Promise<Buffer> {
  const book = await emptyBook(form.title);
  fillPeople(book.addWorksheet(say.FORM_TITLE), form);
  const mark = book.addWorksheet(FORM_MARK_SHEET);
  mark.state = "veryHidden";
  const { kind, workbook, form: number, class: class_ } = say.markTitles;
  mark.addRows([
    [kind, say.FORM_TITLE],
    [workbook, form.mark.workbook],
    [number, form.mark.form],
    [class_, form.mark.class],
  ]);
  return fileOf(book);
}

function fillPeople(sheet: Worksheet, { title, day, lines }: Form): void {
  const columns = FORM_COLUMNS.map(columnFor);
  const last = sheet.getColumn(columns.length - 1).letter;
  sheet.mergeCells(`A1:${last}1`);
  const heading = sheet.getCell("A1");
  heading.value = title;
  heading.style = { font: font({ bold: true, size: 16 }), alignment: { vertical: "middle", horizontal: "center" } };
  sheet.getRow(1).height = 36;
  fillDay(sheet, day, last);
  columns.forEach((column, place) => {
    const at = place + 1;
    sheet.getColumn(at).width = columnWidth(column);
    if (column.hidden) sheet.getColumn(at).hidden = true;
    const header = sheet.getCell(HEADER_ROW, at);
    header.value = column.title;
    header.style = headerStyle(column.owner);
  });
  sheet.getRow(HEADER_ROW).height = 36;
  const spare = Array.from({ length: SPARE_LINES }, (): readonly Value[] =>
    FORM_COLUMNS.map((name) => (BOXES.has(name) ? say.box : null)),
  );
  const open = columns.map(whenTyped);
  for (const [index, cells] of [...lines, ...spare].entries()) {
    fillLine(sheet, HEADER_ROW + 1 + index, index < lines.length ? columns : open, cells);
  }
  addChecks(sheet, columns, HEADER_ROW + lines.length + SPARE_LINES);
  sheet.views = [{ state: "frozen", xSplit: 1, ySplit: HEADER_ROW }];
  printOn(sheet, { landscape: true, pagesWide: 1 });
  sheet.pageSetup.printTitlesRow = `1:${HEADER_ROW}`;
}

function fillDay(sheet: Worksheet, day: Value, last: string): void {
  const [label, cell, hint] = [`A${DAY_ROW}`, `B${DAY_ROW}`, `C${DAY_ROW}`].map((address) => sheet.getCell(address));
  if (!label || !cell || !hint) return;
  label.value = say.dayTitle;
  label.style = headerStyle("centre");
  cell.style = bodyStyle({ ...ROSTER.columns.reportedInOn });
  if (typeof day === "string") cell.value = new Date(`${day}T00:00:00Z`);
  sheet.mergeCells(`C${DAY_ROW}:${last}${DAY_ROW}`);
  hint.value = say.howTo;
  hint.style = { font: font({ size: 10 }), alignment: { vertical: "middle", wrapText: true } };
  sheet.getRow(DAY_ROW).height = 34;
}

function fillLine(sheet: Worksheet, at: number, columns: readonly Column[], cells: readonly Value[]): void {
  sheet.getRow(at).height = 22;
  columns.forEach((column, place) => {
    const cell = sheet.getCell(at, place + 1);
    cell.value = cells[place] ?? null;
    cell.style = bodyStyle(column);
  });
}

function addChecks(sheet: Worksheet, columns: readonly Column[], lastRow: number): void {
  columns.forEach(({ title }, place) => {
    if (!BOXES.has(title)) return;
    const { letter } = sheet.getColumn(place + 1);
    const choices = [say.tick, say.box, ...say.crosses.slice(0, 1)].join(",");
    addValidation(sheet, `${letter}${HEADER_ROW + 1}:${letter}${lastRow}`, {
      type: "list",
      formulae: [`"${choices}"`],
      allowBlank: true,
    });
  });
}

const WHO: ReadonlySet<string> = new Set([ROSTER.columns.name.title, ROSTER.columns.unit.title, say.endingTitle]);

/** A column on the spare lines, where the desk writes who came. */
const whenTyped = (column: Column): Column => (WHO.has(column.title) ? { ...column, owner: "centre" } : column);

/** What is known is grey, what the desk fills in is white; the numbers of the lines are hidden. */
function columnFor(title: string): Column {
  const { name, unit, feeDue, note, id } = ROSTER.columns;
  if (title === id.title) return { ...id, hidden: true };
  if (title === name.title) return { ...name, owner: "computed" };
  if (title === unit.title) return { ...unit, owner: "computed", width: 24 };
  if (title === note.title) return { ...note, owner: "centre", width: 24 };
  if (BOXES.has(title)) return { title, owner: "centre", kind: "choice", width: title.length > 5 ? 11 : 8 };
  if (AMOUNTS.has(title)) return { ...PAYMENTS.columns.amount, title, width: 9 };
  return title === say.endingTitle
    ? { title, owner: "computed", kind: "id", width: 7 }
    : { ...feeDue, title, owner: "computed", width: 8 };
}
