import { OutcomeBuilder } from "../../changes/outcome";
import { EXAM } from "../../schema/allowed";
import type { Enrolment } from "../../schema/roster";
import * as say from "../../wording/reminders";
import { whoIs } from "../../wording/roster";
import { lastValidDay } from "../assign/light";
import { isTrained } from "../standing";
import type { Desk, Reminder } from "./reminder";

const TRIES = 2;

/** "培训结束后" the exam is booked by the person; who failed once or was absent has one more sitting. */
export function examsToBook(live: readonly Enrolment[], { certificateOf, context }: Desk): Reminder[] {
  return live.flatMap((row) => {
    const certificate = certificateOf(row);
    const due = certificate.kind === "day" && row.kind !== null ? lastValidDay(certificate) : null;
    if (due !== null && certificate.kind === "day" && (certificate.isPast || due < context.today)) return [];
    const out = new OutcomeBuilder();
    if (isTrained(row) && (row.exam === null || row.exam === EXAM.none)) {
      out.find("T08", "roster", row.key, "exam", say.examToBook(whoIs(row), due));
    } else if ((row.exam === EXAM.failed && Number(row.examTries ?? 1) < TRIES) || row.exam === EXAM.absent) {
      out.find("T09", "roster", row.key, "exam", say.examAgain(whoIs(row), row.exam, due));
    }
    return out.done().findings.map((finding) => ({ finding, due }));
  });
}
