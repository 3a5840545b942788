import { type Office, openOffice } from "./support/office";

let office: Office;
const FIRST = { sheetId: 0 };

beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

/** Ids of sheets are the tests' own. */
let lastId = 100;
async function newSheet(...rows: readonly (readonly unknown[])[]): Promise<number> {
  lastId += 1;
  await office.batch(
    { addSheet: { properties: { sheetId: lastId, title: `T${lastId}`, gridProperties: { rowCount: 20, columnCount: 6 } } } },
    ...(rows.length === 0 ? [] : [{ updateCells: { ...rowsOf(rows), fields: "userEnteredValue", start: { sheetId: lastId } } }]),
  );
  return lastId;
}

function rowsOf(rows: readonly (readonly unknown[])[]) {
  return { rows: rows.map((values) => ({ values: values.map((value) => ({ userEnteredValue: extended(value) })) })) };
}

function extended(value: unknown): object {
  if (typeof value === "number") return { numberValue: value };
  if (typeof value === "boolean") return { boolValue: value };
  return String(value).startsWith("=") ? { formulaValue: value } : { stringValue: value };
}

async function valuesOf(sheetId: number, valueRenderOption = "FORMULA"): Promise<unknown> {
  const range = `T${sheetId}!A:Z`;
  const { data } = await office.sheets("spreadsheets.values.get", { range, valueRenderOption });
  return (data as { values?: unknown }).values ?? [];
}

async function sheetOf(sheetId: number, fields: string): Promise<unknown> {
  const { data } = await office.sheets("spreadsheets.get", { ranges: [`T${sheetId}!A1:F20`], fields });
  return (data as { sheets: readonly unknown[] }).sheets[0];
}

function refusal(message: string): object {
  return { status: 400, error: { error: { code: 400, message, status: "INVALID_ARGUMENT" } } };
}

// https://developers.google.com/workspace/sheets/api/reference/rest/v4/spreadsheets/batchUpdate
describe("all or nothing", () => {
  test("a failing last request takes everything back", async () => {
    const id = await newSheet(["a", "b"], ["c", "=A1"], ["", "d"]);
    const all = "spreadsheetId,properties,sheets(properties,basicFilter,data(rowData,columnMetadata))";
    const params = { fields: all, ranges: [`T${id}!A1:F20`, "Sheet1!A1:C3"] };
    const before = await office.sheets("spreadsheets.get", params);
    const everything = { sheetId: id, startRowIndex: 0, endRowIndex: 3 };
    const answer = await office.batch(
      { updateCells: { ...rowsOf([["x", "y"], ["z"]]), fields: "*", start: { sheetId: id } } },
      {
        repeatCell: {
          range: everything,
          cell: { userEnteredFormat: { textFormat: { bold: true } } },
          fields: "userEnteredFormat",
        },
      },
      { sortRange: { range: everything, sortSpecs: [{ dimensionIndex: 0, sortOrder: "DESCENDING" }] } },
      { insertDimension: { range: { sheetId: id, dimension: "ROWS", startIndex: 0, endIndex: 2 } } },
      { deleteDimension: { range: { sheetId: id, dimension: "COLUMNS", startIndex: 0, endIndex: 1 } } },
      { setBasicFilter: { filter: { range: { sheetId: id, startRowIndex: 0, endRowIndex: 5 } } } },
      { updateSheetProperties: { properties: { sheetId: id, title: "Other", hidden: true }, fields: "title,hidden" } },
      {
        updateDimensionProperties: {
          range: { ...FIRST, dimension: "COLUMNS", startIndex: 0, endIndex: 1 },
          properties: { pixelSize: 300 },
          fields: "pixelSize",
        },
      },
      { addSheet: { properties: { title: "New", sheetId: 9 } } },
      { deleteSheet: FIRST },
      { addSheet: { properties: { title: "New" } } },
    );
    expect(answer).toMatchObject(
      refusal('Invalid requests[10].addSheet: A sheet with the name "New" already exists. Please enter another name.'),
    );
    expect((await office.sheets("spreadsheets.get", params)).data).toEqual(before.data);
    expect((await office.sheets("spreadsheets.get", { fields: "sheets.properties.sheetId" })).data).not.toMatchObject({
      sheets: expect.arrayContaining([{ properties: { sheetId: 9 } }]),
    });
  });

  test.each([
    ["no request", [], "Must specify at least one request."],
    ["an unknown sheet", [{ deleteSheet: { sheetId: 7 } }], "Invalid requests[0].deleteSheet: No sheet with id: 7"],
    ["an unknown grid", [{ sortRange: { range: { sheetId: 7 } } }], "Invalid requests[0].sortRange: No grid with id: 7"],
    [
      "no fields",
      [{ updateCells: { start: FIRST, rows: [] } }],
      "Invalid requests[0].updateCells: At least one field must be listed in 'fields'. (Use '*' to indicate all fields.)",
    ],
    [
      "a start outside",
      [{ repeatCell: { range: { ...FIRST, startRowIndex: 1000 }, cell: {}, fields: "note" } }],
      "Invalid requests[0].repeatCell: Range (Sheet1!A1001) exceeds grid limits. Max rows: 1000, max columns: 26",
    ],
    [
      "the only sheet that shows",
      [{ updateSheetProperties: { properties: { ...FIRST, hidden: true }, fields: "hidden" } }],
      "Invalid requests[0].updateSheetProperties: You can't hide all the sheets in a document.",
    ],
    [
      "too many cells",
      [{ addSheet: { properties: { gridProperties: { rowCount: 400_000, columnCount: 26 } } } }],
      "Invalid requests[0].addSheet: This action would increase the number of cells in the workbook above the limit of 10000000 cells.",
    ],
    [
      "too many cells by rows",
      [{ appendDimension: { ...FIRST, dimension: "ROWS", length: 400_000 } }],
      "Invalid requests[0].appendDimension: This action would increase the number of cells in the workbook above the limit of 10000000 cells.",
    ],
    [
      "an id that is taken",
      [{ addSheet: { properties: { sheetId: 0 } } }],
      "Invalid requests[0].addSheet: A sheet with the id 0 already exists. Please enter another id.",
    ],
  ])("%s", async (name, requests, message) => {
    const alone = name === "the only sheet that shows";
    const sheets = office.google.workbook.sheets;
    for (const sheet of sheets.slice(1)) sheet.hidden = alone;
    expect(await office.batch(...requests)).toMatchObject(refusal(message));
    for (const sheet of sheets) sheet.hidden = false;
  });

  test("what the loopback doesn't do it says", async () => {
    expect(await office.batch({ updateBorders: { range: FIRST } })).toMatchObject({
      status: 501,
      error: { error: { message: "The loopback doesn't serve updateBorders.", status: "UNIMPLEMENTED" } },
    });
    expect(await office.sheets("spreadsheets.values.append", { range: "A1", requestBody: {} })).toMatchObject({ status: 501 });
  });
});

