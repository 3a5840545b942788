import { basename, extname } from "node:path";
import { type IncomingFile, incomingFileOf } from "../../../apps-script/domain/merge/returned";
import { explain } from "../cli/explain";
import { Refusal } from "../cli/refusal";
import { readTableFile, type TableFile } from "../files/read-table-file";
import { secondReading } from "../files/second-reading";
import { notAList, readersDisagree, secondReaderFails } from "../wording/import-files";
import { isUneditedReply } from "./reply-mark";
import { isUneditedCopy } from "./returned-copy";

/** A file to read; `named` when the call named it, not the folder it lies in. */
export interface Found {
  readonly path: string;
  readonly named: boolean;
}

/** A file as the importer takes it, or why there is nothing to take. */
export interface ReadFile {
  readonly path: string;
  readonly incoming: IncomingFile | null;
  readonly error: { readonly code: string; readonly message: string } | null;
}

/** What units send instead of a table; in a folder they are named, so that nobody's list gets lost unsaid. */
export const documents = new Set([".pdf", ".doc", ".docx", ".wps", ".rtf", ".zip", ".rar", ".7z"]);

/**
 * Reads one file, and a .xlsx that bears marks of ours twice if it is to be verified.
 *
 * @returns `null` for a reply or a copy of ours in which nobody wrote anything
 */
export async function readIncoming({ path, named }: Found, verify: boolean): Promise<ReadFile | null> {
  try {
    if (!named && documents.has(extname(path).toLowerCase())) throw new Refusal("not-a-list", notAList(basename(path)));
    const table = await readTableFile(path);
    if (!named && (isUneditedReply(table) || (await isUneditedCopy(path, table)))) return null;
    const incoming = incomingFileOf(table);
    if (verify && incoming.returned && table.format === "xlsx") await verifyReading(path, table);
    return { path, incoming, error: null };
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
