import { isHandedIn } from "../../people/aliases";
import { foldWidth } from "../../people/canonical";
import { PAPER_ANSWER, PAPER_ANSWERS } from "../../schema/allowed";
import type { PaperColumn } from "../../schema/paper-columns";
import { PAPERS } from "../../schema/papers";
import type { Enrolment } from "../../schema/roster";
import * as say from "../../wording/desk";
import { defineOperation } from "../define-operation";
import { optional } from "../inputs/field";
import { choice, choices, text } from "../inputs/fields";
import { people } from "../inputs/people-field";
import { answerPapers, handIn } from "./hand-in";
import { ALL_PAPERS } from "./paper-words";
import { stillEnrolled } from "./standing-check";
import { toldOf } from "./told";

/** 登记资料: one answer about some papers, of one person or many. */
export const handInPapers = defineOperation({
  id: "papers",
  title: say.PAPERS_TITLE,
  about: say.papersAbout,
  input: {
    people: people({ title: say.PEOPLE_TITLE }),
    papers: choices({
      title: say.paperTitle,
      note: say.papersSeenNote,
      words: ALL_PAPERS.words,
      meaning: ALL_PAPERS.meaning,
      everything: say.everything,
    }),
    answer: optional(
      choice({
        title: say.answerTitle,
        note: say.answerNote,
        words: PAPER_ANSWERS,
        meaning: (written) => (isHandedIn(foldWidth(written)) ? PAPER_ANSWER.in : null),
      }),
    ),
    reason: optional(text({ title: say.REASON_TITLE, note: say.failureNote, longest: 100 })),
  },
  example: { input: { people: "李平山", papers: "推荐表·填写完整、信息·证件照" }, today: "2024-03-20" },
  decide: (run, { people: keys, papers, answer, reason }) => {
    const isFailed = answer === PAPER_ANSWER.failed;
    if (isFailed && reason === null) run.complain("reason", { given: "", message: say.failureNeedsReason, possible: [] });
    if (!isFailed && reason !== null) run.complain("reason", { given: reason, message: say.reasonWithoutFailure, possible: [] });
    const columns = papers.flatMap((word) => ALL_PAPERS.columnOf(word) ?? []);
    const rows = stillEnrolled(run, keys, say.PAPERS_TITLE);
    const written = isFailed ? `${answer}:${reason ?? ""}` : (answer ?? PAPER_ANSWER.in);
    const untouched = new Map<string, readonly PaperColumn[]>();
    for (const row of rows) {
      if (answer === null) untouched.set(row.key, handIn(run, row, columns));
      else answerPapers(run, row, columns, written);
    }
    const partsOf = ({ key }: Enrolment, { missingPapers }: Enrolment): readonly string[] => {
      const left = untouched.get(key) ?? [];
      const done = columns.filter((column) => !left.includes(column));
      return [
        ...(done.length === 0 ? [] : [say.paperAnswered(titlesOf(done), written)]),
        ...(left.length === 0 ? [] : [say.staysNotNeeded(titlesOf(left))]),
        missingPapers ?? say.nothingLacking,
      ];
    };
    return (after) => toldOf(rows, after, partsOf, (count) => say.papersDone(count, columns.length, answer ?? PAPER_ANSWER.in));
  },
});

const titlesOf = (columns: readonly PaperColumn[]): readonly string[] => columns.map((column) => PAPERS.columns[column].title);
