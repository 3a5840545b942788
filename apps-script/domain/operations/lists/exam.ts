import { stateWord } from "../../merge/site/kinds";
import { hasFailedTwice, isWithdrawn } from "../../rules/standing";
import { EXAM } from "../../schema/allowed";
import { type Enrolment, ROSTER } from "../../schema/roster";
import * as desk from "../../wording/desk";
import * as say from "../../wording/lists";
import { whoIs } from "../../wording/roster";
import type { ClerkRun } from "../clerk-run";
import { defineOperation } from "../define-operation";
import { toldOf } from "../desk/told";
import { optional, orToday } from "../inputs/field";
import * as field from "../inputs/fields";
import { people } from "../inputs/people-field";
import { countedSittings, RESULTS, type Result, type Sitting, sittingsOf, withSitting, writtenSittings } from "./sittings";

/**
 * 登记成绩: one result of one day, of one person or many. Every sitting is kept; the cells of the exam show the last one. A result
 * of a day that is known is put right. One 补考 is all there is ("第十条", 安监总培训〔2013〕104号); whether 缺考 uses one up is in 设置.
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
    day: orToday(field.day({ title: ROSTER.columns.examOn.title, isPast: true })),
    place: optional(field.text({ title: ROSTER.columns.examPlace.title, longest: 40 })),
  },
  example: { input: { people: "冯立新", score: 88, day: "2024-04-10" }, today: "2024-04-11" },
  decide: (run, { people: keys, result: stated, score, day, place }) => {
    const result = resultOf(run, stated, score);
    const rows = run.asks(keys).filter((row) => mayHaveSat(run, row, day));
    const sat = new Map(
      rows.map((row) => [row.key, withSitting(sittingsOf(row), { day, result, score, place: place ?? placeOf(row, day) })]),
    );
    for (const row of rows) write(run, row, sat.get(row.key) ?? []);
    return (after) =>
      toldOf(
        rows,
        after,
        (_before, now) => [say.examined(day, result, score), say.nthSitting(sat.get(now.key)?.length ?? 1), ...whatNext(now)],
        (count) => say.manyExamined(count, day),
      );
  },
});

/** The result as stated, else by the score; the two must agree. */
function resultOf(run: ClerkRun, stated: Result | null, score: number | null): Result {
  const { passMark } = run.context.settings;
  const byScore = score === null ? null : score >= passMark ? EXAM.passed : EXAM.failed;
  const result = stated ?? byScore;
  if (result === null) run.complain("result", { given: "", message: say.resultWanted, possible: RESULTS });
  else if (result === EXAM.absent && score !== null) {
    run.complain("score", { given: String(score), message: say.absentHasNoScore, possible: [] });
  } else if (byScore !== null && result !== byScore) {
    run.complain("result", { given: result, message: say.resultAgainstScore(score ?? 0, passMark), possible: [byScore] });
  }
  return result ?? EXAM.absent;
}

/** Of a sitting that was booked for the day the place is known. */
function placeOf({ examOn, examPlace }: Enrolment, day: string): string | null {
  return examOn === day ? examPlace : null;
}

function mayHaveSat(run: ClerkRun, row: Enrolment, day: string): boolean {
  const isKnown = sittingsOf(row).some((one) => one.day === day);
  if (isWithdrawn(row)) run.refuse(row, "K01", "state", desk.hasEndedAlready(whoIs(row), row.state ?? "", say.EXAM_TITLE));
  else if (row.exam === EXAM.passed && !isKnown) run.refuse(row, "K01", "exam", say.alreadyPassed(whoIs(row)));
  else if (hasFailedTwice(row) && !isKnown) run.refuse(row, "K04", "exam", say.failedTwice(whoIs(row)));
  else return true;
  return false;
}

/** The cells of the exam show the last sitting. */
function write(run: ClerkRun, row: Enrolment, sittings: readonly Sitting[]): void {
  const last = sittings[sittings.length - 1];
  if (last === undefined) return;
  const tries = countedSittings(sittings, run.context.settings.absenceCounts);
  run.out.set("roster", row, "exam", last.result, say.EXAM_TITLE);
  run.out.set(
    "roster",
    row,
    "examTries",
    Math.max(tries, typeof row.examTries === "number" && row.sittings === null ? row.examTries : 0),
    say.EXAM_TITLE,
  );
  run.out.set("roster", row, "examOn", last.day, say.EXAM_TITLE);
  run.out.set("roster", row, "score", last.score, say.EXAM_TITLE);
  run.out.set("roster", row, "examPlace", last.place, say.EXAM_TITLE);
  run.out.set("roster", row, "sittings", writtenSittings(sittings), say.EXAM_TITLE);
}

function whatNext(row: Enrolment): readonly string[] {
  if (row.exam === EXAM.passed) return [];
  return [hasFailedTwice(row) ? say.noMoreRetake : say.mayRetake];
}
