import { linesOf } from "./plain-text";

/** What `anpei copy` says. */
export const bothNeeded = "copy 要同时给出 --book 和 --sheet：从工作簿复制到谷歌表格；反过来加 --back。";
export const tooLong = (tab: string, cell: string) =>
  `“${tab}”表 ${cell} 的文字超过 32767 个字，Excel 的格子放不下，没有复制。请先分成两格。`;

interface Way {
  readonly from: string;
  readonly to: string;
  readonly isToSheet: boolean;
  readonly dryRun: boolean;
}

interface Notes {
  readonly others: readonly string[];
  readonly formulas: ReadonlyMap<string, number>;
  readonly lost: readonly string[];
}

export function copied(way: Way, tabs: readonly { readonly cells: number }[], { others, formulas, lost }: Notes): string {
  const cells = tabs.reduce((sum, tab) => sum + tab.cells, 0);
  const [from, to] = way.isToSheet ? [way.from, "谷歌表格"] : ["谷歌表格", way.to];
  const count = `${from} → ${to}：${tabs.length} 张表，${cells} 格`;
  const lines = [way.dryRun ? `${count}。只看结果，没有复制。` : `${count}，逐格核对${lost.length === 0 ? "一致" : "有出入"}。`];
  if (lost.length > 0) lines.push(`有出入的格子，请核对：${places(lost)}。`);
  if (others.length > 0) lines.push(`没有复制的表（不是安培台账的表）：${others.join("、")}。`);
  for (const [tab, count] of formulas) lines.push(`“${tab}”里的 ${count} 个公式复制的是结果，公式本身没有过去。`);
  return linesOf(lines);
}

export const notWritten = (lost: readonly string[]) => `复制出来的和表格里的不一样，没有写文件：${places(lost)}。`;

const places = (lost: readonly string[]): string =>
  `${lost.slice(0, 20).join("、")}${lost.length > 20 ? ` 等 ${lost.length} 格` : ""}`;
