import { compare } from "../changes/outcome";
import { classesMeant } from "../naming/class-names";
import { ENDING_LENGTH, longForms } from "../naming/endings";
import { personOf } from "../naming/people-names";
import { canonicalId, canonicalName, canonicalUnit } from "../people/canonical";
import { beginsWith, initialsOf } from "../people/initials";
import { samePersonKey } from "../people/same-person";
import { plainName } from "../plan/classes";
import { isWithdrawn } from "../rules/standing";
import type { Enrolment } from "../schema/roster";
import { kept } from "../snapshot/kept";
import type { Snapshot } from "../snapshot/snapshot";
import { textOf } from "../snapshot/value";
import { classPeople, everybody, type Listed, personLine } from "./everybody";
import type { PersonLine } from "./lines";
import { unitNames } from "./unit-names";

/** Who is found by a few characters: name, pinyin initials, last digits of id or mobile, unit or alias, class. */
export interface Found {
  /** The best first; not more than were asked for. */
  readonly people: readonly PersonLine[];
  /** How many there are in all. */
  readonly total: number;
  /** The one enrolment that is meant: of a whole id or number, or where nobody else is found. Enter takes it. */
  readonly only: string | null;
  readonly units: readonly string[];
  readonly classes: readonly string[];
}

export interface SearchQuestion {
  /** As typed. Parts are joined by blanks or `+`, and all of them have to fit: `wjg 甲矿`. */
  readonly find: string;
  /** 班级名称: only among its people; `null` for everybody. */
  readonly class: string | null;
  readonly limit: number;
}

/** Finds people without looking at those who can't be meant: everybody is filed once under what may be typed of them. */
export function search(snapshot: Snapshot, { find, class: among, limit }: SearchQuestion): Found {
  const parts = find
    .normalize("NFKC")
    .split(SEPARATORS)
    .filter((part) => part !== "");
  const searches = parts.map((part) => searchFor(part, snapshot));
  const [first, ...others] = [...searches].sort((a, b) => a.among.size - b.among.size);
  const asked = among === null ? null : plainName(among);
  const ranks: Entry[][] = Array.from({ length: GROUP + 1 }, () => []);
  let total = 0;
  for (const entry of first?.among ?? []) {
    if (asked !== null && entry.class !== asked) continue;
    const rank = others.some((one) => !one.among.has(entry)) ? NONE : worstOf(entry, searches);
    if (rank === NONE) continue;
    total++;
    const ranked = ranks[rank] ?? [];
    if (rank === EXACT || ranked.length < limit) ranked.push(entry);
  }
  const [exact = []] = ranks;
  const listed = ranks.flat();
  return {
    people: listed.slice(0, limit).map((entry) => personLine(entry.listed)),
    total,
    only: onlyOne((exact.length > 0 ? exact : total === listed.length ? listed : []).map((entry) => entry.listed.row)),
    units: [...new Set(searches.flatMap(({ units }) => units))].slice(0, limit),
    classes: [...new Set(searches.flatMap(({ classes }) => classes))],
  };
}

const SEPARATORS = /[\s+、,;/()]+/u;
/** How well somebody fits: a whole id, mobile or number is sure, a name goes before a unit. */
const [NONE, EXACT, WHOLE, BEGINNING, INSIDE, GROUP] = [-1, 0, 1, 2, 3, 4];

/** What is compared of a row, worked out once. */
interface Entry {
  readonly listed: Listed;
  readonly name: string;
  readonly initials: readonly string[];
  /** Ids and mobile. */
  readonly forms: readonly string[];
  readonly number: string;
  readonly unit: string;
  readonly class: string;
}

const formsOfRow = kept((row: Enrolment): Omit<Entry, "listed"> => {
  const name = canonicalName(textOf(row.name));
  return {
    name,
    initials: initialsOf(name),
    forms: longForms(row),
    number: canonicalId(row.key),
    unit: textOf(row.unit),
    class: row.class === null ? "" : plainName(row.class),
  };
});

/** Everybody by what may be typed of them; in each group who is still enrolled first, then by name and number. */
function filedPeople(snapshot: Snapshot): ReadonlyMap<string, readonly Entry[]> {
  while (fileAhead(snapshot));
  return filingOf(snapshot).places;
}

/**
 * Files some more people, so that who searches later need not wait for it; tells whether there is more to do. Nobody is found by
 * it before all are filed.
 */
export function fileAhead(snapshot: Snapshot): boolean {
  return filingOf(snapshot).steps.next().done !== true;
}

/** So many people at a time take a few milliseconds. */
const AT_A_TIME = 500;

const filingOf = kept((snapshot: Snapshot) => {
  const places = new Map<string, Entry[]>();
  return { places, steps: filing(snapshot, places) };
});

