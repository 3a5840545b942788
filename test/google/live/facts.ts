import { isDeepStrictEqual } from "node:util";
import type { sheets_v4 } from "googleapis/build/src/apis/sheets";
import type { RawApi } from "./raw-api";

/** Something that the stand-in takes for granted (test/google/README.md), with the way to see it. */
interface Fact {
  readonly name: string;
  readonly expected: unknown;
  readonly observe: (api: RawApi) => Promise<unknown>;
}

/** The tab that facts are looked at in. It is made for each of them, 20 × 6 cells. */
const TAB = "事实";
const ID = 379_999;
const DAY = { numberFormat: { type: "DATE", pattern: "yyyy-mm-dd" } };
const TEXT = { numberFormat: { type: "TEXT", pattern: "@" } };

type Cell = sheets_v4.Schema$CellData;

/** Puts the cells into the first row. */
const row = (fields: string, ...values: Cell[]) => ({
  updateCells: { start: { sheetId: ID, rowIndex: 0, columnIndex: 0 }, rows: [{ values }], fields },
});
const text = (stringValue: string, format?: Cell["userEnteredFormat"]): Cell => ({
  userEnteredValue: { stringValue },
  ...(format ? { userEnteredFormat: format } : {}),
});
const number = (numberValue: number, format?: Cell["userEnteredFormat"]): Cell => ({
  userEnteredValue: { numberValue },
  ...(format ? { userEnteredFormat: format } : {}),
});
const BOTH = "userEnteredValue,userEnteredFormat.numberFormat";

const valuesIn = async (api: RawApi, how?: string): Promise<unknown> => {
  const answer = await api.values(`${TAB}!A1:F20`, how);
  return "values" in answer ? answer.values : answer;
};

async function cellsIn(api: RawApi, fields: string): Promise<Cell[][]> {
  const seen = await api.get(`sheets.data.rowData.values(${fields})`, `${TAB}!A1:B2`);
  const [sheet] = "sheets" in seen ? (seen.sheets ?? []) : [];
  return (sheet?.data?.[0]?.rowData ?? []).map(({ values = [] }) => values);
}

/** Of the first cells, whether they have a value that was entered, one that is shown, or both. */
async function enteredIn(api: RawApi): Promise<string[][]> {
  const lines = await cellsIn(api, "userEnteredValue,effectiveValue");
  return lines.map((line) =>
    line.map(({ userEnteredValue, effectiveValue }) => {
      if (effectiveValue == null) return userEnteredValue == null ? "none" : "entered";
      return userEnteredValue == null ? "effective" : "both";
    }),
  );
}

