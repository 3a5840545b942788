import fc from "fast-check";
import { addDays, partsOf } from "../../../apps-script/domain/days/civil-day";
import { readDayRange, readMonths, readReportIn } from "../../../apps-script/domain/days/ranges";
import type { Value } from "../../../apps-script/domain/snapshot/value";

const range = (value: Value, year?: number): string => {
  const reading = readDayRange(value, { year });
  if (reading.kind === "range") return `${reading.from}..${reading.to}`;
  return reading.kind === "empty" ? "empty" : reading.message;
};
const months = (value: Value): number[] | string => {
  const reading = readMonths(value);
  if (reading.kind === "months") return reading.months;
  return reading.kind === "empty" ? "empty" : reading.message;
};
const report = (value: Value): string => {
  const reading = readReportIn(value, { year: 2024 });
  if (reading.kind === "report") return `${reading.day} ${reading.from ?? "?"} ${reading.to ?? "?"}`;
  return reading.kind === "empty" ? "empty" : reading.message;
};

test.each<[Value, string]>([
  ["2月26日-2月29日", "2024-02-26..2024-02-29"],
  ["3月7日-4月6日", "2024-03-07..2024-04-06"],
  ["10月28日-11月6日", "2024-10-28..2024-11-06"],
  ["6月6日至7日", "2024-06-06..2024-06-07"],
  ["6月3日(星期一)—30日(星期日)", "2024-06-03..2024-06-30"],
  ["6月3日（星期一） — 6月30日（星期日）", "2024-06-03..2024-06-30"],
  ["2025年11月10日至14日", "2025-11-10..2025-11-14"],
  ["2018年11月8日0:00至14日24:00", "2018-11-08..2018-11-14"],
  ["3月7日8:00-4月6日17:00", "2024-03-07..2024-04-06"],
  ["3月7日–4月6日", "2024-03-07..2024-04-06"],
  ["3月7日~4月6日", "2024-03-07..2024-04-06"],
  ["3月7日～4月6日", "2024-03-07..2024-04-06"],
  ["3月7日到4月6日", "2024-03-07..2024-04-06"],
  ["３月７日－４月６日", "2024-03-07..2024-04-06"],
  ["自3月7日起至4月6日止", "2024-03-07..2024-04-06"],
  ["2024-03-07 至 2024-04-06", "2024-03-07..2024-04-06"],
  ["2024/3/7-2024/4/6", "2024-03-07..2024-04-06"],
  ["2024.2.26-29", "2024-02-26..2024-02-29"],
  ["12月20日-1月8日", "2024-12-20..2025-01-08"],
  ["2025年12月20日-1月8日", "2025-12-20..2026-01-08"],
  ["12月20日-2025年3月8日", "2024-12-20..2025-03-08"],
  ["4月8日-4月8日", "2024-04-08..2024-04-08"],
  [null, "empty"],
  ["4月8日", "“4月8日”只写了一天，这里要起止两天（只有一天时请写成 4月8日-4月8日）"],
  ["11月1日-1月8日", "“11月1日-1月8日”的结束日早于开始日；如果是跨年，请在结束日前写明年份"],
  ["4月17日-4月8日", "“4月17日-4月8日”的结束日早于开始日"],
  ["4月17日-8日", "“4月17日-8日”的结束日早于开始日"],
  ["2024年4月17日-2024年3月8日", "“2024年4月17日-2024年3月8日”的结束日早于开始日"],
  ["4月31日-5月3日", "“4月31日-5月3日”：2024年没有4月31日"],
  ["9月29日、30日", "“9月29日、30日”不是能识别的起止日期，请写成 3月7日-4月6日 的样子"],
  ["待定", "“待定”不是能识别的起止日期，请写成 3月7日-4月6日 的样子"],
])("%p in the plan of 2024 is %s", (value, expected) => expect(range(value, 2024)).toBe(expected));

test("29 February in the plan of another year is an error, never 1 March", () =>
  expect(range("2月26日-2月29日", 2025)).toBe("“2月26日-2月29日”：2025年不是闰年，没有2月29日"));
