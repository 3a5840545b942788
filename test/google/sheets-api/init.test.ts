import { resolve } from "node:path";
import { SCHEMA_VERSION, TABLES } from "../../../apps-script/domain/schema/index";
import { snapshotOf } from "../../../apps-script/domain/snapshot/snapshot";
import { initialise } from "../../../apps-script/src/initialise";
import { CommandLine } from "../../support/command-line";
import { sheetLab } from "../host/sheet-lab";
import { dumpTabs } from "../lab";
import { type Loopback, startLoopback } from "../loopback";
import { type Cell, hasContent } from "../workbook/cell";
import type { SheetModel } from "../workbook/sheet-model";
import type { InMemoryWorkbook } from "../workbook/workbook";
import { apiLab, emptySheet } from "./api-lab";

const plan = resolve(__dirname, "../../../templates/2024年培训计划.txt");
let google: Loopback;
let commands: CommandLine;

beforeAll(async () => {
  google = await startLoopback();
  commands = new CommandLine(google);
});
beforeEach(() => emptySheet(google));
afterAll(async () => {
  await commands.close();
  await google.close();
});

const init = (...more: string[]) =>
  commands.run(["init", "--json", "--today", "2024-01-02", "--sheet", google.spreadsheetId, ...more]);

/** A cell as a text: kind of value, value, format, note, dropdown, looks. */
function look(cell: Cell | undefined): string {
  if (!cell) return "";
  const { value, formula, numberFormat, note, validation: rule, looks } = cell;
  const { background, fontColor, fontWeight, wrap, horizontalAlignment, verticalAlignment } = looks;
  const list = rule ? `${rule.values} ${rule.showDropdown} ${rule.allowInvalid} ${rule.helpText}` : "-";
  const paint = `${background} ${fontColor} ${fontWeight} ${wrap} ${horizontalAlignment} ${verticalAlignment}`;
  return `${typeof value} ${value}|${formula}|${numberFormat}|${note}|${list}|${paint}`;
}

/** Everything about a tab that can be seen; of rows alike below each other the first one, with how many there are. */
function seen(sheet: SheetModel) {
  const { title, hidden, frozenRows, frozenColumns, tabColor, filter, merges, conditionalRules, protections, columns } = sheet;
  const rows: { row: string; times: number }[] = [];
  for (const { cells, hidden: isHidden, height } of sheet.rows) {
    const row = `${cells.map(look).join("\n")}\n${isHidden} ${height}`;
    const last = rows.at(-1);
    if (last?.row === row) last.times++;
    else rows.push({ row, times: 1 });
  }
  // A legend has names in the one and not in the other, whose API has none.
  const charts = sheet.charts.map(({ options: { title: name }, ...chart }) => ({ ...chart, name }));
  return {
    title,
    hidden,
    frozenRows,
    frozenColumns,
    tabColor,
    filter,
    merges,
    conditionalRules,
    protections,
    columns,
    rows,
    charts,
  };
}

function ours(book: InMemoryWorkbook) {
  return book.sheets.filter(({ title }) => title !== "Sheet1").map(seen);
}

test("builds what the add-on's 初始化 builds: every cell, format, dropdown, colour, width, frozen line and filter", async () => {
  const lab = sheetLab();
  initialise(lab.sheetHost, { planYear: 2024, workbook: "W-1" });
  const { exit, json } = await init();
  expect([exit, json]).toEqual([0, { sheet: google.spreadsheetId, schema: SCHEMA_VERSION, plan: { classes: 0, findings: [] } }]);
  // What may differ: the name of the workbook.
  const settings = google.workbook.sheetTitled("设置");
  const named = settings?.rows.findIndex(({ cells }) => cells[0]?.value === "工作簿编号") ?? -1;
  const name = settings?.peek(named + 1, 2);
  expect(name?.value).toMatch(/^[0-9a-f]{12}$/);
  if (name) name.value = "W-1";
  const [made, expected] = [ours(google.workbook), ours(lab.google.workbook)];
  expect(made.map(({ title }) => title)).toEqual(expected.map(({ title }) => title));
  for (const [index, tab] of made.entries()) expect(tab).toEqual(expected[index]);
});

test("one batchUpdate makes all of it, and what people have there stays", async () => {
  const own = google.workbook.sheets[0];
  own?.enter(1, 1, "通讯录");
  expect((await init()).exit).toBe(0);
  const building = google.requests.filter(({ json }) => JSON.stringify(json ?? null).includes("repeatCell"));
  expect(building.map(({ method }) => method)).toEqual(["sheets.spreadsheets.batchUpdate"]);
  expect(google.workbook.sheets.map(({ title }) => title)).toEqual([
    "Sheet1",
    ...Object.values(TABLES).map(({ title }) => title),
  ]);
  expect(own?.rows.flatMap(({ cells }) => cells.filter(hasContent)).map((cell) => cell?.value)).toEqual(["通讯录"]);
});

test("with the plan, the Sheet is ready for work", async () => {
  expect(await init("--plan", plan)).toMatchObject({ exit: 0, json: { plan: { classes: 11 } } });
  const lab = await apiLab(google);
  const { plan: classes, settings, runs } = snapshotOf(await lab.host.read());
  expect([classes.length, runs.map(({ id, state }) => [id, state])]).toEqual([11, [["R00001", "完成"]]]);
  expect(settings.find(({ item }) => item === "计划年度")?.value).toBe(2024);
});

test("a dry run looks and writes nothing; a Sheet with one of our tabs is refused and left alone", async () => {
  expect((await init("--dry-run")).exit).toBe(0);
  expect(google.workbook.sheets.map(({ title }) => title)).toEqual(["Sheet1"]);
  google.workbook.addSheet("缴费").enter(1, 1, "我的");
  const before = dumpTabs(google.workbook);
  for (const more of [["--dry-run"], []])
    expect(await init(...more)).toMatchObject({
      exit: 3,
      json: { error: { code: "exists", message: expect.stringContaining("“缴费”") } },
    });
  expect(dumpTabs(google.workbook)).toEqual(before);
});

test("an answer that gets lost on the way is looked for: the tabs are made once", async () => {
  let cuts = 1;
  const stop = google.faults.rule(({ json }) =>
    JSON.stringify(json ?? null).includes("repeatCell") && cuts-- > 0 ? { kind: "cut-after" } : null,
  );
  expect((await init()).exit).toBe(0);
  stop();
  expect([cuts, google.workbook.sheets.length]).toEqual([0, 1 + Object.keys(TABLES).length]);
});
