import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Worksheet } from "exceljs";
import { TABLES, type Table } from "../../../apps-script/domain/schema/index";
import type { Value } from "../../../apps-script/domain/snapshot/value";
import { loadExcel } from "../../../node-sync/src/workbook/excel";
import { newWorkbook } from "../../../node-sync/src/workbook/new-workbook";
import { benchBook, PLAN_YEAR } from "./book";
import { personOf } from "./people";
import { randomOf } from "./random";

/** A workbook of ours with the plan loaded and so many enrolments; `people` is how many each unit has. */
export async function writeCentreBook(path: string, enrolments: number, people?: number): Promise<void> {
  const { plan = [], units, roster = [], papers = [], payments = [], cards = [] } = benchBook(enrolments, people);
  const filled: [Table, readonly object[]][] = [
    [TABLES.plan, plan],
    [TABLES.units, units],
    [TABLES.roster, roster],
    [TABLES.papers, papers],
    [TABLES.payments, payments],
    [TABLES.cards, cards],
  ];
  const extraRows = new Map(filled.map(([table, rows]) => [table.title, rows.map((row) => cellsOf(table, row))]));
  await writeFile(path, await newWorkbook({ planYear: PLAN_YEAR, workbook: "bench", extraRows }));
}

function cellsOf(table: Table, row: object): Value[] {
  const values = new Map<string, Value>(Object.entries(row));
  return Object.keys(table.columns).map((column) => values.get(column) ?? null);
}

const TITLES = ["姓名", "证件类型", "证件号", "手机号", "工作单位", "职位", "学历", "申报类型", "证书编号", "证件有效期", "备注"];
const DAY_FORMAT = "yyyy-mm-dd";

/** A row of `columns` values, all filled: what a unit states, then days, marks and words in turn. */
function wideRow(index: number, columns: number): (string | number | Date)[] {
  const random = randomOf(index + 40_000_000);
  const { validUntil, ...person } = personOf(index);
  const stated = [...Object.values(person).map((value) => value ?? "无"), new Date(`${validUntil ?? "2024-12-31"}T00:00:00Z`)];
  const more = Array.from({ length: columns - stated.length }, (_, place) => {
    if (place % 3 === 0) return new Date(Date.UTC(2024, 0, 1 + Math.floor(random() * 366)));
    return place % 3 === 1 ? Math.round(random() * 10_000) / 100 : `第${Math.floor(random() * 500)}号`;
  });
  return [...stated, ...more];
}

/** One sheet of rows × columns with shared strings and real days, as spreadsheet programs save it. */
export async function writeWideBook(path: string, rows: number, columns: number): Promise<void> {
  const { stream } = (await import("exceljs")).default;
  const book = new stream.xlsx.WorkbookWriter({ filename: path, useSharedStrings: true, useStyles: true });
  const sheet = book.addWorksheet("名单");
  sheet.addRow(Array.from({ length: columns }, (_, index) => `列${index + 1}`)).commit();
  for (let index = 0; index < rows; index++) {
    const row = sheet.addRow(wideRow(index, columns));
    row.eachCell((cell) => {
      if (cell.value instanceof Date) cell.numFmt = DAY_FORMAT;
    });
    row.commit();
  }
  await book.commit();
}

/** So many files of units, each with a title, a header and `rows` people. */
export async function writeUnitFiles(folder: string, files: number, rows: number): Promise<void> {
  const { Workbook } = await loadExcel();
  for (let file = 0; file < files; file++) {
    const book = new Workbook();
    fillUnitSheet(book.addWorksheet("学员"), file * rows, rows);
    await writeFile(join(folder, `${String(file + 1).padStart(5, "0")}.xlsx`), Buffer.from(await book.xlsx.writeBuffer()));
  }
}

function fillUnitSheet(sheet: Worksheet, from: number, rows: number): void {
  sheet.addRow(["培训人员登记表"]);
  sheet.addRow(TITLES);
  for (let index = from; index < from + rows; index++) {
    const { validUntil, note, ...person } = personOf(index);
    const row = sheet.addRow([...Object.values(person), validUntil && new Date(`${validUntil}T00:00:00Z`), note]);
    row.getCell(10).numFmt = DAY_FORMAT;
  }
}
