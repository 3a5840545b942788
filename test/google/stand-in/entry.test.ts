import { parseEntry } from "../workbook/parse-entry";
import { serialOfDay } from "../workbook/serial-days";
import { firstSheet, makeGoogle } from "./make";

const day = (year: number, month: number, date: number): number => serialOfDay(year, month, date) ?? Number.NaN;

/** What a person's typing becomes: https://developers.google.com/sheets/api/reference/rest/v4/ValueInputOption (USER_ENTERED) */
describe("text typed into an automatic cell", () => {
  const chinese = { locale: "zh_CN", year: 2024 };

  test.each<[string, string | number | boolean, string | null]>([
    ["0012", 12, null],
    ["379999198001010024", Number("379999198001010024"), null],
    [" 7 ", 7, null],
    ["-1.50", -1.5, null],
    ["1,234.5", 1234.5, "#,##0.00"],
    ["(5)", -5, null],
    ["1e3", 1000, "0.00E+00"],
    ["12%", 0.12, "0%"],
    ["12.34%", 0.1234, "0.00%"],
    ["TRUE", true, null],
    ["false", false, null],
    ["2024-03-15", day(2024, 3, 15), "yyyy-mm-dd"],
    ["2024/3/15", day(2024, 3, 15), "yyyy/m/d"],
    ["3-4", day(2024, 3, 4), "m-d"],
    ["3/4", day(2024, 3, 4), "m/d"],
    ["2024年3月15日", day(2024, 3, 15), 'yyyy"年"m"月"d"日"'],
    ["8:30", 8.5 / 24, "h:mm"],
    ["2024-03-15 12:00:00", day(2024, 3, 15) + 0.5, "yyyy-mm-dd h:mm:ss"],
    ["2024-02-30", "2024-02-30", null],
    ["13-14", "13-14", null],
    ["2024年6月", "2024年6月", null],
    ["2024-03-01T09:00:00+08:00", "2024-03-01T09:00:00+08:00", null],
    ["B2024-00001", "B2024-00001", null],
    ["1,23", "1,23", null],
    ["张一 ", "张一 ", null],
    ["'0012", "0012", null],
    ["'=1+1", "=1+1", null],
    ["'", "", null],
  ])("%s", (text, value, numberFormat) => {
    expect(parseEntry(text, chinese)).toEqual({ value, ...(numberFormat ? { numberFormat } : {}) });
  });

  test.each([
    ["=A1+1", "=A1+1"],
    ["+A1", "=+A1"],
    ["-A1*2", "=-A1*2"],
  ])("%s is a formula", (text, formula) => {
    expect(parseEntry(text, chinese)).toEqual({ value: "", formula });
  });

  test("a day in Chinese is a day in a Chinese spreadsheet only", () => {
    expect(parseEntry("3月4日", { locale: "en_US", year: 2024 })).toEqual({ value: "3月4日" });
  });
});

/** https://developers.google.com/apps-script/reference/spreadsheet/range#setvaluevalue, #setnumberformatnumberformat */
describe("text written by a script", () => {
  test("stays as it is in a cell whose format is @", () => {
    const range = firstSheet(makeGoogle()).getRange("A1:A5").setNumberFormat("@");
    const texts = [["0012"], ["2024-03-15"], ["=1+1"], ["12%"], ["TRUE"]];
    expect(range.setValues(texts).getValues()).toEqual(texts);
    expect(range.getFormulas().flat()).toEqual(["", "", "", "", ""]);
    expect(range.getDisplayValues()).toEqual(texts);
  });

  test("gives an automatic cell its format, and leaves a chosen format alone", () => {
    const range = firstSheet(makeGoogle()).getRange("A1:B1");
    range.setNumberFormats([["General", "0.00"]]).setValues([["2024-03-15", "2024-03-15"]]);
    expect(range.getNumberFormats()).toEqual([["yyyy-mm-dd", "0.00"]]);
    expect(range.getDisplayValues()).toEqual([["2024-03-15", "45366.00"]]);
  });

  test("open questions go the way the test asks for", () => {
    const unknowns = { numberInTextCell: "number", apostropheInTextCell: "dropped", equalsInTextCell: "formula" } as const;
    const values = [[12, "'x", "=1+1"]];
    const ask = (google: ReturnType<typeof makeGoogle>): unknown =>
      firstSheet(google).getRange("A1:C1").setNumberFormat("@").setValues(values).getValues();
    expect(ask(makeGoogle())).toEqual([["12", "'x", "=1+1"]]);
    expect(ask(makeGoogle({ unknowns }))).toEqual([[12, "x", 2]]);
  });
});
