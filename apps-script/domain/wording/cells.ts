import type { ConflictRow } from "../merge/returned/conflict-book";
import { textOf } from "../snapshot/value";
import { keepsOurs, takesTheirs } from "./exchange";
import { quotedCell } from "./quoted-cell";

/** What is said of cells that a clerk decides or types one by one. */

export const SETTLE_TITLE = "处理冲突";
export const settleAbout = "“冲突”表里的格子采用一方，或直接写应有的值，当时写进名册";
export const conflictPeopleNote = "谁的冲突";
export const conflictUnitNote = "这家单位的人的冲突";
export const conflictSourceNote = "“来源”里的文件名，这份文件的冲突一次处理";
export const conflictColumnNote = "只处理这些列；不写就是全部";
export const sideNote = "我方是名册里的值（中心），对方是文件里的值（单位）";
export const typedValueTitle = "应有的值";
export const typedValueNote = "两边都不对的，直接写值；写“清空”就是空着";

/** Other words for the two sides. */
export function sideMeant(written: string): typeof keepsOurs | typeof takesTheirs | null {
  if (["中心", "名册", "保留我方", "全部保留我方"].includes(written)) return keepsOurs;
  return ["单位", "文件", "采用对方", "全部采用对方"].includes(written) ? takesTheirs : null;
}

export const noConflicts = "“冲突”表里没有要处理的";
export const whichConflicts = "请写处理谁的、哪家单位的或哪份文件的冲突";
export const noSuchSource = "没有这个来源的冲突";
export const noneOfThese = "没有这样的冲突";
export const sideOrValue = "采用一方和应有的值只写一个";
export const sideWanted = "请写采用哪一方，或写应有的值";
export const valueOfOneColumn = "选中的冲突不是同一列，一个值只能用在一列，请写明是哪一列";

/** The files with open conflicts, the ones with most first: `名单.xlsx#a1b2c3（3处）`. */
export function conflictSources(conflicts: readonly Pick<ConflictRow, "source">[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { source } of conflicts) {
    if (source !== null) counts.set(textOf(source), (counts.get(textOf(source)) ?? 0) + 1);
  }
  const most = [...counts].sort(([, one], [, other]) => other - one).slice(0, 8);
  return most.map(([source, count]) => `${source}（${count}处）`);
}

/** `手机号采用对方“138****8001”`. */
export const settledAs = (column: string, choice: string, value: string): string => {
  const side = choice === keepsOurs || choice === takesTheirs ? `采用${choice}` : "改为";
  return `${column}${side}${value === "" ? "（空）" : `“${quotedCell(column, value)}”`}`;
};
export const settledMany = (conflicts: number, people: number, choice: string): string =>
  `${people}人${conflicts}处冲突${choice === keepsOurs || choice === takesTheirs ? `采用${choice}` : "改为填写的值"}`;
