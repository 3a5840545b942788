import { randomUUID } from "node:crypto";
import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ExcelJS from "exceljs";
import fc from "fast-check";
import { operationOf } from "../../apps-script/domain/operations/operation";
import { runAll } from "../../apps-script/domain/rules/actions";
import { ROSTER } from "../../apps-script/domain/schema/index";
import { snapshotOf } from "../../apps-script/domain/snapshot/snapshot";
import { perform } from "../../node-sync/src/perform";
import { readWorkbook } from "../../node-sync/src/xlsx/read-workbook";
import { XlsxHost } from "../../node-sync/src/xlsx/xlsx-host";
import { idOf } from "../domain/merge/lists";
import { freshTabs } from "./lab";

/** What a clerk made of 名册, with nothing wrong in it. */
interface Shape {
  readonly people: number;
  readonly titleLines: number;
  readonly totals: "none" | "line" | "groups" | "table";
  readonly isMerged: boolean;
  readonly turned: number;
  readonly isDayFormat: boolean;
  readonly isArray: boolean;
  readonly isDecorated: boolean;
  readonly isArranged: boolean;
}

const shapes: fc.Arbitrary<Shape> = fc.record({
  people: fc.integer({ min: 2, max: 5 }),
  titleLines: fc.integer({ min: 0, max: 3 }),
  totals: fc.constantFrom("none", "line", "groups", "table"),
  isMerged: fc.boolean(),
  turned: fc.integer({ min: 0, max: 60 }),
  isDayFormat: fc.boolean(),
  isArray: fc.boolean(),
  isDecorated: fc.boolean(),
  isArranged: fc.boolean(),
});

const { computed, typed } = { computed: ["应缴", "余量天数"], typed: ["姓名", "证件号", "工作单位", "证件有效期", "备注"] };
const personOf = (serial: number): Record<string, string> => ({
  姓名: ["王梦", "李丽", "张强", "刘洋", "陈晨"][serial] ?? "",
  证件号: idOf(serial + 1),
  工作单位: "甲矿业有限公司",
  职位: "主要负责人",
  申报类型: "再培训",
  证件有效期: "2024-06-20",
  报到日期: "2024-03-01",
  省厅预约状态: "通过",
  备注: `第${serial}号`,
});

/** The header as the clerk has it, columns turned and one of his own at the end. */
function headerOf({ turned, isDecorated, totals }: Shape): string[] {
  const titles = Object.values(ROSTER.columns).map(({ title }): string => title);
  const moved = [...titles.slice(turned % titles.length), ...titles.slice(0, turned % titles.length), "我的列"];
  // A table's header says what its part says: a clerk who decorates one decorates both.
  const isPlain = !isDecorated || totals === "table";
  return isPlain ? moved : moved.map((title) => (title === "姓名" ? "★姓名" : title === "证件号" ? "证件号\n（必填）" : title));
}

async function bookOf(shape: Shape): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  for (const { title, cells } of freshTabs()) {
    const sheet = book.addWorksheet(title);
    if (title === "名册") shapeRoster(sheet, shape);
    else for (const row of cells) sheet.addRow(row);
  }
  return Buffer.from(await book.xlsx.writeBuffer());
}

