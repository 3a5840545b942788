import type { Summary } from "../changes/change-set";
import { CLASS_STATE } from "../schema/allowed";
import { actionTitle } from "./actions";

/** The names of a summary's entries as staff read them. */
const words: Readonly<Record<string, string>> = {
  considered: "查看",
  checked: "核对",
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
  expected: "预计",
  byMethod: "收款方式",
  issued: "发卡",
  waiting: "待发",
  left: "库存",
  byRule: "按事项",
  added: "新增",
  replaced: "更换",
  stopped: CLASS_STATE.stopped,
  asked: "待核对",
  unlisted: "未列出",
  known: "已有",
  refused: "退回",
  restored: "恢复格",
  blanked: "清空行",
  kept: "保留",
  undoes: "撤销",
  rows: "行",
  findings: "发现",
  files: "文件",
  total: "行",
  new: "新增",
  changed: "补充",
  missing: "缺少",
  conflicts: "冲突",
  cells: "改动格",
  sent: "发出",
  leftOut: "未勾选",
  enrolled: "名册",
  live: "在办",
};

/** Whom a run left out, as staff wanted. */
const LEFT_OUT = "leftOut";
export const peopleCounted = (count: number, numbers: string): string => `${count}人（${numbers}）`;

/** An operation with an input says it in a sentence, and one a person. */
const SAID = "said";
const PEOPLE = "people";

/**
 * `classes` is a number of classes where it is a number, and people by class where it is a list; `open` is money where some is
 * expected beside it.
 */
export function summaryWord(name: string, summary: Summary): string {
  if (name === "classes" && typeof summary[name] !== "object") return "班级";
  if (name === "open" && "expected" in summary) return "应收未收";
  return words[name] ?? name;
}

/** One action's summary as a line; nested counts in brackets, empty ones left out. */
function summaryLine(part: Summary): string {
  return Object.entries(part)
    .flatMap(([name, value]) => {
      if (value === null || name === PEOPLE) return [];
      if (name === SAID) return [String(value)];
      if (typeof value !== "object") return [`${summaryWord(name, part)} ${value}`];
      const inner = Object.entries(value).map(([key, count]) => `${key} ${String(count)}`);
      return inner.length === 0 ? [] : [`${summaryWord(name, part)}（${inner.join("，")}）`];
    })
    .join("，");
}

/** What became of each person, as an operation with an input tells it. */
function peopleLines(part: Summary): string[] {
  const { [PEOPLE]: people = null } = part;
  if (people === null || typeof people !== "object") return [];
  return Object.entries(people).map(([key, sentence]) => `  ${key} ${String(sentence)}`);
}

/** A run's summary as one cell of the log: the counts of each action, without their lists. */
export function summaryCell(action: string, summary: Summary): string {
  const plain = (part: Summary): Summary =>
    Object.fromEntries(Object.entries(part).filter(([, value]) => typeof value !== "object"));
  if (action !== "all") return summaryLine(plain(summary));
  const parts = Object.entries(summary).flatMap(([id, part]) =>
    part !== null && typeof part === "object" ? [[id, plain(part)] as const] : [],
  );
  const counted = Object.fromEntries(parts.filter(([, part]) => Object.keys(part).length > 0));
  const { [LEFT_OUT]: leftOut = null } = summary;
  return summaryLines(action, { ...counted, [LEFT_OUT]: leftOut }).join("；");
}

/** A run's summary, a line an action: `all` has one for each, any other action just its own. */
export function summaryLines(action: string, summary: Summary): string[] {
  if (action !== "all") return [summaryLine(summary), ...peopleLines(summary)].filter((line) => line !== "");
  return Object.entries(summary).flatMap(([id, part]) => {
    if (part === null) return [];
    return [typeof part === "object" ? `${actionTitle(id)}：${summaryLine(part)}` : `${summaryWord(id, summary)} ${part}`];
  });
}
