import { found } from "../../changes/found";
import { compare } from "../../changes/outcome";
import { addDays, type Day, isDay, partsOf } from "../../days/civil-day";
import { addWorkingDays } from "../../days/working-days";
import { ENROLMENT, KIND } from "../../schema/allowed";
import type { Enrolment } from "../../schema/roster";
import * as say from "../../wording/reminders";
import { whoIs } from "../../wording/roster";
import { isDutyDone } from "../assign/light";
import { kindIn } from "../money/debts";
import { hasPassed } from "../standing";
import type { Desk } from "./desk";
import type { Reminder } from "./reminder";

/** Working days in which a certificate should be there. */
const WAIT = 10;
/** The same in days, where the calendar of the year is not known. */
const WAIT_UNKNOWN = 21;

/**
 * "考试合格后…自动进入证书审批": who passed and has no new certificate after ten working days: of beginners and of those whose
 * certificate ends this year; in a later year it stays valid.
 */
export function certificatesMissing(_: readonly Enrolment[], desk: Desk): Reminder[] {
  const passed = desk.snapshot.roster.filter((row) => hasPassed(row) && row.state !== ENROLMENT.done && !isDutyDone(row));
  return [...passed]
    .sort((a, b) => compare(a.key, b.key))
    .flatMap((row): Reminder[] => {
      const from = isDay(row.examOn) ? row.examOn : (desk.classes.of(row)?.studyTo ?? null);
      if (from === null || row.issuedOn !== null || row.newValidUntil !== null || !needsNewOne(row, desk)) return [];
      const due = dueAfter(from, desk);
      if (due >= desk.context.today) return [];
      const message = say.certificateMissing(whoIs(row), isDay(row.examOn) ? row.examOn : null);
      return [{ finding: found("T24", { table: "roster", row: row.key, column: "issuedOn" }, message), due, facts: [from] }];
    });
}

function needsNewOne(row: Enrolment, { certificateOf, context }: Desk): boolean {
  const kind = kindIn(row);
  if (kind === KIND.initial) return true;
  const certificate = certificateOf(row);
  return certificate.kind === "day" && partsOf(certificate.validUntil).year <= context.settings.planYear;
}

function dueAfter(from: Day, { context: { calendar } }: Desk): Day {
  return addWorkingDays(calendar, from, WAIT) ?? addDays(from, WAIT_UNKNOWN);
}
