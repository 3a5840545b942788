import { decideAway } from "../../apps-script/domain/operations/earlier-decision";
import { operationOf, tablesOf } from "../../apps-script/domain/operations/operation";
import { checkRoster } from "../../apps-script/domain/rules/check-roster";
import { type Column, SCHEMA_VERSION, TABLES, type Table } from "../../apps-script/domain/schema/index";
import { initialTabs } from "../../apps-script/domain/schema/initial";
import type { Value } from "../../apps-script/domain/snapshot/value";
import { sentenceOf } from "../../apps-script/page/sentences";
import { initialise, previewInitialise } from "../../apps-script/src/initialise";
import { explain } from "../../node-sync/src/explain";
import { perform } from "../../node-sync/src/perform";
import type { Lab } from "../hosts/lab";
import { sheetLab } from "./host/sheet-lab";
import { startLoopback } from "./loopback";
import { apiLab } from "./sheets-api/api-lab";
import type { SheetModel } from "./workbook/sheet-model";
import type { InMemoryWorkbook } from "./workbook/workbook";

const terms = { today: "2024-03-12", head: { time: "2024-03-12T08:00:00+08:00", clerk: "前台", source: "命令行" } } as const;
const operation = operationOf("check-roster", "名册检查", checkRoster);
const tables = Object.values<Table>(TABLES);

interface Place {
  readonly lab: Lab;
  readonly book: InMemoryWorkbook;
  readonly close: () => Promise<void>;
}

const PLACES: readonly [string, () => Promise<Place>][] = [
  [
    "inside Google",
    async () => {
      const lab = sheetLab();
      return { lab, book: lab.google.workbook, close: async () => undefined };
    },
  ],
  [
    "over the Sheets API",
    async () => {
      const google = await startLoopback();
      return { lab: await apiLab(google), book: google.workbook, close: () => google.close() };
    },
  ],
];

/** A Sheet as this program makes it. */
async function fresh({ lab: { host } }: Place): Promise<void> {
  const lock = await host.lock();
  await host.addTabs(tables);
  await host.read();
  const kindOf = (value: Value): "number" | "text" => (typeof value === "number" ? "number" : "text");
  const cellsOf = (title: string, rows: readonly (readonly Value[])[]) =>
    rows.flatMap((row, at) => row.map((value, column) => ({ sheet: title, at: at + 2, column, value, kind: kindOf(value) })));
  await host.write([initialTabs(2024, "W-1").flatMap(({ table, rows }) => cellsOf(table.title, rows))]);
  await lock.release();
}

/** The same as the first version made it: without what came since, with the lists, hints and colours of then. */
function asVersionOne(book: InMemoryWorkbook): void {
  book.deleteSheet(sheetOf(book, "封印"));
  for (const table of tables) {
    const sheet = book.sheetTitled(table.title);
    if (!sheet) continue;
    const young = Object.values<Column>(table.columns).filter(({ since = 1 }) => since > 1);
    for (const { title } of young.reverse()) clearColumn(sheet, columnOf(sheet, title));
  }
  for (const row of rowsOf(sheetOf(book, "设置"))) if (row[0]?.value === "表结构版本" && row[1]) row[1].value = 1;
  const payments = sheetOf(book, "缴费");
  const method = columnOf(payments, "方式");
  for (const row of rowsOf(payments).slice(1)) {
    const cell = row[method - 1];
    if (cell?.validation) cell.validation = { ...cell.validation, values: ["现金", "微信", "支付宝"] };
  }
  const roster = sheetOf(book, "名册");
  const settled = roster.conditionalRules.filter(({ values }) => values.some((formula) => formula.includes("免收")));
  roster.conditionalRules = roster.conditionalRules
    .filter((rule) => !settled.includes(rule))
    .map((rule) => ({
      ...rule,
      values: rule.values.map((formula) =>
        formula.replace(/,[A-Z$]+2="未报到"/u, "").replace(/OR\(([A-Z$]+2="部分")[^)]*\)/u, "$1"),
      ),
    }));
  payments.cell(1, columnOf(payments, "分摊到")).note = "报名编号，多个用顿号隔开；可写 编号=金额";
  const conflicts = sheetOf(book, "冲突");
  conflicts.cell(1, columnOf(conflicts, "采用")).note = "写“我方”“对方”，或直接写值";
}

