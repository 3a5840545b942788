import type { CellWrite } from "../changes/write-plan";
import { type Table, titlesOf } from "../schema/column";
import { SCHEMA_VERSION, SETTINGS, TABLES } from "../schema/index";
import { SETTING_SPECS } from "../schema/settings";
import type { Grid, Grids } from "../snapshot/grid";
import { BrokenWorkbook, headerForm, layoutOf } from "../snapshot/layout";
import { rowsOf } from "../snapshot/snapshot";
import { withWrites } from "../snapshot/written-grids";
import { newerSchema, notAWorkbook } from "../wording/workbook";

/** What brings an older workbook up to the present schema: tabs to add, then cells to write. */
export interface Migration {
  readonly tabs: readonly Table[];
  readonly cells: readonly CellWrite[];
}

/** The schema version a workbook says it has. Throws when it is none of ours or newer than this program. */
export function versionOf(grids: Grids): { readonly version: number; readonly at: number } {
  const grid = grids.find((candidate) => candidate.title === SETTINGS.title);
  const row = grid && rowsOf(SETTINGS, grid).find((candidate) => candidate.item === SETTING_SPECS.schemaVersion.item);
  const version = row?.value;
  if (!row || typeof version !== "number") throw new BrokenWorkbook("not-a-workbook", notAWorkbook());
  if (version > SCHEMA_VERSION) throw new BrokenWorkbook("newer-schema", newerSchema(version, SCHEMA_VERSION));
  return { version, at: row.at };
}

/**
 * A workbook of an older version gets the tabs and columns that came since, and the version; null when there is
 * nothing to do. Columns that its own version should have are not remade: a missing one is reported by name.
 */
export function migrationOf(grids: Grids): Migration | null {
  const { version, at } = versionOf(grids);
  if (version === SCHEMA_VERSION) return null;
  const tables = Object.values<Table>(TABLES);
  const tabs = tables.filter((table) => (table.since ?? 1) > version && !grids.some((grid) => grid.title === table.title));
  const cells = tables.flatMap((table) => {
    const grid = grids.find((candidate) => candidate.title === table.title);
    return grid ? newHeaders(table, grid, version) : [];
  });
  const settings = grids.find((grid) => grid.title === SETTINGS.title);
  const column = settings ? (layoutOf(SETTINGS, settings).get("value") ?? 1) : 1;
  const mark: CellWrite = { sheet: SETTINGS.title, at, column, value: SCHEMA_VERSION, kind: "number" };
  return { tabs, cells: [...cells, mark] };
}

/** The workbook as it will be once it is brought up: for a preview, which writes nothing. */
export function asMigrated(grids: Grids): Grids {
  const migration = migrationOf(grids);
  if (!migration) return grids;
  const added = migration.tabs.map((table): Grid => ({ title: table.title, headerRow: 1, header: titlesOf(table), rows: [] }));
  return [...withWrites(grids, migration.cells), ...added];
}

function newHeaders(table: Table, grid: Grid, version: number): CellWrite[] {
  const present = new Set(grid.header.map(headerForm));
  let next = grid.header.length;
  return Object.values(table.columns)
    .filter((column) => (column.since ?? 1) > version && !present.has(headerForm(column.title)))
    .map((column) => ({ sheet: table.title, at: grid.headerRow, column: next++, value: column.title, kind: "text" as const }));
}
