import type { Summary } from "../../../apps-script/domain/changes/change-set";
import type { Finding } from "../../../apps-script/domain/changes/finding";
import { ACTIONS } from "../../../apps-script/domain/rules/actions";

/** How results read on the terminal. */
export function changed(cells: number, rows: number, blanked: number): string {
  if (cells + rows + blanked === 0) return "没有改动（0 处）。";
  const parts = [`改动 ${cells} 格`];
  if (rows > 0) parts.push(`新增 ${rows} 行`);
  if (blanked > 0) parts.push(`清空 ${blanked} 行`);
  return `${parts.join("，")}。`;
}

export const runNumber = (run: string) => `运行号 ${run}，可用 anpei undo 撤销。`;
export const dryRun = "只看结果，没有写入。";
export const keptTitle = (count: number) => `后来有人改过、保留不动的有 ${count} 处：`;
export const more = (count: number) => `  还有 ${count} 条，见“待办”表或加 --json 查看。`;

export function findingsTitle(findings: readonly Finding[]): string {
  const count = (severity: Finding["severity"]): number => findings.filter((finding) => finding.severity === severity).length;
  return `发现 ${findings.length} 条（阻断 ${count("阻断")}，警告 ${count("警告")}，提示 ${count("提示")}）：`;
}

export function actionTitle(id: string): string {
  return ACTIONS.find((action) => action.id === id)?.title ?? id;
}

const words: Readonly<Record<string, string>> = {
  considered: "查看",
  assigned: "新分配",
  unchanged: "不变",
  lights: "到期提示",
  classes: "各班人数",
  complete: "资料齐全",
  short: "缺资料",
  byPaper: "缺项",
  due: "应缴",
  paid: "已缴",
  open: "未了",
  byMethod: "收款方式",
  issued: "发卡",
  waiting: "待发",
  left: "库存",
  byRule: "按事项",
  added: "新增",
  replaced: "更换",
  stopped: "停办",
  known: "已有",
  refused: "退回",
  restored: "恢复",
  kept: "保留",
  undoes: "撤销",
  rows: "行",
  findings: "发现",
};

const byAction: Readonly<Record<string, string>> = { classes: "班级" };

/** A summary as one line; nested counts in brackets. */
export function summary(part: Summary): string {
  return Object.entries(part)
    .flatMap(([name, value]) => {
      const title = typeof value === "object" ? (words[name] ?? name) : (byAction[name] ?? words[name] ?? name);
      if (value === null) return [];
      if (typeof value !== "object") return [`${title} ${value}`];
      const inner = Object.entries(value).map(([key, count]) => `${key} ${String(count)}`);
      return inner.length === 0 ? [] : [`${title}（${inner.join("，")}）`];
    })
    .join("，");
}

export const madeBook = (book: string, year: number, classes: number) =>
  `已新建 ${book}（${year}年度${classes > 0 ? `，读入 ${classes} 个班` : ""}）。`;
export const noRuns = "还没有操作记录。";
export const noCells = "这次操作没有改动格子。";
export const emptyTab = "没有符合的行。";
export const rowCount = (count: number) => `共 ${count} 行`;
