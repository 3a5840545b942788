import type { ConflictRow } from "../merge/returned/conflict-book";
import type { Complaint } from "../operations/inputs/field";
import { maskAs, maskText } from "../people/masks";
import type { Column } from "../schema/column";
import type { TableName } from "../schema/index";
import { titleOf } from "../schema/titles";
import type { AnyRow } from "../snapshot/snapshot";
import { textOf, type Value } from "../snapshot/value";
import { keepsOurs, takesTheirs } from "./exchange";
import { quotedCell } from "./quoted-cell";
import { whoIs } from "./roster";

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

export const EDIT_TITLE = "手工修改";
export const editAbout = "改几个格子，写明原来的值和新的值，对不上就不改";
export const cellsTitle = "格子";
export const cellsNote = "表|行|列|原值|新值，一行一格，名册可以不写表；空着的就空着";
export const cellExample = "名册|B2024-00001|手机号|19900001000|19900002000";
export const noCellText = "不是“表|行|列|原值|新值”的样子";
export const noSuchTable = "没有这张表，或这张表由程序填写";
export const noSuchColumn = "表里没有这一列";
export const noSuchRow = "表里没有这一行";
export const severalRows = "可能是几个人，请写报名编号";
export const repeatedRow = (rows: readonly number[]): string => `有几行（第${rows.join("、")}行）用同一个编号，请先改正`;
export const cellTwice = "同一个格子写了两次";
export const secretColumn = "密码不经过操作记录，请直接在表里改";
export const keyColumn = "程序按这一列认行，不能改";
export const programColumn = (instead: string): string => `这一列由程序填写，${instead}`;
export const neverEmpty = "不能空着";
export const noCount = "不是整数";
export const settingKept = "程序自用，不要改动";
export const noSetting = (least: number): string => `要写不小于${least}的数`;
export const paperExamples = ["已交", "不合格:原因", "不适用"];

/** What to do instead of typing into a column of the program's. */
export const instead = {
  all: "“全部执行”时更新",
  lockedClass: "要指定班级请改“锁定班级”",
  papers: "资料请用“登记资料”",
  fee: "照“申报类型”算；另有约定的请改“议定费用”",
  money: "收了钱请用“收款”，退钱请用“退款”",
  card: "请在名册里改“领卡日期”“绑定日期”，发卡由“发放模拟卡”办",
  roster: "请在名册里改",
  shares: "请改“分摊到”",
  settle: "请用“处理冲突”",
  answer: "请在“处理”里选",
  plan: "请改通知原文的那几列，再执行“检查计划”",
} as const;

/** `名册 B2024-00001 手机号`. */
export const cellNamed = (table: string, row: string, column: string): string => [table, row, column].join(" ");
const shownValue = ({ personal }: Pick<Column, "personal">, value: Value): string =>
  textOf(value) === "" ? "（空）" : `“${maskAs(personal, textOf(value))}”`;
export const standsOtherwise = (column: Column, now: Value): string => `现在是${shownValue(column, now)}，与写的原值不同`;
export const cellChanged = (column: Column, before: Value, after: Value): string =>
  `${column.title}${shownValue(column, before)}→${shownValue(column, after)}`;
/** `名册 赵一 职位：不在可选的词里，可以写：…。` */
export const wrongCells = (wrongs: readonly Complaint[]): string =>
  wrongs
    .map(({ given, message, possible }) => {
      const choices = possible.length === 0 ? "" : `，可以写：${possible.map((one) => maskText(one)).join("、")}`;
      return `${maskText(given)}：${message.replace(/。$/u, "")}${choices}；`;
    })
    .join("")
    .replace(/；$/u, "。");

/** A cell as it is changed. */
interface EditedCell {
  readonly table: TableName;
  readonly row: AnyRow;
  readonly column: Column;
  readonly before: Value;
  readonly after: Value;
}

/** `名册 赵一（B2024-00001） 手机号“199****1000”→“199****2000”`. */
export function editSaid({ table, row, column, before, after }: EditedCell): string {
  const who = table === "todo" ? matter(row) : named(table, row);
  return `${titleOf(table)} ${who} ${cellChanged(column, before, after)}`;
}
function named(table: TableName, row: AnyRow): string {
  const name = table === "roster" || table === "papers" ? textOf(row.name ?? null) : "";
  return name === "" ? maskText(row.key) : whoIs({ name, key: row.key });
}

/** The numbers of matters are for the program alone. */
const matter = ({ subject = null, rule = null }: AnyRow): string =>
  maskText(
    [subject, rule]
      .map(textOf)
      .filter((text) => text !== "")
      .join(" "),
  );

export const editedMany = (count: number, said: readonly string[]): string =>
  `${count}格：${said.slice(0, 3).join("；")}${count > 3 ? "等" : ""}`;
