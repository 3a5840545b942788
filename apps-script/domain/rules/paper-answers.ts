import { isHandedIn } from "../people/aliases";
import { foldWidth } from "../people/canonical";
import { documentTypeBy } from "../people/documents";
import { DOCUMENT, PAPER_ANSWER } from "../schema/allowed";
import { PAPER_COLUMNS, type PaperColumn, paperOf } from "../schema/paper-columns";
import { type PapersRow, STAGES } from "../schema/papers";
import type { Enrolment } from "../schema/roster";
import { textOf } from "../snapshot/value";
import { checkOf, failedPaper, paperWithChecks, shortStage } from "../wording/papers";

/** `open` is an empty cell, `unclear` one that says something else; both count as not handed in. */
type Answer = { readonly kind: "in" | "open" | "unclear" } | { readonly kind: "failed"; readonly reason: string | null };

/** Reads 已交 and what means the same, 不适用, 不合格:原因 (either colon, or brackets) and an empty cell. Anything else is unclear. */
export function readAnswer(written: string | null): Answer {
  if (written === null) return OPEN;
  return written === PAPER_ANSWER.in ? IN : writtenAnswer(written);
}

const OPEN: Answer = { kind: "open" };
const IN: Answer = { kind: "in" };

function writtenAnswer(written: string): Answer {
  const folded = foldWidth(written);
  if (folded === "") return OPEN;
  if (isHandedIn(folded) || folded === PAPER_ANSWER.notNeeded) return IN;
  if (!folded.startsWith(PAPER_ANSWER.failed)) return { kind: "unclear" };
  // The reason as written: folding would drop blanks inside it.
  const reason = afterWord(PAPER_ANSWER.failed, written.trim()).replace(/^[\s:：,，、;；—-]+/u, "");
  const bare = reason.replace(/^[(（](.*)[)）]$/u, "$1").trim();
  return { kind: "failed", reason: bare === "" ? null : bare };
}

/** What follows a word that a text begins with; blanks may stand inside the word. */
function afterWord(word: string, text: string): string {
  const end = [...word].reduce((at, sign) => text.indexOf(sign, at) + sign.length, 0);
  return text.slice(end);
}

type Stage = keyof typeof STAGES;

export interface Shortage {
  /** One text per stage that is short, for the unit. */
  readonly stages: readonly string[];
  /** The columns that are missing or failed. */
  readonly columns: readonly PaperColumn[];
}

/** The papers of each stage as units are told of it, and the checks of those that have any. */
const STAGE_NAMES = Object.keys(STAGES) as readonly Stage[];
const PAPERS_BY_STAGE = STAGE_NAMES.map((stage) => ({
  stage,
  title: STAGES[stage],
  papers: PAPER_COLUMNS.filter((column) => paperOf(column).stage === stage && paperOf(column).checkOf === undefined),
}));
const CHECKS = new Map(
  PAPER_COLUMNS.map((column) => [column, PAPER_COLUMNS.filter((one) => paperOf(one).checkOf === column)] as const),
);

type AnswerIn = (column: PaperColumn) => Answer;

/** What of an enrolment decides which papers are asked of it. */
type Asked = Pick<Enrolment, "idType" | "idNumber">;

/**
 * What is missing or failed of one enrolment's papers, in the given stages; no row yet means that nothing was handed in.
 * While the province's approval stands (`isApproved`), an empty cell of a paper that was uploaded there counts as settled: the centre
 * reviewed it (the notice's manual, 预约培训). What somebody wrote into a cell goes before that, and so does the desk.
 */
export function shortageOf(row: PapersRow | null, who: Asked, isApproved: boolean, stagesAsked = STAGE_NAMES): Shortage {
  const hasIdCard = isOnIdCard(who);
  const answerIn: AnswerIn = (column) => {
    const answer = readAnswer(row === null ? null : row[column]);
    const isReviewed = isApproved && paperOf(column).stage !== "desk";
    return answer.kind === "open" && isReviewed ? { kind: "in" } : answer;
  };
  const columns: PaperColumn[] = [];
  const asked = PAPERS_BY_STAGE.filter(({ stage }) => stagesAsked.includes(stage));
  const stages = asked.flatMap(({ title, papers }) => {
    const missing: string[] = [];
    const failed: string[] = [];
    for (const column of papers) {
      const { called, otherwise = called } = paperOf(column);
      const paper = hasIdCard ? called : otherwise;
      const answer = answerIn(column);
      const checks = CHECKS.get(column) ?? [];
      if (answer.kind === "failed") failed.push(failedPaper(paper, answer.reason));
      if (answer.kind !== "in") columns.push(column);
      if (checks.length > 0) checkedShortage(row, column, checks, answerIn, { missing, failed, columns });
      else if (isOpen(answer)) missing.push(paper);
    }
    return missing.length + failed.length === 0 ? [] : [shortStage(title, missing, failed)];
  });
  return { stages, columns };
}

/** What a paper is called to somebody. */
export function calledTo(column: PaperColumn, who: Asked): string {
  const { called, otherwise = called } = paperOf(column);
  return isOnIdCard(who) ? called : otherwise;
}

/** Someone without 证件类型 and with a number that says nothing is taken to have an id card, as nearly everyone has. */
function isOnIdCard({ idNumber, idType }: Asked): boolean {
  const type = documentTypeBy(idNumber, textOf(idType) || null);
  return type === null || type === DOCUMENT.idCard;
}

const isOpen = ({ kind }: Answer): boolean => kind === "open" || kind === "unclear";

/**
 * A paper with checks, as the 推荐表. One that does not apply has none; one that was not handed in and that nobody has
 * looked at is simply missing; otherwise the checks that are still open or failed are named.
 */
function checkedShortage(
  row: PapersRow | null,
  column: PaperColumn,
  checks: readonly PaperColumn[],
  answerIn: AnswerIn,
  short: { readonly missing: string[]; readonly failed: string[]; readonly columns: PaperColumn[] },
): void {
  if (foldWidth(row?.[column] ?? "") === PAPER_ANSWER.notNeeded) return;
  const { called } = paperOf(column);
  const { kind } = answerIn(column);
  const isThere = kind === "in" || kind === "failed";
  const answers = checks.map((check) => ({ check, title: paperOf(check).called, answer: answerIn(check) }));
  const isLookedAt = isThere || answers.some(({ answer }) => answer.kind !== "open");
  const open = isLookedAt ? answers.filter(({ answer }) => isOpen(answer)) : [];
  if (open.length > 0)
    short.missing.push(
      paperWithChecks(
        called,
        open.map(({ title }) => title),
      ),
    );
  else if (!isThere) short.missing.push(called);
  for (const { check, title, answer } of answers) {
    if (answer.kind === "failed") short.failed.push(failedPaper(checkOf(called, title), answer.reason));
    if (answer.kind === "failed" || open.some((one) => one.check === check)) short.columns.push(check);
  }
}
