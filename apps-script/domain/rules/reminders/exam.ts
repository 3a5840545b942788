import { found } from "../../changes/found";
import { type Day, isDay } from "../../days/civil-day";
import { EXAM, KIND, MOVER } from "../../schema/allowed";
import type { Enrolment } from "../../schema/roster";
import { textOf } from "../../snapshot/value";
import * as say from "../../wording/reminders";
import { whoIs } from "../../wording/roster";
import { lastValidDay } from "../assign/light";
import { hasFailedTwice, isLastSitting, isTrained } from "../standing";
import type { Desk } from "./desk";
import type { Reminder } from "./reminder";

/**
 * "培训结束后" the exam is booked by the person; who failed once or was absent has one more sitting, a beginner who failed it
 * too begins anew. A result that is not typed is the centre's matter.
 */
export function examsToBook(live: readonly Enrolment[], desk: Desk): Reminder[] {
  return live.flatMap((row) => {
    const certificate = desk.certificateOf(row);
    const due = certificate.kind === "day" && row.kind !== KIND.initial ? lastValidDay(certificate) : null;
    const finding = findingAbout(row, due, desk);
    if (finding === null) return [];
    const facts = [textOf(row.exam), textOf(row.examTries), row.examOn, due];
    // Whether there is one more sitting only the province knows.
    return [{ finding, due, facts, ...(isMissedAgain(row) ? { whose: MOVER.centre } : {}) }];
  });
}

function findingAbout(row: Enrolment, due: Day | null, { context: { today }, hasSuccessor }: Desk): Reminder["finding"] | null {
  const place = { table: "roster", row: row.key, column: "exam" } as const;
  const who = whoIs(row);
  if (row.exam === EXAM.ahead && isDay(row.examOn) && row.examOn < today) {
    return found("T13", place, say.resultMissing(who, row.examOn));
  }
  if (due !== null && due < today) return null;
  if (isTrained(row) && (row.exam === null || row.exam === EXAM.none)) return found("T08", place, say.examToBook(who, due));
  if (row.exam === EXAM.absent || (row.exam === EXAM.failed && !hasFailedTwice(row))) {
    if (isMissedAgain(row)) return found("T09", place, say.retakeMissed(who, due), { advice: say.retakeMissedAdvice });
    return found("T09", place, say.examAgain(who, row.exam, due));
  }
  const beginsAnew = hasFailedTwice(row) && row.kind === KIND.initial && !hasSuccessor(row);
  return beginsAnew ? found("T14", place, say.beginAnew(who)) : null;
}

const isMissedAgain = (row: Enrolment): boolean => row.exam === EXAM.absent && isLastSitting(row);
