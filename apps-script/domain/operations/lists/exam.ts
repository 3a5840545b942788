import { isDay } from "../../days/civil-day";
import { stateWord } from "../../merge/site/kinds";
import { hasFailedTwice } from "../../rules/standing";
import { EXAM } from "../../schema/allowed";
import { type Enrolment, ROSTER } from "../../schema/roster";
import * as desk from "../../wording/desk";
import * as say from "../../wording/lists";
import { whoIs } from "../../wording/roster";
import type { ClerkRun } from "../clerk-run";
import { defineOperation } from "../define-operation";
import { toldOf } from "../desk/told";
import { optional } from "../inputs/field";
import * as field from "../inputs/fields";
import { people } from "../inputs/people-field";
import { type Entered, enteredResult } from "./entered-result";
import { countedSittings, hasResult, RESULTS, type Result, writtenSittings } from "./sittings";

/**
 * 登记成绩: one result, of one person or many. Every sitting is kept; the cells of the exam show the last one. A result of a day
 * that is known is put right, and one of a wrong day where that day is named. One 补考 is all there is ("第十条", 安监总培训〔2013〕104号); whether 缺考 uses one up is in 设置.
 */
export const exam = defineOperation({
  id: "exam",
  title: say.EXAM_TITLE,
  about: say.examAbout,
  input: {
    people: people({ title: desk.PEOPLE_TITLE }),
    result: optional(
      field.choice({
        title: ROSTER.columns.exam.title,
        note: say.resultNote,
        words: RESULTS,
        meaning: (written) => RESULTS.find((one) => one === stateWord("exam", written)) ?? null,
      }),
    ),
    score: optional(field.marks({ title: ROSTER.columns.score.title })),
    day: optional(field.day({ title: ROSTER.columns.examOn.title, note: say.examDayNote, isPast: true })),
    place: optional(field.text({ title: ROSTER.columns.examPlace.title, longest: 40 })),
    wrongDay: optional(field.day({ title: say.wrongDayTitle, note: say.wrongDayNote, isPast: true })),
  },
  example: { input: { people: "冯立新", score: 88, day: "2024-04-10" }, today: "2024-04-11" },
  decide: (run, { people: keys, ...given }) => {
    const stated = { ...given, result: resultOf(run, given) };
    const entered = new Map(run.asks(keys).map((row) => [row, enteredResult(run, row, stated)]));
    const rows = [...entered.keys()].filter((row) => write(run, row, entered.get(row) ?? null));
    const days = [...new Set(rows.flatMap((row) => entered.get(row)?.sitting.day ?? []))].sort();
    return (after) =>
      toldOf(
        rows,
        after,
        (before, now) => partsOf(before, now, entered.get(before) ?? null),
        (count) => say.manyExamined(count, days),
      );
  },
});

interface Written {
  readonly result: Result | null;
  readonly score: number | null;
  readonly wrongDay: string | null;
}

/** The result as stated, else by the score; the two must agree. Of a sitting that is put right it may be the one that stands. */
function resultOf(run: ClerkRun, { result: stated, score, wrongDay }: Written): Result | null {
  const { passMark } = run.context.settings;
  const byScore = score === null ? null : score >= passMark ? EXAM.passed : EXAM.failed;
  const result = stated ?? byScore;
  if (result === null && wrongDay !== null) return null;
  if (result === null) run.complain("result", { given: "", message: say.resultWanted, possible: RESULTS });
  else if (result === EXAM.absent && score !== null) {
    run.complain("score", { given: String(score), message: say.absentHasNoScore, possible: [] });
  } else if (byScore !== null && result !== byScore) {
    run.complain("result", { given: result, message: say.resultAgainstScore(score ?? 0, passMark), possible: [byScore] });
  }
  return result;
}

/** The cells of the exam show the last sitting; a 补考 that is booked stays there while an earlier result is put right. */
function write(run: ClerkRun, row: Enrolment, entered: Entered | null): entered is Entered {
  const last = entered?.all[entered.all.length - 1];
  if (entered === null || last === undefined) return false;
  const tries = countedSittings(entered.all, run.context.settings.absenceCounts);
  const triesByHand = typeof row.examTries === "number" && row.sittings === null ? row.examTries : 0;
  run.out.set("roster", row, "examTries", Math.max(tries, triesByHand), say.EXAM_TITLE);
  run.out.set("roster", row, "sittings", writtenSittings(entered.all), say.EXAM_TITLE);
  const isAhead = row.exam === EXAM.ahead || row.exam === EXAM.underReview;
  if (isAhead && entered.was !== null && entered.sitting.result !== EXAM.passed) return true;
  run.out.set("roster", row, "exam", last.result, say.EXAM_TITLE);
  run.out.set("roster", row, "examOn", last.day, say.EXAM_TITLE);
  run.out.set("roster", row, "score", last.score, say.EXAM_TITLE);
  run.out.set("roster", row, "examPlace", last.place, say.EXAM_TITLE);
  if (row.exam === EXAM.passed && last.result !== EXAM.passed) warnOfCertificate(run, row, last.result);
  return true;
}

function warnOfCertificate(run: ClerkRun, row: Enrolment, result: Result): void {
  const { issuedOn, newValidUntil } = row;
  if (issuedOn === null && newValidUntil === null) return;
  run.out.find("K09", "roster", row.key, "issuedOn", say.issuedAlready(whoIs(row), issuedOn, newValidUntil, result));
}

function partsOf(before: Enrolment, now: Enrolment, entered: Entered | null): readonly string[] {
  if (entered === null) return [];
  const { sitting, all, was, dayBy } = entered;
  const isOfBooking = was === null && !hasResult(before);
  const bookedFor = isOfBooking && isDay(before.examOn) && before.examOn !== sitting.day ? before.examOn : null;
  const isChanged = was !== null && writtenSittings([was]) !== writtenSittings([sitting]);
  return [
    say.examined(sitting.day, sitting.result, sitting.score),
    ...(dayBy === null ? [] : [dayBy === "booking" ? say.dayBooked : say.dayToday]),
    ...(bookedFor === null ? [] : [say.wasBookedFor(bookedFor)]),
    ...(isChanged ? [say.resultWas(was.day, was.result, was.score)] : []),
    say.nthSitting(all.indexOf(sitting) + 1),
    ...(now.exam === sitting.result ? whatNext(now) : []),
  ];
}

function whatNext(row: Enrolment): readonly string[] {
  if (row.exam === EXAM.passed) return [];
  return [hasFailedTwice(row) ? say.noMoreRetake : say.mayRetake];
}
