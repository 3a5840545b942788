/// <reference types="google-apps-script" />
import { firstSheet, makeGoogle } from "./make";

const BOOK = "https://developers.google.com/apps-script/reference/spreadsheet/spreadsheet";
const SHEET = "https://developers.google.com/apps-script/reference/spreadsheet/sheet";

describe(`sheets of a spreadsheet: ${BOOK}#insertsheetsheetname,-sheetindex`, () => {
  const titles = (book: GoogleAppsScript.Spreadsheet.Spreadsheet): string[] => book.getSheets().map((sheet) => sheet.getName());

  test("come in at an index from 0, become active, and have names of their own", () => {
    const book = makeGoogle().services.SpreadsheetApp.getActiveSpreadsheet();
    book.insertSheet("名册", 0);
    book.insertSheet("单位");
    book.insertSheet("设置", 3);
    expect(titles(book)).toEqual(["名册", "单位", "Sheet1", "设置"]);
    expect(book.getActiveSheet().getName()).toBe("设置");
    expect(() => book.insertSheet("名册")).toThrow('A sheet with the name "名册" already exists. Please enter another name.');
    expect(() => book.getSheetByName("单位")?.setName("名册")).toThrow("already exists");
    expect(book.getSheetByName("没有")).toBeNull();
    const ids = book.getSheets().map((sheet) => sheet.getSheetId());
    expect(new Set(ids).size).toBe(4);
    expect(book.getSheetById(ids[1] ?? -1)?.getName()).toBe("单位");
  });

  test(`can be hidden and deleted, but not all: ${BOOK}#deletesheetsheet`, () => {
    const book = makeGoogle().services.SpreadsheetApp.getActiveSpreadsheet();
    const hidden = book.insertSheet("_改动").hideSheet();
    const [first] = book.getSheets();
    expect(hidden.isSheetHidden()).toBe(true);
    expect(() => first?.hideSheet()).toThrow("You can't hide all the sheets in a document.");
    expect(() => first && book.deleteSheet(first)).toThrow("You can't remove all the visible sheets in a document.");
    book.deleteSheet(hidden);
    expect(titles(book)).toEqual(["Sheet1"]);
    expect(() => hidden.getLastRow()).toThrow("not found");
    expect(() => first && book.deleteSheet(first)).toThrow("You can't remove all the sheets in a document.");
  });

  test("have frozen rows, tab colours and column widths", () => {
    const sheet = firstSheet(makeGoogle());
    sheet.setFrozenRows(1);
    sheet.setFrozenColumns(2);
    sheet.setTabColor("#FF0000").setColumnWidth(1, 40).setColumnWidths(2, 2, 50);
    expect([sheet.getFrozenRows(), sheet.getFrozenColumns(), sheet.getTabColor()]).toEqual([1, 2, "#ff0000"]);
    expect([1, 2, 3, 4].map((column) => sheet.getColumnWidth(column))).toEqual([40, 50, 50, 100]);
  });

  test("ranges are found by name and across sheets", () => {
    const book = makeGoogle().services.SpreadsheetApp.getActiveSpreadsheet();
    book.insertSheet("名 册");
    book.getRange("'名 册'!B2").setValue("x");
    expect(book.getSheetByName("名 册")?.getRange("B2").getValue()).toBe("x");
    book.setNamedRange("甲", book.getRange("Sheet1!A1"));
    expect(book.getNamedRanges().map((named) => [named.getName(), named.getRange().getSheet().getName()])).toEqual([
      ["甲", "Sheet1"],
    ]);
    book.removeNamedRange("甲");
    expect(book.getRangeByName("甲")).toBeNull();
  });

  test(`know what the person has selected: ${SHEET}#getactiverangelist`, () => {
    const google = makeGoogle();
    const book = google.services.SpreadsheetApp.getActiveSpreadsheet();
    const selected = () =>
      book
        .getActiveSheet()
        .getActiveRangeList()
        ?.getRanges()
        .map((range) => [range.getSheet().getName(), range.getRow(), range.getNumRows()]);
    expect(selected()).toEqual([["Sheet1", 1, 1]]);
    book.insertSheet("名册");
    google.select("Sheet1", { row: 3, column: 1, rows: 2, columns: 4 }, { row: 9, column: 2, rows: 1, columns: 1 });
    expect(selected()).toEqual([
      ["Sheet1", 3, 2],
      ["Sheet1", 9, 1],
    ]);
    google.select("名册");
    expect(selected()).toBeUndefined();
  });

  test("tell the rows that a filter hides from those that a hand does", () => {
    const google = makeGoogle();
    const sheet = firstSheet(google);
    sheet.hideRows(2);
    const [, , third] = google.workbook.sheets[0]?.rows ?? [];
    if (third) third.filtered = true;
    const hidden = (row: number) => [sheet.isRowHiddenByUser(row), sheet.isRowHiddenByFilter(row)];
    expect([1, 2, 3].map(hidden)).toEqual([
      [false, false],
      [true, false],
      [false, true],
    ]);
  });

  test("toasts are seen", () => {
    const google = makeGoogle();
    google.services.SpreadsheetApp.getActive().toast("好了", "安培台账", 5);
    expect(google.ui.toasts).toEqual([{ text: "好了", title: "安培台账", seconds: 5 }]);
  });
});
