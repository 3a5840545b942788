import type { Enrolment } from "../../../../apps-script/domain/schema/roster";
import { assignOn, assignOne, shortName } from "../../../support/assigning";
import { bookOf, plan2024 } from "../../../support/books";

const 二 = "再培训班第二期";
const 三 = "再培训班第三期";
const 六 = "再培训班第六期";
const may = { kind: "再培训", validUntil: "2024-05-20" };
const june = { kind: "再培训", validUntil: "2024-06-20" };
/** As the program leaves a row that it gave a class. */
const given = (name: string) => ({ class: name, writtenClass: name, givenOn: "2024-01-10", givenBy: "最早" });
const booked = (name: string, booking: "待审" | "通过" | "退回" = "通过") => ({ booking, bookedClass: name });

type Story = readonly [
  title: string,
  row: Partial<Enrolment>,
  today: string,
  is: readonly [shortClass: string | null, light: string | null, ...codes: string[]],
];

/** One person alone; a class in which others reported in has one of them. */
const alone: readonly Story[] = [
  ["given, window open, not booked", { ...june, ...given(二) }, "2024-03-23", ["再2", "正常"]],
  ["on its last day, signed up in time", { ...june, ...given(二), preRegisteredOn: "2024-03-01" }, "2024-03-24", ["再2", "正常"]],
  ["window over, nothing known, not begun", { ...june, ...given(二) }, "2024-03-25", ["再2", "待核", "A22"]],
  ["class begun without any list: the next of its months", { ...june, ...given(二) }, "2024-03-26", ["再3", "正常"]],
  ["class begun, no other class of its month", { ...may, ...given(二) }, "2024-03-26", [null, "已过报名截止", "A11"]],
  ["初培 waits too", { kind: "初培", ...given("培训班第一期") }, "2024-04-07", ["培1", "待核", "A22"]],
  ["初培: the next class", { kind: "初培", ...given("培训班第一期") }, "2024-04-08", ["培2", null]],
  ["follows the province", { ...june, ...given(二), ...booked(三, "待审") }, "2024-04-20", ["再3", "正常"]],
  ["follows it also when the list comes late", { ...june, ...given(三), ...booked(二) }, "2024-03-27", ["再2", "正常", "A23"]],
  ["lock, window over, not booked", { ...june, lockedClass: 三 }, "2024-05-13", ["再3", "紧张", "A26"]],
  ["lock, class over and nobody came", { ...june, lockedClass: 三 }, "2024-05-22", ["再3", "未报到", "A20"]],
  ["lock against the province", { ...june, lockedClass: 三, ...booked(二) }, "2024-02-20", ["再3", "正常", "A06"]],
  ["refused, window open", { ...june, ...booked(三, "退回") }, "2024-04-20", ["再3", "紧张"]],
  ["refused stays in the class that refused", { ...june, ...booked(三, "退回") }, "2024-02-26", ["再3", "紧张"]],
  ["refused, window over: as missed", { ...june, ...given(二), ...booked(二, "退回") }, "2024-03-25", ["再3", "正常"]],
  ["under review, class begun", { ...june, ...booked(二, "待审") }, "2024-03-26", ["再2", "待核", "A21"]],
  ["approved, begun, nobody typed", { ...june, ...booked(二) }, "2024-03-28", ["再2", "正常", "A23"]],
  ["未报到: as missed", { ...june, ...booked(二), noShow: "是" }, "2024-03-27", ["再3", "正常", "A20"]],
  ["未报到 and locked: the lock stays", { ...june, lockedClass: 二, noShow: "是" }, "2024-03-27", ["再2", "未报到", "A20"]],
  [
    "late report-in over 未报到",
    { ...june, ...booked(二), noShow: 二, reportedInOn: "2024-03-27" },
    "2024-04-10",
    ["再2", "正常"],
  ],
  ["trained, exam open", { ...june, ...booked(二), trained: "是" }, "2024-06-04", ["再2", "正常"]],
  ["trained, fewer days left than the margin", { ...june, ...booked(二), trained: "是" }, "2024-06-05", ["再2", "紧张"]],
  ["failed once", { ...june, ...booked(二), trained: "是", exam: "不合格" }, "2024-04-10", ["再2", "紧张"]],
  ["absent from the exam", { ...june, ...booked(二), trained: "是", exam: "缺考" }, "2024-04-10", ["再2", "紧张"]],
  [
    "failed twice",
    { ...june, ...booked(二), trained: "是", exam: "不合格", examTries: 2 },
    "2024-04-10",
    ["再2", "本年度未再培训", "A19"],
  ],
  [
    "sat in time, result to come",
    { ...june, ...booked(二), trained: "是", exam: "待考", examOn: "2024-06-19" },
    "2024-06-25",
    ["再2", "待核"],
  ],
  ["yearly duty past", { kind: "再培训", validUntil: "2026-05-20" }, "2024-05-21", [null, "本年度未再培训", "A19"]],
  ["on its anniversary", { kind: "再培训", validUntil: "2026-05-20" }, "2024-05-20", [null, "来不及", "A15"]],
  [
    "anniversary before the plan's first class",
    { kind: "再培训", validUntil: "2026-01-20" },
    "2024-03-01",
    [null, "无对应班次", "A10"],
  ],
  ["a certificate of this year", { kind: "再培训", validUntil: "2027-05-20" }, "2024-06-01", [null, "已过报名截止", "A11"]],
  [
    "answered: done elsewhere",
    { kind: "再培训", validUntil: "2026-05-20", dutyAnswer: "已在别处完成" },
    "2024-06-01",
    [null, "已完成"],
  ],
  [
    "answered: void",
    { kind: "再培训", validUntil: "2026-05-20", dutyAnswer: "证书已失效" },
    "2024-06-01",
    [null, "已过期", "A09"],
  ],
  ["the expiry day", may, "2024-05-20", [null, "来不及", "A15"]],
  ["the day after", may, "2024-05-21", [null, "已过期", "A09"]],
  ["January of next year", { kind: "再培训", validUntil: "2025-01-20" }, "2024-06-01", [null, "无对应班次", "A10"]],
];

