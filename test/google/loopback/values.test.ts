import { createGoogle } from "../google";
import { type Office, openOffice } from "./support/office";

/** 2024-03-15 in days since 1899-12-30: https://developers.google.com/workspace/sheets/api/guides/formats#about_date_time_values */
const MARCH_15 = 45366;

let office: Office;

/** Both faces stand on the same workbook. */
const script = createGoogle({ timeZone: "Asia/Shanghai", scriptTimeZone: "Asia/Shanghai" });
const app = script.services.SpreadsheetApp;

beforeAll(async () => {
  const book = app.getActiveSpreadsheet();
  book.getSheets()[0]?.setName("名册");
  const sheet = book.insertSheet("Data", 1);
  sheet.getRange("A1:C4").setValues([
    ["编号", "入职", "分数"],
    ["R1", new Date("2024-03-15T00:00:00+08:00"), 12.5],
    ["R2", "", ""],
    ["", "", true],
  ]);
  sheet.getRange("D2").setFormula("=C2*2");
  sheet.getRange("B2").setNumberFormat("yyyy-mm-dd");
  sheet.getRange("C2").setNumberFormat("0.00");
  book.insertSheet("It's 2024", 2).getRange("B2").setValue("quoted");
  office = await openOffice({ workbook: script.workbook });
});

afterAll(() => office.close());

// https://developers.google.com/workspace/sheets/api/guides/concepts#expandable-1
describe("ranges", () => {
  test.each([
    [
      "Data!A1:B2",
      "Data!A1:B2",
      [
        ["编号", "入职"],
        ["R1", "2024-03-15"],
      ],
    ],
    ["Data!A2:A", "Data!A2:A1000", [["R1"], ["R2"]]],
    ["Data!2:3", "Data!A2:Z3", [["R1", "2024-03-15", "12.50", "25"], ["R2"]]],
    ["Data!C:C", "Data!C1:C1000", [["分数"], ["12.50"], [], ["TRUE"]]],
    [
      "Data!$C$2:$A$1",
      "Data!A1:C2",
      [
        ["编号", "入职", "分数"],
        ["R1", "2024-03-15", "12.50"],
      ],
    ],
    ["Data", "Data!A1:Z1000", [["编号", "入职", "分数"], ["R1", "2024-03-15", "12.50", "25"], ["R2"], ["", "", "TRUE"]]],
    ["data!A3", "Data!A3", [["R2"]]],
    ["Data!Y999:AB1005", "Data!Y999:Z1000", undefined],
    ["'It''s 2024'!B2", "'It''s 2024'!B2", [["quoted"]]],
    ["It's 2024!B2", "'It''s 2024'!B2", [["quoted"]]],
    ["名册", "'名册'!A1:Z1000", undefined],
    ["A1", "'名册'!A1", undefined],
  ])("%s", async (range, answered, values) => {
    expect((await office.sheets("spreadsheets.values.get", { range })).data).toEqual({
      range: answered,
      majorDimension: "ROWS",
      ...(values ? { values } : {}),
    });
  });

  test.each([
    ["Nobody!A1", "Unable to parse range: Nobody!A1"],
    ["Data!1A", "Unable to parse range: Data!1A"],
    ["Data!A1001", "Range (Data!A1001) exceeds grid limits. Max rows: 1000, max columns: 26"],
    ["Data!A1001:B", "Range (Data!A1001:B) exceeds grid limits. Max rows: 1000, max columns: 26"],
    ["'It''s 2024'!AA1", "Range ('It''s 2024'!AA1) exceeds grid limits. Max rows: 1000, max columns: 26"],
  ])("%s is refused", async (range, message) => {
    const { status, error } = await office.sheets("spreadsheets.values.get", { range });
    expect([status, error]).toEqual([
      400,
      {
        error: { code: 400, message, status: "INVALID_ARGUMENT", errors: [{ message, domain: "global", reason: "badRequest" }] },
      },
    ]);
  });
});

// https://developers.google.com/workspace/sheets/api/reference/rest/v4/ValueRenderOption, …/DateTimeRenderOption
describe("values as they are asked for", () => {
  test.each([
    [{}, ["R1", "2024-03-15", "12.50", "25"]],
    [{ valueRenderOption: "UNFORMATTED_VALUE" }, ["R1", MARCH_15, 12.5, 25]],
    [{ valueRenderOption: "UNFORMATTED_VALUE", dateTimeRenderOption: "SERIAL_NUMBER" }, ["R1", MARCH_15, 12.5, 25]],
    [{ valueRenderOption: "UNFORMATTED_VALUE", dateTimeRenderOption: "FORMATTED_STRING" }, ["R1", "2024-03-15", 12.5, 25]],
    [{ valueRenderOption: "FORMULA" }, ["R1", MARCH_15, 12.5, "=C2*2"]],
  ])("%j", async (options, line) => {
    const { data } = await office.sheets("spreadsheets.values.batchGet", { ranges: ["Data!A2:D2", "Data!A4:D4"], ...options });
    const yes = "valueRenderOption" in options ? true : "TRUE";
    expect(data).toEqual({
      spreadsheetId: office.google.spreadsheetId,
      valueRanges: [
        { range: "Data!A2:D2", majorDimension: "ROWS", values: [line] },
        { range: "Data!A4:D4", majorDimension: "ROWS", values: [["", "", yes]] },
      ],
    });
  });

  test("by columns", async () => {
    const { data } = await office.sheets("spreadsheets.values.get", { range: "Data!A1:B3", majorDimension: "COLUMNS" });
    expect(data).toMatchObject({
      majorDimension: "COLUMNS",
      values: [
        ["编号", "R1", "R2"],
        ["入职", "2024-03-15"],
      ],
    });
  });

  test("an option that does not exist is refused", async () => {
    const answer = await office.sheets("spreadsheets.values.get", { range: "Data!A1", valueRenderOption: "PRETTY" });
    expect(answer).toMatchObject({ status: 400, error: { error: { status: "INVALID_ARGUMENT" } } });
    office.google.violations.splice(0);
  });
});

