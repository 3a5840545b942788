/** What is said of units that staff confirm, complete and merge. */

export const about = "核对、补充一家单位，或把另一家并进来";
export const unitNote = "“单位”表里的全称或别名";
export const newUnitTitle = "新单位全称";
export const confirmedTitle = "已核对";
export const confirmedNote = "由文件带入、状态是待确认的，核对无误写是";
export const confirmedWord = "已确认";
export const aliasesNote = "加上的别名，几个用顿号隔开";
export const reportsForNote = "这家替哪些单位报名，写全称，用顿号隔开";
export const mergeTitle = "并入的单位";
export const mergeNote = "人员和名称都归到这家，例如改了名的、重复的";

export const oneOfUnits = "单位和新单位全称只写一个";
export const nothingToDo = "没有写要改什么";
export const knownUnit = "“单位”表里已经有这家";
export const mergeIntoItself = "要写另一家，并写清并到哪一家";
export const mergeAlone = "并入要单独办，不能同时改别的";
export const aliasTaken = (owner: string): string => `已经是“${owner}”的名称或别名`;

export const added = "加入“单位”";
export const confirmed = "已核对";
export const nowIs = (title: string, value: string): string => `${title}：${value}`;
export const tookOver = (name: string, people: number): string => `“${name}”并入，${people}人改到这家`;
export const unitSaid = (name: string, parts: readonly string[]): string => `${name} ${parts.join("，")}`;