function sheetOf(book: InMemoryWorkbook, title: string): SheetModel {
  const sheet = book.sheetTitled(title);
  if (!sheet) throw new Error(`no ${title}`);
  return sheet;
}

const rowsOf = (sheet: SheetModel) => sheet.rows.map(({ cells }) => cells);

function columnOf(sheet: SheetModel, title: string): number {
  return (rowsOf(sheet)[0]?.findIndex((cell) => cell?.value === title) as number) + 1;
}

function clearColumn(sheet: SheetModel, column: number): void {
  for (const cells of rowsOf(sheet)) delete cells[column - 1];
  const state = sheet.columns[column - 1];
  if (state) [state.hidden, state.width] = [false, 100];
}

/** All that a person sees of our columns but the cells' contents. */
function looksOf(book: InMemoryWorkbook): unknown {
  return tables.map((table) => {
    const sheet = sheetOf(book, table.title);
    const columns = Object.values<Column>(table.columns).map(({ title }) => {
      const at = columnOf(sheet, title);
      const [header, first] = [sheet.peek(1, at), sheet.peek(2, at)];
      const last = sheet.peek(sheet.maxRows, at);
      return [
        title,
        { note: header?.note, look: header?.looks, width: { ...sheet.columns[at - 1] } },
        { check: first?.validation ?? null, format: first?.numberFormat, looks: first?.looks },
        { check: last?.validation ?? null },
      ];
    });
    return [table.title, sheet.hidden, columns, sheet.conditionalRules];
  });
}

