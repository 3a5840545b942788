import { firstSheet, makeGoogle } from "./make";

const SHEET = "https://developers.google.com/apps-script/reference/spreadsheet/sheet";
const OUTSIDE = "The coordinates of the range are outside the dimensions of the sheet.";

describe(`the grid: ${SHEET}#getmaxrows`, () => {
  test("a new sheet has 1000 rows and 26 columns", () => {
    const sheet = firstSheet(makeGoogle());
    expect([sheet.getMaxRows(), sheet.getMaxColumns(), sheet.getLastRow(), sheet.getLastColumn()]).toEqual([1000, 26, 0, 0]);
    expect(sheet.getDataRange().getA1Notation()).toBe("A1");
  });

  test.each<[string, () => unknown, string]>([
    ["past the last row", () => firstSheet(makeGoogle()).getRange(1000, 1, 2), OUTSIDE],
    ["past the last column", () => firstSheet(makeGoogle()).getRange(1, 27), OUTSIDE],
    ["A1 past the last row", () => firstSheet(makeGoogle()).getRange("A1001"), OUTSIDE],
    ["row 0", () => firstSheet(makeGoogle()).getRange(0, 1), "The starting row of the range is too small."],
    ["column 0", () => firstSheet(makeGoogle()).getRange(1, 0), "The starting column of the range is too small."],
    ["no rows", () => firstSheet(makeGoogle()).getRange(1, 1, 0, 1), "The number of rows in the range must be at least 1."],
    ["no columns", () => firstSheet(makeGoogle()).getRange(1, 1, 1, 0), "The number of columns in the range must be at least 1."],
    ["no A1 notation", () => firstSheet(makeGoogle()).getRange("名册"), "Range not found"],
    ["rows to delete", () => firstSheet(makeGoogle()).deleteRows(1000, 2), "Those rows are out of bounds."],
    ["rows to insert after", () => firstSheet(makeGoogle()).insertRowsAfter(1001, 1), "Those rows are out of bounds."],
    ["columns to hide", () => firstSheet(makeGoogle()).hideColumns(26, 2), "Those columns are out of bounds."],
    ["all rows", () => firstSheet(makeGoogle()).deleteRows(1, 1000), "Sorry, it is not possible to delete all non-frozen rows."],
  ])("refuses %s", (_, ask, message) => {
    expect(ask).toThrow(message);
  });

  test(`A1 notation: ${SHEET}#getrangea1notation`, () => {
    const sheet = firstSheet(makeGoogle());
    const seen = ["B2", "B2:C3", "C3:B2", "A:B", "2:3", "B5:B", "$A$1"].map((a1) => sheet.getRange(a1).getA1Notation());
    expect(seen).toEqual(["B2", "B2:C3", "B2:C3", "A1:B1000", "A2:Z3", "B5:B1000", "A1"]);
    const range = sheet.getRange(2, 3, 4, 5);
    expect([
      range.getRow(),
      range.getColumn(),
      range.getNumRows(),
      range.getNumColumns(),
      range.getLastRow(),
      range.getLastColumn(),
    ]).toEqual([2, 3, 4, 5, 5, 7]);
    expect(range.offset(1, 1).getA1Notation()).toBe("D3:H6");
  });

  test(`content is a value or a formula, a format is none: ${SHEET}#getlastrow, ${SHEET}#getdatarange`, () => {
    const sheet = firstSheet(makeGoogle());
    sheet.getRange("C3").setValue("x");
    sheet.getRange("B5").setFormula('=""');
    sheet.getRange("E9").setBackground("#ff0000").setNote("n").setNumberFormat("@");
    expect([sheet.getLastRow(), sheet.getLastColumn(), sheet.getDataRange().getA1Notation()]).toEqual([5, 3, "A1:C5"]);
    expect(sheet.getRange("B5").getValue()).toBe("");
    sheet.getRange("B5").clearContent();
    expect(sheet.getLastRow()).toBe(3);
  });

  test("10 million cells are the most: https://support.google.com/drive/answer/37603", () => {
    const sheet = firstSheet(makeGoogle());
    expect(sheet.insertRowsAfter(1000, 200_000).getMaxRows()).toBe(201_000);
    expect(() => sheet.insertRowsAfter(1000, 200_000)).toThrow("above the limit of 10000000 cells");
  });
});

