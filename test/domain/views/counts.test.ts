import { contextOf } from "../../../apps-script/domain/rules/context";
import type { Grids } from "../../../apps-script/domain/snapshot/grid";
import { snapshotOf } from "../../../apps-script/domain/snapshot/snapshot";
import { boardView } from "../../../apps-script/domain/views/board";
import { classView } from "../../../apps-script/domain/views/class";
import { deskView } from "../../../apps-script/domain/views/desk";
import type { MethodSum, NamedCount } from "../../../apps-script/domain/views/lines";
import { personView } from "../../../apps-script/domain/views/person";
import { remindersView } from "../../../apps-script/domain/views/reminders";
import { runsView } from "../../../apps-script/domain/views/runs";
import { search } from "../../../apps-script/domain/views/search";
import { todayView } from "../../../apps-script/domain/views/today";
import { unitView } from "../../../apps-script/domain/views/unit";
import { livedTabs } from "../../support/counted-workbook";

/** What a view says against what somebody counts who has the tabs alone: cells by the title above them. */
type Line = Readonly<Record<string, string | number | null>>;

const tabIn =
  (grids: Grids) =>
  (title: string): Line[] => {
    const grid = grids.find((one) => one.title === title);
    const lines = (grid?.rows ?? []).map(({ values }) =>
      Object.fromEntries((grid?.header ?? []).map((head, place) => [String(head), values[place] ?? null])),
    );
    return lines.filter((line) => Object.values(line).some((value) => value !== null));
  };

const WITHDRAWN = ["取消", "转班", "离职", "已失效"];
const isWithdrawn = (line: Line): boolean => WITHDRAWN.includes(String(line.报名状态));
const hasEnded = (line: Line): boolean => isWithdrawn(line) || line.报名状态 === "已完成" || line.考试状态 === "合格";
const filled = (value: string | number | null | undefined): boolean => value !== null && value !== undefined;
const keysOf = (lines: readonly Line[]): string[] => lines.map((line) => String(line.报名编号)).sort();
const sorted = ({ people }: { readonly people: readonly string[] }): string[] => [...people].sort();
const sumOf = (lines: readonly Line[], title: string): number => lines.reduce((sum, line) => sum + Number(line[title] ?? 0), 0);
const openOf = (line: Line): number => Math.max(0, Number(line.应缴 ?? 0) - Math.max(0, Number(line.已缴 ?? 0)));

/** `{name: count}` of the lines by a cell. */
function tally(lines: readonly Line[], title: string, empty = ""): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const line of lines) counts[String(line[title] ?? empty)] = (counts[String(line[title] ?? empty)] ?? 0) + 1;
  return counts;
}

const told = (counts: readonly NamedCount[]): Record<string, number> =>
  Object.fromEntries(counts.map(({ name, count }) => [name, count]));

/** What the till has, by how it came. */
function till(payments: readonly Line[]): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const { 金额: amount, 方式: method } of payments) {
    const yuan = Number(String(amount).replace("元", ""));
    if (method === "POS机" || Number.isNaN(yuan)) continue;
    const name = method === "票券" ? "方式不明" : String(method);
    sums[name] = (sums[name] ?? 0) + yuan;
  }
  return sums;
}

const money = (all: readonly MethodSum[]): Record<string, number> =>
  Object.fromEntries(all.map(({ method, amount }) => [method, amount]));

const RESTING = ["已通知", "已确认", "已改", "忽略"];
const isOpen = (line: Line): boolean => !filled(line.现状) && !RESTING.includes(String(line.处理));

const DAYS = ["2024-02-27", "2024-03-26", "2024-05-15", "2024-11-20"] as const;
const SEEDS = process.env.ANPEI_SOAK === undefined ? [1] : Array.from({ length: 12 }, (_, place) => place + 1);
const CASES = SEEDS.flatMap((seed) => DAYS.map((today) => [seed, today] as const));

