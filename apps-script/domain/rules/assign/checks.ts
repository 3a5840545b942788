import type { OutcomeBuilder } from "../../changes/outcome";
import type { TrainingClass } from "../../plan/training-class";
import { KIND, LIGHT, type Light } from "../../schema/allowed";
import { textOf } from "../../snapshot/value";
import type { AssignCode } from "../../wording/assign";
import * as say from "../../wording/assign";
import { isBooked } from "../standing";
import { hasCome } from "./attendance";
import { type ClassBook, classKindOf, fits, isMissedSignUp, stillBookable } from "./candidates";
import type { Case, World } from "./case";
import type { Course } from "./course";
import { isExamTooLate, lastValidDay } from "./light";
import { unattendedBy, whyAsked } from "./reason";
import type { NoClass } from "./why-none";

/** The certificate has run out: nothing is arranged for its retraining any more. */
export function isLapsed({ kind, certificate }: Case): boolean {
  return kind !== KIND.initial && certificate.kind === "day" && certificate.isPast;
}

export function who({ enrolment }: Case): string {
  return say.personAs(enrolment.name, textOf(enrolment.id) || enrolment.key);
}

/** What a person should look at in a class that was decided elsewhere: by hand, or by what happened since. */
export function checkSettled(out: OutcomeBuilder<AssignCode>, about: Case, book: ClassBook): void {
  const { enrolment, held, heldName, certificate } = about;
  const { key } = enrolment;
  const person = who(about);
  const column = about.lockedClass === null ? "class" : "lockedClass";
  if (heldName === null) {
    out.find("A18", "roster", key, "class", say.nowhere(person));
    return;
  }
  if (!held) {
    out.find("A02", "roster", key, column, say.unknownClass(person, heldName));
    return;
  }
  if (!held.open) out.find("A03", "roster", key, column, say.closedClass(person, held.name));
  const kind = classKindOf(about.kind);
  if (kind !== null && held.kind !== kind) {
    out.find("A04", "roster", key, column, say.otherKind(person, held.name, textOf(enrolment.kind)));
  } else if (kind === KIND.retraining && certificate.kind === "day" && !fits(held, kind, certificate.month)) {
    out.find("A05", "roster", key, column, say.otherMonth(person, held.name, certificate.validUntil));
  }
  if (isBooked(enrolment) && enrolment.bookedClass !== null && book.find(enrolment.bookedClass) !== held) {
    const message = say.bookedElsewhere(person, enrolment.bookedClass, held.name);
    out.find("A06", "roster", key, "bookedClass", message);
  }
}

/** Passed without a class, which neither the booking nor the exam's day tells. */
export function checkSat(out: OutcomeBuilder<AssignCode>, about: Case): void {
  if (about.heldName === null) out.find("A18", "roster", about.enrolment.key, "class", say.nowhere(who(about)));
}

/** What the day says about a class that somebody has. */
export function checkTime(
  out: OutcomeBuilder<AssignCode>,
  about: Case,
  held: TrainingClass,
  slack: number | null,
  world: World,
  light: Light | null,
): void {
  const { enrolment, certificate } = about;
  const { book, context } = world;
  const { key } = enrolment;
  if (about.kind === KIND.initial) return;
  if (certificate.kind !== "day") {
    checkDate(out, about);
  } else if (light === LIGHT.expired) {
    checkExpired(out, about, world);
  } else if (light === LIGHT.notRetrained) {
    out.find("A19", "roster", key, "dutyAnswer", say.askDuty(who(about), certificate.validUntil, whyAsked(about, world)));
  } else if (light === LIGHT.late && isExamTooLate(certificate, enrolment)) {
    const message = say.examTooLate(who(about), textOf(enrolment.examOn), certificate.dutyDay);
    out.find("A07", "roster", key, "examOn", message);
  } else if (light === LIGHT.late && slack !== null && held.studyTo !== null) {
    const ends = say.dayAs(held.studyTo, context.settings.planYear);
    const message = say.tooTight(who(about), held.name, ends, certificate.dutyDay);
    const last = lastValidDay(certificate);
    const isHelped = !hasCome(enrolment) && stillBookable(book, context.today, (end) => end <= last).length > 0;
    out.find("A15", "roster", key, "class", message, { advice: isHelped ? say.earlierClass : say.nothingHelps });
  }
}

