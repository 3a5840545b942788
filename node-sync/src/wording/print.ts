import { safeFileName } from "../../../apps-script/domain/exchange/sent-names";

/** What the command `print` says. */
export const noSuchForm = (kind: string, near: readonly string[], kinds: readonly string[]): string =>
  `没有“${kind}”这种表${near.length > 0 ? `，是不是${near.join("、")}` : ""}。可以写：${kinds.join("、")}。`;
export const noSuchWay = (way: string, ways: readonly string[]): string =>
  `不能写成“${way}”这种文件。--as 可以写：${ways.join("、")}。`;
export const paperColumns = ["写什么", "名称", "内容", "可以写（方括号里的可不写）"];
export const noClass = "请用 --class 写明是哪个班。";
export const noOut = "请用 --out 写明写到哪个文件夹。";
export const whichClass = (written: string, found: number, names: readonly string[]): string =>
  `“${written}”${found === 0 ? "不在培训计划里" : "可能是几个班，请写清楚"}。可以写：${names.join("、")}。`;
export const nobodyIn = (name: string): string => `“${name}”里还没有人，没有写。`;
/** The name of a paper's file; the second and later ones of a name are numbered. */
export const fileName = (name: string, ending: string, copy: number): string =>
  safeFileName(name, copy === 1 ? ending : `（${copy}）${ending}`, "打印");
export const checkInName = (class_: string, copy: number): string => fileName(`报到收费表-${class_}`, ".xlsx", copy);
/** On Windows a file may be read by whoever may read its folder. */
export function holdsPasswords(system: NodeJS.Platform = process.platform): string {
  const readers = system === "win32" ? "能打开这个文件夹的人都能看到" : "只有本机的这个用户能打开";
  return `文件里有密码，${readers}；印完请删除，不要发给别人。`;
}
export const printed = (file: string, people: number): string => `写了 ${file}，${people === 0 ? "上面没有人" : `${people}人`}。`;
export const dryRun = (name: string, people: number): string => `“${name}”有${people}人，试运行，没有写。`;
export const unnumbered = (people: number): string =>
  `这个班还有${people}人没有报名编号，没有写进表里；请先“全部执行”，再写一次。`;
export const repeatedRows = (key: string, rows: readonly number[]): string =>
  `名册第${rows.join("、")}行用同一个报名编号${key}，没有写进表里，请先改正。`;
