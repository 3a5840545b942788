import type { sheets_v4 } from "googleapis/build/src/apis/sheets";
import type { TabMemory } from "../../../apps-script/domain/moving/tab-memory";
import type { Mended } from "../../../apps-script/domain/operations/host";
import type { Column } from "../../../apps-script/domain/schema/column";
import { lettersOf } from "../../../apps-script/domain/snapshot/address";
import { headerForm } from "../../../apps-script/domain/snapshot/layout";
import { formatOfColumn } from "./number-formats";
import { a1 } from "./sheet-reading";
import type { Request, SheetsClient } from "./sheets-client";

const FIELDS =
  "sheets(properties(title),data(startRow,startColumn,rowData(values(effectiveValue,userEnteredFormat(numberFormat(type))))))";
const MOMENTS = new Set(["DATE", "TIME", "DATE_TIME"]);

/** A column of numbers that holds some. */
interface NumberColumn {
  readonly memory: TabMemory;
  readonly sheetId: number;
  readonly column: Column;
  readonly at: number;
}

interface Mending {
  readonly requests: readonly Request[];
  readonly mended: readonly Mended[];
}

/** A tab that was read, by its id. */
interface SeenTab {
  readonly memory: TabMemory;
  readonly sheetId: number;
}

/**
 * What gives numbers that are shown as days or times the format of their columns. Values come without their formats, so these
 * are asked for, in one request for all columns of numbers that hold any: no more than once a run, and not to look only.
 */
export async function mendingOf(client: SheetsClient, tabs: readonly SeenTab[]): Promise<Mending> {
  const columns = tabs.flatMap(numberColumns);
  if (columns.length === 0) return { requests: [], mended: [] };
  const { sheets = [] } = await client.get(FIELDS, columns.map(rangeOf));
  const found = columns.flatMap((one) => {
    const rows = rowsShownAsDays(one, sheets);
    return rows.length > 0 ? [{ ...one, rows }] : [];
  });
  const byTable = [...new Set(found.map(({ memory }) => memory.table))];
  return {
    requests: found.flatMap(({ sheetId, column, at, rows }) => formatRequests(sheetId, column, at, rows)),
    mended: byTable.map((table) => {
      const own = found.filter(({ memory }) => memory.table === table);
      return { table, columns: own.map(({ column }) => column.title), cells: own.flatMap(({ rows }) => rows).length };
    }),
  };
}

function numberColumns({ memory, sheetId }: SeenTab): NumberColumn[] {
  const { sight, table } = memory;
  if (memory.isProgramsOwn) return [];
  return Object.values(table.columns).flatMap((column) => {
    const at = memory.columns.get(headerForm(column.title));
    const hasNumbers = at !== undefined && sight.rows.some((row) => typeof sight.value(row, at) === "number");
    return column.kind === "number" && hasNumbers ? [{ memory, sheetId, column, at }] : [];
  });
}

function rangeOf({ memory, at }: NumberColumn): string {
  const letters = lettersOf(at);
  return a1(memory.table.title, `${letters}${memory.headerRow}:${letters}${memory.sight.lastRow}`);
}

/** Sheet rows, from 1. None where another column stands by now: the next run looks again. */
function rowsShownAsDays({ memory, column, at }: NumberColumn, sheets: readonly sheets_v4.Schema$Sheet[]): number[] {
  const sheet = sheets.find(({ properties }) => properties?.title === memory.table.title);
  const { rowData = [] } = (sheet?.data ?? []).find(({ startColumn }) => (startColumn ?? 0) === at) ?? {};
  const cells = rowData.map(({ values = [] }) => values[0] ?? {});
  if (headerForm(cells[0]?.effectiveValue?.stringValue) !== headerForm(titleSeen(memory, column, at))) return [];
  return cells.flatMap(({ effectiveValue, userEnteredFormat }, index) => {
    const isDated = MOMENTS.has(userEnteredFormat?.numberFormat?.type ?? "") && effectiveValue?.numberValue != null;
    return index > 0 && isDated ? [memory.headerRow + index] : [];
  });
}

/** The title as it was written, which may be decorated. */
function titleSeen({ headerRow, sight }: TabMemory, { title }: Column, at: number): string {
  return String(sight.raw(headerRow, at) ?? title);
}

/** One request for cells below each other. */
function formatRequests(sheetId: number, column: Column, at: number, rows: readonly number[]): Request[] {
  const runs: { readonly first: number; last: number }[] = [];
  for (const row of rows) {
    const run = runs.at(-1);
    if (run && run.last === row - 1) run.last = row;
    else runs.push({ first: row, last: row });
  }
  const format = formatOfColumn(column);
  return runs.map(({ first, last }) => ({
    repeatCell: {
      range: { sheetId, startRowIndex: first - 1, endRowIndex: last, startColumnIndex: at, endColumnIndex: at + 1 },
      cell: format ? { userEnteredFormat: { numberFormat: format } } : {},
      fields: "userEnteredFormat.numberFormat",
    },
  }));
}
