import { forStaff, type StaffSentence } from "./audience";

/** What is said of a sheet of a list as a whole: what of it was not read, and which of its columns were taken. */

export const noList = (first: { readonly at: number; readonly words: readonly string[] } | null): StaffSentence =>
  forStaff(
    `没有找到名单：没有一行标题同时有“姓名”和“证件号”（或另外两个认得的标题，如“手机号”“工作单位”“职位”“证件有效期”）。${
      first === null ? "" : `第${first.at}行写的是${first.words.map((word) => `“${word}”`).join("")}。`
    }`,
  );
export const noListInSheet = (rows: number): StaffSentence => forStaff(`这张表有${rows}行内容，没有认出名单，没有读取。`);
export const sampleSheet = (): StaffSentence => forStaff("这张表像是填写示例，里面的人没有读取。");
export const hiddenList = (rows: number): StaffSentence => forStaff(`这张表是隐藏的，里面的${rows}行没有读取。`);

export const copiedRows = (count: number, sheet: string): StaffSentence =>
  forStaff(`有${count}行与“${sheet}”里的相同，没有重复读取。`);
export const lostSheet = (): StaffSentence => forStaff("文件里写着有这张表，内容却不在文件里，没有读取；其余的表照常读入。");
export const hiddenRows = (rows: readonly number[]): StaffSentence =>
  forStaff(`第${firstOf(rows)}行是隐藏的（可能开着筛选），已经一起读入。`);
export const struckPeople = (people: readonly { readonly at: number; readonly name: string }[]): StaffSentence => {
  const listed = people.slice(0, 10).map(({ at, name }) => `第${at}行${name}`);
  return forStaff(`${listed.join("、")}${people.length > 10 ? `等${people.length}人` : ""}整个人划了删除线，没有读入。`);
};
export const struckCells = (cells: readonly string[]): StaffSentence =>
  forStaff(`${firstOf(cells)}${cells.length > 10 ? "格" : ""}划了删除线，按没有填写处理。`);
export const leftOutIds = (addresses: readonly string[]): StaffSentence =>
  forStaff(
    `有${addresses.length}格证件号不在认出的名单里（${addresses.slice(0, 10).join("、")}${addresses.length > 10 ? "等" : ""}），这${addresses.length}人没有读入。`,
  );
export const unclearUnits = (lines: readonly { readonly address: string; readonly text: string }[]): StaffSentence => {
  const listed = lines.slice(0, 10).map(({ address, text }) => `${address}“${text}”`);
  return forStaff(`${listed.join("、")}${lines.length > 10 ? "等" : ""}像是单位，看不出是上面还是下面哪些人的，没有采用。`);
};
export const peopleBeside = (): StaffSentence => forStaff("名单旁边的这一片像是还有人，没有认得的标题，没有读取。");
export const cellsBeyond = (count: number): StaffSentence =>
  forStaff(`离名单很远的地方还有${count}格内容，没有读取，名单照常读入。`);
const firstOf = (rows: readonly (number | string)[]): string =>
  `${rows.slice(0, 10).join("、")}${rows.length > 10 ? `等${rows.length}` : ""}`;

const SKIPPED: Readonly<Record<string, string>> = {
  title: "标题",
  header: "表头",
  example: "示例",
  total: "合计",
  note: "说明或签字",
  blank: "未填写",
  stray: "离名单很远的内容",
};
export const skippedRows = (why: string, rows: readonly number[]): string => `${SKIPPED[why] ?? why}：第${firstOf(rows)}行`;
export const rowsPassedOver = (parts: readonly string[]): StaffSentence =>
  forStaff(`以下内容没有作为人员读取——${parts.join("；")}。`);
/** A column of a file as people find it: by its letters and its header. */
interface Headed {
  readonly letters: string;
  readonly header: string;
}
const column = ({ letters, header }: Headed): string => `${letters}列“${header}”`;
export const twinColumn = (title: string, taken: Headed, left: Headed): StaffSentence =>
  forStaff(`${column(taken)}和${column(left)}都像“${title}”，取了${column(taken)}，${column(left)}没有读取。`);
export const partedValidity = (columns: readonly Headed[]): StaffSentence =>
  forStaff(`${columns.map(column).join("和")}都像有效期，没有写哪一列是起、哪一列是止，没有读取。`);
export const unreadValidity = (columns: readonly Headed[]): StaffSentence =>
  forStaff(`${columns.map(column).join("、")}像是有效期，不能确定是不是到期的日子，没有读取。`);
export const numericMobiles = (count: number): StaffSentence => forStaff(`有${count}个手机号按数字填写，已按文本保存。`);
export const lostCharacters = (cells: readonly string[]): StaffSentence =>
  forStaff(`有${cells.length}格文字中有没能显示的字（�）：${cells.slice(0, 10).join("、")}${cells.length > 10 ? "等" : ""}。`);
