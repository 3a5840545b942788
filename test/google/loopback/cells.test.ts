import type { Office } from "./support/office";
import { refusal, rowsOf, Tabs } from "./support/tabs";

let tabs: Tabs;
let office: Office;

beforeAll(async () => {
  tabs = await Tabs.open();
  office = tabs.office;
});
afterAll(() => office.close());

describe("cells", () => {
  test("values are explicit, never parsed", async () => {
    const id = await tabs.make(["2024-03-15", 45366, true, "=1+1"], ["'x", "007", "TRUE"]);
    expect(await tabs.values(id, "UNFORMATTED_VALUE")).toEqual([
      ["2024-03-15", 45366, true, 2],
      ["'x", "007", "TRUE"],
    ]);
    const values = [{ userEnteredValue: { stringValue: "=1+1" } }, {}, { userEnteredValue: {} }];
    await office.batch({
      updateCells: { rows: [{ values }], fields: "userEnteredValue", start: { sheetId: id, columnIndex: 1 } },
    });
    expect(await tabs.values(id)).toEqual([
      ["2024-03-15", "=1+1"],
      ["'x", "007", "TRUE"],
    ]);
    expect(await tabs.sheet(id, "sheets.data.rowData.values.userEnteredValue")).toMatchObject({
      data: [{ rowData: [{ values: [{}, { userEnteredValue: { stringValue: "=1+1" } }] }, {}] }],
    });
  });

  test("a range is filled, and what is not given in it is cleared", async () => {
    const id = await tabs.make(["a", "b", "c"], ["d", "e", "f"]);
    const range = { sheetId: id, startRowIndex: 0, endRowIndex: 2, startColumnIndex: 0, endColumnIndex: 2 };
    await office.batch({ updateCells: { ...rowsOf([["x"]]), range, fields: "userEnteredValue" } });
    expect(await tabs.values(id)).toEqual([
      ["x", "", "c"],
      ["", "", "f"],
    ]);
    expect(await office.batch({ updateCells: { ...rowsOf([[1], [2], [3]]), range, fields: "userEnteredValue" } })).toMatchObject(
      refusal("Invalid requests[0].updateCells: Attempting to write row: 2, beyond the last requested row of: 1"),
    );
  });

  test("appendCells goes below the last data and makes the grid longer", async () => {
    const id = await tabs.make(["a"], [], ["b"]);
    const rows = Array.from({ length: 19 }, (_, row) => [row]);
    await office.batch({ appendCells: { sheetId: id, ...rowsOf(rows), fields: "userEnteredValue" } });
    expect(await tabs.values(id)).toEqual([["a"], [], ["b"], ...rows]);
    expect(await tabs.sheet(id, "sheets.properties.gridProperties.rowCount")).toEqual({
      properties: { gridProperties: { rowCount: 22 } },
    });
  });

  test("formats by their fields; the effective format is whole", async () => {
    const id = await tabs.make(["a", 45366.5]);
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
    expect(await tabs.sheet(id, cells)).toEqual({ data: [{ rowData: [{ values: [cell("a"), cell("2024-03-15 12:00")] }] }] });
    await put("userEnteredFormat,note");
    expect(await tabs.sheet(id, "sheets.data.rowData.values(userEnteredFormat,note)")).toEqual({
      data: [{ rowData: [{ values: [data, data] }] }],
    });
  });

  test("repeatCell moves a formula along", async () => {
    const id = await tabs.make([1, 2], [3, 4]);
    const range = { sheetId: id, startRowIndex: 0, endRowIndex: 2, startColumnIndex: 2, endColumnIndex: 3 };
    const cell = { userEnteredValue: { formulaValue: "=A1+$B$1" } };
    await office.batch({ repeatCell: { range, cell, fields: "userEnteredValue" } });
    expect(await tabs.values(id)).toEqual([
      [1, 2, "=A1+$B$1"],
      [3, 4, "=A2+$B$1"],
    ]);
    expect(await tabs.values(id, "UNFORMATTED_VALUE")).toEqual([
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
    const id = await tabs.make(...rows);
    await office.batch(request(id));
    expect(await tabs.values(id)).toEqual(after);
  });

  test("append, widths and hidden lines", async () => {
    const sheetId = await tabs.make(["a"]);
    const set = (range: object, properties: object) => ({
      updateDimensionProperties: { range: { sheetId, ...range }, properties, fields: Object.keys(properties).join() },
    });
    await office.batch(
      { appendDimension: { sheetId, dimension: "COLUMNS", length: 2 } },
      set(line("COLUMNS", 0, 1), { pixelSize: 180 }),
      set(line("ROWS", 1, 2), { pixelSize: 40, hiddenByUser: true }),
    );
    const found = await tabs.sheet(sheetId, "sheets(properties.gridProperties,data(rowMetadata,columnMetadata))");
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
    const sheetId = await tabs.make();
    const message =
      "Invalid requests[0].deleteDimension: Cannot delete a row that doesn't exist. Tried to delete row index 20 but there are only 20 rows.";
    expect(await office.batch({ deleteDimension: { range: { sheetId, ...line("ROWS", 18, 21) } } })).toMatchObject(
      refusal(message),
    );
  });
});
