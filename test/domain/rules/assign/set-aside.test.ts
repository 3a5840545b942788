import { assign } from "../../../../apps-script/domain/rules/assign/assign";
import { checkPlanRule } from "../../../../apps-script/domain/rules/check-plan";
import { contextOf } from "../../../../apps-script/domain/rules/context";
import { bookOf, plan2024 } from "../../../support/books";

const today = "2024-03-01";
const may = { validUntil: "2024-05-20", kind: "再培训" } as const;
const withSeats = (capacity: string | number | null) =>
  plan2024.map((row) => (row.name === "再培训班第二期" ? { ...row, capacity } : row));

test("rows that share a number keep the seats they hold", () => {
  const book = bookOf({
    plan: withSeats(2),
    roster: [
      { name: "甲", ...may },
      { name: "乙", ...may },
    ],
  });
  const [first] = book.roster;
  if (!first) throw new Error("no row");
  const rows = [8, 9].map((at) => ({ ...first, key: "B2024-00099", at, class: "再培训班第二期" }));
  const crowded = { ...book, repeated: [{ table: "roster" as const, key: "B2024-00099", at: [8, 9], rows }] };
  const outcome = assign(crowded, contextOf(crowded, today));
  expect(outcome.cells.filter(({ column }) => column === "light").map(({ after }) => after)).toEqual(["班级已满", "班级已满"]);
  expect(outcome.cells.find(({ row, column }) => column === "assigned" && row.endsWith("再培训班第二期"))?.after).toBe(2);
});

test.each([
  ["abc", 1],
  [-1, 1],
  [2.5, 1],
  ["3人", 0],
  [0, 0],
  [null, 0],
])("容量 %p is told %i times", (capacity, times) => {
  const book = bookOf({ plan: withSeats(capacity) });
  const { findings } = checkPlanRule(book, contextOf(book, today));
  expect(findings.filter(({ code }) => code === "P21").length).toBe(times);
});

test("a plan year that the plan does not have decides nothing, and is told", () => {
  const book = bookOf({ settings: { planYear: 2025 }, roster: [{ name: "甲", ...may, class: "再培训班第二期" }] });
  const context = contextOf(book, today);
  expect(context.problems.map(({ code, severity }) => [code, severity])).toEqual([["W07", "阻断"]]);
  expect(assign(book, context).cells).toEqual([]);
});

test("without a plan year the plan's own year counts, and the gap is told", () => {
  const context = contextOf(bookOf({ settings: { planYear: null } }), "2025-01-05");
  expect([context.settings.planYear, context.problems.map(({ code }) => code)]).toEqual([2024, ["W02"]]);
});
