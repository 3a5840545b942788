import type { Day } from "../days/civil-day";
import { partsOf } from "../days/civil-day";
import { CLASS_STATE, DUTY_ANSWER, KIND } from "../schema/allowed";
import { quoted } from "./days";
import { operationTitles } from "./operations";
import { ruleTable } from "./rule-table";

/** Sentences of 分配班级: reasons that staff read out on the phone, and findings. */

export const assignRules = /* @__PURE__ */ ruleTable({
  A01: { title: "手工填写的班级转为锁定", severity: "提示", advice: "如要恢复自动分班，请清空“锁定班级”。" },
  A02: { title: "计划里没有这个班", severity: "警告", advice: "请按培训计划里的班级名称填写“锁定班级”。" },
  A03: { title: `班级已${CLASS_STATE.stopped}`, severity: "警告", advice: "请与本人联系改班，改好后更新“锁定班级”。" },
  A04: { title: "班级与申报类型不符", severity: "警告", advice: "请核对申报类型和班级。" },
  A05: { title: "班级与有效期月份不符", severity: "警告", advice: "请核对证件有效期；确需如此可不改。" },
  A06: { title: "省厅预约的班级不一致", severity: "警告", advice: "请核对以哪个班为准，再更新“锁定班级”或请本人改约。" },
  A07: { title: "考试日期太晚", severity: "警告", whose: "学员", advice: "请尽快改约更早的考试。" },
  A08: { title: "证件有效期有误", severity: "警告", whose: "单位", advice: "请按证书补正，写成 2024-06-20 的样子。" },
  A09: { title: "证件已过期", severity: "警告" },
  A10: { title: "月份没有对应班次", severity: "警告", advice: "请人工商定班次后填写“锁定班级”。" },
  A11: { title: "已过报名截止", severity: "警告", advice: "请与省厅系统或中心联系补办，或安排其他班次后填写“锁定班级”。" },
  A12: { title: "班级已满", severity: "警告", advice: "请增加容量，或商请同班可改期的人改班。" },
  A13: { title: "申报类型需人工", severity: "警告", advice: "请人工确认申报类型、班级和费用。" },
  A14: { title: "班级超员", severity: "警告", advice: "请增加容量，或为超出的人改班。" },
  A15: { title: "来不及", severity: "警告" },
  A16: { title: "预报名班级不一致", severity: "提示", advice: "请与本人确认；要按预报名的班级办理，请填写“锁定班级”。" },
  A17: { title: "节假日没有登记", severity: "提示", advice: "请在“节假日”表补上这一年的放假和调休安排。" },
  A19: {
    title: "本年度未再培训，请核实",
    severity: "警告",
    advice: "请在省厅系统核实证书状态，把结果填在“年度再培训核实”；要补办的请填写“锁定班级”。",
  },
  A20: {
    title: "未报到",
    severity: "警告",
    whose: "单位",
    advice: `请联系单位或本人；来了的点“${operationTitles["check-in"]}”，不来的点“${operationTitles["no-show"]}”，另约班级。`,
  },
  A21: {
    title: "已开班，预约还在待审",
    severity: "警告",
    advice: `请到省厅系统审核，审好的读入名单，或点“${operationTitles.booking}”。`,
  },
  A22: {
    title: "预约已截止，请读入最新名单",
    severity: "警告",
    advice: `请读入最新的省厅预约名单，或在“${operationTitles.booking}”里记下这个班已核对。`,
  },
  A23: {
    title: "本班报到还没有登记",
    severity: "警告",
    advice: `来了的请点“${operationTitles["check-in"]}”，没有来的点“${operationTitles["no-show"]}”。`,
  },
  A24: {
    title: "有人还没有登记报到",
    severity: "警告",
    advice: `请核对签到表：来了的点“${operationTitles["check-in"]}”，没有来的点“${operationTitles["no-show"]}”。`,
  },
  A25: {
    title: "班级已改，尚未通知",
    severity: "警告",
    advice: `请发新的单位文件或电话通知；通知以后点“${operationTitles.notified}”。`,
  },
  A26: { title: "锁定的班已停止预约", severity: "警告", advice: "请中心在省厅系统代为办理，或改“锁定班级”。" },
  A18: { title: "已办理但没有班级", severity: "警告", advice: "请核实所在班级，填写“锁定班级”。" },
});

