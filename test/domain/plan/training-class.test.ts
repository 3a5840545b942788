import type { StatedClass } from "../../../apps-script/domain/plan/training-class";
import { normaliseClass } from "../../../apps-script/domain/plan/training-class";
import { statedPlan } from "./plan-2024";

const empty: StatedClass = { name: "", months: null, deadline: null, booking: null, reportIn: null, study: null };

test.each<[string, string, number | null]>([
  ["培训班第一期", "培训", 1],
  ["再培训班第八期", "再培训", 8],
  ["再培训班第十期", "再培训", 10],
  ["再培训班第十二期", "再培训", 12],
  ["再培训班第二十期", "再培训", 20],
  ["再培训班第九十九期", "再培训", 99],
  ["第12期再培训班", "再培训", 12],
  ["再培训班第１２期", "再培训", 12],
  ["再 培 训 班 第 三 期", "再培训", 3],
  ["初训班第3期", "培训", 3],
  ["复训班", "再培训", null],
  ["培训班第期", "培训", null],
  ["培训班第100期", "培训", null],
])("%s is %s, term %p", (name, kind, term) => {
  const read = normaliseClass({ ...empty, name }, 2024);
  expect([read.kind, read.term, read.problems]).toEqual([kind, term, []]);
});

test("a name without a kind is said, and the months decide", () => {
  const read = normaliseClass({ ...empty, name: "第一期", months: "3月" }, 2024);
  expect(read.kind).toBe("再培训");
  expect(read.problems).toEqual([{ cell: "name", message: "班级名称“第一期”看不出是培训还是再培训。" }]);
});

test("empty cells are null and no problem", () => {
  const { problems, months, ...rest } = normaliseClass({ ...empty, name: "培训班第一期" }, 2024);
  expect(problems).toEqual([]);
  expect(months).toEqual([]);
  expect([
    rest.deadline,
    rest.bookingFrom,
    rest.bookingTo,
    rest.reportIn,
    rest.reportHours,
    rest.studyFrom,
    rest.studyTo,
  ]).toEqual(Array(7).fill(null));
});

test("each cell that cannot be read is null and says why", () => {
  const read = normaliseClass(
    {
      name: "再培训班第一期",
      months: "全年",
      deadline: "月底",
      booking: "4月8日",
      reportIn: "4月31日9:00",
      study: "4月8日-3月7日",
    },
    2024,
  );
  expect(read.problems.map(({ cell, message }) => `${cell}: ${message}`)).toEqual([
    "months: “全年”不是能识别的月份，请写成 3-4月 或 3、5、9月 的样子",
    "deadline: “月底”不是能识别的日期，请写成 2024-03-15 或 2024年3月15日 的样子",
    "booking: “4月8日”只写了一天，这里要起止两天（只有一天时请写成 4月8日-4月8日）",
    "reportIn: “4月31日9:00”：2024年没有4月31日",
    "study: “4月8日-3月7日”的结束日早于开始日；如果是跨年，请在结束日前写明年份",
  ]);
  expect([read.deadline, read.bookingFrom, read.reportIn, read.studyFrom]).toEqual([null, null, null, null]);
});

test("the plan of 2024 has no problems; copied to 2025 only 29 February is one", () => {
  expect(statedPlan.flatMap((stated) => normaliseClass(stated, 2024).problems)).toEqual([]);
  expect(statedPlan.flatMap((stated) => normaliseClass(stated, 2025).problems)).toEqual([
    { cell: "study", message: "“2月26日-2月29日”：2025年不是闰年，没有2月29日" },
  ]);
});

test.each<[string, Partial<StatedClass>, (string | null)[], string[]]>([
  [
    "deadline and window lie in December before a class in January",
    { deadline: "12月30日", booking: "12月1日-12月31日", reportIn: "1月8日9:00-11:00", study: "1月8日-1月11日" },
    ["2024-12-30", "2024-12-01", "2024-12-31", "2025-01-08"],
    [],
  ],
  [
    "a window over New Year, and a class without a report-in",
    { deadline: "12月30日前", booking: "12月20日-1月5日", reportIn: null, study: "1月8日" },
    ["2024-12-30", "2024-12-20", "2025-01-05", null],
    [],
  ],
  [
    "the last class may end in the next year",
    { deadline: "12月20日", booking: "11月20日-12月21日", reportIn: "2025年12月28日", study: "12月28日-1月6日" },
    ["2025-12-20", "2025-11-20", "2025-12-21", "2025-12-28"],
    [],
  ],
  [
    "a year that is not the plan's is remarked upon",
    { deadline: "2024年2月21日", booking: "1月23日-2月22日", reportIn: "2024-02-26 9:00", study: "2025年2月26日-2月28日" },
    ["2024-02-21", null, null, "2024-02-26"],
    ["deadline 2024年2月21日", "reportIn 2024-02-26 9:00"],
  ],
])("the plan of 2025: %s", (_, cells, days, otherYear) => {
  const read = normaliseClass({ ...empty, name: "再培训班第一期", ...cells }, 2025);
  const [deadline, , , reportIn] = days;
  expect([read.deadline, read.reportIn, read.problems]).toEqual([deadline, reportIn, []]);
  if (days[1] !== null) expect([read.bookingFrom, read.bookingTo]).toEqual(days.slice(1, 3));
  expect(read.otherYear.map(({ cell, stated }) => `${cell} ${stated}`)).toEqual(otherYear);
});
