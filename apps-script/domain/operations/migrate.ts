import type { Finding } from "../changes/finding";
import { found } from "../changes/found";
import type { CellWrite } from "../changes/write-plan";
import type { Column, Table } from "../schema/column";
import { type EarlierColumn, earlierForms, presentWord } from "../schema/earlier";
import { SCHEMA_VERSION, SETTINGS, TABLES } from "../schema/index";
import { SETTING_SPECS, type SettingSpec } from "../schema/settings";
import { nameOf } from "../schema/titles";
import { emptyTab, type Grid, type Grids } from "../snapshot/grid";
import { BrokenWorkbook, headerForm, layoutOf } from "../snapshot/layout";
import { alikeTab, isForeign } from "../snapshot/look-alike";
import { rowsOf } from "../snapshot/snapshot";
import type { Value } from "../snapshot/value";
import { withWrites } from "../snapshot/written-grids";
import { newerSchema, notAWorkbook, ownColours, ownColoursAdvice, ownDropdown, ownDropdownAdvice } from "../wording/workbook";

/** A column of a tab that is there, whose look is to be brought up. */
export interface ColumnLook {
  readonly table: Table;
  readonly name: string;
  readonly column: Column;
  /** Its header comes with this migration, so nobody has given it a look. */
  readonly isNew: boolean;
  /** How the program made it in earlier versions. A look that is none of these is somebody's own and stays. */
  readonly earlier: readonly EarlierColumn[];
}

/** A look that is somebody's own: the program left it. */
export interface LeftLook {
  readonly look: ColumnLook;
  readonly what: "dropdown" | "colours";
}

/** What staff are told of a look that was left. */
export function findingOfLeft({ look: { table, name, column }, what }: LeftLook): Finding {
  const message = what === "dropdown" ? ownDropdown(table.title, column.title) : ownColours(table.title, column.title);
  const advice = what === "dropdown" ? ownDropdownAdvice(column.allowed ?? []) : ownColoursAdvice;
  return found("W11", { table: nameOf(table), row: null, column: name }, message, { advice });
}

/** What brings an older workbook up to the present schema, in the order in which it is done; the mark that it is done is last. */
export interface Migration {
  readonly tabs: readonly Table[];
  /** Headers, entries of 设置, and words under their new name. */
  readonly cells: readonly CellWrite[];
  readonly looks: readonly ColumnLook[];
  /** Those that came since, which are to look and be checked as in a new workbook. */
  readonly settings: readonly SettingSpec[];
  readonly mark: CellWrite;
}

/** The schema version a workbook says it has. Throws when it is none of ours or newer than this program. */
export function versionOf(grids: Grids): { readonly version: number; readonly at: number } {
  const grid = grids.find((candidate) => candidate.title === SETTINGS.title);
  const row = grid && rowsOf(SETTINGS, grid).find((candidate) => candidate.item === SETTING_SPECS.schemaVersion.item);
  const version = row?.value;
  if (!row || typeof version !== "number") throw new BrokenWorkbook("not-a-workbook", notAWorkbook(alikeTab(SETTINGS, grids)));
  if (version > SCHEMA_VERSION) throw new BrokenWorkbook("newer-schema", newerSchema(version, SCHEMA_VERSION));
  return { version, at: row.at };
}

/**
 * A workbook of an older version gets the tabs, columns and settings that came since, words under their new name, and the
 * present dropdowns and colours of our columns; null when there is nothing to do. Columns that its own version should have
 * are not remade: a missing one is reported by name.
 */
export function migrationOf(grids: Grids): Migration | null {
  const { version, at } = versionOf(grids);
  if (version === SCHEMA_VERSION) return null;
  const settings = grids.find((grid) => grid.title === SETTINGS.title);
  const column = settings ? (layoutOf(SETTINGS, settings).get("value") ?? 1) : 1;
  return {
    ...broughtSince(grids, version),
    mark: { sheet: SETTINGS.title, at, column, value: SCHEMA_VERSION, kind: "number" },
  };
}

