import { menuTitles } from "../../domain/wording/actions";

/** Where the page is shown: beside a Google Sheet, or in a browser over a workbook file. */
export type Home = "sheet" | "file";

/** What is said otherwise in one home than in the other. `message` is what was refused. */
interface HomeWords {
  readonly noAnswer: string;
  readonly programIsNewer: string;
  readonly clerkHint: string;
  readonly notAWorkbook: (message: string) => string;
  readonly tabMissing: (message: string) => string;
  readonly newerSchema: (message: string) => string;
  /** Fields of a form that are files. */
  readonly filesElsewhere: (fields: string) => string;
}

const SHEET: HomeWords = {
  noAnswer: "没有收到回答，可能是网络断开或运行超时。请稍后再试一次。",
  programIsNewer: "程序已更新，请关闭侧边栏再打开。",
  clerkHint: "只问一次，记在您自己的账户里，用于“操作记录”。",
  notAWorkbook: () => `这张表格还不是安培台账的工作簿，请先运行菜单里的“${menuTitles.init}”。`,
  tabMissing: () => `这张表格里没有安培台账需要的全部工作表，请先运行菜单里的“${menuTitles.init}”，它会列出并补上缺少的表。`,
  newerSchema: (message) => `${message}请让管理这张表格的人更新表格里的“安培台账”脚本。`,
  filesElsewhere: (fields) => `${fields}要读文件，在这里不能办，请在办公电脑上用命令办。`,
};

const FILE: HomeWords = {
  noAnswer: "没有收到工作台的回答，它可能正忙，也可能已经关闭。请稍后再试一次。",
  programIsNewer: "程序已更新。写在这里的内容还在：请重新打开工作台，在新的页面上办完，再关掉这一页。",
  clerkHint: "只问一次，记在这台电脑上，用于“操作记录”。",
  notAWorkbook: (message) => `${message}请用安培台账的工作簿打开工作台。`,
  tabMissing: (message) => message,
  newerSchema: (message) => `${message}请让维护这台电脑的人更新安培台账的程序。`,
  filesElsewhere: (fields) => `填好的${fields}请在“文件”里读入。`,
};

const WORDS: Readonly<Record<Home, HomeWords>> = { sheet: SHEET, file: FILE };

/** The one place where a sentence depends on the home of the page. */
export const wordsOf = (home: Home): HomeWords => WORDS[home];
