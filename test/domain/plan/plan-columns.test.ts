import { readPlanCells, readPlanText } from "../../../apps-script/domain/plan/read-plan";
import { CELLS } from "../../../apps-script/domain/plan/training-class";

const HEADER = ["班级名称", "证件有效期限月份", "报名截止时间", "预约时间", "报到时间", "学习时间"];
const FIRST = ["再培训班第一期", "3-4月", "2月21日", "1月23日-2月22日", "2月26日", "2月26日-2月29日"];
const SECOND = ["再培训班第二期", "5-6月", "3月23日", "2月25日-3月24日", "3月26日", "3月26日-3月29日"];

const text = (...rows: (string | string[])[]): string =>
  rows.map((row) => (typeof row === "string" ? row : row.join("\t"))).join("\n");
/** What was read, a line a class and a line a doubt or problem. */
function read(source: string): string[] {
  const { classes, problems, doubts, unread } = readPlanText(source);
  const one = classes.map((stated) =>
    [...CELLS.map((cell) => stated[cell] ?? ""), stated.place ?? "", stated.capacity ?? "", stated.stopped ? "停办" : ""]
      .join("|")
      .replace(/\|+$/u, ""),
  );
  return [...one, ...problems, ...doubts.map(({ message }) => message), ...unread.map((title) => `unread ${title}`)];
}
const withColumn = (title: string, ...cells: string[]): string =>
  text([...HEADER, title], ...[FIRST, SECOND].slice(0, cells.length).map((row, at) => [...row, cells[at] ?? ""]));
const READ = FIRST.join("|");

