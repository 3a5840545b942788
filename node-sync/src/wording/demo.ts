import type { FileResult } from "../exchange/import-files";
import type { Receipt } from "../perform";
import { changed } from "./report";

/** What the demonstration says. */
export const titles = {
  plan: "新建工作簿，读入2024年培训计划",
  import: "读入5家单位交来的名单",
  first: "2月21日：全部执行",
  cards: "把供应商的模拟卡加入卡库",
  staff: "录入预约、资料、缴费（演示数据）",
  all: "3月12日：全部执行",
  again: "再执行一次：应当没有改动",
};
export const notEmpty = (folder: string) => `${folder} 里有别的文件，演示不会清空它。请换一个文件夹，例如 anpei demo demo。`;
export const planRead = (classes: number) => `读出 ${classes} 个班`;
export const cardsAdded = (cards: number) => `${cards} 张`;
export const staffTyped = "由演示程序代替人工录入";
export const ran = ({ changes }: Receipt) => changed(changes.cells.length, changes.rows.length, changes.blanked.length);

export function imported({ files }: { readonly files: readonly FileResult[] }): string {
  return files
    .map(({ file, report, error }) =>
      report
        ? `\n    ${file}：共${report.rows.total}行，新增${report.rows.new}，退回${report.rows.refused}`
        : `\n    ${file}：读不了。${error?.message ?? ""}`,
    )
    .join("");
}

export const heading = "安培台账 演示：2024年通知的培训计划 + 5家虚构单位的名单";
export const classesHeading = "各班情况（3月12日）";
export const classColumns = ["班级", "人数", "容量", "正常", "紧张", "来不及", "其他提示"];
export const noClass = "（没有分到班）";
export const unlimited = "不限";
export const todoHeading = (count: number) => `需要人处理：${count} 条（完整内容见“待办”表），例如`;
export const todoColumns = ["级别", "对象", "内容"];
export const filesHeading = "请打开看看：";
export const undoHint = (book: string) => `撤销最后一次操作：npm run --silent anpei -- undo --book ${book}`;
