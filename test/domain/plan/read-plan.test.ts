import { type PlanReading, readPlanCells, readPlanText } from "../../../apps-script/domain/plan/read-plan";
import type { StatedClass } from "../../../apps-script/domain/plan/training-class";
import type { Value } from "../../../apps-script/domain/snapshot/value";
import { keyOf, notice, planOf, statedPlan } from "./plan-2024";

const TITLES = ["班级名称", "证件“有效期限”月份", "中心网站报名截止时间", "省厅系统预约培训时间", "报到时间", "学习时间"];
/** Classes without where they stand. */
const bare = ({ classes }: PlanReading): StatedClass[] => classes.map(({ at: _, ...stated }) => stated);
const NONE = "没有找到培训计划表：表头应有“班级名称”，以及报名截止、预约时间、报到时间、学习时间等列。";
/** The six cells of every class, empty ones as ''. */
const rows = statedPlan.map((one) => Object.values(one).map((cell) => cell ?? ""));
const lines = (sign: string, table: readonly (readonly string[])[]) => table.map((row) => row.join(sign)).join("\n");

test("the notice gives its eleven classes, cell by cell as stated", () => {
  const reading = readPlanText(notice);
  expect(reading.year).toBe(2024);
  expect(reading.problems).toEqual([]);
  expect(rows).toEqual([
    ["培训班第一期", "", "4月5日", "3月7日-4月6日", "4月8日9:00-11:00", "4月8日-4月17日"],
    ["培训班第二期", "", "7月3日", "6月5日-7月4日", "7月8日9:00-11:00", "7月8日-7月17日"],
    ["培训班第三期", "", "10月23日", "9月25日-10月24日", "10月28日9:00-11:00", "10月28日-11月6日"],
    ["再培训班第一期", "3-4月", "2月21日", "1月23日-2月22日", "2月26日9:00-11:00", "2月26日-2月29日"],
    ["再培训班第二期", "5-6月", "3月23日", "2月25日-3月24日", "3月26日9:00-11:00", "3月26日-3月29日"],
    ["再培训班第三期", "6-7月", "3月31日", "4月13日-5月12日", "5月14日9:00-11:00", "5月14日-5月17日"],
    ["再培训班第四期", "7-8月", "3月31日", "5月3日-6月2日", "6月4日9:00-11:00", "6月4日-6月7日"],
    ["再培训班第五期", "8-9月", "3月31日", "6月1日-6月30日", "7月2日9:00-11:00", "7月2日-7月5日"],
    ["再培训班第六期", "10月", "3月31日", "7月26日-8月25日", "8月27日9:00-11:00", "8月27日-8月30日"],
    ["再培训班第七期", "11月", "3月31日", "8月23日-9月22日", "9月24日9:00-11:00", "9月24日-9月27日"],
    ["再培训班第八期", "11-12月", "3月31日", "9月21日-10月20日", "10月22日9:00-11:00", "10月22日-10月25日"],
  ]);
});

test("the eleven classes in days", () => {
  const table = planOf(2024).map((one) =>
    [
      one.key,
      `${one.kind}${one.term}`,
      one.months.join("、"),
      one.deadline,
      `${one.bookingFrom}..${one.bookingTo}`,
      `${one.reportIn} ${one.reportHours}`,
      `${one.studyFrom}..${one.studyTo}`,
    ].join(" | "),
  );
  expect(table).toEqual([
    "培1 | 培训1 |  | 2024-04-05 | 2024-03-07..2024-04-06 | 2024-04-08 09:00-11:00 | 2024-04-08..2024-04-17",
    "培2 | 培训2 |  | 2024-07-03 | 2024-06-05..2024-07-04 | 2024-07-08 09:00-11:00 | 2024-07-08..2024-07-17",
    "培3 | 培训3 |  | 2024-10-23 | 2024-09-25..2024-10-24 | 2024-10-28 09:00-11:00 | 2024-10-28..2024-11-06",
    "再1 | 再培训1 | 3、4 | 2024-02-21 | 2024-01-23..2024-02-22 | 2024-02-26 09:00-11:00 | 2024-02-26..2024-02-29",
    "再2 | 再培训2 | 5、6 | 2024-03-23 | 2024-02-25..2024-03-24 | 2024-03-26 09:00-11:00 | 2024-03-26..2024-03-29",
    "再3 | 再培训3 | 6、7 | 2024-03-31 | 2024-04-13..2024-05-12 | 2024-05-14 09:00-11:00 | 2024-05-14..2024-05-17",
    "再4 | 再培训4 | 7、8 | 2024-03-31 | 2024-05-03..2024-06-02 | 2024-06-04 09:00-11:00 | 2024-06-04..2024-06-07",
    "再5 | 再培训5 | 8、9 | 2024-03-31 | 2024-06-01..2024-06-30 | 2024-07-02 09:00-11:00 | 2024-07-02..2024-07-05",
    "再6 | 再培训6 | 10 | 2024-03-31 | 2024-07-26..2024-08-25 | 2024-08-27 09:00-11:00 | 2024-08-27..2024-08-30",
    "再7 | 再培训7 | 11 | 2024-03-31 | 2024-08-23..2024-09-22 | 2024-09-24 09:00-11:00 | 2024-09-24..2024-09-27",
    "再8 | 再培训8 | 11、12 | 2024-03-31 | 2024-09-21..2024-10-20 | 2024-10-22 09:00-11:00 | 2024-10-22..2024-10-25",
  ]);
  expect(statedPlan.map((_, index) => keyOf(index))).toEqual(planOf(2024).map((one) => one.key));
});