function* filing(snapshot: Snapshot, places: Map<string, Entry[]>): Generator<void, void> {
  const people = everybody(snapshot);
  const entries: { readonly entry: Entry; readonly isOver: number }[] = [];
  for (const listed of people) {
    entries.push({ entry: { listed, ...formsOfRow(listed.row) }, isOver: Number(isWithdrawn(listed.row)) });
    if (entries.length % AT_A_TIME === 0) yield;
  }
  entries.sort((a, b) => a.isOver - b.isOver || compare(a.entry.name, b.entry.name) || compare(a.entry.number, b.entry.number));
  for (const [at, { entry }] of entries.entries()) {
    if (at % AT_A_TIME === 0) yield;
    for (const place of placesOf(entry)) {
      const group = places.get(place);
      if (group === undefined) places.set(place, [entry]);
      else group.push(entry);
    }
  }
}

const place = {
  ending: (form: string): string => `=${form.slice(-ENDING_LENGTH)}`,
  letter: (letters: string): string => `^${letters.charAt(0)}`,
  sign: (name: string): string => `~${[...name][0] ?? ""}`,
  unit: (unit: string): string => `@${unit}`,
  class: (name: string): string => `#${name}`,
};

function placesOf({ name, initials, forms, number, unit, class: className }: Entry): ReadonlySet<string> {
  return new Set([
    ...[...forms, number].map(place.ending),
    ...[...(initials[0] ?? "")].map(place.letter),
    ...[...name].map(place.sign),
    place.unit(unit),
    place.class(className),
  ]);
}

/** What one part of the text may mean. */
interface Search {
  readonly rank: (entry: Entry) => number;
  /** Nobody else can fit. */
  readonly among: ReadonlySet<Entry>;
  readonly units: readonly string[];
  readonly classes: readonly string[];
}

const ENDING = /^\d{3,}[\dX]$/u;
const LETTERS = /^[A-Za-z]+$/u;

function searchFor(part: string, snapshot: Snapshot): Search {
  const filed = filedPeople(snapshot);
  const at = (...places: readonly string[]): ReadonlySet<Entry> => new Set(places.flatMap((one) => filed.get(one) ?? []));
  const form = canonicalId(part);
  const nothing = { units: [], classes: [] };
  if (ENDING.test(form)) {
    const endings = [...new Set([form, samePersonKey(form)])];
    return { ...nothing, among: at(...endings.map(place.ending)), rank: (entry) => rankByEnding(entry, endings, form) };
  }
  const whole = [...at(place.ending(form))].filter(({ number, forms }) => number === form || forms.includes(form));
  if (whole.length > 0) return { ...nothing, among: new Set(whole), rank: () => EXACT };
  const name = canonicalName(part);
  const letters = LETTERS.test(part) ? part.toUpperCase() : "";
  const units = unitNames(snapshot).holding(canonicalUnit(part));
  const classes = classesMeant(part, classPeople(snapshot).classes.classes).map((one) => one.name);
  const members = at(
    ...units.flatMap(({ names }) => names.map(place.unit)),
    ...classes.map((one) => place.class(plainName(one))),
  );
  const named = at(...(letters === "" ? [] : [place.letter(letters)]), place.sign(name));
  return {
    rank: (entry) => {
      const rank = rankByName(entry, name, letters);
      return rank === NONE && members.has(entry) ? GROUP : rank;
    },
    among: named.size === 0 ? members : new Set([...named, ...members]),
    units: units.map(({ unit }) => unit),
    classes,
  };
}

function rankByEnding({ forms, number }: Entry, endings: readonly string[], form: string): number {
  if (forms.some((one) => endings.includes(one))) return EXACT;
  if (forms.some((one) => endings.some((ending) => one.endsWith(ending)))) return WHOLE;
  return form.length > ENDING_LENGTH && number.endsWith(form) ? INSIDE : NONE;
}

function rankByName(entry: Entry, name: string, letters: string): number {
  if (letters !== "" && beginsWith(entry.initials, letters)) {
    return letters.length === entry.initials.length ? WHOLE : BEGINNING;
  }
  const at = name === "" ? NONE : entry.name.indexOf(name);
  if (at === NONE) return NONE;
  return at > 0 ? INSIDE : entry.name === name ? WHOLE : BEGINNING;
}

/** The worst of the parts: all have to fit. */
function worstOf(entry: Entry, searches: readonly Search[]): number {
  let worst = EXACT;
  for (const { rank } of searches) {
    const one = rank(entry);
    if (one === NONE) return NONE;
    if (one > worst) worst = one;
  }
  return worst;
}

/** Of one person's enrolments the one that still counts. */
export function onlyOne(rows: readonly Enrolment[]): string | null {
  if (new Set(rows.map(personOf)).size !== 1) return null;
  const live = rows.length === 1 ? rows : rows.filter((row) => !isWithdrawn(row));
  return live.length === 1 ? (live[0]?.key ?? null) : null;
}
