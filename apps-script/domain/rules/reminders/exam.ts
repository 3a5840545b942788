import { OutcomeBuilder } from "../../changes/outcome";
import { type Day, isDay } from "../../days/civil-day";
import { EXAM, KIND } from "../../schema/allowed";
import type { Enrolment } from "../../schema/roster";
import type { TodoCode } from "../../wording/reminders";
import * as say from "../../wording/reminders";
import { whoIs } from "../../wording/roster";
import { lastValidDay } from "../assign/light";
import { hasFailedTwice, isLastSitting, isTrained } from "../standing";
import type { Desk, Reminder } from "./reminder";

/**
 * "培训结束后" the exam is booked by the person; who failed once or was absent has one more sitting, a beginner who failed it
 * too begins anew. A result that is not typed is the centre's matter.
 */
export function examsToBook(live: readonly Enrolment[], { certificateOf, context, hasSuccessor }: Desk): Reminder[] {
  return live.flatMap((row) => {
    const certificate = certificateOf(row);
    const due = certificate.kind === "day" && row.kind !== KIND.initial ? lastValidDay(certificate) : null;
    const out = new OutcomeBuilder<TodoCode>();
    if (row.exam === EXAM.ahead && isDay(row.examOn) && row.examOn < context.today) {
      out.find("T13", "roster", row.key, "exam", say.resultMissing(whoIs(row), row.examOn));
    } else if (due === null || due >= context.today) remindOfExam(out, row, due, hasSuccessor(row));
    return out.done().findings.map((finding) => ({ finding, due }));
  });
}

function remindOfExam(out: OutcomeBuilder<TodoCode>, row: Enrolment, due: Day | null, isFollowed: boolean): void {
  const hasFailed = row.exam === EXAM.failed;
  const isLastTry = hasFailedTwice(row);
  if (isTrained(row) && (row.exam === null || row.exam === EXAM.none)) {
    out.find("T08", "roster", row.key, "exam", say.examToBook(whoIs(row), due));
  } else if (row.exam === EXAM.absent || (hasFailed && !isLastTry)) {
    const isMissedAgain = row.exam === EXAM.absent && isLastSitting(row);
    const message = isMissedAgain ? say.retakeMissed(whoIs(row), due) : say.examAgain(whoIs(row), row.exam, due);
    out.find("T09", "roster", row.key, "exam", message, isMissedAgain ? { advice: say.retakeMissedAdvice } : {});
  } else if (isLastTry && row.kind === KIND.initial && !isFollowed) {
    out.find("T14", "roster", row.key, "exam", say.beginAnew(whoIs(row)));
  }
}
