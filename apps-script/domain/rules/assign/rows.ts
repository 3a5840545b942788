import type { OutcomeBuilder } from "../../changes/outcome";
import { plainName } from "../../plan/classes";
import type { TrainingClass } from "../../plan/training-class";
import { KIND, LIGHT } from "../../schema/allowed";
import type { AssignCode } from "../../wording/assign";
import * as say from "../../wording/assign";
import { hasPassed, isBooked, isWithdrawn } from "../standing";
import { hasCome } from "./attendance";
import { BookingDays } from "./booking-days";
import type { Case, World } from "./case";
import { type Cells, cellsOf, DECIDED, FOLLOWING, putNowhere } from "./cells";
import {
  checkCourse,
  checkNone,
  checkPreRegistration,
  checkSat,
  checkSettled,
  checkTime,
  checkUnattended,
  isLapsed,
  who,
} from "./checks";
import { type Course, courseOf } from "./course";
import { policyOf } from "./given";
import { lightOf, slackOf } from "./light";
import type { Seat, Seeker } from "./seats";
import { whyGiven } from "./why-given";
import { whyKept } from "./why-kept";
import { whyNone } from "./why-none";

/** What became of a row. `isAssigned`: this run gave it a class that it did not have. */
export interface Written {
  readonly light: string | null;
  readonly isAssigned: boolean;
  readonly isChanged: boolean;
}

interface Taken {
  readonly seat: Seat;
  readonly seeker: Seeker;
}

/**
 * Decides the cells of one enrolment after the other. `uncovered` collects people whose month has no class (0 = 初培),
 * `courses` how many stand where in each class.
 */
export class Rows {
  readonly uncovered = new Map<number, string[]>();
  readonly courses = new Map<TrainingClass, Map<Course, number>>();
  readonly days: BookingDays;

  constructor(
    private readonly out: OutcomeBuilder<AssignCode>,
    private readonly world: World,
  ) {
    this.days = new BookingDays(world.context);
  }

  write(about: Case, taken: Taken | null): Written {
    const { enrolment, standing, isTyped } = about;
    const { changeReasons: why } = say;
    const cells = cellsOf(enrolment);
    if (standing === "ended") this.end(cells, about);
    else this.decide(cells, about, taken);
    const reason = standing === "ended" ? why.ended : isTyped ? why.typed : why.assigned;
    if (standing !== "ended") this.checkTold(about, cells.class);
    let isChanged = false;
    for (const column of about.isLeftOut ? FOLLOWING : DECIDED) {
      if (cells[column] === enrolment[column]) continue;
      isChanged = true;
      this.out.set("roster", enrolment, column, cells[column], reason);
    }
    const isAssigned = !about.isLeftOut && cells.class !== null && cells.class !== enrolment.class;
    return { light: cells.light, isAssigned, isChanged };
  }

  private decide(cells: Cells, about: Case, taken: Taken | null): void {
    const { enrolment, standing, held, heldName, lockedClass } = about;
    cells.reviewDue = this.days.reviewDue(enrolment);
    cells.lockedClass = lockedClass;
    cells.noShow = about.noShow.written;
    if (about.isTyped && lockedClass !== null) {
      const message = say.typedClass(who(about), lockedClass);
      this.out.find("A01", "roster", enrolment.key, "class", message);
    }
    if (standing === "settled") checkSettled(this.out, about, this.world.book);
    if (standing === "seeks" && taken) this.give(cells, about, taken);
    else if (standing === "seeks") this.leaveOut(cells, about);
    else if (held) this.keep(cells, about, held);
    else this.leaveInNone(cells, about, heldName);
  }

  /** No lights and reminders any more; a withdrawn enrolment gives its seat back, which its empty 班级给定日 remembers. */
  private end(cells: Cells, about: Case): void {
    const { enrolment, heldName } = about;
    if (hasPassed(enrolment) && cells.class !== heldName) {
      [cells.class, cells.writtenClass, cells.givenOn, cells.givenBy] = [heldName, heldName, null, null];
    }
    if (hasPassed(enrolment)) checkSat(this.out, about);
    cells.light = hasPassed(enrolment) ? LIGHT.done : null;
    cells.slack = null;
    cells.lastSafeBookingDay = null;
    cells.reviewDue = null;
    if (isWithdrawn(enrolment)) [cells.givenOn, cells.givenBy] = [null, null];
  }

