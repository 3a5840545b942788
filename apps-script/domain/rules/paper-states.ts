import { BOOKING } from "../schema/allowed";
import type { PapersRow } from "../schema/papers";
import type { Enrolment } from "../schema/roster";
import { rowWith } from "../snapshot/by-key";
import type { Snapshot } from "../snapshot/snapshot";
import { spentBookings } from "./assign/spent-bookings";
import type { Context } from "./context";
import { countedPapers } from "./money/moved-papers";
import { type Shortage, shortageOf } from "./paper-answers";
import { hasEnded } from "./standing";

/** What of an enrolment's papers counts, and what is short. */
interface PaperState {
  /** Its row in 资料. */
  readonly own: PapersRow | null;
  /** The answers that count, also those of an enrolment that it took the place of. */
  readonly counted: PapersRow | null;
  /** The enrolments that some of them were handed in for. */
  readonly from: readonly string[];
  /** The province has approved the booking, and it is not used up. */
  readonly isApproved: boolean;
  readonly shortage: Shortage;
}

/** `null` of who has ended, has no number, or has several rows in 资料, of which nobody can say which is right. */
export function paperStates(snapshot: Snapshot, context: Context): (enrolment: Enrolment) => PaperState | null {
  const repeated = new Set(snapshot.repeated.flatMap(({ table, key }) => (table === "papers" ? [key] : [])));
  const countedFor = countedPapers(snapshot);
  const isSpent = spentBookings(snapshot, context);
  return (enrolment) => {
    if (enrolment.id === null || hasEnded(enrolment) || repeated.has(enrolment.key)) return null;
    const own = rowWith(snapshot.papers, enrolment.key);
    const isApproved = enrolment.booking === BOOKING.passed && !isSpent(enrolment);
    const { row: counted, from } = countedFor(enrolment, own);
    return { own, counted, from, isApproved, shortage: shortageOf(counted, enrolment, isApproved) };
  };
}
