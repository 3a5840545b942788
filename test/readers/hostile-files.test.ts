import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deflateRawSync } from "node:zlib";
import { type Limits, readWorkbook, UnreadableFile } from "../../node-sync/src/xlsx/read-workbook";
import { sheetOf, workbookOf, workbookParts } from "./support/minimal-workbook";
import { type ZipPart, zipOf } from "./support/zip";

const label = "一队.xlsx";
const megabyte = 1024 * 1024;
const one = '<row r="1"><c r="A1"><v>1</v></c></row>';
const oneSheet = [{ name: "表", xml: `<sheetData>${one}</sheetData>` }];
const good = sheetOf(one);

async function refusal(data: Buffer | string, limits: Partial<Limits> = {}): Promise<[string, string]> {
  const outcome = await readWorkbook(data, { label, limits }).catch((error: unknown) => error);
  if (!(outcome instanceof UnreadableFile)) throw new Error(`read without complaint: ${String(outcome)}`);
  return [outcome.code, outcome.message];
}

/** The good workbook with one part replaced, or left out. */
const withPart = (name: string, change: Partial<ZipPart> | null): Buffer =>
  zipOf(
    workbookParts(oneSheet).flatMap((part) => (part.name !== name ? [part] : change === null ? [] : [{ ...part, ...change }])),
  );

const ole = (stream: string): Buffer =>
  Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(1024), Buffer.from(stream, "utf16le"), Buffer.alloc(64)]);
const zeros = (size: number): Buffer => deflateRawSync(Buffer.alloc(size, 32));
const sheetPart = "xl/worksheets/sheet1.xml";

