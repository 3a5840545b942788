import type { Day } from "../../days/civil-day";
import { cameInTime } from "../../rules/assign/attendance";
import { type ClassFinder, classFinder } from "../../rules/class-finder";
import type { Cents } from "../../rules/money/payment-amounts";
import { BOOKING } from "../../schema/allowed";
import type { Enrolment } from "../../schema/roster";
import * as say from "../../wording/desk";
import { stillOpen } from "../../wording/money";
import type { ClerkRun } from "../clerk-run";

/** Where somebody reports in: the class that was named, else their own. */
interface Reporting {
  readonly day: Day;
  readonly class: string | null;
}

/** What speaks against taking somebody in, in the order in which it is said; none when all is as it should be. */
export class Concerns {
  private readonly classes: ClassFinder;

  constructor(snapshot: ClerkRun["snapshot"]) {
    this.classes = classFinder(snapshot);
  }

  isOtherClass(row: Enrolment, name: string): boolean {
    return this.classes.of(row)?.name !== name;
  }

  of(row: Enrolment, { day, class: named }: Reporting, open: Cents): readonly string[] {
    const own = this.classes.of(row);
    const one = named === null ? own : this.classes.named(named);
    return [
      ...(named !== null && own?.name !== named ? [say.otherClass(own?.name ?? null, named)] : []),
      ...(one === null ? [say.noClassYet] : cameInTime({ reportedInOn: day }, one) ? [] : [say.otherTime(one.name, day)]),
      ...(row.booking === BOOKING.passed ? [] : [say.notApproved(row.booking)]),
      ...(open > 0 ? [stillOpen(open)] : []),
    ];
  }
}
