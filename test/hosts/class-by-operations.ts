import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { checkInForm, FORM_COLUMNS, FORM_MARK_SHEET } from "../../apps-script/domain/operations/desk/check-in-form";
import type { GivenFile } from "../../apps-script/domain/operations/inputs/field";
import { loadPlanOperation } from "../../apps-script/domain/operations/load-plan";
import { type Operation, operationOf, without } from "../../apps-script/domain/operations/operation";
import { CLERK_OPERATIONS } from "../../apps-script/domain/operations/registry";
import { undoOperation } from "../../apps-script/domain/operations/undo";
import { readPlanText } from "../../apps-script/domain/plan/read-plan";
import { ruleOf } from "../../apps-script/domain/rules/actions";
import { classFinder } from "../../apps-script/domain/rules/class-finder";
import { contextOf } from "../../apps-script/domain/rules/context";
import { type Snapshot, snapshotOf } from "../../apps-script/domain/snapshot/snapshot";
import type { Value } from "../../apps-script/domain/snapshot/value";
import { perform, type Receipt } from "../../node-sync/src/perform";
import { idOf } from "../domain/people/residents";
import { addRows, freshTabs, type Lab, type LabTab, tabOf } from "./lab";

export const notice = readFileSync(resolve(__dirname, "../../templates/2024年培训计划.txt"), "utf8");

/** A class's people; the last is of the next class and walks in. Two of the first three have the same last four digits. */
export function classTabs(people: number): LabTab[] {
  const tabs = freshTabs();
  addRows(
    tabOf(tabs, "名册"),
    Array.from({ length: people }, (_, at) => ({
      姓名: `人${String.fromCodePoint(0x4e00 + at)}`,
      证件号: idOf(at === 1 ? "19800102" : "19800101", at === 1 ? 3 : at + 1),
      手机号: at === 2 ? "19900008000" : at === 0 ? "19910008000" : `199000${String(10001 + at)}`,
      工作单位: ["甲矿", "乙矿", "丙矿"][at % 3] ?? "甲矿",
      职位: "安全生产管理人员",
      学历: "大专",
      申报类型: "再培训",
      证件有效期: at === people - 1 ? "2024-07-20" : "2024-05-20",
    })),
  );
  addRows(
    tabOf(tabs, "单位"),
    ["甲矿", "乙矿", "丙矿"].map((name) => ({ 单位全称: name })),
  );
  const conflict = { 报名编号: "B2024-00001", 列: "学历", 我方: "大专", 对方: "本科", 来源: "甲矿.xlsx#a1b2c3" };
  addRows(tabOf(tabs, "冲突"), [conflict]);
  return tabs;
}

/** Every cell that holds something, but for the log and the counters. */
export const filledCells = (tabs: readonly LabTab[]): string[] =>
  tabs
    .filter(({ title }) => title !== "操作记录" && title !== "_改动")
    .flatMap(({ title, cells }) =>
      cells.flatMap((line, row) =>
        String(line[0]).endsWith("计数")
          ? []
          : line.flatMap((cell, column) => (cell === null ? [] : [`${title}!${row}:${column} ${String(cell)}`])),
      ),
    )
    .sort();

/** The 报到收费表 of a class as it comes back: of one unit all have come and paid in cash. */
function formOf(snapshot: Snapshot, today: string, unit: string): GivenFile {
  const one = classFinder(snapshot).named("再培训班第二期");
  if (one === null) throw new Error("no class");
  const { mark, day, lines } = checkInForm(snapshot, contextOf(snapshot, today), one, "f1");
  const rows = [["报到日期", day], FORM_COLUMNS, ...lines.map((cells) => (cells[1] === unit ? came(cells) : cells))];
  const marks = [
    ["用途", "报到收费表"],
    ["工作簿编号", mark.workbook],
    ["表号", mark.form],
    ["班级", mark.class],
  ];
  const sheet = (name: string, cells: readonly (readonly Value[])[]) => ({
    name,
    hidden: name === FORM_MARK_SHEET,
    rows: cells.map((line, index) => ({ at: index + 1, cells: line })),
  });
  return { file: "报到收费表.xlsx", sheets: [sheet("报到收费表", rows), sheet(FORM_MARK_SHEET, marks)] };
}

function came(cells: readonly Value[]): readonly Value[] {
  return cells.map((cell, place) => (FORM_COLUMNS[place] === "现金" ? 300 : cell === "□" ? "√" : cell));
}

