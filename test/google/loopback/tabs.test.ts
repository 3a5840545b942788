import { type Office, openOffice } from "./support/office";

let office: Office;

beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

async function get(fields: string, params: object = {}): Promise<unknown> {
  return (await office.sheets("spreadsheets.get", { fields, ...params })).data;
}

const PROPERTIES =
  "spreadsheetId,properties(title,timeZone,locale),sheets.properties(sheetId,title,index,hidden,gridProperties(rowCount,columnCount,frozenRowCount))";

test("tabs are made, moved, renamed, hidden, resized, frozen, removed", async () => {
  const gridProperties = { rowCount: 50, columnCount: 4, frozenRowCount: 1 };
  const made = await office.batch(
    { addSheet: { properties: { sheetId: 11, title: "名册", hidden: true, gridProperties, tabColor: { red: 1 } } } },
    { addSheet: { properties: { sheetId: 12, title: "费用", index: 0 } } },
    { addSheet: { properties: { sheetId: 13, title: "旧表" } } },
  );
  const red = { tabColor: { red: 1 }, tabColorStyle: { rgbColor: { red: 1 } } };
  expect(made.data).toMatchObject({
    spreadsheetId: office.google.spreadsheetId,
    replies: [
      {
        addSheet: {
          properties: { sheetId: 11, title: "名册", index: 1, sheetType: "GRID", hidden: true, gridProperties, ...red },
        },
      },
      { addSheet: { properties: { sheetId: 12, index: 0, gridProperties: { rowCount: 1000, columnCount: 26 } } } },
      { addSheet: { properties: { sheetId: 13, index: 3 } } },
    ],
  });
  const update = (properties: object, fields: string) => ({ updateSheetProperties: { properties, fields } });
  const changed = await office.batch(
    update({ sheetId: 12, title: "缴费", index: 2 }, "title,index"),
    update(
      { sheetId: 11, gridProperties: { rowCount: 60 }, title: "left alone" },
      "hidden,gridProperties(rowCount,frozenRowCount)",
    ),
    { deleteSheet: { sheetId: 13 } },
    { updateSpreadsheetProperties: { properties: { title: "台账 2024", timeZone: "Asia/Urumqi" }, fields: "title,timeZone" } },
  );
  expect(changed.data).toEqual({ spreadsheetId: office.google.spreadsheetId, replies: [{}, {}, {}, {}] });
  const sheet = (sheetId: number, title: string, index: number, rowCount: number, columnCount: number) => ({
    properties: { sheetId, title, index, gridProperties: { rowCount, columnCount } },
  });
  expect(await get(PROPERTIES)).toEqual({
    spreadsheetId: office.google.spreadsheetId,
    properties: { title: "台账 2024", timeZone: "Asia/Urumqi", locale: "zh_CN" },
    sheets: [sheet(0, "Sheet1", 0, 1000, 26), sheet(12, "缴费", 1, 1000, 26), sheet(11, "名册", 2, 60, 4)],
  });
});

