import { dueWords } from "../../domain/wording/views";

/** What 提醒 says. */
export const REMINDERS_TITLE = "提醒";
export const CLASS_LABEL = "班级";
export const UNIT_LABEL = "单位";
export const RULE_LABEL = "规则";
export const WHOSE_LABEL = "待谁办";
export const ALL = "全部";
export const NOBODYS = "没有单位";
export const NONE = "没有要提醒的。";
export const counts = (count: number, open: number): string => `共${count}条，其中${open}条还没有通知。`;
export const unitTitle = (unit: string | null, lines: number): string => `${unit ?? NOBODYS}（${lines}条）`;
export const until = (due: string | null, left: number | null): string | null =>
  due === null || left === null ? null : dueWords(due, left);
export const COPY = "复制";
export const COPIED = "已复制";
export const COPY_BY_HAND = "请按 Ctrl+C 复制选中的文字";
export const copyOf = (whom: string): string => `复制 ${whom}`;
export const COPY_UNIT = "复制全单位的提醒";
export const copyClass = (name: string): string => `复制“${name}”全班的提醒`;
export const CLASS_TEXTS = "各班群里的提醒";
export const BY_LABEL = "怎样通知的";
export const markTold = (count: number): string => `标记已通知（${count}条）`;
export const tick = (whom: string): string => `勾选 ${whom}`;
export const TICK_UNIT = "勾选全单位";
export const showRest = (units: number): string => `其余${units}个单位也列出来`;
