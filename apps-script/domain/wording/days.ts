import { forUnit, type UnitSentence } from "./audience";

/** Sentences about days, ranges, months and report-in times that could not be read. */

/** The cell as written, in quotes, cut at 30 characters; long numbers may be ids or phones and are masked. */
export function quoted(text: string): string {
  const masked = text.replace(/\d{11,}[\dXx]?/gu, (number) => `${number.slice(0, 3)}****${number.slice(-4)}`);
  const characters = [...masked.replace(/\s+/gu, " ").trim()];
  return `“${characters.length > 30 ? `${characters.slice(0, 30).join("")}…` : characters.join("")}”`;
}

export const dayNotReadable = (text: string): UnitSentence =>
  forUnit(`${quoted(text)}不是能识别的日期，请写成 2024-03-15 或 2024年3月15日 的样子`);

/** What to say of a formula that no program worked out. */
export const noSavedResult = "公式没有保存结果，请用 Excel 打开并保存一次";
export const dayHasNoResult = (): UnitSentence => forUnit(noSavedResult);

export const dayNeedsYear = (text: string): UnitSentence => forUnit(`${quoted(text)}没有写年份，请补上四位年份`);

export const dayHasShortYear = (text: string): UnitSentence => forUnit(`${quoted(text)}的年份只有两位，请写四位年份`);

export const dayOrderUnclear = (text: string): UnitSentence =>
  forUnit(`${quoted(text)}分不清哪个是月、哪个是日，请按年、月、日的顺序写`);

export const dayLacksDay = (text: string): UnitSentence => forUnit(`${quoted(text)}只写到月份，没有写哪一天，请补上日`);

export const dayLacksMonth = (text: string): UnitSentence =>
  forUnit(`${quoted(text)}没有写月份（可能漏了“月”字），看不出是哪一天`);

export const dayIsSixDigits = (text: string): UnitSentence =>
  forUnit(`${quoted(text)}是六位数字，分不清年、月、日，请写成 2024-03-15 的样子`);

export const dayIsSerialText = (text: string): UnitSentence =>
  forUnit(`${quoted(text)}像是表格软件里的日期序号，请把单元格改成日期格式，或写成 2024-03-15`);

export const dayLostToZone = (text: string, day: string, next: string): UnitSentence =>
  forUnit(`${quoted(text)}带有时间，像是程序换算时差时少了一天，说不准是 ${day} 还是 ${next}，请只写日期`);

export const dayIsYearOnly = (text: string): UnitSentence => forUnit(`${quoted(text)}只写了年份，请补上月和日`);

export const dayIsDecimal = (text: string): UnitSentence =>
  forUnit(`${quoted(text)}是数字，10月会被当成1月，请写成 2024-10-01 的样子`);

/** A spreadsheet makes 2.1 of 2.10. */
export const dayMayHaveLostZero = (text: string): string => {
  const [month, day] = text.normalize("NFKC").trim().split(".");
  return `${quoted(text)}说不准是${month}月${day}日还是${month}月${day}0日（表格软件会去掉末尾的 0），请写成 ${month}月${day}日 的样子`;
};

export const dayIsPlaceholder = (text: string): UnitSentence => forUnit(`${quoted(text)}是填写格式的示例，不是日期`);

export const dayIsBatch = (text: string): UnitSentence => forUnit(`${quoted(text)}是批次号，不是日期`);

export const dayIsDocumentNumber = (text: string): UnitSentence => forUnit(`${quoted(text)}是文号，不是日期`);

export const dayIsCertificateNumber = (text: string): UnitSentence => forUnit(`${quoted(text)}是证书编号，不是日期`);

export const dayIsRecurring = (text: string): UnitSentence =>
  forUnit(`${quoted(text)}说的是每月或每年重复的日子，不是某一天，请写具体日期`);

export const dayIsRelative = (text: string): UnitSentence => forUnit(`${quoted(text)}要从别的日子推算，请写具体日期`);

export const dayIsLongTerm = (text: string): UnitSentence => forUnit(`${quoted(text)}没有写到期的日子，请写具体日期`);

export const dayIsRange = (text: string): UnitSentence => forUnit(`${quoted(text)}写的是一段时间，这里只能填一天`);

export const dayIsList = (text: string): UnitSentence => forUnit(`${quoted(text)}写了不止一天，这里只能填一天`);

export const dayIsOpenEnded = (text: string): UnitSentence =>
  forUnit(`${quoted(text)}带有“起”“前”“后”“内”等字，说不准是哪一天，请写具体日期`);

export const yearOutOfRange = (text: string, year: number): UnitSentence =>
  forUnit(`${quoted(text)}的年份 ${year} 不在 1900–2100 之间`);

export const noSuchMonth = (text: string, month: number): UnitSentence => forUnit(`${quoted(text)}：没有${month}月`);

export const noSuchDay = (text: string, year: number, month: number, day: number): UnitSentence =>
  forUnit(
    month === 2 && day === 29
      ? `${quoted(text)}：${year}年不是闰年，没有2月29日`
      : `${quoted(text)}：${year}年没有${month}月${day}日`,
  );

export const rangeNotReadable = (text: string): string => `${quoted(text)}不是能识别的起止日期，请写成 3月7日-4月6日 的样子`;

export const rangeHasOneDay = (text: string): string =>
  `${quoted(text)}只写了一天，这里要起止两天（只有一天时请写成 4月8日-4月8日）`;

export const rangeNeedsYear = (text: string): string => `${quoted(text)}没有写年份，请先确定计划年度或补上四位年份`;

export const rangeEndsBeforeStart = (text: string): UnitSentence => forUnit(`${quoted(text)}的结束日早于开始日`);

export const rangeCrossesYearUnclear = (text: string): string =>
  `${quoted(text)}的结束日早于开始日；如果是跨年，请在结束日前写明年份`;

export const rangeStartNotReadable = (text: string): UnitSentence => forUnit(`${quoted(text)}的开始日看不懂，请核对起止日期`);

export const monthsNotReadable = (text: string): string => `${quoted(text)}不是能识别的月份，请写成 3-4月 或 3、5、9月 的样子`;

export const monthsHaveYear = (text: string): string => `${quoted(text)}里写了年份，这里只填月份（如 3-4月）`;

export const monthsBecameDay = (text: string): string =>
  `${quoted(text)}是一个日期，可能是表格软件把“3-4”改成了日期，请按文本填写，如 3-4月`;

export const monthsSpanTooLong = (text: string): string => `${quoted(text)}超过了一年，请核对月份`;

export const hoursNotReadable = (text: string): string => `${quoted(text)}里的钟点看不懂，请写成 4月8日9:00-11:00 的样子`;

export const hoursEndBeforeStart = (text: string): string => `${quoted(text)}的结束钟点不晚于开始钟点`;
