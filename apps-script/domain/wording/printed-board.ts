import type { Day } from "../days/civil-day";

/** What stands on 看板 when it is printed. */

export const title = "看板";
export const about = "各班座位、到期、资料、收费和文件的总数，一张纸";
export const nameOf = (today: Day): string => `${title}-${today}`;
export const titleOf = (year: number): string => `${year}年度${title}`;
export const uncounted = (payment: string): string => `${payment}没有计入收费：金额看不懂，或是刷卡`;

export const numbers = {
  people: "名册人数",
  live: "在办人数",
  complete: "资料齐全",
  short: "缺资料",
  due: "应缴（元）",
  paid: "已缴（元）",
  open: "还欠（元）",
  cardsLeft: "可发模拟卡（张）",
  cardsWaiting: "待发模拟卡（人）",
  back: "单位文件已收回（家）",
  waitedFor: "单位文件没收回（家）",
  unsent: "没有发过文件（家）",
} as const;

export const classes = "各班座位和到期提示";
export const className = "班级";
export const deadline = "报名截止";
export const reportIn = "报到";
export const seats = "座位";
export const taken = "已占";
export const free = "空余";
export const lights = "到期提示（人）";
export const unlimited = "不限";
export const stopped = (name: string): string => `${name}（停办）`;
const noLight = "没有提示";
/** `正常12 紧张3` */
export const lightsOf = (counts: readonly { readonly name: string; readonly count: number }[]): string =>
  counts.map(({ name, count }) => `${name || noLight}${count}`).join(" ");

export const expiries = "再培训到期人数和座位（按月）";
export const month = "月份";
export const monthOf = (number: number): string => `${number}月`;
export const due = "到期人数";

export const papers = "缺的资料（人）";
export const money = "收款（按方式，元）";