export type AssignCode = keyof typeof assignRules;

/** 王某（B2024-00001）; the number alone when there is no name. */
export const personAs = (name: string | null, id: string): string => (name === null ? id : `${name}（${id}）`);

/** 3月29日; with its year when that is not the plan's. */
export function dayAs(day: Day, planYear: number): string {
  const { year, month, day: dayOfMonth } = partsOf(day);
  return `${year === planYear ? "" : `${year}年`}${month}月${dayOfMonth}日`;
}

/** 第二期 of 再培训班第二期; a name of another make stays whole. */
export const termAs = (name: string): string => /第[^第]+期$/u.exec(name)?.[0] ?? name;

/** 再培训班第二期、第三期: the common beginning is said once. */
function classesAs(names: readonly string[]): string {
  let before = "";
  return names
    .map((name) => {
      const term = termAs(name);
      const make = name.slice(0, name.length - term.length);
      const said = make !== "" && make === before ? term : name;
      before = make;
      return said;
    })
    .join("、");
}

// How a reason begins
export const validUntilAs = (day: Day): string => `有效期${day}`;
export const laterYearAs = (day: Day, dutyDay: Day): string =>
  `有效期${day}（${partsOf(day).year}年到期），每年的再培训按${dutyDay}计`;
export const initialTraining = KIND.initial;
export const renewalWith = (validity: string): string => `换证，${validity}`;
export const dateUnreadable = (message: string): string => `证件有效期${message}`;
export const dateMissing = "没有填写证件有效期，无法按月份分班";

// The class and its end
export const endsAs = (studyTo: string, slack: number | null, isSpent = false): string => {
  if (slack === null) return `（${studyTo}结束）`;
  if (slack >= 0) return `（${studyTo}结束，余${slack}天）`;
  return isSpent ? `（${studyTo}结束，到今天已晚了${-slack}天）` : `（${studyTo}结束，晚了${-slack}天）`;
};
export const choicesAre = (names: readonly string[]): string => `可选${classesAs(names)}`;
export const fullAre = (names: readonly string[]): string => `${classesAs(names)}已满`;
export const closedSignUp = (names: readonly string[]): string => `${classesAs(names)}中心网站报名已截止`;
export const takenByPolicy = (policy: string, placed: string): string => `按“${policy}”取${placed}`;
export const takenAlone = (placed: string): string => `取${placed}`;
export const takenForSeats = (placed: string): string => `名额有限，为多安排一人取${placed}`;
export const lateSignUp = (deadline: string): string => `中心网站${deadline}已截止，按补报办理`;
export const keptClass = (placed: string): string => `已分到${placed}`;
export const lockedTo = (placed: string): string => `人工锁定${placed}`;
export const settledIn = (placed: string): string => `已办理，班级为${placed}`;
export const heldIn = (placed: string): string => `班级为${placed}`;
export const overAre = (names: readonly string[]): string => `${classesAs(names)}已停止预约`;
export const stoppedAre = (names: readonly string[]): string => `${classesAs(names)}已${CLASS_STATE.stopped}`;
export const unattended = (names: readonly string[]): string => `没有到${classesAs(names)}报到`;
export const signUpCounts = (name: string): string => `${name}的预报名转用到本班`;

