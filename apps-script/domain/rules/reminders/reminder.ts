import type { Finding } from "../../changes/finding";
import type { Day } from "../../days/civil-day";
import type { Enrolment } from "../../schema/roster";
import type { Snapshot } from "../../snapshot/snapshot";
import { BookingDays } from "../assign/booking-days";
import { firstEndOf } from "../assign/candidates";
import { type Certificate, certificateOf } from "../assign/certificate";
import { Evidence } from "../assign/evidence";
import { successorFinder } from "../assign/successors";
import { type ClassFinder, classFinder } from "../class-finder";
import type { Context } from "../context";

/** Something to do by a day. */
export interface Reminder {
  readonly finding: Finding;
  readonly due: Day | null;
  /** Whom it is about, where that is not the row that the finding names. */
  readonly about?: { readonly subject: string; readonly unit: string | null; readonly phone: string | null };
}

/** What every kind of reminder looks at. */
export interface Desk {
  readonly snapshot: Snapshot;
  readonly context: Context;
  readonly classes: ClassFinder;
  readonly days: BookingDays;
  readonly evidence: Evidence;
  readonly certificateOf: (row: Enrolment) => Certificate;
  /** Enrolled anew already. */
  readonly hasSuccessor: (row: Enrolment) => boolean;
}

export function deskOf(snapshot: Snapshot, context: Context): Desk {
  const classes = classFinder(snapshot);
  const firstEnd = firstEndOf(classes.classes);
  return {
    snapshot,
    context,
    classes,
    days: new BookingDays(context),
    evidence: new Evidence(snapshot),
    hasSuccessor: successorFinder(snapshot),
    certificateOf: (row) => certificateOf(row, context.settings.planYear, context.today, firstEnd),
  };
}
