import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import * as XLSX from "@e965/xlsx";
import ExcelJS from "exceljs";
import { TABLES, titlesOf } from "../../../apps-script/domain/schema/index";
import { PAYLOAD } from "../../../node-sync/src/google/payload";
import { patchWorkbook } from "../../../node-sync/src/xlsx/patch/patch-workbook";
import { anpei, emptyFolder } from "../../support/cli";
import { CommandLine, type Ended } from "../../support/command-line";
import { dumpTabs } from "../lab";
import { type Loopback, startLoopback } from "../loopback";
import { emptySheet } from "./api-lab";
import { seenInBook } from "./hand-book";

const folder = emptyFolder();
const book = join(folder, "名册.xlsx");
const titles = Object.values(TABLES).map(({ title }) => title);
let google: Loopback;
let commands: CommandLine;
let count = 0;

beforeAll(async () => {
  google = await startLoopback();
  commands = new CommandLine(google);
  const plan = resolve(__dirname, "../../../templates/2024年培训计划.txt");
  anpei(["init", "--book", book, "--plan", plan, "--today", "2024-01-02"]);
  const list = join(folder, "名单.csv");
  writeFileSync(
    list,
    "姓名,证件号,手机号,工作单位,职位,申报类型,证件有效期\n甲一,379999198001010024,19900000001,甲矿,主要负责人,再培训,2024-06-20\n",
  );
  anpei(["import", list, "--book", book, "--today", "2024-03-20"]);
  anpei(["run", "all", "--book", book, "--today", "2024-03-20"]);
});
beforeEach(() => {
  count++;
  emptySheet(google);
});
afterAll(async () => {
  await commands.close();
  await google.close();
});

const copy = (path: string, ...more: string[]): Promise<Ended> =>
  commands.run(["copy", "--json", "--book", path, "--sheet", google.spreadsheetId, ...more]);
const back = (): string => join(folder, `回${count}.xlsx`);

test("a workbook at work goes over and comes back with every value, and goes on working on either side", async () => {
  const there = await copy(book);
  expect(there).toMatchObject({
    exit: 0,
    json: { to: google.spreadsheetId, applied: true, notCopied: [], formulas: {}, differences: [] },
  });
  expect((there.json as { tabs: { tab: string }[] }).tabs.map(({ tab }) => tab)).toEqual(titles);
  expect(google.workbook.sheets.filter(({ hidden }) => hidden).map(({ title }) => title)).toEqual(["底稿", "_改动", "封印"]);
  expect(await copy(back(), "--back")).toMatchObject({
    exit: 0,
    json: { applied: true, notCopied: ["Sheet1"], differences: [] },
  });
  // A copy has a name and a secret of its own.
  const ours = (file: string) => {
    const seen = [...seenInBook(readFileSync(file))];
    const name = seen.find(([, cell]) => cell === 's "工作簿编号"')?.[0].replace("设置 A", "设置 B");
    const isOwn = (place: string): boolean => /^(?:说明|封印) /.test(place) || place === name;
    return Object.fromEntries(seen.filter(([place, cell]) => !isOwn(place) && !cell.startsWith("z")));
  };
  expect(ours(back())).toEqual(ours(book));
  const undone = (await commands.run(["undo", "--json", "--sheet", google.spreadsheetId])).json as { changes: unknown };
  expect(undone.changes).toEqual((anpei(["undo", "--json", "--book", back()]).json as { changes: unknown }).changes);
});

test("the copy in the Sheet is dressed, wherever staff have moved the columns; dropdowns of the file follow them back", async () => {
  const moved = join(folder, "挪过.xlsx");
  const workbook = XLSX.read(readFileSync(book), { cellDates: false, cellNF: true });
  const plan = XLSX.utils.sheet_to_json<unknown[]>(workbook.Sheets.培训计划 ?? {}, { header: 1 });
  workbook.Sheets.培训计划 = XLSX.utils.aoa_to_sheet(plan.map((line) => [...line.slice(2), ...line.slice(0, 2)]));
  XLSX.writeFile(workbook, moved);
  expect((await copy(moved)).exit).toBe(0);
  const sheet = google.workbook.sheetTitled("培训计划");
  expect([sheet?.value(1, 1), sheet?.peek(1, 1)?.looks.fontWeight, sheet?.frozenRows]).toEqual(["班级名称", "bold", 1]);
  expect((await copy(back(), "--back")).exit).toBe(0);
  const { files } = XLSX.read(readFileSync(back()), { bookFiles: true }) as unknown as {
    files: Record<string, { content?: Buffer }>;
  };
  const lists = String(files["xl/worksheets/sheet2.xml"]?.content);
  expect(lists).toContain("$A$2:$A$100");
});

