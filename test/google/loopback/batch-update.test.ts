import type { Office } from "./support/office";
import { refusal, rowsOf, Tabs } from "./support/tabs";

let tabs: Tabs;
let office: Office;
const FIRST = { sheetId: 0 };

beforeAll(async () => {
  tabs = await Tabs.open();
  office = tabs.office;
});
afterAll(() => office.close());

// https://developers.google.com/workspace/sheets/api/reference/rest/v4/spreadsheets/batchUpdate
describe("all or nothing", () => {
  test("a failing last request takes everything back", async () => {
    const id = await tabs.make(["a", "b"], ["c", "=A1"], ["", "d"]);
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
