import { isTrained } from "../../domain/rules/standing";
import { BOOKING, ENROLMENT, EXAM } from "../../domain/schema/allowed";
import type { EnrolmentPart } from "../../domain/views/enrolment-part";
import type { operationTitles } from "../../domain/wording/operations";

type Id = keyof typeof operationTitles;

/** So many stand in view. */
const MOST = 4;

/** What is mostly done next about an enrolment as it stands, the first before the others; everything else can be done as well. */
export function nextDoings(part: EnrolmentPart, hasConflicts: boolean): readonly Id[] {
  const wanted: readonly Id[] = [...(hasConflicts ? (["settle"] as const) : []), ...byStage(part)];
  return wanted.slice(0, MOST);
}

const OVER: readonly (string | null)[] = [ENROLMENT.cancelled, ENROLMENT.left, ENROLMENT.moved, ENROLMENT.void];
const BOOKED: readonly (string | null)[] = [BOOKING.passed, BOOKING.underReview];

function byStage({ state, exam, desk, booking, money }: EnrolmentPart): readonly Id[] {
  const pay: readonly Id[] = money.open > 0 ? ["pay"] : [];
  if (OVER.includes(state)) return ["reinstate", "enrol", ...(money.paid > 0 ? (["refund"] as const) : [])];
  if (exam.issuedOn !== null) return [...pay, "renew", "transfer", "enrol"];
  if (exam.state === EXAM.passed) return ["issue", ...pay, "transfer"];
  if (isTrained(desk)) return ["exam", "book-exam", ...pay, "card"];
  if (desk.reportedInOn !== null) return [...pay, "papers", "card", "book-exam"];
  if (desk.noShow !== null) return ["check-in", "move", "withdraw", ...pay];
  if (BOOKED.includes(booking.state)) return ["check-in", "papers", "pay", "move"];
  return [...(booking.preRegisteredOn === null ? (["pre-register"] as const) : []), "booking", "papers", "pay", "move"];
}
