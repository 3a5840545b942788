import type { TrainingClass } from "../../plan/training-class";
import { hasBegun } from "../../rules/assign/attendance";
import { classKindOf } from "../../rules/assign/candidates";
import { type ClassFinder, classFinder } from "../../rules/class-finder";
import { kindIn } from "../../rules/money/debts";
import { hasEnded, isBooked, isTrained } from "../../rules/standing";
import type { Enrolment, ROSTER } from "../../schema/roster";
import * as desk from "../../wording/desk";
import * as say from "../../wording/enrolment";
import { whoIs } from "../../wording/roster";
import { doubtsOf } from "../asked-reason";
import type { ClerkRun } from "../clerk-run";
import { defineOperation } from "../define-operation";
import { stillEnrolled } from "../desk/standing-check";
import { toldOf } from "../desk/told";
import { optional } from "../inputs/field";
import * as field from "../inputs/fields";
import { people } from "../inputs/people-field";
import { keepNote } from "../state-note";

/**
 * 调班: 锁定班级, so that nothing moves them again. Money, papers and card are the enrolment's and go along. What speaks against it
 * (no seat, the class has begun, reported in elsewhere) is taken with a reason alone, which is kept in 状态备注.
 */
export const move = defineOperation({
  id: "move",
  title: say.MOVE_TITLE,
  about: say.moveAbout,
  input: {
    people: people({ title: desk.PEOPLE_TITLE }),
    class: field.trainingClass({ title: say.newClassTitle }),
    reason: optional(field.text({ title: desk.REASON_TITLE, note: say.moveReasonNote })),
  },
  example: { input: { people: "沈丽华", class: "再三", reason: "单位安排" }, today: "2024-03-20" },
  decide: (run, { people: keys, class: name, reason }) => {
    const classes = classFinder(run.snapshot);
    const one = openClass(run, classes, name);
    const rows = stillEnrolled(run, keys, say.MOVE_TITLE).filter((row) => one !== null && mayMove(run, row, one));
    const isFull = one === null ? false : seatsWanted(run, one, rows);
    const concernsOf = (row: Enrolment): readonly string[] => [
      ...(isFull === false ? [] : [isFull]),
      ...(one !== null && hasBegun(one, run.context.today) ? [say.hasBegun(name)] : []),
      ...(row.reportedInOn === null ? [] : [desk.reported(row.reportedInOn) + say.inOther(row.class)]),
    ];
    const doubts = new Map(doubtsOf(run, rows, concernsOf, () => reason).map(({ row, concerns }) => [row.key, concerns]));
    for (const row of rows) {
      run.out.set("roster", row, "lockedClass", name, say.MOVE_TITLE);
      const sentence = say.keptMove(run.context.today, row.class, name, doubts.get(row.key) ?? [], reason);
      if (row.lockedClass !== name) keepNote(run, row, sentence, say.MOVE_TITLE);
    }
    const partsOf = (before: Enrolment, now: Enrolment): readonly string[] => [
      say.moved(before.class, name),
      ...(before.light === null || before.light === now.light ? [] : [say.lightWas(before.light)]),
      ...(doubts.get(before.key) ?? []),
      ...bookAgain(before, one),
      ...(before.toldClass !== null && before.toldClass !== name ? [say.tellThem(before.toldClass)] : []),
    ];
    return (after) => toldOf(rows, after, partsOf, (count) => say.manyMoved(count, name));
  },
});

/** The class, if anybody can still go there. */
function openClass(run: ClerkRun, classes: ClassFinder, name: string): TrainingClass | null {
  const one = classes.named(name);
  const wrong = (message: string): null => {
    const possible = classes.classes.filter(({ open, studyTo }) => open && studyTo !== null && studyTo >= run.context.today);
    run.complain("class", { given: name, message, possible: possible.map((other) => other.name) });
    return null;
  };
  if (one === null || !one.open) return wrong(say.calledOff);
  return one.studyTo !== null && one.studyTo < run.context.today ? wrong(say.isOver(one.studyTo)) : one;
}

function mayMove(run: ClerkRun, row: Enrolment, one: TrainingClass): boolean {
  const kind = classKindOf(kindIn(row));
  if (isTrained(row)) run.refuse(row, "K22", "trained", say.trainedAlready(whoIs(row)));
  else if (kind !== null && kind !== one.kind) run.refuse(row, "K23", ROSTER_KIND, say.otherKind(whoIs(row), row.kind, one.name));
  else return true;
  return false;
}

const ROSTER_KIND = "kind" satisfies keyof typeof ROSTER.columns;

/** Whether those who come and those who are there are more than the seats; what to say of it. */
function seatsWanted({ snapshot }: ClerkRun, { name, capacity }: TrainingClass, rows: readonly Enrolment[]): string | false {
  if (capacity === null) return false;
  const coming = new Set(rows.map(({ key }) => key));
  const held = snapshot.roster.filter((row) => row.class === name && !coming.has(row.key) && !gaveUp(row)).length;
  return held + coming.size > capacity ? say.classFull(name, capacity, held) : false;
}

const gaveUp = (row: Enrolment): boolean => hasEnded(row) && !isTrained(row);

/** A booking at the province is for one class: for another one it has to be made anew. */
function bookAgain(row: Enrolment, one: TrainingClass | null): readonly string[] {
  if (one === null || !isBooked(row) || row.bookedClass === null || row.bookedClass === one.name) return [];
  const { bookingFrom, bookingTo } = one;
  return [say.bookAgain(row.bookedClass, bookingFrom, bookingTo)];
}
