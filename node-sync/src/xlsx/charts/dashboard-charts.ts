import { CHART_SIZE, DASHBOARD_CHARTS, placeOfChart, rowsOfChart } from "../../../../apps-script/domain/schema/dashboard-charts";
import { type Column, DASHBOARD } from "../../../../apps-script/domain/schema/index";
import { OUR_CHART, type SheetChart } from "./sheet-chart";

/**
 * The charts of the tab 看板, right of its columns; one whose columns are not there is left out.
 *
 * @param columns what stands in each column of the tab, from A on
 */
export function dashboardCharts(columns: readonly (Column | null)[]): readonly SheetChart[] {
  const placeOf = (name: keyof typeof DASHBOARD.columns): number => columns.indexOf(DASHBOARD.columns[name]) + 1;
  return DASHBOARD_CHARTS.flatMap((chart, index): SheetChart[] => {
    const { title, bars, series, mark } = chart;
    const drawn = series.map(({ column, name, paint }) => ({ column: placeOf(column), name, ...paint }));
    const marked = mark && { column: placeOf(mark.column), name: mark.name, ...mark.paint };
    const categories = placeOf("item");
    if ([categories, ...drawn.map(({ column }) => column), ...(marked ? [marked.column] : [])].includes(0)) return [];
    const { width, height } = CHART_SIZE;
    const place = { ...placeOfChart(index, PIXELS), column: columns.length + 2, width, height };
    return [
      {
        name: `${OUR_CHART}${index + 1}`,
        title,
        bars,
        categories,
        ...rowsOfChart(chart),
        series: drawn,
        mark: marked,
        place,
      },
    ];
  });
}

/** Points of a row of the tab, by which the charts find their place. */
export const DASHBOARD_ROW = 20;
const PIXELS = (DASHBOARD_ROW * 96) / 72;
