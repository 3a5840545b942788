import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ExcelJS from "exceljs";
import { exportOperation, type UnitFile } from "../../../apps-script/domain/exchange/export";
import {
  GUIDE_SHEET,
  IDENTITY_SHEET,
  PEOPLE_SHEET,
  readIdentity,
  readKeywords,
} from "../../../apps-script/domain/exchange/identity";
import { rowIdParts } from "../../../apps-script/domain/exchange/row-id";
import { SENT_COLUMNS, sentColumn } from "../../../apps-script/domain/exchange/sent-rows";
import { recogniseLists } from "../../../apps-script/domain/merge/recognise";
import type { TableFile } from "../../../apps-script/domain/merge/table-file";
import { contextOf } from "../../../apps-script/domain/rules/context";
import type { Value } from "../../../apps-script/domain/snapshot/value";
import { forUnit } from "../../../apps-script/domain/wording/audience";
import { annotatedCopy, annotationOf } from "../../../node-sync/src/exchange/annotated-copy";
import { UnitBooks } from "../../../node-sync/src/exchange/export/unit-book";
import { answeredIn } from "../../../node-sync/src/exchange/reply-mark";
import { readTableFile } from "../../../node-sync/src/files/read-table-file";
import { bookOf } from "../../support/books";
import { bytesOf } from "../../support/hand-workbook";
import { convertWithLibreOffice, withLibreOffice } from "../../support/libreoffice";
import { defectsOf } from "../../support/package-checks";
import { SENT_CARDS, SENT_PEOPLE, SENT_UNITS } from "../../support/sent-office";

const TITLES: readonly string[] = SENT_COLUMNS.map((name) => sentColumn(name).title);
const TODAY = "2024-03-12";
let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "anpei-layout-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const book = bookOf({ keys: ["w1"], units: SENT_UNITS.map((name) => ({ name })), roster: SENT_PEOPLE, cards: SENT_CARDS });
const exported = exportOperation({ withCards: true }).decide(book, contextOf(book, TODAY)).report;
const [withCards] = exported.files.filter(({ unit }) => unit === SENT_UNITS[0]);
if (!withCards) throw new Error("no file");
const { cards: _, ...file } = withCards as UnitFile;

async function readBack(bytes: Uint8Array, name: string): Promise<TableFile> {
  writeFileSync(join(folder, name), bytes);
  return readTableFile(join(folder, name));
}

async function opened(bytes: Buffer): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes as unknown as ArrayBuffer, { ignoreNodes: ["dataValidations"] });
  return workbook;
}

/** The people of a file as our own readers see them. */
function peopleIn(table: TableFile) {
  const lists = recogniseLists(table.sheets);
  const [list] = lists;
  const index = (title: string): number =>
    list?.columns.find((column) => column.title === title || column.header === title)?.index ?? -1;
  const rows = list?.rows.map(({ cells, unit }) => ({
    rowId: cells[0] ?? null,
    unit: unit?.text ?? null,
    values: TITLES.map((title): Value => cells[index(title)] ?? null),
  }));
  return { count: lists.length, sheet: list?.sheet, rows: rows ?? [], skipped: list?.skipped.map(({ why }) => why) };
}

const sentPeople = (one: UnitFile) =>
  one.rows.map(({ rowId, values }) => ({ rowId, unit: one.unit, values: SENT_COLUMNS.map((name) => values[name]) }));

it("has nothing that a spreadsheet program would offer to repair", async () => {
  const books = new UnitBooks();
  for (const bytes of [
    await books.bytes(file),
    await books.bytes(withCards, exported.passwords),
    await annotatedCopy(file, []),
  ]) {
    expect(defectsOf(await bytesOf(bytes))).toEqual([]);
  }
});

it.each([
  ["without cards", file],
  ["with cards", withCards],
])("reads back unchanged %s, as one list of the people sheet", async (_what, one) => {
  const people = peopleIn(await readBack(await new UnitBooks().bytes(one, exported.passwords), "own.xlsx"));
  expect(people).toMatchObject({ count: 1, sheet: PEOPLE_SHEET });
  expect(people.rows).toEqual(sentPeople(one));
});

