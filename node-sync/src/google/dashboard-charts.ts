import type { sheets_v4 } from "googleapis/build/src/apis/sheets";
import {
  CHART_SIZE,
  type ChartSeries,
  DASHBOARD_CHARTS,
  type DashboardChart,
  placeOfChart,
  rowsOfChart,
} from "../../../apps-script/domain/schema/dashboard-charts";
import { type Column, DASHBOARD } from "../../../apps-script/domain/schema/index";
import { partsOfChart } from "../../../apps-script/domain/wording/dashboard";
import { colour } from "./colour";
import type { Request } from "./sheets-client";

/** Px of a row in Google Sheets. */
const ROW = 21;

/**
 * The requests that put the charts of a new tab 看板 right of its columns; one whose columns are not there is left out. The API can't
 * name a series but by a cell above it, so the parts are named in a line below the title.
 *
 * @param columns what stands in each column of the tab, from A on; the header is in the first row
 */
export function chartRequests(sheetId: number, columns: readonly (Column | null)[]): Request[] {
  return DASHBOARD_CHARTS.flatMap((chart, index): Request[] => {
    const drawn = [...chart.series, ...(chart.mark ? [chart.mark] : [])];
    const places = new Map(drawn.map(({ column }) => [column, columns.indexOf(DASHBOARD.columns[column])]));
    const items = columns.indexOf(DASHBOARD.columns.item);
    if (items < 0 || [...places.values()].some((place) => place < 0)) return [];
    const { first, last } = rowsOfChart(chart);
    const source = (place: number): sheets_v4.Schema$ChartData => ({
      sourceRange: {
        sources: [{ sheetId, startRowIndex: first - 1, endRowIndex: last, startColumnIndex: place, endColumnIndex: place + 1 }],
      },
    });
    const series = drawn.map((one) => seriesOf(one, chart, source(places.get(one.column) ?? 0)));
    const { row, down } = placeOfChart(index, ROW);
    const { width, height } = CHART_SIZE;
    const anchorCell = { sheetId, rowIndex: row - 1, columnIndex: columns.length + 1 };
    return [
      {
        addChart: {
          chart: {
            spec: specOf(chart, drawn, series, source(items)),
            position: { overlayPosition: { anchorCell, offsetYPixels: down, widthPixels: width, heightPixels: height } },
          },
        },
      },
    ];
  });
}

function specOf(
  { title, bars, mark }: DashboardChart,
  drawn: readonly ChartSeries[],
  series: sheets_v4.Schema$BasicChartSeries[],
  items: sheets_v4.Schema$ChartData,
): sheets_v4.Schema$ChartSpec {
  return {
    title,
    ...(drawn.length > 1 ? { subtitle: partsOfChart(drawn.map(({ name }) => name)) } : {}),
    basicChart: {
      chartType: bars === "rows" ? "BAR" : mark ? "COMBO" : "COLUMN",
      legendPosition: "NO_LEGEND",
      headerCount: 0,
      domains: [{ domain: items }],
      series,
      ...(bars === "stacked" ? { stackedType: "STACKED" } : {}),
    },
  };
}

function seriesOf(
  { paint, name }: ChartSeries,
  { bars, mark }: DashboardChart,
  source: sheets_v4.Schema$ChartData,
): sheets_v4.Schema$BasicChartSeries {
  const isMark = mark !== null && name === mark.name;
  return {
    series: source,
    targetAxis: bars === "rows" ? "BOTTOM_AXIS" : "LEFT_AXIS",
    colorStyle: { rgbColor: colour(paint.colour) },
    ...(mark ? { type: isMark ? "LINE" : "COLUMN" } : {}),
    ...(isMark ? { lineStyle: { type: "INVISIBLE" }, pointStyle: { shape: "CIRCLE", size: 7 } } : {}),
  };
}