test.each(alone)("%s", (_, row, today, [name, light, ...codes]) => {
  const found = assignOne(row, today);
  expect([shortName(found.class), found.light, ...found.codes]).toEqual([name, light, ...codes]);
});

describe("evidence that the window is over and nothing was booked", () => {
  const planWith = (cells: object) => plan2024.map((row) => (row.name === 二 ? { ...row, ...cells } : row));
  test.each([
    ["a list of the last day is none", { bookingsListed: "2024-03-24" }, "再2"],
    ["a list of the day after", { bookingsListed: "2024-03-25" }, "再3"],
    ["staff's word", { bookingChecked: "2024-03-25" }, "再3"],
    ["sign-ups say nothing of bookings", { signUpsListed: "2024-03-25" }, "再2"],
  ])("%s", (_, cells, expected) => {
    const found = assignOne({ ...june, ...given(二) }, "2024-03-25", { plan: planWith(cells) });
    expect([shortName(found.class), found.light]).toEqual([expected, expected === "再2" ? "待核" : "正常"]);
  });
  test("a later list that says 未预约 of the person", () => {
    const row = { ...june, ...given(二), booking: "未预约" as const };
    expect(shortName(assignOne({ ...row, listed: "booking@2024-03-25 09:00" }, "2024-03-25").class)).toBe("再3");
    expect(shortName(assignOne({ ...row, listed: "booking@2024-03-24 09:00" }, "2024-03-25").class)).toBe("再2");
  });
});

describe("others reported in, this one not", () => {
  const on = (today: string, row: Partial<Enrolment> = {}) => {
    const others = { ...june, name: "李某", ...booked(二), reportedInOn: "2024-03-26" };
    const { after, outcome } = assignOn(bookOf({ roster: [{ ...june, name: "王某", ...booked(二), ...row }, others] }), today);
    const [first] = after.roster;
    return [shortName(first?.class ?? null), first?.light, ...outcome.findings.map(({ code }) => code)];
  };
  test.each([
    ["on the day", "2024-03-26", ["再2", "待核", "A24"]],
    ["two working days after the end", "2024-04-02", ["再2", "待核", "A24"]],
    ["then given up", "2024-04-03", ["再3", "正常", "A20"]],
    ["no other class is open", "2024-05-13", [null, "已过报名截止", "A11", "A20"]],
  ])("%s", (_, today, expected) => {
    expect(on(today)).toEqual(expected);
  });
  test("who is said not to have come already is not asked about again", () => {
    const others = { ...june, name: "李某", ...booked(二), reportedInOn: "2024-03-26" };
    const adviceOn = (today: string, row: Partial<Enrolment>) =>
      assignOn(bookOf({ roster: [{ ...june, ...booked(二), ...row }, others] }), today).outcome.findings.map(
        ({ code, suggestion }) => [code, suggestion.includes("不来的点“未报到”")],
      );
    expect(adviceOn("2024-04-03", {})).toEqual([["A20", true]]);
    expect(adviceOn("2024-03-27", { noShow: "是" })).toEqual([["A20", false]]);
    expect(adviceOn("2024-03-27", { lockedClass: 二, noShow: 二 })).toEqual([["A20", false]]);
  });
  test("until staff say so, or the person comes late", () => {
    expect(on("2024-03-27", { noShow: "是" })).toEqual(["再3", "正常", "A20"]);
    expect(on("2024-04-20", { reportedInOn: "2024-03-28" })).toEqual(["再2", "正常"]);
  });
});

