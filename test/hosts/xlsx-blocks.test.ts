import { randomUUID } from "node:crypto";
import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ExcelJS from "exceljs";
import { operationOf } from "../../apps-script/domain/operations/operation";
import { runAll } from "../../apps-script/domain/rules/actions";
import { snapshotOf } from "../../apps-script/domain/snapshot/snapshot";
import { perform } from "../../node-sync/src/perform";
import { XlsxHost } from "../../node-sync/src/xlsx/xlsx-host";
import { idOf } from "../domain/merge/lists";
import { addRows, columnOf, freshTabs, type LabCell, type LabTab, tabOf } from "./lab";

type Cells = Readonly<Record<string, LabCell>>;
type Shape = (sheet: ExcelJS.Worksheet, place: (title: string) => number) => void;

const all = operationOf("all", "全部执行", runAll);
const head = { time: "2024-03-01T08:00:00+08:00", clerk: "测试", source: "命令行" as const };
const run = (path: string) => perform(new XlsxHost(path), all, { today: "2024-03-01", head });
const person = (serial: number, more: Cells = {}): Cells => ({
  姓名: `王${"一二三四"[serial - 1]}`,
  证件号: idOf(serial),
  工作单位: `第${serial}矿业有限公司`,
  申报类型: "再培训",
  证件有效期: "2024-06-20",
  ...more,
});

/** A workbook in which staff shaped one tab with their own hands. */
async function shaped(tabs: readonly LabTab[], title: string, shape: Shape, date1904 = false): Promise<string> {
  const book = new ExcelJS.Workbook();
  book.properties.date1904 = date1904;
  for (const tab of tabs) {
    const sheet = book.addWorksheet(tab.title);
    for (const row of tab.cells) sheet.addRow(row);
    if (tab.title === title) shape(sheet, (name) => columnOf(tab, name) + 1);
  }
  const path = join(await mkdtemp(join(tmpdir(), "anpei-")), `${randomUUID()}.xlsx`);
  await writeFile(path, Buffer.from(await book.xlsx.writeBuffer()));
  return path;
}

function tabsWith(title: string, rows: readonly Cells[], roster: readonly Cells[] = []): LabTab[] {
  const tabs = freshTabs();
  addRows(tabOf(tabs, "名册"), roster);
  addRows(tabOf(tabs, title), rows);
  return tabs;
}

async function settled(path: string): Promise<void> {
  const bytes = await readFile(path);
  const again = await run(path);
  expect([again.run, again.changes.cells, again.changes.rows]).toEqual([null, [], []]);
  expect((await readFile(path)).equals(bytes)).toBe(true);
}

describe("cells merged over several entries", () => {
  test("text and days are those of every row; nothing is written into them, and it is said once", async () => {
    const tabs = tabsWith("名册", [person(1, { 报到日期: "2024-02-28" }), person(2), person(3)]);
    const path = await shaped(tabs, "名册", (sheet, place) => {
      for (const title of ["工作单位", "报到日期", "班级", "应缴"]) sheet.mergeCells(2, place(title), 3, place(title));
    });
    const first = await run(path);
    const { roster } = snapshotOf(await new XlsxHost(path).read());
    expect(roster.map(({ name, unit, reportedInOn }) => [name, unit, reportedInOn])).toEqual([
      ["王一", "第1矿业有限公司", "2024-02-28"],
      ["王二", "第1矿业有限公司", "2024-02-28"],
      ["王三", "第3矿业有限公司", null],
    ]);
    expect(roster.map(({ feeDue }) => feeDue)).toEqual([null, null, 300]);
    const said = first.changes.findings.filter(({ code }) => code === "W13");
    expect(
      said.map(({ severity, message }) => [severity, message.slice(0, 8), message.match(/[A-Z]+\d+:[A-Z]+\d+/g)?.length]),
    ).toEqual([["警告", "“名册”的G2:", 4]]);
    await settled(path);
  });

  test("nobody has the name or the id of the person above", async () => {
    const path = await shaped(tabsWith("名册", [person(1, { 手机号: "13800138000" }), person(2)]), "名册", (sheet, place) => {
      for (const title of ["姓名", "手机号"]) sheet.mergeCells(2, place(title), 3, place(title));
    });
    const first = await run(path);
    const { roster } = snapshotOf(await new XlsxHost(path).read());
    expect(roster.map(({ name, mobile }) => [name, mobile === null])).toEqual([
      ["王一", false],
      [null, true],
    ]);
    expect(first.changes.findings.map(({ code }) => code)).toContain("W13");
  });

  test("a formula that was never worked out is nobody's word for a class", async () => {
    const path = await shaped(tabsWith("名册", [person(1), person(2)]), "名册", (sheet, place) => {
      sheet.getCell(2, place("班级")).value = { formula: 'IF(A2="","",A2)', date1904: false };
    });
    const before = snapshotOf(await new XlsxHost(path).read()).roster.map(({ lockedClass }) => lockedClass);
    await run(path);
    const { roster } = snapshotOf(await new XlsxHost(path).read());
    expect(roster.map((row) => [row.class?.includes("公式") ?? false, row.lockedClass])).toEqual(
      before.map((lock) => [false, lock]),
    );
    await settled(path);
  });

  test("an amount merged over two payments was paid once", async () => {
    const paid = (row: Cells): Cells => ({ 日期: "2024-02-01", 方式: "现金", 分摊到: "B2024-00001", ...row });
    const tabs = tabsWith("缴费", [paid({ 金额: 300 }), paid({})], [person(1, { 报名编号: "B2024-00001" })]);
    const path = await shaped(tabs, "缴费", (sheet, place) => sheet.mergeCells(2, place("金额"), 3, place("金额")));
    await run(path);
    const { payments, roster } = snapshotOf(await new XlsxHost(path).read());
    expect([payments.map(({ amount }) => amount), roster.map(({ feePaid }) => feePaid)]).toEqual([[300, null], [300]]);
  });

  test("rows whose number is one merged cell are left alone, by name", async () => {
    const path = await shaped(tabsWith("名册", [person(1), person(2), person(3)]), "名册", (sheet, place) =>
      sheet.mergeCells(2, place("报名编号"), 3, place("报名编号")),
    );
    const { changes } = await run(path);
    expect(changes.findings.filter(({ code }) => code === "W06").map(({ message }) => message)).toEqual([
      expect.stringContaining("第2行的编号是公式或合并单元格"),
      expect.stringContaining("第3行的编号是公式或合并单元格"),
    ]);
    const { roster } = snapshotOf(await new XlsxHost(path).read());
    expect(roster.map(({ id, name }) => [id, name])).toEqual([["B2024-00001", "王三"]]);
    await settled(path);
  });

  test("cells of one row, notes below the table and title lines are nobody's", async () => {
    const path = await shaped(tabsWith("名册", [person(1), person(2)]), "名册", (sheet, place) => {
      sheet.mergeCells(2, place("备注"), 2, place("备注") + 1);
      sheet.getCell(4, 1).value = "以上为第一批";
      sheet.mergeCells(4, 1, 6, 8);
    });
    const first = await run(path);
    expect(first.changes.findings.filter(({ code }) => code === "W13")).toEqual([]);
    expect(snapshotOf(await new XlsxHost(path).read()).roster).toHaveLength(2);
    await settled(path);
  });
});