export const FACTS: readonly Fact[] = [
  {
    name: "a day is days since 1899-12-30, and shown by its format",
    expected: [[["2024-03-01"]], [[45_352]]],
    observe: async (api) => {
      await api.batch(row(BOTH, number(45_352, DAY)));
      return [await valuesIn(api, "FORMATTED_VALUE"), await valuesIn(api)];
    },
  },
  {
    name: "1900-02-28 is day 60 in Google, which knows no 29 February 1900",
    expected: [["1900-02-28", "1900-03-01"]],
    observe: async (api) => {
      await api.batch(row(BOTH, number(60, DAY), number(61, DAY)));
      return valuesIn(api, "FORMATTED_VALUE");
    },
  },
  {
    name: "a day typed in is a number with a day's format",
    expected: [[[45_352]], "DATE"],
    observe: async (api) => {
      await api.type(`${TAB}!A1`, "2024-03-01");
      const seen = await api.get("sheets.data.rowData.values.effectiveFormat.numberFormat.type", `${TAB}!A1`);
      const [sheet] = "sheets" in seen ? (seen.sheets ?? []) : [];
      return [await valuesIn(api), sheet?.data?.[0]?.rowData?.[0]?.values?.[0]?.effectiveFormat?.numberFormat?.type];
    },
  },
  {
    name: "texts put in explicitly are never parsed",
    expected: [["=1+1", "007", "'7", "2024-03-01", "TRUE", " x "]],
    observe: async (api) => {
      await api.batch(row("userEnteredValue", ...["=1+1", "007", "'7", "2024-03-01", "TRUE", " x "].map((one) => text(one))));
      return valuesIn(api);
    },
  },
  {
    name: "what is typed into a cell of the format @ stays text; a number put in explicitly stays a number",
    expected: [["007", 7]],
    observe: async (api) => {
      await api.batch(row(BOTH, { userEnteredFormat: TEXT }, number(7, TEXT)));
      await api.type(`${TAB}!A1`, "007");
      return valuesIn(api);
    },
  },
  {
    name: "a text with = typed into a cell of the format @ stays text",
    expected: [["=1+1"]],
    observe: async (api) => {
      await api.batch(row(BOTH, { userEnteredFormat: TEXT }));
      await api.type(`${TAB}!A1`, "=1+1");
      return valuesIn(api);
    },
  },
  {
    name: "empty cells and rows at the end are left out, and the range says how far the grid goes",
    expected: { range: `'${TAB}'!A1:F20`, majorDimension: "ROWS", values: [["a", "", "c"]] },
    observe: async (api) => {
      await api.batch(row(BOTH, text("a"), {}, text("c"), { userEnteredFormat: TEXT }));
      return api.values(TAB);
    },
  },
  {
    name: "a batchUpdate with one bad request does nothing",
    expected: [400, undefined],
    observe: async (api) => {
      const answer = await api.batch(row("userEnteredValue", text("a")), { deleteSheet: { sheetId: ID + 1 } });
      return [
        "code" in answer ? answer.code : answer,
        await valuesIn(api).then((values) => (values as { values?: unknown }).values),
      ];
    },
  },
  {
    name: "the title of a tab that is there is refused in these words",
    expected: {
      code: 400,
      status: "INVALID_ARGUMENT",
      message: `Invalid requests[0].addSheet: A sheet with the name "${TAB}" already exists. Please enter another name.`,
    },
    observe: async (api) => api.batch({ addSheet: { properties: { title: TAB } } }),
  },
  {
    name: "a tab that is not there can't be changed: 400 for who may write",
    expected: [400, "INVALID_ARGUMENT"],
    observe: async (api) => {
      const properties = { sheetId: ID + 1, hidden: false };
      const answer = await api.batch({ updateSheetProperties: { properties, fields: "hidden" } });
      return "code" in answer ? [answer.code, answer.status] : answer;
    },
  },
  {
    name: "a range in a tab that is not there is refused in these words",
    expected: { code: 400, status: "INVALID_ARGUMENT", message: "Unable to parse range: '没有'!A1" },
    observe: async (api) => api.values("'没有'!A1"),
  },
  {
    name: "a new tab has 1000 rows and 26 columns",
    expected: { rowCount: 1000, columnCount: 26 },
    observe: async (api) => {
      const answer = await api.batch({ addSheet: { properties: { sheetId: ID + 2 } } }, { deleteSheet: { sheetId: ID + 2 } });
      return Array.isArray(answer) ? answer[0]?.addSheet?.properties?.gridProperties : answer;
    },
  },
  {
    name: "rows added at the end take over the formats of the last one",
    expected: "TEXT",
    observe: async (api) => {
      const range = { sheetId: ID, startRowIndex: 0, endRowIndex: 20, startColumnIndex: 0, endColumnIndex: 1 };
      const fields = "userEnteredFormat.numberFormat";
      await api.batch(
        { repeatCell: { range, cell: { userEnteredFormat: TEXT }, fields } },
        { appendDimension: { sheetId: ID, dimension: "ROWS", length: 1 } },
      );
      const seen = await api.get(`sheets.data.rowData.values.${fields}`, `${TAB}!A21`);
      const [sheet] = "sheets" in seen ? (seen.sheets ?? []) : [];
      return sheet?.data?.[0]?.rowData?.[0]?.values?.[0]?.userEnteredFormat?.numberFormat?.type;
    },
  },
  {
    name: "a cell that shows a part of another one's result has a value and none that was entered",
    expected: [
      ["both", "effective"],
      ["effective", "effective"],
    ],
    observe: async (api) => {
      await api.type(`${TAB}!A1`, "=SEQUENCE(2,2)");
      return enteredIn(api);
    },
  },
  {
    name: "to empty such a cell does nothing; what is put into it leaves #REF! in the first cell and nothing in the rest",
    expected: [
      [
        [1, 2],
        [3, 4],
      ],
      ["REF", null, null, "x"],
    ],
    observe: async (api) => {
      await api.type(`${TAB}!A1`, "=SEQUENCE(2,2)");
      const cell = (value: Cell) => ({
        updateCells: {
          start: { sheetId: ID, rowIndex: 1, columnIndex: 1 },
          rows: [{ values: [value] }],
          fields: "userEnteredValue",
        },
      });
      await api.batch(cell({}));
      const kept = await valuesIn(api);
      await api.batch(cell(text("x")));
      const cells = await cellsIn(api, "effectiveValue");
      return [
        kept,
        [0, 1].flatMap((down) =>
          [0, 1].map((across) => {
            const { effectiveValue } = cells[down]?.[across] ?? {};
            return effectiveValue?.errorValue?.type ?? effectiveValue?.stringValue ?? null;
          }),
        ),
      ];
    },
  },
  {
    name: "merged cells are told of the whole tab, whichever range is asked for",
    expected: [{ sheetId: ID, startRowIndex: 1, endRowIndex: 3, startColumnIndex: 0, endColumnIndex: 1 }],
    observe: async (api) => {
      const range = { sheetId: ID, startRowIndex: 1, endRowIndex: 3, startColumnIndex: 0, endColumnIndex: 1 };
      await api.batch({ mergeCells: { range, mergeType: "MERGE_ALL" } });
      const seen = await api.get("sheets.merges", `${TAB}!C1`);
      return "sheets" in seen ? seen.sheets?.[0]?.merges : seen;
    },
  },
  {
    name: "a cell holds 50,000 characters and not one more",
    expected: [true, 400],
    observe: async (api) => {
      const fits = await api.batch(row("userEnteredValue", text("x".repeat(50_000))));
      const tooLong = await api.batch(row("userEnteredValue", text("x".repeat(50_001))));
      return [Array.isArray(fits), "code" in tooLong ? tooLong.code : tooLong];
    },
  },
];

/** What is otherwise than the stand-in has it; null when nothing is. */
export async function differenceOf({ expected, observe }: Fact, api: RawApi): Promise<string | null> {
  const gridProperties = { rowCount: 20, columnCount: 6 };
  await api.batch({ addSheet: { properties: { sheetId: ID, title: TAB, gridProperties } } });
  try {
    const seen: unknown = await observe(api);
    return isDeepStrictEqual(seen, expected) ? null : `expected ${JSON.stringify(expected)}\nsaw      ${JSON.stringify(seen)}`;
  } finally {
    await api.batch({ deleteSheet: { sheetId: ID } });
  }
}
