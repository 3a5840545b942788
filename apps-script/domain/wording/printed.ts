import { type Day, isDay, weekdayOf } from "../days/civil-day";
import type { TrainingClass } from "../plan/training-class";
import type { Fact } from "../views/papers/paper";
import { dayWords } from "./desk";

/** What stands on the papers that are printed. */

export const ordinal = "序号";
export const signature = "签字";
export const note = "备注";
export const place = "地点";
export const date = "日期";
export const headcount = "人数";
export const takenOn = "领取日期";
export const takerSigns = "领取人签字";
export const handedOver = ["发放人", "发放日期"] as const;

export const classList = {
  title: "班级花名册",
  about: "一个班的全部学员：单位、证件、电话、班次情况",
};

export const signIn = {
  title: "签到表",
  about: "每个学习日一张，上午、下午分别签字",
  expected: "应到人数",
  morning: "上午签字",
  afternoon: "下午签字",
  absent: "缺勤",
  below: [
    "上午授课教师",
    "下午授课教师",
    "上午培训内容",
    "下午培训内容",
    "上午实到人数",
    "下午实到人数",
    "缺勤人员",
    "班主任签字",
  ],
  daysCut: (last: string, to: string): string => `只列到${yearAndDay(last)}：学习时间写到${yearAndDay(to)}，请核对培训计划`,
} as const;

export const examList = {
  title: "考试名单",
  about: "一个班里还要考试的人，包括补考的",
  sitting: "考次",
  first: "首考",
  again: "补考",
  below: ["监考人", "实考人数", "缺考人员"],
  passed: "考试已经合格",
  failedTwice: "补考没有合格",
} as const;

export const scores = {
  title: "成绩表",
  about: "一个班的考试成绩，没有登记的留空填写",
  result: "结果",
  sittings: "考试次数",
  passMark: "合格分数",
  below: ["登分人", "审核人", "日期"],
} as const;

export const certificateReceipt = {
  title: "证书领取签收表",
  about: "一个班里考试合格的人领证时签字",
  notPassed: "考试还没有合格",
} as const;

export const cardReceipt = {
  title: "模拟卡领取签收表",
  about: "一个班里有模拟卡的人领卡时签字，只有卡号，没有密码",
  noCard: "还没有模拟卡",
} as const;

export const checkIn = {
  about: "报到那天打勾、收费用的表；要填好交回程序的，请用表格文件",
  papers: "交来的资料",
  money: "实收",
  below: ["经手人", "实到人数", "现金合计"],
} as const;

export const repeatedNumber = "报名编号有重复";
export const noNumber = "还没有报名编号";
export const ended = "报名已经结束";
export const otherSpelling = "班级的写法不同";
export const noShow = "标了未报到";
export const notCome = "没有报到";
export const notTrained = "培训没有完成";

/** `再培训班第三期-签到表` */
export const nameOf = (of: string, title: string): string => `${of}-${title}`;
export const titleOf = (of: string, title: string): string => `${of}${title}`;

export { dayWords };

const yearAndDay = (day: Day): string => `${Number(day.slice(0, 4))}年${dayWords(day)}`;
/** `2024年2月26日 星期一` */
export const dayWithWeekday = (day: Day): string => `${yearAndDay(day)} 星期${"日一二三四五六".charAt(weekdayOf(day))}`;
/** `2024年2月26日`; what is no day stays as it is. */
export const fullDay = (day: string | null): string | null => (isDay(day) ? yearAndDay(day) : day);

/** `2024年2月26日至2月29日` */
export function daysOf(from: Day | null, to: Day | null): string | null {
  if (from === null || to === null || from === to) return fullDay(from ?? to);
  return `${yearAndDay(from)}至${from.slice(0, 4) === to.slice(0, 4) ? dayWords(to) : yearAndDay(to)}`;
}

/** The line under the title of a paper of a class. */
export const classFacts = (one: TrainingClass, people: number): readonly Fact[] => [
  { label: "报到", value: fullDay(one.reportIn) },
  { label: "学习", value: daysOf(one.studyFrom, one.studyTo) },
  { label: place, value: one.place },
  { label: headcount, value: people },
];

/** `赵一（甲矿）` */
export const whoOf = ({
  name,
  unit,
  key,
}: {
  readonly name: string | null;
  readonly unit: string | null;
  readonly key: string;
}) => `${name ?? key}${unit === null ? "" : `（${unit}）`}`;

/** Of a whole 名册 nobody reads them all. */
const NAMED = 60;

/** `没有列入（取消）2人：赵一（甲矿）、钱二（乙矿）`; of very many `…等900人`. */
export const notListed = (why: string, names: readonly string[]): string => {
  const rest = names.length > NAMED ? `等${names.length}人` : "";
  return `没有列入（${why}）${names.length}人：${names.slice(0, NAMED).join("、")}${rest}`;
};