describe("未报到", () => {
  test("a bare 是 becomes the class that was missed, so that the next booking is not meant", () => {
    const { after } = assignOn(bookOf({ roster: [{ ...june, name: "王某", ...booked(二), noShow: "是" }] }), "2024-03-27");
    expect(after.roster[0]).toMatchObject({ noShow: 二, class: 三 });
    const again = { ...after, roster: after.roster.map((row) => ({ ...row, ...booked(三) })) };
    expect(assignOn(again, "2024-05-20").after.roster[0]).toMatchObject({ class: 三, light: "正常" });
  });
  test.each(["否", "已到"])("%s is no absence", (noShow) => {
    expect(assignOne({ ...june, ...booked(二), noShow }, "2024-03-27")).toMatchObject({ class: 二, noShow });
  });
});

describe("what a reason says", () => {
  test.each([
    ["the missed class", { ...june, ...given(二) }, "2024-03-26", /再培训班第二期已停止预约；取再培训班第三期/u],
    [
      "whom it was not attended by",
      { ...june, ...booked(二), noShow: 二 },
      "2024-03-27",
      /没有到再培训班第二期报到；取再培训班第三期/u,
    ],
    [
      "classes of other months in time",
      { kind: "再培训", validUntil: "2024-09-20", ...given("再培训班第五期") },
      "2024-07-02",
      /再培训班第六期还来得及，可由中心填写“锁定班级”/u,
    ],
    [
      "next year is too late",
      { kind: "再培训", validUntil: "2025-02-10" },
      "2024-10-01",
      /再培训班第八期还来得及，可由中心填写“锁定班级”；明年的班赶不上/u,
    ],
    [
      "a sign-up that counts on",
      { ...june, preRegisteredOn: "2024-03-20", preRegisteredClass: 二 },
      "2024-04-10",
      /再培训班第二期的预报名转用到本班$/u,
    ],
    [
      "classes still open beside a duty that is past",
      { kind: "再培训", validUntil: "2026-05-20" },
      "2024-06-10",
      /请在省厅系统核实证书状态；现在还能预约再培训班第五期、第六期/u,
    ],
    [
      "only those that end while the certificate is valid",
      { ...june, ...booked(二), trained: "是", exam: "不合格", examTries: 2 },
      "2024-04-10",
      /；现在还能预约再培训班第三期、第四期$/u,
    ],
    [
      "that days, not the class, were too many",
      { ...june, ...booked(二), trained: "是" },
      "2024-06-20",
      /（3月29日结束，到今天已晚了1天）$/u,
    ],
    [
      "of somebody who sat the exam in time, nothing of a lapse",
      { ...june, ...booked(二), trained: "是", exam: "待考", examOn: "2024-06-19" },
      "2024-06-25",
      /^有效期2024-06-20；已办理，班级为再培训班第二期（3月29日结束）；6月19日的考试等成绩$/u,
    ],
  ])("%s", (_, row, today, expected) => {
    expect(assignOne(row, today).reason).toMatch(expected);
  });
  test("a question never proposes 初培 while the certificate is valid", () => {
    const asked = assignOne({ kind: "再培训", validUntil: "2026-05-20" }, "2024-12-15");
    expect(asked.findings.map(({ message, suggestion }) => `${message}${suggestion}`).join("")).not.toMatch(/初培/u);
  });
});

