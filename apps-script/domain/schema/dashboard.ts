import { LIGHTS, PAYMENT_METHODS } from "./allowed";
import { defineTable, type RowOf } from "./column";
import { PAPER_COLUMNS } from "./paper-columns";

/**
 * 看板: a line is one number of the view `board` with its name. Charts stand over some of the lines, and what a chart reads can't
 * grow, so every block has its number of lines and every line its place; those that are not needed are empty.
 */
export const DASHBOARD = defineTable({
  name: "dashboard",
  title: "看板",
  purpose: "全年的数字和图，由“更新看板”和“全部执行”重写，不用填。",
  key: ["id"],
  since: 3,
  isDerived: true,
  columns: {
    id: { title: "编号", owner: "system", kind: "id", hidden: true, width: 12 },
    group: { title: "分类", owner: "computed", kind: "text", width: 12 },
    item: { title: "项目", owner: "computed", kind: "text", width: 24 },
    count: { title: "数量", owner: "computed", kind: "number", numbers: "marks", width: 10 },
    seats: { title: "座位", owner: "computed", kind: "number", width: 8, note: "不限的空着" },
    fine: { title: "正常", owner: "computed", kind: "number", width: 6 },
    tight: { title: "紧张", owner: "computed", kind: "number", width: 6 },
    late: { title: "要紧", owner: "computed", kind: "number", width: 6, note: "来不及、已过期、日期有误、未报到" },
    ask: { title: "待定", owner: "computed", kind: "number", width: 6, note: "其余的到期提示，没有提示的也在内" },
    done: { title: "已办结", owner: "computed", kind: "number", width: 8, note: "到期提示是已完成的" },
  },
});

export type DashboardRow = RowOf<typeof DASHBOARD>;
export type DashboardColumn = keyof (typeof DASHBOARD)["columns"];

/** How many lines each block has, in the order of the tab. What is more than there are lines for is summed up in the last one. */
export const BLOCKS = {
  figures: 11,
  classes: 20,
  months: 12,
  lights: LIGHTS.length + 1,
  papers: PAPER_COLUMNS.length,
  units: 10,
  income: 13,
  methods: PAYMENT_METHODS.length + 1,
  files: 3,
} as const;

export type BlockName = keyof typeof BLOCKS;

export const BLOCK_NAMES = Object.keys(BLOCKS) as readonly BlockName[];

/** The number of a line in its block, from 0, as it stands in 编号. */
export function lineId(block: BlockName, place: number): string {
  return `${block}-${String(place + 1).padStart(2, "0")}`;
}

/** The first line of a block among all lines, from 0. */
export function placeOfBlock(block: BlockName): number {
  return BLOCK_NAMES.slice(0, BLOCK_NAMES.indexOf(block)).reduce((sum, name) => sum + BLOCKS[name], 0);
}
