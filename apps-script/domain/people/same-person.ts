import { POST } from "../schema/allowed";
import { kept } from "../snapshot/kept";
import { textOf, type Value } from "../snapshot/value";
import * as say from "../wording/people";
import { kindOf, postOf } from "./aliases";
import { canonicalName, foldWidth, shownName } from "./canonical";
import { usableId } from "./documents";
import { proposedId } from "./id-spellings";
import { isMobile, readMobile } from "./phones";
import { birthIn, widenedTo18 } from "./resident-id";

/** What is compared between enrolments; `key` is the row (报名编号, or a file's row number as text). */
export interface IdentityRow {
  readonly key: string;
  readonly name: Value;
  readonly idType: Value;
  readonly id: Value;
  readonly mobile: Value;
  readonly unit: Value;
  readonly post: Value;
  readonly kind: Value;
}

/** A finding about a row because of another one; at most one per code and row. */
interface IdentityFinding {
  readonly code: Clash;
  readonly key: string;
  readonly column: IdentityColumn;
  readonly message: string;
}

type Clash = "R23" | "R24" | "R25" | "R26";
type IdentityColumn = "mobile" | "name" | "idNumber" | "post";

/** The key of a person by a canonical id: an old 15-digit number and its 18-digit form, an id and its misspelling are one. */
export function samePersonKey(canonicalIdText: string): string {
  if (!/^\d{15}$/.test(canonicalIdText)) return proposedId(canonicalIdText) ?? canonicalIdText;
  const full = widenedTo18(canonicalIdText);
  return birthIn(full) === null ? canonicalIdText : full;
}

/** The key of a row's person by its 证件号, however that is written; `null` without a usable one. */
export const documentKey = kept(({ idNumber }: { readonly idNumber: Value }): string | null => {
  const id = usableId(idNumber);
  return id === null ? null : samePersonKey(id);
});

interface Reading {
  readonly row: IdentityRow;
  /** `null` when the id is missing or damaged. */
  readonly person: string | null;
  readonly name: string;
  readonly mobile: string | null;
  readonly post: string;
  readonly kind: string;
}

function readingOf(row: IdentityRow): Reading {
  const id = usableId(row.id);
  const mobile = readMobile(row.mobile).text;
  const post = postOf(textOf(row.post));
  const kind = kindOf(textOf(row.kind));
  return {
    row,
    person: id === null ? null : samePersonKey(id),
    name: canonicalName(textOf(row.name)),
    mobile: isMobile(mobile) ? mobile : null,
    post: post !== null && "post" in post ? post.post : foldWidth(textOf(row.post)),
    kind: kind !== null && "kind" in kind ? kind.kind : foldWidth(textOf(row.kind)),
  };
}

function groupsOf(readings: readonly Reading[], keyOf: (reading: Reading) => string | null): Map<string, Reading[]> {
  const groups = new Map<string, Reading[]>();
  for (const reading of readings) {
    const key = keyOf(reading);
    if (key === null) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [reading]);
    else group.push(reading);
  }
  return groups;
}

/** Whether rows of one mobile belong to more than one person. A row without a usable id is whoever bears its name. */
function areSeveralPeople(group: readonly Reading[]): boolean {
  const known = group.filter((reading) => reading.person !== null);
  const names = new Set(known.map((reading) => reading.name));
  const people = new Set(known.map((reading) => `id ${reading.person}`));
  for (const reading of group) {
    if (reading.person === null && reading.name !== "" && !names.has(reading.name)) people.add(`name ${reading.name}`);
  }
  return people.size > 1;
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

const LISTED = 3;

/** One finding per row of a group, naming up to three of the other rows: linear however large the group is. */
function findingsOf(
  group: readonly Reading[],
  rule: Pick<IdentityFinding, "code" | "column">,
  sentence: (reading: Reading, others: string) => string,
): IdentityFinding[] {
  const sorted = [...group].sort((a, b) => byText(a.row.key, b.row.key) || byText(a.name, b.name));
  const first = sorted.slice(0, LISTED + 1);
  return sorted.map((reading) => {
    const others = first.filter((other) => other !== reading).slice(0, LISTED);
    const listed = say.otherRows(
      others.map(({ row }) => ({ name: shownName(textOf(row.name)), key: row.key })),
      group.length - 1,
    );
    return { ...rule, key: reading.row.key, message: sentence(reading, listed) };
  });
}

const nameOf = (reading: Reading): string => shownName(textOf(reading.row.name));

/**
 * Compares people across rows: one mobile on two people, one id under two names, one enrolment twice, one person in both
 * posts. Linear in the rows, the same whatever their order; a damaged id is never matched on. The rows should be those
 * that count (no cancelled ones).
 */
export function identityConflicts(rows: readonly IdentityRow[]): IdentityFinding[] {
  const readings = rows.map(readingOf);
  const findings: IdentityFinding[] = [];
  const take = (some: readonly IdentityFinding[]): void => {
    for (const one of some) findings.push(one);
  };
  for (const [mobile, group] of groupsOf(readings, (reading) => reading.mobile)) {
    if (!areSeveralPeople(group)) continue;
    const rule = { code: "R23", column: "mobile" } as const;
    take(findingsOf(group, rule, (reading, others) => say.sharedMobile(nameOf(reading), mobile, others)));
  }
  for (const [person, group] of groupsOf(readings, (reading) => reading.person)) {
    if (group.length < 2) continue;
    const named = group.filter((reading) => reading.name !== "");
    if (new Set(named.map((reading) => reading.name)).size > 1) {
      const rule = { code: "R24", column: "name" } as const;
      take(findingsOf(named, rule, (reading, others) => say.otherName(nameOf(reading), person, others)));
    }
    for (const twins of groupsOf(group, (reading) => JSON.stringify([reading.post, reading.kind])).values()) {
      if (twins.length < 2) continue;
      const rule = { code: "R25", column: "idNumber" } as const;
      take(findingsOf(twins, rule, (reading, others) => say.enrolledTwice(nameOf(reading), person, others)));
    }
    const holders = group.filter((reading) => reading.post === POST.head || reading.post === POST.manager);
    if (new Set(holders.map((reading) => reading.post)).size > 1) {
      const rule = { code: "R26", column: "post" } as const;
      take(findingsOf(holders, rule, (reading, others) => say.bothPosts(nameOf(reading), reading.post, others)));
    }
  }
  return findings.sort((a, b) => byText(a.key, b.key) || byText(a.code, b.code) || byText(a.message, b.message));
}
