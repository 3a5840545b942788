import type { Table } from "./column";
import { DASHBOARD } from "./dashboard";
import { PAPERS } from "./papers";
import { PLAN } from "./plan";
import { BASES, CHANGE_PARTS, EXCHANGES, HISTORY, RUNS, SEALS } from "./records";
import { ROSTER } from "./roster";
import { CARDS, CONFLICTS, HOLIDAYS, PAYMENTS, SETTINGS, TODOS, UNITS } from "./tables";

/** Raised by one with every change of tabs or columns; written into 设置 as 表结构版本. */
export const SCHEMA_VERSION = 3;

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
  dashboard: DASHBOARD,
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

/** What the rules know of: of what went between us and the units that it went and came, and what is to be settled of it. */
export const ACTION_TABLES = PRESENT_TABLES.filter((name) => name !== "bases");

/** What the row-local rules know of: 待办 and 看板 are told anew by the actions. */
export const CLERK_TABLES = ACTION_TABLES.filter((name) => !["todo", "exchanges", "conflicts", "dashboard"].includes(name));

/** What is shown: all that is open but what the program keeps for itself, and what it has worked out of the rest. */
export const VIEW_TABLES: readonly TableName[] = PRESENT_TABLES.filter((name) => name !== "bases" && name !== "dashboard");

export function tableTitled(title: string): Table | null {
  return Object.values<Table>(TABLES).find((table) => table.title === title) ?? null;
}

export * from "./allowed";
export * from "./column";
export * from "./dashboard";
export * from "./papers";
export * from "./plan";
export * from "./records";
export * from "./roster";
export * from "./tables";
