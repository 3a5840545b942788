import { makeTodo } from "../../../apps-script/domain/rules/todo";
import type { Enrolment } from "../../../apps-script/domain/schema/roster";
import type { Snapshot } from "../../../apps-script/domain/snapshot/snapshot";
import { bookOf, papersIn } from "../../support/books";
import { runOn } from "../../support/running";

const today = "2024-03-01";
const person: Partial<Enrolment> = {
  name: "王某",
  unit: "甲矿",
  mobile: "19900000001",
  kind: "再培训",
  validUntil: "2024-12-20",
};
const papers = [papersIn("B2024-00001")];
const withAnswer = (book: Snapshot, answer: string | null): Snapshot => ({
  ...book,
  todo: book.todo.map((row) => ({ ...row, answer })),
});

describe("the call list", () => {
  const preRegistered: Partial<Enrolment> = { ...person, preRegisteredOn: "2024-02-20", class: "再培训班第二期" };
  const calls = (row: Partial<Enrolment>, day: string) =>
    runOn(makeTodo([]), bookOf({ roster: [{ ...preRegistered, ...row }], papers }), day);

  test.each<[string, Partial<Enrolment>, string, string[]]>([
    ["long before the window", {}, "2024-02-17", []],
    ["before the window", {}, "2024-02-24", ["T16"]],
    ["its first day", {}, "2024-02-25", ["T01"]],
    ["its last day", {}, "2024-03-24", ["T01"]],
    ["after the window", {}, "2024-03-25", []],
    ["refused", { booking: "退回", refusal: "照片" }, today, ["T17"]],
    ["said to be not booked", { booking: "未预约" }, today, ["T01"]],
    ["booked", { booking: "通过" }, today, []],
    ["in the class and in no list", { preRegisteredOn: null }, "2024-03-24", ["T11"]],
    ["signed up for nothing yet, the centre's deadline ahead", { preRegisteredOn: null }, today, ["T06", "T11"]],
    ["lapsed: no call about retraining", { validUntil: "2024-02-20" }, today, []],
    [
      "pre-registered for a class, none given",
      { preRegisteredOn: null, preRegisteredClass: "再培训班第二期", class: null },
      today,
      ["T01"],
    ],
    ["no class known", { class: null }, today, []],
    ["cancelled", { state: "取消" }, today, []],
    ["was there already", { reportedInOn: "2024-02-26" }, today, []],
    ["under review in time", { booking: "待审", bookedOn: "2024-02-29" }, "2024-03-01", []],
    ["review ends today", { booking: "待审", bookedOn: "2024-02-29" }, "2024-03-04", ["T12"]],
    ["review overdue", { booking: "待审", bookedOn: "2024-02-29" }, "2024-03-05", ["T02"]],
    ["review over the spring festival", { booking: "待审", bookedOn: "2024-02-09" }, "2024-02-18", []],
    ["review after the spring festival", { booking: "待审", bookedOn: "2024-02-09" }, "2024-02-20", ["T02"]],
  ])("%s", (_name, row, day, codes) => {
    expect(calls(row, day).codes).toEqual(codes);
  });

  test("names the day to call by", () => {
    const [row] = calls({}, today).after.todo;
    expect(row).toMatchObject({ rule: "已预报名未预约，请致电", subject: "王某", phone: "19900000001", due: "2024-03-21" });
    expect(row?.content).toBe(
      "王某（B2024-00001）2024-02-20已预报名，还没有在省厅系统预约培训，再培训班第二期的预约时间是2024-02-25至2024-03-24，还剩23天（还没有读入过省厅预约名单）。如已办理请忽略。",
    );
    expect(row?.suggestion).toBe("请先读入最新省厅预约名单。请致电提醒，最迟在2024-03-21前（含当天）预约。");
    expect(calls({}, "2024-03-22").after.todo[0]?.suggestion).toContain("建议最迟预约日2024-03-21已过");
  });
});

