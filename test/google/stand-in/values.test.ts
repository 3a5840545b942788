import { firstSheet, makeGoogle } from "./make";

const RANGE = "https://developers.google.com/apps-script/reference/spreadsheet/range";

describe(`values of a range: ${RANGE}#getvalues`, () => {
  test("are numbers, booleans, dates, texts; an empty cell is an empty text", () => {
    const sheet = firstSheet(makeGoogle());
    const date = new Date(Date.UTC(2024, 2, 14, 16));
    sheet.getRange(1, 1, 1, 5).setValues([[1.5, true, "张一", date, ""]]);
    expect(sheet.getRange(1, 1, 1, 6).getValues()).toEqual([[1.5, true, "张一", date, "", ""]]);
  });

  test("null and undefined empty a cell and leave its format", () => {
    const sheet = firstSheet(makeGoogle());
    const range = sheet
      .getRange("A1:B1")
      .setNumberFormat("@")
      .setValues([["a", "b"]])
      .setValues([[null, undefined]]);
    expect(range.getValues()).toEqual([["", ""]]);
    expect(range.getNumberFormats()).toEqual([["@", "@"]]);
  });

  test("setValue fills every cell of the range; getValue reads the first", () => {
    const range = firstSheet(makeGoogle()).getRange("B2:C3").setValue(7);
    expect(range.getValues()).toEqual([
      [7, 7],
      [7, 7],
    ]);
    expect(range.getValue()).toBe(7);
  });

  test("other objects are refused, as what becomes of them is not documented", () => {
    const range = firstSheet(makeGoogle()).getRange("A1");
    expect(() => range.setValue({ a: 1 })).toThrow("A1 was given [object Object]");
  });
});

describe(`sizes that do not fit: ${RANGE}#setvaluesvalues`, () => {
  const range = firstSheet(makeGoogle()).getRange(1, 1, 2, 16);
  test.each<[string, unknown[][], string]>([
    [
      "columns",
      [Array(15).fill(0), Array(15).fill(0)],
      "The number of columns in the data does not match the number of columns in the range. The data has 15 but the range has 16.",
    ],
    [
      "rows",
      [Array(16).fill(0)],
      "The number of rows in the data does not match the number of rows in the range. The data has 1 but the range has 2.",
    ],
    [
      "no grid",
      [1, 2] as unknown as unknown[][],
      "The parameters (number[]) don't match the method signature for SpreadsheetApp.Range.setValues.",
    ],
  ])("%s", (_, values, message) => {
    expect(() => range.setValues(values)).toThrow(message);
    expect(range.isBlank()).toBe(true);
  });

  test("a text beyond 50,000 characters", () => {
    const cell = firstSheet(makeGoogle()).getRange("A1");
    expect(cell.setValue("x".repeat(50_000)).getValue()).toHaveLength(50_000);
    expect(() => cell.setValue("x".repeat(50_001))).toThrow(
      "Your input contains more than the maximum of 50000 characters in a single cell.",
    );
  });
});

describe(`days are made in the spreadsheet's time zone: https://developers.google.com/apps-script/reference/spreadsheet/spreadsheet#getspreadsheettimezone`, () => {
  test.each([
    ["Asia/Shanghai", "2024-03-14T16:00:00.000Z"],
    ["America/New_York", "2024-03-15T04:00:00.000Z"],
    ["UTC", "2024-03-15T00:00:00.000Z"],
  ])("%s", (timeZone, iso) => {
    const google = makeGoogle({ timeZone });
    const cell = firstSheet(google).getRange("A1").setValue("2024-03-15");
    expect((cell.getValue() as Date).toISOString()).toBe(iso);
    expect(cell.setValue(new Date(iso)).getDisplayValue()).toBe("2024-03-15");
    expect(google.workbook.sheets[0]?.value(1, 1)).toBe(45366);
  });

  test("a date of midnight in the script's zone is another time of day in the sheet's", () => {
    const cell = firstSheet(makeGoogle({ timeZone: "America/New_York" })).getRange("A1");
    cell.setNumberFormat("yyyy-mm-dd hh:mm").setValue(new Date("2024-03-15T00:00:00+08:00"));
    expect(cell.getDisplayValue()).toBe("2024-03-14 12:00");
  });

  test("an hour that the clocks skip, and every day around the change, come back as written", () => {
    const cell = firstSheet(makeGoogle({ timeZone: "America/New_York" })).getRange("A1");
    for (const day of ["2024-03-09", "2024-03-10", "2024-03-11", "2024-11-03", "2024-11-04"]) {
      const date = cell.setValue(day).getValue() as Date;
      expect(cell.setValue(date).getDisplayValue()).toBe(day);
    }
    expect((cell.setNumberFormat("General").setValue("2024-03-10 02:30").getValue() as Date).toISOString()).toBe(
      "2024-03-10T07:30:00.000Z",
    );
  });

  test("a number in a cell with a date format comes back as a date, a date in a number format as a number", () => {
    const cell = firstSheet(makeGoogle()).getRange("A1").setNumberFormat("yyyy-mm-dd").setValue(45366);
    expect((cell.getValue() as Date).toISOString()).toBe("2024-03-14T16:00:00.000Z");
    expect(cell.setNumberFormat("0").getValue()).toBe(45366);
  });

  test("a date in an automatic cell gets the locale's format", () => {
    const date = new Date("2024-03-15T00:00:00+08:00");
    const shown = (locale: string): string => firstSheet(makeGoogle({ locale })).getRange("A1").setValue(date).getDisplayValue();
    expect([shown("zh_CN"), shown("en_US")]).toEqual(["2024-3-15", "3/15/2024"]);
  });
});

describe(`formulas: ${RANGE}#getformulas`, () => {
  test("a text that begins with = is one; others have an empty text for a formula", () => {
    const range = firstSheet(makeGoogle())
      .getRange("A1:D1")
      .setValues([[1, "=A1+2", '=A1&"x"', "'=A1"]]);
    expect(range.getFormulas()).toEqual([["", "=A1+2", '=A1&"x"', ""]]);
    expect(range.getValues()).toEqual([[1, 3, "1x", "=A1"]]);
  });

  test("follow the cells they read", () => {
    const sheet = firstSheet(makeGoogle());
    sheet.getRange("A1:A4").setValues([[1], [2], ["x"], ["=SUM(A1:A3)"]]);
    sheet.getRange("A1").setValue(10);
    expect(sheet.getRange("A4").getValue()).toBe(12);
  });

  test.each<[string, unknown]>([
    ["=1+2*3", 7],
    ["=(1+2)*3", 9],
    ["=10%", 0.1],
    ["=1/0", "#DIV/0!"],
    ['="a"+1', "#VALUE!"],
    ['=IF(1>2,"yes","no")', "no"],
    ['=CONCATENATE("a","b")&"c"', "abc"],
    ["=COUNTA(B1:B3)", 0],
    ["=A1", "#REF!"],
    ["=VLOOKUP(1,B1:C3,2)", "#NAME?"],
    ["=1+1 不是公式", "#ERROR!"],
    ["=Sheet1!B9&TRUE", "TRUE"],
  ])("%s", (formula, result) => {
    expect(firstSheet(makeGoogle()).getRange("A1").setFormula(formula).getValue()).toBe(result);
  });

  test("writing a value over a formula takes it away", () => {
    const cell = firstSheet(makeGoogle()).getRange("A1").setFormula("1+1").setValue(5);
    expect([cell.getFormula(), cell.getValue()]).toEqual(["", 5]);
  });
});
