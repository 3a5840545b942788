import { readFile } from "node:fs/promises";
import { basename, extname } from "node:path";
import { type IncomingFile, incomingFileOf } from "../../../apps-script/domain/merge/returned";
import { explain } from "../cli/explain";
import { Refusal } from "../cli/refusal";
import { readTableFile, type TableFile } from "../files/read-table-file";
import { secondReading } from "../files/second-reading";
import { notAList, readersDisagree, secondReaderFails } from "../wording/import-files";
import { isUneditedReply, replyMark } from "./reply-mark";
import { isUneditedCopy } from "./returned-copy";

/** Why nothing of a file was taken. */
export interface FileError {
  readonly code: string;
  readonly message: string;
}

/** A file that was read: what to import, or the error. Neither for an answer of ours that nobody has changed. */
export interface ReadFile {
  readonly path: string;
  readonly incoming: IncomingFile | null;
  readonly error: FileError | null;
  /** What the reply that somebody corrected and sent back says it answers; `null` for any other file. */
  readonly corrects?: string | null;
}

/** A file to read; `isNamed` when the call named it, not the folder it lies in. */
export interface Found {
  readonly path: string;
  readonly isNamed: boolean;
}

const TABLE_FILES = new Set([".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".csv", ".tsv", ".et"]);

/** Whether a file may hold a list, by its name. */
export function isTableName(name: string): boolean {
  return TABLE_FILES.has(extname(name).toLowerCase());
}

/** Reads one file that a unit sent, and a .xlsx that bears marks of ours twice if it is to be verified. */
export async function readIncoming({ path, isNamed }: Found, verify: boolean): Promise<ReadFile> {
  try {
    if (!isNamed && !isTableName(path)) throw new Refusal("not-a-list", notAList(basename(path)));
    const table = await readTableFile(path);
    if (!isNamed && (isUneditedReply(table) || (await isUneditedCopy(table, () => readFile(path))))) {
      return { path, incoming: null, error: null };
    }
    const incoming = incomingFileOf(table);
    if (verify && incoming.returned && table.format === "xlsx") await verifyReading(path, table);
    return { path, incoming, error: null, corrects: replyMark(table)?.answers ?? null };
  } catch (error) {
    const { exit, code, message } = explain(error);
    if (exit === 1) throw error;
    return { path, incoming: null, error: { code, message } };
  }
}

/** @throws {Refusal} `review` when a second reader does not read the same */
async function verifyReading(path: string, table: TableFile): Promise<void> {
  const disagreement = await secondReading(path, table).catch(() => {
    throw new Refusal("review", secondReaderFails(table.file));
  });
  if (disagreement) throw new Refusal("review", readersDisagree(table.file, disagreement.sheet, disagreement.address));
}
