import type { ConditionalFormattingRule, Worksheet } from "exceljs";
import type { Light, Table } from "../../../apps-script/domain/schema/index";
import { LAST_ROW } from "./excel";
import { PAINTS, type Paint } from "./look";

/** Where a highlight applies: `{cell}` in its formula is the first cell of the column. */
interface Highlight {
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
  { lights: ["来不及", "已过期", "日期有误"], paint: PAINTS.red, meaning: "late" },
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

/** The conditional colours of a tab. */
export function addHighlights(sheet: Worksheet, table: Table): void {
  const columns = Object.values(table.columns);
  const last = sheet.getColumn(columns.length).letter;
  let priority = 1;
  columns.forEach((column, index) => {
    const isPaper = table.title === "资料" && column.owner === "centre";
    const highlights = isPaper ? PAPER_HIGHLIGHTS : (HIGHLIGHTS[table.title]?.[column.title] ?? []);
    const { letter } = sheet.getColumn(index + 1);
    // One entry for all rules of a range: with several, programs disagree on which colour wins.
    for (const wide of [false, true]) {
      const rules = highlights
        .filter(({ row = false }) => row === wide)
        .map(({ when, paint }) => painted(when.replaceAll("{cell}", wide ? `$${letter}2` : `${letter}2`), paint, priority++));
      const ref = wide ? `A2:${last}${LAST_ROW}` : `${letter}2:${letter}${LAST_ROW}`;
      if (rules.length > 0) sheet.addConditionalFormatting({ ref, rules });
    }
  });
}

function painted(formula: string, paint: Paint, priority: number): ConditionalFormattingRule {
  const style = {
    font: { color: { argb: `FF${paint.text}` } },
    fill: { type: "pattern", pattern: "solid", bgColor: { argb: `FF${paint.fill}` } },
  } as const;
  return { type: "expression", formulae: [formula], priority, style };
}