it("knows itself by the hidden sheet, the keywords and the row ids", async () => {
  const bytes = await new UnitBooks().bytes(file);
  const table = await readBack(bytes, "own.xlsx");
  expect(table.sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
    [PEOPLE_SHEET, false],
    [GUIDE_SHEET, false],
    [IDENTITY_SHEET, true],
  ]);
  expect(identityOf(table)).toEqual(file.identity);
  expect(keywordsOf(await bytesOf(bytes))).toMatchObject({ exchange: "X00003", generation: 1, hash: file.identity.hash });
});

it("shows open columns white and the centre's grey, with checks, formats, notes and empty rows", async () => {
  const bytes = await new UnitBooks().bytes(file);
  const workbook = await opened(bytes);
  const sheet = workbook.getWorksheet(PEOPLE_SHEET);
  if (!sheet) throw new Error("no sheet");
  const cell = (title: string, row = 3) => sheet.getCell(row, TITLES.indexOf(title) + 2);
  expect(sheet.getColumn(1).hidden).toBe(true);
  expect(sheet.getRow(2).values).toEqual([undefined, "行号（勿改）", ...TITLES]);
  expect(sheet.views[0]).toMatchObject({ state: "frozen", xSplit: 2, ySplit: 2 });
  expect(sheet.autoFilter).toBe("A2:W37");
  expect(sheet.pageSetup).toMatchObject({
    paperSize: 9,
    orientation: "landscape",
    fitToPage: true,
    fitToHeight: 0,
    printTitlesRow: "2:2",
  });
  expect(["证件号", "手机号", "证书编号", "姓名", "备注"].map((title) => cell(title).numFmt)).toEqual(Array(5).fill("@"));
  expect([cell("证件有效期").numFmt, cell("证件有效期").value]).toEqual(["yyyy-mm-dd", new Date(Date.UTC(2024, 5, 15))]);
  expect(cell("备注", 5).value).toBe("=1+1");
  expect(cell("证件有效期", 6).value).toBe("2024年6月");
  expect(JSON.stringify(cell("证件有效期", 6).note)).toContain("2024年6月");
  expect(JSON.stringify(cell("资料缺项", 4).note)).toContain("推荐表（公章、签名指印）");
  expect(cell("班级").fill).toMatchObject({ fgColor: { argb: "FFF2F2F2" } });
  expect(cell("姓名").fill).toMatchObject({ pattern: "none" });
  expect([cell("姓名", 8).value, cell("姓名", 37).numFmt, cell("证件有效期", 37).numFmt]).toEqual([null, "@", "yyyy-mm-dd"]);
  expect(sheet.rowCount).toBe(37);
  expect(workbook.getWorksheet(GUIDE_SHEET)?.rowCount).toBe(10);
  const xml = (await bytesOf(bytes)).get("xl/worksheets/sheet1.xml")?.toString() ?? "";
  expect([...xml.matchAll(/<dataValidation type="custom"[^>]*errorStyle="stop"[^>]*><formula1>FALSE</g)]).toHaveLength(11);
  expect(xml).toContain("<formula1>&quot;主要负责人,安全生产管理人员&quot;</formula1>");
  expect(xml).not.toContain("sheetProtection");
});

it("puts cards on a sheet of their own", async () => {
  const workbook = await opened(await new UnitBooks().bytes(withCards, exported.passwords));
  const sheet = workbook.getWorksheet("模拟卡");
  const rows = [4, 5, 6].map((row) => [1, 2, 3, 4].map((column) => sheet?.getCell(row, column).text));
  expect(rows).toEqual([
    ["赵安某", "K88000", "pw88000zz", "安全 <生产> & 管理"],
    ["赵平某", "K88001", "pw88001zz", "安全 <生产> & 管理"],
    ["", "", "", ""],
  ]);
});

