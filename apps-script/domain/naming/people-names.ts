import { canonicalId, canonicalName } from "../people/canonical";
import { documentKey } from "../people/same-person";
import { classesOf, plainName } from "../plan/classes";
import { isWithdrawn } from "../rules/standing";
import type { Enrolment } from "../schema/roster";
import { kept } from "../snapshot/kept";
import type { SetAside, Snapshot } from "../snapshot/snapshot";
import { textOf } from "../snapshot/value";
import { classesMeant } from "./class-names";
import { byEnding, ENDING_LENGTH, longForms } from "./endings";
import { nearOnes } from "./near-names";
import { once } from "./once";
import { byNumber, grouped, numberFinder } from "./row-numbers";
import { unitReader } from "./unit-names";

/** Whom a text means: `people` for certain; of `several` staff have to choose; `nobody` with those it is nearly. */
export type Named =
  | { readonly kind: "people"; readonly rows: readonly Enrolment[] }
  | { readonly kind: "several"; readonly candidates: readonly Enrolment[] }
  | { readonly kind: "repeated"; readonly aside: SetAside }
  | { readonly kind: "nobody"; readonly near: readonly Enrolment[] };

export type PeopleReader = (written: string) => Named;

/** What a part of a text says: one person, or a group of which all are meant. */
interface Part {
  readonly rows: readonly Enrolment[];
  readonly isGroup: boolean;
}

const RANGE_SIGN = /(\d) ?(?:[~〜至到–]|—{1,2}) ?(?=[\dA-Za-z])/gu;
const NAME_AND_ENDING = /^(\D+?)(\d{3,}[\dXx])$/u;

/**
 * Reads people as staff name them: 报名编号 or a range of them, 证件号, the last four or more characters of it or of the mobile, a
 * name; a class or a unit means everybody in it who has not withdrawn. Parts are joined by `+`, `/`, a blank or brackets, and
 * all of them have to fit: `王某+甲矿`, `王某(0012)`, `再三+甲矿`. Of one person's enrolments the one is meant that still counts.
 */
export function peopleReader(snapshot: Pick<Snapshot, "roster" | "units" | "plan" | "settings" | "repeated">): PeopleReader {
  const { roster } = snapshot;
  const numbers = numberFinder(roster);
  const names = once(() => grouped(roster, nameForm));
  const classes = once(() => classesOf(snapshot));
  const byClass = once(() => grouped(roster, (row) => (row.class === null ? "" : plainName(row.class))));
  const units = once(() => unitReader(roster, snapshot.units));

  const group = (rows: readonly Enrolment[]): Part => ({ rows: rows.filter((row) => !isWithdrawn(row)), isGroup: true });
  const person = (rows: readonly Enrolment[]): Part => ({ rows, isGroup: false });
  const numbered = (text: string): Part | null => {
    const row = numbers.exactly(text);
    if (row !== null) return person([row]);
    const range = numbers.between(text.normalize("NFKC").replace(RANGE_SIGN, "$1~"));
    return range === null ? null : group(range);
  };
  const grouping = (text: string): Part | null => {
    const [one, ...more] = classesMeant(text, classes());
    if (one !== undefined && more.length === 0) return group(byClass().get(plainName(one.name)) ?? []);
    const [unit, ...others] = units().like(text);
    if (unit === undefined || others.length > 0 || !units().isSame(text, unit)) return null;
    return group(units().peopleOf(unit));
  };
  const partOf = (text: string): Part | null => {
    const found = numbered(text) ?? filled(byEnding(roster)(text)) ?? filled(names().get(canonicalName(text)) ?? []);
    return found ?? grouping(text);
  };
  const filled = (rows: readonly Enrolment[]): Part | null => (rows.length === 0 ? null : person(rows));

  return (written) => {
    const aside = snapshot.repeated.find(({ table, key }) => table === "roster" && canonicalId(key) === canonicalId(written));
    if (aside) return { kind: "repeated", aside };
    const whole = partOf(written);
    if (whole !== null && whole.rows.length > 0) return meant([whole]);
    for (const texts of splittings(written)) {
      const parts = texts.map(partOf);
      const known = parts.flatMap((part) => part ?? []);
      if (known.length === texts.length && common(known).length > 0) return meant(known);
    }
    return { kind: "nobody", near: nearOnes(canonicalName(written), roster, nearForms) };
  };
}

function common(parts: readonly Part[]): readonly Enrolment[] {
  const [first, ...others] = parts;
  return (first?.rows ?? []).filter((row) => others.every(({ rows }) => rows.includes(row)));
}

function meant(parts: readonly Part[]): Named {
  const rows = common(parts);
  if (rows.length === 1 || parts.every(({ isGroup }) => isGroup)) return { kind: "people", rows };
  const people = new Set(rows.map(personOf));
  const live = people.size === 1 ? rows.filter((row) => !isWithdrawn(row)) : rows;
  if (live.length === 1) return { kind: "people", rows: live };
  return { kind: "several", candidates: [...rows].sort(byNumber) };
}

/** By what all enrolments of one person are known: 人员编号, else the document, else the row alone. */
export function personOf(row: Enrolment): string {
  return textOf(row.person) || (documentKey(row) ?? row.key);
}

/** How a text may be made of parts. */
function splittings(written: string): readonly (readonly string[])[] {
  const text = written.normalize("NFKC").trim();
  const [, name, ending] = NAME_AND_ENDING.exec(text) ?? [];
  const [, outside = "", inside = ""] = /^([^()]+)\((.+)\)$/u.exec(text) ?? [];
  const ways = [
    [outside, inside],
    text.split(/[+/]/u),
    text.split(/[+/()]/u),
    text.split(/[\s+/()]+/u),
    name === undefined || ending === undefined ? [] : [name, ending],
  ];
  return ways.map((parts) => parts.map((part) => part.trim()).filter((part) => part !== "")).filter(({ length }) => length > 1);
}

const nameForm = kept(({ name }: Pick<Enrolment, "name">) => canonicalName(textOf(name)));

function nearForms(row: Enrolment): readonly string[] {
  return [nameForm(row), row.key, ...longForms(row).map((form) => form.slice(-ENDING_LENGTH))];
}
