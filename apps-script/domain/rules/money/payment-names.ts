import { byEnding } from "../../naming/endings";
import { once } from "../../naming/once";
import { byNumber, grouped, numberFinder } from "../../naming/row-numbers";
import { type NamedUnit, unitReader } from "../../naming/unit-names";
import { canonicalName } from "../../people/canonical";
import type { Enrolment } from "../../schema/roster";
import { textOf } from "../../snapshot/value";
import { personFinder } from "./moves";

/** By what an enrolment is found. */
export type Payee = Pick<Enrolment, "key" | "id" | "name" | "unit" | "person" | "idNumber" | "mobile">;

/**
 * Whom a text in 分摊到 means. `people` are several that share what they owe, of a unit or (`called` null) of a range. Of
 * `unclear` ones, of units that a text is only like, and of a group that is to get a `refund`, nobody is taken.
 */
export type Target<R extends Payee = Enrolment> =
  | { readonly kind: "one"; readonly row: R; readonly isNumber: boolean }
  | { readonly kind: "people"; readonly rows: readonly R[]; readonly called: string | null }
  | { readonly kind: "unclear"; readonly candidates: readonly R[] }
  | { readonly kind: "unit"; readonly near: readonly string[] }
  | { readonly kind: "refund" }
  | { readonly kind: "nobody" };

/** Who comes into question for one payment. */
export interface Question<R extends Payee = Enrolment> {
  /** One of several enrolments of a person. */
  readonly isMeant: (row: R) => boolean;
  /** Somebody of a group. */
  readonly owes: (row: R) => boolean;
  /** Money that goes back goes to a person. */
  readonly isRefund: boolean;
}

type NameReader<R extends Payee> = (written: string, question: Question<R>) => Target<R>;

const NOBODY = { kind: "nobody" } as const;
/** `王某+甲矿`, `王某(0012)`, `甲矿/王某`. */
const TWO_PARTS = /^([^()+/]+)(?:[+/]([^()+/]+)|\(([^()]+)\))$/u;
/** `王某0012`. */
const NAME_AND_ENDING = /^(\D+?)(\d{3,}[\dXx])$/u;
/** `1200`: what may be an amount that somebody wrote without `=`, and not the last digits of anybody. */
const ROUND_AMOUNT = /^[1-9]\d{1,3}[05]0$/u;

/**
 * Reads 报名编号 and ranges of them, 证件号 and mobiles or their last four or more characters, names that are unique in 名册, names
 * with a unit or last characters, and units by name or alias. Round digits, which may be an amount, are asked about.
 * `standsFor` gives the enrolment that took the place of one.
 */
export function nameReader<R extends Payee>(
  { roster, units }: { readonly roster: readonly R[]; readonly units: readonly NamedUnit[] },
  standsFor: (row: R) => R,
): NameReader<R> {
  const now = (rows: readonly R[]) => [...new Set(rows.map(standsFor))].sort(byNumber);
  const numbers = numberFinder(roster);
  const named = once(() => grouped(roster, ({ name }) => canonicalName(textOf(name))));
  const personOf = once(() => personFinder(roster));
  const unitNames = once(() => unitReader(roster, units));
  const peopleNamed = (name: string) => now(named().get(canonicalName(name)) ?? []);

  const oneOf = (candidates: readonly R[], { isMeant }: Question<R>): Target<R> => {
    const people = new Set(candidates.map((row) => personOf()(row) ?? row.key));
    const meant = candidates.length > 1 && people.size === 1 ? candidates.filter(isMeant) : candidates;
    const [only] = meant;
    if (meant.length === 1 && only !== undefined) return { kind: "one", row: only, isNumber: false };
    return { kind: "unclear", candidates: meant.length === 0 ? candidates : meant };
  };
  const endings = once(() => byEnding(roster));
  const ofUnit = (name: string, unit: string) => peopleNamed(name).filter((row) => unitNames().isOf(row, unit));
  const ofEnding = (name: string, ending: string) => {
    const people = peopleNamed(name);
    return people.length === 0 ? [] : now(endings()(ending)).filter((row) => people.includes(row));
  };
  const inTwoParts = (written: string): R[] => {
    const [, left = "", right, inBrackets = right ?? ""] = TWO_PARTS.exec(written) ?? NAME_AND_ENDING.exec(written) ?? [];
    if (left === "") return [];
    const ways = [() => ofUnit(left, inBrackets), () => ofUnit(inBrackets, left), () => ofEnding(left, inBrackets)];
    return ways.reduce<R[]>((found, way) => (found.length > 0 ? found : way()), []);
  };
  const group = (rows: readonly R[], { owes, isRefund }: Question<R>, called: string | null): Target<R> =>
    isRefund ? { kind: "refund" } : { kind: "people", rows: now(rows).filter(owes), called };

  return (written, question) => {
    const row = numbers.exactly(written);
    if (row !== null) return { kind: "one", row: standsFor(row), isNumber: true };
    const range = numbers.between(written);
    if (range !== null) return group(range, question, null);
    const ending = now(endings()(written));
    if (ending.length > 0 && ROUND_AMOUNT.test(written)) return { kind: "unclear", candidates: ending };
    const people = [ending, peopleNamed(written)].find((rows) => rows.length > 0) ?? inTwoParts(written);
    if (people.length > 0) return oneOf(people, question);
    const [unit, ...more] = unitNames().like(written);
    if (unit === undefined) return NOBODY;
    if (more.length > 0 || !unitNames().isSame(written, unit)) return { kind: "unit", near: [unit, ...more] };
    return group(unitNames().peopleOf(unit), question, unit);
  };
}
