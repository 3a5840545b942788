import { DASHBOARD, type DashboardColumn } from "../../domain/schema/dashboard";
import {
  CHART_SIZE,
  type ChartSeries,
  DASHBOARD_CHARTS,
  type DashboardChart,
  placeOfChart,
  rowsOfChart,
} from "../../domain/schema/dashboard-charts";
import type { ChartBuilder, SheetTab } from "./sheet-tab";

const COLUMNS = Object.keys(DASHBOARD.columns) as readonly DashboardColumn[];

/** The charts of a new tab 看板, right of its columns, which stand in the order of the schema below a header in the first row. */
export function addDashboardCharts(tab: SheetTab): void {
  const { sheet } = tab;
  tab.growColumns(COLUMNS.length + 2);
  DASHBOARD_CHARTS.forEach((chart, index) => {
    const { first, last } = rowsOfChart(chart);
    const drawn = [...chart.series, ...(chart.mark ? [chart.mark] : [])];
    const builder = typed(sheet.newChart(), chart);
    for (const column of ["item" as const, ...drawn.map((one) => one.column)]) {
      tab.feed({ row: first, column: COLUMNS.indexOf(column) + 1, rows: last - first + 1, columns: 1 }, builder);
    }
    for (const [option, value] of Object.entries(optionsOf(chart, drawn))) builder.setOption(option, value);
    const { row, down } = placeOfChart(index, ROW);
    sheet.insertChart(
      builder
        .setNumHeaders(0)
        .setPosition(row, COLUMNS.length + 2, 0, down)
        .build(),
    );
  });
}

/** Px of a row in Google Sheets. */
const ROW = 21;

function typed(builder: ChartBuilder, { bars, mark }: DashboardChart) {
  if (bars === "rows") return builder.asBarChart();
  return mark ? builder.asComboChart() : builder.asColumnChart();
}

/** As in https://developers.google.com/apps-script/chart-configuration-options */
function optionsOf({ title, bars, series, mark }: DashboardChart, drawn: readonly ChartSeries[]) {
  const look = drawn.map(({ name, paint }) => ({
    labelInLegend: name,
    color: `#${paint.colour}`,
    ...(mark && name === mark.name ? { type: "line", lineWidth: 0, pointSize: 7 } : {}),
  }));
  return {
    title,
    width: CHART_SIZE.width,
    height: CHART_SIZE.height,
    legend: { position: series.length === 1 ? "none" : "bottom" },
    isStacked: bars === "stacked",
    useFirstColumnAsDomain: true,
    ...(mark ? { seriesType: "bars" } : {}),
    series: { ...look },
  };
}
