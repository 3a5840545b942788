import { type Day, isDay } from "../../days/civil-day";
import type { TrainingClass } from "../../plan/training-class";
import type { PlanRow } from "../../schema/plan";
import type { Snapshot } from "../../snapshot/snapshot";

/**
 * Until when it is known who pre-registered for a class and who booked it. The program knows only the lists it has read, so
 * "not booked" is a verdict only where a list that covers the class, or staff's word, is of a day after the window.
 */
interface Known {
  /** The day of the latest list of the centre's site that names the class. */
  readonly signUps: Day | null;
  /** The same of the provincial system. */
  readonly bookings: Day | null;
  /** 预约已核对: the day on which staff looked through the class's bookings themselves. */
  readonly checked: Day | null;
}

const NOTHING: Known = { signUps: null, bookings: null, checked: null };

export class Evidence {
  private readonly rows: ReadonlyMap<string, PlanRow>;

  constructor({ plan }: Pick<Snapshot, "plan">) {
    this.rows = new Map(plan.map((row) => [row.key, row]));
  }

  of(one: TrainingClass): Known {
    const row = this.rows.get(one.key);
    if (row === undefined) return NOTHING;
    return { signUps: dayIn(row.signUpsListed), bookings: dayIn(row.bookingsListed), checked: dayIn(row.bookingChecked) };
  }

  /** Who is not among the class's bookings did not book: its window was over when they were last looked at. */
  areBookingsKnown(one: TrainingClass): boolean {
    const { bookings, checked } = this.of(one);
    const to = one.bookingTo;
    return to !== null && [bookings, checked].some((day) => day !== null && day > to);
  }

  /** The same of the sign-up on the centre's site. */
  areSignUpsKnown(one: TrainingClass): boolean {
    const { signUps } = this.of(one);
    return one.deadline !== null && signUps !== null && signUps > one.deadline;
  }
}

function dayIn(value: string | null): Day | null {
  return isDay(value) ? value : null;
}
