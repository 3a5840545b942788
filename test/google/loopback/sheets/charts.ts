import type { sheets_v4 } from "googleapis/build/src/apis/sheets";
import type { Area } from "../../workbook/area";
import type { InMemoryWorkbook } from "../../workbook/workbook";
import { invalid, NotInLoopback } from "../api-error";
import { placeOfGridRange } from "./grid-range";

const TYPES = ["BAR", "COLUMN", "COMBO"];

/** Basic charts over single ranges of one sheet, placed over its cells: https://developers.google.com/workspace/sheets/api/reference/rest/v4/spreadsheets/charts */
export function addChart(book: InMemoryWorkbook, { chart }: sheets_v4.Schema$AddChartRequest): object {
  const { spec, position } = chart ?? {};
  const { basicChart, ...look } = spec ?? {};
  const { domains = [], series = [], chartType, headerCount = 0, ...options } = basicChart ?? {};
  if (!basicChart || !TYPES.includes(chartType ?? "")) throw new NotInLoopback(`The loopback draws no ${chartType} chart.`);
  const ranges = [...domains.map(({ domain }) => domain), ...series.map((one) => one.series)].map(sourceOf);
  const places = ranges.map((range) => placeOfGridRange(book, range));
  const anchor = position?.overlayPosition;
  const { sheet } = placeOfGridRange(book, cellOf(anchor?.anchorCell));
  if (places.some((place) => place.sheet !== sheet)) throw new NotInLoopback("A chart of cells on another sheet.");
  refuseUnevenAreas(places.map(({ area }) => area));
  sheet.charts.push({
    type: chartType ?? "",
    areas: places.map(({ area }) => ({ ...area })),
    options: { ...look, ...options, series: series.map(({ series: _, ...one }) => one) },
    headers: headerCount ?? 0,
    anchor: {
      row: (anchor?.anchorCell?.rowIndex ?? 0) + 1,
      column: (anchor?.anchorCell?.columnIndex ?? 0) + 1,
      x: anchor?.offsetXPixels ?? 0,
      y: anchor?.offsetYPixels ?? 0,
    },
  });
  return { chart: { chartId: sheet.charts.length, ...chart } };
}

function sourceOf(data: sheets_v4.Schema$ChartData | undefined): sheets_v4.Schema$GridRange {
  const sources = data?.sourceRange?.sources ?? [];
  const [first] = sources;
  if (!first) throw invalid("No source range was given for a domain or series.");
  if (sources.length > 1) throw new NotInLoopback("The loopback's charts have one source range each.");
  return first;
}

function cellOf(cell: sheets_v4.Schema$GridCoordinate | undefined): sheets_v4.Schema$GridRange {
  const { sheetId = 0, rowIndex = 0, columnIndex = 0 } = cell ?? {};
  return {
    sheetId,
    startRowIndex: rowIndex,
    endRowIndex: (rowIndex ?? 0) + 1,
    startColumnIndex: columnIndex,
    endColumnIndex: (columnIndex ?? 0) + 1,
  };
}

/** Each is one row or one column, and all alike. */
function refuseUnevenAreas(areas: readonly Area[]): void {
  const [first] = areas;
  const isUneven = areas.some(({ rows, columns }) => (rows !== 1 && columns !== 1) || rows !== first?.rows);
  if (isUneven) throw invalid("Invalid chart: exactly one dimension of a source must have a length of 1.");
}
