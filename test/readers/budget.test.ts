import * as XLSX from "@e965/xlsx";
import { readTable } from "../../node-sync/src/files/read-table-file";
import { foreignLimits, type Limits } from "../../node-sync/src/xlsx/limits";
import { cell2003, excel2003, openDocument, webPage } from "../support/damaged-files";
import { sheetOf, workbookOf } from "./support/minimal-workbook";

async function outcome(bytes: Buffer | string, limits: Partial<Limits> = {}): Promise<unknown> {
  const all = { ...foreignLimits, ...limits };
  return readTable(Buffer.from(bytes), "名单", all).then(
    ({ sheets }) => sheets[0]?.rows.map(({ at, cells }) => [at, ...cells]),
    (error: Error) => error.message,
  );
}

const shared = (count: number): string =>
  Array.from({ length: count }, (_, row) => `<row r="${row + 1}"><c r="A${row + 1}" t="s"><v>0</v></c></row>`).join("");
const LONG = "长".repeat(3_000);
const tooMuch = (sheet: string, cell: string, limit: number): string =>
  `文件「名单」的工作表「${sheet}」读到 ${cell} 时，文字已超过 ${limit} 万字的上限（同一段文字可能重复了很多次），没有读取。`;
const beyond = (cell: string): string => `文件「名单」的工作表「名单」写着 ${cell} 之类的位置，表格没有这么大，没有读取。`;

test("60,000 rows that refer to one text of 3,000 characters are refused where the text becomes too much", async () => {
  const bytes = sheetOf(shared(60_000), `<si><t>${LONG}</t></si>`);
  expect(bytes.length).toBeLessThan(3_000_000);
  expect(await outcome(bytes)).toBe(tooMuch("表", "A16667", 5000));
});

function oldSheets(bookType: XLSX.BookType): Buffer {
  const book = XLSX.utils.book_new();
  for (const name of ["甲", "乙"]) XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([[LONG], [LONG]]), name);
  return XLSX.write(book, { type: "buffer", bookType, bookSST: true }) as Buffer;
}

test.each(["xlsx", "biff8", "xlsb", "ods"] as const)("the characters of all sheets of a .%s count together", async (bookType) => {
  expect(await outcome(oldSheets(bookType), { characters: 10_000 })).toBe(tooMuch("乙", "A2", 1));
  expect(await outcome(oldSheets(bookType), { characters: 12_000 })).toEqual([
    [1, LONG],
    [2, LONG],
  ]);
});

test("the slots of all sheets count together", async () => {
  const sheet = { xml: `<worksheet><sheetData>${'<row><c r="J1"><v>1</v></c></row>'.repeat(3)}</sheetData></worksheet>` };
  const bytes = workbookOf([
    { name: "甲", ...sheet },
    { name: "乙", ...sheet },
  ]);
  expect(await outcome(bytes, { slots: 59 })).toBe("文件「名单」的工作表「乙」单元格过多，没有读取。");
  expect(await outcome(bytes, { slots: 60 })).toHaveLength(3);
});

test("texts that no cell refers to count too", async () => {
  const bytes = sheetOf(shared(1), `<si><t>${LONG}</t></si>`.repeat(4));
  expect(await outcome(bytes, { characters: 10_000 })).toBe("文件「名单」里的文字过多，没有读取。");
});

const merged = (ranges: readonly string[]): Buffer =>
  workbookOf([
    {
      name: "表",
      xml: `<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData><mergeCells>${ranges.map((ref) => `<mergeCell ref="${ref}"/>`).join("")}</mergeCells></worksheet>`,
    },
  ]);

test("merged ranges over each other are refused, one over a whole line is not", async () => {
  expect(await outcome(merged(["A1:XFD1", "A2:B3"]))).toEqual([[1, 1]]);
  expect(await outcome(merged(Array.from({ length: 100 }, () => "A1:A200000")))).toBe(
    "文件「名单」的工作表「表」合并的单元格过多（从 A1 起），没有读取。",
  );
});

