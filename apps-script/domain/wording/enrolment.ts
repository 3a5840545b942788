import type { Day } from "../days/civil-day";
import type { Cents } from "../rules/money/payment-amounts";
import { dayWords } from "./desk";
import { yuan } from "./money";
import { operationTitles } from "./operations";
import { ruleTable } from "./rule-table";

/** What is said of enrolments that change: who gives up, comes back, moves, did not come, changes the unit. */

export const enrolmentRules = /* @__PURE__ */ ruleTable({
  K20: { title: "不是取消或离职的报名", severity: "阻断", advice: "只有取消、离职、转班的报名可以恢复；失效的请新增报名。" },
  K21: { title: "已经有另一次报名", severity: "阻断", advice: `请核对用哪一次报名，另一次先点“${operationTitles.withdraw}”。` },
  K22: { title: "培训已经完成", severity: "阻断", advice: "请核对是不是这个人的另一次报名。" },
  K23: {
    title: "申报类型与班级不符",
    severity: "阻断",
    advice: "培训班给初培的人，再培训班给再培训的人；申报类型写错的先改正。",
  },
  K24: { title: "不在这个班", severity: "阻断", advice: "请核对班级和人。" },
  K25: { title: "单位没有变", severity: "阻断", advice: "请核对新单位。" },
});
export type EnrolmentCode = keyof typeof enrolmentRules;

const because = (reason: string | null): string => (reason === null ? "" : `，原因：${reason}`);
const classNamed = (name: string | null): string => (name === null ? "没有班级" : `“${name}”`);

export const dayTitle = "日期";
export const keptInNote = "会记在“状态备注”";

export const LEAVE_TITLE = "离职";
export const leaveAbout = "人离开了单位，不再参加培训";
export const WITHDRAW_TITLE = "取消报名";
export const withdrawAbout = "不参加培训了，报名取消";
export const moneyAnswerNote = "交过钱的，余款怎样处理";
export const gaveUp = (day: Day, state: string, reason: string | null): string => `${dayWords(day)}${state}${because(reason)}`;
export const hadPaid = (cents: Cents, answer: string | null): string =>
  `已缴${yuan(cents)}元，${answer === null ? "余款怎样处理还没有定" : `余款${answer}`}`;
export const keepsCard = (card: string): string => `模拟卡${card}仍归本人`;
export const manyGaveUp = (people: number, state: string, day: Day): string => `${dayWords(day)}${state}${people}人`;

export const REINSTATE_TITLE = "恢复报名";
export const reinstateAbout = "取消、离职或转班的报名恢复有效";
export const reinstated = (day: Day, reason: string | null): string => `${dayWords(day)}恢复报名${because(reason)}`;
export const notGivenUp = (who: string, state: string | null): string =>
  state === null ? `${who}的报名没有取消，不用恢复。` : `${who}的报名状态是“${state}”，不能恢复。`;
export const otherEnrolment = (who: string, other: string): string => `${who}同一职位已经另有报名${other}，没有恢复。`;
export const manyReinstated = (people: number): string => `恢复报名${people}人`;

export const MOVE_TITLE = "调班";
export const moveAbout = "把人调到另一个班，费用、资料、模拟卡跟着走";
export const newClassTitle = "调到";
export const moveReasonNote = "班已满、已开班或已在别的班报到时要写，会记在“状态备注”";
export const calledOff = "这个班不开";
export const isOver = (end: Day): string => `这个班${dayWords(end)}已经结束`;
export const trainedAlready = (who: string): string => `${who}已经培训完成，不能调班。`;
export const otherKind = (who: string, kind: string | null, name: string): string =>
  `${who}申报类型是“${kind ?? ""}”，不能调到“${name}”。`;
export const classFull = (name: string, capacity: number, held: number): string => `“${name}”${capacity}个座位，已有${held}人`;
export const hasBegun = (name: string): string => `“${name}”已经开班`;
export const inOther = (name: string | null): string => (name === null ? "" : `“${name}”`);
export const moved = (from: string | null, to: string): string => `由${classNamed(from)}调到“${to}”`;
export const keptMove = (day: Day, from: string | null, to: string, doubts: readonly string[], reason: string | null): string =>
  `${dayWords(day)}${moved(from, to)}${doubts.map((doubt) => `，${doubt}`).join("")}${because(reason)}`;