  private give(cells: Cells, about: Case, { seat, seeker }: Taken): void {
    const { enrolment, kind } = about;
    const { context } = this.world;
    const isSame = enrolment.class === seat.class.name && enrolment.writtenClass === seat.class.name;
    const slack = this.slackIn(about, seat.class);
    this.putIn(cells, about, seat.class, slack, "ahead");
    cells.candidates = openNames(about);
    cells.reason = whyGiven(about, seat, seeker, slack, this.world);
    cells.givenOn = (isSame ? enrolment.givenOn : null) ?? context.today;
    cells.givenBy = policyOf(kind, context);
    checkPreRegistration(this.out, about, seat.class, this.world);
    checkUnattended(this.out, about, seat.class.name);
  }

  /** A class that stays or is settled. The candidates of somebody who is under way are left as they were. */
  private keep(cells: Cells, about: Case, held: TrainingClass): void {
    const { enrolment, standing } = about;
    const course = courseOf(about, held, this.world);
    this.count(held, course);
    const slack = this.slackIn(about, held);
    this.putIn(cells, about, held, slack, course);
    cells.reason = whyKept(about, held, course, slack, this.world);
    // What staff or the province decide was not given by the rule: once that is gone, it decides anew.
    cells.givenOn = standing === "settled" ? null : enrolment.class === held.name ? enrolment.givenOn : null;
    cells.givenBy = standing === "settled" ? null : enrolment.givenBy;
    checkCourse(this.out, about, held, course, this.world);
    if (standing !== "settled") checkPreRegistration(this.out, about, held, this.world);
    if (standing !== "settled" || !(isBooked(enrolment) || hasCome(enrolment))) cells.candidates = openNames(about);
  }

  private putIn(cells: Cells, about: Case, one: TrainingClass, slack: number | null, course: Course): void {
    const light = lightOf(about, one, course, slack, this.world.context);
    checkTime(this.out, about, one, slack, this.world, light);
    cells.light = light;
    cells.class = one.name;
    cells.writtenClass = one.name;
    cells.slack = slack;
    cells.lastSafeBookingDay = this.days.lastSafeBookingDay(one);
  }

  private count(one: TrainingClass, course: Course): void {
    const courses = this.courses.get(one) ?? new Map<Course, number>();
    this.courses.set(one, courses.set(course, (courses.get(course) ?? 0) + 1));
  }

  private slackIn({ enrolment, kind, certificate }: Case, one: TrainingClass): number | null {
    if (kind === KIND.initial || certificate.kind !== "day") return null;
    return slackOf(certificate, enrolment, one, this.world.context.today);
  }

  /** "培训安排如有变更": nobody is moved in silence. */
  private checkTold(about: Case, name: string | null): void {
    const { toldClass } = about.enrolment;
    if (toldClass === null || isLapsed(about) || (name !== null && plainName(toldClass) === plainName(name))) return;
    this.out.find("A25", "roster", about.enrolment.key, "toldClass", say.classChanged(who(about), toldClass, name));
  }

  /** No class can be given. */
  private leaveOut(cells: Cells, about: Case): void {
    const none = whyNone(about, this.world);
    if (none.light === LIGHT.noClass) this.collect(about);
    else checkNone(this.out, about, none, this.world);
    checkUnattended(this.out, about, null);
    putNowhere(cells, null);
    cells.candidates = openNames(about);
    cells.reason = none.reason;
    cells.light = none.light;
  }

  /** Settled, but in no class of the plan. What staff typed (`shown`) stays visible; the certificate gives the light, else a person must. */
  private leaveInNone(cells: Cells, about: Case, shown: string | null): void {
    const none = whyNone(about, this.world);
    const isDateAtFault = none.light === LIGHT.expired || none.light === LIGHT.badDate;
    if (isDateAtFault) checkNone(this.out, about, none, this.world);
    putNowhere(cells, shown);
    const reason = shown === null ? say.settledNowhere : say.notInPlan(shown);
    cells.reason = isDateAtFault ? none.reason : reason;
    cells.light = isDateAtFault ? none.light : about.kind === KIND.initial ? null : LIGHT.byHand;
  }

  private collect(about: Case): void {
    const { kind, certificate } = about;
    const month = kind !== KIND.initial && certificate.kind === "day" ? certificate.month : 0;
    const people = this.uncovered.get(month);
    if (people) people.push(who(about));
    else this.uncovered.set(month, [who(about)]);
  }
}

function openNames({ candidates }: Case): string | null {
  return candidates?.open.map((one) => one.name).join("、") || null;
}
