import { tableTitled } from "../../../apps-script/domain/schema/index";
import type { CellBlock, Grid } from "../../../apps-script/domain/snapshot/grid";
import { headerOfTab } from "../../../apps-script/domain/snapshot/header";
import { headerForm } from "../../../apps-script/domain/snapshot/layout";
import type { Value } from "../../../apps-script/domain/snapshot/value";
import { formulaWithoutResult } from "../../../apps-script/domain/wording/workbook";
import type { MergedRange } from "./cell-reference";
import { type SheetValues, toValue } from "./read-workbook";

type Row = SheetValues["rows"][number];

/** A sheet as rules look at it. A cell that shows a part of an array formula is a formula. */
export function gridOf(sheet: SheetValues): Grid {
  const { index, cells } = headerOfTab(tableTitled(sheet.name), valuesOf(sheet));
  const rows = sheet.rows.slice(index + 1).map((row) => {
    const formulas = formulasIn(sheet, row.at);
    return { at: row.at, values: rowValues(sheet, row), ...(formulas.length > 0 ? { formulas } : {}) };
  });
  const blocks = [...sheet.arrays.map(blockOf("array")), ...sheet.merges.map(blockOf("merged"))];
  const head = { title: sheet.name, headerRow: sheet.rows[index]?.at ?? 1, header: cells };
  return { ...head, rows, ...(blocks.length > 0 ? { blocks } : {}) };
}

const blockOf =
  (kind: CellBlock["kind"]) =>
  ({ reference: _, ...range }: MergedRange): CellBlock => ({ kind, ...range });

function formulasIn({ formulas, arrays }: SheetValues, at: number): readonly number[] {
  const own = formulas.get(at) ?? [];
  const parts = arrays.filter(({ firstRow, lastRow }) => at >= firstRow && at <= lastRow);
  if (parts.length === 0) return own;
  const shown = parts.flatMap(({ firstColumn, lastColumn }) =>
    Array.from({ length: lastColumn - firstColumn + 1 }, (_, index) => firstColumn + index),
  );
  return [...new Set([...own, ...shown])];
}

function* valuesOf(sheet: SheetValues): Generator<Value[]> {
  for (const row of sheet.rows) yield rowValues(sheet, row);
}

function rowValues({ missing }: SheetValues, { at, cells }: Row): Value[] {
  const values = cells.map(toValue);
  for (const column of missing.get(at) ?? []) values[column] = formulaWithoutResult;
  return values;
}

/** The columns, from 1, that rules read: a formula's result there is a value to them, and must outlive the write. */
export function ownColumns({ title, header }: Grid): ReadonlySet<number> {
  const titles = new Set(Object.values(tableTitled(title)?.columns ?? {}).map((column) => headerForm(column.title)));
  return new Set(header.flatMap((cell, index) => (titles.has(headerForm(cell)) ? [index + 1] : [])));
}