test.each<[string, Buffer, string, string]>([
  ["empty", Buffer.alloc(0), "empty", "文件「一队.xlsx」是空的（0 字节），请让对方重新发送。"],
  [
    "encrypted",
    ole("EncryptedPackage"),
    "encrypted",
    "文件「一队.xlsx」设有打开密码，无法读取。请取消密码另存一份，再重新导入。",
  ],
  [
    "old .xls",
    ole("Workbook"),
    "ole",
    "文件「一队.xlsx」是旧版 Excel（.xls）格式，不是 .xlsx。请在 Excel 或 WPS 里另存为 .xlsx。",
  ],
  [
    "HTML",
    Buffer.from("\ufeff\n<html><table><tr><td>1"),
    "html",
    "文件「一队.xlsx」其实是网页或 XML 表格，只是改了扩展名。请用 Excel 或 WPS 打开后另存为 .xlsx。",
  ],
  [
    "HTML in UTF-16",
    Buffer.from("\ufeff<table>", "utf16le"),
    "html",
    "文件「一队.xlsx」其实是网页或 XML 表格，只是改了扩展名。请用 Excel 或 WPS 打开后另存为 .xlsx。",
  ],
  [
    "CSV",
    Buffer.from("姓名,证件号\n"),
    "text",
    "文件「一队.xlsx」其实是纯文本（例如 CSV），不是 .xlsx。请用 Excel 或 WPS 打开后另存为 .xlsx。",
  ],
  ["picture", Buffer.from("89504e470d0a1a0a0000", "hex"), "not-xlsx", "文件「一队.xlsx」不是 Excel 工作簿，无法读取。"],
  [
    ".ods",
    zipOf([
      { name: "mimetype", data: "application/vnd.oasis.opendocument.spreadsheet" },
      { name: "content.xml", data: "<a/>" },
    ]),
    "ods",
    "文件「一队.xlsx」是 OpenDocument（.ods）格式，不是 .xlsx。请用 Excel 或 WPS 打开后另存为 .xlsx。",
  ],
  [
    "archive of workbooks",
    zipOf([{ name: "甲/一队.xlsx", data: good }]),
    "not-xlsx",
    "文件「一队.xlsx」是压缩包，不是 Excel 工作簿。请先解压，再导入里面的文件。",
  ],
  ["zip of something", zipOf([{ name: "a", data: "b" }]), "not-xlsx", "文件「一队.xlsx」不是 Excel 工作簿，无法读取。"],
  [
    ".xlsb",
    withPart("_rels/.rels", {
      data: '<Relationships><Relationship Id="a" Type="x/officeDocument" Target="xl/workbook.bin"/></Relationships>',
    }),
    "xlsb",
    "文件「一队.xlsx」是二进制工作簿（.xlsb）格式，不是 .xlsx。请用 Excel 打开后另存为 .xlsx。",
  ],
  [
    "Word document",
    withPart("xl/workbook.xml", { data: "<document/>" }),
    "not-xlsx",
    "文件「一队.xlsx」不是 Excel 工作簿，无法读取。",
  ],
  [
    "truncated",
    good.subarray(0, good.length - 300),
    "truncated",
    "文件「一队.xlsx」不完整（可能没有下载或发送完），请重新获取一份。",
  ],
  ["no sheets", workbookOf([]), "no-sheets", "工作簿「一队.xlsx」里没有任何工作表，不能当作空名单处理。"],
  [
    "sheet part gone",
    withPart(sheetPart, null),
    "broken",
    "文件「一队.xlsx」已损坏（缺少部件 xl/worksheets/sheet1.xml）。请用 Excel 或 WPS 打开并另存一份，再重新导入。",
  ],
  [
    "sheet part twice",
    zipOf([...workbookParts(oneSheet), { name: sheetPart.toUpperCase(), data: "<a/>" }]),
    "broken",
    "文件「一队.xlsx」已损坏（部件 xl/worksheets/sheet1.xml 重复出现）。请用 Excel 或 WPS 打开并另存一份，再重新导入。",
  ],
  [
    "sheet cut off",
    withPart(sheetPart, { data: "<worksheet><sheetData><row>" }),
    "broken",
    "文件「一队.xlsx」已损坏（部件 xl/worksheets/sheet1.xml 的内容有误）。请用 Excel 或 WPS 打开并另存一份，再重新导入。",
  ],
  [
    "workbook with DOCTYPE",
    withPart("xl/workbook.xml", { data: '<!DOCTYPE a [<!ENTITY b "c">]><workbook/>' }),
    "broken",
    "文件「一队.xlsx」已损坏（部件 xl/workbook.xml 的内容有误）。请用 Excel 或 WPS 打开并另存一份，再重新导入。",
  ],
  [
    "packed data damaged",
    withPart(sheetPart, { packed: Buffer.alloc(50, 255) }),
    "broken",
    "文件「一队.xlsx」已损坏（部件 xl/worksheets/sheet1.xml 无法解压）。请用 Excel 或 WPS 打开并另存一份，再重新导入。",
  ],
  [
    "a zip password",
    withPart(sheetPart, { isEncrypted: true }),
    "encrypted",
    "文件「一队.xlsx」设有打开密码，无法读取。请取消密码另存一份，再重新导入。",
  ],
  [
    "more bytes than declared",
    withPart(sheetPart, { packed: zeros(100 * megabyte), declaredSize: 1000 }),
    "broken",
    "文件「一队.xlsx」已损坏（部件 xl/worksheets/sheet1.xml 无法解压）。请用 Excel 或 WPS 打开并另存一份，再重新导入。",
  ],
  [
    "fewer bytes than declared",
    withPart(sheetPart, { declaredSize: 5000 }),
    "broken",
    "文件「一队.xlsx」已损坏（部件 xl/worksheets/sheet1.xml 的实际大小与目录不符）。请用 Excel 或 WPS 打开并另存一份，再重新导入。",
  ],
  [
    "text that is not there",
    sheetOf('<row r="4"><c r="AB4" t="s"><v>3</v></c></row>'),
    "broken",
    "文件「一队.xlsx」已损坏（工作表「表」的 AB4 引用了不存在的文字）。请用 Excel 或 WPS 打开并另存一份，再重新导入。",
  ],
  [
    "no row at all",
    sheetOf('<row r="1.5"/>'),
    "broken",
    "文件「一队.xlsx」已损坏（工作表「表」的行号有误）。请用 Excel 或 WPS 打开并另存一份，再重新导入。",
  ],
])("%s", async (_, data, code, sentence) => expect(await refusal(data)).toEqual([code, sentence]));

const rows = (count: number, row: string): string => row.repeat(count);

