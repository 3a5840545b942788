import { randomUUID } from "node:crypto";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ExcelJS from "exceljs";
import { OutcomeBuilder } from "../../apps-script/domain/changes/outcome";
import type { Operation } from "../../apps-script/domain/operations/operation";
import { snapshotOf } from "../../apps-script/domain/snapshot/snapshot";
import { perform } from "../../node-sync/src/perform";
import { XlsxHost } from "../../node-sync/src/xlsx/xlsx-host";
import { freshTabs } from "./lab";

const head = { time: "2024-03-01T08:00:00+08:00", clerk: "测试", source: "命令行" as const };

const twoUnits: Operation = {
  id: "units",
  title: "登记单位",
  decide: ({ units }) => {
    const out = new OutcomeBuilder();
    for (const name of ["丙矿", "丁矿"]) if (!units.some((unit) => unit.name === name)) out.add("units", { name }, "试");
    return out.done();
  },
};

/** A workbook whose 单位 holds 甲矿 and 乙矿, in rows 2 and 3, with what staff made of the tab. */
async function workbookWith(shape: (sheet: ExcelJS.Worksheet) => void): Promise<string> {
  const book = new ExcelJS.Workbook();
  for (const { title, cells } of freshTabs()) {
    const sheet = book.addWorksheet(title);
    for (const row of cells) sheet.addRow(row);
    if (title !== "单位") continue;
    sheet.addRow(["甲矿"]);
    sheet.addRow(["乙矿"]);
    shape(sheet);
  }
  const path = join(await mkdtemp(join(tmpdir(), "anpei-")), `${randomUUID()}.xlsx`);
  await writeFile(path, Buffer.from(await book.xlsx.writeBuffer()));
  return path;
}

interface Wish {
  readonly name?: string;
  readonly at?: string;
  readonly rows?: readonly string[];
  readonly totals?: boolean;
}

function table(sheet: ExcelJS.Worksheet, { name = "表1", at = "A1", rows = ["甲矿", "乙矿"], totals = false }: Wish): void {
  const first = { name: at === "A1" ? "单位全称" : "小结", ...(totals ? { totalsRowLabel: "汇总" } : {}) };
  sheet.addTable({ name, ref: at, headerRow: true, totalsRow: totals, columns: [first], rows: rows.map((row) => [row]) });
}

const RIGHT = { name: "表2", at: "Z1", rows: ["一"] };

describe("new rows below what staff made of a tab", () => {
  test.each<[string, (sheet: ExcelJS.Worksheet) => void, readonly string[]]>([
    ["a table that ends with the last row takes them in", (sheet) => table(sheet, {}), []],
    ["a totals row makes room", (sheet) => table(sheet, { totals: true }), []],
    [
      "below a totals row with a remark under it they stand outside",
      (sheet) => {
        table(sheet, { totals: true });
        sheet.getCell("Y6").value = "以上为第一批";
      },
      ["“单位”新增的第7–8行在表格“表1”（A1:A4）之外。"],
    ],
    [
      "of two tables on a sheet none makes room by its totals row",
      (sheet) => {
        table(sheet, { totals: true });
        table(sheet, RIGHT);
      },
      ["“单位”新增的第5–6行在表格“表1”（A1:A4）之外。"],
    ],
    [
      "a table of some of the rows stays",
      (sheet) => table(sheet, { rows: ["甲矿"] }),
      ["“单位”新增的第4–5行在表格“表1”（A1:A2）之外。"],
    ],
    [
      "a print area of some of the rows stays",
      (sheet) => {
        sheet.pageSetup.printArea = "A1:E2";
      },
      ["“单位”新增的第4–5行在打印区域（A1:E2）之外。"],
    ],
    [
      "a print area that ends with the last row grows",
      (sheet) => {
        sheet.pageSetup.printArea = "A1:E3";
      },
      [],
    ],
    [
      "a print area of whole columns holds them",
      (sheet) => {
        sheet.pageSetup.printArea = "A1:E500";
      },
      [],
    ],
    ["a table beside our columns is staff's own business", (sheet) => table(sheet, RIGHT), []],
  ])("%s", async (_says, shape, said) => {
    const path = await workbookWith(shape);
    const terms = { today: "2024-03-01", head };
    const looked = await perform(new XlsxHost(path), twoUnits, { ...terms, dryRun: true });
    const { changes } = await perform(new XlsxHost(path), twoUnits, terms);
    for (const { findings } of [looked.changes, changes])
      expect(findings.filter(({ code }) => code === "W16").map(({ message }) => message)).toEqual(said);
    const { units } = snapshotOf(await new XlsxHost(path).read());
    expect(units.map(({ name }) => name)).toEqual(["甲矿", "乙矿", "丙矿", "丁矿"]);
    const again = await perform(new XlsxHost(path), twoUnits, terms);
    expect([again.run, again.changes.findings.filter(({ code }) => code === "W16")]).toEqual([null, []]);
  });
});
