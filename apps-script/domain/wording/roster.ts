import type { KindByExpiry } from "../people/kind-by-expiry";
import { maskText } from "../people/masks";
import { KIND } from "../schema/allowed";
import { noSavedResult } from "./days";
import { operationTitles } from "./operations";
import { ruleTable } from "./rule-table";
import { formulaWithoutResult } from "./workbook";

/** Sentences about enrolments in 名册 and units in 单位. */

export const rosterRules = /* @__PURE__ */ ruleTable({
  R30: { title: "工作单位未填", severity: "警告", whose: "学员", advice: "请补填单位全称。" },
  R31: { title: "工作单位未登记", severity: "提示" },
  R32: { title: "工作单位写的是别名", severity: "提示" },
  R33: { title: "别名属于几个单位", severity: "警告", advice: "请只留给一个单位。" },
  R34: { title: "日期看不懂", severity: "警告", advice: "请写成 2024-03-15 的样子。" },
  R35: { title: "班级名称不在计划中", severity: "警告", advice: "请照培训计划中的班级名称填写。" },
  R36: { title: "所选内容不在名单中", severity: "警告" },
  R40: {
    title: "有考试状态但培训未完成",
    severity: "警告",
    advice: `培训结束后才能约考，请先点“${operationTitles.complete}”，或核对考试状态。`,
  },
  R41: { title: "发证日期早于考试日期", severity: "警告", advice: "请核对两个日期。" },
  R42: { title: "有发证日期但未合格", severity: "警告", advice: "考试合格后才发证，请核对考试状态。" },
  R43: { title: "报到时预约未通过", severity: "警告", advice: "请到省厅系统查看预约结果后更新。" },
  R44: { title: "培训完成但没有报到日期", severity: "警告", advice: "请补填报到日期。" },
  R45: { title: "考试日期在将来却有结果", severity: "警告", advice: "请核对考试日期和考试状态。" },
  R46: { title: "成绩与考试状态不符", severity: "警告", advice: "请核对成绩和考试状态。" },
  R47: { title: "已完成但未合格", severity: "警告", advice: "请核对：考试合格并办结才算已完成。" },
  R48: { title: "新有效期早于原有效期", severity: "警告", advice: "请核对两个日期。" },
  R49: { title: "考试日期早于报到日期", severity: "警告", advice: "请核对两个日期。" },
});

export type RosterCode = keyof typeof rosterRules;

/** `张三（B2024-00001）`; a row that has no number yet goes by its place, `@5` being sheet row 5. */
export function whoIs(row: { readonly name: string | null; readonly key: string }): string {
  const place = row.key.startsWith("@") ? `名册第${row.key.slice(1)}行` : row.key;
  return `${maskText(row.name ?? "未填姓名的人")}（${place}）`;
}

export const planReadReason = "按通知原文";

const quote = (written: string): string => `“${maskText(written)}”`;

export const about = (who: string, sentence: string): string => `${who}：${sentence}`;

// Closed lists
export const fieldMissing = (who: string, title: string): string => `${who}没有填写“${title}”。`;
/** 申报类型 is left empty: what the certificate speaks for, where it speaks for one. */
export function kindMissing(who: string, title: string, by: KindByExpiry, validUntil: string | null): string {
  const sentence = fieldMissing(who, title);
  if (by === "unclear") return sentence;
  const until = `“证件有效期”是${quote(validUntil ?? "")}`;
  if (by === "lapsed") return `${sentence}${until}，已经过期：没有办结再培训的按${KIND.initial}重新取证，请核实。`;
  if (by === KIND.initial) return `${sentence}没有“证件有效期”，可能是“${KIND.initial}”。`;
  return `${sentence}${until}，可能是“${KIND.retraining}”。`;
}
export const otherSpelling = (who: string, title: string, written: string, proper: string): string =>
  `${who}的“${title}”写的是${quote(written)}，名单中是“${proper}”。`;
export const proposedSpelling = (who: string, title: string, written: string, proposals: readonly string[]): string =>
  `${who}的“${title}”写的是${quote(written)}，不在名单中，可能是${proposals.map((one) => `“${one}”`).join("或")}。`;
export const unknownSpelling = (who: string, title: string, written: string): string =>
  `${who}的“${title}”写的是${quote(written)}，不在名单中。`;
