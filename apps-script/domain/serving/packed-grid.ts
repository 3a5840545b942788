import { type PackedList, packList, unpackList } from "../changes/packing/list";
import { type Table, tableTitled } from "../schema/index";
import type { CellArea, CellBlock, Grid, GridRow } from "../snapshot/grid";
import { kept } from "../snapshot/kept";
import { headerForm } from "../snapshot/layout";
import type { Value } from "../snapshot/value";

/**
 * A tab as it goes to a page: by column, as the values of a column are much alike. Only the schema's columns have values, without
 * the secret ones; the headers are all there.
 */
export interface PackedGrid {
  readonly title: string;
  readonly headerRow: number;
  readonly header: readonly Value[];
  /** The sheet row of each row, as text. */
  readonly at: PackedList;
  /** Places of columns with what they hold, one value a row. */
  readonly columns: readonly (readonly [place: number, values: PackedList])[];
  /** Rows that hold formulas, by their place in the list, with the columns. */
  readonly formulas?: readonly (readonly [row: number, ...columns: number[]])[];
  readonly blocks?: readonly CellBlock[];
  readonly areas?: readonly CellArea[];
}

/** Packed once: a host that holds the workbook hands on the tabs that did not change. */
export const packGrid = kept(packed);

function packed({ title, headerRow, header, rows, blocks, areas }: Grid): PackedGrid {
  const formulas = rows.flatMap((row, index) => (row.formulas?.length ? [[index, ...row.formulas] as const] : []));
  return {
    ...{ title, headerRow, header },
    at: packList(rows.map(({ at }) => String(at))),
    columns: openPlaces(tableTitled(title), header).map((place) => [
      place,
      packList(rows.map((row) => row.values[place] ?? null)),
    ]),
    ...(formulas.length > 0 ? { formulas } : {}),
    ...(blocks ? { blocks } : {}),
    ...(areas ? { areas } : {}),
  };
}

export function unpackGrid({ title, headerRow, header, at, columns, formulas, blocks, areas }: PackedGrid): Grid {
  const held = columns.map(([place, values]) => [place, unpackList(values)] as const);
  const formulasOf = new Map((formulas ?? []).map(([row, ...places]) => [row, places]));
  const rows = unpackList(at).map((row, index): GridRow => {
    const values: Value[] = header.map(() => null);
    for (const [place, list] of held) values[place] = list[index] ?? null;
    const own = formulasOf.get(index);
    return { at: Number(row), values, ...(own ? { formulas: own } : {}) };
  });
  return { title, headerRow, header, rows, ...(blocks ? { blocks } : {}), ...(areas ? { areas } : {}) };
}

/** Where the columns of the schema stand that are no secret. */
function openPlaces(table: Table | null, header: readonly Value[]): number[] {
  const columns = Object.values(table?.columns ?? {});
  const open = new Set(columns.flatMap(({ title, secret }) => (secret ? [] : [headerForm(title)])));
  return header.flatMap((cell, place) => (open.has(headerForm(cell)) ? [place] : []));
}
