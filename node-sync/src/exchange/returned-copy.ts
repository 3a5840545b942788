import { join } from "node:path";
import type { UnitFile } from "../../../apps-script/domain/exchange/export";
import type { ReturnedReport } from "../../../apps-script/domain/merge/returned";
import { read } from "../readers/readers";
import { annotatedCopy, annotationOf, type CellVerdict, type StrayRow } from "./annotated-copy";
import { LocalOutbox } from "./export/local-outbox";
import type { Outbox, OutFile } from "./export/outbox";
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
export async function writeCopy(report: ReturnedReport, answer: UnitFile, folder: string, books: UnitBooks): Promise<string> {
  return join(folder, await deliverCopy(copyNotes(report), answer, new LocalOutbox(folder), books));
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

async function isOutdated({ identity }: UnitFile, name: string, bytes: Buffer): Promise<boolean> {
  const mark = await read(name, "copy", bytes, name).catch(() => null);
  return mark !== null && mark.exchange === identity.exchange && mark.generation < identity.generation;
}