export const lightWas = (light: string): string => `原来的到期提示是“${light}”`;
export const bookAgain = (booked: string, from: Day | null, to: Day | null): string => {
  const window = from === null || to === null ? "" : `，预约时间${dayWords(from)}至${dayWords(to)}`;
  return `省厅预约的是“${booked}”，要重新预约${window}`;
};
export const tellThem = (told: string): string => `单位知道的是“${told}”，请通知`;
export const manyMoved = (people: number, name: string): string => `${people}人调到“${name}”`;

export const noShowAbout = "记下一个班没有来报到的人；补来的照样可以报到";
export const noShowNote = "没有来的人；不写就是这个班还没有报到的全部";
export const notBegun = (day: Day | null): string => `还没有开班${day === null ? "" : `，${dayWords(day)}报到`}`;
export const cameAlready = (who: string, day: string | null): string =>
  day === null ? `${who}已经来上课，没有记未报到。` : `${who}已于${dayWords(day)}报到，没有记未报到。`;
export const notInThisClass = (who: string, name: string): string => `${who}不是“${name}”的人，没有记未报到。`;
export const didNotCome = (name: string): string => `没有到“${name}”报到`;
export const mayGoTo = (names: readonly string[]): string =>
  names.length === 0 ? "没有别的班可上，请人工处理" : `还可以上${names.map((name) => `“${name}”`).join("、")}`;
export const manyDidNotCome = (name: string, people: number): string => `“${name}”未报到${people}人`;

export const TRANSFER_TITLE = "变更单位";
export const transferAbout = "人换了单位，报名和费用、资料、模拟卡跟着走";
export const newUnitTitle = "新单位";
export const newUnitNote = "“单位”表里的全称或别名；新的单位先用“单位”登记";
export const transferred = (from: string | null, to: string): string =>
  `工作单位${from === null ? "" : `由“${from}”`}改为“${to}”`;
export const keptTransfer = (day: Day, from: string | null, to: string, reason: string | null): string =>
  `${dayWords(day)}${transferred(from, to)}${because(reason)}`;
export const newForm = "单位推荐表要换新单位的";
export const oldUnitTold = (unit: string): string => `下次给“${unit}”的文件里没有此人`;
export const sameUnit = (who: string, title: string, unit: string): string => `${who}的${title}已经是“${unit}”。`;
export const manyTransferred = (people: number, unit: string): string => `${people}人改到“${unit}”`;

export const renewAbout = "换证的人，记下商定的费用；班级不用写，要上课的写";
export const renewFeeNote = "通知没有规定，写商定的";
export const freeTitle = "不收费";
export const renewClassNote = "要上课的写";
export const feeOrFree = "请写议定费用，或者写“不收费”，两个只写一个";
export const renewed = (yuan: number): string => (yuan === 0 ? "换证，不收费" : `换证，费用${yuan}元`);
export const kindWas = (kind: string): string => `原来是“${kind}”`;
export const manyRenewed = (people: number, yuan: number): string => `${people}人${renewed(yuan)}`;

export const MERGE_TITLE = "合并人员";
export const mergeAbout = "同一个人的几条报名并成一个人员编号；同一职位重复的只留一条";
export const mergePeopleNote = "同一个人的两条或几条报名";
export const keepTitle = "留哪一条";
export const keepNote = "不写就留办得最多的一条";
export const mergeReasonNote = "怎样知道是同一个人，会记在“状态备注”";
export const twoWanted = "要写同一个人的两条或几条报名";
export const keepOneOf = "要从上面的几条里选一条";
export const keptMerge = (day: Day, other: string, reason: string): string => `${dayWords(day)}与${other}合并，原因：${reason}`;
export const oneNumber = (person: string): string => `人员编号${person}`;
export const closedInto = (key: string): string => `结为转班，资料、费用、模拟卡归${key}`;
export const differs = (titles: readonly string[]): string => `${titles.join("、")}两边不同，留的没有改，请核对`;
export const merged = (rows: number, key: string): string => `${rows}条报名合并，留${key}`;
