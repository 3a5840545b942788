import type { Host } from "../../apps-script/domain/operations/host";
import { initialTabs } from "../../apps-script/domain/schema/initial";
import { lettersOf } from "../../apps-script/domain/snapshot/address";
import type { Value } from "../../apps-script/domain/snapshot/value";

/** A cell as staff have it in front of them. */
export type LabCell = Value | LabFormula;

/** A formula; one that `fills` other cells gives all these values, its own cell first. */
export interface LabFormula {
  readonly formula: string;
  readonly result: Value;
  readonly fills?: readonly (readonly Value[])[];
}

/** A tab as staff have it: rows from the first row of the sheet, which need not be the header. */
export interface LabTab {
  title: string;
  cells: LabCell[][];
  hiddenRows?: number[];
  /** Ranges that staff merged, and ranges with the number formats they have, in A1 notation; both are told when loaded alone. */
  merges?: string[];
  formats?: Record<string, string>;
}

/** A document in a host's own form, with hands to edit it the way people do, without going through the host. */
export interface Lab {
  readonly host: Host;
  load(tabs: readonly LabTab[]): Promise<void>;
  dump(): Promise<LabTab[]>;
  /** Makes the next write fail after so many stages; hosts that write everything at once fail before any. */
  cutNextWrite?(stages: number): void;
  /** Protects a tab, or lifts that; hosts whose documents are not protected from programs leave it out. */
  protect?(title: string, isProtected: boolean): void;
}

/** A new workbook's tabs. */
export function freshTabs(): LabTab[] {
  return initialTabs(2024, "W-test").map(({ table, header, rows }) => ({
    title: table.title,
    cells: [[...header], ...rows.map((row) => [...row])],
  }));
}

export function tabOf(tabs: readonly LabTab[], title: string): LabTab {
  const tab = tabs.find((candidate) => candidate.title === title);
  if (!tab) throw new Error(`no tab ${title}`);
  return tab;
}

/** Appends rows given by column title. */
export function addRows(tab: LabTab, rows: readonly Readonly<Record<string, LabCell>>[], headerRow = 0): void {
  const header = tab.cells[headerRow] ?? [];
  for (const row of rows) {
    const cells: LabCell[] = header.map(() => null);
    for (const [title, value] of Object.entries(row)) cells[columnOf(tab, title, headerRow)] = value;
    tab.cells.push(cells);
  }
}

export function columnOf(tab: LabTab, title: string, headerRow = 0): number {
  const index = (tab.cells[headerRow] ?? []).indexOf(title);
  if (index < 0) throw new Error(`no column ${title} in ${tab.title}`);
  return index;
}

/** Rows of a column, in A1 notation. */
export function rangeIn(tab: LabTab, title: string, first: number, last: number): string {
  const letters = lettersOf(columnOf(tab, title));
  return `${letters}${first}:${letters}${last}`;
}

/** The row (0-based) whose column holds the value. */
export function rowWhere(tab: LabTab, title: string, value: Value): number {
  const column = columnOf(tab, title);
  const row = tab.cells.findIndex((cells) => cells[column] === value);
  if (row < 0) throw new Error(`no ${title}=${value} in ${tab.title}`);
  return row;
}

export function cellAt(tab: LabTab, row: number, title: string): LabCell {
  return tab.cells[row]?.[columnOf(tab, title)] ?? null;
}

export function edit(tab: LabTab, row: number, title: string, value: LabCell): void {
  const cells = tab.cells[row];
  if (!cells) throw new Error(`no row ${row} in ${tab.title}`);
  cells[columnOf(tab, title)] = value;
}