// https://developers.google.com/workspace/sheets/api/reference/rest/v4/ValueInputOption
describe("values written", () => {
  const typed = ["2024-03-15", "1,200", "=1+1", "'007", "true", "007"];
  test.each([
    ["RAW", typed, typed],
    ["USER_ENTERED", [MARCH_15, 1200, 2, "007", true, 7], [MARCH_15, 1200, "=1+1", "007", true, 7]],
  ])("%s", async (valueInputOption, values, formulas) => {
    const range = "Data!F1:K1";
    await office.sheets("spreadsheets.values.clear", { range });
    const put = await office.sheets("spreadsheets.values.update", { range, valueInputOption, requestBody: { values: [typed] } });
    expect(put.data).toEqual({
      spreadsheetId: office.google.spreadsheetId,
      updatedRange: range,
      updatedRows: 1,
      updatedColumns: 6,
      updatedCells: 6,
    });
    const read = async (valueRenderOption: string) => {
      const { data } = await office.sheets("spreadsheets.values.get", { range, valueRenderOption });
      return (data as { values: unknown[][] }).values[0];
    };
    expect([await read("UNFORMATTED_VALUE"), await read("FORMULA")]).toEqual([values, formulas]);
  });

  test("null leaves a cell, an empty text empties it; one cell is a place to start at", async () => {
    const update = (range: string, values: unknown[][]) =>
      office.sheets("spreadsheets.values.update", { range, valueInputOption: "RAW", requestBody: { values } });
    await update("Data!F5", [
      ["a", "b"],
      ["c", "d"],
    ]);
    expect(
      (
        await update("Data!F5:G6", [
          [null, ""],
          ["", null],
        ])
      ).data,
    ).toMatchObject({ updatedCells: 2 });
    expect((await office.sheets("spreadsheets.values.get", { range: "Data!F5:G6" })).data).toMatchObject({
      values: [["a"], ["", "d"]],
    });
  });

  test("several ranges, all or none", async () => {
    const write = (...ranges: readonly string[]) =>
      office.sheets("spreadsheets.values.batchUpdate", {
        requestBody: { valueInputOption: "RAW", data: ranges.map((range) => ({ range, values: [["x", "y"]] })) },
      });
    expect((await write("Data!F8", "名册!A1:B1")).data).toMatchObject({
      totalUpdatedSheets: 2,
      totalUpdatedRows: 2,
      totalUpdatedColumns: 4,
      totalUpdatedCells: 4,
      responses: [{ updatedRange: "Data!F8:G8" }, { updatedRange: "'名册'!A1:B1" }],
    });
    const message = "Invalid data[1]: Requested writing within range [Data!A1:A2], but tried writing to column [B]";
    expect(await write("Data!F9", "Data!A1:A2")).toMatchObject({ status: 400, error: { error: { message } } });
    expect((await office.sheets("spreadsheets.values.get", { range: "Data!F9:G9" })).data).not.toHaveProperty("values");
  });

  test.each([
    ["no option", undefined, [["a"]], "'valueInputOption' is required but not specified"],
    ["too wide", "RAW", [["a", "b", "c"]], "Requested writing within range [Data!F10:G10], but tried writing to column [H]"],
    [
      "too long",
      "RAW",
      [["字".repeat(50_001)]],
      "Your input contains more than the maximum of 50000 characters in a single cell.",
    ],
  ])("%s is refused", async (_, valueInputOption, values, message) => {
    const params = { range: "Data!F10:G10", valueInputOption, requestBody: { values } };
    expect(await office.sheets("spreadsheets.values.update", params)).toMatchObject({
      status: 400,
      error: { error: { message } },
    });
  });
});

test("what a script writes the API reads, and the other way round", async () => {
  const sheet = app.getActiveSpreadsheet().getSheetByName("名册");
  sheet?.getRange("C3").setValue("从脚本");
  expect((await office.sheets("spreadsheets.values.get", { range: "名册!C3" })).data).toMatchObject({ values: [["从脚本"]] });
  await office.sheets("spreadsheets.values.update", {
    range: "名册!C4:D4",
    valueInputOption: "USER_ENTERED",
    requestBody: { values: [["从接口", "2024-03-15"]] },
  });
  expect(sheet?.getRange("C4:D4").getValues()).toEqual([["从接口", new Date("2024-03-15T00:00:00+08:00")]]);
});
