import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ExcelJS from "exceljs";
import { exportFiles } from "../../../node-sync/src/exchange/export/export-files";
import { importFiles } from "../../../node-sync/src/exchange/import-files";
import { patchWorkbook } from "../../../node-sync/src/xlsx/patch/patch-workbook";
import { idOf } from "../../domain/merge/lists";
import { importPlaces } from "../../support/import-places";
import { SENT_UNITS, sentOffice } from "../../support/sent-office";
import { AT, type Typed } from "../../support/sync-office";

const [UNIT] = SENT_UNITS;
const terms = { today: "2024-03-12", head: { time: "2024-03-12T08:00:00+08:00", clerk: "前台", source: "命令行" } } as const;
const [GREEN, YELLOW] = ["C6EFCE", "FFF2CC"];

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "anpei-digit-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** 学员 of the copy that the unit gets back for its file with these cells. */
async function answered(cells: Typed): Promise<ExcelJS.Worksheet | undefined> {
  writeFileSync(join(folder, "book.xlsx"), await sentOffice());
  const places = importPlaces(join(folder, "book.xlsx"));
  await exportFiles(places.host, terms, { out: join(folder, "发件") });
  const typed = cells.map(([row, column, value]) => ({ row, column, value, kind: "text" as const }));
  const sent = readFileSync(join(folder, "发件", `${UNIT}.xlsx`));
  const path = join(folder, "发回.xlsx");
  writeFileSync(path, await patchWorkbook(sent, [{ sheet: "学员", firstDataRow: 3, cells: typed }]));
  const { files } = await importFiles(places, [path], terms, { replies: join(folder, "回执") });
  const copy = new ExcelJS.Workbook();
  await copy.xlsx.readFile(files[0]?.reply ?? "");
  return copy.getWorksheet("学员");
}

function shown(sheet: ExcelJS.Worksheet | undefined, row: number, column: number): { colour: string; note: string } {
  const cell = sheet?.getCell(row, column);
  const fill = cell?.fill;
  const colour = fill?.type === "pattern" ? (fill.fgColor?.argb ?? "").slice(-6) : "";
  return { colour, note: JSON.stringify(cell?.note ?? "") };
}

const added = (row: number, name: string, id: string): Typed => [
  [row, AT.name, name],
  [row, AT.idNumber, id],
  [row, AT.post, "主要负责人"],
  [row, AT.kind, "初培"],
];
const wrong = idOf(900).replace(/.$/u, (last) => (last === "0" ? "1" : "0"));

test("of two new people the one with a right id is green, and the one whose check digit is wrong waits with the reason", async () => {
  const sheet = await answered([...added(8, "新甲某", wrong), ...added(9, "新乙某", idOf(901))]);
  const rows = [8, 9].map((row) => [sheet?.getCell(row, AT.name).text, shown(sheet, row, AT.idNumber)]);
  expect(rows).toEqual([
    ["新甲某", { colour: YELLOW, note: expect.stringMatching(/等待核对.*校验码/u) }],
    ["新乙某", { colour: GREEN, note: '""' }],
  ]);
});

test("a known person's id that is corrected into a wrong one is no green cell either", async () => {
  const sheet = await answered([[3, AT.idNumber, wrong]]);
  expect(shown(sheet, 3, AT.idNumber).colour).not.toBe(GREEN);
  expect(shown(sheet, 3, AT.idNumber).note).toMatch(/证件号/u);
});
