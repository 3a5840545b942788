import type { Finding } from "../changes/finding";
import { found } from "../changes/found";
import type { CellWrite } from "../changes/write-plan";
import { isDay } from "../days/civil-day";
import type { Column, Table } from "../schema/column";
import { ROSTER, RUNS, TABLES, type TableName } from "../schema/index";
import { nameOf } from "../schema/titles";
import type { Grid, Grids } from "../snapshot/grid";
import { headerForm } from "../snapshot/layout";
import { alikeHeader, isForeign } from "../snapshot/look-alike";
import { textOf, type Value } from "../snapshot/value";
import { withWrites } from "../snapshot/written-grids";
import { boardChartsAdvice, lostBoardColumns, lostColumnsOf } from "../wording/workbook";
import { type ColumnLook, versionOf } from "./migrate";

/** Columns of a tab that were removed with what they held. */
interface LostColumns {
  readonly table: Table;
  readonly columns: readonly (readonly [name: string, column: Column])[];
}

/** Of the visible columns of a tab at least so many have to be there: else its header is gone, not some columns. */
const MOST_LEFT = 0.6;

/**
 * Columns that a workbook should have and has not, where Excel's document check removed the hidden ones: the program's own are
 * hidden, and missing together with them are those that staff had hidden. Where no column of the program's own is missing,
 * nothing tells a removed column from a title that somebody changed, and it is asked for by name; so are visible keys, without
 * which no row is known. A derived tab has nothing to lose: any column of it is made anew.
 */
export function lostColumns(grids: Grids, names: readonly TableName[]): readonly LostColumns[] {
  const { version } = versionOf(grids);
  const lost = [...new Set(names)].flatMap((name): LostColumns[] => {
    const table: Table = TABLES[name];
    const grid = grids.find(({ title }) => title === table.title);
    const columns = grid && !isForeign(table, grid) ? missingIn(table, grid, version) : [];
    return columns.length > 0 && (table.isDerived || isMostlyThere(table, columns)) ? [{ table, columns }] : [];
  });
  const isChecked = lost.some(({ table, columns }) => !table.isDerived && columns.some(([, { hidden }]) => hidden));
  return isChecked ? lost : lost.filter(({ table }) => table.isDerived);
}

function missingIn(table: Table, grid: Grid, version: number): [string, Column][] {
  const there = new Set(grid.header.map(headerForm));
  return Object.entries(table.columns).filter(([name, column]) => {
    const isMissing = (column.since ?? 1) <= version && !there.has(headerForm(column.title));
    if (!isMissing || table.isDerived) return isMissing;
    return alikeHeader(table, column, grid) === null && (column.hidden || !table.key.includes(name));
  });
}

function isMostlyThere(table: Table, missing: LostColumns["columns"]): boolean {
  const isVisible = ({ hidden }: Column): boolean => hidden !== true;
  const visible = Object.values(table.columns).filter(isVisible).length;
  return missing.filter(([, column]) => isVisible(column)).length <= visible * (1 - MOST_LEFT);
}

/** Their titles, behind the last one of the tab. */
export function headersOfLost(grids: Grids, lost: readonly LostColumns[]): CellWrite[] {
  return lost.flatMap(({ table, columns }) => {
    const grid = grids.find(({ title }) => title === table.title);
    return columns.map(([, { title }], index): CellWrite => {
      const [at, column] = [grid?.headerRow ?? 1, (grid?.header.length ?? 0) + index];
      return { sheet: table.title, at, column, value: title, kind: "text" };
    });
  });
}

/**
 * What the program still knows of columns that have their titles again. Else every class in 班级 would count as typed by hand,
 * and everybody would be locked into it: it is the one that was given, at the latest when the last run wrote it.
 */
export function contentOfLost(grids: Grids, lost: readonly LostColumns[]): CellWrite[] {
  const names = lost.flatMap(({ table, columns }) => (table === ROSTER ? columns.map(([name]) => name) : []));
  const grid = grids.find(({ title }) => title === ROSTER.title);
  if (!grid || names.length === 0) return [];
  const { columns } = ROSTER;
  const place = ({ title }: Column): number => grid.header.findIndex((cell) => headerForm(cell) === headerForm(title));
  const cell = (at: number, column: number, value: Value, kind: CellWrite["kind"]): CellWrite[] =>
    column < 0 || value === null ? [] : [{ sheet: ROSTER.title, at, column, value, kind }];
  const [given, locked, lastRun] = [place(columns.class), place(columns.lockedClass), dayOfLastRun(grids)];
  return grid.rows.flatMap(({ at, values }) => {
    const shown = textOf(values[given]);
    if (shown === "") return [];
    const isFree = textOf(values[locked]) === "";
    return [
      ...(names.includes("writtenClass") ? cell(at, place(columns.writtenClass), shown, "text") : []),
      ...(names.includes("givenOn") && isFree ? cell(at, place(columns.givenOn), lastRun, "day") : []),
    ];
  });
}

function dayOfLastRun(grids: Grids): Value {
  const grid = grids.find(({ title }) => title === RUNS.title);
  const time = grid?.header.findIndex((cell) => headerForm(cell) === headerForm(RUNS.columns.time.title)) ?? -1;
  const days = grid?.rows.map(({ values }) => textOf(values[time]).slice(0, 10)).filter(isDay) ?? [];
  return days.reduce<Value>((last, day) => (last === null || day > last ? day : last), null);
}

/** The workbook with its lost columns made anew: for a preview, which writes nothing. */
export function withLostColumns(grids: Grids, names: readonly TableName[]): Grids {
  const lost = lostColumns(grids, names);
  const titled = withWrites(grids, headersOfLost(grids, lost));
  return withWrites(titled, contentOfLost(titled, lost));
}

export function looksOfLost(lost: readonly LostColumns[]): ColumnLook[] {
  return lost.flatMap(({ table, columns }) =>
    columns.map(([name, column]) => ({ table, name, column, isNew: true, earlier: [] })),
  );
}

/** What staff are told of columns that were made anew: what nobody knows any more. */
export function findingOfLostColumns({ table, columns }: LostColumns): Finding {
  const place = { table: nameOf(table), row: null, column: null };
  if (table.isDerived) {
    const titles = columns.map(([, { title }]) => title);
    return found("W12", place, lostBoardColumns(table.title, titles), { advice: boardChartsAdvice });
  }
  const titles = (isOurs: boolean): string[] =>
    columns.flatMap(([, { owner, title }]) => ((owner === "unit" || owner === "centre") === isOurs ? [] : [title]));
  const message = lostColumnsOf(table.title, titles(true), titles(false));
  return found("W15", place, message);
}
