import { foldWidth } from "../people/canonical";
import { PAPER_ANSWER } from "../schema/allowed";
import { PAPER_COLUMNS, type PaperColumn, paperOf } from "../schema/paper-columns";
import { type PapersRow, STAGES } from "../schema/papers";
import { checkOf, failedPaper, paperWithChecks, shortStage } from "../wording/papers";

/** `open` is an empty cell, `unclear` one that says something else; both count as not handed in. */
type Answer = { readonly kind: "in" | "open" | "unclear" } | { readonly kind: "failed"; readonly reason: string | null };

/** Reads 已交, 不适用, 不合格:原因 (either colon, or brackets) and an empty cell. Anything else is unclear. */
export function readAnswer(written: string | null): Answer {
  if (written === null) return { kind: "open" };
  const folded = foldWidth(written);
  if (folded === "") return { kind: "open" };
  if (folded === PAPER_ANSWER.in || folded === PAPER_ANSWER.notNeeded) return { kind: "in" };
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

export interface Shortage {
  /** One text per stage that is short, for the unit. */
  readonly stages: readonly string[];
  /** The columns that are missing or failed. */
  readonly columns: readonly PaperColumn[];
}

/** The papers of each stage as units are told of it, and the checks of those that have any. */
const PAPERS_BY_STAGE = (Object.keys(STAGES) as (keyof typeof STAGES)[]).map((stage) => ({
  title: STAGES[stage],
  papers: PAPER_COLUMNS.filter((column) => paperOf(column).stage === stage && paperOf(column).checkOf === undefined),
}));
const CHECKS = new Map(
  PAPER_COLUMNS.map((column) => [column, PAPER_COLUMNS.filter((one) => paperOf(one).checkOf === column)] as const),
);

/** What is missing or failed of one enrolment's papers; no row yet means that nothing was handed in. */
export function shortageOf(row: PapersRow | null, hasIdCard: boolean): Shortage {
  const columns: PaperColumn[] = [];
  const stages = PAPERS_BY_STAGE.flatMap(({ title, papers }) => {
    const missing: string[] = [];
    const failed: string[] = [];
    for (const column of papers) {
      const { called, otherwise = called } = paperOf(column);
      const paper = hasIdCard ? called : otherwise;
      const answer = answerIn(row, column);
      const checks = CHECKS.get(column) ?? [];
      if (answer.kind === "failed") failed.push(failedPaper(paper, answer.reason));
      if (answer.kind !== "in") columns.push(column);
      if (checks.length > 0) checkedShortage(row, column, checks, { missing, failed, columns });
      else if (isOpen(answer)) missing.push(paper);
    }
    return missing.length + failed.length === 0 ? [] : [shortStage(title, missing, failed)];
  });
  return { stages, columns };
}

function answerIn(row: PapersRow | null, column: PaperColumn): Answer {
  return readAnswer(row === null ? null : row[column]);
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
  short: { readonly missing: string[]; readonly failed: string[]; readonly columns: PaperColumn[] },
): void {
  if (foldWidth(row?.[column] ?? "") === PAPER_ANSWER.notNeeded) return;
  const { called } = paperOf(column);
  const { kind } = answerIn(row, column);
  const isThere = kind === "in" || kind === "failed";
  const answers = checks.map((check) => ({ check, title: paperOf(check).called, answer: answerIn(row, check) }));
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
