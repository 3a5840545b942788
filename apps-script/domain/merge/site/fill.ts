import type { OutcomeBuilder } from "../../changes/outcome";
import type { Column } from "../../schema/column";
import { ROSTER } from "../../schema/index";
import type { Enrolment } from "../../schema/roster";
import * as say from "../../wording/site-list";
import type { SiteColumn, SiteList } from "./kinds";
import { readListed, writeListed } from "./listed";
import type { SiteRow } from "./read";
import { isOtherSitting } from "./sittings";

/** Tells something of one row of a list. */
export type Tell = (code: say.SiteCode, column: SiteColumn | null, message: string) => void;

/** Fills the cells of one enrolment from its row of a list, each by when the lists spoke. Returns how many changed. */
export function fill(
  out: OutcomeBuilder,
  enrolment: Enrolment,
  row: SiteRow,
  list: { readonly kind: SiteList; readonly asOf: string },
  isOlder: boolean,
  tell: Tell,
  where: string,
): number {
  for (const { column, text } of row.unread) tell("S05", column, say.unreadCell(where, ROSTER.columns[column].title, text));
  const listed = new Map(readListed(enrolment.listed));
  const isSaidBefore = listed.has("exam") ? (listed.get("exam") ?? "") > list.asOf : isOlder;
  const isOther = list.kind === "成绩" && isOtherSitting(enrolment, row);
  // What an older list says of an earlier exam is counted; the cells are about the last one.
  if (isOther && isSaidBefore) return 0;
  let changed = isOther && !row.values.has("score") && enrolment.score !== null ? 1 : 0;
  if (changed > 0) out.set("roster", enrolment, "score", null, say.siteReason(list.kind, list.asOf));
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
