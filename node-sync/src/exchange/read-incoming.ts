import { readFile } from "node:fs/promises";
import { basename, extname } from "node:path";
import { isOwnWorkbook } from "../../../apps-script/domain/merge/own-workbook";
import { type IncomingFile, incomingFileOf } from "../../../apps-script/domain/merge/returned";
import { readTableFile, type TableFile } from "../files/read-table-file";
import { secondReading } from "../files/second-reading";
import { refusal } from "../refusal";
import { noListInside, notAList, ownWorkbook, readersDisagree, secondReaderFails } from "../wording/import-files";
import { isUneditedCopy } from "./copy-mark";
import { isUneditedReply, replyMark } from "./reply-mark";

/** A file of a unit's, as it was read. */
export interface Incoming {
  readonly file: IncomingFile;
  /** What the reply that somebody corrected and sent back says it answers; `null` for any other file. */
  readonly corrects: string | null;
}

/** A file to read; `isNamed` when the call named it, not the folder it lies in. */
export interface Found {
  readonly path: string;
  readonly isNamed: boolean;
  /** How many tables lie in it, for a folder inside a folder: they are not read, and said. */
  readonly tables?: number;
}

const TABLE_FILES = new Set([".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".csv", ".tsv", ".et"]);
/** Names that say nothing of what is in the file: text of any kind, and a name whose ending was lost. */
const ANYTHING = new Set([".txt", ""]);

/** Whether a file is a table, by its name. */
export function isSurelyTable(name: string): boolean {
  return TABLE_FILES.has(extname(name).toLowerCase());
}

/** Whether a file may hold a list, by its name. */
export function isTableName(name: string): boolean {
  return isSurelyTable(name) || ANYTHING.has(extname(name).toLowerCase());
}

/**
 * Reads one file that a unit sent, and a .xlsx that bears marks of ours twice if it is to be verified. `null` for an answer
 * of ours that nobody has changed.
 *
 * @throws {UnreadableFile | Refusal} why nothing of it is taken
 */
export async function readIncoming({ path, isNamed }: Found, verify: boolean): Promise<Incoming | null> {
  if (!isNamed && !isTableName(path)) throw refusal("not-a-list", notAList(basename(path)));
  const table = await readTableFile(path);
  if (!isNamed && (isUneditedReply(table) || (await isUneditedCopy(table, () => readFile(path))))) return null;
  if (isOwnWorkbook(table.sheets)) throw refusal("own-workbook", ownWorkbook(table.file));
  const file = incomingFileOf(table);
  const isGuess = !isNamed && ANYTHING.has(extname(path).toLowerCase());
  if (isGuess && file.lists.length === 0 && !file.returned) throw refusal("not-a-list", noListInside(table.file));
  if (verify && file.returned && table.format === "xlsx") await verifyReading(path, table);
  return { file, corrects: replyMark(table)?.answers ?? null };
}

/** @throws {Refusal} `review` when a second reader does not read the same */
async function verifyReading(path: string, table: TableFile): Promise<void> {
  const disagreement = await secondReading(path, table).catch(() => {
    throw refusal("review", secondReaderFails(table.file));
  });
  if (disagreement) throw refusal("review", readersDisagree(table.file, disagreement.sheet, disagreement.address));
}
