import type { Day } from "../days/civil-day";
import { dayWords } from "./desk";

/** What 标记已通知 says. */

export const NOTIFIED_TITLE = "标记已通知";
export const notifiedAbout = "记下通知过的事：哪天、怎样通知的；到时候还没有办的重新提醒";
export const linesTitle = "待办编号";
export const linesNote = "待办里的编号，可以几个";
export const ruleNote = "待办的“规则”，可以只写一部分";
export const sayWhich = "请写通知的是谁、哪家单位、哪个班或哪条规则";
export const noSuchLine = "待办里没有这一条，或者已经处理过";
export const nothingToTell = "没有要通知的事";
export const calledWord = "致电";
export const notified = (count: number, means: string, day: Day): string => `${dayWords(day)}${means}通知，${count}件事已记下`;
export const lineNotified = (rule: string, back: Day): string => `“${rule}”已通知，${dayWords(back)}再提醒`;
