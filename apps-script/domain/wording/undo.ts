/** Sentences of undoing. */
export const UNDO_TITLE = "撤销";
export const nothingToUndo = () => "没有可以撤销的操作。";
export const noSuchRun = (run: string) => `操作记录里没有 ${run}。`;
export const runUndoneAlready = (run: string) => `${run} 已经撤销过了。`;
export const runNotDone = (run: string) => `${run} 没有完成，已经写入的当时就取回了，不用撤销。`;
export const runBetweenBooks = (run: string) => `${run} 是年度结转，两本工作簿各有一半，不能在一本里单独撤销。`;
export const runDropped = (run: string) => `${run} 的改动明细已按“保留改动天数”清理，不能撤销。`;
export const runLost = (run: string) =>
  `${run} 的改动明细不见了（隐藏表“_改动”被删除或清空过），不能撤销。有那以前的备份时，可改用备份。`;
export const changesDropped = (runs: readonly string[]) =>
  `${runs.length > 3 ? `${runs.slice(0, 3).join("、")} 等` : runs.join("、")}${runs.length}次操作的改动明细已过保留天数，已经清理，这几次不能再撤销；操作记录还在。`;
export const runNotReadable = (run: string) => `${run} 的改动明细不完整，不能撤销。`;
