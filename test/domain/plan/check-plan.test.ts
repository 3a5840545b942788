import { daysBetween } from "../../../apps-script/domain/days/civil-day";
import { holidaySeed } from "../../../apps-script/domain/days/holiday-seed";
import { addWorkingDays, calendarOf } from "../../../apps-script/domain/days/working-days";
import { checkClasses } from "../../../apps-script/domain/plan/check-plan";
import type { StatedClass, TrainingClass } from "../../../apps-script/domain/plan/training-class";
import { planRules } from "../../../apps-script/domain/wording/plan";
import { asClass, planOf, statedByKey } from "./plan-2024";

const calendar = calendarOf(holidaySeed());
const options = { reviewDays: 2, safetyMargin: 15, statedOf: statedByKey };
const plan = planOf(2024);
const class1 = plan.find((one) => one.key === "再1") ?? asClass({ ...noCells(), name: "再培训班第一期" }, 2024, "再1");

function noCells(): StatedClass {
  return { name: "", months: null, deadline: null, booking: null, reportIn: null, study: null };
}
/** The findings of a plan in short, without the one on uncovered months. */
function faults(classes: readonly TrainingClass[], code?: string): string[] {
  const found = checkClasses(classes, calendar, { reviewDays: 2, safetyMargin: 15 });
  return found
    .filter((one) => one.row !== null && (code ?? one.code) === one.code)
    .map((one) => `${one.severity} ${one.row} ${one.message}`);
}

test("F1: in all eleven classes a booking of the last day is reviewed on the report-in day", () => {
  expect(plan).toHaveLength(11);
  for (const one of plan) expect(addWorkingDays(calendar, one.bookingTo ?? "", 2)).toBe(one.reportIn);
});

test("F1: for the first class only because 7 April was worked", () => {
  const withoutMakeUpDays = calendarOf(holidaySeed().filter(({ kind }) => kind === "休"));
  const late = checkClasses(plan, withoutMakeUpDays, options).filter(({ code }) => code === "P11");
  expect(late.map(({ row, severity, message }) => [row, severity, message])).toEqual([
    [
      "培1",
      "警告",
      "培训班第一期的预约截止 2024-04-06（原文“3月7日-4月6日”），审核要到 2024-04-09 才完，晚于报到日 2024-04-08。",
    ],
  ]);
});

test("F3: days from class end to the first day of the first month", () => {
  const days = plan.slice(3).map((one) => {
    const [month] = one.months;
    return daysBetween(one.studyTo ?? "", `2024-${String(month).padStart(2, "0")}-01`);
  });
  expect(days).toEqual([1, 33, 15, 24, 27, 32, 35, 7]);
});

test("the plan of 2024 as stated: nothing blocks, and these are said", () => {
  const found = checkClasses(plan, calendar, options);
  expect(found.filter(({ severity }) => severity === "阻断")).toEqual([]);
  expect(found.map(({ code, severity, row }) => `${row} ${code} ${severity}`)).toEqual([
    "培1 P15 提示",
    "培1 P16 提示",
    "再1 P19 警告",
    "再2 P15 提示",
    "再2 P16 提示",
    ...["再3", "再4", "再5"].flatMap((key) => [`${key} P10 提示`, `${key} P15 提示`, `${key} P16 提示`, `${key} P17 提示`]),
    ...["再6", "再7"].flatMap((key) => [`${key} P10 提示`, `${key} P15 提示`, `${key} P16 提示`]),
    ...["P10 提示", "P15 提示", "P16 提示", "P17 提示", "P19 警告"].map((fault) => `再8 ${fault}`),
    "null P18 提示",
  ]);
  const sentence = (row: string | null, code: string) => found.find((one) => one.row === row && one.code === code)?.message;
  expect(sentence("再3", "P10")).toBe(
    "再培训班第三期的中心网站报名截止 2024-03-31（原文“3月31日”）比省厅预约开始日 2024-04-13 早 13 天。",
  );
  expect(sentence("再8", "P10")).toContain("早 174 天");
  expect(sentence("培1", "P15")).toBe("培训班第一期的中心网站报名截止 2024-04-05（星期五）（原文“4月5日”）是休息日。");
  expect(sentence("再8", "P17")).toBe("再培训班第八期的11月也在再培训班第七期里。");
  expect(sentence("再8", "P19")).toBe("再培训班第八期 2024-10-25 结业，离最早到期日 2024-11-01 只有 7 天，少于安全余量 15 天。");
  expect(sentence(null, "P18")).toBe("1、2月到期的证件没有对应的再培训班。");
});

