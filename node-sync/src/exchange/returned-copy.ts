import type { UnitFile } from "../../../apps-script/domain/exchange/export";
import type { ReturnedReport } from "../../../apps-script/domain/merge/returned";
import { read } from "../readers/readers";
import { results as say } from "../wording/export";
import { annotatedCopy, annotationOf, type CellVerdict, type FileVerdicts, type StrayRow } from "./annotated-copy";
import type { Outbox, OutFile } from "./export/outbox";
import type { UnitBooks } from "./export/unit-book";
import { type Answered, refusedOf } from "./reply";
import { answersAll, answersOf } from "./reply-mark";
import { replyName } from "./reply-name";

/** What became of a returned file, as its unit is told. */
export interface CopyNotes {
  readonly file: string;
  readonly fingerprint: string;
  readonly verdicts: readonly CellVerdict[];
  readonly strays: readonly StrayRow[];
}

export function copyNotes({
  file,
  fingerprint,
  annotated,
}: Pick<ReturnedReport, "file" | "fingerprint" | "annotated">): CopyNotes {
  return { file, fingerprint, ...annotationOf(annotated) };
}

/** All that a unit is told at once: of files of ours that came back, and of its own lists. */
interface CopyContents {
  readonly notes: readonly CopyNotes[];
  readonly lists: readonly Answered[];
}

/**
 * Writes what a unit gets back: its next file, with what became of each cell, and at its end the rows of its lists that were
 * refused. An earlier copy for the same unit is replaced unless somebody has changed it; any other file of that name stays and
 * the copy gets a number. A copy of this very file that tells of all this already is left as it is.
 *
 * @returns the name of the copy
 */
export async function deliverCopy(
  { notes, lists }: CopyContents,
  answer: UnitFile,
  outbox: Outbox,
  books: UnitBooks,
): Promise<string> {
  const answers = answersOf([...notes, ...lists]);
  const isAlone = notes.length === 1;
  const parts = notes.map((one, index): FileVerdicts => {
    return { ...one, placeOf: (row) => say.row(isAlone ? null : index + 1, row) };
  });
  const bytes = await annotatedCopy(answer, lists.length === 0 ? parts : [...parts, listVerdicts(lists)], answers, books);
  for (let copy = 1; ; copy++) {
    const name = replyName(answer.unit, copy);
    const file: OutFile = { unit: answer.unit, name };
    const before = await outbox.read(file);
    if (before?.equals(bytes)) return name;
    const found = before === undefined ? null : await copyAt(answer, name, before);
    if (found?.isSame && answersAll(found.answers, answers)) return name;
    if (found) await outbox.replace(file, bytes);
    else if (before !== undefined || !(await outbox.create(file, bytes))) continue;
    return name;
  }
}

/** The refused rows of lists, as rows that follow the list of people. */
function listVerdicts(lists: readonly Answered[]): FileVerdicts {
  const rows = refusedOf(lists);
  return {
    placeOf: (row) => rows[row]?.place ?? say.row(null, row),
    strays: rows.map(({ cells }, row) => ({
      row,
      values: Object.fromEntries(cells.flatMap(({ title, raw }) => (title === null ? [] : [[title, raw]]))),
    })),
    verdicts: rows.flatMap(({ cells, reasons }, row) =>
      reasons.map(({ column, message }): CellVerdict => {
        const theirs = cells.find(({ title }) => title === column)?.raw ?? null;
        return { enrolment: null, row, column, verdict: "refused", reason: message, theirs };
      }),
    ),
  };
}

/** An unedited copy of ours for the same unit, this generation's or an earlier one's; `null` for anything else. */
async function copyAt({ identity }: UnitFile, name: string, bytes: Buffer) {
  const mark = await read(name, "copy", bytes, name).catch(() => null);
  if (mark?.exchange !== identity.exchange || mark.generation > identity.generation) return null;
  return { isSame: mark.generation === identity.generation, answers: mark.answers };
}
