import { maskText } from "../people/masks";
import { ruleTable } from "./rule-table";

/** Sentences about the papers of the three stages. */

export const papersRules = /* @__PURE__ */ ruleTable({
  D01: { title: "资料填写看不懂", severity: "警告", advice: "请填“已交”“不合格:原因”或“不适用”，没交的空着。" },
  D02: {
    title: "学历低于高中",
    severity: "警告",
    whose: "单位",
    advice: "报名要求高中或同等学历，请核对学历证明，不符合的不能报到。",
  },
  D04: {
    title: "推荐表收下后换了单位",
    severity: "警告",
    whose: "单位",
    advice:
      "推荐表上的章是原来单位的，请收新单位盖章的推荐表；收到后在待办里选“已改”。单位只是改名的，把原名写进“单位”表的“别名”。",
  },
  D05: {
    title: "预约后改了证件号或手机号",
    severity: "警告",
    advice:
      "省厅系统里这两项不能修改。请核对以哪一个为准：这里改错的请改回；确已更换的，请本人与省厅系统联系，核对后在待办里选“已确认”。",
  },
  D03: { title: "资料行没有对应报名", severity: "提示", advice: "请核对报名编号；不用的行可以删去。" },
});

export type PapersCode = keyof typeof papersRules;

export const paperWithChecks = (paper: string, checks: readonly string[]): string => `${paper}（${checks.join("、")}）`;
export const checkOf = (paper: string, check: string): string => `${paper}“${check}”`;
export const failedPaper = (paper: string, reason: string | null): string =>
  `${paper}不合格${reason === null ? "" : `（${reason}）`}`;

/** One stage of the text that goes to the unit: `申报上传：缺证件照、推荐表（公章）；有效证件不合格（反面缺失）`. */
export function shortStage(stage: string, missing: readonly string[], failed: readonly string[]): string {
  return `${stage}：${[...(missing.length > 0 ? [`缺${missing.join("、")}`] : []), ...failed].join("，")}`;
}

export const shortPapers = (stages: readonly string[]): string => stages.join("；");

export const newPapersRow = "名册中的报名，建资料行";
export const followsRoster = "随名册更新";
export const papersReason = "按资料表";
export const papersWith = (from: readonly string[]): string =>
  from.length === 0 ? papersReason : `${papersReason}，含转班前${from.join("、")}的资料`;

export const remembersReason = "收下推荐表或省厅已有预约时记下";

export const unitChangedSince = (who: string, before: string, now: string): string =>
  `${who}的推荐表是按“${maskText(before)}”收下的，现在的“工作单位”是“${maskText(now)}”。`;
export const numbersChangedSince = (who: string, titles: readonly string[]): string =>
  `${who}在省厅系统预约之后，名册里的${titles.join("、")}改过。`;

export function unreadableAnswers(who: string, cells: readonly { readonly title: string; readonly written: string }[]): string {
  return `${who}的${cells.map(({ title, written }) => `“${title}”写的是“${maskText(written)}”`).join("，")}，看不懂，按未交计。`;
}
export const lowEducation = (who: string, written: string): string =>
  `${who}的“学历”是“${maskText(written)}”，低于高中或同等学历。`;
/** `@5` is a row without a number: sheet row 5. */
export const strayPapers = (key: string): string =>
  key.startsWith("@")
    ? `“资料”第${key.slice(1)}行没有报名编号，不知道是谁的。`
    : `“资料”中的报名编号 ${maskText(key)} 在名册中没有。`;
