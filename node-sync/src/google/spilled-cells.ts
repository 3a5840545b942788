import type { sheets_v4 } from "googleapis/build/src/apis/sheets";
import { type Filling, fillsSeveral, mayFill, withSpills } from "../../../apps-script/domain/moving/spills";
import { a1 } from "./sheet-reading";
import type { SheetsClient } from "./sheets-client";

/** Formulas of a tab, row by row, and how many rows its grid has. */
interface TabFormulas {
  readonly formulas: readonly (readonly string[])[];
  readonly rows: number;
}

const CELLS = "sheets(properties(title),data(startRow,startColumn,rowData(values(userEnteredValue,effectiveValue))))";
/** More ranges than this are asked for by whole tabs. */
const MOST_RANGES = 100;

/**
 * The formulas with the cells that show a part of another one's result: such a cell has a value and nobody entered one. Asked
 * for in one small request, of the rows of formulas that may give several values; without any there is no request.
 * https://developers.google.com/workspace/sheets/api/reference/rest/v4/spreadsheets/cells#CellData
 */
export async function withSpilledCells(
  client: SheetsClient,
  tabs: ReadonlyMap<string, TabFormulas>,
): Promise<ReadonlyMap<string, string[][]>> {
  const places = [...tabs].flatMap(([title, { formulas }]) =>
    formulas.flatMap((line, row) =>
      line.flatMap((formula, column) => (formula !== "" && mayFill(formula) ? [{ title, row, column, formula }] : [])),
    ),
  );
  const cells = places.length > 0 ? await cellsIn(client, rangesOf(places)) : new Map();
  const fillings = places.flatMap((place): (Filling & { title: string })[] => {
    const width = widthOf(place, cells);
    return width === 0 ? [] : [{ title: place.title, row: place.row, column: place.column, width }];
  });
  return new Map(
    [...tabs].map(([title, { formulas, rows }]) => {
      const own = fillings.filter((filling) => filling.title === title);
      return [title, withSpills(formulas, own, rows)];
    }),
  );
}

interface Place {
  readonly title: string;
  readonly row: number;
  readonly column: number;
  readonly formula: string;
}

type Cells = ReadonlyMap<string, sheets_v4.Schema$CellData>;

const keyOf = (title: string, row: number, column: number): string => `${title}\n${row}\n${column}`;

/** How many columns a formula fills; 0 when it fills its own cell only. */
function widthOf({ title, row, column, formula }: Place, cells: Cells): number {
  const cellAt = (down: number, across: number) => cells.get(keyOf(title, row + down, column + across)) ?? {};
  const isSpilled = (down: number, across: number): boolean => {
    const { effectiveValue, userEnteredValue } = cellAt(down, across);
    return effectiveValue != null && userEnteredValue == null;
  };
  if (cellAt(0, 0).effectiveValue?.errorValue) return 0;
  let width = 1;
  while (isSpilled(0, width)) width++;
  // Below may stand a part of the result that is an empty text.
  const isTall = isSpilled(1, 0) || (fillsSeveral(formula) && cellAt(1, 0).userEnteredValue == null);
  return width > 1 || isTall ? width : 0;
}

function rangesOf(places: readonly Place[]): string[] {
  const ranges = [...new Set(places.map(({ title, row }) => a1(title, `${row + 1}:${row + 2}`)))];
  return ranges.length <= MOST_RANGES ? ranges : [...new Set(places.map(({ title }) => a1(title)))];
}

async function cellsIn(client: SheetsClient, ranges: readonly string[]): Promise<Cells> {
  const { sheets = [] } = await client.get(CELLS, ranges);
  const cells = new Map<string, sheets_v4.Schema$CellData>();
  for (const { properties, data } of sheets) {
    for (const { startRow, startColumn, rowData } of data ?? []) {
      rowData?.forEach(({ values }, row) => {
        values?.forEach((cell, column) => {
          cells.set(keyOf(properties?.title ?? "", (startRow ?? 0) + row, (startColumn ?? 0) + column), cell);
        });
      });
    }
  }
  return cells;
}