test.each<[string, string, unknown]>([
  ["no place", `<Row>${cell2003("甲")}</Row>`, [[1, "甲"]]],
  ["places within the sheet", `<Row ss:Index="7">${cell2003("甲", 'ss:Index="3"')}</Row>`, [[7, null, null, "甲"]]],
  ["a merged title", `<Row>${cell2003("甲", 'ss:MergeAcross="5" ss:MergeDown="1"')}</Row>`, [[1, "甲"]]],
  [
    "a column far away",
    `<Row>${cell2003("甲", 'ss:Index="1000000000"')}</Row>`,
    expect.stringMatching(/写着 [A-Z]+1 之类的位置/u),
  ],
  ["a row far away", `<Row ss:Index="1000000000">${cell2003("甲")}</Row>`, beyond("A1000000000")],
  ["columns for ever", `<Column ss:Span="1000000000"/><Row>${cell2003("甲")}</Row>`, expect.stringContaining("表格没有这么大")],
  ["a cell over everything", `<Row>${cell2003("甲", 'ss:MergeAcross="900000000"')}</Row>`, expect.stringContaining("没有这么大")],
])("Excel 2003 XML with %s", async (_what, rows, expected) => expect(await outcome(excel2003(rows))).toEqual(expected));

test.each<[string, string, unknown]>([
  [
    "a title over all columns",
    '<tr><td colspan="100000000">甲</td></tr><tr><td>乙</td></tr>',
    [
      [1, "甲"],
      [2, "乙"],
    ],
  ],
  ["a cell down all rows", '<tr><td rowspan="100000000">甲</td><td>乙</td></tr>', [[1, "甲", "乙"]]],
  ["a cell behind such a title", "<tr><td colspan=100000000>甲</td><td>乙</td></tr>", [[1, "甲"]]],
  [
    "wide cells without end",
    `<tr>${'<td colspan="999"></td>'.repeat(20)}<td>乙</td></tr>`,
    expect.stringContaining("没有这么大"),
  ],
  [
    "a merged cell in every place",
    '<tr><td rowspan="2">甲</td></tr>'.repeat(40_000),
    expect.stringMatching(/^文件「名单」的工作表「」合并的单元格过多/u),
  ],
])("a web page with %s", async (_what, rows, expected) => expect(await outcome(webPage(rows))).toEqual(expected));

const filled = (attributes: string): string =>
  `<table:table-cell office:value-type="string" ${attributes}><text:p>甲</text:p></table:table-cell>`;
const row = (cells: string, attributes = ""): string => `<table:table-row ${attributes}>${cells}</table:table-row>`;

describe.each([
  ["packed", false],
  ["in one piece", true],
])("OpenDocument %s", (_what, isFlat) => {
  test.each<[string, string, unknown]>([
    ["a cell", row(filled("")), [[1, "甲"]]],
    [
      "the blank rest of a sheet",
      row(filled("")) + row("<table:table-cell/>", 'table:number-rows-repeated="1048575"'),
      [[1, "甲"]],
    ],
    [
      "cells without end",
      row(filled('table:number-columns-repeated="16384"'), 'table:number-rows-repeated="100000"'),
      "文件「名单」的工作表「名单」单元格过多，没有读取。",
    ],
    [
      "blanks without end",
      row(`<table:table-cell table:number-columns-repeated="1000000000"/>${filled("")}`),
      expect.stringContaining("没有这么大"),
    ],
  ])("with %s", async (_name, rows, expected) => expect(await outcome(openDocument(rows, isFlat))).toEqual(expected));
});

test("elements inside each other without end", async () => {
  const deep = "<r>".repeat(100_000);
  expect(await outcome(sheetOf(shared(1), `<si>${deep}`))).toBe(
    "文件「名单」已损坏（部件 xl/sharedStrings.xml 的内容有误）。请用 Excel 或 WPS 打开并另存一份，再重新导入。",
  );
});

test("a line of text with more cells than a sheet has columns", async () => {
  expect(await outcome(`a${",".repeat(20_000)}`)).toBe("文件「名单」在第 16384 列以外还有内容，没有读取。");
});

test("a row beyond the last one of a sheet", async () => {
  expect(await outcome(sheetOf('<row r="1048577"><c r="A1048577"><v>1</v></c></row>'))).toBe(
    "文件「名单」已损坏（工作表「表」的行号有误）。请用 Excel 或 WPS 打开并另存一份，再重新导入。",
  );
});
