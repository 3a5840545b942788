import { OVERLAP, OVERLAP_POLICIES, YES_NO, YES_NOS } from "./allowed";
import type { Column } from "./column";
import { SCHEMA_VERSION } from "./index";

/** One entry of 设置: its item, its default, and what it decides. `counter` entries are kept by the program. */
export interface SettingSpec {
  readonly item: string;
  readonly initial: number | string | null;
  readonly note: string;
  readonly allowed?: readonly string[];
  /** Smallest number allowed, for numeric settings. */
  readonly least?: number;
  readonly counter?: true;
  /** Of those that the program keeps, one that an undo takes back: no number that was given. */
  readonly isUndone?: true;
  /** The schema version that brought it. */
  readonly since?: number;
}

export const SETTING_SPECS = {
  schemaVersion: { item: "表结构版本", initial: SCHEMA_VERSION, note: "程序使用，不要改动", least: 1, counter: true },
  workbook: { item: "工作簿编号", initial: null, note: "程序使用，不要改动", counter: true },
  planYear: { item: "计划年度", initial: null, note: "本工作簿的培训计划年度，例如 2024", least: 2000 },
  initialFee: { item: "初培费", initial: 600, note: "元/人，含资料费", least: 0 },
  retrainingFee: { item: "再培训费", initial: 300, note: "元/人，含资料费", least: 0 },
  reviewDays: { item: "审核工作日", initial: 2, note: "预约后多少个工作日内审核，预约当天不算", least: 0 },
  safetyMargin: { item: "安全余量", initial: 15, note: "培训结束到证件有效期至少留多少天，用来约考、审核和考试", least: 0 },
  overlapPolicy: {
    item: "重叠月份",
    initial: OVERLAP.earliest,
    note: "一个月份有两个班时怎么选：最早、均衡、最晚可行",
    allowed: OVERLAP_POLICIES,
  },
  cardMonths: { item: "模拟卡有效月数", initial: 6, note: "自绑定之日起", least: 1 },
  passMark: { item: "合格分数", initial: 80, note: "考试合格线", least: 0 },
  absenceCounts: {
    item: "缺考计次",
    initial: YES_NO.no,
    note: "缺考算不算用掉一次考试：是、否",
    allowed: YES_NOS,
    since: 2,
  },
  centreName: { item: "中心名称", initial: null, note: "通知和提醒里的落款", since: 2 },
  centrePhone: { item: "中心电话", initial: null, note: "通知和提醒里留的电话", since: 2 },
  place: { item: "培训地点", initial: null, note: "班级的“地点”空着时使用" },
  initialHours: { item: "初培学时", initial: null, note: "印在单位培训档案上；空着就留一条线手写", since: 3 },
  retrainingHours: { item: "再培训学时", initial: null, note: "印在单位培训档案上；空着就留一条线手写", since: 3 },
  initialContent: { item: "初培内容", initial: null, note: "印在单位培训档案上的培训内容；空着就留一条线手写", since: 3 },
  retrainingContent: { item: "再培训内容", initial: null, note: "印在单位培训档案上的培训内容；空着就留一条线手写", since: 3 },
  keepChangesDays: {
    item: "保留改动天数",
    initial: 90,
    note: "每次操作的改动明细留多少天，清理以后那次操作不能再撤销",
    least: 7,
    since: 2,
  },
  carriedFrom: { item: "结转自", initial: null, note: "程序使用，不要改动", counter: true, since: 3 },
  carriedTo: { item: "已结转到", initial: null, note: "程序使用，不要改动", counter: true, since: 3 },
  endedOn: { item: "年度结束日期", initial: null, note: "程序使用，不要改动", counter: true, isUndone: true, since: 3 },
  enrolmentCounter: { item: "报名编号计数", initial: 0, note: "程序使用，不要改小", least: 0, counter: true },
  personCounter: { item: "人员编号计数", initial: 0, note: "程序使用，不要改小", least: 0, counter: true },
  paymentCounter: { item: "流水号计数", initial: 0, note: "程序使用，不要改小", least: 0, counter: true },
} as const satisfies Readonly<Record<string, SettingSpec>>;

/** What the value of a setting is, and who keeps it. */
export function formOfSetting({ initial, least, counter }: SettingSpec): Pick<Column, "owner" | "kind"> {
  const isText = typeof initial === "string" || (initial === null && least === undefined);
  return { owner: counter ? "computed" : "centre", kind: isText ? "text" : "number" };
}

/** Whether an item of 设置 is the program's own. */
export function isKeptByProgram(item: string): boolean {
  return specOf(item)?.counter === true;
}

export function specOf(item: string): SettingSpec | null {
  return Object.values<SettingSpec>(SETTING_SPECS).find((spec) => spec.item === item) ?? null;
}

export type SettingName = keyof typeof SETTING_SPECS;
