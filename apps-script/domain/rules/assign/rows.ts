import type { OutcomeBuilder } from "../../changes/outcome";
import type { TrainingClass } from "../../plan/training-class";
import { KIND, LIGHT } from "../../schema/allowed";
import type { Enrolment } from "../../schema/roster";
import * as say from "../../wording/assign";
import type { Context } from "../context";
import { hasPassed, isWithdrawn } from "../standing";
import { BookingDays } from "./booking-days";
import type { ClassBook } from "./candidates";
import { type Case, isUnderWay } from "./case";
import { checkNone, checkPreRegistration, checkSettled, checkTime, who } from "./checks";
import { lightOf, slackOf } from "./light";
import { whyGiven, whyKept, whyNone } from "./reason";
import type { Seat, Seeker } from "./seats";

/** The columns that the action decides. */
const DECIDED = [
  ...(["lockedClass", "class", "candidates", "reason", "light", "slack", "lastSafeBookingDay"] as const),
  ...(["reviewDue", "writtenClass", "givenOn"] as const),
] as const;
type Cells = { -readonly [C in (typeof DECIDED)[number]]: Enrolment[C] };

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

/** Decides the cells of one enrolment after the other. `uncovered` collects people whose month has no class (0 = 初培). */
export class Rows {
  readonly uncovered = new Map<number, string[]>();
  readonly days: BookingDays;

  constructor(
    private readonly out: OutcomeBuilder,
    private readonly book: ClassBook,
    private readonly context: Context,
  ) {
    this.days = new BookingDays(context);
  }

  write(about: Case, taken: Taken | null): Written {
    const { enrolment, standing, isTyped } = about;
    const { changeReasons: why } = say;
    const cells = cellsOf(enrolment);
    if (standing === "ended") end(cells, about);
    else this.decide(cells, about, taken);
    const reason = standing === "ended" ? why.ended : isTyped ? why.typed : why.assigned;
    let isChanged = false;
    for (const column of DECIDED) {
      if (cells[column] === enrolment[column]) continue;
      isChanged = true;
      this.out.set("roster", enrolment, column, cells[column], reason);
    }
    return { light: cells.light, isAssigned: cells.class !== null && cells.class !== enrolment.class, isChanged };
  }

  private decide(cells: Cells, about: Case, taken: Taken | null): void {
    const { enrolment, standing, held, heldName, lockedClass } = about;
    cells.reviewDue = this.days.reviewDue(enrolment);
    cells.lockedClass = lockedClass;
    if (about.isTyped && lockedClass !== null) {
      const message = say.typedClass(who(about), lockedClass);
      this.out.find("A01", "roster", enrolment.key, "class", message);
    }
    if (standing === "settled") checkSettled(this.out, about, this.book);
    if (standing === "seeks" && taken) this.give(cells, about, taken);
    else if (standing === "seeks") this.leaveOut(cells, about);
    else if (held) this.keep(cells, about, held);
    else this.leaveInNone(cells, about, heldName);
  }

  private give(cells: Cells, about: Case, { seat, seeker }: Taken): void {
    const slack = slackIn(about, seat.class);
    checkPreRegistration(this.out, about, seat.class, this.book);
    this.putIn(cells, about, seat.class, slack);
    cells.candidates = openNames(about);
    cells.reason = whyGiven(about, seat, seeker, slack, this.context);
    cells.givenOn = this.context.today;
  }

  /** A class that stays or is settled. The candidates of somebody who is under way are left as they were. */
  private keep(cells: Cells, about: Case, held: TrainingClass): void {
    const { enrolment, standing } = about;
    const slack = slackIn(about, held);
    const isSame = enrolment.class === held.name && enrolment.writtenClass === held.name;
    this.putIn(cells, about, held, slack);
    cells.reason = whyKept(about, held, slack, this.context);
    cells.givenOn = (isSame ? enrolment.givenOn : null) ?? this.context.today;
    if (standing === "stays") checkPreRegistration(this.out, about, held, this.book);
    if (standing === "stays" || !isUnderWay(enrolment)) cells.candidates = openNames(about);
  }

  private putIn(cells: Cells, about: Case, one: TrainingClass, slack: number | null): void {
    checkTime(this.out, about, one, slack, this.context);
    cells.class = one.name;
    cells.writtenClass = one.name;
    cells.light = this.lightIn(about, slack);
    cells.slack = slack;
    cells.lastSafeBookingDay = this.days.lastSafeBookingDay(one);
  }

  /** No class can be given. */
  private leaveOut(cells: Cells, about: Case): void {
    const none = whyNone(about, this.context);
    if (none.light === LIGHT.noClass) this.collect(about);
    else checkNone(this.out, about, none, this.context);
    putNowhere(cells, null);
    cells.candidates = openNames(about);
    cells.reason = none.reason;
    cells.light = none.light;
  }

  /** Settled, but in no class of the plan. What staff typed (`shown`) stays visible; the certificate gives the light, else a person must. */
  private leaveInNone(cells: Cells, about: Case, shown: string | null): void {
    const none = whyNone(about, this.context);
    const isDateAtFault = none.light === LIGHT.expired || none.light === LIGHT.badDate;
    if (isDateAtFault) checkNone(this.out, about, none, this.context);
    putNowhere(cells, shown);
    const reason = shown === null ? say.settledNowhere : say.notInPlan(shown);
    cells.reason = isDateAtFault ? none.reason : reason;
    cells.light = isDateAtFault ? none.light : about.kind === KIND.initial ? null : LIGHT.byHand;
  }

  private lightIn({ enrolment, kind, certificate }: Case, slack: number | null) {
    if (kind === KIND.initial) return null;
    if (certificate.kind === "day")
      return slack === null ? null : lightOf(certificate, slack, enrolment, this.context.settings.safetyMargin);
    return certificate.kind === "unreadable" || kind === KIND.retraining ? LIGHT.badDate : null;
  }

  private collect(about: Case): void {
    const { kind, certificate } = about;
    const month = kind !== KIND.initial && certificate.kind === "day" ? certificate.month : 0;
    const people = this.uncovered.get(month);
    if (people) people.push(who(about));
    else this.uncovered.set(month, [who(about)]);
  }
}

function cellsOf(row: Enrolment): Cells {
  const { lockedClass, candidates, reason, light, slack, lastSafeBookingDay, reviewDue, writtenClass, givenOn } = row;
  return {
    lockedClass,
    class: row.class,
    candidates,
    reason,
    light,
    slack,
    lastSafeBookingDay,
    reviewDue,
    writtenClass,
    givenOn,
  };
}

/** No lights and reminders any more; a withdrawn enrolment gives its seat back, which its empty 班级给定日 remembers. */
function end(cells: Cells, { enrolment }: Case): void {
  cells.light = hasPassed(enrolment) ? LIGHT.done : null;
  cells.slack = null;
  cells.lastSafeBookingDay = null;
  cells.reviewDue = null;
  if (isWithdrawn(enrolment)) cells.givenOn = null;
}

function putNowhere(cells: Cells, shown: string | null): void {
  cells.class = shown;
  cells.writtenClass = shown;
  cells.givenOn = null;
  cells.slack = null;
  cells.lastSafeBookingDay = null;
}

function slackIn({ kind, certificate }: Case, one: TrainingClass): number | null {
  if (kind === KIND.initial || certificate.kind !== "day" || one.studyTo === null) return null;
  return slackOf(certificate, one.studyTo);
}

function openNames({ candidates }: Case): string | null {
  return candidates?.open.map((one) => one.name).join("、") || null;
}