test.each<[string, string, string[]]>([
  ["计划人数", withColumn("计划人数", "60人"), [`${READ}||60人`]],
  ["学习地点", withColumn("学习地点", "海边校区"), [`${READ}|海边校区`]],
  ["a column nobody knows", withColumn("课时", "16"), [READ, "unread 课时"]],
  ["序号 and 备注", withColumn("备注", "x"), [READ]],
  [
    "类别 and 期次",
    text(["类别", "期次", ...HEADER.slice(1)], ["复训", "1", ...FIRST.slice(1)], ["初培", "第二期", "—", ...FIRST.slice(2)]),
    [READ, `培训班第二期||${FIRST.slice(2).join("|")}`],
  ],
  ["类别 beside a name without it", text(["类别", ...HEADER], ["再培训", "第一期", ...FIRST.slice(1)]), [READ]],
  [
    "类别 against the name",
    text(["类别", ...HEADER], ["初培", ...FIRST], ["再培训", ...SECOND]),
    [SECOND.join("|"), "第 2 行的班级是“再培训班第一期”，类别却是“初培”，未读入。"],
  ],
  [
    "ends in two columns",
    text(
      ["班次", "月份", "报名开始时间", "报名截止时间", "预约开始时间", "预约截止时间", "报到", "开班", "结业日期"],
      ["再培训班第一期", "3-4月", "1月20日", "2月21日", "1月23日", "2月22日", "2月26日", "2月26日", "2月29日"],
      ["再培训班第二期", "3-4月", "1月20日", "2月21日", "1月23日", "2月22日", "2月26日", "2月26日", ""],
    ),
    [
      "再培训班第一期|3-4月|1月20日至2月21日|1月23日至2月22日|2月26日|2月26日至2月29日",
      "再培训班第二期|3-4月|1月20日至2月21日|1月23日至2月22日|2月26日|2月26日至",
    ],
  ],
  [
    "a header of two rows",
    text(
      ["班级名称", "月份", "报名时间", "", "预约时间", "", "报到时间", "学习时间", ""],
      ["", "", "开始", "截止", "起", "止", "", "开始时间", "结束时间"],
      ["再培训班第一期", "3-4月", "1月20日", "2月21日", "1月23日", "2月22日", "2月26日", "2月26日", "2月29日"],
    ),
    ["再培训班第一期|3-4月|1月20日至2月21日|1月23日至2月22日|2月26日|2月26日至2月29日"],
  ],
  [
    "a header of two rows, merged cells in both",
    text(
      ["班级名称", "月份", "报名截止", "预约时间", "", "报到时间", "学习时间"],
      ["班级名称", "月份", "报名截止", "开始", "结束", "报到时间", "学习时间"],
      ["再培训班第一期", "3-4月", "2月21日", "1月23日", "2月22日", "2月26日", "2月26日-2月29日"],
    ),
    ["再培训班第一期|3-4月|2月21日|1月23日至2月22日|2月26日|2月26日-2月29日"],
  ],
  [
    "an end of a cell that another column has whole",
    text([...HEADER, "开班时间"], [...FIRST, "2月27日"]),
    [READ, "unread 开班时间"],
  ],
  [
    "no months in a table of 培训 alone",
    text(
      HEADER.filter((_, at) => at !== 1),
      ["培训班第一期", ...FIRST.slice(2)],
    ),
    [`培训班第一期||${FIRST.slice(2).join("|")}`],
  ],
  [
    "no months in a table of 再培训",
    text(
      HEADER.filter((_, at) => at !== 1),
      ["再培训班第一期", ...FIRST.slice(2)],
    ),
    [`再培训班第一期||${FIRST.slice(2).join("|")}`, "计划表缺少列：证件有效期限月份。"],
  ],
  [
    "several sites on the same days",
    text([...HEADER, "地点", "人数"], [...FIRST, "甲校区", "40"], [...FIRST, "乙校区", "20人"]),
    [`${READ}|甲校区、乙校区|60`],
  ],
  [
    "a site in a row of its own",
    text(
      [...HEADER, "地点", "人数"],
      [...FIRST, "甲校区", ""],
      ["", "", "", "", "", "", "乙校区", ""],
      [...SECOND, "甲校区", ""],
    ),
    [`${READ}|甲校区、乙校区`, `${SECOND.join("|")}|甲校区`],
  ],
  [
    "a site under a row that could not be read",
    text([...HEADER, "地点"], [...FIRST, "甲校区"], ["", ...SECOND.slice(1), "甲校区"], ["", "", "", "", "", "", "乙校区"]),
    [`${READ}|甲校区`, "第 3 行没有班级名称，未读入。", "第 4 行没有班级名称，未读入。"],
  ],
  [
    "several sites with days of their own",
    text([...HEADER, "地点"], [...FIRST, "甲校区"], [FIRST[0] ?? "", ...SECOND.slice(1), "乙校区"]),
    [
      `再培训班第一期（甲校区）|${FIRST.slice(1).join("|")}|甲校区`,
      `再培训班第一期（乙校区）|${SECOND.slice(1).join("|")}|乙校区`,
    ],
  ],
  ["合计", text([...HEADER, "人数"], [...FIRST, "40"], ["合计", "", "", "", "", "", "40"], ["总计：40人"]), [`${READ}||40`]],
  [
    "quoted cells with line breaks",
    text(
      HEADER.map((title) => `"${title.slice(0, 2)}\n${title.slice(2)}"`),
      FIRST.map((cell) => `"${cell.replace("-", "\n-")}"`),
    ),
    [READ],
  ],
  [
    "numbers on two lines are not one",
    text(HEADER, [FIRST[0] ?? "", '"1\n2月"', ...FIRST.slice(2)]),
    [READ.replace("3-4月", "1 2月")],
  ],
  [
    "two tables whose headings say the kind",
    text(["一、初培班安排"], HEADER, ["第一期", "", ...FIRST.slice(2)], "二、再培训班安排", HEADER, [
      "第一期",
      ...FIRST.slice(1),
    ]),
    [`培训班第一期||${FIRST.slice(2).join("|")}`, READ],
  ],
  [
    "a heading of both kinds says none",
    text(["培训、再培训班安排"], HEADER, ["第一期", ...FIRST.slice(1)]),
    [READ.replace("再培训班", "")],
  ],
  [
    "a table by trade",
    text(["工种", "期次", "报名时间", "培训时间"], ["低压电工", "1", "2月1日", "2月26日"]),
    [
      "计划表里有“工种”一列，是按工种（作业类别）安排的，这里不管理；这里只读主要负责人和安管人员的培训、再培训班，请删去这张表再读入。",
    ],
  ],
  [
    "two columns for one cell",
    text([...HEADER, "报名时间"], [...FIRST, "2月1日"]),
    ["计划表里“中心网站报名截止”出现了不止一列，请只保留一列。"],
  ],
])("a plan with %s", (_, source, expected) => expect(read(source)).toEqual(expected));

test("where a class stands is known by row and column", () => {
  const { classes, doubts } = readPlanCells([[null], HEADER, FIRST, ["", "3月", "2月1日"]], "计划.xlsx“表1”");
  expect(classes[0]?.at).toMatchObject({ row: "计划.xlsx“表1”第 3 行", titles: { study: "学习时间（F 列）" } });
  expect(doubts).toEqual([{ row: "计划.xlsx“表1”第 4 行", message: "计划.xlsx“表1”第 4 行没有班级名称，未读入。" }]);
});

test.each<[string, number | null, string | undefined]>([
  ["2024—2025年度培训计划", null, "2024—2025年"],
  ["2024至2025学年培训计划", null, "2024至2025学年"],
  ["2025-2025年度培训计划", 2025, undefined],
  ["二〇二五年培训计划", 2025, undefined],
])("the year of %s", (title, year, unclear) => {
  const reading = readPlanText(text([title], HEADER, FIRST));
  expect([reading.year, reading.unclearYear]).toEqual([year, unclear]);
});

test("two tables of different years name none", () => {
  const reading = readPlanText(text("2024年培训计划", HEADER, FIRST, "2025年培训计划", HEADER, SECOND));
  expect([reading.year, reading.unclearYear]).toEqual([null, "2024年、2025年"]);
});
