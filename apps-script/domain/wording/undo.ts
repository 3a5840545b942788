/** Sentences of undoing. */
export const UNDO_TITLE = "撤销";
export const nothingToUndo = () => "没有可以撤销的操作。";
export const noSuchRun = (run: string) => `操作记录里没有 ${run}。`;
export const runUndoneAlready = (run: string) => `${run} 已经撤销过了。`;
export const runNotDone = (run: string) => `${run} 没有完成，已经写入的当时就取回了，不用撤销。`;
export const runNotReadable = (run: string) => `${run} 的改动明细不完整，不能撤销。`;
