import type { sheets_v4 } from "googleapis/build/src/apis/sheets";
import { lettersOf } from "../xlsx/cell-reference";
import type { SeenColumn } from "./restyle";
import { a1 } from "./sheet-reading";
import type { SheetsClient } from "./sheets-client";

const FIELDS =
  "sheets(properties(sheetId,gridProperties(rowCount)),conditionalFormats,data(startColumn,startRow,rowData(values(note,dataValidation))))";

/** A tab's columns as Google has them, with all its conditional formats. */
interface SeenTab {
  readonly columns: readonly SeenColumn[];
  readonly rules: readonly sheets_v4.Schema$ConditionalFormatRule[];
}

/** Reads the looks of some columns with one request. */
export async function seenColumns(
  client: SheetsClient,
  wanted: readonly Pick<SeenColumn, "look" | "sheetId" | "headerRow" | "at">[],
): Promise<SeenTab[]> {
  const rangeOf = ({ look, at }: (typeof wanted)[number]): string => `${a1(look.table.title)}!${lettersOf(at)}:${lettersOf(at)}`;
  const { sheets = [] } = await client.get(FIELDS, wanted.map(rangeOf));
  return sheets.flatMap((sheet) => {
    const own = wanted.filter(({ sheetId }) => sheetId === (sheet.properties?.sheetId ?? 0));
    const rows = sheet.properties?.gridProperties?.rowCount ?? 0;
    const columns = own.map((column): SeenColumn => {
      const cells = cellsOf(sheet, column.at);
      const checks = cells.slice(column.headerRow).map(({ dataValidation }) => dataValidation ?? null);
      return { ...column, rows, note: cells[column.headerRow - 1]?.note ?? "", checks };
    });
    return own.length === 0 ? [] : [{ columns, rules: sheet.conditionalFormats ?? [] }];
  });
}

function cellsOf(sheet: sheets_v4.Schema$Sheet, at: number): sheets_v4.Schema$CellData[] {
  const data = (sheet.data ?? []).find(({ startColumn }) => (startColumn ?? 0) === at);
  return (data?.rowData ?? []).map(({ values = [] }) => values[0] ?? {});
}
