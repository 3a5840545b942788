import type { Day } from "../days/civil-day";
import { dayWords } from "./desk";

/** Sentences of what screens show. */

/** What a day asks for, as one piece of work. */
interface Work {
  readonly class: string | null;
  readonly rule: string;
  readonly due: Day | null;
  readonly daysLeft: number | null;
  readonly people: number;
  readonly matters: number;
  readonly advice: string | null;
}

/** `再培训班第三期 已预报名未预约，今天截止：5人 → 请致电提醒尽快预约。` */
export function todayLine({ class: name, rule, due, daysLeft, people, matters, advice }: Work): string {
  const beginning = [...(name === null ? [] : [name]), rule].join(" ");
  const until = due === null || daysLeft === null ? "" : `，${dueWords(due, daysLeft)}`;
  const count = people > 0 ? `${people}人` : `${matters}条`;
  return `${beginning}${until}：${count}${advice === null ? "" : ` → ${advice}`}`;
}

/** `今天截止`, `还有3天（3月21日）`, `已过2天（3月16日）`. */
export function dueWords(due: Day, daysLeft: number): string {
  if (daysLeft === 0) return "今天截止";
  if (daysLeft === 1) return `明天截止（${dayWords(due)}）`;
  return daysLeft > 0 ? `还有${daysLeft}天（${dayWords(due)}）` : `已过${-daysLeft}天（${dayWords(due)}）`;
}

/** A run that was begun and not written to its end: `未写完：报到（共60人）`. */
export const notFinished = (run: string): string => `未写完：${run}`;

/** A run about several people, in the history of one of them: `报到（共60人）`. */
export const oneOfMany = (action: string, people: number): string => `${action}（共${people}人）`;
