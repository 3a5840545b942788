import type { Finding } from "../../changes/finding";
import type { Day } from "../../days/civil-day";
import type { TrainingClass } from "../../plan/training-class";
import type { Mover } from "../../schema/allowed";
import type { Subject } from "../todo-subjects";

/** Something to do by a day. */
export interface Reminder {
  readonly finding: Finding;
  readonly due: Day | null;
  /** The first and last day on which it can be done: who was told is told again at half of it. */
  readonly window?: readonly [from: Day, to: Day];
  /**
   * What the sentence rests on: class, days, reason, but neither how many days are left nor how old a list is. A line that was
   * answered opens again when one of them changes.
   */
  readonly facts: readonly (string | null)[];
  /** The people or papers of which there may be fewer: the line opens again when there is one that was not there. */
  readonly members?: readonly string[];
  /** Whose move it is, where that is not the one that the code says. */
  readonly whose?: Mover;
  /** Whom it is about, where that is not what the row says that the finding names. */
  readonly about?: Partial<Subject>;
}

/** What a reminder about a class says beside its finding. */
export const inClass = ({ name }: TrainingClass): Pick<Reminder, "about"> => ({ about: { class: name } });

/** The first and last booking day, where both are known. */
export function windowOf({ bookingFrom, bookingTo }: TrainingClass): Pick<Reminder, "window"> {
  return bookingFrom === null || bookingTo === null ? {} : { window: [bookingFrom, bookingTo] };
}