/** What came since a version, but for the mark. */
export function broughtSince(grids: Grids, version: number): Omit<Migration, "mark"> {
  const tables = Object.values<Table>(TABLES);
  const there = tables.flatMap((table) => {
    const grid = grids.find((candidate) => candidate.title === table.title);
    return grid && !isForeign(table, grid) ? [{ table, grid }] : [];
  });
  const isThere = new Set(grids.map(({ title }) => title));
  const settings = there.find(({ table }) => table.title === SETTINGS.title)?.grid;
  return {
    tabs: tables.filter((table) => isYounger(table, version) && !isThere.has(table.title)),
    cells: [
      ...there.flatMap(({ table, grid }) => [...newHeaders(table, grid, version), ...renamedWords(table, grid, version)]),
      ...(settings ? newSettings(settings, version) : []),
    ],
    looks: there.flatMap(({ table, grid }) => looksOf(table, grid, version)),
    settings: settingsSince(version),
  };
}

/** The workbook as it will be once it is brought up: for a preview, which writes nothing. */
export function asMigrated(grids: Grids): Grids {
  const migration = migrationOf(grids);
  if (!migration) return grids;
  return [...withWrites(grids, [...migration.cells, migration.mark]), ...migration.tabs.map(emptyTab)];
}

function isYounger({ since = 1 }: { readonly since?: number }, version: number): boolean {
  return since > version;
}

function newHeaders(table: Table, grid: Grid, version: number): CellWrite[] {
  const present = new Set(grid.header.map(headerForm));
  let next = grid.header.length;
  return Object.values(table.columns)
    .filter((column) => isYounger(column, version) && !present.has(headerForm(column.title)))
    .map((column) => ({ sheet: table.title, at: grid.headerRow, column: next++, value: column.title, kind: "text" as const }));
}

/** Cells that hold a word under its older name; a formula is left alone. */
export function renamedWords(table: Table, grid: Grid, version: number, earlier = earlierForms): CellWrite[] {
  return Object.entries(table.columns).flatMap(([name, { title }]) => {
    const renames = earlier(table.name, name, version).flatMap(({ renamed }) => (renamed ? [renamed] : []));
    const column = grid.header.findIndex((header) => headerForm(header) === headerForm(title));
    if (renames.length === 0 || column < 0) return [];
    return grid.rows.flatMap(({ at, values, formulas }) => {
      const now = values[column] ?? null;
      const value = presentWord(now, renames);
      const isLeft = value === now || formulas?.includes(column) === true;
      return isLeft ? [] : [{ sheet: table.title, at, column, value, kind: "text" as const }];
    });
  });
}

function settingsSince(version: number): readonly SettingSpec[] {
  const specs: readonly SettingSpec[] = Object.values(SETTING_SPECS);
  return specs.filter((spec) => isYounger(spec, version));
}

/** Entries that came since, with what holds until staff say otherwise. */
function newSettings(grid: Grid, version: number): CellWrite[] {
  const items = new Set(rowsOf(SETTINGS, grid).map(({ item }) => item));
  const added = settingsSince(version).filter(({ item }) => !items.has(item));
  return settingRows(
    grid,
    added.map(({ item, initial, note }) => [item, initial, note]),
  );
}

/** Rows of 设置, in the order of its columns in the schema, below the last one there. */
export function settingRows(grid: Grid, rows: readonly (readonly Value[])[]): CellWrite[] {
  const layout = layoutOf(SETTINGS, grid);
  const places = Object.keys(SETTINGS.columns).map((name) => layout.get(name) ?? 0);
  const first = grid.rows.reduce((last, { at }) => Math.max(last, at), grid.headerRow) + 1;
  return rows.flatMap((values, index) =>
    values.flatMap((value, place): CellWrite[] => {
      if (value === null) return [];
      const kind = typeof value === "number" ? "number" : "text";
      return [{ sheet: SETTINGS.title, at: first + index, column: places[place] ?? 0, value, kind }];
    }),
  );
}

function looksOf(table: Table, grid: Grid, version: number): ColumnLook[] {
  return Object.entries(table.columns).flatMap(([name, column]) => {
    const isNew = isYounger(column, version) && !isInUse(grid, column);
    const earlier = earlierForms(table.name, name, version);
    return isNew || earlier.length > 0 ? [{ table, name, column, isNew, earlier }] : [];
  });
}

/** A column of this title that staff had made themselves looks as they want it to. */
function isInUse({ header, rows }: Grid, { title }: Column): boolean {
  const at = header.findIndex((cell) => headerForm(cell) === headerForm(title));
  return at >= 0 && rows.some(({ values }) => (values[at] ?? null) !== null);
}
