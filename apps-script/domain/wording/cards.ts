import { maskText } from "../people/masks";
import { actionTitles } from "./actions";
import { ruleTable } from "./rule-table";

/** Sentences about the pool of mock-exam cards. Passwords never come here. */

export const cardsRules = /* @__PURE__ */ ruleTable({
  C01: { title: "卡号重复", severity: "阻断", advice: "请核对卡号，只留一行；在此之前这些行不发放。" },
  C02: { title: "卡上的报名编号不存在", severity: "阻断", advice: "请核对这张卡发给了谁；在此之前不再发放。" },
  C03: { title: "名册与卡库的卡号不一致", severity: "阻断", advice: "请核对卡发给了谁，把名册和模拟卡两处改成一致。" },
  C04: { title: "同一报名有几张卡", severity: "阻断", advice: "每次报名只发一张，中心不补发；请清去多余一张的报名编号。" },
  C05: { title: "卡号成了数字", severity: "阻断", advice: "请把卡号一列设为文本格式后重新填写。" },
  C06: { title: "卡的状态不清楚", severity: "警告", advice: "请补填报名编号；没有发过的把状态改为“未领”，并清去日期。" },
  C07: { title: "填了领卡或绑定日期但没有卡", severity: "警告", advice: "请核对领的是哪张卡，在模拟卡表填上报名编号。" },
  C08: { title: "改绑超过一次", severity: "警告", advice: "请核对改绑次数。" },
  C09: { title: "发了卡但预约未通过", severity: "警告", advice: "预约通过后才能领卡，请核对预约状态；已发的卡不收回。" },
  C10: { title: "卡不够", severity: "警告", advice: `请补充模拟卡，再点“${actionTitles.cards}”或“${actionTitles.all}”。` },
  C11: { title: "卡已作废", severity: "提示", advice: "中心不补发免费卡，请确认是否另购。" },
  C12: { title: "卡号未填", severity: "阻断", advice: "请补填卡号。" },
  C13: { title: "卡归哪次报名不清楚", severity: "警告", advice: "请把不办的报名改为取消；在此之前这几次报名不发卡。" },
});

export type CardsCode = keyof typeof cardsRules;

const quote = (written: string | number): string => `“${maskText(String(written))}”`;
/** `@5` is a row without a number: sheet row 5. */
const card = (key: string): string => (key.startsWith("@") ? `模拟卡第${key.slice(1)}行` : `模拟卡 ${key}`);

export const movedInReason = (from: string): string => `随转班从${from}转来`;
export const handedOverReason = (to: string): string => `卡随转班转到${to}`;
export const issuedReason = "预约通过，按报到日先后发卡";
export const followsRosterReason = "随名册的领卡日期、绑定日期";
export const showsPoolReason = "按模拟卡表";

export const sameNumber = (key: string, others: readonly string[]): string => `${card(key)}与${others.join("、")}是同一个卡号。`;
export const unknownHolder = (key: string, written: string): string =>
  `${card(key)}的“报名编号”${quote(written)}在名册中没有，或编号重复。`;
export const otherCardShown = (who: string, shown: string | number, pool: readonly string[]): string =>
  `${who}的“模拟卡号”是${quote(shown)}，模拟卡表中${pool.length === 0 ? "这张卡不在此人名下" : `此人名下是 ${pool.join("、")}`}。`;
export const severalCards = (who: string, numbers: readonly string[]): string =>
  `${who}名下有${numbers.length}张卡：${numbers.join("、")}。`;
export const numberDamaged = (written: string): string => `模拟卡 ${written} 的卡号单元格是数字，前面的0可能已经丢失，不发放。`;
export const numberMissing = (key: string): string => `${card(key)}没有卡号，不发放。`;
export const unclearState = (key: string, state: string | null): string =>
  `${card(key)}没有报名编号，“状态”却是${quote(state ?? "空")}，或已有领取、绑定日期，不发放。`;
export const daysWithoutCard = (who: string): string => `${who}填了“领卡日期”或“绑定日期”，但名下没有模拟卡。`;
export const rebound = (key: string, times: number): string => `${card(key)}的“改绑次数”是${times}，只允许改一次。`;
export const issuedTooEarly = (who: string, number: string, booking: string | null): string =>
  `${who}名下有模拟卡 ${number}，但“省厅预约状态”${booking === null ? "没有填" : `是${quote(booking)}`}。`;
export const tooFew = (waiting: number, first: string): string => `模拟卡不够，还有${waiting}人待发卡，最早的是${first}。`;
export const voided = (who: string, number: string): string => `${who}名下的模拟卡 ${number} 已作废。`;
export const unclearMove = (who: string, number: string, candidates: readonly string[]): string =>
  `${who}转班，名下的模拟卡 ${number} 要随人转走，新的报名有${candidates.length}个：${candidates.slice(0, 5).join("、")}，暂不转。`;