describe("cells", () => {
  test("values are explicit, never parsed", async () => {
    const id = await newSheet(["2024-03-15", 45366, true, "=1+1"], ["'x", "007", "TRUE"]);
    expect(await valuesOf(id, "UNFORMATTED_VALUE")).toEqual([
      ["2024-03-15", 45366, true, 2],
      ["'x", "007", "TRUE"],
    ]);
    const values = [{ userEnteredValue: { stringValue: "=1+1" } }, {}, { userEnteredValue: {} }];
    await office.batch({
      updateCells: { rows: [{ values }], fields: "userEnteredValue", start: { sheetId: id, columnIndex: 1 } },
    });
    expect(await valuesOf(id)).toEqual([
      ["2024-03-15", "=1+1"],
      ["'x", "007", "TRUE"],
    ]);
    expect(await sheetOf(id, "sheets.data.rowData.values.userEnteredValue")).toMatchObject({
      data: [{ rowData: [{ values: [{}, { userEnteredValue: { stringValue: "=1+1" } }] }, {}] }],
    });
  });

  test("a range is filled, and what is not given in it is cleared", async () => {
    const id = await newSheet(["a", "b", "c"], ["d", "e", "f"]);
    const range = { sheetId: id, startRowIndex: 0, endRowIndex: 2, startColumnIndex: 0, endColumnIndex: 2 };
    await office.batch({ updateCells: { ...rowsOf([["x"]]), range, fields: "userEnteredValue" } });
    expect(await valuesOf(id)).toEqual([
      ["x", "", "c"],
      ["", "", "f"],
    ]);
    expect(await office.batch({ updateCells: { ...rowsOf([[1], [2], [3]]), range, fields: "userEnteredValue" } })).toMatchObject(
      refusal("Invalid requests[0].updateCells: Attempting to write row: 2, beyond the last requested row of: 1"),
    );
  });

  test("appendCells goes below the last data and makes the grid longer", async () => {
    const id = await newSheet(["a"], [], ["b"]);
    const rows = Array.from({ length: 19 }, (_, row) => [row]);
    await office.batch({ appendCells: { sheetId: id, ...rowsOf(rows), fields: "userEnteredValue" } });
    expect(await valuesOf(id)).toEqual([["a"], [], ["b"], ...rows]);
    expect(await sheetOf(id, "sheets.properties.gridProperties.rowCount")).toEqual({
      properties: { gridProperties: { rowCount: 22 } },
    });
  });

  test("formats by their fields; the effective format is whole", async () => {
    const id = await newSheet(["a", 45366.5]);
    const numberFormat = { type: "DATE_TIME", pattern: "yyyy-mm-dd hh:mm" };
    const data = { userEnteredFormat: { numberFormat, wrapStrategy: "WRAP" }, note: "n" };
    const put = (fields: string) =>
      office.batch({ updateCells: { rows: [{ values: [data, data] }], fields, start: { sheetId: id } } });
    await put("userEnteredFormat.numberFormat");
    const cells = "sheets.data.rowData.values(formattedValue,userEnteredFormat,effectiveFormat(numberFormat,wrapStrategy),note)";
    const cell = (text: string) => ({
      formattedValue: text,
      userEnteredFormat: { numberFormat },
      effectiveFormat: { numberFormat, wrapStrategy: "OVERFLOW_CELL" },
    });
    expect(await sheetOf(id, cells)).toEqual({ data: [{ rowData: [{ values: [cell("a"), cell("2024-03-15 12:00")] }] }] });
    await put("userEnteredFormat,note");
    expect(await sheetOf(id, "sheets.data.rowData.values(userEnteredFormat,note)")).toEqual({
      data: [{ rowData: [{ values: [data, data] }] }],
    });
  });

  test("repeatCell moves a formula along", async () => {
    const id = await newSheet([1, 2], [3, 4]);
    const range = { sheetId: id, startRowIndex: 0, endRowIndex: 2, startColumnIndex: 2, endColumnIndex: 3 };
    const cell = { userEnteredValue: { formulaValue: "=A1+$B$1" } };
    await office.batch({ repeatCell: { range, cell, fields: "userEnteredValue" } });
    expect(await valuesOf(id)).toEqual([
      [1, 2, "=A1+$B$1"],
      [3, 4, "=A2+$B$1"],
    ]);
    expect(await valuesOf(id, "UNFORMATTED_VALUE")).toEqual([
      [1, 2, 3],
      [3, 4, 5],
    ]);
  });
});

