/** What is said where a page and the holder of the workbook do not understand each other. */
export const badRequest = () => "页面发来的请求不完整，没有写入。请刷新页面后重试。";
export const decisionTooLarge = () => "这次要写的内容超过20MB，页面上写不了，没有写入。请用命令行或工作台办理。";
export const readingTooLarge = () => "这本工作簿的内容超过4MB，这个浏览器收不下。请换新版的浏览器，或者用命令行、工作台办理。";
export const decisionTooLong = () =>
  "这次要写的内容超过4MB，这个浏览器发不出，没有写入。请换新版的浏览器，或者用命令行、工作台办理。";

export const misformed = (where: string, why: string) =>
  `页面发来的内容写不进工作簿：${where}${why}。没有写入。请刷新页面后重试，仍不行请把这句话告诉维护人员。`;
export const wrongForm = "的写法不对";
export const tooLong = "太长";
export const keyTaken = "的编号已经有了";
export const headOfRun = "操作的名称或日期";
export const secretPlace = "保密的内容";
export const unknownPlace = (table: string, column: string) => `没有或不能写的列（${table}，${column}）`;
export const place = (tab: string, row: string, column: string | null) =>
  `“${tab}”表${row}行${column === null ? "" : `“${column}”列`}`;

export const noClerk = () => "请先填写经办人。";
export const noPlanYear = () => "新工作簿需要写明计划年度，例如 2024。";
