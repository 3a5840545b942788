import type { Outcome } from "../changes/outcome";
import { TABLES, type TableName } from "../schema/index";
import { kept } from "../snapshot/kept";
import type { Snapshot } from "../snapshot/snapshot";
import type { Context } from "./context";

/** An operation's decision: pure, deterministic, independent of the order of rows. */
export type Rule = (snapshot: Snapshot, context: Context) => Outcome;

export type Findings = Pick<Outcome, "findings">;

/**
 * The columns that a rule looks at, by table; `key` is its key columns. What the context is made of is read by all. Setting
 * a cell to what it already holds is nothing, which is no reading: it changes no finding.
 */
export type Reads = { readonly [N in TableName]?: readonly (keyof (typeof TABLES)[N]["columns"])[] };

/** A rule that is asked several times in one run. */
export interface Remembered {
  /** The rule, which decides once about a snapshot and a day. */
  readonly rule: Rule;
  /** What the rule finds, asked again only where something that it reads has changed. */
  readonly finds: (snapshot: Snapshot, context: Context) => Findings;
  /** Tells that `changes` made `after` of `before`. */
  readonly follow: (before: Snapshot, changes: Changes, after: Snapshot) => void;
}

type Changes = Pick<Outcome, "cells" | "rows">;

/** A context is made from the snapshot, the day and whom to leave alone, so the three name the answer. */
export function remembered(rule: Rule, reads: Reads): Remembered {
  const read = columnsRead(reads);
  const decided = new OfDay<Outcome>();
  const found = new OfDay<Findings>();
  const decide: Rule = (snapshot, context) => {
    const known = decided.get(snapshot, context);
    if (known) return known;
    const outcome = rule(snapshot, context);
    decided.set(snapshot, context, outcome);
    found.set(snapshot, context, outcome);
    return outcome;
  };
  return {
    rule: decide,
    finds: (snapshot, context) => found.get(snapshot, context) ?? decide(snapshot, context),
    follow: (before, changes, after) => {
      if (before !== after && !isRead(read, changes)) found.follow(before, after);
    },
  };
}

/** What was worked out about a snapshot on a day, whoever was left out; it goes with the snapshot. */
class OfDay<T> {
  private readonly known = new WeakMap<Snapshot, Pick<Context, "today" | "leftOut"> & { readonly value: T }>();

  get(snapshot: Snapshot, { today, leftOut }: Context): T | null {
    const known = this.known.get(snapshot);
    return known?.today === today && known.leftOut === leftOut ? known.value : null;
  }

  set(snapshot: Snapshot, { today, leftOut }: Context, value: T): void {
    this.known.set(snapshot, { today, leftOut, value });
  }

  follow(before: Snapshot, after: Snapshot): void {
    const known = this.known.get(before);
    if (known) this.known.set(after, known);
  }
}

/** The columns of each table that are looked at; `"all"` where any change counts. */
type Columns = ReadonlyMap<TableName, ReadonlySet<string> | "all">;

/** What a context is made of is read by every rule. */
function columnsRead(reads: Reads): Columns {
  const named = (Object.keys(reads) as TableName[]).map((table) => {
    return [table, new Set([...(reads[table] ?? []).map(String), ...TABLES[table].key])] as const;
  });
  const read = new Map<TableName, ReadonlySet<string> | "all">(named);
  const plan = read.get("plan");
  return read
    .set("settings", "all")
    .set("holidays", "all")
    .set("plan", new Set([...(plan === "all" ? [] : (plan ?? [])), "year"]));
}

function isRead(read: Columns, changes: Changes): boolean {
  if (changes.rows.some(({ table }) => read.has(table))) return true;
  return [...columnsChanged(changes)].some(([table, columns]) => {
    const known = read.get(table);
    return known === "all" || (known !== undefined && [...columns].some((column) => known.has(column)));
  });
}

const columnsChanged = kept(({ cells }: Changes): ReadonlyMap<TableName, ReadonlySet<string>> => {
  const changed = new Map<TableName, Set<string>>();
  for (const { table, column } of cells) {
    const columns = changed.get(table);
    if (columns === undefined) changed.set(table, new Set([column]));
    else columns.add(column);
  }
  return changed;
});