/** What an operation that has nothing to do fails with. */
export const NOTHING = "nothing to do";

/** Who runs the class: on a host, or a person at the page. What is not taken, or does nothing, is an error with the sentence. */
export interface ClassDesk {
  loadPlan(text: string, today: string): Promise<void>;
  all(today: string, leftOut?: readonly string[]): Promise<void>;
  /** What the operation said. */
  do(id: string, today: string, given: Readonly<Record<string, unknown>>): Promise<string>;
  /** Takes a 报到收费表 that came back; null where no files are taken. */
  readonly takeForm: ((form: GivenFile, today: string) => Promise<void>) | null;
  /** Takes the last run back, all of it. */
  undo(today: string): Promise<void>;
  book(): Promise<Snapshot>;
  dump(): Promise<LabTab[]>;
}

/** The operations as the command line runs them. */
export function hostDesk(lab: Lab): ClassDesk {
  const performed = async <R>(operation: Operation<R>, today: string): Promise<Receipt<R>> =>
    perform(lab.host, operation, { today, head: { time: `${today}T09:00:00+08:00`, clerk: "甲", source: "命令行" } });
  const done = async (id: string, today: string, given: Readonly<Record<string, unknown>>): Promise<string> => {
    const bound = CLERK_OPERATIONS.find((one) => one.id === id)?.bind(given, "甲");
    if (!bound || "problems" in bound) throw new Error(`${id}: ${JSON.stringify(bound)}`);
    const { run, report } = await performed(bound, today);
    if (run === null || !report) throw new Error(NOTHING);
    return report.said;
  };
  return {
    loadPlan: async (text, today) => void (await performed(loadPlanOperation(readPlanText(text).classes, 2024), today)),
    all: async (today, leftOut = []) =>
      void (await performed(without(operationOf("all", "全部执行", ruleOf("all")), new Set(leftOut)), today)),
    do: done,
    takeForm: async (file, today) => void (await done("check-in", today, { file })),
    undo: async (today) => expect((await performed(undoOperation(), today)).kept).toEqual([]),
    book: async () => snapshotOf(await lab.host.read()),
    dump: () => lab.dump(),
  };
}

