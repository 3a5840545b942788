import type { CellWrite } from "../../../apps-script/domain/changes/write-plan";
import { copyWrites } from "../../../apps-script/domain/operations/keying";
import { versionOf } from "../../../apps-script/domain/operations/migrate";
import { type Table, tableTitled } from "../../../apps-script/domain/schema/index";
import { SETTING_SPECS } from "../../../apps-script/domain/schema/settings";
import { headerOfTab } from "../../../apps-script/domain/snapshot/header";
import { rowsOf } from "../../../apps-script/domain/snapshot/snapshot";
import type { Value } from "../../../apps-script/domain/snapshot/value";
import { freshKey } from "../fresh-key";
import { type Content, type ContentRow, gridOf, plainValue, type TabContent } from "./tab-content";

/** A workbook as it is taken over from the one world to the other. */
export interface Source {
  readonly tabs: readonly TabContent[];
  /** Titles of tabs that are not ours: they stay behind. */
  readonly others: readonly string[];
  /** How many formulas a tab has; their results go over. Tabs without any are left out. */
  readonly formulas: ReadonlyMap<string, number>;
}

/** The plan year that a workbook says it is of. Throws when it is none of ours, or of a newer schema. */
export function planYearOf({ tabs }: Source, otherwise: number): number {
  const grids = tabs.map(gridOf);
  versionOf(grids);
  const settings = grids.find(({ title }) => title === "设置");
  const table = tableTitled("设置");
  const rows = settings && table ? rowsOf(table, settings) : [];
  const year = rows.find(({ item }) => item === SETTING_SPECS.planYear.item)?.value;
  return typeof year === "number" ? year : otherwise;
}

/** The workbook as a copy of it begins: with a name and a secret of its own, the old ones as earlier ones. */
export function asCopy(source: Source, document: string): Source {
  const writes = copyWrites(source.tabs.map(gridOf), document, "new", freshKey);
  return { ...source, tabs: source.tabs.map((tab) => withTexts(tab, writes)) };
}

function withTexts(tab: TabContent, writes: readonly CellWrite[]): TabContent {
  const cells = writes.filter(({ sheet }) => sheet === tab.table.title);
  if (cells.length === 0) return tab;
  const rows = new Map(tab.rows.map(({ at, cells: row }) => [at, [...row]]));
  for (const { at, column, value } of cells) {
    const row = rows.get(at) ?? [];
    while (row.length < column) row.push(null);
    row[column] = value === null ? null : { kind: "text", text: String(value) };
    rows.set(at, row);
  }
  return { ...tab, rows: [...rows].sort(([a], [b]) => a - b).map(([at, row]) => ({ at, cells: row })) };
}

/** The content with its header in row 1: what stands above it goes, everything else keeps its distance. */
export function contentFrom(table: Table, rows: readonly ContentRow[]): TabContent {
  const header = headerOfTab(table, lines(rows)).index;
  const above = (rows[header]?.at ?? 1) - 1;
  const trimmed = rows.slice(Math.max(0, header)).map(({ at, cells }) => ({
    at: at - above,
    cells: cells.slice(0, cells.findLastIndex((cell) => cell !== null) + 1),
  }));
  return { table, rows: trimmed.filter(({ cells }) => cells.length > 0) };
}

function* lines(rows: readonly ContentRow[]): Generator<Value[]> {
  for (const { cells } of rows) yield cells.map(plainValue);
}

/** A cell that is not the same in both. */
interface Difference {
  readonly tab: string;
  readonly row: number;
  readonly column: number;
}

/** Where what arrived is not what was sent, cell by cell and kind by kind. */
export function differences(sent: Source, arrived: Source): Difference[] {
  return sent.tabs.flatMap(({ table, rows }) => {
    const there = new Map(arrived.tabs.find((tab) => tab.table === table)?.rows.map(({ at, cells }) => [at, cells]));
    const here = new Map(rows.map(({ at, cells }) => [at, cells]));
    return [...new Set([...here.keys(), ...there.keys()])].flatMap((row) => {
      const [a, b] = [here.get(row) ?? [], there.get(row) ?? []];
      const columns = Array.from({ length: Math.max(a.length, b.length) }, (_, column) => column);
      return columns
        .filter((column) => !isSame(a[column] ?? null, b[column] ?? null))
        .map((column) => ({ tab: table.title, row, column }));
    });
  });
}

/** Times are compared to the second, as fractions of days have no exact form. */
function isSame(a: Content, b: Content): boolean {
  if (a === null || b === null || a.kind !== b.kind) return a === b;
  if (a.kind !== "moment" || b.kind !== "moment") return JSON.stringify(a) === JSON.stringify(b);
  return a.isSpan === b.isSpan && Math.round(a.serial * 86_400) === Math.round(b.serial * 86_400);
}
