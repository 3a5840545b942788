import type { CellWrite } from "../changes/write-plan";
import { settingRows } from "../operations/migrate";
import { SETTINGS, TABLES, type Table, type TableName } from "../schema/index";
import { SETTING_SPECS, type SettingName } from "../schema/settings";
import type { Grid, Grids } from "../snapshot/grid";
import { kept } from "../snapshot/kept";
import { keyOf, rowsOf } from "../snapshot/snapshot";
import type { Value } from "../snapshot/value";
import type { BookTurn, TabTurn } from "./book-turn";
import { TabRewrite } from "./tab-rewrite";

/** The cells to write so that a copy of the old book is the one of the next year, but for its log and its secret; 设置 comes first. */
export function turnWrites(grids: Grids, { tabs, settings }: BookTurn): CellWrite[] {
  const turned = Object.entries(tabs) as readonly [TableName, TabTurn][];
  return [...settingWrites(grids, settings), ...turned.flatMap(([name, turn]) => writesIn(grids)(name, turn))];
}

/** What becomes of a tab is asked for twice: what the new book will hold is looked at before it is written. */
const writesIn = kept((grids: Grids) => {
  const known = new WeakMap<TabTurn, readonly CellWrite[]>();
  return (name: TableName, turn: TabTurn): readonly CellWrite[] => {
    const writes = known.get(turn) ?? tabWrites(grids, name, turn);
    known.set(turn, writes);
    return writes;
  };
});

/**
 * Done again it writes what is still missing: a replaced row has the key of the old book or already that of the new one. One that
 * somebody took away meanwhile comes back below the others.
 */
function tabWrites(grids: Grids, name: TableName, { stays, replaced, added, isBelow }: TabTurn): CellWrite[] {
  const table: Table = TABLES[name];
  const tab = new TabRewrite(name, grids);
  const places = placesIn(table, grids);
  const found = replaced.map(([key, values]) => ({ values, at: places.get(key) ?? places.get(keyOf(table, values, 0)) }));
  if (stays !== null) {
    const kept = [...stays.map((key) => places.get(key)), ...found.map(({ at }) => at)];
    tab.clearBut(new Set(kept.flatMap((at) => at ?? [])));
  }
  for (const { at, values } of found) if (at !== undefined) tab.replace(at, values);
  const lost = found.filter(({ at }) => at === undefined).map(({ values }) => values);
  if (isBelow || lost.length > 0) tab.goBelow();
  for (const values of [...lost, ...added]) {
    const at = isBelow ? places.get(keyOf(table, values, 0)) : undefined;
    if (at === undefined) tab.fill(values);
    else tab.replace(at, values);
  }
  return tab.writes;
}

function placesIn(table: Table, grids: Grids): ReadonlyMap<string, number> {
  const grid = grids.find(({ title }) => title === table.title);
  return new Map((grid ? rowsOf(table, grid) : []).map(({ key, at }) => [key, at]));
}

/** Entries by their item; what an older book does not know comes below. */
function settingWrites(grids: Grids, settings: BookTurn["settings"]): CellWrite[] {
  const tab = new TabRewrite("settings", grids);
  const grid = grids.find(({ title }) => title === SETTINGS.title);
  const rows = grid === undefined ? [] : rowsOf(SETTINGS, grid);
  const missing: (readonly Value[])[] = [];
  for (const [name, value] of Object.entries(settings)) {
    const { item, note } = SETTING_SPECS[name as SettingName];
    const row = rows.find((one) => one.item === item);
    if (row) tab.set(row.at, "value", value);
    else if (value !== null) missing.push([item, value, note]);
  }
  return [...tab.writes, ...belowSettings(grid, missing)];
}

const belowSettings = (grid: Grid | undefined, missing: readonly (readonly Value[])[]): CellWrite[] =>
  grid === undefined ? [] : settingRows(grid, missing);
