import { compare } from "../../changes/outcome";
import { KIND } from "../../schema/allowed";
import type { Enrolment } from "../../schema/roster";
import { keptWhile } from "../../snapshot/kept";
import type { Snapshot } from "../../snapshot/snapshot";
import { kindIn } from "../money/debts";
import { personsPosts } from "../money/moves";
import { isWithdrawn } from "../standing";

/**
 * Whether a person has been enrolled anew after a certificate that ran out or a 补考 that failed: a live enrolment of the kind
 * 初培 for the same post beside this one, and a later one where this is of that kind itself.
 */
export function successorFinder({ roster }: Pick<Snapshot, "roster">): (enrolment: Enrolment) => boolean {
  return ({ key }) => followedIn(roster).has(key);
}

const followedIn = keptWhile(
  ["key", "person", "idNumber", "post", "kind", "state"],
  (roster: readonly Enrolment[]): ReadonlySet<string> => {
    const followed = new Set<string>();
    for (const group of roster.some(isInitial) ? personsPosts(roster) : []) {
      for (const row of group) if (group.some((other) => follows(other, row))) followed.add(row.key);
    }
    return followed;
  },
);

function follows(other: Enrolment, row: Enrolment): boolean {
  if (other.key === row.key || !isInitial(other) || isWithdrawn(other)) return false;
  return !isInitial(row) || compare(other.key, row.key) > 0;
}

const isInitial = (row: Enrolment): boolean => kindIn(row) === KIND.initial;
