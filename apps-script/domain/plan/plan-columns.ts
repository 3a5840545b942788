import type { StatedCell } from "./training-class";

/** What a column of a plan's table holds: one of the six cells, whole or one end of it, or what stands beside them. */
export interface PlanColumn {
  readonly holds: StatedCell | "kind" | "term" | "capacity" | "place" | "nothing";
  /** Two columns make a cell (开班时间, 结业时间). */
  readonly end?: "from" | "to";
}

/** Column titles of this centre's notice and of others', without quotes, blanks and what is in brackets. */
const TITLES: readonly (readonly [PlanColumn, readonly string[]])[] = [
  [{ holds: "name" }, ["班级名称", "班级", "班次", "班次名称", "培训班次", "培训班名称", "班名", "培训班", "培训班级"]],
  [
    { holds: "months" },
    [
      ...["证件有效期限月份", "有效期限月份", "证件有效期月份", "有效期月份", "适用月份", "月份", "证书有效期月份"],
      ...["证件到期月份", "证书到期月份", "到期月份", "证件有效期限", "证件有效期", "适用证件月份"],
    ],
  ],
  [
    { holds: "deadline" },
    [
      ...["中心网站报名截止时间", "中心网站报名截止", "网报截止时间", "网报截止", "报名截止时间", "报名截止", "报名截止日期"],
      ...["网上报名截止时间", "网站报名截止时间", "报名时间", "网上报名时间", "网站报名时间", "中心网站报名时间", "预报名时间"],
      ...["预报名截止时间", "报名日期"],
    ],
  ],
  [{ holds: "deadline", end: "from" }, ["报名开始时间", "报名开始", "报名起始时间", "报名开始日期", "网上报名开始时间"]],
  [
    { holds: "booking" },
    [
      ...["省厅系统预约培训时间", "省厅系统预约时间", "省厅预约时间", "预约培训时间", "预约时间", "系统预约时间", "培训预约时间"],
      ...["预约起止时间", "预约日期", "考试系统预约时间"],
    ],
  ],
  [
    { holds: "booking", end: "from" },
    ["预约开始时间", "预约开始", "预约起", "预约起始时间", "预约开始日期", "省厅系统预约开始时间", "预约培训开始时间"],
  ],
  [
    { holds: "booking", end: "to" },
    [
      "预约截止时间",
      "预约截止",
      "预约止",
      "预约结束时间",
      "预约结束",
      "预约截止日期",
      "省厅系统预约截止时间",
      "预约培训截止时间",
    ],
  ],
  [{ holds: "reportIn" }, ["报到时间", "报到日期", "报到"]],
  [
    { holds: "study" },
    ["学习时间", "培训时间", "上课时间", "培训起止时间", "学习日期", "培训日期", "办班时间", "授课时间", "学习起止时间"],
  ],
  [
    { holds: "study", end: "from" },
    ["开班时间", "开班日期", "开课时间", "学习开始时间", "培训开始时间", "开始上课时间", "开学时间"],
  ],
  [{ holds: "study", end: "to" }, ["结业时间", "结业日期", "结课时间", "结束时间", "学习结束时间", "培训结束时间", "结班时间"]],
  [{ holds: "kind" }, ["类别", "培训类别", "培训类型", "班级类别", "班次类别", "类型", "培训种类", "班别"]],
  [{ holds: "term" }, ["期次", "期数", "期别", "期", "班期"]],
  [{ holds: "capacity" }, ["容量", "人数", "计划人数", "培训人数", "名额", "招生人数", "拟培训人数", "限额", "计划培训人数"]],
  [{ holds: "place" }, ["学习地点", "地点", "培训地点", "上课地点", "授课地点", "办班地点", "教学点", "培训点"]],
  [{ holds: "nothing" }, ["", "序号", "编号", "备注", "说明"]],
];

/** Titles of tables that plan by trade: of special operations and vocational skills, which this program does not manage. */
const TRADES: readonly string[] = [
  ...[
    "工种",
    "工种名称",
    "培训工种",
    "作业类别",
    "操作项目",
    "准操项目",
    "作业项目",
    "工种项目",
    "作业种类",
    "职业工种",
    "岗位工种",
  ],
];

const OF_ALL_TITLES: ReadonlyMap<string, PlanColumn> = new Map(
  TITLES.flatMap(([column, titles]) => titles.map((title) => [title, column] as const)),
);

/** What a column with this title holds, also where it leaves 时间 out; null where nobody knows. */
export function columnOf(written: string): PlanColumn | null {
  const title = plainTitle(written);
  const bare = title.replace(/\([^()]*\)/gu, "");
  return OF_ALL_TITLES.get(title) ?? OF_ALL_TITLES.get(bare) ?? OF_ALL_TITLES.get(`${bare}时间`) ?? null;
}

/** What stands under a title that goes over both ends of a cell. */
const ENDS: Readonly<Record<"from" | "to", readonly string[]>> = {
  from: ["开始", "起", "起始", "开始时间", "起始时间", "开始日期", "自"],
  to: ["结束", "止", "截止", "结束时间", "截止时间", "终止", "结束日期", "截止日期", "至"],
};

/** Which end of a cell a title under another one says; null where it says none. */
export function endOf(written: string): "from" | "to" | null {
  const title = plainTitle(written);
  return (["from", "to"] as const).find((end) => ENDS[end].includes(title)) ?? null;
}

export const isTrade = (written: string): boolean => TRADES.includes(plainTitle(written));

function plainTitle(written: string): string {
  return written.normalize("NFKC").replace(/[\s"'“”‘’「」『』《》:：*\u200b-\u200d\ufeff]+/gu, "");
}
