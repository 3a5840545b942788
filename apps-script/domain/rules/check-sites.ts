import type { OutcomeBuilder } from "../changes/outcome";
import { BOOKING } from "../schema/allowed";
import { STAGES } from "../schema/papers";
import type { Enrolment } from "../schema/roster";
import { whoIs } from "../wording/roster";
import * as say from "../wording/site-list";

/**
 * What the two sites do not agree on: booked on the provincial system without pre-registration at the centre (asked only
 * where pre-registrations are kept at all), approved there while papers are short here.
 */
export function checkSites(out: OutcomeBuilder, rows: readonly Enrolment[]): void {
  const isKept = rows.some(isPreRegistered);
  for (const row of rows) {
    const isBooked = row.booking === BOOKING.underReview || row.booking === BOOKING.passed;
    if (isKept && isBooked && !isPreRegistered(row)) {
      out.find("S10", "roster", row.key, "booking", say.bookedUnregistered(whoIs(row), row.booking ?? ""));
    }
    if (row.booking === BOOKING.passed && row.reportedInOn === null && isShort(row.missingPapers)) {
      out.find("S11", "roster", row.key, "missingPapers", say.approvedShort(whoIs(row), row.missingPapers));
    }
  }
}

function isPreRegistered(row: Enrolment): boolean {
  return row.preRegisteredOn !== null || row.preRegisteredClass !== null;
}

/** Papers of the two stages that come before the approval; those for the desk are handed in at report-in. */
function isShort(missing: string | null): missing is string {
  return missing !== null && (missing.includes(STAGES.upload) || missing.includes(STAGES.profile));
}
