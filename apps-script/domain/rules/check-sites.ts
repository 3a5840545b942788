import type { OutcomeBuilder } from "../changes/outcome";
import { BOOKING } from "../schema/allowed";
import type { Enrolment } from "../schema/roster";
import type { Snapshot } from "../snapshot/snapshot";
import { shortPapers } from "../wording/papers";
import { whoIs } from "../wording/roster";
import type { SiteCode } from "../wording/site-list";
import * as say from "../wording/site-list";
import { spentBookings } from "./assign/spent-bookings";
import type { Context } from "./context";
import { countedPapers } from "./money/moved-papers";
import { shortageOf } from "./paper-answers";
import { isBooked } from "./standing";

/** The stages that come before the approval; papers of the desk are handed in at report-in. */
const REVIEWED = ["upload", "profile"] as const;

/**
 * What the two sites do not agree on: booked on the provincial system without pre-registration at the centre (asked only
 * where pre-registrations are kept at all), approved there while a paper that it is about was found wanting here.
 */
export function checkSites(
  out: OutcomeBuilder<SiteCode>,
  rows: readonly Enrolment[],
  snapshot: Snapshot,
  context: Context,
): void {
  const countedFor = countedPapers(snapshot);
  const papersOf = new Map(snapshot.papers.map((row) => [row.key, row]));
  const isKept = rows.some(isPreRegistered);
  const isSpent = spentBookings(snapshot, context);
  for (const row of rows) {
    if (!isBooked(row) || isSpent(row)) continue;
    if (isKept && !isPreRegistered(row)) {
      out.find("S10", "roster", row.key, "booking", say.bookedUnregistered(whoIs(row), row.booking ?? ""));
    }
    if (row.booking !== BOOKING.passed || row.reportedInOn !== null) continue;
    const { stages } = shortageOf(countedFor(row, papersOf.get(row.key) ?? null).row, row, true, REVIEWED);
    if (stages.length > 0)
      out.find("S11", "roster", row.key, "missingPapers", say.approvedShort(whoIs(row), shortPapers(stages)));
  }
}

function isPreRegistered(row: Enrolment): boolean {
  return row.preRegisteredOn !== null || row.preRegisteredClass !== null;
}
