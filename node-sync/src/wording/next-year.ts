import type { CarryReport, ReportLine } from "../../../apps-script/domain/next-year/carry-report";
import { carryFacts, carryLists } from "../../../apps-script/domain/wording/carry-report";
import { typedCommand } from "../terminal/typed-command";

/** What `anpei init --from` says. */

export const carriedAlready = (from: string, to: string): string =>
  `${from} 已经结转过，新的工作簿不在 ${to}。请把 --book 写成那一本；那一本确实不要了，先加 --undo 取消结转。`;
export const carriedElsewhere = "原来的工作簿已经结转到另一本，不能再结转到这一本。";
export const planLater = `结转时不读入计划。先结转，新年度的计划来了再读入：${typedCommand("plan <计划文件> --book 新工作簿.xlsx")}`;
export const copyWithoutSeal =
  "新的工作簿和上年的是同一个编号，看不出是副本。谷歌表格：先在上年的表格里点菜单“结转到下一年度”→“准备制作副本”，再制作副本，再运行一次。";
export const copyIsOther =
  "新的谷歌表格和上年的对不上：它不是刚从上年的表格制作的副本，或者做好以后有一张又改过。请重新制作副本，再结转。";
export const sheetUndo = `谷歌表格之间的结转，在上年的表格里取消：${typedCommand("do mark-carried --cancel 是 --sheet 上年编号")}，新的表格自己删掉。`;
export const bookNeeded = "结转要写明新的工作簿：--book 新文件.xlsx。";
export const undoNeedsFrom = `--undo 要和 --from 一起用：${typedCommand("init --from 上年.xlsx --book 新年.xlsx --undo")}`;
export const sameSheet = "--from 和 --sheet 是同一张表格：新的一张是用谷歌菜单“文件”→“制作副本”另做的。";
export const sameFile = "--from 和 --book 是同一个文件，请给新的工作簿另取文件名。";

const shown = 20;

function listOf(title: string, lines: readonly ReportLine[]): string[] {
  const rest = lines.length > shown ? [`  还有 ${lines.length - shown} 条，加 --json 查看。`] : [];
  return [`${title}（${lines.length}）：`, ...lines.slice(0, shown).map(({ message }) => `  ${message}`), ...rest];
}

export function carried(report: CarryReport, to: string, isAgain: boolean): string[] {
  const { year } = report;
  return [
    isAgain ? `${to}（${year}年度）已按上年的工作簿重新核对：` : `结转到 ${to}（${year}年度）：`,
    ...carryFacts(report, isAgain).map((fact) => `  ${fact}`),
    ...carryLists(report).flatMap(({ title, lines }) => listOf(title, lines)),
  ];
}

export const onlyLooked = "只看结果，没有写入。";
export const oldMarked = "原来的工作簿已标记“已结转”，可以继续办完上年的事；有变化再运行一次同样的命令，会把变化带过来。";
export const notMarked = "新的工作簿已经建好，原来的还没有标记。处理好以后把同一条命令再运行一次。";
export const takenBack = (path: string): string => `已取消结转。新的工作簿改名为 ${path}，不再使用。`;
export const markTakenBack = "已取消结转，原来的工作簿可以重新结转。";
export const wouldTakeBack = "可以取消结转。只看结果，没有写入。";
export const workedIn = (reasons: readonly string[]): string => `新的工作簿里已经办过事，不能取消结转：${reasons.join("；")}。`;
export const newBookNowhere = (to: string): string =>
  `${to} 不在，旁边也没有取消过的那一本。请把 --book 写成结转到的那一本；确实已经删掉或丢失的，加 --force。`;
export const asideName = (stem: string, copy: number, ending: string): string =>
  `${stem}-已取消结转${copy === 1 ? "" : `（${copy}）`}${ending}`;
