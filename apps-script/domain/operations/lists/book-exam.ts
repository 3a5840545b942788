import { isDay } from "../../days/civil-day";
import { hasFailedTwice, isTrained } from "../../rules/standing";
import { EXAM } from "../../schema/allowed";
import { type Enrolment, ROSTER } from "../../schema/roster";
import * as desk from "../../wording/desk";
import * as say from "../../wording/lists";
import { whoIs } from "../../wording/roster";
import type { ClerkRun } from "../clerk-run";
import { defineOperation } from "../define-operation";
import { stillEnrolled } from "../desk/standing-check";
import { toldOf } from "../desk/told";
import { optional } from "../inputs/field";
import * as field from "../inputs/fields";
import { people } from "../inputs/people-field";
import { hasResult, sittingsOf, writtenSittings } from "./sittings";

const BOOKED_STATES = [EXAM.underReview, EXAM.ahead] as const;

/** 登记约考: of who has been trained ("培训结束后"), and who has a sitting left. An earlier result goes to 历次考试. */
export const bookExam = defineOperation({
  id: "book-exam",
  title: say.BOOK_EXAM_TITLE,
  about: say.bookExamAbout,
  input: {
    people: people({ title: desk.PEOPLE_TITLE }),
    day: field.day({ title: ROSTER.columns.examOn.title }),
    place: optional(field.text({ title: ROSTER.columns.examPlace.title, longest: 40 })),
    state: optional(field.choice({ title: ROSTER.columns.exam.title, note: say.bookExamStateNote, words: BOOKED_STATES })),
  },
  example: { input: { people: "冯立新", day: "2024-04-10" }, today: "2024-03-20" },
  decide: (run, { people: keys, day, place, state }) => {
    const rows = stillEnrolled(run, keys, say.BOOK_EXAM_TITLE).filter((row) => maySit(run, row));
    for (const row of rows) {
      const known = bookedFor(row);
      run.out.set("roster", row, "exam", state ?? known?.state ?? EXAM.ahead, say.BOOK_EXAM_TITLE);
      run.out.set("roster", row, "examOn", day, say.BOOK_EXAM_TITLE);
      if (known !== null) {
        if (place !== null) run.out.set("roster", row, "examPlace", place, say.BOOK_EXAM_TITLE);
        continue;
      }
      run.out.set("roster", row, "sittings", writtenSittings(sittingsOf(row)), say.BOOK_EXAM_TITLE);
      run.out.set("roster", row, "examPlace", place, say.BOOK_EXAM_TITLE);
      run.out.set("roster", row, "score", null, say.BOOK_EXAM_TITLE);
    }
    return (after) => toldOf(rows, after, partsOf, (count) => say.manyExams(count, day));
  },
});

/** An exam that has no result yet; what is not written of it stays when it is booked for another day. */
interface Booked {
  readonly state: (typeof BOOKED_STATES)[number] | null;
  readonly day: string | null;
}

/** `null` of who sat the last one that was booked: a 补考 begins anew. */
function bookedFor(row: Enrolment): Booked | null {
  if (hasResult(row)) return null;
  return { state: BOOKED_STATES.find((one) => one === row.exam) ?? null, day: row.examOn };
}

function partsOf(before: Enrolment, now: Enrolment): readonly string[] {
  const was = bookedFor(before)?.day ?? null;
  return [
    say.examBooked(now.exam ?? "", now.examOn ?? "", now.examPlace),
    ...(was !== null && was !== now.examOn && isDay(was) ? [say.wasBookedFor(was)] : []),
    ...(sittingsOf(before).length > 0 ? [say.retake] : []),
  ];
}

function maySit(run: ClerkRun, row: Enrolment): boolean {
  if (!isTrained(row)) run.refuse(row, "K03", "trained", say.notTrained(whoIs(row)));
  else if (hasFailedTwice(row)) run.refuse(row, "K04", "exam", say.failedTwice(whoIs(row)));
  else return true;
  return false;
}
