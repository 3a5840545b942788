import { hasCome } from "../rules/assign/attendance";
import { isBooked } from "../rules/standing";
import type { Enrolment } from "../schema/roster";
import { isFormerOf } from "../wording/assign";
import { plainName } from "./classes";
import type { ClassTerms } from "./training-class";

/** Told of the class, or in one of the two lists for it: what changes has to be told again. */
export function knowsOf(row: Enrolment, name: string): boolean {
  const { toldClass, preRegisteredOn, preRegisteredClass } = row;
  if (toldClass !== null) return plainName(toldClass) === plainName(name) || isFormerOf(toldClass, name);
  return preRegisteredOn !== null || preRegisteredClass !== null || isBooked(row);
}

const CLASS_DAYS = ["reportIn", "reportHours", "studyFrom", "studyTo"] as const;
const WINDOW = ["bookingFrom", "bookingTo"] as const;

/** Whether a change of days is still before somebody: a deadline for who is to pre-register, a window for who is to book. */
export function concernedBy(was: ClassTerms, is: ClassTerms): (row: Enrolment) => boolean {
  const isOther = (terms: readonly (keyof ClassTerms)[]): boolean => terms.some((term) => was[term] !== is[term]);
  const [days, window, deadline] = [isOther(CLASS_DAYS), isOther(WINDOW), isOther(["deadline"])];
  return (row) => {
    if (isBooked(row) || hasCome(row)) return days;
    return days || window || (deadline && row.preRegisteredOn === null && row.preRegisteredClass === null);
  };
}