test.each<[string, Buffer, Partial<Limits>, string]>([
  ["file size", Buffer.alloc(50 * megabyte + 1), {}, "文件「一队.xlsx」有 51 MB，超过 50 MB 的上限，没有读取。"],
  ["entries", good, { entries: 4 }, "文件「一队.xlsx」内含 5 个部件，超过 4 个的上限，没有读取。"],
  ["bomb of unused parts", bombOf(5, 80 * megabyte), { ratio: 2000 }, "文件「一队.xlsx」解压后超过 300 MB 的上限，没有读取。"],
  ["one dense part", bombOf(1, 80 * megabyte), {}, "文件「一队.xlsx」的压缩比超过 200 倍，像是压缩炸弹，没有读取。"],
  [
    "rows",
    sheetOf(rows(11, "<row><c><v>1</v></c></row>")),
    { rows: 10 },
    "文件「一队.xlsx」的工作表「表」有内容的行超过 10 行，没有读取。",
  ],
  [
    "columns",
    sheetOf('<row><c r="SG1"><v>1</v></c></row>'),
    {},
    "文件「一队.xlsx」的工作表「表」在第 500 列以外还有内容，没有读取。",
  ],
  [
    "slots",
    sheetOf(rows(3, '<row><c r="Z1"><v>1</v></c></row>')),
    { slots: 50 },
    "文件「一队.xlsx」的工作表「表」单元格过多，没有读取。",
  ],
])("too much: %s", async (_, data, limits, sentence) => expect(await refusal(data, limits)).toEqual(["too-large", sentence]));

function bombOf(parts: number, size: number): Buffer {
  const packed = zeros(size);
  const extra = Array.from({ length: parts }, (_, index) => ({
    name: `xl/media/${index}`,
    data: "",
    packed,
    declaredSize: size,
  }));
  return workbookOf(oneSheet, "", "", { extra });
}

test("styled blanks far right, and exactly as many rows as allowed, are fine", async () => {
  const data = sheetOf(rows(10, '<row><c r="A1"><v>1</v></c><c r="XFD1" s="1"/></row>'));
  expect((await readWorkbook(data, { limits: { rows: 10 } })).sheets[0]).toMatchObject({ lastColumn: 1, rows: { length: 10 } });
});

test("a million styled blank rows: the value after them is found", async () => {
  const blanks = Array.from(
    { length: 1_048_000 },
    (_, index) => `<row r="${index + 2}" s="1" customFormat="1"><c r="A${index + 2}" s="1"/></row>`,
  );
  const data = sheetOf(`${one}${blanks.join("")}<row r="1048576"><c r="B1048576"><v>2</v></c></row>`);
  blanks.length = 0;
  const sheet = (await readWorkbook(data)).sheets[0];
  expect(sheet?.rows).toEqual([
    { at: 1, cells: [1], hidden: false },
    { at: 1_048_576, cells: [null, 2], hidden: false },
  ]);
});

test("an endless token is refused before it is gathered", async () => {
  const data = sheetOf(`<row><c t="str"><v>${"x".repeat(6 * megabyte)}</v></c></row>`);
  expect((await refusal(data, { ratio: 2000 }))[0]).toBe("broken");
});

test("a file cut anywhere is refused with a sentence, or reads the same", async () => {
  for (let length = 0; length < good.length; length += 7) {
    const [, sentence] = await refusal(good.subarray(0, length));
    expect(sentence).toMatch(/^文件「一队\.xlsx」.*。$/);
  }
});

test("paths: the file's own name, and files that are not there or no files", async () => {
  const folder = mkdtempSync(join(tmpdir(), "reader-"));
  try {
    writeFileSync(join(folder, "二队.xlsx"), good);
    writeFileSync(join(folder, "空.xlsx"), "");
    expect((await readWorkbook(join(folder, "二队.xlsx"))).sheets[0]?.rows).toHaveLength(1);
    const sentence = (name: string): Promise<unknown> => readWorkbook(join(folder, name)).catch((error: Error) => error.message);
    expect(await sentence("空.xlsx")).toContain("「空.xlsx」");
    expect(await sentence("无.xlsx")).toBe("找不到文件「无.xlsx」，请核对文件名和所在文件夹。");
    expect(await sentence(".")).toContain("打不开");
  } finally {
    rmSync(folder, { recursive: true });
  }
});
