import { ruleOf } from "../../../apps-script/domain/rules/actions";
import { contextOf } from "../../../apps-script/domain/rules/context";
import type { Snapshot } from "../../../apps-script/domain/snapshot/snapshot";
import { boardView } from "../../../apps-script/domain/views/board";
import { personView } from "../../../apps-script/domain/views/person";
import { todayView } from "../../../apps-script/domain/views/today";
import { unitView } from "../../../apps-script/domain/views/unit";
import { bookOf } from "../../support/books";
import { REPORT_DAY, reportMorning } from "../../support/clerk-book";
import { runOn } from "../../support/running";

const ID = "379999198001010024";
const person = { name: "甲某", idNumber: ID, unit: "甲矿", kind: "再培训" } as const;
const earlier = (id: string, year: number, values: object): Snapshot["history"][number] => ({
  ...{ key: id, at: 2, id, year, name: "甲某", unit: "老矿", state: "已完成", archivedOn: `${year}-12-31` },
  values: JSON.stringify(values),
});
const view = (book: Snapshot, key = "B2024-00001") => personView(book, contextOf(book, "2024-03-20"), { person: key });

test("a person is one across posts, 人员编号 and earlier years", () => {
  const roster = [
    { ...person, person: "P1", post: "主要负责人" as const },
    { ...person, person: "P1", post: "安全生产管理人员" as const },
    { ...person, person: "P9", unit: "乙矿" },
    { ...person, person: "P2", idNumber: "37999919750815003X" },
  ];
  const history = [
    earlier("B2022-00007", 2022, { person: "P1", class: "再培训班第二期", kind: "再培训" }),
    earlier("B2023-00001", 2023, { 证件号: ID, 班级: "再培训班第五期" }),
    earlier("B2023-00002", 2023, { person: "P2" }),
    { ...earlier("B2023-00003", 2023, {}), values: "[坏" },
  ];
  const shown = view({ ...bookOf({ roster }), history });
  expect(shown?.enrolments.map(({ key }) => key)).toEqual(["B2024-00001", "B2024-00002", "B2024-00003"]);
  expect(shown?.earlier.map(({ key, class: name }) => [key, name])).toEqual([
    ["B2023-00001", "再培训班第五期"],
    ["B2022-00007", "再培训班第二期"],
  ]);
});

test("papers are told as they count: an approval settles an empty upload and nothing of the desk", () => {
  const book = reportMorning({
    papers: [{ id: "B2024-00001", uploadPhoto: "不合格:太暗", deskCopy: "已交", deskForm: "不适用" }],
  });
  const [first] = view(book)?.enrolments ?? [];
  const states = Object.fromEntries(
    (first?.papers.stages ?? []).flatMap(({ papers }) => papers.map((one) => [one.title, one.state])),
  );
  expect(states).toMatchObject({
    申报·证件照: "failed",
    申报·有效证件: "approved",
    信息·学历证明: "approved",
    报到·证件原件: "open",
    报到·证件复印件: "in",
    报到·报名登记表: "notNeeded",
  });
  expect(first?.papers.missing).toContain("太暗");
});

test("the history does not say that a run was done which was not written to its end", () => {
  const run = (id: string, state: Snapshot["runs"][number]["state"]): Snapshot["runs"][number] => ({
    ...{ key: id, at: 2, id, time: null, clerk: "甲", action: "报到", source: "菜单", changes: 1, state },
    ...{ summary: "甲某报到", people: "B2024-00001" },
  });
  const runs = [run("R3", "未完成"), run("R2", "待写"), run("R1", "完成")];
  expect(view({ ...bookOf({ roster: [person] }), runs })?.history.map(({ sentence }) => sentence)).toEqual([
    "未写完：甲某报到",
    "未写完：甲某报到",
    "甲某报到",
  ]);
});

test("nobody has a number that is not there", () => {
  expect(view(bookOf({ roster: [person] }), "B2024-00099")).toBeNull();
});

