import { join } from "node:path";
import type { UnitFile } from "../../../apps-script/domain/exchange/export";
import { readKeywords } from "../../../apps-script/domain/exchange/identity";
import type { ReturnedReport } from "../../../apps-script/domain/merge/returned";
import type { TableFile } from "../../../apps-script/domain/merge/table-file";
import { readTable } from "../files/read-table-file";
import { results as say } from "../wording/export";
import { annotatedCopy, annotationOf, type CellVerdict, type StrayRow } from "./annotated-copy";
import { LocalOutbox } from "./export/local-outbox";
import type { Outbox, OutFile } from "./export/outbox";
import { isUntouched } from "./export/template-parts";
import type { UnitBooks } from "./export/unit-book";
import { replyName } from "./reply";

/** What became of a returned file, as its unit is told. */
export interface CopyNotes {
  readonly file: string;
  readonly verdicts: readonly CellVerdict[];
  readonly strays: readonly StrayRow[];
}

export function copyNotes({ file, annotated }: Pick<ReturnedReport, "file" | "annotated">): CopyNotes {
  return { file, ...annotationOf(annotated) };
}

/** `deliverCopy` into a folder; gives back the path. */
export async function writeCopy(notes: CopyNotes, answer: UnitFile, folder: string, books: UnitBooks): Promise<string> {
  return join(folder, await deliverCopy(notes, answer, new LocalOutbox(folder), books));
}

/**
 * Writes what a unit gets back: its next file, with what became of each cell, as `<file>-退回.xlsx`. An earlier copy for the
 * same unit is replaced unless somebody has changed it; any other file of that name stays and the copy gets a number.
 *
 * @returns the name of the copy
 */
export async function deliverCopy(notes: CopyNotes, answer: UnitFile, outbox: Outbox, books: UnitBooks): Promise<string> {
  const bytes = await annotatedCopy(answer, notes.verdicts, notes.strays, books);
  for (let copy = 1; ; copy++) {
    const name = replyName(notes.file, copy);
    const file: OutFile = { unit: answer.unit, name };
    const before = await outbox.read(file);
    if (before?.equals(bytes)) return name;
    if (before === undefined ? await outbox.create(file, bytes) : await isOutdated(answer, name, before)) {
      if (before !== undefined) await outbox.replace(file, bytes);
      return name;
    }
  }
}

/** Whether a file is a copy of ours in which nothing was typed since. */
export async function isUneditedCopy({ sheets, keywords }: TableFile, bytes: () => Promise<Buffer>): Promise<boolean> {
  const isCopy = readKeywords(keywords ?? "") !== null && sheets.some(({ name }) => name === say.sheet);
  return isCopy && (await isUntouched(await bytes()));
}

async function isOutdated({ identity }: UnitFile, name: string, bytes: Buffer): Promise<boolean> {
  const table = await readTable(bytes, name).catch(() => null);
  if (!table) return false;
  const { exchange, generation } = readKeywords(table.keywords ?? "") ?? {};
  const isEarlier = exchange === identity.exchange && (generation ?? 0) < identity.generation;
  return isEarlier && (await isUneditedCopy(table, async () => bytes));
}
