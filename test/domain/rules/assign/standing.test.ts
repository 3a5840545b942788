import { EXAM_STATES } from "../../../../apps-script/domain/schema/allowed";
import type { Enrolment } from "../../../../apps-script/domain/schema/roster";
import { assignOn, assignOne, onlyRow, shortName } from "../../../support/assigning";
import { bookOf, plan2024 } from "../../../support/books";

const june = { kind: "再培训", validUntil: "2024-06-20" };
const given = (name: string, givenOn = "2024-01-10") => ({ class: name, writtenClass: name, givenOn });
const 二 = "再培训班第二期";
const 三 = "再培训班第三期";
const 六 = "再培训班第六期";

describe("a class that was given", () => {
  test.each([
    ["open window, also when the policy would say another", { ...june, ...given(三) }, "2024-01-20", 三],
    ["over, open when it was given", { ...june, ...given(二, "2024-03-24") }, "2024-03-25", 二],
    ["over, and over when it was given", { ...june, ...given(二, "2024-03-25") }, "2024-03-26", 三],
    ["another month now", { ...june, validUntil: "2024-10-20", ...given(二) }, "2024-01-20", 六],
    ["another kind now", { kind: "初培", ...given(二) }, "2024-01-20", "培训班第一期"],
    ["not in the plan", { ...june, ...given("老班") }, "2024-01-20", 二],
    ["换证 now", { ...june, kind: "换证", ...given(二) }, "2024-01-20", null],
    ["date unreadable now", { ...june, validUntil: "2024年6月", ...given(二) }, "2024-01-20", null],
    ["refused booking", { ...june, booking: "退回", ...given(三) }, "2024-01-20", 三],
    ["emptied by hand: given anew", { ...june, writtenClass: 三, givenOn: "2024-01-10" }, "2024-01-20", 二],
  ])("%s", (_, row, today, expected) => {
    const found = assignOne(row, today);
    expect([found.class, found.writtenClass, found.lockedClass]).toEqual([expected, expected, null]);
  });

  test("a class called off is given up", () => {
    const plan = plan2024.map((row) => (row.name === 三 ? { ...row, state: "停办" } : row));
    expect(assignOne({ ...june, ...given(三) }, "2024-01-20", { plan }).class).toBe(二);
  });

  test("missed, it is given up: on the last day it is too late, and then the certificate has lapsed", () => {
    const row = { ...june, ...given(二) };
    expect(assignOne(row, "2024-06-19")).toMatchObject({ class: null, slack: null, light: "已过报名截止", candidates: null });
    expect(assignOne(row, "2024-06-20")).toMatchObject({ class: null, light: "来不及", codes: ["A15"] });
    const lapsed = assignOne(row, "2024-06-21");
    expect(lapsed).toMatchObject({ class: null, light: "已过期", codes: ["A09"] });
    expect(lapsed.reason).toMatch(/另建一条“初培”报名（600元）/u);
  });

  test("a lapsed certificate gives its seat in an open class back", () => {
    const plan = plan2024.map((row) => (row.name === 二 ? { ...row, bookingTo: "2024-06-30", statedBooking: null } : row));
    const lapsed = assignOne({ ...june, ...given(二) }, "2024-06-21", { plan });
    expect(lapsed).toMatchObject({ class: null, writtenClass: null, givenOn: null, light: "已过期" });
  });

  test("the next day changes nothing in a row that stays or is settled", () => {
    const roster = [june, { ...june, booking: "通过", bookedClass: 三 }, { ...june, lockedClass: 三 }, { kind: "初培" }];
    const first = assignOn(bookOf({ roster }), "2024-01-20").after;
    expect(assignOn(first, "2024-01-21").outcome.cells).toEqual([]);
  });

  test("a kept seat keeps its reason while it is true", () => {
    const plan = plan2024.map((row) => ({ ...row, capacity: 9 }));
    const first = assignOn(bookOf({ plan, roster: [june] }), "2024-01-20").after;
    expect(onlyRow(assignOn(first, "2024-03-20").after).reason).toBe(onlyRow(first).reason);
    const moved = { ...first, roster: first.roster.map((row) => ({ ...row, validUntil: "2024-06-21" })) };
    expect(onlyRow(assignOn(moved, "2024-01-21").after).reason).toBe(
      "有效期2024-06-21；已分到再培训班第二期（3月29日结束，余83天）",
    );
  });
});