describe("lines", () => {
  const rows = [
    ["h", "v"],
    ["b", 2],
    ["a", 3],
    ["", 1],
  ];
  const line = (dimension: string, startIndex: number, endIndex: number) => ({ dimension, startIndex, endIndex });
  test.each<[string, (sheetId: number) => object, unknown]>([
    [
      "insert",
      (sheetId) => ({ insertDimension: { range: { sheetId, ...line("ROWS", 1, 3) } } }),
      [["h", "v"], [], [], ["b", 2], ["a", 3], ["", 1]],
    ],
    ["delete", (sheetId) => ({ deleteDimension: { range: { sheetId, ...line("COLUMNS", 0, 1) } } }), [["v"], [2], [3], [1]]],
    [
      "sort, empty cells last",
      (sheetId) => ({ sortRange: { range: { sheetId, startRowIndex: 1, endRowIndex: 4 }, sortSpecs: [{ dimensionIndex: 0 }] } }),
      [
        ["h", "v"],
        ["a", 3],
        ["b", 2],
        ["", 1],
      ],
    ],
    [
      "sort backwards",
      (sheetId) => ({
        sortRange: {
          range: { sheetId, startRowIndex: 1, endRowIndex: 4 },
          sortSpecs: [{ dimensionIndex: 1, sortOrder: "DESCENDING" }],
        },
      }),
      [
        ["h", "v"],
        ["a", 3],
        ["b", 2],
        ["", 1],
      ],
    ],
  ])("%s", async (_, request, after) => {
    const id = await newSheet(...rows);
    await office.batch(request(id));
    expect(await valuesOf(id)).toEqual(after);
  });

  test("append, widths and hidden lines", async () => {
    const sheetId = await newSheet(["a"]);
    const set = (range: object, properties: object) => ({
      updateDimensionProperties: { range: { sheetId, ...range }, properties, fields: Object.keys(properties).join() },
    });
    await office.batch(
      { appendDimension: { sheetId, dimension: "COLUMNS", length: 2 } },
      set(line("COLUMNS", 0, 1), { pixelSize: 180 }),
      set(line("ROWS", 1, 2), { pixelSize: 40, hiddenByUser: true }),
    );
    const found = await sheetOf(sheetId, "sheets(properties.gridProperties,data(rowMetadata,columnMetadata))");
    expect(found).toMatchObject({
      properties: { gridProperties: { rowCount: 20, columnCount: 8 } },
      data: [{ rowMetadata: expect.arrayContaining([{ pixelSize: 40, hiddenByUser: true }]) }],
    });
    const { data } = found as { data: readonly { columnMetadata: readonly unknown[]; rowMetadata: readonly unknown[] }[] };
    expect([data[0]?.columnMetadata.slice(0, 2), data[0]?.rowMetadata.slice(0, 2)]).toEqual([
      [{ pixelSize: 180 }, { pixelSize: 100 }],
      [{ pixelSize: 21 }, { hiddenByUser: true, pixelSize: 40 }],
    ]);
  });

  test("lines that do not exist are not deleted", async () => {
    const sheetId = await newSheet();
    const message =
      "Invalid requests[0].deleteDimension: Cannot delete a row that doesn't exist. Tried to delete row index 20 but there are only 20 rows.";
    expect(await office.batch({ deleteDimension: { range: { sheetId, ...line("ROWS", 18, 21) } } })).toMatchObject(
      refusal(message),
    );
  });
});
