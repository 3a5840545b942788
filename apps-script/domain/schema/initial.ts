import { holidaySeed } from "../days/holiday-seed";
import type { Value } from "../snapshot/value";
import { type Table, titlesOf } from "./column";
import { TABLES } from "./index";
import { SETTING_SPECS, type SettingSpec } from "./settings";

/** A tab of a new workbook: its table, its header and its first rows, by column of the schema. */
export interface InitialTab {
  readonly table: Table;
  readonly header: readonly string[];
  readonly rows: readonly (readonly Value[])[];
}

/** Bookings and reviews of a plan year may lie in the year before. */
const YEARS_BACK = 1;

/** What a new workbook holds: every tab, the settings with their defaults, the holidays. `workbook` names it. */
export function initialTabs(planYear: number, workbook: string): InitialTab[] {
  return Object.values<Table>(TABLES).map((table) => ({
    table,
    header: titlesOf(table),
    rows: initialRows(table, planYear, workbook),
  }));
}

function initialRows(table: Table, planYear: number, workbook: string): Value[][] {
  if (table.name === TABLES.holidays.name)
    return holidaySeed(planYear - YEARS_BACK).map(({ day, kind, name }) => [day, kind, name]);
  if (table.name !== TABLES.settings.name) return [];
  const own: Readonly<Record<string, Value>> = {
    [SETTING_SPECS.workbook.item]: workbook,
    [SETTING_SPECS.planYear.item]: planYear,
  };
  const specs: readonly SettingSpec[] = Object.values(SETTING_SPECS);
  return specs.map((spec) => [spec.item, own[spec.item] ?? spec.initial, spec.note]);
}
