import { type Table, tableTitled } from "../../../apps-script/domain/schema/index";
import type { Grid } from "../../../apps-script/domain/snapshot/grid";
import { headerForm } from "../../../apps-script/domain/snapshot/layout";
import type { Value } from "../../../apps-script/domain/snapshot/value";
import type { CellEdit } from "./patch/patch-workbook";
import type { SheetValues } from "./read-workbook";
import { serialIn1900 } from "./serials";

const MOMENT = /^\d+(?:-\d{2}-\d{2}|:\d{2})/;

/** Where the numbers of a tab are to stand, from 0. */
function numberColumns({ title, header }: Grid): number[] {
  const table: Table | null = tableTitled(title);
  const titles = new Set(
    Object.values(table?.columns ?? {}).flatMap(({ kind, title: own }) => (kind === "number" ? [headerForm(own)] : [])),
  );
  return header.flatMap((cell, at) => (titles.has(headerForm(cell)) ? [at] : []));
}

/** Whether a cell of a number column reads as a day or a time: its format may be that of a column that stood there before. */
export function mayHaveNumbersAsDays(grid: Grid): boolean {
  const columns = numberColumns(grid);
  const isMoment = (value: Value | undefined): boolean => typeof value === "string" && MOMENT.test(value);
  return columns.length > 0 && grid.rows.some(({ values }) => columns.some((at) => isMoment(values[at])));
}

/** A number whose cell shows it as a day or a time. */
export type NumberAsDay = Pick<CellEdit, "row" | "column"> & { readonly value: number };

/**
 * The grid with the numbers of such cells, and those cells; a text that somebody typed stays one.
 *
 * @param sheet the same sheet, read with its moments
 */
export function numbersAsDays(grid: Grid, sheet: SheetValues, date1904: boolean): { grid: Grid; cells: readonly NumberAsDay[] } {
  const cells: NumberAsDay[] = [];
  const columns = numberColumns(grid);
  const rows = grid.rows.map((row) => {
    const moments = sheet.moments.get(row.at);
    const found = columns.filter((column) => moments?.has(column));
    if (!moments || found.length === 0) return row;
    const values = [...row.values];
    for (const column of found) {
      const { serial, isSpan } = moments.get(column) ?? { serial: 0, isSpan: false };
      const value = isSpan ? serial : asStored(serial, date1904);
      values[column] = value;
      if (!row.formulas?.includes(column)) cells.push({ row: row.at, column: column + 1, value });
    }
    return { ...row, values };
  });
  return { grid: { ...grid, rows }, cells };
}

/** A moment comes as a serial number of the 1900 system, whichever the book has. */
function asStored(serial: number, date1904: boolean): number {
  return date1904 ? serial - (serialIn1900(serial, true) - serial) : serial;
}
