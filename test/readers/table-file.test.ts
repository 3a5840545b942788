import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as XLSX from "@e965/xlsx";
import iconv from "iconv-lite";
import type { TableSheet } from "../../apps-script/domain/merge/table-file";
import { csvRows, separatorOf } from "../../node-sync/src/files/csv";
import { readTableFile } from "../../node-sync/src/files/read-table-file";
import { secondReading } from "../../node-sync/src/files/second-reading";
import { Budget } from "../../node-sync/src/xlsx/budget";
import { foreignLimits, type Limits } from "../../node-sync/src/xlsx/limits";
import { convertWithLibreOffice, withLibreOffice } from "../support/libreoffice";
import { sheetOf, workbookParts } from "./support/minimal-workbook";
import { zipOf } from "./support/zip";

const folder = mkdtempSync(join(tmpdir(), "anpei-table-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const ID = "379999198001010024";

function fileWith(name: string, bytes: Uint8Array | string): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

async function rowsIn(name: string, bytes: Uint8Array | string): Promise<unknown> {
  const { sheets } = await readTableFile(fileWith(name, bytes));
  return sheets.map(({ rows }) => rows.map(({ at, cells }) => [at, ...cells]));
}

async function refusal(name: string, bytes: Uint8Array | string, limits?: Partial<Limits>): Promise<string> {
  const all = { ...foreignLimits, ...limits };
  const error: unknown = await readTableFile(fileWith(name, bytes), all).then(
    () => new Error("it was read"),
    (reason: unknown) => reason,
  );
  return error instanceof Error && "code" in error ? `${String(error.code)} ${error.message}` : String(error);
}

function workbook(): XLSX.WorkBook {
  const sheet = XLSX.utils.aoa_to_sheet([
    ["报名表"],
    [],
    ["姓名", "身份证号", "有效期", "手机号"],
    ["王梦𫘧", ID, 45458, 13800138000],
    ["李明", 379999198001010000, 45458.5],
  ]);
  Object.assign(sheet.C4 ?? {}, { z: "yyyy/m/d" });
  Object.assign(sheet.C5 ?? {}, { z: 'yyyy"年"m"月"d"日"' });
  Object.assign(sheet, {
    D5: { t: "e", v: 42 },
    E4: { t: "n", v: 3, f: "1+2" },
    "!ref": "A1:E5",
    "!merges": [{ s: { r: 0, c: 0 }, e: { r: 0, c: 3 } }],
  });
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, sheet, "名单");
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([["选项"]]), "字典");
  book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }] };
  return book;
}
const written = (bookType: XLSX.BookType): Uint8Array =>
  new Uint8Array(XLSX.write(workbook(), { type: "buffer", bookType }) as Buffer);

const formats: readonly (readonly [file: string, bookType: XLSX.BookType, format: string])[] = [
  ["名单.xlsx", "xlsx", "xlsx"],
  ["其实是新格式.xls", "xlsx", "xlsx"],
  ["名单.xls", "biff8", "xls"],
  ["名单.xlsb", "xlsb", "xlsb"],
  ["xml.xls", "xlml", "html"],
];

it.each(formats)("%s written as %s holds the same cells", async (file, bookType, format) => {
  const table = await readTableFile(fileWith(file, written(bookType)));
  expect(table).toMatchObject({ file, format, fingerprint: expect.stringMatching(/^[0-9a-f]{16}$/) });
  const [list, hidden] = table.sheets;
  expect(list).toMatchObject({ name: "名单", hidden: false });
  expect(hidden).toMatchObject({ name: "字典", hidden: true });
  expect(list?.merges).toContainEqual({ firstRow: 1, lastRow: 1, firstColumn: 0, lastColumn: 3 });
  expect(list?.rows).toEqual([
    { at: 1, cells: ["报名表"] },
    { at: 3, cells: ["姓名", "身份证号", "有效期", "手机号"] },
    { at: 4, cells: ["王梦𫘧", ID, "2024-06-15", 13800138000, 3] },
    { at: 5, cells: ["李明", 379999198001010000, "2024-06-15 12:00", "#N/A"] },
  ]);
});

