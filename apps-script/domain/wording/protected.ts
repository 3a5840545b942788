/** Sentences about tabs that staff protected. */
const named = (tabs: readonly string[]) => tabs.map((tab) => `“${tab}”`).join("、");
const whoMay = (editors: readonly string[]) => (editors.length === 0 ? "" : `（能改的账号：${editors.join("、")}）`);
const wayOut = (editors: readonly string[]) =>
  `请表格的所有者在“数据”菜单的“保护工作表和范围”里允许当前账号编辑${whoMay(editors)}，或解除保护`;

export const protectedTab = (tabs: readonly string[], editors: readonly string[] = []) =>
  `${named(tabs)}表设了保护，当前账号不能改，这次没有写入。${wayOut(editors)}，再运行一次。`;

export const protectedMeanwhile = (tabs: readonly string[], run: string, left: readonly string[]) =>
  `${named(tabs)}表在运行期间设了保护，${run} 没有完成，${takenBack(left)}${wayOut([])}，再运行一次。`;

/** The log itself can't be written, so the run stays as it is. */
export const pendingProtected = (tabs: readonly string[], editors: readonly string[]) =>
  `${named(tabs)}表设了保护，上次没写完的操作没法接着写。${wayOut(editors)}，再运行一次，程序会先把它补完。`;

export const closedRun = (tabs: readonly string[], run: string, action: string, left: readonly string[]) =>
  `${named(tabs)}表设了保护，${run}（${action}）没有完成，${takenBack(left)}`;
export const closedRunAdvice = (action: string) => `${wayOut([])}，再运行一次“${action}”。`;
export const closedRunSummary = (tabs: readonly string[]) => `没有完成：${named(tabs)}表设了保护。`;

const SHOWN = 5;
const takenBack = (left: readonly string[]) =>
  left.length === 0
    ? "已经写入的都取回了。"
    : `已经写入的取回了，只有这${left.length}处取不回来：${left.slice(0, SHOWN).join("、")}${left.length > SHOWN ? "等" : ""}。`;
export const leftPlace = (tab: string, row: string, column: string | null) =>
  column === null ? `“${tab}” ${row} 整行` : `“${tab}” ${row} 的“${column}”`;
