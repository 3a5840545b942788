import { chartTitles, seriesNames } from "../wording/dashboard";
import { BLOCKS, type BlockName, type DashboardColumn, placeOfBlock } from "./dashboard";

/** The charts of 看板, for every host alike: made once with the tab, and staff's from then on. */
export interface DashboardChart {
  readonly title: string;
  /** Its lines are the categories, named in 项目. */
  readonly block: BlockName;
  /** `stacked` upon each other, `beside` each other, or lying: `rows`. */
  readonly bars: "stacked" | "beside" | "rows";
  readonly series: readonly ChartSeries[];
  /** A dash over each column, such as a limit. */
  readonly mark: ChartSeries | null;
}

export interface ChartSeries {
  readonly column: DashboardColumn;
  readonly name: string;
  readonly paint: ChartPaint;
}

/** Told apart in black and white too: by pattern where a program has patterns, and by how dark it is. Colours are RRGGBB. */
export interface ChartPaint {
  readonly colour: string;
  /** A pattern of DrawingML (ECMA-376 part 1, 20.1.10.51); without one it is solid. */
  readonly pattern?: "ltUpDiag" | "smGrid" | "pct20" | "dkHorz";
}

const DARK = { colour: "1F4E79" } as const;
const LIGHT = { colour: "9DC3E6", pattern: "ltUpDiag" } as const;
const BLACK = { colour: "000000" } as const;

const count = (name: string): ChartSeries => ({ column: "count", name, paint: DARK });

export const DASHBOARD_CHARTS: readonly DashboardChart[] = [
  {
    title: chartTitles.classes,
    block: "classes",
    bars: "stacked",
    series: [
      { column: "fine", name: seriesNames.fine, paint: { colour: "A9D18E" } },
      { column: "tight", name: seriesNames.tight, paint: { colour: "FFD966", pattern: "ltUpDiag" } },
      { column: "late", name: seriesNames.late, paint: { colour: "C00000" } },
      { column: "ask", name: seriesNames.ask, paint: { colour: "7F7F7F", pattern: "smGrid" } },
      { column: "done", name: seriesNames.done, paint: { colour: "8497B0", pattern: "dkHorz" } },
    ],
    mark: { column: "seats", name: seriesNames.seats, paint: BLACK },
  },
  {
    title: chartTitles.months,
    block: "months",
    bars: "beside",
    series: [count(seriesNames.due), { column: "seats", name: seriesNames.seats, paint: LIGHT }],
    mark: null,
  },
  {
    title: chartTitles.papers,
    block: "papers",
    bars: "rows",
    series: [count(seriesNames.short)],
    mark: null,
  },
  {
    title: chartTitles.income,
    block: "income",
    bars: "beside",
    series: [count(seriesNames.amount)],
    mark: null,
  },
  {
    title: chartTitles.files,
    block: "files",
    bars: "rows",
    series: [count(seriesNames.units)],
    mark: null,
  },
];

/** Rows of a tab whose header is the first one; from 1, both included. */
export function rowsOfChart({ block }: DashboardChart): { readonly first: number; readonly last: number } {
  const first = 2 + placeOfBlock(block);
  return { first, last: first + BLOCKS[block] - 1 };
}

/** Where the chart of this number begins in rows of so many px: its row, and px below the row's upper edge. */
export function placeOfChart(index: number, rowHeight: number): { readonly row: number; readonly down: number } {
  const below = index * (CHART_SIZE.height + CHART_SIZE.gap);
  return { row: 2 + Math.floor(below / rowHeight), down: Math.floor(below % rowHeight) };
}

/** In px of 96 dpi. They stand below each other, right of the table. */
export const CHART_SIZE = { width: 640, height: 384, gap: 16 } as const;