it("carries more notes than one block of a drawing has numbers, and people beyond the usual", async () => {
  const rows = Array.from({ length: 1200 }, (_, index) => ({
    ...(file.rows[1] as UnitFile["rows"][number]),
    rowId: `B2024-${index}.0000`,
    notes: { mobile: forUnit(`<第${index}个> & "注"`) },
  }));
  const bytes = await new UnitBooks().bytes({ ...file, rows });
  const parts = await bytesOf(bytes);
  expect(defectsOf(parts)).toEqual([]);
  expect(parts.get("xl/drawings/vmlDrawing1.vml")?.toString()).toContain('data="1,2"');
  expect(JSON.stringify((await opened(bytes)).getWorksheet(PEOPLE_SHEET)?.getCell("E1202").note)).toContain("第1199个");
});

it("gives back an annotated copy: colours, reasons, strays, results, and a whole file of its own", async () => {
  const [first, second, third] = file.rows.map(({ enrolment }) => enrolment);
  const clash = { enrolment: third ?? "" } as const;
  const bytes = await annotatedCopy(
    withCards,
    [
      {
        verdicts: [
          { enrolment: first ?? "", column: "手机号", verdict: "taken", reason: null, theirs: "19912345678" },
          {
            ...{ enrolment: second ?? "", column: "证件有效期", verdict: "refused" },
            ...{ reason: forUnit("不是日期。"), theirs: "2024年13月" },
          },
          { enrolment: null, row: 9, column: "证件号", verdict: "refused", reason: forUnit("没有填写证件号。") },
        ],
        strays: [{ row: 9, values: { 姓名: "新人某", 手机号: "19900001111", 性别: "女" } }],
        placeOf: (row) => forUnit(`原第1份第${row}行`),
      },
      {
        verdicts: [
          { ...clash, column: "职位", verdict: "conflict", reason: forUnit("中心也改过。"), theirs: "主要负责人" },
          { ...clash, column: "班级", verdict: "refused", reason: forUnit("由中心填写。"), theirs: "再培训班第一期" },
          { enrolment: null, row: 9, column: "姓名", verdict: "refused", reason: forUnit("没有填写姓名。") },
        ],
        strays: [{ row: 9, values: { 证件号: "无" } }],
        placeOf: (row) => forUnit(`原第2份第${row}行`),
      },
    ],
    "a1+b2",
  );
  const workbook = await opened(bytes);
  const sheet = workbook.getWorksheet(PEOPLE_SHEET);
  const paint = (address: string) => JSON.stringify(sheet?.getCell(address).fill);
  expect(
    [paint("E3"), paint("K4"), paint("G5"), paint("M5"), paint("D8")].map((fill) => /FF[0-9A-F]{6}/.exec(fill)?.[0]),
  ).toEqual(["FFC6EFCE", "FFFFC7CE", "FFFFF2CC", "FFFFC7CE", "FFFFC7CE"]);
  const notes = ["K4", "G5", "M5", "D8"].map((address) => JSON.stringify(sheet?.getCell(address).note));
  expect(notes.map((note) => note.includes("没有采用") || note.includes("等待核对"))).toEqual([true, true, true, true]);
  expect(notes[0]).toContain("贵单位填写：2024年13月");
  expect([sheet?.getCell("B8").text, sheet?.getCell("E8").text, sheet?.getCell("A8").text]).toEqual([
    "新人某",
    "19900001111",
    "",
  ]);
  const results = workbook.getWorksheet("处理结果");
  expect(results?.getCell("A2").text).toBe("贵单位发回的内容：采用 1 处，没有采用 4 处，与中心的改动不一致、等待核对 1 处。");
  const lines = [6, 7, 8, 9, 10, 11].map((row) => [1, 2, 3].map((column) => results?.getCell(row, column).text));
  expect(lines).toEqual([
    ["赵平某", "证件有效期", "没有采用"],
    ["赵志某", "班级", "没有采用"],
    ["新人某", "证件号", "没有采用"],
    ["原第2份第9行", "姓名", "没有采用"],
    ["赵志某", "职位", "等待核对"],
    ["赵安某", "手机号", "已采用"],
  ]);
  expect(workbook.getWorksheet("模拟卡")).toBeUndefined();
  const table = await readBack(bytes, "copy.xlsx");
  expect(identityOf(table)).toEqual(file.identity);
  expect(answeredIn(table)).toBe("a1+b2");
  const people = peopleIn(table);
  expect(people.count).toBe(1);
  expect(people.rows.slice(0, 5)).toEqual(sentPeople(file));
});

