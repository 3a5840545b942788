import { compare } from "../../changes/outcome";
import { UnitDirectory } from "../../merge/units";
import { canonicalId, canonicalName, canonicalUnit } from "../../people/canonical";
import type { Enrolment } from "../../schema/roster";
import type { Unit } from "../../schema/tables";
import { textOf } from "../../snapshot/value";
import { personFinder } from "./moves";

/** By what an enrolment is found. */
export type Payee = Pick<Enrolment, "key" | "id" | "name" | "unit" | "person" | "idNumber">;

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

type Named = Pick<Unit, "key" | "name" | "aliases">;
type NameReader<R extends Payee> = (written: string, question: Question<R>) => Target<R>;

const NOBODY = { kind: "nobody" } as const;
/** `B2024-00026~B2024-00033`; 至, 到 and dashes between two numbers have become `~`. */
const RANGE = /^([^~]+)~([^~]+)$/u;
/** `王某+甲矿`, `王某(甲矿)`, `甲矿/王某`. */
const WITH_UNIT = /^([^()+/]+)(?:[+/]([^()+/]+)|\(([^()]+)\))$/u;

/**
 * Reads 报名编号 and ranges of them, names that are unique in 名册, names with a unit, and units by name or alias.
 * `standsFor` gives the enrolment that took the place of one.
 */
export function nameReader<R extends Payee>(
  { roster, units }: { readonly roster: readonly R[]; readonly units: readonly Named[] },
  standsFor: (row: R) => R,
): NameReader<R> {
  const now = (rows: readonly R[]) => [...new Set(rows.map(standsFor))].sort(byNumber);
  const numbers = numberFinder(roster);
  const named = grouped(roster, ({ name }) => canonicalName(textOf(name)));
  const personOf = personFinder(roster);
  const unitNames = unitReader(roster, units);
  const peopleNamed = (name: string) => now(named.get(canonicalName(name)) ?? []);

  const oneOf = (candidates: readonly R[], { isMeant }: Question<R>): Target<R> => {
    const people = new Set(candidates.map((row) => personOf(row) ?? row.key));
    const meant = candidates.length > 1 && people.size === 1 ? candidates.filter(isMeant) : candidates;
    const [only] = meant;
    if (meant.length === 1 && only !== undefined) return { kind: "one", row: only, isNumber: false };
    return { kind: "unclear", candidates: meant.length === 0 ? candidates : meant };
  };
  const colleagues = (written: string): R[] => {
    const [, left = "", right, inBrackets = right ?? ""] = WITH_UNIT.exec(written) ?? [];
    const ofUnit = (name: string, unit: string) => peopleNamed(name).filter((row) => unitNames.isOf(row, unit));
    const found = left === "" ? [] : ofUnit(left, inBrackets);
    return found.length > 0 || left === "" ? found : ofUnit(inBrackets, left);
  };
  const group = (rows: readonly R[], { owes, isRefund }: Question<R>, called: string | null): Target<R> =>
    isRefund ? { kind: "refund" } : { kind: "people", rows: now(rows).filter(owes), called };

  return (written, question) => {
    const row = numbers.exactly(written);
    if (row !== null) return { kind: "one", row: standsFor(row), isNumber: true };
    const range = numbers.between(written);
    if (range !== null) return group(range, question, null);
    const people = firstFilled(peopleNamed(written), colleagues(written));
    if (people.length > 0) return oneOf(people, question);
    const [unit, ...more] = unitNames.like(written);
    if (unit === undefined) return NOBODY;
    if (more.length > 0 || !unitNames.isSame(written, unit)) return { kind: "unit", near: [unit, ...more] };
    return group(unitNames.peopleOf(unit), question, unit);
  };
}

const firstFilled = <R>(one: readonly R[], other: readonly R[]) => (one.length > 0 ? one : other);

const byNumber = (a: Payee, b: Payee): number => compare(a.key, b.key);

/** Units as 单位 has them, and as they stand in 名册. */
function unitReader<R extends Payee>(roster: readonly R[], units: readonly Named[]) {
  const sorted = [...units].sort((a, b) => compare(a.key, b.key));
  const directory = new UnitDirectory(sorted.map(({ name, aliases }) => ({ name, aliases })));
  const written = new Set(roster.flatMap(({ unit }) => (unit === null ? [] : [unit])));
  for (const unit of [...written].sort(compare)) if (directory.look(unit).kind === "new") directory.learn(unit);
  const formOf = (unit: string): string => canonicalUnit(directory.nameFor(unit));
  const people = grouped(roster, ({ unit }) => (unit === null ? "" : formOf(unit)));
  const like = (text: string): readonly string[] => {
    const answer = directory.look(text);
    if (answer.kind === "known") return [answer.name];
    return answer.kind === "asked" ? answer.near : [];
  };
  return {
    like,
    isSame: (text: string, unit: string) => directory.relation(text, unit) === "same",
    isOf: ({ unit }: Payee, text: string) => unit !== null && formOf(unit) === formOf(text),
    peopleOf: (unit: string) => people.get(formOf(unit)) ?? [],
  };
}

function numberFinder<R extends Payee>(roster: readonly R[]) {
  const sorted = roster.filter(({ id }) => id !== null).sort(byNumber);
  const places = new Map(sorted.map(({ key }, place) => [key, place]));
  const exact = new Map(roster.map((row) => [row.key, row]));
  const folded = new Map<string, R | null>();
  for (const row of roster) {
    const form = canonicalId(row.key);
    folded.set(form, folded.has(form) ? null : row);
  }
  const exactly = (written: string): R | null => exact.get(written) ?? folded.get(canonicalId(written)) ?? null;
  const between = (written: string): R[] | null => {
    const [, first = "", last = ""] = RANGE.exec(written) ?? [];
    const from = exactly(first);
    const to = exactly(last) ?? (from === null ? null : exactly(withEnding(from.key, last)));
    if (from === null || to === null) return null;
    const ends = [from, to].map(({ key }) => places.get(key) ?? 0);
    return sorted.slice(Math.min(...ends), Math.max(...ends) + 1);
  };
  return { exactly, between };
}

/** The second end of `B2024-00026~33` in full. */
function withEnding(key: string, ending: string): string {
  return /^\d{1,5}$/u.test(ending) ? key.slice(0, -ending.length) + ending : ending;
}

function grouped<R extends Payee>(roster: readonly R[], formOf: (row: R) => string): Map<string, R[]> {
  const groups = new Map<string, R[]>();
  for (const row of [...roster].sort(byNumber)) {
    const form = formOf(row);
    if (form === "") continue;
    const group = groups.get(form);
    if (group === undefined) groups.set(form, [row]);
    else group.push(row);
  }
  return groups;
}
