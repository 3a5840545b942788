import type { OutcomeBuilder } from "../changes/outcome";
import { isDay } from "../days/civil-day";
import { BOOKING, ENROLMENT, EXAM } from "../schema/allowed";
import type { Enrolment } from "../schema/roster";
import type { RosterCode } from "../wording/roster";
import * as say from "../wording/roster";
import type { Context } from "./context";
import { isTrained } from "./standing";

interface Contradiction {
  readonly code: keyof typeof say.rosterRules & `R${4 | 5}${number}`;
  readonly column: "exam" | "issuedOn" | "reportedInOn" | "trained" | "examOn" | "score" | "state" | "newValidUntil";
  /** The sentence when the states cannot be together, else `null`. */
  sentence(row: Enrolment, who: string, context: Context): string | null;
}

const RESULTS: readonly string[] = [EXAM.passed, EXAM.failed];
const EXAM_UNDER_WAY: readonly string[] = [EXAM.underReview, EXAM.ahead, EXAM.passed, EXAM.failed, EXAM.absent];

/**
 * States that cannot be together, in the order of the notice: booking, report-in (step 5), training, exam ("培训结束后"
 * may the exam be booked), certificate. A day that cannot be read takes part in nothing.
 */
const CONTRADICTIONS: readonly Contradiction[] = [
  {
    code: "R40",
    column: "exam",
    sentence: (row, who) =>
      row.exam !== null && EXAM_UNDER_WAY.includes(row.exam) && !isTrained(row) ? say.examWithoutTraining(who, row.exam) : null,
  },
  {
    code: "R41",
    column: "issuedOn",
    sentence: ({ issuedOn, examOn }, who) =>
      isDay(issuedOn) && isDay(examOn) && issuedOn < examOn ? say.issuedBeforeExam(who, issuedOn, examOn) : null,
  },
  {
    code: "R42",
    column: "issuedOn",
    sentence: ({ issuedOn, exam }, who) =>
      isDay(issuedOn) && exam !== EXAM.passed ? say.issuedWithoutPass(who, issuedOn, exam) : null,
  },
  {
    code: "R43",
    column: "reportedInOn",
    sentence: ({ reportedInOn, booking }, who) =>
      reportedInOn !== null && booking !== BOOKING.passed ? say.reportedWithoutBooking(who, reportedInOn, booking) : null,
  },
  {
    code: "R44",
    column: "trained",
    sentence: (row, who) =>
      isTrained(row) && row.reportedInOn === null ? say.trainedWithoutReport(who, row.trained ?? "") : null,
  },
  {
    code: "R45",
    column: "examOn",
    sentence: ({ exam, examOn }, who, { today }) =>
      exam !== null && RESULTS.includes(exam) && isDay(examOn) && examOn > today ? say.resultInFuture(who, exam, examOn) : null,
  },
  {
    code: "R46",
    column: "score",
    sentence: ({ exam, score }, who, { settings: { passMark } }) =>
      exam !== null && typeof score === "number" && RESULTS.includes(exam) && score >= passMark !== (exam === EXAM.passed)
        ? say.scoreContradicts(who, score, exam, passMark)
        : null,
  },
  {
    code: "R47",
    column: "state",
    sentence: ({ state, exam }, who) =>
      state === ENROLMENT.done && exam !== EXAM.passed ? say.doneWithoutPass(who, exam) : null,
  },
  {
    code: "R48",
    column: "newValidUntil",
    sentence: ({ newValidUntil, validUntil }, who) =>
      isDay(newValidUntil) && isDay(validUntil) && newValidUntil < validUntil
        ? say.newExpiryEarlier(who, newValidUntil, validUntil)
        : null,
  },
  {
    code: "R49",
    column: "examOn",
    sentence: ({ examOn, reportedInOn }, who) =>
      isDay(examOn) && isDay(reportedInOn) && examOn < reportedInOn ? say.examBeforeReport(who, examOn, reportedInOn) : null,
  },
];

/** Every contradiction is a rule of its own, so that staff can tick them off one by one. */
export function checkStates(out: OutcomeBuilder<RosterCode>, row: Enrolment, context: Context): void {
  const who = say.whoIs(row);
  for (const { code, column, sentence } of CONTRADICTIONS) {
    const message = sentence(row, who, context);
    if (message !== null) out.find(code, "roster", row.key, column, message);
  }
}