const title = "2024年金属非金属矿山单位培训计划表";
const quoteAll = (table: readonly (readonly string[])[]) => table.map((row) => row.map((cell) => `"${cell}"`));
const splitTitles = TITLES.map((cell) => cell.replace("中心网站", "中心网站\n").replace("省厅系统", "省厅系统\n"));
const shuffled = [5, 0, 3, 1, 4, 2];
const inOtherOrder = [TITLES, ...rows].map((row) => ["备注", ...shuffled.map((at) => row[at] ?? ""), "x"]);

describe("the same plan comes out of", () => {
  test.each<[string, string]>([
    ["the notice with CRLF and BOM", `\ufeff${notice.replace(/\n/g, "\r\n")}`],
    ["tab-separated lines under a title", `${title}\n${lines("\t", [TITLES, ...rows])}`],
    ["tab-separated lines with quoted, split titles", `${title}\n${lines("\t", [...quoteAll([splitTitles]), ...rows])}\n`],
    ["CSV with BOM and CRLF", `\ufeff${title}\r\n${lines(",", [TITLES, ...rows]).replace(/\n/g, "\r\n")}`],
    ["CSV, all quoted, split titles", `${title},,,,,\n${lines(",", quoteAll([splitTitles, ...rows]))}`],
    ["CSV in another column order with other columns", `${title},,,\n\n${lines(",", inOtherOrder)}`],
    ["short titles", `${title}\n${lines("\t", [["班次", "月份", "网报截止", "预约时间", "报到时间", "培训时间"], ...rows])}`],
    ["titles in full width and blanks", `${title}\n${lines("\t", [TITLES.map((cell) => [...cell].join("　")), ...rows])}`],
    ["remarks under the table", `${title}\n${lines(",", [TITLES, ...rows])}\n注：再培训学员请务必按月份报班,,,,,\n,,,,,`],
  ])("%s", (_, text) => expect(readPlanText(text)).toMatchObject({ year: 2024, classes: statedPlan, problems: [] }));

  test("the cells of a sheet", () => {
    const cells: Value[][] = [[title, null, null], [null], [null, ...splitTitles], ...rows.map((row) => [1, ...row])];
    const reading = readPlanCells(cells);
    expect({ ...reading, classes: bare(reading) }).toEqual({
      year: 2024,
      classes: statedPlan,
      problems: [],
      doubts: [],
      unread: [],
      hasTable: true,
    });
  });
});

test("a date cell of a sheet is written as its day", () => {
  const cells: Value[][] = [TITLES, ["再培训班第一期", 10, 45343, "1月23日-2月22日", 45348.375, "2月26日-2月29日"]];
  const reading = readPlanCells(cells);
  expect({ ...reading, classes: bare(reading) }).toEqual({
    year: null,
    problems: [],
    doubts: [],
    unread: [],
    hasTable: true,
    classes: [
      {
        name: "再培训班第一期",
        months: "10",
        deadline: "2024-02-21",
        booking: "1月23日-2月22日",
        reportIn: "2024-02-26 09:00",
        study: "2月26日-2月29日",
      },
    ],
  });
});

test("a class cell split over two lines is one cell", () => {
  const text = notice.replace("4月8日9:00-11:00", "4月8日\n9:00-11:00");
  expect(bare(readPlanText(text))).toEqual(statedPlan);
});

test.each<[string, string, number | null]>([
  ["the title's year", "关于举办2025年金属矿山单位\n安管人员培训班的通知", 2025],
  ["not a date before it", "2023年12月29日\n2024年度培训计划", 2024],
  ["not the year of another sentence", "2023年工作总结已经完成。\n2024年培训计划", 2024],
  ["not the document number", "烟安服函〔2024〕2号", null],
  ["no title", "", null],
])("year: %s", (_, above, year) => expect(readPlanText(`${above}\n${lines("\t", [TITLES, ...rows])}`).year).toBe(year));

test.each<[string, string, string[], number]>([
  ["nothing", "", [NONE], 0],
  ["a text without a table", "关于举办2024年培训班的通知", [NONE], 0],
  ["a roster", "姓名,证件号,班级\n甲,1,培训班第一期", [NONE], 0],
  ["the table twice", `${notice}\n${notice}`, [], 11],
  ["a column twice", lines(",", [[...TITLES, "培训时间"], ...rows]), ["计划表里“学习时间”出现了不止一列，请只保留一列。"], 0],
  ["no classes", lines(",", [TITLES]), ["计划表里没有班级。"], 0],
  ["columns left out", lines(",", [TITLES.slice(0, 4), ...rows]), ["计划表缺少列：报到时间、学习时间。"], 11],
  ["a row without a name", lines(",", [TITLES, ...rows, ["", "3月", "4月5日"]]), ["第 13 行没有班级名称，未读入。"], 11],
  ["a stray row", lines(",", [TITLES, ...rows, ["以上如有变动", "", ""]]), ["第 13 行“以上如有变动”不像班级，未读入。"], 11],
  ["a Word row that lost a cell", notice.replace("\t3-4月\n", ""), ["第 74 行有 5 格，表头有 6 格，对不上，未读入。"], 10],
])("problems: %s", (_, text, problems, classes) => {
  const reading = readPlanText(text);
  expect([...reading.problems, ...reading.doubts.map(({ message }) => message)]).toEqual(problems);
  expect(reading.classes).toHaveLength(classes);
});
