import type { Summary } from "../../changes/change-set";
import { compare, type Outcome, OutcomeBuilder } from "../../changes/outcome";
import { addDays } from "../../days/civil-day";
import { classesOf } from "../../plan/classes";
import type { TrainingClass } from "../../plan/training-class";
import { KIND, LIGHTS, OVERLAP } from "../../schema/allowed";
import { rowsAside } from "../../snapshot/rows-aside";
import type { Snapshot } from "../../snapshot/snapshot";
import type { AssignCode } from "../../wording/assign";
import * as say from "../../wording/assign";
import { type Context, OTHER_YEAR } from "../context";
import { holdsSeat, isWithdrawn } from "../standing";
import { isTouched, type Touched } from "../touched";
import { Attendance, cameInTime, isReported } from "./attendance";
import { type BookableClass, type ClassBook, classBook, firstChoice, isBookable, isWindowOpen } from "./candidates";
import { type Case, caseOf, type World } from "./case";
import { Evidence } from "./evidence";
import { isScarce } from "./given";
import { isDutyDone, lastValidDay } from "./light";
import { isQuestion } from "./reason";
import { Rows, type Written } from "./rows";
import { placeAll, type Seeker } from "./seats";
import { successorFinder } from "./successors";
import { tellCourses } from "./tell-courses";
import { openTo } from "./why-none";

/**
 * 分配班级: gives every live enrolment its class by kind and the month of its certificate, says why, and lights it by the
 * day. What is settled is only checked. Sorting aside linear in the number of rows, and their order never matters.
 */
export function assign(snapshot: Snapshot, context: Context): Outcome {
  const out = new OutcomeBuilder<AssignCode>();
  // A plan of another year decides nothing about this year's people.
  if (context.problems.some(({ code }) => code === OTHER_YEAR)) return out.done(summaryOf([], [], new Map()));
  const world = worldOf(snapshot, context);
  const { book } = world;
  const cases = snapshot.roster.map((enrolment) => caseOf(enrolment, world));
  const seekers = cases.map((about) => seekerOf(about, world));
  const held = countHeld(cases, snapshot.repeated);
  const seats = placeAll(
    seekers.flatMap((seeker) => seeker ?? []),
    held,
  );
  const rows = new Rows(out, world);
  const after = cases.map((about, index) => {
    const seeker = seekers[index] ?? null;
    const seat = seeker && seats.get(seeker);
    return rows.write(about, seat ? { seat, seeker } : null);
  });
  for (const { class: one } of seats.values()) held.set(one.name, (held.get(one.name) ?? 0) + 1);
  countSeats(out, snapshot, book, held, context);
  tellCourses(out, rows.courses, world);
  tellUncovered(out, rows.uncovered, world);
  tellUnknownYears(out, rows.days.unknownYears);
  return out.done(summaryOf(cases, after, held));
}

/**
 * Of these enrolments, what does not hang on free seats: class and light of who has ended, is booked, came, or keeps a class.
 * Who seeks a class is left as it is, for the whole action to place.
 */
export function assignRows(snapshot: Snapshot, context: Context, only: Touched): Outcome {
  const out = new OutcomeBuilder<AssignCode>();
  if (context.problems.some(({ code }) => code === OTHER_YEAR)) return out.done();
  const world = worldOf(snapshot, context);
  const rows = new Rows(out, world);
  for (const enrolment of snapshot.roster) {
    const about = isTouched(only, "roster", enrolment.key) ? caseOf(enrolment, world) : null;
    if (about !== null && about.standing !== "seeks") rows.write(about, null);
  }
  return out.done();
}

/** Where somebody sits who came hangs on nobody else, so that is told first: the others go by it. */
function worldOf(snapshot: Snapshot, context: Context): World {
  const book = classBook(classesOf(snapshot, context.settings.planYear), context.today);
  const known = { book, context, evidence: new Evidence(snapshot), hasSuccessor: successorFinder(snapshot) };
  const empty = { ...known, attendance: new Attendance(() => [], context) };
  const classesReported = (): (string | null)[] => {
    const came = snapshot.roster.filter(isReported).map((row) => caseOf(row, empty));
    return came.filter(({ enrolment, held }) => held === null || cameInTime(enrolment, held)).map(({ heldName }) => heldName);
  };
  return { ...known, attendance: new Attendance(classesReported, context) };
}

/** The person as somebody who may be given a class today, or null. */
function seekerOf(about: Case, world: World): Seeker | null {
  const { enrolment, standing, kind, certificate, candidates } = about;
  if (standing !== "seeks" || about.isLeftOut || !candidates) return null;
  const { book, context } = world;
  if (isDutyDone(enrolment) || isQuestion(about, null, context)) return null;
  const isInitial = kind === KIND.initial;
  if (!isInitial && (certificate.kind !== "day" || certificate.isPast)) return null;
  const { overlapPolicy, safetyMargin } = context.settings;
  const open = inTime(openTo(about), about, book);
  if (open.length === 0) return null;
  return {
    id: enrolment.key,
    expiry: !isInitial && certificate.kind === "day" ? certificate.validUntil : "",
    open,
    first: firstChoice(candidates, enrolment, book, context.today).filter((one) => open.includes(one)),
    former: formerOf(about),
    // The policy is for months that lie in two classes; 初培 goes to the first class there is.
    policy: isInitial ? OVERLAP.earliest : overlapPolicy,
    marginDay:
      overlapPolicy === OVERLAP.latest && certificate.kind === "day" ? addDays(lastValidDay(certificate), -safetyMargin) : "",
  };
}

