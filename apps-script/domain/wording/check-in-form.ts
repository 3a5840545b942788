import type { Cents } from "../rules/money/payment-amounts";

/** What the 报到收费表 says, and what is said of one that is taken back. */

export const FORM_TITLE = "报到收费表";
export const formTitle = (class_: string): string => `${class_} ${FORM_TITLE}`;
export const markTitles = { kind: "用途", workbook: "工作簿编号", form: "表号", class: "班级" } as const;
export const dayTitle = "报到日期";
export const howTo =
  "报到和交来的资料打√，金额写实收，没有的空着；临时来的人写在下面空行，写姓名、单位和证件号或手机号后4位。不要改最后一列。";
export const endingTitle = "尾号";
export const openTitle = "还欠";
export const cameTitle = "报到";
export const box = "□";
export const tick = "√";
export const isHere = "已有";
export const notNeeded = "不用";
/** Nobody came, no paper: an empty box, also crossed out. */
export const noTicks: readonly string[] = [box, "☐", isHere, notNeeded, "/", "—", "-"];
export const crosses: readonly string[] = ["×", "✕", "✗", "x", "否", "无", "没有", "未到", "没来", "缺"];

export const fileNote = "填好的“报到收费表”，由 anpei print check-in 写出；资料、金额、备注都在表里";
export const noForm = "不是一个表格文件";
export const notAForm = (file: string): string =>
  `${file}不是这个程序写出的“${FORM_TITLE}”，或里面藏着的标记不在了。名单请写在“学员”（people）里。`;
export const otherWorkbook = (file: string): string => `${file}是另一个工作簿写出的“${FORM_TITLE}”，没有读取。`;
export const noHeader = (file: string): string => `${file}里没有找到“姓名”“报名编号”那一行标题。`;
export const columnsGone = (place: string, titles: readonly string[]): string =>
  `${place}的标题里少了${titles.map((title) => `“${title}”`).join("、")}，请用原来的表填写。`;
export const badDay = (place: string, written: string): string => `${place}的“${dayTitle}”写的是“${written}”，不是日期。`;
export const dayAhead = (place: string, day: string): string => `${place}的“${dayTitle}”是${day}，还没有到。`;
export const emptyForm = (file: string): string => `${file}里没有一个人打√或写金额。`;
export const idDamaged = (place: string): string => `${place}的“报名编号”成了数字，可能已经损坏，请用原来的表填写。`;
export const idUnknown = (place: string, id: string): string => `${place}的报名编号${id}在名册里没有。`;
export const otherName = (place: string, name: string, who: string): string =>
  `${place}的姓名写的是“${name}”，这一行的编号是${who}的；可能只排了一部分列，请核对。`;
export const noName = (place: string): string => `${place}有√或金额，没有写姓名。`;
export const papersOfAbsent = (place: string): string => `${place}“${cameTitle}”打了×，资料又打了√，请核对。`;
export const classGone = (file: string, name: string): string =>
  `${file}是“${name}”的表，培训计划里没有这个班了；请重新写出这个班的表。`;
export const noTick = (place: string, title: string, written: string): string =>
  `${place}的“${title}”写的是“${written}”，看不懂；打√，没有的空着。`;
export const noAmount = (place: string, title: string, written: string): string =>
  `${place}的“${title}”写的是“${written}”，不是金额。`;
export const twice = (place: string, who: string, other: number): string => `${place}是${who}，第${other}行也是，请合成一行。`;
export const lessThanBooked = (place: string, method: string, booked: Cents, now: Cents): string =>
  `${place}的“${method}”是${now / 100}，这张表已经记过${booked / 100}；多记的请用“退款”。`;
export const saidByForm = "用表报到时，这一项写在表里";
export const peopleOrFile = "请写学员，或写填好的“报到收费表”";
export const otherDay = (day: string): string => `表里的“${dayTitle}”是${day}`;

export const bookedBefore = (method: string, cents: Cents): string => `${method}${cents / 100}以前记过`;
export const formRead = (
  said: string,
  sums: readonly string[],
  absent: readonly { readonly place: string; readonly remark: string | null }[],
): string => {
  const remarks = absent.flatMap(({ place, remark }) => (remark === null ? [] : [`${place}“${remark}”`]));
  return [
    said,
    ...sums,
    ...(absent.length > 0 ? [`没有来${absent.length}人`] : []),
    ...(remarks.length > 0 ? [`他们的备注没有记：${remarks.join("、")}`] : []),
  ].join("，");
};
export const notReported = "没有登记报到";
