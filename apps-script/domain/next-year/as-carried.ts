import { digestOf } from "../changes/change-set";
import type { Table } from "../schema/column";
import { TABLES, type TableName } from "../schema/index";
import { SETTING_SPECS, type SettingSpec } from "../schema/settings";
import type { AnyRow, SnapshotWith } from "../snapshot/snapshot";
import { textOf, type Value } from "../snapshot/value";
import type { BaseRow } from "./carried-base";

/** Tabs in which people work, of a new book. */
export const WATCHED = [
  ...(["roster", "papers", "payments", "cards", "units", "plan"] as const),
  ...(["todo", "conflicts", "settings", "holidays"] as const),
] as const satisfies readonly TableName[];

type Watched = (typeof WATCHED)[number];

/** What the rows of each tab come to, whatever their order. */
type Digests = Readonly<Record<Watched, string>>;

type Read = SnapshotWith<Watched>;

export function digestsOf(snapshot: Read): Digests {
  return Object.fromEntries(WATCHED.map((name) => [name, digestOf(linesOf(snapshot, name).join("\n"))])) as Digests;
}

/** Passwords are left out: what is kept of them is kept in 模拟卡 alone. */
function linesOf(snapshot: Read, name: Watched): string[] {
  const columns = Object.entries((TABLES[name] as Table).columns).flatMap(([column, { secret }]) => (secret ? [] : [column]));
  const aside = snapshot.repeated.flatMap(({ table, rows }) => (table === name ? rows : []));
  const rows: readonly AnyRow[] = [...snapshot[name], ...aside];
  const own = name === "settings" ? rows.filter(({ item }) => !COUNTERS.has(textOf(item))) : rows;
  return own.map((row) => JSON.stringify(columns.map((column) => row[column] ?? null))).sort();
}

/** What the program keeps in 设置 changes by itself. */
const COUNTERS: ReadonlySet<string> = new Set(
  Object.values(SETTING_SPECS).flatMap(({ item, counter }: SettingSpec) => (counter === true ? [item] : [])),
);

const EXCHANGE = /^W\d{4}$/u;

/** The row of 底稿 by which it shows whether anybody worked in a book since it was carried over. */
export function digestRow(digests: Digests, oldYear: number): Readonly<Record<string, Value>> {
  return { exchange: `W${oldYear}`, generation: 0, enrolment: null, unit: null, values: JSON.stringify(digests) };
}

export function digestRowIn({ bases }: { readonly bases: readonly BaseRow[] }): BaseRow | null {
  return bases.find(({ exchange }) => EXCHANGE.test(textOf(exchange))) ?? null;
}

/** The tabs that are not as they were carried over; `null` where the book does not say how they were. */
export function tabsWorkedIn(snapshot: Read & { readonly bases: readonly BaseRow[] }): Watched[] | null {
  const kept = digestsIn(digestRowIn(snapshot));
  const now = digestsOf(snapshot);
  return kept && WATCHED.filter((name) => now[name] !== kept[name]);
}

/** A carry-over into a book that is there: tabs that nobody has worked in are as they were carried over by it. */
export function digestsAfter(before: Read, after: Read, row: BaseRow): Digests | null {
  const kept = digestsIn(row);
  if (kept === null) return null;
  const [was, is] = [digestsOf(before), digestsOf(after)];
  return Object.fromEntries(WATCHED.map((name) => [name, was[name] === kept[name] ? is[name] : kept[name]])) as Digests;
}

function digestsIn(row: BaseRow | null): Digests | null {
  try {
    return JSON.parse(textOf(row?.values)) as Digests | null;
  } catch {
    return null;
  }
}
