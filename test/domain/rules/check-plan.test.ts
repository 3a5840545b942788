import { checkPlanRule } from "../../../apps-script/domain/rules/check-plan";
import type { PlanRow } from "../../../apps-script/domain/schema/plan";
import { bookOf, plan2024 } from "../../support/books";
import { decisions, reordered, runOn, secondRunOf } from "../../support/running";

const today = "2024-01-05";
const stated = (row: Partial<PlanRow>): Partial<PlanRow> => ({
  ...row,
  ...{ kind: null, term: null, months: null, deadline: null, bookingFrom: null, bookingTo: null },
  ...{ reportIn: null, reportHours: null, studyFrom: null, studyTo: null },
});
const normalised = [
  "kind",
  "term",
  "months",
  "deadline",
  "bookingFrom",
  "bookingTo",
  "reportIn",
  "reportHours",
  "studyFrom",
  "studyTo",
] as const;
const first = plan2024[0] ?? {};

test("the notice's eleven classes are read from their six cells", () => {
  const { after, outcome } = runOn(checkPlanRule, bookOf({ plan: plan2024.map(stated) }), today);
  for (const [index, row] of after.plan.entries()) {
    for (const column of normalised)
      expect([row.name, column, row[column]]).toEqual([row.name, column, plan2024[index]?.[column] ?? null]);
  }
  expect(outcome.summary).toMatchObject({ classes: 11 });
  expect(outcome.findings.filter((finding) => finding.severity === "阻断")).toEqual([]);
});

test("计划检查 names the rules, in short", () => {
  const { after, outcome } = runOn(checkPlanRule, bookOf(), today);
  const third = after.plan.find((row) => row.name === "再培训班第三期");
  expect(third?.check?.split("；")).toContain("报名截止早于预约开始");
  expect(outcome.findings.find((finding) => finding.code === "P18")).toMatchObject({ row: null });
  const bySeverity = outcome.summary.findings as Record<string, number>;
  expect(Object.values(bySeverity).reduce((sum, count) => sum + count, 0)).toBe(outcome.findings.length);
});

test("of a class that is over nothing is asked that nobody can do any more", () => {
  const codesOn = (day: string) => {
    const { after, outcome } = runOn(checkPlanRule, bookOf({ plan: plan2024 }), day);
    const key = after.plan.find(({ name }) => name === "再培训班第一期")?.key;
    return { told: outcome.findings.filter(({ row }) => row === key).map(({ code }) => code), cell: after.plan[0]?.check };
  };
  const [lastDay, over] = [codesOn("2024-02-29"), codesOn("2024-03-01")];
  expect(lastDay.told).toContain("P19");
  expect(over).toEqual({ told: [], cell: lastDay.cell });
});

test.each<[string, Partial<PlanRow>, Partial<PlanRow>]>([
  ["a corrected cell", { statedDeadline: "4月3日" }, { deadline: "2024-04-03" }],
  ["an unreadable cell", { statedDeadline: "待定" }, { deadline: null }],
  ["no such day", { statedStudy: "2月26日-2月30日" }, { studyFrom: null, studyTo: null }],
  ["an empty stated cell leaves what stands there", { statedDeadline: null }, { deadline: "2024-04-05" }],
  ["a kind that contradicts the name", { kind: "再培训" }, { kind: "培训" }],
  ["a name that says nothing, kind given", { name: "甲班", kind: "再培训" }, { kind: "再培训" }],
  ["a name that says nothing", { name: "甲班", kind: null }, { kind: "培训" }],
])("%s", (_name, given, expected) => {
  const { after } = runOn(checkPlanRule, bookOf({ plan: [{ ...first, ...given }] }), today);
  expect(after.plan[0]).toMatchObject(expected);
});

test("an unreadable cell is a finding of that class", () => {
  const ran = runOn(checkPlanRule, bookOf({ plan: [{ ...first, statedDeadline: "待定" }] }), today);
  expect(ran.codes).toContain("P01");
  expect(ran.after.plan[0]?.check).toContain("报名截止缺少或看不懂");
});

test("leap day: the plan copied to the next year says so", () => {
  const plan = plan2024.map((row) => ({ ...stated(row), year: 2025 }));
  const ran = runOn(checkPlanRule, bookOf({ plan, settings: { planYear: 2025 } }), today);
  expect(ran.outcome.findings.find((finding) => finding.code === "P04")?.row).toBe("2025·1·再培训班第一期");
});

test("replaced and called-off classes and other years are not checked", () => {
  const plan = [
    { ...first, state: "停办" },
    { ...first, version: 2, check: "旧" },
    { ...first, year: 2023, statedDeadline: "?" },
  ];
  const ran = runOn(checkPlanRule, bookOf({ plan }), today);
  expect(ran.outcome.summary).toMatchObject({ classes: 1 });
  expect(ran.codes).not.toContain("P01");
  expect(ran.codes).not.toContain("P09");
});

test("two rows with one name are found", () => {
  const ran = runOn(checkPlanRule, bookOf({ plan: [first, { ...first, name: "培训班 第一期" }] }), today);
  expect(ran.codes).toContain("P09");
});

test("running again changes nothing, and the order of rows does not matter", () => {
  const book = bookOf({ plan: plan2024.map(stated) });
  const ran = runOn(checkPlanRule, book, today);
  expect(secondRunOf(checkPlanRule, ran, today)).toBe(0);
  expect(decisions(runOn(checkPlanRule, reordered(book, ["plan"], 7), today).outcome)).toEqual(decisions(ran.outcome));
});

test("a class state that is no word of its list is said, and the class is taken for open", () => {
  const states = [null, "开班", "停办", "停开", "停办？"];
  const plan = plan2024.slice(0, states.length).map((row, place) => ({ ...stated(row), state: states[place] ?? null }));
  const { outcome, after } = runOn(checkPlanRule, bookOf({ plan }), today);
  const said = outcome.findings.filter(({ code }) => code === "P22");
  expect(said.map(({ severity, column, message }) => [severity, column, message.slice(message.indexOf("“"))])).toEqual(
    ["停开", "停办？"].map((word) => ["阻断", "state", `“开班状态”写的是“${word}”，看不懂，暂按照常开班处理。`]),
  );
  expect(after.plan.filter(({ check }) => check?.includes("开班状态看不懂")).map(({ state }) => state)).toEqual([
    "停开",
    "停办？",
  ]);
});

test("a year of 节假日 that was typed half counts as unknown, and what it lacks is named", () => {
  const book = bookOf();
  const half = { ...book, holidays: book.holidays.filter(({ day }) => day === null || day < "2024-06-01") };
  const found = runOn(checkPlanRule, half, "2024-01-05").outcome.findings.find(({ code }) => code === "P23");
  expect(found).toMatchObject({
    severity: "警告",
    table: "holidays",
    message:
      "2024年的节假日只登记了一部分，还缺端午节（6月10日）、中秋节（9月17日）、国庆节（10月1日、10月2日、10月3日），补齐之前这一年的工作日按未知处理。",
  });
  expect(runOn(checkPlanRule, book, "2024-01-05").codes).not.toContain("P23");
});