describe("nobody is moved in silence", () => {
  test.each([
    ["moved", { ...june, toldClass: 二 }, "2024-03-26", ["A25"]],
    ["no class any more", { ...may, toldClass: 二 }, "2024-03-26", ["A11", "A25"]],
    ["told", { ...june, toldClass: "再培训班 第三期" }, "2024-03-26", []],
    ["never told anything", june, "2024-03-26", []],
    ["ended", { ...june, toldClass: 二, state: "取消" as const }, "2024-03-26", []],
  ])("%s", (_, row, today, codes) => {
    expect([...assignOne(row, today).codes].sort()).toEqual(codes);
  });
});

test("what was proposed to a lapsed person is not proposed again once it is carried out", () => {
  const lapsed = { ...may, person: "P1", name: "王某" };
  const anew = { kind: "初培", person: "P1", name: "王某" };
  const codes = (roster: Partial<Enrolment>[]) =>
    assignOn(bookOf({ roster }), "2024-06-01").outcome.findings.map(({ code }) => code);
  expect(codes([lapsed])).toEqual(["A09"]);
  expect(codes([lapsed, anew])).toEqual([]);
  expect(codes([lapsed, { ...anew, state: "取消" }])).toEqual(["A09"]);
  expect(codes([lapsed, { ...anew, kind: "初训" }])).toEqual([]);
  const [head, manager] = ["主要负责人", "安全生产管理人员"] as const;
  expect(
    codes([
      { ...lapsed, post: head },
      { ...anew, post: manager },
    ]),
  ).toEqual(["A09"]);
});

describe("分配说明 of a lapsed person says what was proposed, and that it was carried out", () => {
  const lapsed = { ...may, person: "P1", name: "王某" };
  const anew = { kind: "初培", person: "P1", name: "王某" };
  test.each<[string, Partial<Enrolment>]>([
    ["without a class", lapsed],
    ["locked into one", { ...lapsed, lockedClass: 二 }],
  ])("%s", (_, row) => {
    const reason = (roster: Partial<Enrolment>[]) => assignOn(bookOf({ roster }), "2024-06-01").after.roster[0]?.reason;
    expect(reason([row])).toMatch(/建议另建一条“初培”报名（600元），请工作人员确认$/u);
    expect(reason([row, anew])).toMatch(/；已另建“初培”报名$/u);
  });
});

describe("too late: an earlier class is named as a way only to whom one would help", () => {
  const adviceOf = (row: Partial<Enrolment>, today: string) =>
    assignOne(row, today).findings.find(({ code }) => code === "A15")?.suggestion ?? null;
  const late = { kind: "再培训", validUntil: "2024-05-16", ...given(三), lockedClass: 三 };
  test.each<[string, Partial<Enrolment>, string, RegExp]>([
    ["another class ends in time", late, "2024-02-20", /改到更早的班次/u],
    ["no window is open that helps", late, "2024-04-20", /^没有更早的班可改/u],
    ["sits in the class", { ...late, reportedInOn: "2024-02-20" }, "2024-02-20", /^没有更早的班可改/u],
    ["trained", { ...may, ...given(二), reportedInOn: "2024-03-26", trained: "是" }, "2024-05-20", /^没有更早的班可改/u],
    ["without a class on the last day", may, "2024-05-20", /^没有更早的班可改/u],
  ])("%s", (_, row, today, advice) => {
    expect(adviceOf(row, today)).toMatch(advice);
  });
});

test("a change of the policy moves nobody who was given a class", () => {
  const row = { ...june, ...given(二) };
  const settings = { overlapPolicy: "最晚可行" };
  expect(assignOne(row, "2024-02-20", { settings })).toMatchObject({ class: 二, givenBy: "最早" });
  expect(assignOne({ ...row, ...given(六) }, "2024-02-20", { settings }).class).toBe(三);
});

describe("typed before any class was given", () => {
  const passed = { exam: "合格" as const, trained: "是", examOn: "2024-04-10" };
  test.each<[string, Partial<Enrolment>, string | null, string[]]>([
    ["a pass, by the class that was booked", { ...june, ...passed, bookedClass: 三 }, "再3", []],
    ["a pass, by the exam's day", { ...june, ...passed }, "再2", []],
    ["a pass without its day: asked", { ...june, exam: "合格" }, null, ["A18"]],
    ["an exam under way, by its day", { ...june, trained: "是", exam: "待考", examOn: "2024-05-30" }, "再3", []],
    ["a booking by its class", { ...june, ...booked(三) }, "再3", []],
    ["a booking without class: asked", { ...june, booking: "通过" }, null, ["A18"]],
  ])("%s", (_, row, name, codes) => {
    const found = assignOne(row, "2024-04-20");
    expect([shortName(found.class), found.codes]).toEqual([name, codes]);
  });
});

