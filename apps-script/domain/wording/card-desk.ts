import type { Day } from "../days/civil-day";
import { actionTitles } from "./actions";
import { dayWords } from "./desk";
import { ruleTable } from "./rule-table";

/** What is said of mock-exam cards that are fetched, bound, voided and bought. */

export const cardDeskRules = /* @__PURE__ */ ruleTable({
  K26: { title: "还没有模拟卡", severity: "阻断", advice: `省厅预约通过后先点“${actionTitles.cards}”，再登记。` },
  K27: { title: "模拟卡不能这样办", severity: "阻断", advice: "请核对人、日期和这张卡办过的事。" },
});
export type CardDeskCode = keyof typeof cardDeskRules;

export const about = "登记模拟卡的领取、绑定、改绑、作废，或另买的一张";
export const action = { fetch: "领取", bind: "绑定", rebind: "改绑", void: "作废", buy: "另购" } as const;
export const actionTitle = "办什么";
export const dayTitle = "日期";
export const numberNote = "另购的写新卡的卡号";
export const reasonNote = "作废的写原因";
export const numberWanted = "另购要写新卡的卡号";
export const numberUnasked = "只有另购才写卡号";
export const numberKnown = "“模拟卡”里已经有这张卡";
export const onePerson = "另购一次只登记一个人";

export const noCard = (who: string, booking: string | null): string => `${who}还没有模拟卡，省厅预约状态是“${booking ?? "空"}”。`;
export const fetchedAlready = (who: string, day: string): string => `${who}已于${day}领卡。`;
export const boundAlready = (who: string, day: string): string => `${who}的卡已于${day}绑定，换科目请办“改绑”。`;
export const beforeFetched = (who: string, day: string): string => `${who}${day}才领卡，绑定不能更早。`;
export const notBound = (who: string): string => `${who}的卡还没有绑定，不用改绑。`;
export const reboundAlready = (who: string, card: string): string => `${who}的卡${card}已经改绑过一次，不能再改。`;
export const tooLateToRebind = (who: string, day: Day): string => `${who}的卡${day}绑定，绑定后24小时内才能改绑。`;
export const voidAlready = (who: string, card: string): string => `${who}的卡${card}已经作废。`;
export const voidNote = (day: Day, reason: string | null): string =>
  `${dayWords(day)}作废${reason === null ? "" : `，原因：${reason}`}`;
export const boughtBy = (name: string | null): string => `${name ?? ""}另购`;
export const boughtOn = (day: Day, card: string): string => `${dayWords(day)}另购模拟卡${card}`;

export const done = (day: Day, action: string, card: string): string => `${dayWords(day)}${action}模拟卡${card}`;
export const usableTo = (day: string): string => `可用到${day}`;
export const noMoreRebind = "只能改绑这一次，做过模拟考试的不能改";
export const manyDone = (day: Day, action: string, people: number): string => `${dayWords(day)}${action}模拟卡${people}张`;
