import { classesOf } from "../../plan/classes";
import { hasBegun } from "../../rules/assign/attendance";
import { classBook, classKindOf } from "../../rules/assign/candidates";
import { certificateOf } from "../../rules/assign/certificate";
import type { Context } from "../../rules/context";
import { kindIn } from "../../rules/money/debts";
import type { Enrolment } from "../../schema/roster";
import type { Snapshot } from "../../snapshot/snapshot";

/** The names of other classes for somebody's kind and certificate month that can still be booked and have not begun. */
export function fittingClasses(snapshot: Snapshot, { settings, today }: Context): (row: Enrolment) => readonly string[] {
  const book = classBook(classesOf(snapshot), today);
  return (row) => {
    const kind = classKindOf(kindIn(row));
    const certificate = certificateOf(row, settings.planYear, today);
    const all = kind === null ? [] : book.candidates(kind, certificate.kind === "day" ? certificate.month : null).open;
    return all.filter((one) => one.name !== row.class && !hasBegun(one, today)).map(({ name }) => name);
  };
}
