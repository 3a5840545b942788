import { foldWidth } from "../people/canonical";
import { calledTo, readAnswer } from "../rules/paper-answers";
import { PAPER_ANSWER } from "../schema/allowed";
import { PAPER_COLUMNS, type PaperColumn, paperOf } from "../schema/paper-columns";
import { PAPERS, type PapersRow, type STAGES } from "../schema/papers";
import type { Enrolment } from "../schema/roster";
import type { PaperLine } from "./lines";

/**
 * The papers of one stage as they count for somebody, in the order of 资料.
 *
 * @param row `null` when nothing was handed in
 */
export function paperLines(
  row: PapersRow | null,
  who: Enrolment,
  stage: keyof typeof STAGES,
  isApproved: boolean,
): readonly PaperLine[] {
  const columns = PAPER_COLUMNS.filter((column) => paperOf(column).stage === stage);
  return columns.map((column) => paperLine(column, row?.[column] ?? null, who, isApproved && stage !== "desk"));
}

function paperLine(column: PaperColumn, written: string | null, who: Enrolment, isReviewed: boolean): PaperLine {
  const answer = readAnswer(written);
  const said = answer.kind === "open" && isReviewed ? "approved" : answer.kind;
  const isNotNeeded = foldWidth(written ?? "") === PAPER_ANSWER.notNeeded;
  return {
    title: PAPERS.columns[column].title,
    called: calledTo(column, who),
    state: isNotNeeded ? "notNeeded" : said,
    reason: answer.kind === "failed" ? answer.reason : null,
  };
}
