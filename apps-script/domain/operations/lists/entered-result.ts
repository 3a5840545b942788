import { type Day, isDay } from "../../days/civil-day";
import { hasFailedTwice, isWithdrawn } from "../../rules/standing";
import { EXAM } from "../../schema/allowed";
import type { Enrolment } from "../../schema/roster";
import * as desk from "../../wording/desk";
import * as say from "../../wording/lists";
import { whoIs } from "../../wording/roster";
import type { ClerkRun } from "../clerk-run";
import { hasResult, type Result, type Sitting, sittingsOf, withSitting } from "./sittings";

/** What was written of a result; what was left empty is `null`, and then what is known of the sitting stays. */
interface Stated {
  /** Left empty only where a sitting is put right. */
  readonly result: Result | null;
  readonly score: number | null;
  readonly day: Day | null;
  readonly place: string | null;
  /** The day that was written before, where that is what was wrong. */
  readonly wrongDay: Day | null;
}

/** A result as it is written down. */
export interface Entered {
  readonly sitting: Sitting;
  /** All sittings with it, in date order. */
  readonly all: readonly Sitting[];
  /** The sitting that it puts right. */
  readonly was: Sitting | null;
  /** Where no day was written: by what it was found. */
  readonly dayBy: "booking" | "today" | null;
}

/**
 * Of which sitting a result is, and what becomes of it. Without a day it is of the one that was booked and is not ahead, else of
 * today; where a result stands already that would be a guess. `null` of who is left out, which is said.
 *
 * @example booked for 2024-04-10 at 烟台考点, and 88 is written on the 15th: `{ day: "2024-04-10", score: 88, place: "烟台考点" }`
 */
export function enteredResult(run: ClerkRun, row: Enrolment, stated: Stated): Entered | null {
  const sittings = sittingsOf(row);
  const found = dayOf(row, stated, run.context.today);
  const named = stated.wrongDay ?? found?.day;
  const was = sittings.find(({ day }) => day === named) ?? null;
  if (!mayHaveSat(run, row, stated, was !== null)) return null;
  if (found === null) return leftUnclear(run, row);
  const sitting = { day: found.day, ...whatIsKnown(run, stated, was ?? bookedSitting(row)) };
  const others = sittings.filter((one) => one !== was);
  return { sitting, all: withSitting(others, sitting), was, dayBy: found.by };
}

/** `null` where that would be a guess. */
function dayOf(
  row: Enrolment,
  { day, wrongDay }: Stated,
  today: Day,
): { readonly day: Day; readonly by: Entered["dayBy"] } | null {
  const written = day ?? wrongDay;
  if (written !== null) return { day: written, by: null };
  if (hasResult(row)) return row.examOn === today ? { day: today, by: null } : null;
  return isDay(row.examOn) && row.examOn <= today ? { day: row.examOn, by: "booking" } : { day: today, by: "today" };
}

type Known = Pick<Sitting, "score" | "place">;

/** What stands of a sitting that has no result yet. */
function bookedSitting(row: Enrolment): Known {
  if (hasResult(row)) return { score: null, place: null };
  return { score: typeof row.score === "number" ? row.score : null, place: row.examPlace };
}

/** A score stays unless it speaks against the result that was written. */
function whatIsKnown(
  { context: { settings } }: ClerkRun,
  { result, score, place }: Stated,
  known: Sitting | Known,
): Omit<Sitting, "day"> {
  const stands = result ?? ("result" in known ? known.result : EXAM.absent);
  const fits = known.score !== null && stands !== EXAM.absent && known.score >= settings.passMark === (stands === EXAM.passed);
  return { result: stands, score: score ?? (fits ? known.score : null), place: place ?? known.place };
}

function mayHaveSat(run: ClerkRun, row: Enrolment, { day, wrongDay }: Stated, isKnown: boolean): boolean {
  const who = whoIs(row);
  const isTaken = day !== null && day !== wrongDay && sittingsOf(row).some((one) => one.day === day);
  if (isWithdrawn(row)) run.refuse(row, "K01", "state", desk.hasEndedAlready(who, row.state ?? "", say.EXAM_TITLE));
  else if (wrongDay !== null && !isKnown) run.refuse(row, "K08", "examOn", say.noSitting(who, wrongDay));
  else if (wrongDay !== null && isTaken) run.refuse(row, "K08", "examOn", say.otherSitting(who, day));
  else if (row.exam === EXAM.passed && !isKnown) run.refuse(row, "K01", "exam", say.alreadyPassed(who, dayKnown(row)));
  else if (hasFailedTwice(row) && !isKnown) run.refuse(row, "K04", "exam", say.failedTwice(who));
  else return true;
  return false;
}

function leftUnclear(run: ClerkRun, row: Enrolment): null {
  const { exam: result, score } = row;
  const stands = say.resultWords(result ?? "", typeof score === "number" ? score : null);
  run.refuse(row, "K08", "examOn", say.whichSitting(whoIs(row), dayKnown(row), stands));
  return null;
}

const dayKnown = ({ examOn }: Enrolment): Day | null => (isDay(examOn) ? examOn : null);
