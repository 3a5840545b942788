import type { Day } from "../days/civil-day";
import { maskText } from "../people/masks";
import { operationTitles } from "./operations";
import { whoIs } from "./roster";
import { ruleTable } from "./rule-table";

/** What operations at the desk say: titles, fields, and what becomes of each person. */

export const deskRules = /* @__PURE__ */ ruleTable({
  K01: {
    title: "报名已经结束",
    severity: "阻断",
    advice: `请核对是不是这个人的另一次报名；要恢复的先点“${operationTitles.reinstate}”。`,
  },
  K03: { title: "培训还没有完成", severity: "阻断", advice: `培训结束后才能约考，请先点“${operationTitles.complete}”。` },
  K04: { title: "补考也没有合格", severity: "阻断", advice: "一次报名只能补考一次，请核对；要重新参加培训的另建报名。" },
  K05: { title: "考试还没有合格", severity: "阻断", advice: "考试合格后才发证，请先登记成绩。" },
  K06: {
    title: "班里有人没有报到",
    severity: "警告",
    advice: `来了的请先点“${operationTitles["check-in"]}”；没有来的不用办结业。`,
  },
  K07: { title: "没有证件有效期", severity: "阻断", advice: "请照新证写“新有效期”。" },
  K08: { title: "不知道是哪一次考试", severity: "阻断", advice: "请照“历次考试”写清楚是哪一天的成绩。" },
  K09: {
    title: "成绩改了，证已登记",
    severity: "警告",
    advice: "没有发证的，请撤销那次登记发证，或清空“发证日期”和“新有效期”。",
  },
  K10: { title: "登记的有效期快到了", severity: "警告", advice: "请照新证核对；证上还是这一天的，请向发证机关核实要不要换证。" },
  K02: { title: "已经报到过", severity: "阻断", advice: "日期写错了的，请在名册里改“报到日期”。" },
});
export type DeskCode = keyof typeof deskRules;

/** `3月26日`. */
export const dayWords = (day: Day): string => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`;

export const PEOPLE_TITLE = "学员";
export const REASON_TITLE = "原因";

export const CHECK_IN_TITLE = "报到";
export const checkInAbout = "登记报到，同时收下资料和费用";
export const checkInReason = "报到";
export const checkInClassNote = "来上哪个班；不写就是各人自己的班";
export const paperSeenTitle = "交来的资料";
export const papersSeenNote = "可以是几项，也可以是“全部”";
export const everything: readonly string[] = ["全部", "齐", "齐全", "都有", "是", "有", "√", "ok", "OK"];
export const checkInAmountNote = "一共收的钱，记一笔；只写方式不写金额，就是各人还欠的，每人一笔";
export const checkInReasonNote = "班级不对、预约没有通过或没有交清时要写，会记在“状态备注”";

export const hasEndedAlready = (who: string, state: string, doing: string): string =>
  `${who}的报名已经结束（${state}），不能${doing}。`;
export const passedWord = "考试合格";
export const reportedAlready = (who: string, day: string): string => `${who}已于${dayWords(day)}报到。`;

export const otherClass = (own: string | null, class_: string): string => `班级是“${own ?? "没有"}”，不是“${class_}”`;
export const noClassYet = "没有班级";
export const otherTime = (name: string, day: string): string => `${dayWords(day)}不在“${name}”的报到和学习时间`;
export const notApproved = (booking: string | null): string => (booking === null ? "没有省厅预约" : `省厅预约状态是“${booking}”`);
export const reasonWanted = (
  people: readonly { readonly name: string | null; readonly key: string; readonly concerns: readonly string[] }[],
): string => `${people.map(({ concerns, ...row }) => `${whoIs(row)}${concerns.join("，")}；`).join("")}仍要办的，请写原因。`;
export const keptReason = (day: string, concerns: readonly string[], reason: string): string =>
  `${dayWords(day)}报到时${concerns.join("，")}，原因：${reason}`;

export const reported = (day: string): string => `${dayWords(day)}报到`;
export const lacking = (papers: readonly string[]): string => `缺${papers.join("、")}`;
export const inClass = (name: string | null): string => `班级“${name ?? "没有"}”`;
export const lightIs = (light: string): string => `到期提示“${light}”`;
export const papersUnasked = (missing: string): string => `资料还没有交齐（${missing}），以后不再催`;
export const seatFreed = (name: string): string => `“${name}”空出一个座位`;
export const personSaid = (name: string | null, parts: readonly string[]): string =>
  `${maskText(name ?? "")} ${parts.join("，")}`.trim();
export const checkedIn = (people: number, day: string): string => `${dayWords(day)}报到${people}人`;

export const PAPERS_TITLE = "登记资料";
export const papersAbout = "记下交来的、不合格的或不用交的资料";
export const paperTitle = "资料";
export const answerTitle = "结果";
export const answerNote = "不写就是已交，原来不适用的不变";
export const failureNote = "不合格的写原因";
export const failureNeedsReason = "不合格要写原因";
export const reasonWithoutFailure = "只有不合格的才写原因";
export const papersReasonWords = "登记资料";
export const paperAnswered = (papers: readonly string[], answer: string): string => `${papers.join("、")}${answer}`;
export const staysNotNeeded = (papers: readonly string[]): string => `${papers.join("、")}原来不适用，没有改动`;
export const papersDone = (people: number, papers: number, answer: string): string => `${people}人${papers}项资料${answer}`;
export const nothingLacking = "资料齐全";
export const severalPapers = "有几项叫这个名，请写全";