describe("certificates that run out", () => {
  test.each<[Partial<Enrolment>, string[]]>([
    [{ validUntil: "2024-05-30" }, ["T03"]],
    [{ validUntil: "2024-04-30" }, ["T04"]],
    [{ validUntil: "2024-03-31" }, ["T05"]],
    [{ validUntil: "2024-03-17" }, ["T05"]],
    [{ validUntil: "2024-03-16" }, ["T15"]],
    [{ validUntil: "2024-03-01" }, ["T15"]],
    [{ validUntil: "2024-02-29" }, []],
    [{ validUntil: "2024-05-31" }, []],
    [{ validUntil: "2026-03-20" }, ["T05"]],
    [{ validUntil: "2024-03-20", exam: "合格" }, []],
    [{ validUntil: "2024-03-20", kind: "初培" }, []],
    [{ validUntil: "看不清" }, []],
    [{ validUntil: "2024-03-31", class: null }, ["T05"]],
    [{ validUntil: "2024-03-31", class: null, light: "待重算" }, ["T05"]],
    [{ validUntil: "2024-03-31", class: null, light: "无对应班次" }, []],
    [{ validUntil: "2024-03-31", class: null, light: "已过报名截止" }, []],
    [{ validUntil: "2024-03-31", class: null, light: "班级已满" }, []],
  ])("%j", (row, codes) => {
    expect(runOn(makeTodo([]), bookOf({ roster: [{ ...person, ...row }] }), today).codes).toEqual(codes);
  });

  test("one row a person, the certificate that is due first", () => {
    const roster = [
      { ...person, person: "P00001", validUntil: "2024-05-01" },
      { ...person, person: "P00001", validUntil: "2024-03-20" },
    ];
    const { outcome } = runOn(makeTodo([]), bookOf({ roster }), today);
    expect(outcome.findings.map(({ code, row }) => [code, row])).toEqual([["T05", "B2024-00002"]]);
  });

  test("the next step is a new row; what was ticked off at 90 days comes up again", () => {
    const book = bookOf({ roster: [{ ...person, validUntil: "2024-05-20" }] });
    const ticked = withAnswer(runOn(makeTodo([]), book, today).after, "已确认");
    const { after } = runOn(makeTodo([]), ticked, "2024-04-01");
    expect(after.todo.map((row) => [row.rule, row.answer, row.state])).toEqual([
      ["须在90天内考试合格", "已确认", "已消除"],
      ["须在60天内考试合格", "未处理", null],
    ]);
  });
});

describe("sign-ups on the centre's site", () => {
  const codes = (row: Partial<Enrolment>, day: string) =>
    runOn(makeTodo([]), bookOf({ roster: [{ ...person, class: "再培训班第三期", ...row }] }), day).codes.filter((code) =>
      code.startsWith("T0"),
    );
  test.each<[string, Partial<Enrolment>, string, string[]]>([
    ["long before the deadline", {}, "2024-02-29", []],
    ["a month before it", {}, "2024-03-01", ["T06"]],
    ["on its last day", {}, "2024-03-31", ["T06"]],
    ["after it, before the window", {}, "2024-04-01", ["T07"]],
    ["in the window it is a call", {}, "2024-04-13", []],
    ["signed up", { preRegisteredOn: "2024-03-02" }, "2024-03-20", []],
    ["signed up for a class without a day", { preRegisteredClass: "再培训班第三期" }, "2024-03-20", []],
    ["booked all the same", { booking: "通过" }, "2024-04-02", []],
  ])("%s", (_name, row, day, expected) => {
    expect(codes(row, day)).toEqual(expected);
  });
  test("one line a class and unit, with the names, the list's day and the unit's phone", () => {
    const roster = ["甲", "乙", "丙"].map((name, at) => ({
      ...person,
      name,
      unit: at < 2 ? "甲矿" : "乙矿",
      class: "再培训班第三期",
    }));
    const { after } = runOn(makeTodo([]), bookOf({ roster, units: [{ name: "甲矿", phone: "0535-1234567" }] }), "2024-03-20");
    expect(after.todo.map(({ subject, unit, phone, due, content }) => [subject, unit, phone, due, content])).toEqual([
      [
        "再培训班第三期",
        "乙矿",
        null,
        "2024-03-31",
        expect.stringContaining("乙矿还有1人没有预报名：丙（还没有读入过预报名名单）"),
      ],
      [
        "再培训班第三期",
        "甲矿",
        "0535-1234567",
        "2024-03-31",
        expect.stringMatching(/还有2人没有预报名：甲、乙.*如已办理请忽略。$/u),
      ],
    ]);
  });
});

describe("how old the list may be", () => {
  const advice = (listed: string | null, day: string) => {
    const book = bookOf({ roster: [{ ...person, preRegisteredOn: "2024-02-20", class: "再培训班第二期" }] });
    const plan = book.plan.map((row) => ({ ...row, bookingsListed: listed }));
    const [row] = runOn(makeTodo([]), { ...book, plan }, day).after.todo;
    return [
      /^请先读入最新省厅预约名单。/u.test(row?.suggestion ?? ""),
      row?.content?.includes(listed ?? "还没有读入过") ?? false,
    ];
  };
  test.each([
    ["none", null, "2024-03-01", true],
    ["three days old", "2024-02-27", "2024-03-01", false],
    ["older", "2024-02-26", "2024-03-01", true],
    ["three days before the due day", "2024-03-18", "2024-03-20", false],
    ["older than that", "2024-03-17", "2024-03-20", true],
  ])("%s", (_, listed, day, isOld) => {
    expect(advice(listed, day)).toEqual([isOld, true]);
  });
});