for (const [extension, hidden] of [
  ["ods", true],
  ["xls", true],
  ["html", undefined],
] as const) {
  withLibreOffice(`reads what LibreOffice makes of a list as .${extension}`, async () => {
    const bytes = convertWithLibreOffice(written("xlsx"), extension);
    const { sheets } = await readTableFile(fileWith(`办公.${extension === "html" ? "xls" : extension}`, bytes));
    const [list, options] = sheets;
    expect(list?.rows[2]?.cells.slice(0, 3)).toEqual(["王梦𫘧", ID, hidden === undefined ? "2024/6/15" : "2024-06-15"]);
    expect(list?.merges).toContainEqual({ firstRow: 1, lastRow: 1, firstColumn: 0, lastColumn: 3 });
    expect(options?.hidden).toBe(hidden);
  });
}

it("reads an .ods", async () => {
  const { format, sheets } = await readTableFile(fileWith("名单.ods", written("ods")));
  expect(format).toBe("ods");
  expect(sheets[0]?.rows[2]).toEqual({ at: 4, cells: ["王梦𫘧", ID, "2024-06-15", 13800138000, 3] });
});

it("reads a web page named .xls in GB2312, ids whole", async () => {
  const page = `<html><meta charset="gb2312"><table><tr><td>姓名</td><td>身份证号</td></tr><tr><td>欧阳㛃</td><td>${ID}</td></tr></table></html>`;
  expect(await rowsIn("网页.xls", iconv.encode(page, "gb18030"))).toEqual([
    [
      [1, "姓名", "身份证号"],
      [2, "欧阳㛃", ID],
    ],
  ]);
});

const text = `姓名,证件号\r\n王梦,${ID}\r\n`;
it.each([
  ["UTF-8", Buffer.from(text)],
  ["UTF-8 with a byte order mark", Buffer.from(`\ufeff${text}`)],
  ["GB18030", iconv.encode(text, "gb18030")],
  ["UTF-16", Buffer.from(`\ufeff${text}`, "utf16le")],
  ["UTF-16 with TABs, as Excel's Unicode text", Buffer.from(`\ufeff${text.replaceAll(",", "\t")}`, "utf16le")],
])("reads CSV in %s", async (_name, bytes) => {
  expect(await rowsIn("名单.csv", bytes)).toEqual([
    [
      [1, "姓名", "证件号"],
      [2, "王梦", ID],
    ],
  ]);
});

const csv: readonly (readonly [name: string, text: string, rows: unknown[][]])[] = [
  [
    "quotes, commas and line breaks inside",
    'a,"b,""c"""\r\n"d\r\ne",f',
    [
      [1, "a", 'b,"c"'],
      [2, "d\ne", "f"],
    ],
  ],
  [
    "blank rows counted and left out, trailing blanks cut",
    "a,b,,\n\n , \nc",
    [
      [1, "a", "b"],
      [4, "c"],
    ],
  ],
  [
    "semicolons",
    "a;b,1;c\nd;e;f",
    [
      [1, "a", "b,1", "c"],
      [2, "d", "e", "f"],
    ],
  ],
  ["sep=;", "sep=;\na;b", [[2, "a", "b"]]],
  [
    "bare carriage returns",
    "a,b\rc,d",
    [
      [1, "a", "b"],
      [2, "c", "d"],
    ],
  ],
  [
    "a number kept as text by an export",
    `a,="${ID}"\n"=""007""",b`,
    [
      [1, "a", ID],
      [2, "007", "b"],
    ],
  ],
  ["an apostrophe before a formula goes, others stay", "'=1+1,'@x,'abc,'-1", [[1, "=1+1", "@x", "'abc", "-1"]]],
  ["a damaged id stays visibly damaged", "3.79999E+17,1", [[1, "3.79999E+17", "1"]]],
  ["a last empty cell", "a,", [[1, "a"]]],
];
it.each(csv)("CSV: %s", (_name, source, rows) => {
  expect(csvRows(source, "a.csv", new Budget("a.csv", foreignLimits)).map(({ at, cells }) => [at, ...cells])).toEqual(rows);
});

