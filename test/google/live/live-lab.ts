import type { sheets_v4 } from "googleapis/build/src/apis/sheets";
import { LEASE_TITLE } from "../../../apps-script/domain/operations/lease";
import type { OpenSheet } from "../../../node-sync/src/google/open-sheet";
import type { Request } from "../../../node-sync/src/google/sheets-client";
import { serialText } from "../../../node-sync/src/xlsx/serials";
import type { Lab, LabCell, LabTab } from "../../hosts/lab";
import { areaOfA1 } from "../workbook/area";

const ROWS = 1000;
const COLUMNS = 26;
const MOMENTS = new Set(["DATE", "TIME", "DATE_TIME"]);
const SEEN =
  "sheets(properties(sheetId,title),data(rowMetadata(hiddenByUser),rowData(values(userEnteredValue,effectiveValue,effectiveFormat(numberFormat(type))))))";

/** A throw-away Sheet under the product's host; staff's hands are the API's own. The tab with the id `keeper` stays. */
export function liveLab({ host, client }: OpenSheet, keeper: number): Lab {
  const others = async (): Promise<number[]> => {
    const { sheets = [] } = await client.get("sheets(properties(sheetId))");
    return sheets.map(({ properties }) => properties?.sheetId ?? 0).filter((id) => id !== keeper);
  };
  return {
    host,
    load: async (tabs) => {
      const gone = (await others()).map((sheetId): Request => ({ deleteSheet: { sheetId } }));
      const requests = [...gone, ...tabs.flatMap(tabRequests)];
      const outcome = requests.length > 0 ? await client.update(requests) : "done";
      if (outcome !== "done") throw new Error("no answer to the loading of tabs");
    },
    dump: async () => {
      const { sheets = [] } = await client.get(SEEN);
      return sheets
        .filter(({ properties }) => (properties?.sheetId ?? 0) !== keeper && properties?.title !== LEASE_TITLE)
        .map(tabOf);
    },
  };
}

function tabRequests(tab: LabTab): Request[] {
  const sheetId = 1 + Math.floor(Math.random() * (2 ** 31 - 2));
  const width = tab.cells.reduce((most, cells) => Math.max(most, cells.length), COLUMNS);
  const gridProperties = { rowCount: Math.max(ROWS, tab.cells.length), columnCount: width };
  const rows = tab.cells.map((cells) => ({ values: cells.map(cellData) }));
  return [
    { addSheet: { properties: { sheetId, title: tab.title, gridProperties } } },
    { updateCells: { start: { sheetId, rowIndex: 0, columnIndex: 0 }, rows, fields: "userEnteredValue" } },
    ...(tab.merges ?? []).map((range) => ({ mergeCells: { range: gridRange(sheetId, range), mergeType: "MERGE_ALL" } })),
    ...Object.entries(tab.formats ?? {}).map(([range, pattern]) => ({
      repeatCell: {
        range: gridRange(sheetId, range),
        cell: { userEnteredFormat: { numberFormat: { type: "DATE", pattern } } },
        fields: "userEnteredFormat.numberFormat",
      },
    })),
    ...(tab.hiddenRows ?? []).map((row) => ({
      updateDimensionProperties: {
        range: { sheetId, dimension: "ROWS", startIndex: row, endIndex: row + 1 },
        properties: { hiddenByUser: true },
        fields: "hiddenByUser",
      },
    })),
  ];
}

function gridRange(sheetId: number, range: string): sheets_v4.Schema$GridRange {
  const area = areaOfA1(range, { rows: ROWS, columns: COLUMNS });
  if (!area) throw new Error(`no range ${range}`);
  const { row, column, rows, columns } = area;
  return {
    ...{ sheetId, startRowIndex: row - 1, endRowIndex: row - 1 + rows },
    ...{ startColumnIndex: column - 1, endColumnIndex: column - 1 + columns },
  };
}

function cellData(cell: LabCell): sheets_v4.Schema$CellData {
  if (cell === null) return {};
  if (typeof cell === "object") return { userEnteredValue: { formulaValue: `=${cell.formula}` } };
  return { userEnteredValue: typeof cell === "number" ? { numberValue: cell } : { stringValue: cell } };
}

function tabOf({ properties, data }: sheets_v4.Schema$Sheet): LabTab {
  const [{ rowData = [], rowMetadata = [] } = {}] = data ?? [];
  const lines = rowData.map(({ values = [] }) => values.map(labCell));
  const height = lines.findLastIndex((line) => line.some((cell) => cell !== null)) + 1;
  const width = lines.reduce((most, line) => Math.max(most, line.findLastIndex((cell) => cell !== null) + 1), 0);
  const cells = lines.slice(0, height).map((line) => Array.from({ length: width }, (_, column) => line[column] ?? null));
  const hiddenRows = rowMetadata.flatMap(({ hiddenByUser }, row) => (hiddenByUser ? [row] : []));
  return { title: properties?.title ?? "", cells, ...(hiddenRows.length > 0 ? { hiddenRows } : {}) };
}

function labCell({ userEnteredValue, effectiveValue, effectiveFormat }: sheets_v4.Schema$CellData): LabCell {
  const { stringValue, numberValue, boolValue } = effectiveValue ?? {};
  const isMoment = MOMENTS.has(effectiveFormat?.numberFormat?.type ?? "");
  const number = numberValue != null && isMoment ? serialText(numberValue, false) : numberValue;
  const value = stringValue ?? number ?? (boolValue == null ? null : boolValue ? "TRUE" : "FALSE");
  const formula = userEnteredValue?.formulaValue;
  return formula == null ? value : { formula: formula.slice(1), result: value };
}