test("every finding names a class, a column of the tab, a rule and what to do, once per rule and row", () => {
  const found = checkClasses([...plan, ...planOf(2025)], calendar, options);
  for (const one of found) {
    expect(planRules).toHaveProperty(one.code);
    expect(one.table).toBe("plan");
    expect([one.message, one.suggestion]).toEqual([expect.stringMatching(/.。$/u), expect.stringMatching(/.。$/u)]);
    if (one.row !== null) expect(one.message).toMatch(/培训班第.期/);
  }
  const once = checkClasses(plan, calendar, options).map(({ code, row }) => `${code} ${row}`);
  expect(once).toEqual([...new Set(once)]);
});

test("copied to 2025, the first retraining class is an error and not 1 March", () => {
  const found = checkClasses(planOf(2025), calendar, options).filter(({ severity }) => severity === "阻断");
  expect(found).toEqual([
    {
      code: "P04",
      severity: "阻断",
      table: "plan",
      row: "再1",
      column: "statedStudy",
      message: "再培训班第一期的“学习时间”看不懂：“2月26日-2月29日”：2025年不是闰年，没有2月29日。",
      suggestion: "请写明起止两天，如 4月8日-4月17日。",
    },
  ]);
});

test("a year without holidays is unknown, never Monday to Friday", () => {
  const found = checkClasses(planOf(2028), calendar, options).filter(({ code }) => ["P11", "P15", "P16"].includes(code));
  expect(found).toHaveLength(11);
  expect(new Set(found.map(({ severity, suggestion }) => `${severity} ${suggestion}`))).toEqual(
    new Set(["提示 请在“节假日”里补上 2028 年的放假安排。"]),
  );
  expect(found[0]?.message).toBe("培训班第一期预约截止 2028-04-06 后的工作日未知，请补节假日，审核能否在报到前完成无法判断。");
});

test("a year that was typed half is unknown, and what it lacks is named", () => {
  const half = calendarOf(holidaySeed().filter(({ day }) => day < "2024-04-01" || (day > "2024-05-31" && day < "2024-09-25")));
  const found = checkClasses(planOf(2024), half, options).filter(({ code }) => code === "P11");
  expect(found).toHaveLength(11);
  expect(new Set(found.map(({ suggestion }) => suggestion))).toEqual(
    new Set([
      "请在“节假日”里补上 2024 年的放假安排，还缺清明节（4月4日）、劳动节（5月1日）、国庆节（10月1日、10月2日、10月3日）。",
    ]),
  );
});