describe("a class typed by hand", () => {
  test("moves to 锁定班级 with a finding, once", () => {
    const { after, outcome } = assignOn(bookOf({ roster: [{ ...june, ...given(二), class: 三 }] }), "2024-01-20");
    expect(onlyRow(after)).toMatchObject({ class: 三, lockedClass: 三, writtenClass: 三 });
    expect(outcome.findings.map(({ code, severity }) => [code, severity])).toEqual([["A01", "提示"]]);
    const second = assignOn(after, "2024-01-20").outcome;
    expect([second.cells, second.findings]).toEqual([[], []]);
  });
  test.each([
    ["blanks do not matter", { class: "再培训班 第三期" }, 三, 三],
    ["a new lock beside it wins", { ...given(二), class: 六, lockedClass: 三 }, 三, 三],
    ["typed over a lock", { ...given(二), class: 三, lockedClass: 二 }, 三, 三],
    ["a new lock moves the class", { ...given(二), lockedClass: 三 }, 三, 三],
    ["a class of no plan stays visible", { class: "外地班" }, "外地班", "外地班"],
  ])("%s", (_, row, name, locked) => {
    expect(assignOne({ ...june, ...row }, "2024-01-20")).toMatchObject({ class: name, lockedClass: locked });
  });
  test("without its lock the class is the rule's again", () => {
    expect(assignOne({ ...june, ...given(三) }, "2024-01-20").class).toBe(三);
    expect(assignOne({ ...june, ...given(六) }, "2024-01-20").class).toBe(二);
  });
});

const frozen: readonly Partial<Enrolment>[] = [
  { lockedClass: 六 },
  { booking: "待审" },
  { booking: "通过" },
  { reportedInOn: "2024-08-27" },
  { trained: "是" },
  ...EXAM_STATES.filter((exam) => exam !== "合格").map((exam) => ({ exam })),
];

describe("settled rows are only checked", () => {
  test.each(frozen)("%o", (state) => {
    for (const today of ["2024-01-20", "2024-06-01", "2024-08-26", "2024-12-31"]) {
      const row = assignOne({ kind: "再培训", validUntil: "2025-06-20", ...given(六, "2024-12-01"), ...state }, today);
      // The class ends behind this year's anniversary: too late, and once that is past a question.
      const codes = row.codes.filter((code) => code === "A05" || code === "A15" || code === "A19");
      expect([row.class, codes]).toEqual([六, ["A05", today > "2024-06-20" ? "A19" : "A15"]]);
    }
  });
  test.each([
    ["other kind", { ...june, lockedClass: "培训班第一期" }, ["A04"]],
    ["booked elsewhere than locked", { ...june, lockedClass: 三, booking: "通过", bookedClass: 二 }, ["A06"]],
    ["exam too late", { ...june, ...given(三), exam: "待考", examOn: "2024-06-20" }, ["A07"]],
    ["class not in the plan", { ...june, lockedClass: "再3" }, ["A02"]],
    ["no class", { ...june, reportedInOn: "2024-03-26" }, ["A18"]],
    ["unreadable date", { ...june, validUntil: "6.20", lockedClass: 三 }, ["A08"]],
  ])("%s", (_, row, codes) => {
    expect(assignOne(row, "2024-01-20").codes).toEqual(codes);
  });
  test("a locked class that was called off", () => {
    const plan = plan2024.map((row) => (row.name === 三 ? { ...row, state: "停办" } : row));
    expect(assignOne({ ...june, lockedClass: 三 }, "2024-01-20", { plan })).toMatchObject({ class: 三, codes: ["A03"] });
  });
  test("a booked row without class takes the class that was booked; a bare 未约 freezes nothing that is not there", () => {
    expect(assignOne({ ...june, booking: "通过", bookedClass: 三 }, "2024-01-20").class).toBe(三);
    expect(assignOne({ ...june, exam: "未约" }, "2024-01-20").class).toBe(二);
  });
});

describe("ended rows", () => {
  test.each([
    [{ exam: "合格" }, "已完成"],
    [{ state: "已完成" }, "已完成"],
    [{ state: "取消" }, null],
    [{ state: "离职" }, null],
    [{ state: "已失效" }, null],
    [{ state: "转班" }, null],
    [{ state: "取消", exam: "合格" }, null],
  ])("%o", (state, light) => {
    const row = { ...june, ...given(二), light: "来不及", slack: 3, lastSafeBookingDay: "2024-03-21", reason: "从前" };
    for (const today of ["2024-01-20", "2024-12-31"]) {
      expect(assignOne({ ...row, ...state }, today)).toMatchObject({
        ...{ class: 二, light, slack: null, lastSafeBookingDay: null, reviewDue: null, reason: "从前", codes: [] },
      });
    }
  });
  test("a cancelled enrolment gives its seat back and, live again, has to find one", () => {
    const plan = plan2024.map((row) => (row.name === 二 ? { ...row, capacity: 1 } : row));
    const both = bookOf({
      plan,
      roster: [
        { ...june, ...given(二), state: "取消" },
        { ...june, validUntil: "2024-06-21" },
      ],
    });
    const first = assignOn(both, "2024-01-20").after;
    expect(first.roster.map((row) => shortName(row.class))).toEqual(["再2", "再2"]);
    const again = { ...first, roster: first.roster.map((row) => ({ ...row, state: null })) };
    const { after } = assignOn(again, "2024-01-21");
    expect(after.roster.map((row) => shortName(row.class))).toEqual(["再3", "再2"]);
  });
});
