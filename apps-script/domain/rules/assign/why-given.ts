import * as say from "../../wording/assign";
import type { Context } from "../context";
import { type ClassBook, isMissedSignUp, isWindowOpen } from "./candidates";
import type { Case, World } from "./case";
import { beginning, dayOf, placed, stoppedAs, unattendedAs, unattendedBy } from "./reason";
import type { Seat, Seeker } from "./seats";

/** Why a class was given just now. All of it follows from what is known on the day, so that it reads the same in a new workbook. */
export function whyGiven(about: Case, seat: Seat, seeker: Seeker, slack: number | null, { book, context }: World): string {
  const { open, first, policy } = seeker;
  const isChoice = open.length > 1;
  const given = placed(seat.class, slack, context, isChoice);
  const { deadline } = seat.class;
  const parts = [beginning(about), ...stoppedAs(about), ...overAs(about, context), ...unattendedAs(about)];
  if (isChoice) parts.push(say.choicesAre(open.map((one) => one.name)));
  if (seat.full.length > 0) parts.push(say.fullAre(seat.full.map((one) => one.name)));
  const late = first.includes(seat.class) ? open.filter((one) => !first.includes(one) && !seat.full.includes(one)) : [];
  if (late.length > 0) parts.push(say.closedSignUp(late.map((one) => one.name)));
  if (seat.isMoved) parts.push(say.takenForSeats(given));
  else parts.push(isChoice ? say.takenByPolicy(policy, given) : say.takenAlone(given));
  if (deadline !== null && !first.includes(seat.class)) parts.push(say.lateSignUp(dayOf(deadline, context)));
  const signUp = carriedSignUp(about, book, context);
  if (signUp !== null) parts.push(say.signUpCounts(signUp));
  return parts.join("；");
}

/** Classes of its months that cannot be booked any more. */
function overAs(about: Case, { today }: Context): string[] {
  const unattended = unattendedBy(about);
  const over = (about.candidates?.all ?? []).filter((one) => !isWindowOpen(one, today) && !unattended.includes(one));
  return over.length > 0 ? [say.overAre(over.map((one) => one.name))] : [];
}

/** The class of a sign-up that counts for the next one. */
function carriedSignUp({ enrolment }: Case, book: ClassBook, { today }: Context): string | null {
  const named = book.find(enrolment.preRegisteredClass);
  return named !== null && isMissedSignUp(named, today) ? named.name : null;
}
