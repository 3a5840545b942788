import { type Office, openOffice } from "./support/office";

const WORDS =
  "You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.";
const B2 = { sheetId: 1, startRowIndex: 1, endRowIndex: 2, startColumnIndex: 1, endColumnIndex: 2 };

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());
beforeEach(() => {
  const { workbook } = office.google;
  workbook.sheets = [];
  for (const [id, title] of [
    [1, "名册"],
    [2, "缴费"],
  ] as const) {
    const sheet = workbook.addSheet(title, workbook.sheets.length, 10, 5, id);
    sheet.enter(2, 2, "before");
  }
});

const put = (sheetId: number, rowIndex: number, columnIndex: number): object => ({
  updateCells: {
    start: { sheetId, rowIndex, columnIndex },
    rows: [{ values: [{ userEnteredValue: { stringValue: "after" } }] }],
    fields: "userEnteredValue",
  },
});

/** A protection that names only its owner. */
function protect(kind: "SHEET" | "RANGE", more: { warningOnly?: boolean; editors?: string[]; open?: boolean } = {}): void {
  const area = { row: 2, column: 2, rows: 1, columns: 1 };
  office.google.workbook.sheetTitled("名册")?.protections.push({
    kind,
    areas: kind === "RANGE" ? [area] : [],
    unprotected: more.open ? [area] : [],
    description: "",
    warningOnly: more.warningOnly ?? false,
    editors: more.editors ?? [],
  });
}

test.each<[string, object]>([
  ["updateCells", put(1, 1, 1)],
  ["repeatCell", { repeatCell: { range: B2, cell: { note: "x" }, fields: "note" } }],
  ["setDataValidation", { setDataValidation: { range: B2 } }],
  ["sortRange", { sortRange: { range: B2, sortSpecs: [{ dimensionIndex: 1 }] } }],
  ["mergeCells", { mergeCells: { range: B2, mergeType: "MERGE_ALL" } }],
  ["appendDimension", { appendDimension: { sheetId: 1, dimension: "ROWS", length: 1 } }],
  ["deleteDimension", { deleteDimension: { range: { sheetId: 1, dimension: "ROWS", startIndex: 4, endIndex: 5 } } }],
  ["deleteSheet", { deleteSheet: { sheetId: 1 } }],
  ["updateSheetProperties", { updateSheetProperties: { properties: { sheetId: 1, title: "x" }, fields: "title" } }],
])("%s on a protected sheet refuses the whole batch", async (kind, request) => {
  protect("SHEET");
  const { status, error } = await office.batch(put(2, 1, 1), request);
  expect([status, error]).toEqual([
    400,
    { error: expect.objectContaining({ status: "INVALID_ARGUMENT", message: `Invalid requests[1].${kind}: ${WORDS}` }) },
  ]);
  expect(office.google.workbook.sheetTitled("缴费")?.value(2, 2)).toBe("before");
  expect(office.google.workbook.sheetTitled("名册")?.title).toBe("名册");
});

test.each<[string, boolean, () => void, object]>([
  ["a protected range", false, () => protect("RANGE"), put(1, 1, 1)],
  ["a cell beside it", true, () => protect("RANGE"), put(1, 1, 2)],
  ["an area left open", true, () => protect("SHEET", { open: true }), put(1, 1, 1)],
  ["the rest of that sheet", false, () => protect("SHEET", { open: true }), put(1, 1, 2)],
  ["what only warns", true, () => protect("SHEET", { warningOnly: true }), put(1, 1, 1)],
  ["what names the account", true, () => protect("SHEET", { editors: [office.google.accounts.serviceEmail] }), put(1, 1, 1)],
])("%s", async (_, may, arrange, request) => {
  arrange();
  expect((await office.batch(request)).status).toBe(may ? 200 : 400);
});

test.each<[string, string, object]>([
  ["update", "", { range: "名册!B2", valueInputOption: "RAW", requestBody: { values: [["after"]] } }],
  [
    "batchUpdate",
    "Invalid data[0]: ",
    { requestBody: { valueInputOption: "RAW", data: [{ range: "名册!B2", values: [["x"]] }] } },
  ],
  ["clear", "", { range: "名册!B2" }],
])("values.%s", async (method, before, params) => {
  protect("RANGE");
  const { status, error } = await office.sheets(`spreadsheets.values.${method}`, params);
  expect([status, error]).toEqual([400, { error: expect.objectContaining({ message: before + WORDS }) }]);
});

test("the owner may; a protection tells everybody whether they may, and its editors to those who may", async () => {
  const { accounts, spreadsheetId } = office.google;
  protect("SHEET", { open: true });
  const fields = "sheets(protectedRanges(range,unprotectedRanges,warningOnly,requestingUserCanEdit,editors))";
  const params = { spreadsheetId, fields, ranges: "名册!A1" };
  const told = { range: { sheetId: 1 }, unprotectedRanges: [B2] };
  expect((await office.sheets("spreadsheets.get", params)).data).toEqual({ sheets: [{ protectedRanges: [told] }] });
  const token = accounts.grant({ email: accounts.person.email, scopes: ["https://www.googleapis.com/auth/spreadsheets"] });
  expect((await office.sheets("spreadsheets.get", params, { token })).data).toEqual({
    sheets: [{ protectedRanges: [{ ...told, requestingUserCanEdit: true, editors: { users: [] } }] }],
  });
  const answer = await office.sheets("spreadsheets.batchUpdate", { requestBody: { requests: [put(1, 4, 4)] } }, { token });
  expect(answer.status).toBe(200);
});
