import { changeClass } from "../../../../apps-script/domain/operations/classes/change-class";
import { notified } from "../../../../apps-script/domain/operations/todo/notified";
import type { Enrolment } from "../../../../apps-script/domain/schema/roster";
import type { TodoRow } from "../../../../apps-script/domain/schema/tables";
import type { Snapshot } from "../../../../apps-script/domain/snapshot/snapshot";
import { type BookParts, bookOf, papersIn } from "../../../support/books";
import { doing, problemsOf, settledBook } from "../../../support/clerk-desk";

const person = (name: string, row: Partial<Enrolment> = {}): Partial<Enrolment> => ({
  name,
  unit: "甲矿",
  idType: "居民身份证",
  post: "安全生产管理人员",
  education: "大专",
  mobile: "19900000001",
  kind: "再培训",
  validUntil: "2024-05-20",
  lockedClass: "再培训班第二期",
  preRegisteredOn: "2024-02-20",
  ...row,
});
const book = (...rows: Partial<Enrolment>[]): BookParts => ({
  roster: rows.map((row, at) => ({ mobile: `1990000000${at}`, ...row })),
  papers: rows.map((_, at) => papersIn(`B2024-0000${at + 1}`)),
  units: [{ name: "甲矿" }, { name: "乙矿" }],
});
const today = "2024-03-01";
const settled = (...rows: Partial<Enrolment>[]) => settledBook(bookOf(book(...rows)), today);
const line = ({ todo }: Snapshot, code: string, key = "B2024-00001"): TodoRow | undefined =>
  todo.find((one) => one.code === code && one.people === key);
/** 全部执行 on the days one after the other. */
const onDays = (start: Snapshot, ...days: string[]): Snapshot => days.reduce(settledBook, start);

const called = settled(person("赵一"), person("钱二", { unit: "乙矿" }));

test("a line that is told rests, with how often, when, by what and until when", () => {
  const { told, after, outcome } = doing(called, notified, { people: "赵一", rule: "已预报名未预约", by: "致电" }, today);
  expect(told.said).toBe("3月1日电话通知，1件事已记下");
  expect(told.people).toEqual({ "B2024-00001": "“已预报名未预约，请致电”已通知，3月10日再提醒" });
  expect(line(after, "T01")).toMatchObject({
    answer: "已通知",
    told: 1,
    toldOn: today,
    toldBy: "电话",
    toldClerk: null,
    backOn: "2024-03-10",
  });
  expect(line(after, "T01", "B2024-00002")).toMatchObject({ answer: "未处理", told: null });
  expect(outcome.cells.every(({ table, row }) => table === "todo" && row === line(after, "T01")?.key)).toBe(true);
});

test("it comes back at half of the window, three working days before 建议最迟预约日, on that day and on the last one", () => {
  let at = called;
  const back: (string | null | undefined)[] = [];
  for (const day of ["2024-03-01", "2024-03-10", "2024-03-18", "2024-03-21"]) {
    at = settledBook(at, day);
    expect([day, line(at, "T01")?.answer, line(at, "T01")?.backOn]).toEqual([day, "未处理", null]);
    at = doing(at, notified, { people: "赵一", rule: "已预报名未预约", by: "微信" }, day).after;
    back.push(line(at, "T01")?.backOn);
    expect(line(settledBook(at, day), "T01")?.answer).toBe("已通知");
  }
  expect(back).toEqual(["2024-03-10", "2024-03-18", "2024-03-21", "2024-03-24"]);
  expect(line(at, "T01")).toMatchObject({ told: 4, toldOn: "2024-03-21", toldBy: "微信" });
  expect(line(onDays(at, "2024-03-23"), "T01")?.answer).toBe("已通知");
  expect(line(onDays(at, "2024-03-23", "2024-03-24"), "T01")?.answer).toBe("未处理");
});

test.each([
  ["far from its last day it rests a month at most", "2024-12-20", "2024-04-20", "2024-05-20"],
  ["nearer to it half of the time", "2024-05-20", "2024-04-20", "2024-05-05"],
  ["then three working days before it", "2024-05-20", "2024-05-12", "2024-05-15"],
  ["then the day", "2024-05-20", "2024-05-17", "2024-05-18"],
])("a matter without a window: %s", (_, validUntil, day, back) => {
  const failed = person("赵一", { validUntil, booking: "通过", reportedInOn: "2024-03-26", trained: "是", exam: "不合格" });
  const start = settledBook(bookOf(book(failed)), day);
  expect(line(doing(start, notified, { people: "赵一", rule: "可以补考", by: "电话" }, day).after, "T09")?.backOn).toBe(back);
});

test("who did it is told nothing more, and the line keeps what it says", () => {
  const told = doing(called, notified, { people: "赵一", by: "当面" }, today).after;
  const booked = { ...told, roster: told.roster.map((row) => ({ ...row, booking: "通过", bookedOn: "2024-03-05" })) };
  expect(line(settledBook(booked, "2024-03-10"), "T01")).toMatchObject({
    state: "已消除",
    goneOn: "2024-03-10",
    told: 1,
    backOn: null,
  });
});

test("another matter comes back at once", () => {
  const told = doing(called, notified, { people: "赵一", by: "当面" }, today).after;
  const refused = { ...told, roster: told.roster.map((row) => ({ ...row, refusal: "照片" })) };
  expect(line(settledBook(refused, "2024-03-02"), "T01")).toMatchObject({ answer: "未处理", told: 1 });
});

