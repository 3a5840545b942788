import { type Day, isDay } from "../../days/civil-day";
import { plainName } from "../../plan/classes";
import type { TrainingClass } from "../../plan/training-class";
import type { ClassKind } from "../../schema/allowed";
import type { Enrolment } from "../../schema/roster";
import { fits } from "./candidates";

/** An enrolment whose pass or booking was typed before it had any class. */
export interface Typed extends Pick<Enrolment, "bookedClass" | "examOn"> {
  /** Of the class that 申报类型 needs; null when there is none (换证) or it cannot be read. */
  readonly kind: ClassKind | null;
  /** Printed on the certificate, 1 to 12; null when it is not known. */
  readonly month: number | null;
}

/**
 * The class that the person must have sat in: `booked` it is 省厅预约班级, `exam` it ended last before 考试日期. `ask`: it
 * cannot be told; `among` are the classes it may be, in date order, none where nothing is known.
 */
export type ClassOfExam =
  | { readonly kind: "booked" | "exam"; readonly class: TrainingClass }
  | { readonly kind: "ask"; readonly among: readonly TrainingClass[] };

/**
 * The province's word goes first, then the calendar: exams are booked after the training ("培训结束后，学员可进行下一步“预约理论考试”"),
 * so the class is the one of the person's kind and month that ended last before the exam's day. A class that was called
 * off is nobody's. Of a person without either, or with a word that is in no plan, staff are asked.
 *
 * @param classes of the plan year, called off ones too
 */
export function classOfExam(typed: Typed, classes: readonly TrainingClass[]): ClassOfExam {
  const held = classes.filter(({ open }) => open);
  const { kind, month } = typed;
  const among = inOrder(kind === null ? [] : held.filter((one) => fits(one, kind, month)));
  if (typed.bookedClass !== null) {
    const booked = held.find(({ name }) => plainName(name) === plainName(typed.bookedClass ?? ""));
    return booked ? { kind: "booked", class: booked } : { kind: "ask", among };
  }
  const { examOn } = typed;
  const ended = isDay(examOn) ? among.filter(({ studyTo }) => studyTo !== null && studyTo < examOn) : [];
  const last = ended.filter((one) => endOf(one) === endOf(ended[ended.length - 1]));
  const [only] = last;
  if (only && last.length === 1) return { kind: "exam", class: only };
  return { kind: "ask", among: last.length > 1 ? last : among };
}

const endOf = (one: TrainingClass | undefined): Day => one?.studyTo ?? "";

function inOrder(classes: readonly TrainingClass[]): readonly TrainingClass[] {
  return [...classes].sort((a, b) => (endOf(a) < endOf(b) ? -1 : endOf(a) > endOf(b) ? 1 : 0));
}
