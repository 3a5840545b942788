import type { Day } from "../days/civil-day";
import type { Cents } from "../rules/money/payment-amounts";
import { yuan } from "./money";

/** What 结束本年度 says. */

export const CLOSE_TITLE = "结束本年度";
export const closeAbout = "本年度的事都办完了：列出还没有办完的，以后这本工作簿不再改动；可以重新打开";
export const reopenTitle = "重新打开";
export const reopenNote = "填“是”：结束了的年度重新打开，可以继续办理";
export const notEnded = "本年度没有结束，不用重新打开。";
export const reopened = "已重新打开，可以继续办理。";

export const isUnfinished = "培训或考试没有结束";
export const isUncertified = "合格了，还没有登记发证和新有效期";
export const owes = (debt: Cents): string => `还欠${yuan(debt)}元`;
export const isUndecided = (paid: Cents): string => `交过的${yuan(paid)}元还没有定下怎样处理`;
export const personOpen = (name: string | null, sentence: string): string => `${name ?? "未填姓名的人"}：${sentence}`;

type Counts = readonly [unfinished: number, uncertified: number, owing: number, undecided: number];

export function ended(day: Day, [unfinished, uncertified, owing, undecided]: Counts, isCarried: boolean): string {
  const open = [
    ...(isCarried ? [] : ["还没有结转到下一年度"]),
    ...(unfinished > 0 ? [`${unfinished}人的培训或考试没有结束`] : []),
    ...(uncertified > 0 ? [`${uncertified}人合格了还没有登记发证`] : []),
    ...(owing > 0 ? [`${owing}人欠费`] : []),
    ...(undecided > 0 ? [`${undecided}人交过的钱没有定下怎样处理`] : []),
  ];
  const rest = open.length === 0 ? "没有未办完的事" : `还没有办完的：${open.join("，")}`;
  return `本年度${day}结束，这本工作簿不再改动；${rest}`;
}

export const isEnded = (day: string): string => `本年度已在${day}结束，这本工作簿不再改动，只能看和打印。`;
export const refusedAfterEnd = (day: string, title: string): string =>
  `本年度已在${day}结束，不能再执行“${title}”。还有事要办的，先用“${CLOSE_TITLE}”里的“${reopenTitle}”。`;
