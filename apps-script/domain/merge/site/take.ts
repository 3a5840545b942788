import { fileName } from "../../changes/finding";
import type { OutcomeBuilder } from "../../changes/outcome";
import { postOf } from "../../people/aliases";
import { canonicalName } from "../../people/canonical";
import { usableId } from "../../people/documents";
import { samePersonKey } from "../../people/same-person";
import type { Context } from "../../rules/context";
import { ENROLMENT } from "../../schema/allowed";
import type { Column } from "../../schema/column";
import { ROSTER } from "../../schema/index";
import type { Enrolment } from "../../schema/roster";
import { columnTitle } from "../../schema/titles";
import type { Snapshot } from "../../snapshot/snapshot";
import { textOf } from "../../snapshot/value";
import * as say from "../../wording/site-list";
import type { SiteColumn, SiteList } from "./kinds";
import { recordDay } from "./list-day";
import { readListed, writeListed } from "./listed";
import type { SiteReading, SiteRow } from "./read";

/** A list to take in. `asOf` is the moment it speaks of; `isDated` is false where neither the list nor staff say so. */
export interface SiteFile extends SiteReading {
  readonly isDated: boolean;
  readonly kind: SiteList;
  readonly file: string;
  readonly fingerprint: string;
  readonly asOf: string;
}

export interface SiteCounts {
  readonly total: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly refused: number;
  readonly cells: number;
}

/**
 * Fills what the sites know into 名册, cell by cell by the moment of which the lists speak, so that the order in which they
 * come does not matter. The site is the master: what staff typed gives way to a list that is not older than the last one
 * read. A blank cell and a person who is not on the list change nothing. The classes that the list names are known of until
 * that day; a day that only the file's own time tells counts for that when it is before today.
 */
export function takeSiteList(
  out: OutcomeBuilder,
  snapshot: Snapshot,
  list: SiteFile,
  { today }: Pick<Context, "today">,
): SiteCounts {
  const isOlder = lastAsOf(snapshot, list.kind) > list.asOf;
  if (list.isDated || list.asOf < today) recordDay(out, snapshot, list);
  if (!list.isDated) tellUndated(out, list);
  const people = byPerson(snapshot);
  const taken = new Map<string, SiteRow>();
  const counts = { total: list.rows.length, changed: 0, unchanged: 0, refused: 0, cells: 0 };
  for (const row of list.rows) {
    const where = say.place(list.file, row.sheet, row.at);
    const tell = teller(out, list, row);
    const enrolment = enrolmentOf(row, people, where, tell);
    const earlier = enrolment && taken.get(enrolment.key);
    if (!enrolment || earlier) {
      if (earlier && JSON.stringify([...earlier.values]) !== JSON.stringify([...row.values]))
        tell("S07", null, say.twice(where, row.name));
      counts[earlier ? "unchanged" : "refused"]++;
      continue;
    }
    taken.set(enrolment.key, row);
    const cells = fill(out, enrolment, row, list, isOlder, tell, where);
    counts.cells += cells;
    counts[cells > 0 ? "changed" : "unchanged"]++;
  }
  return counts;
}

type SiteCode = keyof typeof say.siteRules;
type Tell = (code: SiteCode, column: SiteColumn | null, message: string) => void;

function teller(out: OutcomeBuilder, { file }: SiteFile, row: SiteRow): Tell {
  return (code, column, message) =>
    out.take({
      code,
      severity: say.siteRules[code].severity,
      table: fileName(...[file, row.sheet].filter((part) => part !== "")),
      row: String(row.at),
      column: column === null ? null : columnTitle("roster", column),
      message,
      suggestion: say.siteRules[code].advice,
    });
}

function tellUndated(out: OutcomeBuilder, { file, asOf }: SiteFile): void {
  const { severity, advice } = say.siteRules.S08;
  const place = { table: fileName(file), row: null, column: null };
  out.take({ code: "S08", severity, ...place, message: say.undated(file, asOf), suggestion: advice });
}

