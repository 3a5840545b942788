import { insertLines } from "../workbook/lines";
import type { SheetModel } from "../workbook/sheet-model";
import { firstSheet, makeGoogle } from "./make";

const RANGE = "https://developers.google.com/apps-script/reference/spreadsheet/range";

describe(`formats and notes: ${RANGE}#setbackgroundcolor, ${RANGE}#setnotenote`, () => {
  test("are read back as Google gives them", () => {
    const range = firstSheet(makeGoogle()).getRange("A1:B1");
    expect([range.getBackgrounds(), range.getNotes(), range.getNumberFormats(), range.getFontColors(), range.getWraps()]).toEqual(
      [
        [["#ffffff", "#ffffff"]],
        [["", ""]],
        [["0.###############", "0.###############"]],
        [["#000000", "#000000"]],
        [[false, false]],
      ],
    );
    range
      .setBackgrounds([["red", "#ABC"]])
      .setFontColor("#00FF00")
      .setFontWeight("bold")
      .setWrap(true);
    range
      .setNotes([["注", null]])
      .setHorizontalAlignment("center")
      .setVerticalAlignment("middle");
    expect([range.getBackgrounds(), range.getFontColors(), range.getFontWeights(), range.getWraps(), range.getNotes()]).toEqual([
      [["#ff0000", "#aabbcc"]],
      [["#00ff00", "#00ff00"]],
      [["bold", "bold"]],
      [[true, true]],
      [["注", ""]],
    ]);
    expect([range.getHorizontalAlignments(), range.getVerticalAlignments()]).toEqual([
      [["center", "center"]],
      [["middle", "middle"]],
    ]);
    expect(range.setBackground(null).getBackground()).toBe("#ffffff");
  });

  test.each<[unknown, string, string]>([
    [1234.5, "#,##0.00", "1,234.50"],
    [-0.126, "0.0%", "-12.6%"],
    [600, '"¥"#,##0', "¥600"],
    [0.1 + 0.2, "General", "0.3"],
    [45366.5, "yyyy-mm-dd hh:mm:ss", "2024-03-15 12:00:00"],
    [45366.75, "m/d/yy h:mm AM/PM", "3/15/24 6:00 PM"],
    [45366, 'yyyy"年"m"月"d"日"', "2024年3月15日"],
    [true, "0", "TRUE"],
  ])("%s in %s shows %s", (value, format, shown) => {
    expect(firstSheet(makeGoogle()).getRange("A1").setNumberFormat(format).setValue(value).getDisplayValue()).toBe(shown);
  });

  test("a format that the stand-in can't show is refused", () => {
    const cell = firstSheet(makeGoogle()).getRange("A1").setNumberFormat("# ?/?").setValue(0.5);
    expect(() => cell.getDisplayValue()).toThrow("The stand-in can't show numbers in the format # ?/?.");
  });

  test(`clearContent leaves formats, clear takes both: ${RANGE}#clearcontent, ${RANGE}#clear`, () => {
    const cell = firstSheet(makeGoogle()).getRange("A1").setNumberFormat("@").setValue("x");
    expect([cell.clearContent().getValue(), cell.getNumberFormat()]).toEqual(["", "@"]);
    expect(cell.setValue("x").clear({ formatOnly: true }).getValue()).toBe("x");
    expect([cell.clear().getValue(), cell.getNumberFormat()]).toEqual(["", "0.###############"]);
  });

  test(`a list of ranges changes with one call: https://developers.google.com/apps-script/reference/spreadsheet/range-list`, () => {
    const google = makeGoogle();
    const sheet = firstSheet(google);
    google.calls.reset();
    sheet.getRangeList(["A1:A2", "C1"]).setNumberFormat("@");
    expect([google.calls.total, google.calls.document]).toEqual([2, 1]);
    expect(sheet.getRange("A1:C1").getNumberFormats()).toEqual([["@", "0.###############", "@"]]);
  });

  test(`merged cells keep the first value: ${RANGE}#merge, ${RANGE}#ispartofmerge`, () => {
    const sheet = firstSheet(makeGoogle());
    sheet
      .getRange("A1:B1")
      .setValues([["a", "b"]])
      .merge();
    expect(sheet.getRange("A1:B1").getValues()).toEqual([["a", ""]]);
    expect(["A1", "B1", "C1"].map((a1) => sheet.getRange(a1).isPartOfMerge())).toEqual([true, true, false]);
    expect(() => sheet.getRange("B1:C1").merge()).toThrow("You must select all cells in a merged range");
    sheet.getRange("A1:B1").breakApart();
    expect(sheet.getRange("A1").isPartOfMerge()).toBe(false);
  });
});

