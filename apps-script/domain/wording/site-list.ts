import { maskId } from "../people/masks";
import { operationTitles } from "./operations";
import { ruleTable } from "./rule-table";

/** Sentences about lists from the centre's site and the provincial system. */
export const siteTitle = (kind: string) => `导入${kind}名单`;
export const siteReason = (kind: string, asOf: string) => `${kind}名单（截至${asOf}）`;
export const notSiteList = (file: string, kind: string) => `${file} 不像${kind}名单：没有找到同时有“证件号”和${kind}内容的表头。`;
export const place = (file: string, sheet: string, at: number) =>
  [file, sheet, `第${at}行`].filter((part) => part !== "").join("·");
const person = (name: string, id: string | null) => `${name || "（无姓名）"}${id === null ? "" : `（${maskId(id)}）`}`;
export const noId = (where: string, name: string) => `${where}：${person(name, null)}没有可用的证件号，这一行没有收。`;
export const unknownPerson = (where: string, name: string, id: string) => `${where}：${person(name, id)}不在名册里。`;
export const severalEnrolments = (where: string, name: string, id: string) =>
  `${where}：${person(name, id)}在名册里有几次报名，名单没有写明是哪一次，这一行没有收。`;
export const otherName = (where: string, listed: string, ours: string, id: string) =>
  `${where}：${maskId(id)}在名单上叫“${listed}”，名册里叫“${ours}”，已按证件号对上。`;
export const unreadCell = (where: string, title: string, text: string) =>
  `${where}：“${title}”写的是“${text}”，看不懂，这一格没有收。`;
export const olderList = (where: string, title: string, ours: string, listed: string) =>
  `${where}：这份名单比读入过的旧，“${title}”保留“${ours}”，没有改成“${listed}”。`;
export const undated = (file: string, asOf: string) => `${file} 没有写截至时间，按文件保存的时间 ${asOf} 计。`;
export const ofFuture = (file: string, asOf: string) => `${file} 的截至时间 ${asOf} 还没有到，请核对以后用 --as-of 写明日期。`;
export const badAsOf = (text: string) => `--as-of 后面写日期，例如 2024-03-25，不能是“${text}”。`;
export const twice = (where: string, name: string) =>
  `${where}：${name || "（无姓名）"}在名单里不止一行而且内容不同，以第一行为准。`;

export const sittingUnclear = (where: string, name: string) =>
  `${where}：${name || "（无姓名）"}名册里已有没通过的成绩，这份名单又是一个没通过的成绩，没有写考试日期，看不出是不是补考。`;

export const struckPerson = (where: string, name: string) => `${where}：${name || "（无姓名）"}整个人划了删除线，没有收。`;
export const struckCells = (where: string, name: string, cells: readonly string[]) =>
  `${where}：${name || "（无姓名）"}的${cells.join("、")}划了删除线，按没有填写处理。`;

export const siteRules = /* @__PURE__ */ ruleTable({
  S01: { title: "名单上有，名册里没有", severity: "警告", advice: "请核实是否漏登记；需要时在名册加一行。" },
  S02: { title: "名单没有可用的证件号", severity: "阻断", advice: "请重新导出名单，证件号存为文本。" },
  S03: { title: "名单对应几次报名", severity: "警告", advice: "请在名册里核对是哪一次报名，手工填写。" },
  S04: { title: "名单与名册姓名不同", severity: "警告", advice: "请核对姓名和证件号。" },
  S05: { title: "名单的格子看不懂", severity: "警告", advice: "请在名册里手工填写这一格。" },
  S06: { title: "旧名单不改新内容", severity: "提示", advice: "需要时请读入最新的名单。" },
  S07: { title: "名单里重复", severity: "警告", advice: "请核对名单。" },
  S08: {
    title: "名单没有写截至时间",
    severity: "警告",
    advice: "截至时间按文件保存的时间算。不对的请重新导出，或用命令读入时写明日期（--as-of 2024-03-25）。",
  },
  S12: {
    title: "看不出是不是补考",
    severity: "警告",
    advice: "请核实；是补考的，请在名册的“考试次数”填2。",
  },
  S13: { title: "名单上划掉的内容", severity: "警告", advice: "请看一眼是不是真的划掉；不是的，请去掉删除线后再读入一次。" },
  S10: { title: "已预约但没有预报名", severity: "提示", advice: "请核实，补登记预报名。" },
  S11: {
    title: "预约已通过但资料不合格",
    severity: "提示",
    advice: `请通知本人或单位在报到前改正；已经改好的，点“${operationTitles.papers}”记“已交”。`,
  },
});

export type SiteCode = keyof typeof siteRules;

export const bookedUnregistered = (who: string, state: string) => `${who}省厅预约状态是“${state}”，但没有中心网站的预报名。`;
export const approvedShort = (who: string, missing: string) => `${who}省厅预约已通过，这里登记的资料还有问题：${missing}。`;