describe("exams", () => {
  test.each<[string, Partial<Enrolment>, string[]]>([
    ["trained, nothing booked", { trained: "是" }, ["T08"]],
    ["booked", { trained: "是", exam: "待考" }, []],
    ["failed once", { trained: "是", exam: "不合格" }, ["T09"]],
    ["failed twice", { trained: "是", exam: "不合格", examTries: 2 }, []],
    ["absent", { trained: "是", exam: "缺考" }, ["T09"]],
    ["absent from the 补考", { trained: "是", exam: "缺考", examTries: 2 }, ["T09"]],
    ["lapsed meanwhile", { trained: "是", validUntil: "2024-02-20" }, []],
    ["sat, and no result typed", { trained: "是", exam: "待考", examOn: "2024-02-29", validUntil: "2024-03-01" }, ["T13"]],
    ["a beginner failed twice", { kind: "初培", trained: "是", exam: "不合格", examTries: 2 }, ["T14"]],
  ])("%s", (_, row, codes) => {
    expect(
      runOn(makeTodo([]), bookOf({ roster: [{ ...person, ...row }] }), today).codes.filter(
        (code) => !/^T0[345]|T15$/u.test(code),
      ),
    ).toEqual(codes);
  });
});

test("a beginner who failed twice and is enrolled anew is not asked to be enrolled again", () => {
  const failed = { ...person, kind: "初培" as const, trained: "是", exam: "不合格" as const, examTries: 2, person: "P1" };
  const codes = (...more: Partial<Enrolment>[]) =>
    runOn(makeTodo([]), bookOf({ roster: [failed, ...more] }), today).codes.filter((code) => code === "T14");
  expect(codes()).toEqual(["T14"]);
  expect(codes({ name: "王某", kind: "初培", person: "P1" })).toEqual([]);
});

describe("who is on the way is not told that the certificate runs out", () => {
  const booked = { ...person, validUntil: "2024-05-10", class: "再培训班第二期", booking: "通过" as const };
  const trained = { ...booked, reportedInOn: "2024-03-26", trained: "是" };
  test.each<[string, Partial<Enrolment>, string, string[]]>([
    ["booked for a class ahead", booked, "2024-03-20", []],
    ["booked for another class of the plan, which is over", { ...booked, bookedClass: "再培训班第一期" }, "2024-03-25", ["T04"]],
    ["refused", { ...booked, booking: "退回" }, "2024-03-25", ["T04"]],
    ["did not come, as staff typed", { ...booked, noShow: "再培训班第二期" }, "2024-03-27", ["T04"]],
    ["sits in it", { ...booked, reportedInOn: "2024-03-26" }, "2024-03-27", []],
    ["it is over, nothing more is known", { ...booked, reportedInOn: "2024-03-26" }, "2024-03-30", ["T04"]],
    ["trained: the exam is its own matter", trained, "2024-03-30", []],
    ["the exam is booked", { ...trained, exam: "待考", examOn: "2024-04-20" }, "2024-03-30", []],
    ["the exam site has not looked yet", { ...trained, exam: "待审" }, "2024-03-30", ["T04"]],
  ])("%s", (_, row, day, expected) => {
    const { codes } = runOn(makeTodo([]), bookOf({ roster: [row] }), day);
    expect(codes.filter((code) => /^T0[345]|T15$/u.test(code))).toEqual(expected);
  });
  test("and whose move it is then", () => {
    const { after } = runOn(makeTodo([]), bookOf({ roster: [{ ...trained, exam: "待审" }], papers }), "2024-03-30");
    expect(after.todo.map(({ rule, whose }) => [rule, whose])).toEqual([["须在60天内考试合格", "考试点"]]);
  });
  test("who has not pre-registered by the class's deadline", () => {
    const row = { ...person, validUntil: "2024-06-20", class: "再培训班第三期" };
    const content = (day: string) =>
      runOn(makeTodo([]), bookOf({ roster: [row] }), day).after.todo.find(({ rule }) => rule?.includes("考试合格"))?.content;
    expect(content("2024-03-25")).toContain("也没有预报名（中心网站2024-03-31截止）");
    expect(content("2024-04-02")).toContain("也没有预报名（中心网站2024-03-31已截止，请补报）");
  });
});