describe("dropdowns: https://developers.google.com/apps-script/reference/spreadsheet/data-validation-builder", () => {
  test("warn unless told to refuse; help and list can be read", () => {
    const google = makeGoogle();
    const { SpreadsheetApp } = google.services;
    const cell = firstSheet(google).getRange("A1");
    const loose = SpreadsheetApp.newDataValidation().requireValueInList(["甲", "乙"], false).setHelpText("选一个").build();
    expect(cell.setDataValidation(loose).setValue("丙").getValue()).toBe("丙");
    const read = cell.getDataValidation();
    expect([read?.getAllowInvalid(), read?.getHelpText(), read?.getCriteriaValues()]).toEqual([
      true,
      "选一个",
      [["甲", "乙"], false],
    ]);
    expect(read?.getCriteriaType()).toBe(SpreadsheetApp.DataValidationCriteria.VALUE_IN_LIST);
    cell.setDataValidations([[loose.copy().setAllowInvalid(false).build()]]);
    expect(() => cell.setValue("丙")).toThrow(
      "The data you entered in cell A1 violates the data validation rules set on this cell.",
    );
    expect(cell.setValue("甲").setValue("").getValue()).toBe("");
    expect(cell.setDataValidation(null).getDataValidations()).toEqual([[null]]);
  });
});

describe("charts: https://developers.google.com/apps-script/reference/spreadsheet/embedded-chart-builder", () => {
  test("are built over ranges, follow lines that are inserted above, and are removed", () => {
    const google = makeGoogle();
    const sheet = firstSheet(google);
    const builder = sheet.newChart().asComboChart();
    builder.addRange(sheet.getRange("A2:A5")).addRange(sheet.getRange("C2:C5")).setOption("title", "人数").setNumHeaders(0);
    sheet.insertChart(builder.setPosition(2, 5, 0, 10).build());
    insertLines(google.workbook.sheets[0] as SheetModel, "rows", 1, 1, 1);
    const [chart] = sheet.getCharts();
    if (!chart) throw new Error("no chart");
    expect(chart.getRanges().map((range) => range.getA1Notation())).toEqual(["A3:A6", "C3:C6"]);
    sheet.removeChart(chart);
    expect(sheet.getCharts()).toEqual([]);
    expect(() => sheet.removeChart(chart)).toThrow("The chart is not on this sheet.");
    expect(() => sheet.newChart().setPosition(1, 99, 0, 0)).toThrow("outside the dimensions");
  });
});

describe("conditional formats: https://developers.google.com/apps-script/reference/spreadsheet/conditional-format-rule-builder", () => {
  test("are built with ranges and a condition, and replace all rules of the sheet", () => {
    const google = makeGoogle();
    const { SpreadsheetApp } = google.services;
    const sheet = firstSheet(google);
    const build = () => SpreadsheetApp.newConditionalFormatRule().setRanges([sheet.getRange("A2:A")]);
    const rules = [
      build().whenTextEqualTo("紧张").setBackground("#FFEEAA").build(),
      build().whenFormulaSatisfied('=$A2="x"').setFontColor("#ff0000").build(),
      build().whenCellNotEmpty().setBackground("#eeeeee").build(),
    ];
    sheet.setConditionalFormatRules(rules);
    const read = sheet.getConditionalFormatRules();
    expect(read.map((rule) => rule.getRanges().map((range) => range.getA1Notation()))).toEqual([
      ["A2:A1000"],
      ["A2:A1000"],
      ["A2:A1000"],
    ]);
    expect(read.map((rule) => String(rule.getBooleanCondition()?.getCriteriaType()))).toEqual([
      "TEXT_EQUAL_TO",
      "CUSTOM_FORMULA",
      "CELL_NOT_EMPTY",
    ]);
    expect(read[0]?.getBooleanCondition()?.getBackground()).toBe("#ffeeaa");
    sheet.setConditionalFormatRules(read.slice(1));
    expect(sheet.getConditionalFormatRules()).toHaveLength(2);
    expect(() => SpreadsheetApp.newConditionalFormatRule().whenCellNotEmpty().build()).toThrow("needs its ranges");
  });
});

describe("filters, protections, names", () => {
  test(`a sheet has one filter: ${RANGE}#createfilter`, () => {
    const sheet = firstSheet(makeGoogle());
    expect(sheet.getFilter()).toBeNull();
    sheet.getRange("A1:C5").createFilter();
    expect(() => sheet.getRange("A1:B2").createFilter()).toThrow(
      "You can't create a filter in a sheet that already has a filter.",
    );
    sheet.getFilter()?.remove();
    expect(sheet.getFilter()).toBeNull();
  });

  test("protections are kept by kind: https://developers.google.com/apps-script/reference/spreadsheet/protection", () => {
    const google = makeGoogle();
    const { ProtectionType } = google.services.SpreadsheetApp;
    const sheet = firstSheet(google);
    sheet.getRange("B2:B3").protect().setDescription("程序列").setWarningOnly(true);
    sheet.protect();
    sheet.insertRowBefore(1);
    const [protection] = sheet.getProtections(ProtectionType.RANGE);
    expect([protection?.getDescription(), protection?.isWarningOnly(), protection?.getRange().getA1Notation()]).toEqual([
      "程序列",
      true,
      "B3:B4",
    ]);
    protection?.remove();
    expect([ProtectionType.RANGE, ProtectionType.SHEET].map((type) => sheet.getProtections(type).length)).toEqual([0, 1]);
  });
});
