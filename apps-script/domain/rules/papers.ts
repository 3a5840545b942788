import { compare, type Outcome, OutcomeBuilder } from "../changes/outcome";
import { meetsEducation } from "../people/aliases";
import { PAPER_COLUMNS, type PaperColumn } from "../schema/paper-columns";
import { PAPERS, type PapersRow } from "../schema/papers";
import type { Enrolment } from "../schema/roster";
import { rowWith } from "../snapshot/by-key";
import type { Snapshot } from "../snapshot/snapshot";
import type { PapersCode } from "../wording/papers";
import * as say from "../wording/papers";
import { whoIs } from "../wording/roster";
import type { Context } from "./context";
import { readAnswer, type Shortage } from "./paper-answers";
import { ChangedSince, keepMemory, memoryOf, papersRow } from "./paper-memory";
import { paperStates } from "./paper-states";
import { hasEnded } from "./standing";
import { isTouched, type Touched } from "./touched";

/**
 * Every live enrolment has a row in 资料; 资料缺项 says per stage what is missing or failed, as a text to send to the unit,
 * and is empty when all is there. An ended enrolment gets no row and no text. Summary: enrolments that are complete and
 * short, and by 资料 column how many are short of it. That an approval settles empty papers is
 * written into no cell of 资料. What changed since a paper was accepted or the province had a booking is told (`paper-memory.ts`).
 *
 * @param only the enrolments to decide about; all unless given
 */
export function papers(snapshot: Snapshot, context: Context, only?: Touched): Outcome {
  const out = new OutcomeBuilder<PapersCode>();
  const since = new ChangedSince(out, snapshot, context);
  const stateOf = paperStates(snapshot, context);
  const counts = new Map<PaperColumn, number>();
  let complete = 0;
  let short = 0;
  const numbered = snapshot.roster.filter(({ id, key }) => id !== null && isTouched(only, "roster", key));
  for (const enrolment of [...numbered].sort((a, b) => compare(a.key, b.key))) {
    const row = rowWith(snapshot.papers, enrolment.key);
    if (row !== null) follow(out, row, enrolment);
    if (hasEnded(enrolment)) {
      out.set("roster", enrolment, "missingPapers", null, say.papersReason);
      continue;
    }
    const state = stateOf(enrolment);
    // Of rows with one number nobody can say which is right: the text stays as it is, W01 tells why.
    if (state === null) continue;
    const { shortage } = state;
    const memory = memoryOf(enrolment, row, state.isApproved);
    since.tell(enrolment, memory);
    if (row === null) {
      out.add("papers", papersRow(enrolment, memory), say.newPapersRow);
    } else {
      keepMemory(out, row, memory);
      reportUnclear(out, row, enrolment);
    }
    out.set("roster", enrolment, "missingPapers", textFor(shortage), say.papersWith(state.from));
    reportEducation(out, enrolment);
    for (const column of shortage.columns) counts.set(column, (counts.get(column) ?? 0) + 1);
    if (shortage.columns.length === 0) complete += 1;
    else short += 1;
  }
  if (only === undefined) reportStray(out, snapshot);
  const titles = PAPER_COLUMNS.map((column) => [PAPERS.columns[column].title, counts.get(column) ?? 0] as const);
  return out.done({ complete, short, byPaper: Object.fromEntries(titles.filter(([, count]) => count > 0)) });
}

function textFor({ stages }: Shortage): string | null {
  return stages.length === 0 ? null : say.shortPapers(stages);
}

/** The help columns show whose row it is. */
function follow(out: OutcomeBuilder, row: PapersRow, enrolment: Enrolment): void {
  out.set("papers", row, "name", enrolment.name, say.followsRoster);
  out.set("papers", row, "unit", enrolment.unit, say.followsRoster);
}

function reportUnclear(out: OutcomeBuilder<PapersCode>, row: PapersRow, enrolment: Enrolment): void {
  const unclear = PAPER_COLUMNS.filter((column) => readAnswer(row[column]).kind === "unclear");
  const [first] = unclear;
  if (first === undefined) return;
  const cells = unclear.map((column) => ({ title: PAPERS.columns[column].title, written: row[column] ?? "" }));
  const message = say.unreadableAnswers(whoIs(enrolment), cells);
  out.find("D01", "papers", row.key, first, message);
}

/** The notice, step 5: 学历必须达到高中或同等学历. */
function reportEducation(out: OutcomeBuilder<PapersCode>, enrolment: Enrolment): void {
  if (enrolment.education === null || meetsEducation(enrolment.education) !== false) return;
  const message = say.lowEducation(whoIs(enrolment), enrolment.education);
  out.find("D02", "roster", enrolment.key, "education", message);
}

function reportStray(out: OutcomeBuilder<PapersCode>, snapshot: Snapshot): void {
  const known = new Set([...snapshot.roster, ...snapshot.history].map((row) => row.key));
  const repeated = new Set(snapshot.repeated.flatMap(({ table, key }) => (table === "roster" ? [key] : [])));
  for (const row of snapshot.papers) {
    if (known.has(row.key) || repeated.has(row.key)) continue;
    const message = say.strayPapers(row.key);
    out.find("D03", "papers", row.key, "id", message);
  }
}