/** The proposal is made until it is carried out. */
function checkExpired(out: OutcomeBuilder<AssignCode>, about: Case, { context, hasSuccessor }: World): void {
  const { enrolment, certificate } = about;
  if (certificate.kind !== "day" || hasSuccessor(enrolment)) return;
  const advice = say.expiredAdvice(context.settings.initialFee);
  out.find("A09", "roster", enrolment.key, "validUntil", say.expired(who(about), certificate.validUntil, enrolment.dutyAnswer), {
    advice,
  });
}

/** What is missing or to be done because of where the person stands in the class; what is one matter for a whole class is told of the class. */
export function checkCourse(
  out: OutcomeBuilder<AssignCode>,
  about: Case,
  held: TrainingClass,
  course: Course,
  { context }: World,
): void {
  const { enrolment } = about;
  const { key } = enrolment;
  if (course === "unreviewed") out.find("A21", "roster", key, "booking", say.stillUnderReview(who(about), held.name));
  if (course === "absent" && !isLapsed(about)) findAbsent(out, about, [held], held.name);
  if (course === "byCentre" && about.lockedClass !== null && held.bookingTo !== null) {
    const to = say.dayAs(held.bookingTo, context.settings.planYear);
    out.find("A26", "roster", key, "booking", say.lockedUnbooked(who(about), held.name, to));
  }
}

/** Did not come, and was given another class or none: the unit has to be told. */
export function checkUnattended(out: OutcomeBuilder<AssignCode>, about: Case, now: string | null): void {
  const classes = unattendedBy(about);
  if (classes.length > 0 && !isLapsed(about)) findAbsent(out, about, classes, now);
}

/** Where 未报到 says so already, nobody is asked to fill it in. */
function findAbsent(out: OutcomeBuilder<AssignCode>, about: Case, classes: readonly TrainingClass[], now: string | null): void {
  const message = say.absentFrom(who(about), classes.map(({ name }) => name).join("、"), now);
  const isSaid = classes.every((one) => about.noShow.classes.has(one));
  out.find("A20", "roster", about.enrolment.key, "noShow", message, isSaid ? { advice: say.absentAdvice } : {});
}

function checkDate(out: OutcomeBuilder<AssignCode>, about: Case): void {
  const { enrolment, certificate } = about;
  if (certificate.kind === "unreadable") {
    out.find("A08", "roster", enrolment.key, "validUntil", say.badDate(who(about), certificate.message));
  } else if (certificate.kind === "missing" && about.kind === KIND.retraining) {
    out.find("A08", "roster", enrolment.key, "validUntil", say.noDate(who(about)));
  }
}

/** The person pre-registered for another class than the one given; a sign-up for one that is over counts for the next. */
export function checkPreRegistration(
  out: OutcomeBuilder<AssignCode>,
  about: Case,
  given: TrainingClass,
  { book, context }: World,
): void {
  const { preRegisteredClass } = about.enrolment;
  const named = book.find(preRegisteredClass);
  if (preRegisteredClass === null || named === given || (named !== null && isMissedSignUp(named, context.today))) return;
  const message = say.preRegisteredElsewhere(who(about), preRegisteredClass, given.name);
  out.find("A16", "roster", about.enrolment.key, "preRegisteredClass", message);
}

/** Nobody could be given a class; months without any are told once for all people. */
export function checkNone(out: OutcomeBuilder<AssignCode>, about: Case, none: NoClass, world: World): void {
  const { enrolment, certificate } = about;
  const { key } = enrolment;
  const names = none.classes.map((one) => one.name);
  switch (none.light) {
    case LIGHT.expired:
      checkExpired(out, about, world);
      return;
    case LIGHT.notRetrained:
      if (certificate.kind === "day")
        out.find("A19", "roster", key, "dutyAnswer", say.askDuty(who(about), certificate.validUntil, whyAsked(about, world)));
      return;
    case LIGHT.late:
      if (certificate.kind === "day")
        out.find("A15", "roster", key, "validUntil", say.lastDayGone(who(about), certificate.dutyDay), {
          advice: say.nothingHelps,
        });
      return;
    case LIGHT.badDate:
      checkDate(out, about);
      return;
    case LIGHT.byHand:
      out.find("A13", "roster", key, "kind", say.byHand(who(about), none.reason));
      return;
    case LIGHT.closed:
      out.find("A11", "roster", key, "class", say.tooLateToBook(who(about), names));
      return;
    case LIGHT.full:
      out.find("A12", "roster", key, "class", say.noSeatLeft(who(about), names));
      return;
    default:
      return;
  }
}