it("tells separators apart outside quotes only", () => {
  expect(separatorOf('"a;b;c;d",e\nf,g')).toBe(",");
  expect(separatorOf("姓名")).toBe(",");
});

it("brings a formula without result to attention instead of reading it as blank", async () => {
  const book = workbook();
  const sheet = book.Sheets.名单;
  Object.assign(sheet ?? {}, { A5: { t: "n", f: "1+2" } });
  const bytes = new Uint8Array(XLSX.write(book, { type: "buffer", bookType: "xlsx" }) as Buffer);
  expect(JSON.stringify(await rowsIn("公式.xlsx", bytes))).toContain("#NO_RESULT!");
});

const locked = Buffer.concat([
  Buffer.from("d0cf11e0a1b11ae1", "hex"),
  Buffer.alloc(600),
  Buffer.from("EncryptedPackage", "utf16le"),
]);
it.each([
  ["空.xlsx", new Uint8Array(), "empty"],
  ["空.csv", "\r\n , \r\n", "empty"],
  ["加密.xlsx", locked, "encrypted"],
  ["截断.xlsx", written("xlsx").subarray(0, 3000), "truncated"],
  ["坏.xls", Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(2000, 7)]), "broken"],
  ["图片.xlsx", Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"), "not-xlsx"],
  ["引号.csv", '姓名,证件号\n"王梦,1\n李明,2', "broken"],
])("refuses %s with a sentence naming it", async (file, bytes, code) => {
  const said = await refusal(file, bytes);
  expect(said).toMatch(new RegExp(`^${code} .*「${file}」.*。$`));
});

it("refuses what is over a limit before parsing it", async () => {
  expect(await refusal("大.csv", text, { fileBytes: 10 })).toMatch(/^too-large .*「大.csv」/);
  expect(await refusal("行.csv", text, { rows: 1 })).toMatch(/^too-large .*「行.csv」/);
  expect(await refusal("列.csv", text, { columns: 1 })).toMatch(/^too-large .*「列.csv」/);
  expect(await refusal("行.xls", written("biff8"), { rows: 2 })).toMatch(/^too-large .*「行.xls」/);
  expect(await refusal("多.ods", written("ods"), { entries: 2 })).toMatch(/^too-large .*「多.ods」/);
  expect(await refusal("胀.ods", written("ods"), { inflatedBytes: 1000 })).toMatch(/^too-large .*「胀.ods」/);
});

it("says when a file is not there", async () => {
  await expect(readTableFile(join(folder, "没有.xlsx"))).rejects.toMatchObject({ code: "missing" });
});

describe("an .ods that says its cells are repeated", () => {
  const ods = (row: string): Uint8Array => {
    const book = XLSX.CFB.read(written("ods"), { type: "buffer" });
    const entry = XLSX.CFB.find(book, "/content.xml");
    if (!entry) throw new Error("no content.xml");
    const content = Buffer.from(entry.content as Uint8Array).toString("utf8");
    XLSX.CFB.utils.cfb_add(book, "/content.xml", Buffer.from(content.replace("<table:table-row", `${row}<table:table-row`)));
    return new Uint8Array(XLSX.CFB.write(book, { type: "buffer", fileType: "zip" }) as Buffer);
  };
  const cell =
    '<table:table-cell office:value-type="string" table:number-columns-repeated="COLUMNS"><text:p>x</text:p></table:table-cell>';
  const row = (rows: number, columns: number): string =>
    `<table:table-row table:number-rows-repeated="${rows}">${cell.replace("COLUMNS", String(columns))}</table:table-row>`;

  it("is read while that is little", async () => {
    expect(await rowsIn("少.ods", ods(row(2, 3)))).toMatchObject([
      [[1, "x", "x", "x"], [2, "x", "x", "x"], [3, "报名表"], {}, {}, {}],
      {},
    ]);
  });

  it.each([
    ["rows", 1_000_000, 1],
    ["cells", 100_000, 400],
    ["columns", 1, 600],
  ])("is refused for too many %s", async (_name, rows, columns) => {
    expect(await refusal("多.ods", ods(row(rows, columns)))).toMatch(/^too-large .*「多.ods」/);
  });
});

