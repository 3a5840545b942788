import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Workbook, Worksheet } from "exceljs";
import { IDENTITY_SHEET, PEOPLE_SHEET } from "../../../apps-script/domain/exchange/identity";
import { EMPTY_ROWS } from "../../../node-sync/src/exchange/export/unit-book";
import { LIST_ROWS, templateBook } from "../../../node-sync/src/exchange/export/unit-template";
import { loadExcel } from "../../../node-sync/src/workbook/excel";
import { personOf, unitOf } from "../data/people";
import { argument, report } from "./report";

/** What stands in the grey columns. */
const GREY = [
  "再培训班第三期",
  "正常",
  new Date("2024-05-09T00:00:00Z"),
  "申报上传：缺推荐表（公章、签名指印）",
  300,
  "未缴",
  "已预报名",
];

/** Writes as many files as an export does, each built from nothing: `same|bare folder units people`. */
void report(async () => {
  const [folder, units, people] = [argument(1), Number(argument(2)), Number(argument(3))];
  const make = argument(0) === "same" ? sameFile : bareFile;
  await mkdir(folder, { recursive: true });
  for (let unit = 0; unit < units; unit++) {
    const book = await make(unitOf(unit * people, people), linesOf(unit * people, people));
    await writeFile(join(folder, `${unit}.xlsx`), Buffer.from(await book.xlsx.writeBuffer()));
  }
  return {};
});

type Line = readonly (string | number | Date | null)[];

function linesOf(from: number, people: number): Line[] {
  return Array.from({ length: people }, (_, place) => {
    const { validUntil, note, ...person } = personOf(from + place);
    const day = validUntil === null ? null : new Date(`${validUntil}T00:00:00Z`);
    return [`B2024-${from + place}.7K3Q`, ...Object.values(person), day, note, ...GREY];
  });
}

/** With all that ours have: formats, dropdowns, notes, guide, hidden identity, empty rows. */
async function sameFile(unit: string, lines: readonly Line[]): Promise<Workbook> {
  const book = await templateBook({ cards: false, results: false });
  const list = book.getWorksheet(PEOPLE_SHEET) as Worksheet;
  const styles = Array.from({ length: list.columnCount }, (_, column) => list.getCell(LIST_ROWS.plain, column + 1).style);
  list.getCell(LIST_ROWS.title, 2).value = unit;
  for (let place = 0; place < lines.length + EMPTY_ROWS; place++) {
    const row = list.getRow(LIST_ROWS.plain + place);
    row.height = 42;
    for (const [column, style] of styles.entries()) {
      const cell = row.getCell(column + 1);
      cell.style = style;
      cell.value = lines[place]?.[column] ?? null;
    }
    if (place < lines.length && place % 5 === 0) row.getCell(16).note = "申报上传：缺推荐表（公章、签名指印）";
  }
  const identity = book.getWorksheet(IDENTITY_SHEET) as Worksheet;
  identity.getCell(1, 1).value = "anpei-unit-file";
  identity.getCell(2, 1).value = JSON.stringify({ unit });
  return book;
}

/** Values and nothing else. */
async function bareFile(unit: string, lines: readonly Line[]): Promise<Workbook> {
  const { Workbook } = await loadExcel();
  const book = new Workbook();
  const list = book.addWorksheet(PEOPLE_SHEET);
  list.addRow([unit]);
  for (const line of lines) list.addRow(line);
  return book;
}