export const unknownChoices = (who: string, cells: readonly { readonly title: string; readonly written: string }[]): string =>
  `${who}的${cells.map(({ title, written }) => `“${title}”写的是${quote(written)}`).join("，")}，不在名单中。`;
export const chooseFromList = (allowed: readonly string[]): string => `请从名单中选：${allowed.join("、")}。`;
export const changeTo = (proper: string): string => `请改为“${proper}”。`;

export function unreadableDays(who: string, cells: readonly { readonly title: string; readonly written: string }[]): string {
  const titled = (title: string): string => `“${title}”`;
  const isUnworked = ({ written }: { readonly written: string }): boolean => written === formulaWithoutResult;
  const unworked = cells.filter(isUnworked).map(({ title }) => titled(title));
  const wrong = cells.filter((cell) => !isUnworked(cell)).map(({ title, written }) => `${titled(title)}写的是${quote(written)}`);
  const parts = [
    ...(wrong.length > 0 ? [`${wrong.join("，")}，不是能识别的日期`] : []),
    ...(unworked.length > 0 ? [`${unworked.join("、")}的${noSavedResult}`] : []),
  ];
  return `${who}的${parts.join("；")}。`;
}

// Units and classes
export const unitMissing = (who: string): string => `${who}没有填写“工作单位”。`;
export const unitUnknown = (written: string, who: string, count: number, similar: string | null): string =>
  `“工作单位”${quote(written)}不在“单位”表中（${who}${count > 1 ? `等${count}人` : ""}）${similar === null ? "" : `，与“${similar}”相近`}。`;
export const unitUnknownAdvice = (similar: string | null): string =>
  similar === null ? "请在“单位”表登记，或改为单位全称。" : "请确认是否同一单位：是则统一写全称，不是则在“单位”表登记。";
export const unitIsAlias = (written: string, name: string, who: string, count: number): string =>
  `“工作单位”${quote(written)}是“${name}”的别名（${who}${count > 1 ? `等${count}人` : ""}）。`;
export const unitIsAliasAdvice = (name: string): string => `省厅系统要填单位全称，请改为“${name}”。`;
export const aliasShared = (alias: string, units: readonly string[]): string =>
  `别名${quote(alias)}同时属于${units.map((unit) => `“${unit}”`).join("、")}。`;
export const creditOf = (unit: string, sentence: string): string => `${unit}：${sentence}`;
export const creditIsNumber = (): string => "统一社会信用代码单元格是数字，可能已经损坏。";
export const unknownClasses = (who: string, cells: readonly { readonly title: string; readonly written: string }[]): string =>
  `${who}的${cells.map(({ title, written }) => `“${title}”写的是${quote(written)}`).join("，")}，培训计划中没有这个班。`;

// States that cannot be together
export const examWithoutTraining = (who: string, exam: string): string => `${who}的“考试状态”是“${exam}”，但“培训完成”没有填。`;
export const issuedBeforeExam = (who: string, issued: string, exam: string): string =>
  `${who}的“发证日期”${issued}早于“考试日期”${exam}。`;
export const issuedWithoutPass = (who: string, issued: string, exam: string | null): string =>
  `${who}有“发证日期”${issued}，但“考试状态”${exam === null ? "没有填" : `是“${exam}”`}。`;
export const reportedWithoutBooking = (who: string, day: string, booking: string | null): string =>
  `${who}有“报到日期”${quote(day)}，但“省厅预约状态”${booking === null ? "没有填" : `是${quote(booking)}`}。`;
export const trainedWithoutReport = (who: string, trained: string): string =>
  `${who}的“培训完成”是${quote(trained)}，但没有“报到日期”。`;
export const resultInFuture = (who: string, exam: string, day: string): string =>
  `${who}的“考试状态”是“${exam}”，但“考试日期”${day}还没有到。`;
export const scoreContradicts = (who: string, score: number, exam: string, mark: number): string =>
  `${who}的“成绩”是${score}，“考试状态”是“${exam}”，与合格分数${mark}不符。`;
export const doneWithoutPass = (who: string, exam: string | null): string =>
  `${who}的“报名状态”是“已完成”，但“考试状态”${exam === null ? "没有填" : `是${quote(exam)}`}。`;
export const newExpiryEarlier = (who: string, next: string, now: string): string =>
  `${who}的“新有效期”${next}早于“证件有效期”${now}。`;
export const examBeforeReport = (who: string, exam: string, report: string): string =>
  `${who}的“考试日期”${exam}早于“报到日期”${report}。`;