describe("one thing wrong with 再培训班第一期", () => {
  test.each<[string, string, Partial<TrainingClass>, string]>([
    ["P01", "no deadline", { deadline: null }, "阻断 再1 再培训班第一期没有填“中心网站报名截止”。"],
    ["P02", "no booking window", { bookingFrom: null, bookingTo: null }, "阻断 再1 再培训班第一期没有填“省厅系统预约培训时间”。"],
    ["P03", "no report-in", { reportIn: null }, "阻断 再1 再培训班第一期没有填“报到时间”。"],
    ["P04", "no study", { studyTo: null }, "阻断 再1 再培训班第一期没有填“学习时间”。"],
    ["P05", "no months", { months: [] }, "阻断 再1 再培训班第一期是再培训班，却没有写证件有效期限月份，无法按月份分班。"],
    ["P06", "a name without a kind", { name: "第一期" }, "警告 再1 班级名称“第一期”看不出是培训还是再培训。"],
    [
      "P07",
      "a window that ends before it starts",
      { bookingTo: "2024-01-20" },
      "阻断 再1 再培训班第一期的预约结束日 2024-01-20 早于开始日 2024-01-23。",
    ],
    [
      "P08",
      "study that ends before it starts",
      { studyTo: "2024-02-25" },
      "阻断 再1 再培训班第一期的学习结束日 2024-02-25 早于开始日 2024-02-26。",
    ],
    [
      "P11",
      "a window that is reviewed late",
      { bookingTo: "2024-02-23" },
      "警告 再1 再培训班第一期的预约截止 2024-02-23，审核要到 2024-02-27 才完，晚于报到日 2024-02-26。",
    ],
    [
      "P12",
      "a window after report-in",
      { bookingTo: "2024-02-27" },
      "警告 再1 再培训班第一期的预约截止 2024-02-27 晚于报到日 2024-02-26。",
    ],
    [
      "P13",
      "a deadline after report-in",
      { deadline: "2024-02-27" },
      "警告 再1 再培训班第一期的中心网站报名截止 2024-02-27 晚于报到日 2024-02-26。",
    ],
    [
      "P14",
      "study before report-in",
      { studyFrom: "2024-02-25" },
      "警告 再1 再培训班第一期的学习开始日 2024-02-25 早于报到日 2024-02-26。",
    ],
    [
      "P19",
      "an end in its own month",
      { studyTo: "2024-03-08" },
      "警告 再1 再培训班第一期 2024-03-08 结业时，2024-03-01 起到期的证件已经过期。",
    ],
  ])("%s: %s", (code, _, change, expected) => {
    expect(faults([class1], code)).toEqual(code === "P19" ? [expect.stringContaining("只有 1 天")] : []);
    expect(faults([{ ...class1, ...change }], code)).toEqual([expected]);
  });
});

describe("classes with each other", () => {
  const later = { ...class1, key: "后", name: "再培训班第二期", studyFrom: "2024-02-29", studyTo: "2024-03-05", months: [4, 5] };
  test("study that begins on another's last day overlaps; the later class is told, in any order of rows", () => {
    const expected = ["警告 后 再培训班第二期的学习时间与再培训班第一期重叠。"];
    expect(faults([class1, later], "P20")).toEqual(expected);
    expect(faults([later, class1], "P20")).toEqual(expected);
    expect(faults([class1, { ...later, studyFrom: "2024-03-01" }], "P20")).toEqual([]);
    expect(faults([class1, { ...later, kind: "培训" }], "P20")).toEqual([]);
  });
  test("a month in both is told of the later", () =>
    expect(faults([class1, later], "P17")).toEqual(["提示 后 再培训班第二期的4月也在再培训班第一期里。"]));
  test("the same name twice blocks", () =>
    expect(faults([class1, { ...later, name: "再培训班 第一期" }], "P09")).toEqual([
      "阻断 后 再培训班 第一期与 再1 的班级名称相同。",
    ]));
  test("a class called off is not looked at", () => {
    expect(faults([class1, { ...later, name: class1.name, open: false }], "P09")).toEqual([]);
    expect(checkClasses([{ ...class1, open: false }], calendar, options)).toEqual([]);
  });
  test("no gap is said when every month has a class", () => {
    const all = { ...class1, months: [3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 1, 2] };
    expect(checkClasses([all], calendar, options).filter(({ row }) => row === null)).toEqual([]);
  });
});

test("a class in October for January and February is early enough: those months are next year's", () => {
  const forNextYear = { ...class1, months: [1, 2], studyFrom: "2024-10-22", studyTo: "2024-10-25" };
  expect(faults([forNextYear], "P19")).toEqual([]);
  expect(faults([{ ...forNextYear, studyFrom: "2024-12-20", studyTo: "2024-12-24" }], "P19")).toEqual([
    "警告 再1 再培训班第一期 2024-12-24 结业，离最早到期日 2025-01-01 只有 8 天，少于安全余量 15 天。",
  ]);
});