describe.each(CASES)("workbook %i on %s", (seed, today) => {
  const grids = livedTabs(seed, 70, today);
  const tab = tabIn(grids);
  const [roster, payments, todo] = [tab("名册"), tab("缴费"), tab("待办")];
  const numbers = roster.map((line) => line.报名编号);
  const isAlone = (line: Line): boolean => numbers.filter((one) => one === line.报名编号).length === 1;
  const snapshot = snapshotOf(grids);
  const context = contextOf(snapshot, today);
  const board = boardView(snapshot, context);
  const classes = [...new Set(tab("培训计划").map((line) => String(line.班级名称)))];
  const holders = (name: string): Line[] => roster.filter((line) => line.班级 === name && !isWithdrawn(line));

  test("the board counts people, lights and classes", () => {
    expect(roster.length).toBeGreaterThan(40);
    expect(sorted(board.people)).toEqual(keysOf(roster));
    expect(sorted(board.live)).toEqual(keysOf(roster.filter((line) => !hasEnded(line))));
    expect(told(board.lights)).toEqual(tally(roster, "到期提示"));
    expect(board.classes.map(({ name }) => name).sort()).toEqual([...classes].sort());
    for (const { name, seats, lights } of board.classes) {
      const latest = tab("培训计划").filter((line) => line.班级名称 === name && line.版本 === 1);
      expect([name, seats.taken]).toEqual([name, holders(name).length]);
      expect([name, seats.taken]).toEqual([name, latest[0]?.已分配]);
      expect([seats.capacity, seats.free]).toEqual([
        latest[0]?.容量,
        filled(latest[0]?.容量) ? Number(latest[0]?.容量) - seats.taken : null,
      ]);
      expect(told(lights)).toEqual(tally(holders(name), "到期提示"));
    }
  });

  test("the board counts certificates by month against seats", () => {
    const isDate = (text: string): boolean => new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text) === true;
    const held = roster.filter((line) => line.申报类型 === "再培训" && !isWithdrawn(line) && isDate(String(line.证件有效期)));
    for (const { month, due, classes: names, seats } of board.expiries) {
      expect(sorted(due)).toEqual(keysOf(held.filter((line) => Number(String(line.证件有效期).slice(5, 7)) === month)));
      const own = tab("培训计划").filter(
        (line) =>
          line.版本 === 1 &&
          String(line.月份 ?? "")
            .split("、")
            .includes(String(month)),
      );
      expect([...names].sort()).toEqual(own.map((line) => String(line.班级名称)).sort());
      expect(seats).toBe(own.every((line) => filled(line.容量)) ? sumOf(own, "容量") : null);
    }
  });

  test("the board counts papers", () => {
    const asked = roster.filter((line) => !hasEnded(line) && isAlone(line));
    expect(sorted(board.papers.complete)).toEqual(keysOf(asked.filter((line) => !filled(line.资料缺项))));
    const short = asked.filter((line) => filled(line.资料缺项));
    expect(sorted(board.papers.short)).toEqual(keysOf(short));
    expect(told(board.papers.byUnit)).toEqual(tally(short, "工作单位"));
    const papers = new Map(tab("资料").map((line) => [line.报名编号, line]));
    for (const column of ["报到·证件原件", "报到·报名登记表", "报到·学历证书复印件"]) {
      const lacking = asked.filter((line) => !["已交", "不适用"].includes(String(papers.get(line.报名编号 ?? "")?.[column])));
      expect(board.papers.byPaper.filter(({ name }) => name === column).flatMap(sorted)).toEqual(keysOf(lacking));
    }
    const inStage = (begins: string): string[] => [
      ...new Set(board.papers.byPaper.flatMap(({ name, people }) => (name.startsWith(begins) ? people : []))),
    ];
    for (const [begins, stage] of [["信息·", "我的信息："] as const, ["报到·", "报到："] as const]) {
      expect(inStage(begins).sort()).toEqual(keysOf(short.filter((line) => String(line.资料缺项).includes(stage))));
    }
  });

  test("the board counts money, cards, files and conflicts", () => {
    const { due, paid, open, byMethod, byDay, uncounted } = board.money;
    expect([due, paid, open]).toEqual([
      sumOf(roster, "应缴"),
      sumOf(roster, "已缴"),
      roster.reduce((sum, line) => sum + openOf(line), 0),
    ]);
    expect(money(byMethod)).toEqual(till(payments));
    expect(byDay.map(({ day }) => day)).toEqual([...new Set(payments.map((line) => line.日期))].sort());
    for (const { day, byMethod: own, total } of byDay) {
      const counted = till(payments.filter((line) => line.日期 === day));
      expect(money(own)).toEqual(counted);
      expect(total).toBeCloseTo(Object.values(counted).reduce((sum, amount) => sum + amount, 0));
    }
    expect(uncounted).toHaveLength(payments.filter((line) => line.方式 === "POS机" || line.金额 === "不详").length);
    const cards = tab("模拟卡");
    expect(Object.fromEntries(board.cards.byState.map(({ state, count }) => [state, count]))).toEqual(tally(cards, "状态"));
    expect(board.cards.left).toBe(cards.filter((line) => line.状态 === "未领" && !filled(line.报名编号)).length);
    const files = tab("往来");
    const waited = ["乙矿业有限公司", "甲矿业有限公司"].filter((unit) => {
      const own = files.filter((line) => line.单位 === unit);
      return own[own.length - 1]?.方向 === "发出";
    });
    expect([...board.files.waitedFor].sort()).toEqual(waited.sort());
    expect(board.files.openConflicts).toBe(tab("冲突").length);
  });

  test("each class is counted, and its desk and till", () => {
    for (const name of classes) {
      const lines = holders(name);
      const view = classView(snapshot, context, { class: name });
      if (view === null) throw new Error(`no ${name}`);
      expect(view.people.map(({ key }) => key).sort()).toEqual(keysOf(lines));
      expect(told(view.lights)).toEqual(tally(lines, "到期提示"));
      expect(told(view.steps.booking)).toEqual(tally(lines, "省厅预约状态", "未预约"));
      expect(told(view.exams)).toEqual(tally(lines, "考试状态", "未约"));
      expect(told(view.money.byState)).toEqual(tally(lines, "缴费状态"));
      expect([view.money.due, view.money.paid]).toEqual([sumOf(lines, "应缴"), sumOf(lines, "已缴")]);
      const { preRegistered, reportedIn, trained, passed } = view.steps;
      const such = (title: string, fits = filled): string[] => keysOf(lines.filter((line) => fits(line[title])));
      expect([sorted(preRegistered), sorted(reportedIn), sorted(trained)]).toEqual([
        such("预报名日期"),
        such("报到日期"),
        such("培训完成"),
      ]);
      expect(sorted(passed)).toEqual(such("考试状态", (value) => value === "合格"));
      expect([sorted(view.cards.withCard), sorted(view.cards.bound)]).toEqual([such("模拟卡号"), such("绑定日期")]);
      const desk = deskView(snapshot, context, { class: name });
      if (desk === null) throw new Error(`no desk of ${name}`);
      expect(desk.people.map(({ key }) => key).sort()).toEqual(keysOf(lines));
      expect([sorted(desk.came), sorted(desk.cameToday)]).toEqual([
        such("报到日期"),
        such("报到日期", (value) => value === today),
      ]);
      const toCome = lines.filter((line) => !hasEnded(line) && !["报到日期", "培训完成"].some((title) => filled(line[title])));
      expect(sorted(desk.toCome)).toEqual(keysOf(toCome.filter((line) => ["未约", "null"].includes(String(line.考试状态)))));
      for (const one of desk.people.filter(({ isRepeated }) => !isRepeated)) {
        const line = lines.find(({ 报名编号: key }) => key === one.key);
        expect([one.key, one.open]).toEqual([one.key, line === undefined ? null : openOf(line)]);
      }
      expect(money(desk.till.byMethod)).toEqual(till(payments.filter((line) => line.日期 === today)));
    }
  });

  test("today has every open thing to do once, reminders all that others have to do", () => {
    const view = todayView(snapshot, context, { clerk: "乙", since: null });
    const open = todo.filter(isOpen);
    expect(view.lines.flatMap((line) => line.todo).sort()).toEqual(open.map((line) => String(line.编号)).sort());
    expect([view.open, view.blocking]).toEqual([open.length, open.filter((line) => line.级别 === "阻断").length]);
    for (const line of view.lines) {
      const rows = open.filter(({ 编号: id }) => line.todo.includes(String(id)));
      const concerned = new Set(rows.flatMap((row) => (filled(row.报名编号) ? String(row.报名编号).split("、") : [])));
      expect([...line.people].sort()).toEqual([...concerned].sort());
      expect(line.sentence).toContain(concerned.size > 0 ? `${concerned.size}人` : `${rows.length}条`);
      expect(new Set(rows.map((row) => row.截止日))).toEqual(new Set([line.due]));
    }
    const others = remindersView(snapshot, context, { class: null, unit: null });
    const ids = others.units.flatMap(({ lines }) => lines.map(({ id }) => id));
    const asked = todo.filter(
      (line) => (isOpen(line) || (!filled(line.现状) && line.处理 === "已通知")) && line.待谁办 !== "中心",
    );
    expect(asked.filter((line) => !ids.includes(String(line.编号)))).toEqual([]);
    expect(others.count).toBe(new Set(ids).size);
    for (const name of classes) {
      const own = remindersView(snapshot, context, { class: name, unit: null });
      const all = others.units.flatMap(({ lines }) => lines.filter((line) => line.class === name));
      expect(own.count).toBe(all.length);
    }
  });

  test("units, people and runs are those of the tabs", () => {
    for (const name of ["甲矿业有限公司", "乙矿业有限公司"]) {
      const view = unitView(snapshot, context, { unit: name });
      const own = roster.filter((line) => line.工作单位 === name);
      expect(view.people.map(({ key }) => key).sort()).toEqual(keysOf(own));
      expect(view.files).toHaveLength(tab("往来").filter((line) => line.单位 === name).length);
      const keys = own.map((line) => line.报名编号);
      const conflicts = tab("冲突").filter((line) => line.单位 === name || keys.includes(line.报名编号 ?? ""));
      expect(view.conflicts).toHaveLength(conflicts.length);
    }
    for (const line of roster.slice(0, 25).filter(isAlone)) {
      const view = personView(snapshot, context, { person: String(line.报名编号) });
      const same = roster.filter((other) => other.人员编号 === line.人员编号);
      expect(view?.enrolments.map(({ key }) => key).sort()).toEqual(keysOf(same));
      const [first] = view?.enrolments ?? [];
      expect([first?.money.paid, first?.money.open]).toEqual([Number(line.已缴 ?? 0), openOf(line)]);
      expect(first?.money.payments.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(Number(line.已缴 ?? 0));
      const concerned = todo.filter(
        (row) =>
          isOpen(row) &&
          String(row.报名编号 ?? "")
            .split("、")
            .includes(String(line.报名编号)),
      );
      expect(view?.todo.filter((one) => one.isOpen)).toHaveLength(concerned.length);
      expect(search(snapshot, { find: String(line.证件号), class: null, limit: 5 }).only).toBe(line.报名编号);
    }
    expect(
      runsView(snapshot, { run: null })
        .runs.map(({ id }) => id)
        .sort(),
    ).toEqual(
      tab("操作记录")
        .map((line) => String(line.运行号))
        .sort(),
    );
  });
});