/** A class from its sign-ups to the certificates by operations alone; all figures are counted over the tabs. */
export async function runClass(desk: ClassDesk, people: number) {
  let runs = 0;
  const doing = async (id: string, today: string, given: Readonly<Record<string, unknown>>): Promise<string> => {
    const said = await desk.do(id, today, given);
    runs++;
    return said;
  };
  const count = async (column: "booking" | "reportedInOn" | "trained" | "exam" | "issuedOn" | "feeState", value?: string) =>
    (await desk.book()).roster.filter((row) => (value === undefined ? row[column] !== null : row[column] === value)).length;
  const inClass = people - 1;

  await desk.loadPlan(notice, "2024-01-02");
  await desk.all("2024-03-01");
  const before = filledCells(await desk.dump());

  await doing("pre-register", "2024-03-02", { people: "再二", class: "再二" });
  await doing("booking", "2024-03-05", { people: "再二", state: "待审" });
  await doing("booking", "2024-03-07", { people: "再二", state: "通过" });
  await doing("booking", "2024-03-08", { people: "B2024-00004", state: "退回", reason: "没有公章" });
  expect([await count("booking", "通过"), await count("booking", "退回")]).toEqual([inClass - 1, 1]);
  await doing("papers", "2024-03-20", { people: "再二", papers: "全部" });

  await expect(doing("check-in", "2024-03-26", { people: "8000", method: "现金" })).rejects.toThrow("尾号");
  await expect(doing("check-in", "2024-03-26", { people: "再二", method: "现金" })).rejects.toThrow("省厅预约状态是“退回”");
  await doing("check-in", "2024-03-26", { people: "再二+甲矿", method: "扫码", reason: "省厅已经同意" });
  await doing("pay", "2024-03-26", { unit: "乙矿", amount: 300 * Math.ceil(inClass / 3) + 100, method: "转账" });
  await doing("check-in", "2024-03-26", { people: "再二+乙矿", method: "现金" });
  const form = formOf(await desk.book(), "2024-03-26", "丙矿");
  if (desk.takeForm) {
    await desk.takeForm(form, "2024-03-27");
    runs++;
  } else await doing("check-in", "2024-03-27", { people: "再二+丙矿", method: "现金", day: "2024-03-26" });
  expect(await count("reportedInOn", "2024-03-26")).toBe(inClass);
  if (desk.takeForm) await expect(desk.takeForm(form, "2024-03-27")).rejects.toThrow(NOTHING);
  const settled = await doing("settle", "2024-03-26", { source: "甲矿.xlsx", side: "对方" });
  expect([settled, (await desk.book()).conflicts.length]).toEqual([expect.stringContaining("学历采用对方“本科”"), 0]);
  const walkIn = await doing("check-in", "2024-03-26", {
    people: `B2024-000${people}`,
    class: "再二",
    method: "现金",
    reason: "换班",
  });
  expect(walkIn).toContain("班级“再培训班第二期”");
  expect(await count("reportedInOn")).toBe(people);
  const [of] = (await desk.book()).payments.filter(({ shares }) => shares === "B2024-00001");
  await doing("refund", "2024-03-27", { payment: of?.key, people: "B2024-00001", amount: 100, reason: "多收" });
  expect((await desk.book()).payments.find(({ refundOf }) => refundOf !== null)).toMatchObject({
    refundOf: of?.key,
    amount: -100,
  });
  await doing("invoice", "2024-03-27", { payments: of?.key, invoice: "0001" });
  await doing("edit", "2024-03-27", { cells: "B2024-00002|状态备注||住宿自理" });
  await expect(doing("edit", "2024-03-27", { cells: "B2024-00002|状态备注||另一句" })).rejects.toThrow("现在是“住宿自理”");

  const paid = (await desk.book()).payments.reduce((sum, { amount }) => sum + Number(amount), 0);
  const shared = (await desk.book()).roster.reduce((sum, { feePaid }) => sum + Number(feePaid), 0);
  const left = (await desk.book()).payments.reduce((sum, { unshared }) => sum + Number(unshared), 0);
  expect([paid, shared]).toEqual([shared + left, people * 300 - 100]);
  expect([await count("feeState", "已缴"), await count("feeState", "部分")]).toEqual([people - 1, 1]);

  await doing("complete", "2024-03-30", { class: "再二", absent: "B2024-00005" });
  expect(await count("trained")).toBe(people - 1);
  const failed = [6, 7, 8, 9, 10].map((at) => `B2024-000${String(at).padStart(2, "0")}`);
  const passed = (await desk.book()).roster
    .filter(({ key, trained }) => trained !== null && !failed.includes(key))
    .map(({ key }) => key);
  await doing("book-exam", "2024-03-31", { people: [...passed, ...failed], day: "2024-04-10", place: "考试点" });
  await doing("exam", "2024-04-11", { people: passed, result: "合格", day: "2024-04-10" });
  await doing("exam", "2024-04-11", { people: failed, score: 60, day: "2024-04-10" });
  expect([await count("exam", "合格"), await count("exam", "不合格")]).toEqual([people - 6, 5]);
  await doing("book-exam", "2024-04-12", { people: failed, day: "2024-04-20" });
  await doing("exam", "2024-04-21", { people: failed.slice(1), score: 85, day: "2024-04-20" });
  await doing("exam", "2024-04-21", { people: failed.slice(0, 1), score: 70, day: "2024-04-20" });
  expect([await count("exam", "合格"), await count("exam", "不合格")]).toEqual([people - 2, 1]);
  expect((await desk.book()).roster.find(({ key }) => key === failed[1])?.sittings).toBe(
    "2024-04-10 不合格 60分 考试点；2024-04-20 合格 85分",
  );
  await doing("issue", "2024-04-25", { people: "再二", until: "2027-05-20" });
  expect(await count("issuedOn")).toBe(people - 2);

  expect(runs).toBeGreaterThan(21);
  return { runs, before };
}

/** The same on a host, and then all is taken back. */
export function describeClassByOperations(name: string, people: number, make: () => Promise<Lab>): void {
  test(`${name}: a class of ${people} by operations alone, and back`, async () => {
    const lab = await make();
    await lab.load(classTabs(people));
    const desk = hostDesk(lab);
    const { runs, before } = await runClass(desk, people);
    for (let run = 0; run < runs; run++) await desk.undo("2024-04-26");
    expect(filledCells(await desk.dump())).toEqual(before);
  });
}
