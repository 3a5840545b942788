import { foldWidth } from "../people/canonical";
import { PAPER_ANSWER } from "../schema/allowed";
import type { PAPERS, PapersRow } from "../schema/papers";
import { failedPaper, formCheck, formCheckTitles, formWithChecks, paperTitles, shortStage, stageTitles } from "../wording/papers";

/** A column of 资料 that holds the answer about one paper or one check of the 推荐表. */
export type PaperColumn = Exclude<keyof (typeof PAPERS)["columns"], "id" | "name" | "unit">;

/** `open` is an empty cell, `unclear` one that says something else; both count as not handed in. */
export type Answer = { readonly kind: "in" | "open" | "unclear" } | { readonly kind: "failed"; readonly reason: string | null };

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

/** The seven checks of the 推荐表 (the notice, step 2 ③): complete, post, trade, seal, seal of that unit, signed, dated. */
export const FORM_CHECKS = Object.keys(formCheckTitles) as (keyof typeof formCheckTitles)[];

interface Paper {
  readonly column: PaperColumn;
  readonly title: string;
}

/**
 * The papers of each stage; the notice asks the same of 初培 and 再培训, and says nothing of 换证.
 * Uploads: step 2. 我的信息: the manual's page of that name. Report-in: step 5, which wants a 身份证; whoever has another
 * document brings that one, with a mark to confirm.
 */
function stagesFor(hasIdCard: boolean): readonly { readonly title: string; readonly papers: readonly Paper[] }[] {
  return [
    {
      title: stageTitles.upload,
      papers: [
        { column: "uploadPhoto", title: paperTitles.photo },
        { column: "uploadDocument", title: paperTitles.document },
        { column: "uploadForm", title: paperTitles.form },
      ],
    },
    {
      title: stageTitles.profile,
      papers: [
        { column: "profilePhoto", title: paperTitles.photo },
        { column: "profileDocument", title: paperTitles.document },
        { column: "profileEducation", title: paperTitles.education },
      ],
    },
    {
      title: stageTitles.desk,
      papers: [
        { column: "deskOriginal", title: hasIdCard ? paperTitles.idOriginal : paperTitles.otherOriginal },
        { column: "deskCopy", title: hasIdCard ? paperTitles.idCopy : paperTitles.otherCopy },
        { column: "deskForm", title: paperTitles.registration },
        { column: "deskEducation", title: paperTitles.educationCopy },
      ],
    },
  ];
}

export interface Shortage {
  /** One text per stage that is short, for the unit. */
  readonly stages: readonly string[];
  /** The columns that are missing or failed. */
  readonly columns: readonly PaperColumn[];
}

/** What is missing or failed of one enrolment's papers; no row yet means that nothing was handed in. */
export function shortageOf(row: PapersRow | null, hasIdCard: boolean): Shortage {
  const answerIn = (column: PaperColumn): Answer => readAnswer(row === null ? null : row[column]);
  const columns: PaperColumn[] = [];
  const stages = stagesFor(hasIdCard).flatMap(({ title, papers }) => {
    const missing: string[] = [];
    const failed: string[] = [];
    for (const paper of papers) {
      const answer = answerIn(paper.column);
      if (answer.kind === "failed") failed.push(failedPaper(paper.title, answer.reason));
      if (answer.kind !== "in") columns.push(paper.column);
      if (paper.column === "uploadForm") formShortage(row, answerIn, missing, failed, columns);
      else if (answer.kind === "open" || answer.kind === "unclear") missing.push(paper.title);
    }
    return missing.length + failed.length === 0 ? [] : [shortStage(title, missing, failed)];
  });
  return { stages, columns };
}

/**
 * The 推荐表 with its checks. One that does not apply has none; one that was not handed in and that nobody has looked at
 * is simply missing; otherwise the checks that are still open or failed are named.
 */
function formShortage(
  row: PapersRow | null,
  answerIn: (column: PaperColumn) => Answer,
  missing: string[],
  failed: string[],
  columns: PaperColumn[],
): void {
  const written = foldWidth(row?.uploadForm ?? "");
  if (written === PAPER_ANSWER.notNeeded) return;
  const form = answerIn("uploadForm");
  const isThere = form.kind === "in" || form.kind === "failed";
  const answers = FORM_CHECKS.map((column) => ({ column, title: formCheckTitles[column], answer: answerIn(column) }));
  const isLookedAt = isThere || answers.some(({ answer }) => answer.kind !== "open");
  const open = isLookedAt ? answers.filter(({ answer }) => answer.kind === "open" || answer.kind === "unclear") : [];
  if (open.length > 0) missing.push(formWithChecks(open.map(({ title }) => title)));
  else if (!isThere) missing.push(paperTitles.form);
  for (const { column, title, answer } of answers) {
    if (answer.kind === "failed") failed.push(failedPaper(formCheck(title), answer.reason));
    if (answer.kind === "failed" || open.some((one) => one.column === column)) columns.push(column);
  }
}
