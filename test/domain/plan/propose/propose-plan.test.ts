import fc from "fast-check";
import { partsOf, weekdayOf } from "../../../../apps-script/domain/days/civil-day";
import { holidaySeed } from "../../../../apps-script/domain/days/holiday-seed";
import { calendarOf } from "../../../../apps-script/domain/days/working-days";
import { checkClasses } from "../../../../apps-script/domain/plan/check-plan";
import { type Ground, proposePlan } from "../../../../apps-script/domain/plan/propose/propose-plan";
import { noticeText, proposedTable } from "../../../../apps-script/domain/plan/propose/proposed-table";
import { readPlanText } from "../../../../apps-script/domain/plan/read-plan";
import { normaliseClass, type StatedClass, type TrainingClass } from "../../../../apps-script/domain/plan/training-class";
import { planText } from "../../../../node-sync/src/workbook/plan-2024";

const calendar = calendarOf(holidaySeed());
const ground: Ground = { calendar, reviewDays: 2, safetyMargin: 15, holders: new Map() };
const classesOf = (stated: readonly StatedClass[], year: number): TrainingClass[] =>
  stated.map((one, place) => ({
    ...normaliseClass(one, year),
    ...{ key: String(place), year, version: 1, name: one.name, place: null, open: true },
    capacity: one.capacity ? Number(one.capacity) : null,
  }));
const of2024 = classesOf(readPlanText(planText()).classes, 2024);

const checked = (stated: readonly StatedClass[], year: number) =>
  checkClasses(classesOf(stated, year), calendar, { ...ground, statedOf: (key) => stated[Number(key)] });
const codes = (stated: readonly StatedClass[], year: number): string[] => [
  ...new Set(checked(stated, year).map(({ code }) => code)),
];

test("2025 from 2024: the same weekdays, off holidays, a safety margin before the months, and a class for January and February", () => {
  const { classes, open } = proposePlan(of2024, 2025, ground);
  expect(open).toEqual([]);
  expect(
    classes.map(({ name, months, deadline, booking, reportIn, study }) => [name, months, deadline, booking, reportIn, study]),
  ).toMatchInlineSnapshot(`
[
  [
    "培训班第一期",
    null,
    "4月1日",
    "3月3日-4月2日",
    "4月7日9:00-11:00",
    "4月7日-4月16日",
  ],
  [
    "培训班第二期",
    null,
    "7月2日",
    "6月4日-7月3日",
    "7月7日9:00-11:00",
    "7月7日-7月16日",
  ],
  [
    "培训班第三期",
    null,
    "10月22日",
    "9月24日-10月23日",
    "10月27日9:00-11:00",
    "10月27日-11月5日",
  ],
  [
    "再培训班第一期",
    "3-4月",
    "2月6日",
    "1月8日-2月7日",
    "2月10日9:00-11:00",
    "2月10日-2月13日",
  ],
  [
    "再培训班第二期",
    "5-6月",
    "3月20日",
    "2月21日-3月21日",
    "3月25日9:00-11:00",
    "3月25日-3月28日",
  ],
  [
    "再培训班第三期",
    "6-7月",
    "3月31日",
    "4月10日-5月9日",
    "5月13日9:00-11:00",
    "5月13日-5月16日",
  ],
  [
    "再培训班第四期",
    "7-8月",
    "3月31日",
    "4月29日-5月29日",
    "6月3日9:00-11:00",
    "6月3日-6月6日",
  ],
  [
    "再培训班第五期",
    "8-9月",
    "3月31日",
    "5月29日-6月27日",
    "7月1日9:00-11:00",
    "7月1日-7月4日",
  ],
  [
    "再培训班第六期",
    "10月",
    "3月31日",
    "7月23日-8月22日",
    "8月26日9:00-11:00",
    "8月26日-8月29日",
  ],
  [
    "再培训班第七期",
    "11月",
    "3月31日",
    "8月20日-9月19日",
    "9月23日9:00-11:00",
    "9月23日-9月26日",
  ],
  [
    "再培训班第八期",
    "11-12月",
    "3月31日",
    "9月12日-10月11日",
    "10月14日9:00-11:00",
    "10月14日-10月17日",
  ],
  [
    "再培训班第九期",
    "1-2月",
    "12月4日",
    "11月6日-12月5日",
    "12月9日9:00-11:00",
    "12月9日-12月12日",
  ],
]
`);
  expect(codes(classes, 2025)).toEqual(expect.not.arrayContaining(["P11", "P12", "P13", "P14", "P18", "P19", "P20"]));
});