describe("what LibreOffice makes of a file", () => {
  const through = (bytes: Uint8Array, filters: readonly string[]): Buffer =>
    filters.reduce<Buffer>((now, filter) => convertWithLibreOffice(now, filter), Buffer.from(bytes));
  const formats = process.env.ANPEI_SOAK === undefined ? [["ods"]] : [["xlsx"], ["xls"], ["ods"]];
  for (const hops of formats) {
    withLibreOffice(`keeps ids, identity, keywords and values through ${hops.join(" and ")}`, async () => {
      const bytes = through(await new UnitBooks().bytes(withCards, exported.passwords), hops);
      const table = await readBack(bytes, `resaved.${hops.at(-1)}`);
      const people = peopleIn(table);
      expect(people).toMatchObject({ count: 1, sheet: PEOPLE_SHEET });
      expect(people.rows).toEqual(sentPeople(withCards));
      expect(people.rows.map(({ rowId }) => rowIdParts(String(rowId))?.enrolment)).toEqual(
        withCards.rows.map(({ enrolment }) => enrolment),
      );
      expect(identityOf(table)).toEqual(file.identity);
      const again = hops.at(-1) === "xlsx" ? bytes : through(bytes, ["xlsx"]);
      expect(keywordsOf(await bytesOf(again))).toMatchObject({ exchange: "X00003", generation: 1, hash: file.identity.hash });
    });
  }
});

function identityOf(table: TableFile) {
  return readIdentity(table.sheets.find(({ name }) => name === IDENTITY_SHEET)?.rows.map(({ cells }) => cells) ?? []);
}

function keywordsOf(parts: ReadonlyMap<string, Buffer>) {
  return readKeywords(/<cp:keywords>([^<]*)</.exec(parts.get("docProps/core.xml")?.toString() ?? "")?.[1] ?? "");
}

it("turns what an import says of the rows into verdicts and strays", () => {
  const cell = { column: "mobile", title: "手机号", address: "E3", reason: null };
  const row = { sheet: PEOPLE_SHEET, at: 3, enrolment: "B2024-00001", end: "changed", reasons: [] } as const;
  const { verdicts, strays } = annotationOf([
    {
      ...row,
      name: "张三",
      cells: [{ ...cell, verdict: "taken", written: "199" }],
    },
    {
      ...row,
      ...{ at: 9, enrolment: null, name: "新人", end: "refused", reasons: [forUnit("没有填写证件号。")] },
      cells: [
        { ...cell, title: "姓名", verdict: "refused", written: "新人", reason: forUnit("没有填写证件号。") },
        { ...cell, verdict: "refused", written: "199", reason: forUnit("没有填写证件号。") },
      ],
    },
  ]);
  expect(verdicts).toEqual([
    { enrolment: "B2024-00001", row: 3, column: "手机号", verdict: "taken", reason: null, theirs: "199" },
    { enrolment: null, row: 9, column: "手机号", verdict: "refused", reason: null, theirs: "199" },
    { enrolment: null, row: 9, column: "姓名", verdict: "refused", reason: "没有填写证件号。", theirs: "新人" },
  ]);
  expect(strays).toEqual([{ row: 9, values: { 姓名: "新人", 手机号: "199" } }]);
});