// What is to be said of the class today
/** Every remark about a refused booking holds it. */
export const REFUSED = "省厅预约被退回";
export const refusedUntil = (day: string): string => `${REFUSED}，请在${day}前（含当天）重新预约`;
export const byCentre = "预约已截止而没有预约，须由中心代为办理";
export const elsewhere = "省厅预约的是别的班，请核对";
export const calledOff = "该班已停办，请改班";
export const waitForList = (day: string): string => `预约已于${day}截止，等这一天以后的省厅名单核对`;
export const reviewNow = "已开班，预约还在待审，请中心审核";
export const notYetHere = "同班已有人报到，本人还没有登记报到";
export const didNotCome = "没有报到记录";
export const awaitsResult = (day: string): string => `${day}的考试等成绩`;
export const retake = "考试没有通过，可以补考";
export const notRetrained = (names: readonly string[]): string =>
  `本年度的再培训没有办成，请在省厅系统核实证书状态${names.length > 0 ? `；现在还能预约${classesAs(names)}` : ""}`;
export const dutyDone = (answer: string): string => `年度再培训${answer}（工作人员核实）`;
export const lastDayOver = "今天起考试合格也来不及了";
export const othersInTime = (names: readonly string[]): string => `${classesAs(names)}还来得及，可由中心填写“锁定班级”`;
export const nextYearTooLate = "明年的班赶不上";
export const settledNowhere = "已办理，但没有班级";
export const notInPlan = (name: string): string => `本年度计划里没有${quoted(name)}，请核对`;

// Why there is no class
export const lapsed = (fee: number, isFollowed: boolean): string =>
  `已过期，不能再培训；${isFollowed ? "已另建“初培”报名" : `建议另建一条“初培”报名（${fee}元），请工作人员确认`}`;
export const lapsedIn = (placed: string): string => `原分到${placed}，没有办结`;
export const renewalByHand = "班级和费用通知没有规定，请人工确认";
export const kindMissing = "没有填写申报类型，请人工确认";
export const kindUnknown = (kind: string): string => `申报类型${quoted(kind)}不在可选范围，请人工确认`;
export const noClassOfMonth = (month: number): string => `${month}月没有对应的再培训班，请人工安排`;
export const planUnpublished = "本年度的培训计划还没有读入，读入以后再分班";
export const noInitialClass = "计划里没有培训班";
export const windowsOver = (last: string, day: string): string => `${last}已于${day}停止预约，没有可报的班`;
export const notTicked = "这次没有勾选，没有分班";
export const allFull = (names: readonly string[]): string => `${classesAs(names)}已满`;

// Findings
export const typedClass = (who: string, name: string): string =>
  `${who}的班级由人填为${quoted(name)}，已记入“锁定班级”，程序不再改动。`;
export const unknownClass = (who: string, name: string): string => `${who}的班级${quoted(name)}在本年度计划里找不到。`;
export const closedClass = (who: string, name: string): string => `${who}的班级${name}已${CLASS_STATE.stopped}。`;
export const otherKind = (who: string, name: string, kind: string): string => `${who}申报的是${kind}，班级却是${name}。`;
export const otherMonth = (who: string, name: string, validUntil: Day): string =>
  `${who}的证件有效期是${validUntil}，${name}不含这个月份。`;
export const bookedElsewhere = (who: string, booked: string, name: string): string =>
  `${who}在省厅预约的是${quoted(booked)}，这里的班级是${name}。`;
export const examTooLate = (who: string, examOn: Day, dutyDay: Day): string =>
  `${who}的考试日期是${examOn}，必须在${dutyDay}之前考试合格。`;
export const badDate = (who: string, message: string): string => `${who}的证件有效期${message}。`;
export const noDate = (who: string): string => `${who}申报再培训，没有填写证件有效期。`;
export const expired = (who: string, validUntil: Day, answer: string | null): string =>
  `${who}的证件有效期是${validUntil}，${answer === DUTY_ANSWER.void ? "核实已失效" : "已过期"}，还没有办结。`;
