import type { Snapshot } from "../snapshot/snapshot";
import { textOf, type Value } from "../snapshot/value";

/**
 * What was carried over of a person and post, as the new book keeps it in 底稿 under 交换号 `Y2024`: the base of the next
 * carry-over, by which it tells what staff typed in the new book from what came out of the old one; and the old numbers.
 */
export interface CarriedBase {
  readonly from: readonly string[];
  readonly values: Readonly<Record<string, Value>>;
  readonly education: Value;
  /** In 分. */
  readonly money: number;
  /** Held no certificate any more when the old book was looked at last, and staff were told. */
  readonly isGone: boolean;
}

const CARRIED_EXCHANGE = /^Y\d{4}$/u;

export const exchangeOfYear = (year: number): string => `Y${year}`;

export function packCarried({ from, values, education, money }: Omit<CarriedBase, "isGone">, isGone = false): string {
  const filled = Object.entries(values).filter(([, value]) => value !== null);
  return JSON.stringify({ from, values: Object.fromEntries(filled), education, money, ...(isGone ? { isGone } : {}) });
}

export type BaseRow = Snapshot["bases"][number];

/** What was carried into a book, by 报名编号 of the new one; of what cannot be read nothing. */
export function carriedBases({ bases }: Pick<Snapshot, "bases">): ReadonlyMap<string, CarriedBase & { readonly row: BaseRow }> {
  return new Map(
    bases.flatMap((row) => {
      const base = CARRIED_EXCHANGE.test(textOf(row.exchange)) ? unpackCarried(row.values) : null;
      return base === null ? [] : [[textOf(row.enrolment), { ...base, row }] as const];
    }),
  );
}

/** Old 报名编号 → new ones. */
export function renumbered(snapshot: Pick<Snapshot, "bases">): ReadonlyMap<string, string> {
  return new Map([...carriedBases(snapshot)].flatMap(([to, { from }]) => from.map((old) => [old, to] as const)));
}

function unpackCarried(text: Value): CarriedBase | null {
  try {
    const read = JSON.parse(textOf(text)) as Partial<CarriedBase> | null;
    if (read === null || !Array.isArray(read.from) || typeof read.values !== "object") return null;
    return {
      from: read.from,
      values: read.values,
      education: read.education ?? null,
      money: read.money ?? 0,
      isGone: read.isGone === true,
    };
  } catch {
    return null;
  }
}