test("a unit knows who reports for it, goes by its aliases, and may stand in 名册 alone", () => {
  const units = [
    { name: "甲矿有限公司", aliases: "甲矿", contact: "孙会计" },
    { name: "集团", reportsFor: "甲矿、乙矿" },
  ];
  const book = bookOf({ units, roster: [person, { ...person, unit: "甲矿有限公司" }, { ...person, unit: "丁矿" }] });
  const context = contextOf(book, "2024-03-20");
  const own = unitView(book, context, { unit: "甲矿" });
  expect([own.name, own.contact, own.reportedBy, own.people.length]).toEqual(["甲矿有限公司", "孙会计", ["集团"], 2]);
  const alone = unitView(book, context, { unit: "丁矿" });
  expect([alone.isListed, alone.people.length, alone.isWaitedFor]).toEqual([false, 1, false]);
});

test("a unit is one, however width, blanks and brackets are written, and by its alias", () => {
  const written = ["甲矿（集团）", "甲矿 (集团)", "甲矿", "丁矿(东)", "丁矿（东）"];
  const units = [{ name: "甲矿（集团）", aliases: "甲矿" }];
  const book = bookOf({ units, roster: written.map((unit) => ({ ...person, person: null, unit })) });
  const context = contextOf(book, "2024-03-20");
  const short = boardView(book, context).papers.byUnit;
  expect(short.map(({ name, count }) => [name, count])).toEqual([
    ["甲矿（集团）", 3],
    ["丁矿(东)", 2],
  ]);
  for (const name of written.slice(0, 3)) expect(unitView(book, context, { unit: name }).people).toHaveLength(3);
});

test("what stops somebody goes first, then warnings, then hints, each by day", () => {
  const line = (id: string, severity: "阻断" | "警告" | "提示", due: string | null): Snapshot["todo"][number] => ({
    ...{
      key: id,
      at: 2,
      id,
      rule: id,
      severity,
      due,
      content: id,
      answer: null,
      state: null,
      source: "import",
      code: null,
      people: null,
    },
    ...{ whose: null, subject: null, unit: null, class: null, phone: null, suggestion: null, told: null, toldOn: null },
    ...{ toldBy: null, toldClerk: null, backOn: null, goneOn: null, facts: null },
  });
  const todo = [
    line("later", "警告", "2024-03-30"),
    line("some day", "提示", null),
    line("stops", "阻断", null),
    line("long over", "警告", "2024-01-30"),
    line("soon", "提示", "2024-03-27"),
    line("today", "提示", REPORT_DAY),
    { ...line("done", "阻断", REPORT_DAY), answer: "已确认" as const },
    { ...line("gone", "阻断", REPORT_DAY), state: "已消除" },
  ];
  const book = { ...bookOf({ plan: [] }), todo };
  const { lines, open, blocking } = todayView(book, contextOf(book, REPORT_DAY), { clerk: "", since: null });
  expect(lines.map(({ rule }) => rule)).toEqual(["stops", "long over", "later", "today", "soon", "some day"]);
  expect([open, blocking]).toEqual([6, 1]);
});

test("what was done since 待办 was last made is asked for no more, and what came up is", () => {
  const book = bookOf({
    roster: [{ name: "赵一", class: "再培训班第二期", validUntil: "2024-05-20", preRegisteredOn: "2024-02-20" }],
  });
  const asked = (one: Snapshot, today: string) =>
    todayView(one, contextOf(one, today), { clerk: "", since: null }).lines.map(({ code }) => code);
  const made = runOn(ruleOf("all"), book, "2024-03-01").after;
  expect(asked(made, "2024-03-01")).toContain("T01");
  const booked = { ...made, roster: made.roster.map((row) => ({ ...row, booking: "待审" as const, bookedOn: "2024-03-01" })) };
  expect(asked(booked, "2024-03-01")).not.toContain("T01");
  expect(asked(booked, "2024-03-05")).toContain("T12");
});
