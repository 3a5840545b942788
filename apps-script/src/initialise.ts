import { refuseClosed } from "../domain/changes/closed";
import type { CellWrite } from "../domain/changes/write-plan";
import { broughtSince, settingRows } from "../domain/operations/migrate";
import { Refusal } from "../domain/refusal";
import { type Column, SCHEMA_VERSION, SETTINGS, TABLES, type Table, tableTitled } from "../domain/schema/index";
import { initialTabs } from "../domain/schema/initial";
import { SETTING_SPECS, type SettingSpec } from "../domain/schema/settings";
import type { ValueOf } from "../domain/serving/calls";
import type { Grid, Grids } from "../domain/snapshot/grid";
import { BrokenWorkbook, headerForm, layoutOf } from "../domain/snapshot/layout";
import { rowsOf } from "../domain/snapshot/snapshot";
import type { Value } from "../domain/snapshot/value";
import { newerSchema } from "../domain/wording/workbook";
import type { GoogleSheetHost } from "./google-sheet-host";
import { exclusively } from "./perform";
import { foreignTab } from "./wording";

interface NewWorkbookTerms {
  readonly planYear: number;
  /** Names the workbook in 设置. */
  readonly workbook: string;
}

export type Lacking = ValueOf<"init">["lacking"];

/** Says what is lacking; writes nothing and takes no lock. */
export function previewInitialise(host: GoogleSheetHost): Lacking {
  return lackingIn(host.read());
}

/** Adds what is lacking: tabs with their first rows, headers behind the last column, settings below the last row. */
export function initialise(host: GoogleSheetHost, terms: NewWorkbookTerms): Lacking {
  return exclusively(host, () => {
    const there = host.read();
    const lacking = lackingIn(there);
    if (lacking.isComplete) return lacking;
    const initial = initialTabs(terms.planYear, terms.workbook);
    const first = initial.find((tab) => tab.table.title === SETTINGS.title)?.rows ?? [];
    refuseClosed(host.closed(), writesInto(there, lacking, first));
    const missing = Object.values<Table>(TABLES).filter(({ title }) => lacking.tabs.includes(title));
    host.addTabs(missing, (table) => initial.find((tab) => tab.table.title === table.title)?.rows ?? []);
    const headers = host.read().flatMap((grid) => headerWrites(grid, lacking));
    if (headers.length > 0) host.write([headers]);
    const grids = host.read();
    for (const { tab, titles } of lacking.columns) {
      const table = tableTitled(tab);
      if (table) host.dressColumns(table, titles);
    }
    const { entries, mark } = settingWrites(grids, lacking, first);
    if (entries.length > 0) host.write([entries]);
    if (mark.length > 0) bringUp(host, lacking.version ?? 1, mark);
    return lacking;
  });
}

/** What an older Sheet has in its older form: words, dropdowns and colours. The mark that it is of the present schema is last. */
function bringUp(host: GoogleSheetHost, version: number, mark: readonly CellWrite[]): void {
  const { cells, looks } = broughtSince(host.read(), version);
  if (cells.length > 0) host.write([cells]);
  host.read();
  host.restyle(looks);
  host.write([mark]);
}

/** What goes into tabs that are there already. */
function writesInto(grids: Grids, lacking: Lacking, first: readonly (readonly Value[])[]): CellWrite[] {
  const headers = grids.flatMap((grid) => headerWrites(grid, lacking));
  const isWhole = !lacking.columns.some(({ tab }) => tab === SETTINGS.title);
  if (!isWhole) return headers;
  const { entries, mark } = settingWrites(grids, lacking, first);
  return [...headers, ...entries, ...mark];
}

function lackingIn(grids: Grids): Lacking {
  const tables = Object.values<Table>(TABLES);
  const tabs = tables.filter(({ title }) => !grids.some((grid) => grid.title === title)).map(({ title }) => title);
  const columns = grids.flatMap((grid) => {
    const titles = missingTitles(grid);
    return titles.length > 0 ? [{ tab: grid.title, titles }] : [];
  });
  const grid = grids.find(({ title }) => title === SETTINGS.title);
  const rows = grid
    ? rowsOf(
        SETTINGS,
        grid,
        layoutOf(SETTINGS, grid, () => false),
      )
    : null;
  const version = versionIn(rows);
  const specs: readonly SettingSpec[] = Object.values(SETTING_SPECS);
  const settings = rows ? specs.filter(({ item }) => !rows.some((row) => row.item === item)).map(({ item }) => item) : [];
  const isComplete = tabs.length + columns.length + settings.length === 0 && version === SCHEMA_VERSION;
  return { tabs, columns, settings, version, isComplete };
}

function versionIn(rows: readonly { readonly [name: string]: Value }[] | null): number | null {
  const value = rows?.find((row) => row.item === SETTING_SPECS.schemaVersion.item)?.value;
  if (typeof value !== "number") return null;
  if (value > SCHEMA_VERSION) throw new BrokenWorkbook("newer-schema", newerSchema(value, SCHEMA_VERSION));
  return value;
}

function missingTitles(grid: Grid): string[] {
  const table = tableTitled(grid.title);
  if (!table) return [];
  const columns: readonly Column[] = Object.values(table.columns);
  const present = new Set(grid.header.map(headerForm).filter((form) => form !== ""));
  const missing = columns.map(({ title }) => title).filter((title) => !present.has(headerForm(title)));
  if (present.size > 0 && missing.length === columns.length) throw new Refusal("foreign-tab", foreignTab(grid.title));
  return missing;
}

function headerWrites(grid: Grid, lacking: Lacking): CellWrite[] {
  const titles = lacking.columns.find(({ tab }) => tab === grid.title)?.titles ?? [];
  const next = grid.header.length;
  return titles.map((value, index) => ({ sheet: grid.title, at: grid.headerRow, column: next + index, value, kind: "text" }));
}

/** Entries to add below the last one, and the version that an older Sheet is given. */
function settingWrites(grids: Grids, lacking: Lacking, first: readonly (readonly Value[])[]) {
  const grid = grids.find(({ title }) => title === SETTINGS.title);
  if (!grid) return { entries: [], mark: [] };
  const entries = settingRows(
    grid,
    first.filter(([item]) => lacking.settings.includes(String(item))),
  );
  const marked = rowsOf(SETTINGS, grid).find((row) => row.item === SETTING_SPECS.schemaVersion.item);
  if (!marked || lacking.version === SCHEMA_VERSION) return { entries, mark: [] };
  const column = layoutOf(SETTINGS, grid).get("value") ?? 1;
  const mark: CellWrite = { sheet: SETTINGS.title, at: marked.at, column, value: SCHEMA_VERSION, kind: "number" };
  return { entries, mark: [mark] };
}