test("each class says why it lies there", () => {
  const { classes } = proposePlan(of2024, 2025, {
    ...ground,
    holders: new Map([
      [3, 20],
      [4, 21],
      [6, 11],
    ]),
  });
  expect(classes.map(({ name, capacity, reasons }) => [name, capacity, reasons.join("；")])).toMatchInlineSnapshot(`
[
  [
    "培训班第一期",
    "",
    "2024年4月8日报到，移到星期相同的4月7日；4月2日预约的2个工作日审完，赶得上报到；报名截止在预约截止的前一天",
  ],
  [
    "培训班第二期",
    "",
    "2024年7月8日报到，移到星期相同的7月7日；7月3日预约的2个工作日审完，赶得上报到；报名截止在预约截止的前一天",
  ],
  [
    "培训班第三期",
    "",
    "2024年10月28日报到，移到星期相同的10月27日；10月23日预约的2个工作日审完，赶得上报到；报名截止在预约截止的前一天",
  ],
  [
    "再培训班第一期",
    "41",
    "2024年2月26日报到，移到星期相同的2月24日；那样2月27日才学完，离3月1日太近，改为2月10日报到；2月13日学完，离3月1日还有15天以上；2月7日预约的2个工作日审完，赶得上报到；报名截止在预约截止的前一天；证件3-4月到期的有41人",
  ],
  [
    "再培训班第二期",
    "6",
    "2024年3月26日报到，移到星期相同的3月25日；3月28日学完，离5月1日还有15天以上；3月21日预约的2个工作日审完，赶得上报到；报名截止在预约截止的前一天；证件5-6月到期的有11人，与别的班分",
  ],
  [
    "再培训班第三期",
    "6",
    "2024年5月14日报到，移到星期相同的5月13日；5月16日学完，离6月1日还有15天以上；5月9日预约的2个工作日审完，赶得上报到；报名截止仍是3月31日；证件6-7月到期的有11人，与别的班分",
  ],
  [
    "再培训班第四期",
    "",
    "2024年6月4日报到，移到星期相同的6月3日；6月6日学完，离7月1日还有15天以上；5月29日预约的2个工作日审完，赶得上报到；报名截止仍是3月31日",
  ],
  [
    "再培训班第五期",
    "",
    "2024年7月2日报到，移到星期相同的7月1日；7月4日学完，离8月1日还有15天以上；6月27日预约的2个工作日审完，赶得上报到；报名截止仍是3月31日",
  ],
  [
    "再培训班第六期",
    "",
    "2024年8月27日报到，移到星期相同的8月26日；8月29日学完，离10月1日还有15天以上；8月22日预约的2个工作日审完，赶得上报到；报名截止仍是3月31日",
  ],
  [
    "再培训班第七期",
    "",
    "2024年9月24日报到，移到星期相同的9月23日；9月26日学完，离11月1日还有15天以上；9月19日预约的2个工作日审完，赶得上报到；报名截止仍是3月31日",
  ],
  [
    "再培训班第八期",
    "",
    "2024年10月22日报到，移到星期相同的10月21日；那样10月24日才学完，离11月1日太近，改为10月14日报到；10月17日学完，离11月1日还有15天以上；10月11日预约的2个工作日审完，赶得上报到；报名截止仍是3月31日",
  ],
  [
    "再培训班第九期",
    "",
    "1-2月没有班级，给证件2026年1-2月到期的人加一个班；12月12日学完，离1月1日还有15天以上；12月5日预约的2个工作日审完，赶得上报到；报名截止在预约截止的前一天",
  ],
]
`);
});

/** Years whose holidays are known, and those of the year before too. */
const knownYear = fc.integer({ min: 2005, max: 2026 });

test("whatever classes there were, what is proposed is read back whole and check-plan finds nothing that blocks", () => {
  fc.assert(
    fc.property(knownYear, fc.subarray(of2024, { minLength: 1 }), (year, last) => {
      const plan = proposePlan(last, year, ground);
      const { classes, year: stated } = readPlanText(noticeText(plan));
      expect([stated, classes.map(({ name }) => name)]).toEqual([year, plan.classes.map(({ name }) => name)]);
      const findings = checked(classes, year);
      expect(findings.filter(({ severity }) => severity === "阻断")).toEqual([]);
      expect(findings.filter(({ code }) => ["P11", "P12", "P13", "P14", "P20"].includes(code))).toEqual([]);
      for (const one of classesOf(classes, year)) {
        expect([one.name, calendar.isWorkingDay(one.reportIn ?? "")]).toEqual([one.name, true]);
        expect(partsOf(one.studyTo ?? "").year).toBe(year);
      }
    }),
  );
});

test("from year to year the plan stays as good: 2024, 2025, 2026", () => {
  const next = proposePlan(of2024, 2025, ground);
  const { classes, open } = proposePlan(classesOf(next.classes, 2025), 2026, ground);
  expect([open, classes.length]).toEqual([[], next.classes.length]);
  expect(codes(classes, 2026)).toEqual(expect.not.arrayContaining(["P11", "P18", "P19", "P20"]));
  const weekdays = classesOf(next.classes, 2025).map(({ reportIn }) => weekdayOf(reportIn ?? ""));
  expect(weekdays.filter((day) => day === 1 || day === 2)).toHaveLength(weekdays.length);
});

test("a year whose holidays nobody knows yet is not guessed: it says what is missing", () => {
  expect(() => proposePlan(of2024, 2027, ground)).toThrow("请在“节假日”里补上 2027 年的放假安排");
  expect(() => proposePlan([], 2025, ground)).toThrow("没有2024年的培训计划");
});

test("the months' holders are divided among their classes, and the table holds the reasons beside the notice's columns", () => {
  const plan = proposePlan(of2024, 2025, {
    ...ground,
    holders: new Map([
      [6, 11],
      [5, 4],
    ]),
  });
  const seats = Object.fromEntries(plan.classes.map(({ name, capacity }) => [name, capacity]));
  expect([seats.再培训班第二期, seats.再培训班第三期, seats.培训班第一期]).toEqual(["10", "6", ""]);
  const [title, header, ...rows] = proposedTable(plan);
  expect([title, header?.slice(-2), rows.length]).toEqual([["2025年金属非金属矿山单位培训计划表"], ["容量", "说明"], 12]);
});
