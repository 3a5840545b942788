import type { CellWrite } from "../changes/write-plan";
import { settingRows } from "../operations/migrate";
import { NUMBERED_ANEW } from "../rules/numberer";
import { SETTINGS } from "../schema/index";
import { SETTING_SPECS, type SettingName } from "../schema/settings";
import type { Grids } from "../snapshot/grid";
import { rowsOf } from "../snapshot/snapshot";
import type { Value } from "../snapshot/value";
import type { Carried } from "./carried";
import { TabRewrite } from "./tab-rewrite";

type Settings = { readonly [N in SettingName]?: Value };

/**
 * What changes in 设置: the year, where the book comes from, and the counters. All that staff set stays.
 *
 * @param lastNumber of the 报名编号 that were given
 */
export function newSettings(grids: Grids, { year, from }: Carried, lastNumber: number): CellWrite[] {
  return settingWrites(grids, {
    ...{ planYear: year, carriedFrom: from.join("、"), carriedTo: null, endedOn: null, enrolmentCounter: lastNumber },
    ...Object.fromEntries(NUMBERED_ANEW.map((name) => [name, 0])),
  });
}

function settingWrites(grids: Grids, settings: Settings): CellWrite[] {
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
  return [...tab.writes, ...(grid === undefined ? [] : settingRows(grid, missing))];
}
