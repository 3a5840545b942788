import { maskText } from "../people/masks";
import type { Enrolment } from "../schema/roster";
import { whoIs } from "./roster";

/** What is said of the fields of an input, and of values that are not taken. */

export const peopleNote = "报名编号、证件号或手机号（可只写后4位以上）、姓名、姓名+单位；写班级或单位就是其中所有的人";
export const missing = "没有填写";
export const onlyOne = "只能写一个";
export const noFileHere = "这里不能用文件";
export const noPeopleInFile = (file: string): string => `${file}里没有找到“报名编号”“证件号”或“姓名”一列，或者没有人`;
export const noAmount = "不是金额";
export const amountNotAbove = "金额要大于0";
export const amountExamples = ["300", "300.50"];
export const scoreExamples = ["86", "86.5"];
export const noScore = "不是0到100的分数";
export const damagedNumber = "是数字，可能已经损坏，请写成文本";
export const dayExamples = ["2024-03-26", "3月26日", "今天"];
/** Each one day further back. */
export const relativeDays: readonly string[] = ["今天", "昨天", "前天"];
export const todayNote = "不写就是今天";
export const dayAhead = (today: string): string => `在${today}之后，还没有到`;
export const tooLong = (longest: number): string => `太长，最多${longest}个字`;
export const notInList = "不在可选的词里";
export const noSuchClass = "培训计划里没有这个班";
export const severalClasses = "可能是几个班，请写清楚";
export const noSuchUnit = "“单位”表里没有这家";
export const likeUnits = "与单位全称不完全一样，请写全称或别名";
export const notAText = "要写成文字、数字或它们的列表";

const at = (place: string | null): string => (place === null ? "" : `${place}的`);
const quoted = (text: string): string => `“${maskText(text)}”`;

/** `王某（B2024-00001），示例金矿，主要负责人，尾号0012`. */
export function candidate(row: Enrolment): string {
  const ending = typeof row.idNumber === "string" ? `尾号${row.idNumber.slice(-4)}` : null;
  return [whoIs(row), row.unit, row.post, ending].filter((part) => part !== null).join("，");
}
export const severalPeople = (text: string, place: string | null, count: number, candidates: readonly string[]): string =>
  `${at(place)}${quoted(text)}有${count}个${candidates.length > 0 ? `：${candidates.join("；")}` : ""}。`;
export const nobodyNamed = (text: string, place: string | null, near: readonly string[]): string =>
  `${at(place)}${quoted(text)}在名册里没有找到${near.length > 0 ? `，相近的有：${near.join("；")}` : ""}。`;
export const repeatedNumber = (text: string, place: string | null, rows: readonly number[]): string =>
  `${at(place)}${quoted(text)}在名册里有几行（第${rows.join("、")}行）用同一个编号，请先改正。`;
export const lineOf = (file: string, sheet: string, line: number): string =>
  `${[file, sheet].filter((part) => part !== "").join("·")}第${line}行`;

/** `写的是“abc”，不是金额。可以写：300、300.50。` */
export function whyNot(given: string, message: string, possible: readonly string[]): string {
  const isSentence = /[。；]$/u.test(message);
  const written = given === "" || isSentence ? "" : `写的是${quoted(given)}，`;
  const choices = possible.length === 0 || isSentence ? "" : `可以写：${possible.map((one) => maskText(one)).join("、")}。`;
  return `${written}${message}${isSentence ? "" : "。"}${choices}`;
}
export const fieldProblem = (title: string, name: string, why: string): string => `${title}（${name}）：${why}`;
export const unknownField = (name: string, near: readonly string[], names: readonly string[]): string =>
  `没有“${maskText(name)}”这一项${near.length > 0 ? `，是不是${near.join("、")}` : ""}。可以用：${names.join("、")}。`;