test("what stands around cells goes in and comes out", async () => {
  const range = { sheetId: 12, startRowIndex: 1, endRowIndex: 3, startColumnIndex: 0, endColumnIndex: 1 };
  const rule = {
    condition: { type: "ONE_OF_LIST", values: [{ userEnteredValue: "是" }, { userEnteredValue: "否" }] },
    strict: true,
    showCustomUi: true,
  };
  const booleanRule = {
    condition: { type: "CUSTOM_FORMULA", values: [{ userEnteredValue: '=$A2=""' }] },
    format: { backgroundColor: { red: 1 }, backgroundColorStyle: { rgbColor: { red: 1 } }, textFormat: { bold: true } },
  };
  const header = { sheetId: 12, startRowIndex: 0, endRowIndex: 1, startColumnIndex: 0, endColumnIndex: 2 };
  await office.batch(
    { setDataValidation: { range, rule } },
    { addConditionalFormatRule: { rule: { ranges: [range], booleanRule }, index: 0 } },
    { setBasicFilter: { filter: { range: { ...range, startRowIndex: 0 } } } },
    { mergeCells: { range: header, mergeType: "MERGE_ALL" } },
    { addNamedRange: { namedRange: { name: "people", range } } },
    { addProtectedRange: { protectedRange: { range, description: "锁", warningOnly: true } } },
  );
  const cells = "sheets.data.rowData.values.dataValidation";
  expect(
    await get(`namedRanges,sheets(merges,basicFilter,conditionalFormats,protectedRanges),${cells}`, { ranges: "缴费!A1:A4" }),
  ).toEqual({
    namedRanges: [{ namedRangeId: "people", name: "people", range }],
    sheets: [
      {
        merges: [header],
        basicFilter: { range: { ...range, startRowIndex: 0 } },
        conditionalFormats: [{ ranges: [range], booleanRule }],
        protectedRanges: [{ protectedRangeId: 13, range, description: "锁", warningOnly: true, requestingUserCanEdit: true }],
        data: [{ rowData: [{}, ...[2, 3].map(() => ({ values: [{ dataValidation: rule }] }))] }],
      },
    ],
  });
  expect(await get("sheets.data(startRow,startColumn)", { ranges: "people" })).toEqual({ sheets: [{ data: [{ startRow: 1 }] }] });
  await office.batch(
    { setDataValidation: { range } },
    { deleteConditionalFormatRule: { sheetId: 12, index: 0 } },
    { clearBasicFilter: { sheetId: 12 } },
    { unmergeCells: { range: header } },
    { deleteNamedRange: { namedRangeId: "people" } },
  );
  const fields = `namedRanges,sheets(merges,basicFilter,conditionalFormats),${cells}`;
  expect(await get(fields, { ranges: "缴费!A1:A4" })).toEqual({ sheets: [{ data: [{ rowData: [] }] }] });
});

// https://developers.google.com/workspace/sheets/api/guides/field-masks
describe("fields", () => {
  const sheet = (...titles: readonly string[]) => ({ sheets: titles.map((title) => ({ properties: { title } })) });
  const all = ["Sheet1", "缴费", "名册"];
  test.each<[string, object, unknown]>([
    ["sheets.properties.title", {}, sheet(...all)],
    ["sheets/properties/title", {}, sheet(...all)],
    ["sheets(properties(title))", {}, sheet(...all)],
    ["sheets.properties.title", { ranges: ["Sheet1!A1", "名册!B2"] }, sheet("Sheet1", "名册")],
    ["properties.locale,properties(title)", {}, { properties: { locale: "zh_CN", title: "台账 2024" } }],
  ])("%s of %j", async (fields, params, answer) => {
    expect(await get(fields, params)).toEqual(answer);
  });

  test("cells come only when they are asked for", async () => {
    const withData = async (params: object) =>
      JSON.stringify((await office.sheets("spreadsheets.get", params)).data).includes('"data"');
    expect([
      await withData({}),
      await withData({ ranges: "A1" }),
      await withData({ ranges: "A1", includeGridData: true }),
    ]).toEqual([false, false, true]);
  });

  test("a mask that can't be read is refused", async () => {
    expect(await office.sheets("spreadsheets.get", { fields: "sheets(" })).toMatchObject({
      status: 400,
      error: { error: { message: "Request contains an invalid argument." } },
    });
    office.google.violations.splice(0);
  });
});

test("a new spreadsheet", async () => {
  const requestBody = { properties: { title: "新表", timeZone: "Asia/Shanghai" }, sheets: [{ properties: { title: "甲" } }] };
  const { data } = await office.client.ask({ api: "sheets", method: "spreadsheets.create", params: { requestBody } });
  expect(data).toMatchObject({
    properties: { title: "新表", locale: "en_US" },
    sheets: [{ properties: { title: "甲", index: 0 } }],
  });
  const { spreadsheetId } = data as { spreadsheetId: string };
  expect(spreadsheetId).not.toBe(office.google.spreadsheetId);
  expect(await get("sheets.properties.title", { spreadsheetId })).toEqual({ sheets: [{ properties: { title: "甲" } }] });
});
