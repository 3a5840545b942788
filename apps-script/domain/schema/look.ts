import type { Light } from "./allowed";
import type { Column, Owner, Table } from "./column";
import { TABLES } from "./index";

/** How tabs look, in the local workbook and in Google Sheets alike. Colours are RRGGBB. */
export const HEADER_FILL: Readonly<Record<Owner, string>> = {
  unit: "BDD7EE",
  centre: "C6E0B4",
  computed: "CFCFCF",
  system: "5F6B7A",
};
/** Under what the program fills in. */
export const GREY_BODY = "F2F2F2";

/** Fill and text of a highlight. */
export interface Paint {
  readonly fill: string;
  readonly text: string;
}
export const PAINTS = {
  green: { fill: "C6EFCE", text: "006100" },
  amber: { fill: "F8CBAD", text: "833C0B" },
  red: { fill: "FFC7CE", text: "9C0006" },
  paleRed: { fill: "FDE9E7", text: "9C0006" },
  yellow: { fill: "FFF2CC", text: "7F6000" },
  blueGrey: { fill: "D6DCE4", text: "44546A" },
  faded: { fill: "F7F7F7", text: "9A9A9A" },
} as const satisfies Readonly<Record<string, Paint>>;

/** Amounts in yuan. */
export const MONEY = new Set(["应缴", "已缴", "金额"]);
/** Marks may have halves. */
const MARKS = new Set(["成绩"]);

export function numberFormat({ kind, title }: Column): string {
  if (kind === "day") return "yyyy-mm-dd";
  if (kind !== "number" || title === "值") return kind === "number" ? "General" : "@";
  if (MONEY.has(title)) return "#,##0.00";
  return MARKS.has(title) ? "General" : "0";
}

/** Where the cells of a column lean to in Google Sheets. */
export function sideOf({ kind, title }: Column): "left" | "center" | "right" {
  if (kind === "number") return MONEY.has(title) ? "right" : title === TABLES.settings.columns.value.title ? "left" : "center";
  return kind === "day" || kind === "choice" ? "center" : "left";
}

/** Room for a text in characters: a Chinese one takes two. */
export function roomFor(text: string): number {
  return [...text].reduce((sum, sign) => sum + ((sign.codePointAt(0) ?? 0) > 0x2e80 ? 2 : 1), 0);
}

const FILTER_BUTTON = 4;
/** Several findings stand in one cell. */
const WIDER: Readonly<Record<string, number>> = { 计划检查: 80 };

/** The width of a column: the schema's with a margin, and never less than its title beside the filter button needs. */
export function columnWidth({ title, width = 10 }: Column): number {
  return Math.max(WIDER[title] ?? width + 2, roomFor(title) + FILTER_BUTTON);
}

/** Where a highlight applies: `{cell}` in its formula is the first cell of the column. */
export interface Highlight {
  readonly when: string;
  readonly paint: Paint;
  /** The whole row, not the one cell. */
  readonly row?: true;
}

const is = (...words: readonly string[]): string => {
  const each = words.map((word) => `{cell}="${word}"`);
  return each.length > 1 ? `OR(${each.join(",")})` : each.join();
};
const begins = (word: string): string => `LEFT({cell},${word.length})="${word}"`;
const holds = (word: string): string => `ISNUMBER(SEARCH("${word}",{cell}))`;
const FILLED = "LEN(TRIM({cell}))>0";

/** The colour group of every word of 到期提示 and what it means on 说明; the words not named here are yellow. */
export const LIGHT_PAINTS = [
  { lights: ["正常"], paint: PAINTS.green, meaning: "fine" },
  { lights: ["紧张"], paint: PAINTS.amber, meaning: "tight" },
  { lights: ["来不及", "已过期", "日期有误", "未报到"], paint: PAINTS.red, meaning: "late" },
  { lights: ["已完成"], paint: PAINTS.blueGrey, meaning: "done" },
] as const satisfies readonly { readonly lights: readonly Light[]; readonly paint: Paint; readonly meaning: string }[];