/** A class that ends too late is no help while another is left. */
function inTime(open: readonly BookableClass[], { kind, certificate }: Case, book: ClassBook): readonly BookableClass[] {
  if (kind === KIND.initial || certificate.kind !== "day") return open;
  const last = lastValidDay(certificate);
  const useful = open.filter(({ studyTo }) => studyTo <= last);
  return useful.length === 0 || useful.length === open.length ? open : book.same(useful);
}

/** Where seats are scarce, whoever comes back (cancelled and live again, no longer locked) has the first call on the old seat. */
function formerOf(about: Case): BookableClass | null {
  const { enrolment, held } = about;
  const isFormer = isScarce(about) && enrolment.class === enrolment.writtenClass && enrolment.givenOn === null;
  return isFormer && held !== null && isBookable(held) ? held : null;
}

/**
 * How many people hold each class before seats are given out. A withdrawn enrolment holds none, a passed one does, and so
 * does a row that is set aside because its number repeats.
 */
function countHeld(cases: readonly Case[], aside: Snapshot["repeated"]): Map<string, number> {
  const held = new Map<string, number>();
  for (const row of rowsAside(aside, "roster")) {
    if (holdsSeat(row)) held.set(row.class, (held.get(row.class) ?? 0) + 1);
  }
  for (const { enrolment, standing, heldName } of cases) {
    if (heldName !== null && standing !== "seeks" && !isWithdrawn(enrolment)) held.set(heldName, (held.get(heldName) ?? 0) + 1);
  }
  return held;
}

/** 已分配 of every class of the year; rows of older versions hold none. */
function countSeats(
  out: OutcomeBuilder<AssignCode>,
  snapshot: Snapshot,
  book: ClassBook,
  held: ReadonlyMap<string, number>,
  context: Context,
): void {
  const classes = new Map<string, TrainingClass>(book.classes.map((one) => [one.key, one]));
  for (const row of snapshot.plan) {
    const one = classes.get(row.key);
    const people = one ? (held.get(one.name) ?? 0) : null;
    if (one || row.year === context.settings.planYear) out.set("plan", row, "assigned", people, say.changeReasons.seats);
    if (!one || people === null || one.capacity === null || people <= one.capacity) continue;
    if (one.studyTo !== null && one.studyTo < context.today) continue;
    out.find("A14", "plan", row.key, "assigned", say.overfull(one.name, one.capacity, people));
  }
}

/** Months without a class: one finding for all people. */
function tellUncovered(
  out: OutcomeBuilder<AssignCode>,
  uncovered: ReadonlyMap<number, readonly string[]>,
  { book, context: { today } }: World,
): void {
  if (uncovered.size === 0) return;
  const months = [...uncovered.keys()].sort((a, b) => a - b);
  const byMonth = months.filter((month) => month > 0);
  const people = byMonth.flatMap((month) => [...(uncovered.get(month) ?? [])].sort(compare));
  const initial = [...(uncovered.get(0) ?? [])].sort(compare);
  const sentences = [
    ...(people.length > 0 ? [say.monthsUncovered(byMonth, people)] : []),
    ...(initial.length > 0 ? [say.initialUncovered(initial)] : []),
  ];
  const isAnyOpen = book.classes.some((one) => one.open && isWindowOpen(one, today));
  out.find("A10", "roster", null, "validUntil", sentences.join(""), isAnyOpen ? {} : { advice: say.nothingOpen });
}

function tellUnknownYears(out: OutcomeBuilder<AssignCode>, years: ReadonlySet<number>): void {
  if (years.size === 0) return;
  const message = say.holidaysUnknown([...years].sort((a, b) => a - b));
  out.find("A17", "holidays", null, "day", message);
}

/**
 * `considered` = rows of 名册, `assigned` = rows that this run gave a class they did not have, `unchanged` = rows without
 * any change; `lights` counts the lights that are there, `classes` the people of each class that has some.
 */
function summaryOf(cases: readonly Case[], after: readonly Written[], held: ReadonlyMap<string, number>): Summary {
  const lights: Record<string, number> = {};
  for (const light of LIGHTS) {
    const count = after.filter((written) => written.light === light).length;
    if (count > 0) lights[light] = count;
  }
  return {
    considered: cases.length,
    assigned: after.filter((written) => written.isAssigned).length,
    unchanged: after.filter((written) => !written.isChanged).length,
    lights,
    classes: Object.fromEntries([...held].sort(([a], [b]) => compare(a, b))),
  };
}