/** The latest moment of which a list of this kind spoke; `""` when none was taken in yet. */
function lastAsOf(snapshot: Snapshot, kind: SiteList): string {
  return snapshot.exchanges.reduce(
    (last, row) => (row.exchange === kind && textOf(row.time) > last ? textOf(row.time) : last),
    "",
  );
}

function byPerson(snapshot: Snapshot): Map<string, Enrolment[]> {
  const people = new Map<string, Enrolment[]>();
  for (const row of snapshot.roster) {
    const id = usableId(row.idNumber);
    if (id === null) continue;
    const known = people.get(samePersonKey(id));
    if (known) known.push(row);
    else people.set(samePersonKey(id), [row]);
  }
  return people;
}

const over: ReadonlySet<string> = new Set([ENROLMENT.cancelled, ENROLMENT.moved, ENROLMENT.left, ENROLMENT.void]);

function enrolmentOf(
  row: SiteRow,
  people: ReadonlyMap<string, readonly Enrolment[]>,
  where: string,
  tell: Tell,
): Enrolment | null {
  if (row.id === null) {
    tell("S02", null, say.noId(where, row.name));
    return null;
  }
  const all = people.get(samePersonKey(row.id)) ?? [];
  const live = all.filter((enrolment) => !over.has(enrolment.state ?? ""));
  const fitting = (live.length > 0 ? live : all).filter((enrolment) => row.post === null || hasPost(enrolment, row.post));
  const [only] = fitting;
  if (!only) tell("S01", null, say.unknownPerson(where, row.name, row.id));
  else if (fitting.length > 1) tell("S03", null, say.severalEnrolments(where, row.name, row.id));
  else if (row.name !== "" && only.name !== null && canonicalName(row.name) !== canonicalName(only.name))
    tell("S04", null, say.otherName(where, row.name, only.name, row.id));
  return fitting.length === 1 ? (only ?? null) : null;
}

function hasPost(enrolment: Enrolment, post: string): boolean {
  const stated = postOf(textOf(enrolment.post));
  return stated === null || !("post" in stated) || stated.post === post;
}

function fill(
  out: OutcomeBuilder,
  enrolment: Enrolment,
  row: SiteRow,
  list: SiteFile,
  isOlder: boolean,
  tell: Tell,
  where: string,
): number {
  for (const { column, text } of row.unread) tell("S05", column, say.unreadCell(where, ROSTER.columns[column].title, text));
  const listed = new Map(readListed(enrolment.listed));
  let changed = 0;
  for (const [column, value] of row.values) {
    const now = enrolment[column];
    const known = listed.get(column);
    if (
      now !== value &&
      now !== null &&
      (known === undefined ? isOlder : isSaidLater(column, { asOf: known, value: now }, { asOf: list.asOf, value }))
    ) {
      tell("S06", column, say.olderList(where, ROSTER.columns[column].title, String(now), String(value)));
      continue;
    }
    if (known === undefined || known < list.asOf || now !== value) listed.set(column, list.asOf);
    if (now === value) continue;
    out.set("roster", enrolment, column, value, say.siteReason(list.kind, list.asOf));
    changed++;
  }
  out.set("roster", enrolment, "listed", writeListed(listed), say.siteReason(list.kind, list.asOf));
  return changed;
}

interface Said {
  readonly asOf: string;
  readonly value: string | number;
}

/** The first was said later. Of two lists of one moment the state that is further on wins, else the greater text. */
function isSaidLater(column: SiteColumn, first: Said, second: Said): boolean {
  if (first.asOf !== second.asOf) return first.asOf > second.asOf;
  const allowed: readonly string[] = (ROSTER.columns[column] as Column).allowed ?? [];
  const [a, b] = [allowed.indexOf(String(first.value)), allowed.indexOf(String(second.value))];
  return a === b ? String(first.value) > String(second.value) : a > b;
}
