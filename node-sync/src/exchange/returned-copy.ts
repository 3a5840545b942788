import { readFile, unlink } from "node:fs/promises";
import { join } from "node:path";
import type { UnitFile } from "../../../apps-script/domain/exchange/export";
import { readKeywords } from "../../../apps-script/domain/exchange/identity";
import type { ReturnedReport } from "../../../apps-script/domain/merge/returned";
import type { TableFile } from "../../../apps-script/domain/merge/table-file";
import { createFile } from "../files/create-file";
import { readTableFile } from "../files/read-table-file";
import { results as say } from "../wording/export";
import { UnreadableFile } from "../xlsx/unreadable-file";
import { annotatedCopy, annotationOf } from "./annotated-copy";
import { isUntouched } from "./export/template-parts";
import type { UnitBooks } from "./export/unit-book";
import { replyName } from "./reply";

/**
 * Writes what a unit gets back: its next file, with what became of each cell, as `<file>-退回.xlsx`. An earlier copy for the
 * same unit is replaced unless somebody has changed it; any other file of that name stays and the copy gets a number.
 *
 * @returns the path of the copy
 */
export async function writeCopy(report: ReturnedReport, answer: UnitFile, folder: string, books: UnitBooks): Promise<string> {
  const { verdicts, strays } = annotationOf(report.annotated);
  const bytes = await annotatedCopy(answer, verdicts, strays, books);
  for (let copy = 1; ; copy++) {
    const path = join(folder, replyName(report.file, copy));
    const place = await placeFor(answer, path);
    if (place === "taken") continue;
    if (place === "outdated") await unlink(path);
    await createFile(path, bytes);
    return path;
  }
}

/** Whether a file is a copy of ours in which nothing was typed since. */
export async function isUneditedCopy(path: string, { sheets, keywords }: TableFile): Promise<boolean> {
  const isCopy = readKeywords(keywords ?? "") !== null && sheets.some(({ name }) => name === say.sheet);
  return isCopy && (await isUntouched(await readFile(path)));
}

async function placeFor({ identity }: UnitFile, path: string): Promise<"free" | "outdated" | "taken"> {
  try {
    const table = await readTableFile(path);
    const { exchange, generation } = readKeywords(table.keywords ?? "") ?? {};
    const isEarlier = exchange === identity.exchange && (generation ?? 0) < identity.generation;
    return isEarlier && (await isUneditedCopy(path, table)) ? "outdated" : "taken";
  } catch (error) {
    return error instanceof UnreadableFile && error.code === "missing" ? "free" : "taken";
  }
}