test("staff's own tabs are named, formulas go over as results, and their own columns go along", async () => {
  const width = titlesOf(TABLES.units).length;
  const own = join(folder, "自己的.xlsx");
  const excel = new ExcelJS.Workbook();
  excel.addWorksheet("设置").addRows([
    ["项", "值", "说明"],
    ["表结构版本", 1],
  ]);
  excel.addWorksheet("通讯录").getCell("A1").value = "甲";
  const units = excel.addWorksheet("单位");
  units.addRows([[...titlesOf(TABLES.units), "我的列"], ["甲矿"]]);
  units.getCell(2, width + 1).value = "007";
  units.getCell(2, width + 2).value = { formula: "1+2", result: 3 };
  writeFileSync(own, Buffer.from(await excel.xlsx.writeBuffer()));
  const { exit, json } = await copy(own);
  expect([exit, json]).toEqual([0, expect.objectContaining({ notCopied: ["通讯录"], formulas: { 单位: 1 }, differences: [] })]);
  const sheet = google.workbook.sheetTitled("单位");
  expect([sheet?.value(2, width + 1), sheet?.peek(2, width + 1)?.numberFormat, sheet?.value(2, width + 2)]).toEqual([
    "007",
    "@",
    3,
  ]);
});

test("what is too much for one request goes in parts, and shows only when it is whole", async () => {
  const large = join(folder, "大.xlsx");
  const part = `|${"字".repeat(31_000)}`;
  const cells = Array.from({ length: 50 }, (_, index) => ({ row: index + 9, column: 3, value: part, kind: "text" as const }));
  writeFileSync(large, await patchWorkbook(readFileSync(book), [{ sheet: "_改动", cells }]));
  let cuts = 1;
  const isPart = ({ bytes }: { readonly bytes: number }): boolean => bytes > PAYLOAD / 10;
  const stop = google.faults.rule((request) =>
    isPart(request) && !JSON.stringify(request.json).includes("addSheet") && cuts-- > 0 ? { kind: "cut-before" } : null,
  );
  const shows: boolean[] = [];
  const silence = google.onRequest((moment, request) => {
    if (moment === "before" && isPart(request)) shows.push(google.workbook.sheetTitled("名册") !== null);
  });
  expect(await copy(large)).toMatchObject({ exit: 0, json: { differences: [] } });
  stop();
  silence();
  const parts = google.requests.filter(isPart);
  expect([shows.length >= 4, shows.some((shown) => shown), cuts < 1]).toEqual([true, false, true]);
  expect(parts.every(({ bytes }) => bytes <= PAYLOAD * 1.01)).toBe(true);
  expect(google.workbook.sheetTitled("_改动")?.value(58, 3)).toBe(part);
});

test("a copy that was cut off leaves nothing that the next one stumbles over", async () => {
  google.workbook.addSheet("名册（正在建）").enter(1, 1, "半张");
  expect((await copy(book)).exit).toBe(0);
  expect(google.workbook.sheets.map(({ title }) => title)).toEqual(["Sheet1", ...titles]);
});

test.each([
  ["a Sheet that has one of our tabs", () => void google.workbook.addSheet("缴费"), () => [book], 3, "exists"],
  ["a file that is there", () => undefined, () => [book, "--back"], 3, "exists"],
  ["a Sheet without our tabs, back", () => undefined, () => [back(), "--back"], 3, "not-a-workbook"],
  ["a file that is no workbook of ours", () => undefined, () => [resolve(folder, "名单.xlsx")], 3, "not-found"],
])("%s is refused, and nothing is written", async (_, arrange, args, exit, code) => {
  arrange();
  const before = dumpTabs(google.workbook);
  const [path = "", ...more] = args();
  expect(await copy(path, ...more)).toMatchObject({ exit, json: { error: { code } } });
  expect([dumpTabs(google.workbook), existsSync(back())]).toEqual([before, false]);
});

test("a dry run counts and writes nothing; the environment may name either document; others still take only one", async () => {
  const dry = await commands.run(["copy", "--dry-run", "--json"], { ANPEI_BOOK: book, ANPEI_SHEET: google.spreadsheetId });
  expect(dry).toMatchObject({ exit: 0, json: { applied: false, from: book } });
  expect(google.workbook.sheets.map(({ title }) => title)).toEqual(["Sheet1"]);
  expect(await commands.run(["copy", "--json", "--book", book])).toMatchObject({ exit: 2 });
  expect(await commands.run(["show", "名册", "--json", "--book", book, "--sheet", google.spreadsheetId])).toMatchObject({
    exit: 2,
  });
  const people = await commands.run(["copy", "--dry-run", "--book", book, "--sheet", google.spreadsheetId]);
  expect(people.out).toContain("只看结果，没有复制");
});
