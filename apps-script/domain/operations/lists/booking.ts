import { stateWord } from "../../merge/site/kinds";
import type { TrainingClass } from "../../plan/training-class";
import { type ClassFinder, classFinder } from "../../rules/class-finder";
import { isBooked } from "../../rules/standing";
import { BOOKING, BOOKING_STATES } from "../../schema/allowed";
import { type Enrolment, ROSTER } from "../../schema/roster";
import * as desk from "../../wording/desk";
import * as say from "../../wording/lists";
import { whoIs } from "../../wording/roster";
import type { ClerkRun } from "../clerk-run";
import { defineOperation, type Told } from "../define-operation";
import { stillEnrolled } from "../desk/standing-check";
import { toldOf } from "../desk/told";
import type { InputOf } from "../inputs/define-input";
import { optional } from "../inputs/field";
import * as field from "../inputs/fields";
import { people } from "../inputs/people-field";

const { columns } = ROSTER;

const input = {
  people: optional(people({ title: desk.PEOPLE_TITLE })),
  state: optional(
    field.choice({
      title: columns.booking.title,
      words: BOOKING_STATES,
      meaning: (written) => BOOKING_STATES.find((one) => one === stateWord("booking", written)) ?? null,
    }),
  ),
  class: optional(field.trainingClass({ title: columns.bookedClass.title, note: say.bookingClassNote })),
  day: optional(field.day({ title: columns.bookedOn.title, note: say.bookingDayNote, isPast: true })),
  reason: optional(field.text({ title: columns.refusal.title, note: say.refusalNote })),
  checked: optional(field.trainingClass({ title: say.checkedTitle, note: say.checkedNote })),
};

/**
 * 登记省厅预约 (the notice, step 2): what the provincial system says. A refusal tells until when to book again. `checked` says that
 * a class's bookings were looked through on the day: who is not booked there is then known not to be.
 */
export const booking = defineOperation({
  id: "booking",
  title: say.BOOKING_TITLE,
  about: say.bookingAbout,
  input,
  example: { input: { people: "孙秀英", state: BOOKING.passed }, today: "2024-03-20" },
  decide: (run, given) => {
    const { people: keys, state, reason, checked } = given;
    if (keys === null && checked === null) run.complain("people", { given: "", message: say.peopleOrChecked, possible: [] });
    if ((keys === null) !== (state === null)) {
      run.complain(keys === null ? "people" : "state", { given: "", message: say.stateNeedsPeople, possible: BOOKING_STATES });
    }
    if (state === BOOKING.refused && reason === null) {
      run.complain("reason", { given: "", message: say.refusalNeedsReason, possible: [] });
    }
    if (state !== BOOKING.refused && reason !== null) {
      run.complain("reason", { given: reason, message: say.reasonWithoutRefusal, possible: [] });
    }
    const classes = classFinder(run.snapshot);
    const rows = stillEnrolled(run, keys ?? [], say.BOOKING_TITLE);
    if (state !== null) for (const row of rows) book(run, row, { ...given, state }, classes);
    const said = checked === null ? [] : [check(run, classes, checked, given.day ?? run.context.today)];
    return (after): Told => {
      const isDayTaken = (before: Enrolment, now: Enrolment): boolean =>
        given.day === null && state !== null && isNewBooking(before, state, now.bookedClass);
      const partsOf = (before: Enrolment, now: Enrolment) => [
        ...partsFor(now, classes.named(now.bookedClass), run.context.today),
        ...(isDayTaken(before, now) ? [say.dayToday] : []),
      ];
      if (rows.length === 0) return { said: said.join("，"), people: {} };
      const told = toldOf(rows, after, partsOf, (count) => say.manyBooked(count, state ?? ""));
      return { ...told, said: [told.said, ...said].join("，") };
    };
  },
});

function book(
  run: ClerkRun,
  row: Enrolment,
  { state, class: named, day, reason }: InputOf<typeof input> & { readonly state: (typeof BOOKING_STATES)[number] },
  classes: ClassFinder,
): void {
  const isNone = state === BOOKING.none;
  const name = named ?? classes.named(row.bookedClass)?.name ?? classes.of(row)?.name ?? null;
  if (name === null && !isNone) run.complain("class", { given: "", message: `${whoIs(row)}${say.classWanted}`, possible: [] });
  const bookedOn = day ?? (isNewBooking(row, state, name) ? run.context.today : row.bookedOn);
  run.out.set("roster", row, "booking", state, say.BOOKING_TITLE);
  run.out.set("roster", row, "bookedClass", isNone ? null : name, say.BOOKING_TITLE);
  run.out.set("roster", row, "bookedOn", isNone ? null : bookedOn, say.BOOKING_TITLE);
  run.out.set("roster", row, "refusal", reason, say.BOOKING_TITLE);
}

/** Booked anew, or for another class: that happened on a day of its own. A review says nothing of the day. */
function isNewBooking(row: Enrolment, state: string, name: string | null): boolean {
  return state === BOOKING.underReview && !(isBooked(row) && row.bookedClass === name);
}

/** The class's people follow: of who is not booked it is known now. */
function check(run: ClerkRun, classes: ClassFinder, name: string, day: string): string {
  const one = classes.named(name);
  const row = run.snapshot.plan.find(({ key }) => key === one?.key);
  if (row) run.out.set("plan", row, "bookingChecked", day, say.BOOKING_TITLE);
  run.people(run.snapshot.roster.filter((person) => person.class === name).map(({ key }) => key));
  return say.listChecked(name, day);
}

function partsFor({ booking: state, bookedOn }: Enrolment, one: TrainingClass | null, today: string): readonly string[] {
  const { bookingFrom, bookingTo, name = null } = one ?? { bookingFrom: null, bookingTo: null };
  // Whatever its day, a booking of today is too early for a window that is still to open.
  const on = bookedOn ?? (bookingFrom !== null && today < bookingFrom ? today : null);
  const isOutside = bookingFrom !== null && bookingTo !== null && on !== null && (on < bookingFrom || on > bookingTo);
  const again = bookingTo === null ? [] : [today <= bookingTo ? say.bookAgainBy(bookingTo) : say.windowOver(bookingTo)];
  return [
    say.bookedAs(state ?? "", name),
    ...(isOutside && state !== BOOKING.none ? [say.outsideWindow(bookingFrom, bookingTo)] : []),
    ...(state === BOOKING.refused ? again : []),
  ];
}