test("已通知 chosen in the tab counts, once", () => {
  const chosen = { ...called, todo: called.todo.map((row) => ({ ...row, answer: "已通知" })) };
  const once = settledBook(chosen, today);
  expect(line(once, "T01")).toMatchObject({ answer: "已通知", told: 1, toldOn: today, toldBy: null, backOn: "2024-03-10" });
  expect(line(settledBook(once, "2024-03-02"), "T01")).toMatchObject({ told: 1, toldOn: today });
});

test("a line of before is another matter by now: it is brought up to date as it is told", () => {
  const changed = {
    ...called,
    roster: called.roster.map((row) => ({ ...row, booking: "退回", refusal: "照片", preRegisteredOn: null })),
  };
  const { after } = doing(changed, notified, { people: "赵一", rule: "退回", by: "电话" }, today);
  expect(line(after, "T17")).toMatchObject({ answer: "已通知", told: 1, subject: "赵一" });
  expect(line(settledBook(after, "2024-03-02"), "T17")?.answer).toBe("已通知");
});

test("by unit and by class; what is the centre's own move is told to nobody", () => {
  const rows = [person("赵一"), person("钱二", { unit: "乙矿", booking: "待审", bookedOn: "2024-02-27" })];
  const start = settledBook(bookOf(book(...rows)), "2024-03-05");
  const told = doing(start, notified, { unit: "甲矿", by: "电话" }, "2024-03-05").after;
  expect([line(told, "T01")?.answer, line(told, "T02", "B2024-00002")?.answer]).toEqual(["已通知", "未处理"]);
  const all = doing(start, notified, { class: "再二", by: "电话" }, "2024-03-05").after;
  expect([line(all, "T01")?.answer, line(all, "T02", "B2024-00002")?.answer]).toEqual(["已通知", "未处理"]);
  const named = doing(start, notified, { rule: "预约待审", by: "电话" }, "2024-03-05").after;
  expect(line(named, "T02", "B2024-00002")?.answer).toBe("已通知");
});

test.each([
  ["打电话", "电话"],
  ["微信群", "微信"],
  ["发短信", "短信"],
])("%s is %s", (by, means) => {
  const told = doing(called, notified, { people: "赵一", rule: "已预报名未预约", by }, today).after;
  expect(line(told, "T01")?.toldBy).toBe(means);
});

test("by the number of the line", () => {
  const key = line(called, "T01")?.key ?? "";
  expect(line(doing(called, notified, { lines: [key], by: "其他" }, today).after, "T01")).toMatchObject({ told: 1 });
});

describe("a class that changed", () => {
  const rows = [
    person("赵一", { lockedClass: null, preRegisteredClass: "再培训班第三期", validUntil: "2024-06-20" }),
    person("钱二", { lockedClass: null, preRegisteredOn: null, validUntil: "2024-06-20" }),
  ];
  const before = settledBook(bookOf(book(...rows)), "2024-03-28");
  const change = (start: Snapshot, day: string) =>
    settledBook(
      doing(start, changeClass, { class: "再三", reportIn: `${day}9:00-11:00`, study: `${day}-5月24日` }, "2024-03-28").after,
      "2024-03-28",
    );
  const changed = change(before, "5月21日");

  test("is told to whoever knows the old days, until that is marked", () => {
    expect(line(before, "A25")).toBeUndefined();
    expect(line(changed, "A25")).toMatchObject({ whose: "中心", class: "再培训班第三期", answer: "未处理" });
    expect(line(changed, "A25")?.content).toContain("再培训班第三期（第2版以前）的安排改了");
    // Nobody told him of a class yet.
    expect(line(changed, "A25", "B2024-00002")).toBeUndefined();
    const told = doing(changed, notified, { people: "赵一", rule: "班级已改", by: "微信" }, "2024-03-28").after;
    expect(told.roster[0]?.toldClass).toBe("再培训班第三期");
    expect(line(settledBook(told, "2024-03-29"), "A25")).toMatchObject({ state: "已消除", goneOn: "2024-03-29" });
  });
  test("is nothing new to who has that step behind him", () => {
    const codesAfter = (change: Record<string, unknown>) => {
      const { after } = doing(before, changeClass, { class: "再三", ...change }, "2024-03-28");
      return settledBook(after, "2024-03-28").todo.flatMap(({ code, state }) => (code === "A25" && state === null ? [code] : []));
    };
    expect(codesAfter({ deadline: "4月5日" })).toEqual([]);
    expect(codesAfter({ booking: "4月10日-5月12日" })).toEqual(["A25"]);
  });
  test("once more opens what was confirmed", () => {
    const confirmed = { ...changed, todo: changed.todo.map((row) => ({ ...row, answer: "已确认" })) };
    expect(line(settledBook(confirmed, "2024-03-28"), "A25")?.answer).toBe("已确认");
    expect(line(change(confirmed, "5月22日"), "A25")?.answer).toBe("未处理");
  });
});

test.each<[Record<string, unknown>, string, string]>([
  [{ by: "电话" }, "people", "请写通知的是谁"],
  [{ people: "赵一" }, "by", "没有填写"],
  [{ people: "没有的人", by: "电话" }, "people", "没有找到"],
  [{ people: "赵一", rule: "没有这条规则", by: "电话" }, "rule", "已预报名未预约，请致电"],
  [{ people: "赵一", class: "再八", by: "电话" }, "people", "没有要通知的事"],
  [{ lines: "0000000000000000", by: "电话" }, "lines", "已经处理过"],
  [{ people: "赵一", by: "托梦" }, "by", "电话、微信、短信、当面、其他"],
  [{ people: "赵一", by: "电话", day: "3月2日" }, "day", "还没有到"],
])("%j is refused at %s", (raw, name, message) => {
  const problem = problemsOf(called, notified, raw, today).find((one) => one.field === name);
  expect(problem?.message).toContain(message);
});
