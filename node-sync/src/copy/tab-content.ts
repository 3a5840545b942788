import { isDay } from "../../../apps-script/domain/days/civil-day";
import type { Column, Table } from "../../../apps-script/domain/schema/column";
import type { InitialTab } from "../../../apps-script/domain/schema/initial";
import type { Grid } from "../../../apps-script/domain/snapshot/grid";
import { headerForm } from "../../../apps-script/domain/snapshot/layout";
import { presentValue, type Value } from "../../../apps-script/domain/snapshot/value";
import { serialOfDay } from "../xlsx/patch/cell-markup";
import { serialText } from "../xlsx/serials";

/**
 * What a cell holds, the way both worlds keep it. A day or a time is its serial number, days since 1899-12-30 with the
 * time as a fraction; a span of hours has `isSpan`. `null` is an empty cell.
 */
export type Content =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "number"; readonly number: number }
  | { readonly kind: "truth"; readonly truth: boolean }
  | { readonly kind: "moment"; readonly serial: number; readonly isSpan: boolean }
  | null;

/** A row by its number in the tab, from 1. Rows without content are left out. */
export interface ContentRow {
  readonly at: number;
  readonly cells: readonly Content[];
}

/** A tab as it is taken over: header in row 1, everything else where it stands below it. */
export interface TabContent {
  readonly table: Table;
  readonly rows: readonly ContentRow[];
}

/** What each column of a tab is, from A on; null for the staff's own and for those without a title. */
export function columnsOf({ table, rows }: TabContent): (Column | null)[] {
  const known = new Map(Object.values<Column>(table.columns).map((column) => [headerForm(column.title), column]));
  const [header] = rows;
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  return Array.from({ length: width }, (_, index) => known.get(headerForm(plainValue(header?.cells[index] ?? null))) ?? null);
}

/** A tab of a new workbook. */
export function contentOfInitial({ table, header, rows }: InitialTab): TabContent {
  const columns: readonly Column[] = Object.values(table.columns);
  const titles = header.map((title): Content => ({ kind: "text", text: title }));
  const below = rows.map((row, index) => ({
    at: index + 2,
    cells: columns.map((column, place) => contentOf(row[place] ?? null, column)),
  }));
  return { table, rows: [{ at: 1, cells: titles }, ...below] };
}

function contentOf(value: Value, { kind }: Column): Content {
  if (value === null || value === "") return null;
  if (typeof value === "number") return kind === "number" ? { kind, number: value } : { kind: "text", text: String(value) };
  const serial = kind === "day" && isDay(value) ? serialOfDay(value, false) : undefined;
  return serial === undefined ? { kind: "text", text: value } : { kind: "moment", serial, isSpan: false };
}

/** The tab as rules see it. */
export function gridOf({ table, rows: [header, ...rows] }: TabContent): Grid {
  return {
    title: table.title,
    headerRow: 1,
    header: header?.cells.map(plainValue) ?? [],
    rows: rows.map(({ at, cells }) => ({ at, values: cells.map(plainValue) })),
  };
}

export function plainValue(content: Content): Value {
  switch (content?.kind) {
    case "text":
      return presentValue(content.text);
    case "number":
      return content.number;
    case "truth":
      return content.truth ? "TRUE" : "FALSE";
    case "moment":
      return serialText(content.serial, false);
    default:
      return null;
  }
}

/** How a day or a time is shown, in formats that Excel and Google both have. */
export function momentFormat(
  serial: number,
  isSpan: boolean,
): { readonly type: "DATE" | "TIME" | "DATE_TIME"; readonly pattern: string } {
  if (isSpan) return { type: "TIME", pattern: "[h]:mm:ss" };
  if (serial < 1) return { type: "TIME", pattern: "hh:mm:ss" };
  return Number.isInteger(serial)
    ? { type: "DATE", pattern: "yyyy-mm-dd" }
    : { type: "DATE_TIME", pattern: "yyyy-mm-dd hh:mm:ss" };
}