/** The first of a month in a format that shows no day, and a bare number. */
function monthBook(z: string, date1904 = false): XLSX.WorkBook {
  const sheet = XLSX.utils.aoa_to_sheet([
    ["姓名", "有效期", "编号"],
    ["王梦", date1904 ? 44043 : 45505, 44043],
  ]);
  Object.assign(sheet.B2 ?? {}, { z });
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, sheet, "名单");
  book.Workbook = { WBProps: { date1904 } };
  return book;
}

it.each<[XLSX.BookType]>([["xlsx"], ["biff8"], ["xlsb"]])("%s: a format without a day shows a month", async (bookType) => {
  const bytes = (z: string, date1904 = false): Uint8Array =>
    new Uint8Array(XLSX.write(monthBook(z, date1904), { type: "buffer", bookType }) as Buffer);
  expect(await rowsIn("月.x", bytes('yyyy"年"m"月"'))).toEqual([
    [
      [1, "姓名", "有效期", "编号"],
      [2, "王梦", "2024年8月", 44043],
    ],
  ]);
  // Where days count from 1904 a bare number is asked about.
  expect(await rowsIn("月.x", bytes("yyyy-mm-dd", true))).toEqual([
    [
      [1, "姓名", "有效期", "编号"],
      [2, "王梦", "2024-08-01", "44043"],
    ],
  ]);
});