/** By tab and column title; the first that applies wins. */
const HIGHLIGHTS: Readonly<Record<string, Readonly<Record<string, readonly Highlight[]>>>> = {
  名册: {
    到期提示: [
      ...LIGHT_PAINTS.map(({ lights, paint }) => ({ when: is(...lights), paint })),
      { when: FILLED, paint: PAINTS.yellow },
    ],
    资料缺项: [{ when: FILLED, paint: PAINTS.paleRed }],
    缴费状态: [
      { when: is("已缴"), paint: PAINTS.green },
      { when: is("未缴"), paint: PAINTS.paleRed },
      { when: is("部分"), paint: PAINTS.amber },
      { when: FILLED, paint: PAINTS.yellow },
    ],
    省厅预约状态: [
      { when: is("退回"), paint: PAINTS.red },
      { when: is("待审"), paint: PAINTS.yellow },
    ],
    考试状态: [{ when: is("不合格", "缺考"), paint: PAINTS.red }],
  },
  培训计划: {
    开班状态: [{ when: is("停办"), paint: PAINTS.faded, row: true }],
    计划检查: [
      { when: holds("阻断"), paint: PAINTS.red },
      { when: holds("警告"), paint: PAINTS.amber },
      { when: is("正常", "无问题", "通过"), paint: PAINTS.green },
      { when: FILLED, paint: PAINTS.yellow },
    ],
  },
  待办: {
    处理: [{ when: is("已确认", "已改", "忽略"), paint: PAINTS.faded, row: true }],
    级别: [
      { when: is("阻断"), paint: PAINTS.red },
      { when: is("警告"), paint: PAINTS.amber },
      { when: is("提示"), paint: PAINTS.blueGrey },
    ],
  },
  单位: { 状态: [{ when: holds("待确认"), paint: PAINTS.yellow }] },
  模拟卡: { 状态: [{ when: is("过期", "作废"), paint: PAINTS.faded, row: true }] },
  节假日: {
    类型: [
      { when: is("休"), paint: PAINTS.paleRed },
      { when: is("班"), paint: PAINTS.green },
    ],
  },
};

const PAPER_HIGHLIGHTS: readonly Highlight[] = [
  { when: begins("不合格"), paint: PAINTS.red },
  { when: is("已交"), paint: PAINTS.green },
  { when: is("不适用"), paint: PAINTS.faded },
];

/** What colours a column of a tab, the first that applies. */
export function highlightsOf(table: Table, column: Column): readonly Highlight[] {
  const isPaper = table.title === TABLES.papers.title && column.owner === "centre";
  return isPaper ? PAPER_HIGHLIGHTS : (HIGHLIGHTS[table.title]?.[column.title] ?? []);
}

/** How a tab is shown, beyond what the schema says of its columns. */
export interface TabLook {
  /** Columns that stay when scrolling right, and repeat on every printed page. */
  readonly frozen?: number;
  /** Printed pages side by side. */
  readonly pagesWide?: number;
  /** Lines a row has room for. Programs differ in when they fit heights to text, so the height is the tab's own. */
  readonly rowLines?: number;
  readonly colour?: string;
}

export const TAB_LOOKS: Readonly<Record<string, TabLook>> = {
  [TABLES.roster.title]: { frozen: 3, pagesWide: 4, colour: "2E75B6" },
  [TABLES.plan.title]: { frozen: 3, pagesWide: 2, colour: "2E75B6" },
  [TABLES.units.title]: { frozen: 1, colour: "2E75B6" },
  [TABLES.papers.title]: { frozen: 2, pagesWide: 2, colour: "70AD47" },
  [TABLES.payments.title]: { frozen: 1, colour: "70AD47" },
  [TABLES.cards.title]: { frozen: 1, colour: "70AD47" },
  [TABLES.todo.title]: { colour: "ED7D31" },
  [TABLES.settings.title]: { rowLines: 1 },
  [TABLES.holidays.title]: { rowLines: 1 },
  [TABLES.conflicts.title]: { frozen: 2, colour: "ED7D31" },
  [TABLES.runs.title]: { rowLines: 3 },
};
export const PLAIN_COLOUR = "A6A6A6";