function shapeRoster(sheet: ExcelJS.Worksheet, shape: Shape): void {
  const header = headerOf(shape);
  const plain = headerOf({ ...shape, isDecorated: false });
  const place = (title: string): number => plain.indexOf(title) + 1;
  for (let line = 0; line < shape.titleLines; line++) sheet.addRow([["2024年安管人员名册", "单位：培训中心", ""][line]]);
  const top = shape.titleLines + 1;
  const rows = Array.from({ length: shape.people }, (_, serial) => {
    const person: Record<string, string> = { ...personOf(serial), 我的列: `别动${serial}` };
    return plain.map((title) => person[title] ?? null);
  });
  header.forEach((title, at) => {
    sheet.getCell(top, at + 1).value = title;
  });
  rows.forEach((row, index) => {
    row.forEach((value, at) => {
      sheet.getCell(top + 1 + index, at + 1).value = value;
    });
  });
  const last = top + shape.people;
  if (shape.totals === "table") {
    const columns = header.map((name, at) => ({ name, ...(at === 0 ? { totalsRowLabel: "汇总" } : {}) }));
    sheet.addTable({ name: "表1", ref: `A${top}`, headerRow: true, totalsRow: true, columns, rows });
  }
  if (shape.totals === "line") sheet.getCell(last + 1, place("姓名")).value = "合计";
  if (shape.totals === "groups") {
    sheet.getCell(last + 1, place("工作单位")).value = "甲矿业有限公司 计数";
    sheet.getCell(last + 1, place("姓名")).value = { formula: "SUBTOTAL(103,A1:A1)", result: shape.people };
  }
  // Cells of a table cannot be merged.
  if (shape.isMerged && shape.totals !== "table") sheet.mergeCells(top + 1, place("工作单位"), top + 2, place("工作单位"));
  if (shape.isDayFormat) {
    for (const title of computed) for (let at = top + 1; at <= last; at++) sheet.getCell(at, place(title)).numFmt = "yyyy-mm-dd";
  }
  if (shape.isArray && shape.totals !== "table") {
    const column = sheet.getColumn(place("已缴")).letter;
    const formula = { shareType: "array", ref: `${column}${top + 1}:${column}${last}`, formula: "ROW()*0", result: 0 };
    sheet.getCell(top + 1, place("已缴")).value = formula as ExcelJS.CellFormulaValue;
  }
  if (shape.isArranged) {
    sheet.views = [{ state: "frozen", xSplit: 2, ySplit: top }];
    sheet.getColumn(place("学历")).hidden = true;
    sheet.pageSetup.printArea = `A1:E${last}`;
  }
}

/** All cells of 名册 that are not the program's, as they stand in the file. */
async function staffCells(path: string): Promise<string[]> {
  const [sheet] = (await readWorkbook(path, { sheets: ["名册"] })).sheets;
  const rows = sheet?.rows ?? [];
  const header = rows.find(({ cells }) => cells.includes("我的列"))?.cells ?? [];
  const own = new Set(
    Object.values(ROSTER.columns).flatMap(({ title, owner }) => (owner === "computed" || owner === "system" ? [title] : [])),
  );
  const numbers = new Set<unknown>(["报名编号", "人员编号", ...own]);
  return rows.flatMap(({ at, cells }) =>
    cells.flatMap((cell, column) => (cell === null || numbers.has(header[column]) ? [] : [`${at} ${column} ${cell}`])),
  );
}

test("however a clerk arranges a good 名册: nobody is lost or invented, staff's cells stay, and a second run changes nothing", async () => {
  const folder = await mkdtemp(join(tmpdir(), "anpei-"));
  const all = operationOf("all", "全部执行", runAll);
  const terms = { today: "2024-03-01", head: { time: "2024-03-01T08:00:00+08:00", clerk: "测试", source: "命令行" as const } };
  await fc.assert(
    fc.asyncProperty(shapes, async (shape) => {
      const path = join(folder, `${randomUUID()}.xlsx`);
      await writeFile(path, await bookOf(shape));
      const before = await staffCells(path);
      const first = await perform(new XlsxHost(path), all, terms);
      expect(first.run).toBe("R00001");
      expect(await staffCells(path)).toEqual(before);
      const { roster, papers } = snapshotOf(await new XlsxHost(path).read());
      const put = Array.from({ length: shape.people }, (_, serial) => personOf(serial));
      expect(roster.map(({ name, idNumber, unit, validUntil, note }) => [name, idNumber, unit, validUntil, note])).toEqual(
        put.map((person) => typed.map((title) => person[title])),
      );
      expect(roster.map(({ id }) => id)).toEqual(put.map((_, index) => `B2024-0000${index + 1}`));
      expect([roster.map(({ feeDue }) => feeDue), papers.length]).toEqual([put.map(() => 300), shape.people]);
      const found = new Set(first.changes.findings.map(({ code }) => code));
      const isTable = shape.totals === "table";
      expect([found.has("W08"), found.has("W13"), found.has("W04")]).toEqual([
        shape.totals !== "none",
        shape.isMerged && !isTable,
        shape.isArray && !isTable,
      ]);
      const bytes = await readFile(path);
      const second = await perform(new XlsxHost(path), all, terms);
      expect([second.run, second.changes.cells, second.changes.rows]).toEqual([null, [], []]);
      expect((await readFile(path)).equals(bytes)).toBe(true);
    }),
    { numRuns: process.env.ANPEI_SOAK ? 100 : 25 },
  );
});