/** A list whose cells are raw XML, read as a list. */
async function listOf(sheetData: string, strings = ""): Promise<TableSheet | undefined> {
  const { sheets } = await readTableFile(fileWith("单.xlsx", sheetOf(sheetData, strings)));
  return sheets[0];
}
const inline = (ref: string, text: string): string =>
  `<c r="${ref}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
const AGREED = { at: 1, cells: ["姓名"] };

it("does not count blanks far to the right, and names the first of other cells there", async () => {
  const blank = await listOf(`<row r="1">${inline("A1", "姓名")}${inline("XFD1", " ")}</row>`);
  expect(blank).toEqual({ name: "表", hidden: false, rows: [AGREED], merges: [] });
  const remark = await listOf(`<row r="1">${inline("A1", "姓名")}${inline("SZ1", "看")}${inline("TA1", "看")}</row>`);
  expect(remark).toMatchObject({ rows: [AGREED], beyond: { count: 2, address: "SZ1" } });
});

it("tells which rows are hidden", async () => {
  const sheet = await listOf(`<row r="1">${inline("A1", "姓名")}</row><row r="2" hidden="1">${inline("A2", "王梦")}</row>`);
  expect(sheet?.rows).toEqual([AGREED, { at: 2, cells: ["王梦"], hidden: true }]);
});

it("leaves out what is struck out, in shared strings and inline, as the second reading does", async () => {
  const runs = '<r><rPr><strike/></rPr><t>李明</t></r><r><rPr><strike val="0"/></rPr><t>王</t></r><r><t>梦</t></r>';
  const data = `<row r="1">${inline("A1", "姓名")}<c r="B1" t="s"><v>0</v></c><c r="C1" t="inlineStr"><is>${runs}</is></c></row>`;
  const path = fileWith("删.xlsx", sheetOf(data, `<si>${runs}</si>`));
  const table = await readTableFile(path);
  expect(table.sheets[0]?.rows).toEqual([{ at: 1, cells: ["姓名", "王梦", "王梦"] }]);
  expect(await secondReading(path, table)).toBeNull();
});

it("tells which cells their format strikes out, of a list and not of the second reading", async () => {
  const fonts = '<fonts><font/><font><strike/></font><font><strike val="false"/></font></fonts>';
  const xfs = '<cellXfs><xf numFmtId="0"/><xf numFmtId="0" fontId="1"/><xf numFmtId="14" fontId="2"/></cellXfs>';
  const styles = `${fonts}<cellStyleXfs><xf numFmtId="0" fontId="1"/></cellStyleXfs>${xfs}<dxfs><dxf><font><strike/></font></dxf></dxfs>`;
  const text = (ref: string, style: number): string => `<c r="${ref}" s="${style}" t="inlineStr"><is><t>王梦</t></is></c>`;
  const data = `<row r="1">${text("A1", 0)}${text("B1", 1)}<c r="C1" s="2"><v>45463</v></c><c r="D1" s="1"><v>7</v></c><c r="E1" s="1"/></row>`;
  const path = fileWith("划.xlsx", sheetOf(data, "", styles));
  const table = await readTableFile(path);
  expect(table.sheets[0]?.rows).toEqual([{ at: 1, cells: ["王梦", "王梦", "2024-06-20", 7], struck: [1, 3] }]);
  expect(await secondReading(path, table)).toBeNull();
});

it('takes every cell of type error for an error, and what is within ="…" for text', async () => {
  const error = (ref: string, text: string): string => `<c r="${ref}" t="e"><v>${text}</v></c>`;
  const data = `<row r="1">${error("A1", "#BLOCKED!")}${error("B1", "#N/A")}${error("C1", "Fehler")}${inline("D1", '="0012"')}</row>`;
  const path = fileWith("错.xlsx", sheetOf(data));
  const table = await readTableFile(path);
  expect(table.sheets[0]?.rows[0]?.cells).toEqual(["#BLOCKED!", "#N/A", "#ERROR!", "0012"]);
  expect(await secondReading(path, table)).toBeNull();
});

it("agrees with the second reading on a built-in format without a day", async () => {
  const styles = '<cellXfs><xf numFmtId="0"/><xf numFmtId="57"/></cellXfs>';
  const path = fileWith("月.xlsx", sheetOf('<row r="1"><c r="A1" s="1"><v>45505</v></c></row>', "", styles));
  const table = await readTableFile(path);
  expect(table.sheets[0]?.rows[0]?.cells).toEqual(["2024年8月"]);
  expect(await secondReading(path, table)).toBeNull();
});

describe("a text in an encoding that is not said", () => {
  const text = `姓名,证件号,工作单位\n王梦,${ID},甲矿业有限公司\n李明,${ID},甲矿业有限公司\n`;
  it("is UTF-8 but for a byte that was lost", async () => {
    const bytes = Buffer.from(text.replace("梦", "好"));
    const cut = bytes.indexOf(Buffer.from("好"));
    const rows = await rowsIn("坏.csv", Buffer.concat([bytes.subarray(0, cut + 2), bytes.subarray(cut + 3)]));
    expect(rows).toMatchObject([[{}, [2, "王\ufffd", ID, "甲矿业有限公司"], [3, "李明", ID, "甲矿业有限公司"]]]);
  });
  it("is Big5 where only that speaks of people", async () => {
    const rows = await rowsIn("繁.csv", iconv.encode("姓名,證件號碼\n測繁,1\n", "big5"));
    expect(rows).toEqual([
      [
        [1, "姓名", "證件號碼"],
        [2, "測繁", "1"],
      ],
    ]);
  });
  it("is refused by name as a web archive", async () => {
    const page = 'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="x"\n\n--x\n<table><tr><td>姓名</td></tr></table>';
    expect(await refusal("页.xls", page)).toMatch(/^not-xlsx 文件「页.xls」是“单个文件网页”（MHTML），无法读取。请用 Excel 打开/);
  });
});

it("reads the other sheets where one that the workbook names is not in the file, and says which", async () => {
  const parts = workbookParts([
    { name: "名单", xml: `<sheetData><row r="1">${inline("A1", "姓名")}</row></sheetData>` },
    { name: "不在", xml: "<sheetData/>" },
  ]).filter(({ name }) => name !== "xl/worksheets/sheet2.xml");
  const path = fileWith("缺.xlsx", zipOf(parts));
  const table = await readTableFile(path);
  expect(table.sheets).toMatchObject([
    { name: "名单", rows: [AGREED] },
    { name: "不在", rows: [], isLost: true },
  ]);
  expect(await secondReading(path, table)).toBeNull();
});