export const expiredAdvice = (fee: number): string => `请与本人确认，另建一条“初培”报名（${fee}元）；原报名的申报类型程序不改。`;
export const earlierClass = "请与本人联系，尽量改到更早的班次。";
export const nothingHelps = "没有更早的班可改，请与本人说明，并向省厅核实还能怎样办理。";
export const nothingOpen = "今年的班都已停止预约，请与本人说明，并向省厅核实还能怎样办理。";
export const monthsUncovered = (months: readonly number[], people: readonly string[]): string =>
  `${months.join("、")}月到期的没有对应的再培训班，共${people.length}人：${people.slice(0, 20).join("、")}${people.length > 20 ? "等" : ""}。`;
export const initialUncovered = (people: readonly string[]): string =>
  `计划里没有培训班，申报初培的共${people.length}人：${people.slice(0, 20).join("、")}${people.length > 20 ? "等" : ""}。`;
export const tooLateToBook = (who: string, names: readonly string[]): string => `${who}可报的${classesAs(names)}都已停止预约。`;
export const noSeatLeft = (who: string, names: readonly string[]): string => `${who}可报的${classesAs(names)}都已满员。`;
export const askDuty = (who: string, validUntil: Day, why: string): string => `${who}的证件有效期是${validUntil}，${why}。`;
export const absentAdvice = `请联系单位或本人另约班级；其实来过的，请点“${operationTitles["check-in"]}”。`;
export const absentFrom = (who: string, name: string, now: string | null): string =>
  `${who}没有到${name}报到${now === null ? "，没有可改的班" : now === name ? "" : `，改到${now}，须重新预约`}。`;
export const stillUnderReview = (who: string, name: string): string => `${name}已开班，${who}的省厅预约还是“待审”。`;
export const lockedUnbooked = (who: string, name: string, to: string): string =>
  `${who}锁定在${name}，预约已于${to}截止，还没有预约。`;
export const lastDayGone = (who: string, dutyDay: Day): string => `${who}必须在${dutyDay}之前考试合格，来不及了。`;
/** What 已通知班级 says of a class whose days changed since: people know it as it was before this version. */
export const formerClass = (name: string, version: number): string => `${name}（第${version}版以前）`;
export const isFormerOf = (told: string, name: string): boolean => /^（第\d+版以前）$/u.test(told.replace(name, ""));
export const classChanged = (who: string, told: string, name: string | null): string =>
  name !== null && isFormerOf(told, name)
    ? `${told}的安排改了，${who}和单位还不知道。`
    : `${who}的班级由${quoted(told)}${name === null ? "改为暂无班级" : `改为${name}`}，单位和本人还不知道。`;
export const readNewList = (name: string, people: number, to: string, listed: Day | null): string =>
  `${name}的预约已于${to}截止，${people}人没有预约记录，${listed === null ? "还没有读入过本班的省厅名单" : `现有省厅名单截至${listed}`}。`;
export const reportsUntyped = (name: string, people: number): string => `${name}已开班，报到还没有登记（${people}人）。`;
export const stillAwaited = (name: string, people: number): string => `${name}已有人报到，还有${people}人没有登记。`;
export const byHand = (who: string, why: string): string => `${who}：${why}。`;
export const overfull = (name: string, capacity: number, people: number): string => `${name}容量${capacity}人，已有${people}人。`;
export const tooTight = (who: string, name: string, ends: string, dutyDay: Day): string =>
  `${who}在${name}，${ends}结束，必须在${dutyDay}之前考试合格，来不及。`;
export const preRegisteredElsewhere = (who: string, stated: string, name: string): string =>
  `${who}在中心网站预报名的是${quoted(stated)}，分到的是${name}。`;
export const holidaysUnknown = (years: readonly number[]): string =>
  `${years.join("、")}年的节假日没有登记，算不出有关的建议最迟预约日或审核截止。`;
export const nowhere = (who: string): string => `${who}已办理预约、报到、培训或考试，却没有班级。`;

/** What the cells changed by this action say about their cause. */
export const changeReasons = {
  assigned: "分配班级",
  typed: "手工填写的班级",
  ended: "报名已结束",
  seats: "统计人数",
} as const;
