import type { SiteCounts } from "../../../apps-script/domain/merge/site/take";
import type { ExportedFile } from "../exchange/export/export-files";
import type { FileResult } from "../exchange/import-files";
import type { Receipt } from "../perform";
import { typedCommand, typedWord } from "../terminal/typed-command";
import { changed } from "./report";

/** What the demonstration says. */
export const titles = {
  plan: "新建工作簿，读入2024年培训计划",
  import: "读入5家单位交来的名单",
  first: "2月21日：全部执行",
  cards: "把供应商的模拟卡加入卡库",
  staff: "录入预约、资料、缴费（演示数据）",
  all: "3月12日：全部执行",
  again: "再执行一次，应当没有改动",
  sites: "3月13日：读入两个网站的名单",
  compared: "3月13日：全部执行，核对两个网站与名册",
  sent: "3月13日：给每家单位发一个文件",
  edited: "单位填表的时候，中心也在改名册",
  back: "3月18日：收回两家单位填好的文件",
  conflicts: "两边都改过的格子",
  chosen: "中心在“冲突”表的“采用”里选一方",
  applied: "再导入一次，选的值写进名册",
  sameAgain: "同样两个文件又收到一次，应当没有改动",
  last: "3月18日：全部执行，班级跟着改",
  open: "3月19日：又来一份名单，有一格与名册不同，留在“冲突”表里",
};
export const operations = { correction: "演示：更正有效期", choice: "演示：选择采用" };
export const typed = "演示数据";

export const notEmpty = (folder: string) =>
  `${folder} 里有别的文件，演示不会清空它。请换一个文件夹，例如 ${typedCommand("demo demo")}。`;
export const planRead = (classes: number) => `读出 ${classes} 个班`;
export const cardsAdded = (cards: number) => `${cards} 张`;
export const staffTyped = "由演示程序代替人工录入";
export const ran = ({ changes }: Receipt) => changed(changes.cells.length, changes.rows.length, changes.blanked.length);

export function imported({ file, report, error }: FileResult): string {
  return report
    ? `${file}：共${report.rows.total}行，新增${report.rows.new}，退回${report.rows.refused}`
    : unread(file, error?.message ?? "");
}
export const unread = (file: string, message: string) => `${file}：读不了。${message}`;

export const siteList = (kind: string, file: string, asOf: string, counts: SiteCounts, run: string | null) =>
  `${kind}${run === null ? "" : `（${run}）`}：${file}，截至${asOf}，共${counts.total}行，更新${counts.changed}人${
    counts.refused > 0 ? `，没有对上${counts.refused}人` : ""
  }`;
export const differenceColumns = ["对不上的", "人数", "例如"];

export const filesSent = (folder: string) => `写在 ${folder}，每个文件只有本单位的人`;
export const sentFile = ({ file, rows }: ExportedFile) => `${file}：${rows}人`;
export const edits = (name: string, days: { readonly ours: string; readonly theirs: string }) => [
  `示例金矿：改一个手机号，加一个新人，把灰色的“班级”改成想去的班，${name}的证件有效期改成${days.theirs}`,
  "示例采石场：用旧版软件另存为 .xls，加一条备注，一个日期换了写法（2024年9月7日）",
  `中心：${name}的证件有效期更正为${days.ours}`,
];
export const returned = (
  file: string,
  rows: { readonly new: number; readonly changed: number },
  cells: { readonly conflicts: number; readonly refused: number },
) =>
  `${file}：${[
    `更新${rows.changed}人`,
    ...(rows.new > 0 ? [`新增${rows.new}人`] : []),
    ...(cells.conflicts > 0 ? [`冲突${cells.conflicts}格`] : []),
    ...(cells.refused > 0 ? [`没有采用${cells.refused}格`] : []),
  ].join("，")}`;
export const newPerson = (name: string, enrolment: string) => `  新人：${name}，报名编号 ${enrolment}`;
export const notTaken = (name: string, reason: string) => `  没有采用：${name}，${reason}`;
export const reply = (path: string) => `  退给单位：${path}`;
export const conflictsWait = "名册的值先不动，列在“冲突”表里等中心选";
export const conflictOpen = `中心还没有选；用 ${typedCommand("do settle")} 可以当时写进名册`;
export const conflictColumns = ["报名编号", "姓名", "列", "原值", "我方", "对方"];
export const chose = (side: string) => `选“${side}”`;
export const cellChanged = (name: string, title: string, before: string, after: string) =>
  `${name} ${title}：${before || "（空）"} → ${after || "（空）"}`;

export const heading = "安培台账 演示：2024年通知的培训计划，5家虚构单位，两个网站的名单，文件发出去再收回来";
export const classesHeading = "各班情况（3月18日）";
export const classColumns = ["班级", "人数", "容量", "正常", "紧张", "来不及", "其他提示"];
export const noClass = "（没有分到班）";
export const unlimited = "不限";
export const todoHeading = (count: number) => `需要人处理：${count} 条（完整内容见“待办”表），例如`;
export const todoColumns = ["级别", "对象", "内容"];
export const filesHeading = "请打开看看：";
export const fileColumns = ["文件", "里面是"];
export const fileNotes = {
  book: "从“说明”看起，再看“名册”“待办”“往来”“操作记录”",
  replies: "退给单位的：绿色已采用，红色没有采用，黄色等中心核对，原因在批注和“处理结果”里",
  sent: "发给单位的文件，白色列单位填",
  back: "两家单位填好发回来的",
  received: "单位自己的名单，两个网站的名单，模拟卡清单",
};
export const undoHint = (book: string) => `撤销最后一次操作：${typedCommand(`undo --book ${typedWord(book)}`)}`;
export const openHint = (book: string, day: string) =>
  `在浏览器里打开，页面上什么都能办：${typedCommand(`open --book ${typedWord(book)} --today ${day}`)}`;