describe("what is no word of the class", () => {
  const others = (...more: Partial<Enrolment>[]) => bookOf({ roster: more.map((row) => ({ name: "王某", ...june, ...row })) });
  test("a report-in of other days says nothing of the class that is booked now", () => {
    const moved = { ...booked(三), reportedInOn: "2024-03-26" };
    const { after, outcome } = assignOn(others(moved, booked(三)), "2024-05-14");
    expect([after.roster[1]?.light, ...outcome.findings.map(({ code }) => code)]).toEqual(["正常", "A23"]);
  });
  test("a pass that is typed late belongs to the class that was booked, not to the one proposed since", () => {
    const first = assignOn(others(booked(二), { ...booked(二), reportedInOn: "2024-03-26" }), "2024-04-03").after;
    expect(first.roster[0]?.class).toBe(三);
    const passed = { ...first, roster: first.roster.map((row, at) => (at === 0 ? { ...row, exam: "合格" as const } : row)) };
    expect(assignOn(passed, "2024-04-10").after.roster[0]).toMatchObject({ class: 二, light: "已完成" });
  });
  test("nobody reports in to a class that was called off, and the centre books nobody there", () => {
    const plan = plan2024.map((row) => (row.name === 三 ? { ...row, state: "停办" } : row));
    const found = assignOne({ ...june, lockedClass: 三 }, "2024-05-20", { plan });
    expect([found.light, found.codes]).toEqual(["需人工", ["A03"]]);
    expect(found.reason).toMatch(/该班已停办，请改班$/u);
  });
  test("locked into one class and booked for another: the difference is said, and no missing booking", () => {
    const found = assignOne({ ...june, lockedClass: 三, ...booked(二) }, "2024-05-14");
    expect([found.light, found.codes]).toEqual(["紧张", ["A06"]]);
  });
  test("a lapsed person is told of no class any more", () => {
    const row = { ...june, toldClass: 二, ...booked(二), noShow: 二 };
    expect(assignOne(row, "2024-06-21").codes).toEqual(["A09"]);
  });
});

describe("a class of the person's month that was called off is named", () => {
  const without = (...names: string[]) =>
    plan2024.map((row) => (names.includes(row.name ?? "") ? { ...row, state: "停办" as const } : row));
  test.each<[string, Partial<Enrolment>, string[], string, RegExp]>([
    ["another one is given", june, [二], "2024-03-01", /^有效期2024-06-20；再培训班第二期已停办；取再培训班第三期/u],
    ["none is left", june, [二, 三], "2024-03-01", /；再培训班第二期、第三期已停办；6月没有对应的再培训班/u],
    ["the other one's window is over", june, [三], "2024-03-26", /；再培训班第三期已停办；再培训班第二期已于3月24日停止预约/u],
    ["初培", { kind: "初培" }, ["培训班第一期"], "2024-03-01", /；培训班第一期已停办；可选培训班第二期、第三期/u],
    ["classes of other months are not", may, [三], "2024-03-01", /^有效期2024-05-20；取再培训班第二期（[^（]*）$/u],
  ])("%s", (_, row, names, today, reason) => {
    expect(assignOne(row, today, { plan: without(...names) }).reason).toMatch(reason);
  });

  test("a seat that was kept: the choice of that time is not said any more", () => {
    const before = assignOne(june, "2024-02-20", { settings: { overlapPolicy: "均衡" } });
    expect(before.reason).toContain("可选再培训班第二期、第三期");
    const { class: name, writtenClass, givenOn, givenBy, reason } = before;
    const other = name === 二 ? 三 : 二;
    const row = { ...june, class: name, writtenClass, givenOn, givenBy, reason };
    const after = assignOne(row, "2024-02-21", { plan: without(other), settings: { overlapPolicy: "均衡" } });
    expect([after.class, after.reason?.includes(`${other}已停办`), after.reason?.includes("可选")]).toEqual([name, true, false]);
  });
});