describe(`rows and columns that come and go: ${SHEET}#insertrowsafterafterposition,-howmany`, () => {
  test("cells move with formats, notes, dropdowns; areas and formulas follow", () => {
    const google = makeGoogle();
    const { SpreadsheetApp } = google.services;
    const sheet = firstSheet(google);
    const book = SpreadsheetApp.getActiveSpreadsheet();
    const rule = SpreadsheetApp.newDataValidation().requireValueInList(["甲", "乙"]).build();
    sheet.getRange("B2").setValue("甲").setNote("注").setBackground("#eeeeee").setDataValidation(rule).setNumberFormat("@");
    sheet.getRange("A1").setFormula("=B2");
    sheet.getRange("A1:B4").createFilter();
    sheet.getRange("D2:E2").merge();
    book.setNamedRange("数据", sheet.getRange("B2:B3"));
    const colours = SpreadsheetApp.newConditionalFormatRule().whenTextEqualTo("甲").setBackground("#00ff00");
    sheet.setConditionalFormatRules([colours.setRanges([sheet.getRange("B2:B10")]).build()]);

    sheet.insertRowsAfter(1, 2);
    sheet.insertColumnBefore(1);

    const cell = sheet.getRange("C4");
    expect([cell.getValue(), cell.getNote(), cell.getBackground(), cell.getNumberFormat()]).toEqual(["甲", "注", "#eeeeee", "@"]);
    expect(cell.getDataValidation()?.getCriteriaValues()).toEqual([["甲", "乙"], true]);
    expect([sheet.getRange("B1").getFormula(), sheet.getRange("B1").getValue()]).toEqual(["=C4", "甲"]);
    expect(sheet.getFilter()?.getRange().getA1Notation()).toBe("B1:C6");
    expect(sheet.getRange("E4").isPartOfMerge()).toBe(true);
    expect(book.getRangeByName("数据")?.getA1Notation()).toBe("C4:C5");
    expect(sheet.getConditionalFormatRules()[0]?.getRanges()[0]?.getA1Notation()).toBe("C4:C12");
    expect([sheet.getMaxRows(), sheet.getMaxColumns()]).toEqual([1002, 27]);

    sheet.deleteRow(4);
    expect(sheet.getRange("B1").getFormula()).toBe("=#REF!");
    expect(book.getRangeByName("数据")?.getA1Notation()).toBe("C4");
  });

  test.each([true, false])(
    "new rows take over the neighbour's formats and dropdowns: %s (an open question)",
    (insertedLinesInherit) => {
      const sheet = firstSheet(makeGoogle({ unknowns: { insertedLinesInherit } }));
      sheet.getRange("A1").setNumberFormat("@").setNote("注").setValue("x");
      const cell = sheet.insertRowsAfter(1, 1).getRange("A2");
      expect([cell.getNumberFormat() === "@", cell.getNote(), cell.getValue()]).toEqual([insertedLinesInherit, "", ""]);
    },
  );

  test(`moved columns count their goal before the move: ${SHEET}#movecolumnscolumnspec,-destinationindex`, () => {
    const sheet = firstSheet(makeGoogle());
    sheet.getRange("A1:E1").setValues([["a", "b", "c", "d", "=B1"]]);
    sheet.moveColumns(sheet.getRange("A1:B1"), 5);
    expect(sheet.getRange("A1:E1").getValues()).toEqual([["c", "d", "a", "b", "b"]]);
    expect(sheet.getRange("E1").getFormula()).toBe("=D1");
  });

  test(`hidden rows and columns: ${SHEET}#isrowhiddenbyuserrowposition`, () => {
    const sheet = firstSheet(makeGoogle());
    sheet.hideRows(3, 2);
    sheet.hideColumns(2);
    sheet.insertRowBefore(1);
    expect([3, 4, 5, 6].map((row) => sheet.isRowHiddenByUser(row))).toEqual([false, true, true, false]);
    expect([1, 2].map((column) => sheet.isColumnHiddenByUser(column))).toEqual([false, true]);
    sheet.showRows(4, 2);
    expect(sheet.isRowHiddenByUser(4)).toBe(false);
  });

  test(`appendRow goes below the last row with content: ${SHEET}#appendrowrowcontents`, () => {
    const sheet = firstSheet(makeGoogle());
    sheet.appendRow(["a", "0012"]).appendRow(["=A1"]);
    expect(sheet.getRange("A1:B2").getValues()).toEqual([
      ["a", 12],
      ["a", ""],
    ]);
    sheet.getRange("A1000").setValue("end");
    expect(() => sheet.appendRow(["b"])).toThrow("The stand-in doesn't know whether appendRow makes a full sheet larger.");
  });
});

describe(`sorting: ${SHEET}#sortcolumnposition, https://developers.google.com/apps-script/reference/spreadsheet/range#sortsortspecobj`, () => {
  test("whole rows below the frozen ones, numbers before texts, empty cells last", () => {
    const sheet = firstSheet(makeGoogle());
    sheet.getRange("A1:B5").setValues([
      ["姓名", 0],
      ["乙", 1],
      ["", 2],
      ["甲", 3],
      [9, 4],
    ]);
    sheet.getRange("A4").setBackground("#00ff00");
    sheet.setFrozenRows(1);
    sheet.sort(1);
    expect(sheet.getRange("A1:B5").getValues()).toEqual([
      ["姓名", 0],
      [9, 4],
      ["甲", 3],
      ["乙", 1],
      ["", 2],
    ]);
    expect(sheet.getRange("A3").getBackground()).toBe("#00ff00");
    sheet.sort(1, false);
    expect(sheet.getRange("B2:B5").getValues().flat()).toEqual([1, 3, 4, 2]);
  });

  test("a range by columns of the sheet, with formulas that stay in their row", () => {
    const sheet = firstSheet(makeGoogle());
    sheet.getRange("B2:C4").setValues([
      [3, "=B2*10"],
      [1, "=B3*10"],
      [2, "=B4*10"],
    ]);
    sheet.getRange("B2:C4").sort({ column: 2, ascending: true });
    expect(sheet.getRange("B2:C4").getValues()).toEqual([
      [1, 10],
      [2, 20],
      [3, 30],
    ]);
    sheet.getRange("B2:C4").sort([{ column: 3, ascending: false }]);
    expect(sheet.getRange("B2:B4").getValues().flat()).toEqual([3, 2, 1]);
    expect(() => sheet.getRange("B2:C4").sort(1)).toThrow("The sort column must be within the range.");
  });
});