test("without a year nothing is guessed", () =>
  expect(range("2月26日-2月29日")).toBe("“2月26日-2月29日”没有写年份，请先确定计划年度或补上四位年份"));

test("any range of up to 62 days comes back without years, also over the turn of the year", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 364 }), fc.integer({ min: 0, max: 62 }), (start, length) => {
      const from = addDays("2024-01-01", start);
      const to = addDays(from, length);
      const cell = [from, to].map((day) => `${partsOf(day).month}月${partsOf(day).day}日`).join("-");
      expect(range(cell, 2024)).toBe(`${from}..${to}`);
    }),
  );
});

test.each<[Value, number[] | string]>([
  ["3-4月", [3, 4]],
  ["10月", [10]],
  ["10月份", [10]],
  [10, [10]],
  ["11-12月", [11, 12]],
  ["3月-5月", [3, 4, 5]],
  ["3月至5月", [3, 4, 5]],
  ["12月-次年1月", [12, 1]],
  ["12-1月", [12, 1]],
  ["11-次年2月", [11, 12, 1, 2]],
  ["3、5、9、12月", [3, 5, 9, 12]],
  ["5、6月", [5, 6]],
  ["3-4、4、9月", [3, 4, 9]],
  ["３－４月", [3, 4]],
  ["3～4月", [3, 4]],
  [" 3 — 4 月 ", [3, 4]],
  ["1-12月", [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]],
  [null, "empty"],
  ["", "empty"],
  ["13月", "“13月”：没有13月"],
  ["0-4月", "“0-4月”：没有0月"],
  ["3月-次年5月", "“3月-次年5月”超过了一年，请核对月份"],
  ["2024-03-04", "“2024-03-04”是一个日期，可能是表格软件把“3-4”改成了日期，请按文本填写，如 3-4月"],
  ["2022年12至2023年3月", "“2022年12至2023年3月”里写了年份，这里只填月份（如 3-4月）"],
  ["全年", "“全年”不是能识别的月份，请写成 3-4月 或 3、5、9月 的样子"],
])("months %p are %p", (value, expected) => expect(months(value)).toEqual(expected));

test("a range of months wraps round the year and comes back", () => {
  const month = fc.integer({ min: 1, max: 12 });
  fc.assert(
    fc.property(month, month, (first, last) => {
      const read = months(`${first}-${last}月`);
      expect(read).toEqual(Array.from({ length: ((last - first + 12) % 12) + 1 }, (_, step) => ((first - 1 + step) % 12) + 1));
    }),
  );
});

test.each<[Value, string]>([
  ["4月8日9:00-11:00", "2024-04-08 09:00 11:00"],
  ["4月8日9：00—11：00", "2024-04-08 09:00 11:00"],
  ["4月8日（星期一）9:00-11:00", "2024-04-08 09:00 11:00"],
  ["4月8日 9:00 至 11:00", "2024-04-08 09:00 11:00"],
  ["4月8日上午9点至11点半", "2024-04-08 09:00 11:30"],
  ["4月8日下午2:00-4:00", "2024-04-08 14:00 16:00"],
  ["2024-04-08 09:00-11:00", "2024-04-08 09:00 11:00"],
  ["4月8日9:00", "2024-04-08 09:00 ?"],
  ["4月8日", "2024-04-08 ? ?"],
  ["2024-04-08T09:00:00+08:00", "2024-04-08 09:00 ?"],
  [45390.375, "2024-04-08 09:00 ?"],
  [45390, "2024-04-08 ? ?"],
  [null, "empty"],
  ["4月8日11:00-9:00", "“4月8日11:00-9:00”的结束钟点不晚于开始钟点"],
  ["4月8日25:00", "“4月8日25:00”里的钟点看不懂，请写成 4月8日9:00-11:00 的样子"],
  ["4月31日9:00-11:00", "“4月31日9:00-11:00”：2024年没有4月31日"],
  ["4月", "“4月”只写到月份，没有写哪一天，请补上日"],
])("report-in %p is %s", (value, expected) => expect(report(value)).toBe(expected));