describe("an array formula over a column of the program", () => {
  const array = (sheet: ExcelJS.Worksheet, column: number, last: number): void => {
    const { letter } = sheet.getColumn(column);
    const formula = { shareType: "array", ref: `${letter}2:${letter}${last}`, formula: "ROW()*100", result: 200 };
    sheet.getCell(2, column).value = formula as ExcelJS.CellFormulaValue;
    for (let at = 3; at <= last; at++) sheet.getCell(at, column).value = at * 100;
  };

  test("is left in all its cells, named, and the rest is done", async () => {
    const path = await shaped(tabsWith("名册", [person(1), person(2)]), "名册", (sheet, place) => array(sheet, place("应缴"), 3));
    const { changes } = await run(path);
    expect(changes.findings.filter(({ code }) => code === "W04").map(({ message }) => message.slice(0, 7))).toEqual([
      expect.stringMatching(/^名册[A-Z]+2：/),
    ]);
    const { roster } = snapshotOf(await new XlsxHost(path).read());
    expect(roster.map(({ feeDue, id }) => [feeDue, id])).toEqual([
      [200, "B2024-00001"],
      [300, "B2024-00002"],
    ]);
    await settled(path);
  });

  test("that reaches below the table keeps its column of new rows, and says so", async () => {
    const tabs = tabsWith("资料", [], [person(1), person(2)]);
    const path = await shaped(tabs, "资料", (sheet, place) => {
      const { letter } = sheet.getColumn(place("姓名"));
      const formula = { shareType: "array", ref: `${letter}2:${letter}90`, formula: '""', result: "" };
      sheet.getCell(2, place("姓名")).value = formula as ExcelJS.CellFormulaValue;
    });
    const { changes, run: id } = await run(path);
    expect(id).toBe("R00001");
    const [only, ...more] = changes.findings.filter(({ code, table }) => code === "W04" && table === "papers" && code === "W04");
    expect([only?.message, more]).toEqual(["“资料”的“姓名”有一个数组公式一直到表格下面，新增的行这一列由它填，程序没有写。", []]);
  });
});

describe.each([false, true])("numbers in cells with the format of a day (1904: %s)", (date1904) => {
  test("are numbers; the format is put right once and said, and a text stays one", async () => {
    const rows = [person(1, { 成绩: 85 }), person(2, { 成绩: 0.5 }), person(3, { 成绩: "2024-03-05" }), person(4, { 成绩: 60 })];
    const shape: Shape = (sheet, place) => {
      for (let at = 2; at <= 5; at++) {
        sheet.getCell(at, place("成绩")).numFmt = at === 3 ? "h:mm" : "yyyy-mm-dd";
        sheet.getCell(at, place("应缴")).numFmt = "yyyy-mm-dd";
      }
    };
    const path = await shaped(tabsWith("名册", rows), "名册", shape, date1904);
    const { changes } = await run(path);
    const said = changes.findings.filter(({ code }) => code === "W14").map(({ severity, message }) => `${severity} ${message}`);
    expect(said).toEqual(["提示 “名册”的“成绩”有3格是日期或时间格式，里面是数字，已改回数字格式，数值没有变。"]);
    const { roster } = snapshotOf(await new XlsxHost(path).read());
    expect(roster.map(({ score, feeDue }) => [score, feeDue])).toEqual([
      [85, 300],
      [0.5, 300],
      ["2024-03-05", 300],
      [60, 300],
    ]);
    await settled(path);
  });
});
