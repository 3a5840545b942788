import type { SettingName } from "../schema/settings";
import type { Snapshot } from "../snapshot/snapshot";
import type { Value } from "../snapshot/value";
import type { Settings } from "./context";

/** Gives numbers upwards, each once. */
export interface Numberer {
  next(): string;
  last(): number;
}

/**
 * 报名编号 of a book: `B2025-00001`, with the plan year, so that no other year gives the same. 历史 holds numbers that are gone
 * from 名册, and rows that share one are set aside.
 */
export function enrolmentNumbers(
  { roster, history, repeated }: Pick<Snapshot, "roster" | "history" | "repeated">,
  { planYear, enrolmentCounter }: Settings,
): Numberer {
  return numberer(enrolmentPrefix(planYear), enrolmentCounter, [
    ...[...roster, ...history].map(({ id }) => id),
    ...repeated.flatMap(({ table, key }) => (table === "roster" ? [key] : [])),
  ]);
}

export const enrolmentPrefix = (year: number): string => `B${year}-`;

/** 人员编号: `P00001` in the first book, `P2025-00001` in one that was carried over. */
export function personNumbers({ roster }: Pick<Snapshot, "roster">, settings: Settings): Numberer {
  const used = roster.map(({ person }) => person);
  return numberer(`P${yearOfNumbers(settings)}`, settings.personCounter, used);
}

/** 流水号: `F00001` in the first book, `F2025-00001` in one that was carried over. */
export function paymentNumbers({ payments }: Pick<Snapshot, "payments">, settings: Settings): Numberer {
  const used = payments.map(({ id }) => id);
  return numberer(`F${yearOfNumbers(settings)}`, settings.paymentCounter, used);
}

/** The book of the year before goes on giving numbers beside the one that was made out of it: this one's bear its year. */
function yearOfNumbers({ carriedFrom, planYear }: Settings): string {
  return carriedFrom === null ? "" : `${planYear}-`;
}

/** The counters that begin anew with numbers that bear another year. */
export const NUMBERED_ANEW = ["personCounter", "paymentCounter"] as const satisfies readonly SettingName[];

/** Numbers `prefix00001` upwards, above the counter and above every number in use. */
export function numberer(prefix: string, counter: number, used: readonly Value[]): Numberer {
  let last = counter;
  for (const id of used) {
    if (typeof id !== "string" || !id.startsWith(prefix)) continue;
    let from = id.length;
    while (from > prefix.length && isDigit(id.charCodeAt(from - 1))) from--;
    if (from < id.length) last = Math.max(last, Number(id.slice(from)));
  }
  return { next: () => prefix + String(++last).padStart(5, "0"), last: () => last };
}

function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57;
}