describe.each(PLACES)("a Sheet of the first version, %s", (_name, open) => {
  let place: Place;
  beforeEach(async () => {
    place = await open();
    await fresh(place);
  });
  afterEach(() => place.close());

  test("looks like a new one once it is brought up", async () => {
    const wanted = looksOf(place.book);
    asVersionOne(place.book);
    expect(columnOf(sheetOf(place.book, "单位"), "代报单位")).toBe(0);
    const receipt = await perform(place.lab.host, operation, terms);
    expect(receipt.isMigrated).toBe(true);
    expect(receipt.changes.findings.filter(({ code }) => code === "W11")).toEqual([]);
    expect(looksOf(place.book)).toEqual(wanted);
    const settings = rowsOf(sheetOf(place.book, "设置"));
    expect(settings.find(([item]) => item?.value === "表结构版本")?.[1]?.value).toBe(SCHEMA_VERSION);
    expect((await perform(place.lab.host, operation, terms)).isMigrated).toBe(false);
  });

  test("takes each word of each list where it is typed, and no other without a warning", async () => {
    asVersionOne(place.book);
    const { host } = place.lab;
    await perform(host, operation, terms);
    const before = await host.read();
    const typed = tables.flatMap((table) => {
      const grid = before.find(({ title }) => title === table.title);
      const first = Math.max(1, ...(grid?.rows ?? []).map(({ at }) => at)) + 1;
      return Object.values<Column>(table.columns)
        .flatMap((column) => (column.allowed ?? []).map((word) => ({ column, word })))
        .map(({ column, word }, index) => ({
          owner: column.owner,
          offered: sheetOf(place.book, table.title).peek(first + index, columnOf(sheetOf(place.book, table.title), column.title)),
          cell: {
            sheet: table.title,
            at: first + index,
            column: (grid?.header ?? []).indexOf(column.title),
            value: word,
            kind: "text" as const,
          },
        }));
    });
    expect(typed.length).toBeGreaterThan(60);
    const lock = await host.lock();
    await host.read();
    await host.write([typed.map(({ cell }) => cell)]);
    await lock.release();
    const after = await host.read();
    const held = typed.map(
      ({ cell: { sheet, at, column } }) =>
        after.find(({ title }) => title === sheet)?.rows.find((row) => row.at === at)?.values[column],
    );
    expect(held).toEqual(typed.map(({ cell }) => cell.value));
    const chosen = typed.filter(({ owner }) => owner !== "computed" && owner !== "system");
    const odd = chosen.filter(({ offered, cell }) => {
      const words = offered?.validation?.values ?? [];
      return !words.includes(cell.value) || words.includes("甲乙丙");
    });
    expect([chosen.length > 40, odd.map(({ cell }) => `${cell.sheet} ${cell.value}`)]).toEqual([true, []]);
  });

  test("keeps what staff made of it, and names that", async () => {
    asVersionOne(place.book);
    const payments = sheetOf(place.book, "缴费");
    const own = { values: ["现金", "赊"], showDropdown: true, allowInvalid: true, helpText: null };
    const at = columnOf(payments, "方式");
    for (const row of [3, 4, 5]) payments.cell(row, at).validation = own;
    const roster = sheetOf(place.book, "名册");
    const theirs = roster.conditionalRules.map((rule) => ({
      ...rule,
      values: rule.values.map((text) => text.replace('"紧张"', '"快了"')),
    }));
    roster.conditionalRules = theirs;
    const { changes } = await perform(place.lab.host, operation, terms);
    const told = changes.findings.filter(({ code }) => code === "W11").map(({ table, column }) => [table, column]);
    expect(told.sort()).toEqual([
      ["payments", "method"],
      ["roster", "light"],
    ]);
    expect([3, 4, 5].map((row) => payments.peek(row, at)?.validation)).toEqual([own, own, own]);
    expect(payments.peek(2, at)?.validation?.values).toContain("扫码");
    expect(payments.peek(9, at)?.validation?.values).toContain("扫码");
    const ofLights = (rules: typeof roster.conditionalRules) => rules.filter(({ values }) => !/部分|免收/u.test(values.join()));
    expect(ofLights(roster.conditionalRules)).toEqual(ofLights(theirs));
  });
});

test.each([
  ["as it is", 1],
  ["whose version somebody cleared", ""],
])("初始化 of a Sheet of the first version, %s, brings its looks, too", async (_what, version) => {
  const lab = sheetLab();
  const place = { lab, book: lab.google.workbook, close: async () => undefined };
  await fresh(place);
  const wanted = looksOf(place.book);
  asVersionOne(place.book);
  for (const row of rowsOf(sheetOf(place.book, "设置"))) if (row[0]?.value === "表结构版本" && row[1]) row[1].value = version;
  initialise(lab.sheetHost, { planYear: 2024, workbook: "W-1" });
  expect(looksOf(place.book)).toEqual(wanted);
  expect(previewInitialise(lab.sheetHost).isComplete).toBe(true);
});

test("a workbook of a newer program is refused with the name of the program to update", async () => {
  const lab = sheetLab();
  await fresh({ lab, book: lab.google.workbook, close: async () => undefined });
  for (const row of rowsOf(sheetOf(lab.google.workbook, "设置")))
    if (row[0]?.value === "表结构版本" && row[1]) row[1].value = SCHEMA_VERSION + 1;
  const decideOnPage = () => decideAway(lab.sheetHost.read(tablesOf(operation)), operation, terms.today, "b");
  expect(sentenceOf(thrownBy(decideOnPage), "sheet")).toMatch(/较新的程序.*更新表格里的“安培台账”脚本。$/u);
  const refused = await perform(lab.host, operation, terms).catch(explain);
  expect(refused).toMatchObject({ exit: 3, message: expect.stringMatching(/较新的程序.*升级这台电脑上的命令行程序 anpei。$/u) });
});

function thrownBy(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}
