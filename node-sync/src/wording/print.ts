/** What the command `print` says. */
export const noSuchForm = (kind: string, kinds: readonly string[]): string =>
  `没有“${kind}”这种表。可以写：${kinds.join("、")}。`;
export const noClass = "请用 --class 写明是哪个班。";
export const noOut = "请用 --out 写明写到哪个文件夹。";
export const whichClass = (written: string, found: number, names: readonly string[]): string =>
  `“${written}”${found === 0 ? "不在培训计划里" : "可能是几个班，请写清楚"}。可以写：${names.join("、")}。`;
export const nobodyIn = (name: string): string => `“${name}”里还没有人，没有写。`;
export const checkInName = (name: string): string => `报到收费表-${name}.xlsx`;
export const printed = (file: string, people: number): string => `写了 ${file}，${people}人。`;
export const dryRun = (name: string, people: number): string => `“${name}”有${people}人，试运行，没有写。`;
export const unnumbered = (people: number): string =>
  `这个班还有${people}人没有报名编号，没有写进表里；请先“全部执行”，再写一次。`;
export const repeatedRows = (key: string, rows: readonly number[]): string =>
  `名册第${rows.join("、")}行用同一个报名编号${key}，没有写进表里，请先改正。`;
