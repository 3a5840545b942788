import { fileName } from "../../changes/finding";
import { found } from "../../changes/found";
import type { OutcomeBuilder } from "../../changes/outcome";
import { postOf } from "../../people/aliases";
import { canonicalName } from "../../people/canonical";
import { usableId } from "../../people/documents";
import { samePersonKey } from "../../people/same-person";
import type { Context } from "../../rules/context";
import { ENROLMENT } from "../../schema/allowed";
import type { Enrolment } from "../../schema/roster";
import { columnTitle } from "../../schema/titles";
import type { Snapshot } from "../../snapshot/snapshot";
import { textOf } from "../../snapshot/value";
import * as say from "../../wording/site-list";
import { fill, type Tell } from "./fill";
import type { SiteList } from "./kinds";
import { recordDay } from "./list-day";
import type { SiteReading, SiteRow } from "./read";
import { areTwoSittings, countSittings, isSittingUnclear, lastExamFirst, satIn } from "./sittings";

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
  context: Pick<Context, "today" | "settings">,
): SiteCounts {
  const isOlder = lastAsOf(snapshot, list.kind) > list.asOf;
  if (list.isDated || list.asOf < context.today) recordDay(out, snapshot, list);
  if (!list.isDated) tellUndated(out, list);
  for (const person of list.struck) {
    const where = say.place(list.file, person.sheet, person.at);
    teller(out, list, person)("S13", null, say.struckPerson(where, person.name));
  }
  const people = byPerson(snapshot);
  const taken = new Map<string, Taken>();
  const counts = { total: list.rows.length, changed: 0, unchanged: 0, refused: 0, cells: 0 };
  for (const row of list.kind === "成绩" ? lastExamFirst(list.rows) : list.rows) {
    const where = say.place(list.file, row.sheet, row.at);
    const tell = teller(out, list, row);
    if (row.struck.length > 0) tell("S13", null, say.struckCells(where, row.name, row.struck));
    const enrolment = enrolmentOf(row, people, where, tell);
    const earlier = enrolment && taken.get(enrolment.key);
    if (!enrolment) {
      counts.refused++;
      continue;
    }
    if (earlier) {
      if (list.kind === "成绩" && earlier.rows.every((other) => areTwoSittings(other, row))) earlier.rows.push(row);
      else if (earlier.rows.every((other) => !isSaidAlike(other, row))) tell("S07", null, say.twice(where, row.name));
      counts.unchanged++;
      continue;
    }
    if (list.kind === "成绩" && isSittingUnclear(enrolment, satIn(row)))
      tell("S12", "examTries", say.sittingUnclear(where, row.name));
    const cells = fill(out, enrolment, row, list, isOlder, tell, where);
    taken.set(enrolment.key, { enrolment, rows: [row], cells });
  }
  for (const { enrolment, rows, cells } of taken.values()) {
    const counted = list.kind === "成绩" ? countSittings(out, enrolment, rows, context, say.siteReason(list.kind, list.asOf)) : 0;
    counts.cells += cells + counted;
    counts[cells + counted > 0 ? "changed" : "unchanged"]++;
  }
  return counts;
}

/** What a list says of one enrolment: the row that counts first, then those of earlier sittings. */
interface Taken {
  readonly enrolment: Enrolment;
  readonly rows: SiteRow[];
  readonly cells: number;
}

function isSaidAlike(one: SiteRow, other: SiteRow): boolean {
  return JSON.stringify([...one.values]) === JSON.stringify([...other.values]);
}

function teller(out: OutcomeBuilder, { file }: SiteFile, row: Pick<SiteRow, "sheet" | "at">): Tell {
  const table = fileName(...[file, row.sheet].filter((part) => part !== ""));
  return (code, column, message) =>
    out.take(
      found(code, { table, row: String(row.at), column: column === null ? null : columnTitle("roster", column) }, message),
    );
}

function tellUndated(out: OutcomeBuilder, { file, asOf }: SiteFile): void {
  out.take(found("S08", { table: fileName(file), row: null, column: null }, say.undated(file, asOf)));
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
