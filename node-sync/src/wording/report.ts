import type { Finding } from "../../../apps-script/domain/changes/finding";
import { typedCommand } from "../terminal/typed-command";

/** A finding as one line: what is the matter, then what to do. */
export function findingLine({ severity, message, suggestion }: Finding): string {
  const sentence = /[。！？]$/u.test(message) ? message : `${message}。`;
  return `  [${severity}] ${sentence}${suggestion}`;
}

/** How results read on the terminal. */
export function changed(cells: number, rows: number, blanked: number): string {
  if (cells + rows + blanked === 0) return "没有改动（0 处）。";
  const parts = [`改动 ${cells} 格`];
  if (rows > 0) parts.push(`新增 ${rows} 行`);
  if (blanked > 0) parts.push(`清空 ${blanked} 行`);
  return `${parts.join("，")}。`;
}

export const runNumber = (run: string) => `运行号 ${run}，可用 ${typedCommand("undo")} 撤销。`;
export const dryRun = "只看结果，没有写入。";
export const keptTitle = (count: number) => `后来有人改过、保留不动的有 ${count} 处：`;
export const more = (count: number) => `  还有 ${count} 条，见“待办”表或加 --json 查看。`;

export function findingsTitle(findings: readonly Finding[]): string {
  const count = (severity: Finding["severity"]): number => findings.filter((finding) => finding.severity === severity).length;
  return `发现 ${findings.length} 条（阻断 ${count("阻断")}，警告 ${count("警告")}，提示 ${count("提示")}）：`;
}

export const madeBook = (book: string, year: number, classes: number) =>
  `已新建 ${book}（${year}年度${classes > 0 ? `，读入 ${classes} 个班` : ""}）。`;
export const madeSheet = (year: number, classes: number) =>
  `已在谷歌表格里建好全部表（${year}年度${classes > 0 ? `，读入 ${classes} 个班` : ""}）。原有的表没有动。`;
export const noRuns = "还没有操作记录。";
export const noCells = "这次操作没有改动格子。";
export const emptyTab = "没有符合的行。";
export const rowCount = (count: number) => `共 ${count} 行`;
