/** What the local server says to who is not let in; people see it in the browser. */
export const turnedAway = {
  "bad-host": "地址不对。请关闭这个页面，重新打开工作台。",
  "other-origin": "只有工作台自己的页面可以这样做。",
  "old-browser": "这个浏览器太旧，或者开着兼容模式。请用 Edge 打开，或者切换到“极速模式”。",
  "no-cookie": "这个页面已经失效。请重新打开工作台。",
  "used-start": "这个地址已经用过一次。请重新打开工作台。",
  "no-key": "这个页面已经失效。请重新打开工作台。",
  "no-method": "工作台没有这个功能。",
  "nothing-there": "没有这个页面。请重新打开工作台。",
  "bad-call": "页面发来的内容读不懂。请刷新页面再试。",
  "too-large": "内容太大，没有收下。请用命令行处理。",
  "upload-gone": "发来的文件已经不在了。请再选一次文件。",
  "file-gone": "这个文件已经被移走、改名或删除了。请到工作簿旁边的文件夹里找，或者再做一次。",
  "too-many": "一次的文件太多，没有收下。请分几次。",
  closing: "工作台正在关闭。请重新打开工作台。",
} as const;
export const title = "安培台账";
/** While a program has the workbook open. */
export const heldBy = (file: string, program: string, holder: string | undefined, marker: string) =>
  `${file}正在 ${program} 中打开${holder === undefined ? "" : `（${holder}）`}，现在只能看，不能写。请先保存并关闭；若确定没人打开，请删掉同一文件夹里的 ${marker}。`;

/** Folders beside the workbook. */
export const repliesFolder = "回执";
export const sentFolder = "发件";
export const printFolder = "打印";
/** Several files as one. */
export const zipName = (day: string) => `安培台账${day}.zip`;

export const bookExists = (file: string) =>
  `${file}已经在了，不是安培台账的工作簿。请换一个文件名，或者换一个文件夹再打开工作台。`;
export const noTabs = "文件里的计划请在“读入文件”里选，不在工作簿的表里找。";
export const notBeside = '请给新的工作簿取一个文件名，以 .xlsx 结尾，不写文件夹，也不含 \\ / : * ? " < > | 这些字。';
export const sameName = "新的工作簿不能和这一本同名，请另取一个文件名。";
export const noCopies = "这里的工作簿是文件：新年度的工作簿另存一个文件，请在“办事”里选“结转到下一年度”。";

/** What the command says. */
export const usualBook = "名册.xlsx";
export const onlyFiles = "工作台打开的是本机的工作簿文件，请用 --book；谷歌表格请在浏览器里打开，用其中的菜单。";
export const noTrial = "工作台里每一步都先看结果再写，不用 --dry-run。";
const howToEnd = "关掉所有页面半小时后它自己结束；现在要结束，按 Ctrl+C。";
export const opened = (url: string) => `工作台已打开：${url}\n${howToEnd}`;
export const openedAgain = (url: string) => `工作台已经开着，又打开一个页面：${url}`;
export const noBrowser = (url: string) => `没有找到浏览器，请把这个地址复制到浏览器里（只能用一次）：${url}\n${howToEnd}`;
export const notAnswering = (book: string) => `${book} 的工作台开着，但没有回答。请关闭它的窗口再打开；关不掉就重新启动电脑。`;
