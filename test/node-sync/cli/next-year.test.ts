import { copyFileSync, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { CarryReport } from "../../../apps-script/domain/next-year/carry-report";
import type { Value } from "../../../apps-script/domain/snapshot/value";
import { patchWorkbook } from "../../../node-sync/src/xlsx/patch/patch-workbook";
import { readWorkbook } from "../../../node-sync/src/xlsx/read-workbook";
import { emptyFolder } from "../../support/cli";
import { CommandLine } from "../../support/command-line";
import { SENT_UNITS } from "../../support/sent-office";
import { YEAR_END_PEOPLE as people, yearEndOffice } from "../../support/year-end-office";

const [UNIT] = SENT_UNITS;
const DECEMBER = "2024-12-20";
const JANUARY = "2025-01-10";

type Row = Readonly<Record<string, Value>>;
interface Rolled {
  readonly again: boolean;
  readonly run: string | null;
  readonly report: CarryReport;
  readonly findings: { readonly code: string }[];
}

let command: CommandLine;
beforeAll(() => {
  command = new CommandLine();
});
afterAll(() => command.close());

/** An office at the end of 2024. */
class Office {
  readonly folder = emptyFolder();
  readonly old = join(this.folder, "名册2024.xlsx");
  readonly next = join(this.folder, "名册2025.xlsx");

  static async open(): Promise<Office> {
    const office = new Office();
    writeFileSync(office.old, await yearEndOffice());
    return office;
  }

  async call(book: string, today: string, ...args: string[]) {
    return command.run([...args, "--book", book, "--json", "--today", today]);
  }

  async roll(today = DECEMBER, ...more: string[]) {
    const { exit, json } = await this.call(this.next, today, "init", "--from", this.old, ...more);
    return { exit, ...(json as Rolled & { error?: { code: string; message: string } }) };
  }

  async rows(book: string, tab: string): Promise<Row[]> {
    return ((await this.call(book, JANUARY, "show", tab)).json as { rows: Row[] }).rows;
  }

  async setting(book: string, item: string): Promise<Value> {
    return (await this.rows(book, "设置")).find((row) => row.项 === item)?.值 ?? null;
  }

  /** Somebody types into a cell of a row that `key` begins, in any workbook. */
  async type(path: string, sheet: string, key: string, title: string, value: string, to = path): Promise<string> {
    const bytes = readFileSync(path);
    const { sheets } = await readWorkbook(bytes, { sheets: [sheet], label: basename(path) });
    const rows = sheets[0]?.rows ?? [];
    const header = rows.find(({ cells }) => cells.includes(title))?.cells ?? [];
    const row = rows.find(({ cells }) => cells.includes(key))?.at ?? 0;
    const cells = [{ row, column: header.indexOf(title) + 1, value, kind: "text" as const }];
    writeFileSync(to, await patchWorkbook(bytes, [{ sheet, cells }]));
    return to;
  }
}

test("the whole way: looked at, carried over, carried over again, and nothing changes the second time", async () => {
  const office = await Office.open();
  const looked = await office.roll(DECEMBER, "--dry-run");
  expect([looked.exit, existsSync(office.next), looked.report.carried]).toEqual([0, false, 12]);
  const { exit, report, again } = await office.roll();
  expect({ exit, again, report }).toEqual({ exit: 0, again: false, report: looked.report });
  expect(report).toMatchObject({ carried: 12, cards: 2, educations: 12, units: 3, ended: 12 });
  expect([report.unfinished.length, report.left.left.length, report.money.debts]).toEqual([3, 3, 3600]);
  expect(await office.setting(office.old, "已结转到")).toBe(await office.setting(office.next, "工作簿编号"));
  expect(await office.setting(office.next, "结转自")).toBe("w-2024");
  const roster = await office.rows(office.next, "名册");
  expect(roster.map(({ 报名编号, 人员编号 }) => `${报名编号} ${人员编号}`)).toEqual(
    people.filter((_, at) => at % 5 !== 2).map(({ person }, at) => `B2025-${String(at + 1).padStart(5, "0")} ${person}`),
  );
  expect((await office.rows(office.old, "模拟卡")).map(({ 状态 }) => 状态)).toEqual(["已转出", "已转出"]);
  expect((await office.rows(office.next, "模拟卡")).map(({ 卡号, 状态 }) => [卡号, 状态])).toEqual([
    ["K1", null],
    ["K2", null],
  ]);
  const second = await office.roll();
  expect([second.exit, second.again, second.run, second.report]).toEqual([0, true, null, { ...report, cards: 0 }]);
});

test("unit columns of the old book are as they were", async () => {
  const office = await Office.open();
  const before = await office.rows(office.old, "名册");
  await office.roll();
  expect(await office.rows(office.old, "名册")).toEqual(before);
});

test("cut off between the two books, the next call finds both and only marks", async () => {
  const office = await Office.open();
  const unmarked = readFileSync(office.old);
  await office.roll();
  writeFileSync(office.old, unmarked);
  const made = readFileSync(office.next);
  const { exit, again, run } = await office.roll();
  expect([exit, again, run]).toEqual([0, true, null]);
  expect(readFileSync(office.next)).toEqual(made);
  expect(await office.setting(office.old, "已结转到")).toBe(await office.setting(office.next, "工作簿编号"));
});

test("a late result goes over, what was typed in the new book stays", async () => {
  const office = await Office.open();
  await office.roll();
  await office.type(office.old, "名册", "B2024-00000", "考试状态", "合格");
  await office.type(office.old, "名册", "B2024-00000", "新有效期", "2027-06-14");
  await office.type(office.next, "名册", "B2025-00002", "手机号", "13900000009");
  const { exit, run, report } = await office.roll(JANUARY);
  expect([exit, run, report.unfinished.length]).toEqual([0, "R00002", 2]);
  const [first, second] = await office.rows(office.next, "名册");
  expect(first).toMatchObject({ 证件有效期: "2027-06-14", 状态备注: null, 考试状态: null });
  expect(second).toMatchObject({ 手机号: "13900000009" });
});

test.each<[string, (office: Office) => Promise<unknown>, string]>([
  ["another file that is there", async (office) => writeFileSync(office.next, readFileSync(office.old)), "exists"],
  ["rows without numbers", (office) => office.type(office.old, "名册", "B2024-00003", "报名编号", ""), "not-ready"],
])("%s is refused, and nothing is written", async (_name, make, code) => {
  const office = await Office.open();
  await make(office);
  const [old, next] = [readFileSync(office.old), existsSync(office.next) ? readFileSync(office.next) : null];
  const { exit, error } = await office.roll();
  expect([exit, error?.code]).toEqual([3, code]);
  expect(readFileSync(office.old)).toEqual(old);
  expect(existsSync(office.next) ? readFileSync(office.next) : null).toEqual(next);
});

test("another year than the next one is refused", async () => {
  const office = await Office.open();
  expect(await office.roll(DECEMBER, "--year", "2026")).toMatchObject({ exit: 3, error: { code: "not-ready" } });
});

test("a book that was carried over is not carried over into a second one", async () => {
  const office = await Office.open();
  await office.roll();
  const other = await office.call(join(office.folder, "另一本.xlsx"), DECEMBER, "init", "--from", office.old);
  expect(other).toMatchObject({ exit: 3, json: { error: { code: "exists" } } });
});

test("neither half is undone alone", async () => {
  const office = await Office.open();
  await office.roll();
  for (const book of [office.old, office.next]) {
    expect(await office.call(book, JANUARY, "undo")).toMatchObject({ exit: 3, json: { error: { code: "not-undoable" } } });
  }
});

describe("taken back", () => {
  const undo = (office: Office) => office.call(office.next, JANUARY, "init", "--from", office.old, "--undo");

  test("while nobody worked in the new book: it is put aside, the old one may be carried over anew", async () => {
    const office = await Office.open();
    await office.roll();
    const { exit, json } = await undo(office);
    expect([exit, existsSync(office.next)]).toEqual([0, false]);
    expect(existsSync((json as { aside: string }).aside)).toBe(true);
    expect(await office.setting(office.old, "已结转到")).toBeNull();
    expect((await office.rows(office.old, "模拟卡")).map((row) => row.状态)).toEqual(["未领", "未领"]);
    expect(await office.roll()).toMatchObject({ exit: 0, again: false, report: { carried: 12, cards: 2 } });
  });

  test.each<[string, (office: Office) => Promise<unknown>]>([
    ["an action ran", (office) => office.call(office.next, JANUARY, "run", "check-roster")],
    ["something was typed", (office) => office.type(office.next, "名册", "B2025-00001", "备注", "来过")],
    ["a contact was typed in 单位", (office) => office.type(office.next, "单位", UNIT, "联系人", "李会计")],
    ["a paper was ticked in 资料", (office) => office.type(office.next, "资料", "B2025-00001", "信息·学历证明", "")],
    ["a fee was changed in 设置", (office) => office.type(office.next, "设置", "再培训费", "值", "320")],
  ])("not once %s", async (_name, work) => {
    const office = await Office.open();
    await office.roll();
    await work(office);
    const before = readFileSync(office.old);
    expect(await undo(office)).toMatchObject({ exit: 3, json: { error: { code: "not-undoable" } } });
    expect([existsSync(office.next), readFileSync(office.old).equals(before)]).toEqual([true, true]);
  });
});

describe("taken back where the new book is not found", () => {
  const undo = (office: Office, book: string, ...more: string[]) =>
    office.call(join(office.folder, book), JANUARY, "init", "--from", office.old, "--undo", ...more);

  test("another path is refused: the book may live elsewhere, and the cards with it", async () => {
    const office = await Office.open();
    await office.roll();
    expect(await undo(office, "写错.xlsx")).toMatchObject({ exit: 3, json: { error: { code: "not-undoable" } } });
    expect(await office.setting(office.old, "已结转到")).toBe(await office.setting(office.next, "工作簿编号"));
    rmSync(office.next);
    expect(await undo(office, "名册2025.xlsx", "--force")).toMatchObject({ exit: 0, json: { aside: null } });
    expect(await office.setting(office.old, "已结转到")).toBeNull();
  });

  test("one that was put aside already, by a call that was cut off, is found there", async () => {
    const office = await Office.open();
    await office.roll();
    const marked = readFileSync(office.old);
    const { json } = await undo(office, "名册2025.xlsx");
    writeFileSync(office.old, marked);
    expect((await undo(office, "名册2025.xlsx")).json).toEqual(json);
    expect(await office.setting(office.old, "已结转到")).toBeNull();
  });
});

describe("a unit's file of the old year that comes back in January", () => {
  let office: Office;
  const out = (name: string): string => join(office.folder, name, `${UNIT}.xlsx`);
  beforeAll(async () => {
    office = await Office.open();
    await office.call(office.old, "2024-11-01", "export", "--out", join(office.folder, "十一月"));
    await office.type(office.old, "名册", "B2024-00001", "备注", "中心加的");
    await office.call(office.old, "2024-12-01", "export", "--out", join(office.folder, "十二月"));
    await office.roll();
  });

  interface Received {
    readonly files?: readonly { readonly kind: string; readonly rows: object; readonly cells: object }[];
    readonly error?: { readonly code: string; readonly message: string };
  }
  async function received(path: string): Promise<Received> {
    return (await office.call(office.next, JANUARY, "import", path, "--replies", join(office.folder, "回执"))).json as Received;
  }

  test("is merged with last year's base: only what the unit changed is taken, and the second time nothing", async () => {
    const path = await office.type(out("十二月"), "学员", "赵平某", "手机号", "13811112222", join(office.folder, "发回.xlsx"));
    // Of the five people one left in 2024 and was not carried over: that row is refused, with its sentence.
    expect((await received(path)).files).toMatchObject([
      { kind: "returned", rows: { changed: 1, unchanged: 3, refused: 1, missing: 0 }, cells: { applied: 1, conflicts: 0 } },
    ]);
    const roster = await office.rows(office.next, "名册");
    expect(roster.find((row) => row.姓名 === "赵平某")).toMatchObject({ 手机号: "13811112222", 申报类型: "再培训" });
    expect(roster).toHaveLength(12);
    copyFileSync(path, join(office.folder, "再发.xlsx"));
    expect((await received(join(office.folder, "再发.xlsx"))).files).toMatchObject([{ cells: { applied: 0, conflicts: 0 } }]);
  });

  test("an older one is refused with a sentence, and stays", async () => {
    const path = await office.type(out("十一月"), "学员", "赵平某", "手机号", "13833334444", join(office.folder, "旧.xlsx"));
    const { error } = await received(path);
    expect(error).toMatchObject({ code: "E31" });
    expect(error?.message).toContain("去年的表，请用今年的表");
    expect(existsSync(path)).toBe(true);
  });
});

test("a year that was ended refuses runs with a sentence, and can be opened again", async () => {
  const office = await Office.open();
  await office.roll();
  const closed = await office.call(office.old, "2025-02-20", "do", "close-year");
  expect(closed.exit).toBe(0);
  expect(JSON.stringify(closed.json)).toContain("3人的培训或考试没有结束");
  const refused = await office.call(office.old, "2025-02-21", "run", "all");
  expect(refused).toMatchObject({ exit: 3, json: { error: { code: "ended" } } });
  expect(await office.call(office.old, "2025-02-21", "do", "close-year", "--reopen", "是")).toMatchObject({ exit: 0 });
  expect((await office.call(office.old, "2025-02-21", "run", "all")).exit).not.toBe(3);
});
