import type { Step } from "../half-way";
import { typedCommand } from "../terminal/typed-command";

/** What a command says that stopped after some of its work was done. */
const places: Readonly<Record<Step, string>> = {
  begin: "工作簿升级或补写之后",
  write: "写工作簿时",
  close: "写工作簿时",
  reply: "写处理结果时",
  move: "移动收到的文件时",
  actions: "全部执行时",
  export: "导出时",
  files: "写单位文件时",
  plan: "读入计划时",
  tabs: "在谷歌表格里建表时",
  check: "抄好之后核对时",
  demo: "演示时",
};

export const again = "处理好以后把同一条命令再运行一次，会接着做完。";
/** Of a closed run the message says what stays and what to do. */
export const stoppedAt = (at: Step, message: string, next: string) =>
  `做到一半停下了（${places[at]}）：${message}${at === "close" ? "" : `前面已经做好的都有效。${next}`}`;

export const migrated = "工作簿已升级到现在的格式。";
export const finished = (runs: readonly string[]) => `上次写到一半的运行 ${runs.join("、")} 已经补写完。`;
export const halfWritten = (run: string) => `运行号 ${run} 写到一半，下次运行时先补写完。`;
export const closedRun = (run: string) => `运行号 ${run} 没有做完，以后不再补写。`;
export const notWrittenYet = (count: number) => `还有 ${count} 个文件没有写。`;
/** An answer that an earlier command, cut off since, owed. */
export const earlierReply = (file: string, reply: string, run: string | null) =>
  `上次中断前已读入 ${file}${run === null ? "" : `（运行号 ${run}）`}，现在补上处理结果：${reply}`;
export const takenBefore = (run: string | null) =>
  run === null ? "  以前收过，没有再动" : `  以前收过（运行号 ${run}），没有再动`;

export const planNotLoaded = (book: string) =>
  `工作簿已经建好，计划还没有读入。请再运行 ${typedCommand(`plan <计划文件> ${book}`)}。`;
export const tabsUnderWay = "谷歌表格里只建了一部分，还是临时的表名，原有的表没有动。再运行一次会清掉重建。";
export const copyNotChecked = "各表已经抄好，只是没有核对。请打开表格看一看；要重新抄，先换一份空白的谷歌表格。";
