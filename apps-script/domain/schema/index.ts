import type { Table } from "./column";
import { PAPERS } from "./papers";
import { PLAN } from "./plan";
import { BASES, CHANGE_PARTS, EXCHANGES, HISTORY, RUNS, SEALS } from "./records";
import { ROSTER } from "./roster";
import { CARDS, CONFLICTS, HOLIDAYS, PAYMENTS, SETTINGS, TODOS, UNITS } from "./tables";

/** Raised by one with every change of tabs or columns; written into 设置 as 表结构版本. */
export const SCHEMA_VERSION = 2;

/** Every tab, in the order of the workbook, by the name the snapshot uses. */
export const TABLES = {
  roster: ROSTER,
  plan: PLAN,
  units: UNITS,
  papers: PAPERS,
  payments: PAYMENTS,
  cards: CARDS,
  todo: TODOS,
  exchanges: EXCHANGES,
  conflicts: CONFLICTS,
  runs: RUNS,
  history: HISTORY,
  settings: SETTINGS,
  holidays: HOLIDAYS,
  bases: BASES,
  changeParts: CHANGE_PARTS,
  seals: SEALS,
} as const;

export type TableName = keyof typeof TABLES;

export const TABLE_NAMES = Object.keys(TABLES) as readonly TableName[];

const isSecret = (name: TableName): boolean => (TABLES[name] as Table).secret === true;

/** All that runs may change or tell of. */
export const OPEN_TABLES = TABLE_NAMES.filter((name) => !isSecret(name));

/** All but what earlier runs changed, which weighs more than all the rest. */
export const PRESENT_TABLES = OPEN_TABLES.filter((name) => name !== "changeParts");

/** What exchanging files with units needs: the seals too. */
export const EXCHANGE_TABLES: readonly TableName[] = [...PRESENT_TABLES, "seals"];

/** What the rules know of: of what went between us and the units that it went and came, not what. */
export const ACTION_TABLES = PRESENT_TABLES.filter((name) => !["conflicts", "bases"].includes(name));

/** What the row-local rules know of: 待办 is told anew by the actions. */
export const CLERK_TABLES = ACTION_TABLES.filter((name) => name !== "todo" && name !== "exchanges");

/** What is shown: all that is open but what the program keeps for itself. */
export const VIEW_TABLES: readonly TableName[] = PRESENT_TABLES.filter((name) => name !== "bases");

export function tableTitled(title: string): Table | null {
  return Object.values<Table>(TABLES).find((table) => table.title === title) ?? null;
}

export * from "./allowed";
export * from "./column";
export * from "./papers";
export * from "./plan";
export * from "./records";
export * from "./roster";
export * from "./tables";
