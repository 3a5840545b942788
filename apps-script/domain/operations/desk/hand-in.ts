import { isHandedIn } from "../../people/aliases";
import { foldWidth } from "../../people/canonical";
import { PAPER_ANSWER } from "../../schema/allowed";
import type { PaperColumn } from "../../schema/paper-columns";
import type { Enrolment } from "../../schema/roster";
import { papersReasonWords } from "../../wording/desk";
import type { ClerkRun } from "../clerk-run";

/** Papers that came: what was 不适用 or is there stays as it is written. Gives back what is not needed. */
export function handIn(run: ClerkRun, row: Enrolment, columns: readonly PaperColumn[]): readonly PaperColumn[] {
  const known = run.papersOf(row);
  const isNotNeeded = (column: PaperColumn): boolean => foldWidth(known?.[column] ?? "") === PAPER_ANSWER.notNeeded;
  const isOpen = (column: PaperColumn): boolean => !isHandedIn(foldWidth(known?.[column] ?? "")) && !isNotNeeded(column);
  answerPapers(run, row, columns.filter(isOpen), PAPER_ANSWER.in);
  return columns.filter(isNotNeeded);
}

/** Writes one answer for these papers of somebody into 资料, where a row is made if there is none yet. */
export function answerPapers(run: ClerkRun, row: Enrolment, columns: readonly PaperColumn[], answer: string): void {
  const papers = run.papersOf(row);
  if (papers !== null) for (const column of columns) run.out.set("papers", papers, column, answer, papersReasonWords);
  else if (columns.length > 0) {
    const answers = Object.fromEntries(columns.map((column) => [column, answer]));
    run.out.add("papers", { ...answers, id: row.key, name: row.name, unit: row.unit }, papersReasonWords);
  }
}
