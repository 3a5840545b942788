import { readdir, stat } from "node:fs/promises";
import { basename, dirname, extname, join } from "node:path";
import type { UnitFile } from "../../../apps-script/domain/exchange/export";
import type { FileReport } from "../../../apps-script/domain/merge/foreign";
import { type IncomingFile, incomingFileOf } from "../../../apps-script/domain/merge/returned";
import type { Host } from "../../../apps-script/domain/operations/host";
import { importOperation } from "../../../apps-script/domain/operations/import";
import { exchangeAdvice } from "../../../apps-script/domain/wording/exchange";
import { explain } from "../cli/explain";
import { progress } from "../cli/progress";
import { Refusal } from "../cli/refusal";
import { readTableFile, type TableFile } from "../files/read-table-file";
import { type SecondReaders, secondReaders } from "../files/second-readers";
import { perform, type Receipt, type Terms } from "../perform";
import { fileStopped, notAList, progressTitle, readersDisagree, secondReaderFails } from "../wording/import-files";
import { UnitBooks } from "./export/unit-book";
import { isUneditedReply, writeReply } from "./reply";
import { isUneditedCopy, writeCopy } from "./returned-copy";

export interface ImportOptions {
  /** Where replies go; beside each file unless given. */
  readonly replies?: string | undefined;
  /** Takes returned files that would stop with a question. */
  readonly force?: boolean | undefined;
  /** Reads every returned .xlsx with a second reader and takes it only if both agree; so unless `false`. */
  readonly verify?: boolean | undefined;
}

/** What became of one file: its report and reply, or why nothing of it was taken; a file of ours then has both. */
export interface FileResult {
  readonly file: string;
  readonly report: FileReport | null;
  readonly reply: string | null;
  readonly error: { readonly code: string; readonly message: string } | null;
}

export interface Imported {
  readonly receipt: Receipt;
  readonly files: readonly FileResult[];
}

/**
 * Reads unit files and takes them into the workbook as one run. Units whose own file came back are sent the next one in the
 * same run, marked with what became of each cell; to a foreign list the reply holds its refused rows.
 */
export async function importFiles(
  host: Host,
  paths: readonly string[],
  terms: Terms,
  options: ImportOptions = {},
): Promise<Imported> {
  const files = await readAll(await filesIn(paths), options.verify !== false);
  const readable = files.flatMap(({ incoming }) => (incoming ? [incoming] : []));
  const { operation, reports, answers } = importOperation(readable, terms.head.time, { force: options.force, answer: true });
  const receipt = await perform(host, operation, terms);
  const sent = answers();
  const taken = reports().map((report, place) => ({ report, answer: sent[place] ?? null }));
  const results: FileResult[] = [];
  const books = new UnitBooks();
  for (const { path, incoming, error } of files) {
    const { report, answer } = (incoming ? taken.shift() : undefined) ?? { report: null, answer: null };
    const folder = options.replies ?? dirname(path);
    const reply = report && receipt.applied ? await replyTo(report, answer, folder, books) : null;
    results.push({ file: basename(path), report, reply, error: error ?? stopOf(report) });
  }
  return { receipt, files: results };
}

function replyTo(report: FileReport, answer: UnitFile | null, folder: string, books: UnitBooks): Promise<string | null> {
  if (report.kind === "foreign") return writeReply(report, folder);
  return answer ? writeCopy(report, answer, folder, books) : Promise.resolve(null);
}

function stopOf(report: FileReport | null): FileResult["error"] {
  const stop = report?.kind === "returned" ? report.stopped : null;
  if (!report || !stop) return null;
  return { code: stop.code, message: fileStopped(report.file, stop.message + (exchangeAdvice[stop.code] ?? "")) };
}

interface ReadFile {
  readonly path: string;
  readonly incoming: IncomingFile | null;
  readonly error: FileResult["error"];
}

async function readAll(paths: readonly Found[], verify: boolean): Promise<ReadFile[]> {
  const files: (ReadFile | null)[] = paths.map(() => null);
  const readers = verify ? secondReaders(paths.length) : null;
  const bar = await progress(progressTitle, paths.length);
  const queue = [...paths.entries()];
  const work = async (): Promise<void> => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const [place, found] = next;
      files[place] = await readOne(found, readers);
      bar.step();
    }
  };
  try {
    await Promise.all(Array.from({ length: readers?.atOnce ?? 1 }, work));
  } finally {
    queue.length = 0;
    bar.stop();
    await readers?.close();
  }
  return files.filter((file) => file !== null);
}

/** @returns `null` for a reply or a copy of ours in which nobody wrote anything */
async function readOne({ path, named }: Found, readers: SecondReaders | null): Promise<ReadFile | null> {
  try {
    if (!named && documents.has(extname(path).toLowerCase())) throw new Refusal("not-a-list", notAList(basename(path)));
    const table = await readTableFile(path);
    if (!named && (isUneditedReply(table) || (await isUneditedCopy(path, table)))) return null;
    const incoming = incomingFileOf(table);
    if (readers && incoming.returned && table.format === "xlsx") await verifyReading(path, table, readers);
    return { path, incoming, error: null };
  } catch (error) {
    const { exit, code, message } = explain(error);
    if (exit === 1) throw error;
    return { path, incoming: null, error: { code, message } };
  }
}

/** @throws {Refusal} `review` when a second reader does not read the same */
async function verifyReading(path: string, table: TableFile, readers: SecondReaders): Promise<void> {
  const disagreement = await readers.read(path, table).catch(() => {
    throw new Refusal("review", secondReaderFails(table.file));
  });
  if (disagreement) throw new Refusal("review", readersDisagree(table.file, disagreement.sheet, disagreement.address));
}

/** A file to read; `named` when the call named it, not the folder it lies in. */
interface Found {
  readonly path: string;
  readonly named: boolean;
}

const tableFiles = new Set([".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".csv", ".tsv", ".et"]);

/** What units send instead of a table; in a folder they are named, so that nobody's list gets lost unsaid. */
const documents = new Set([".pdf", ".doc", ".docx", ".wps", ".rtf", ".zip", ".rar", ".7z"]);

/** The files as given, and the tables and documents of the folders among them, in order of their names. */
async function filesIn(paths: readonly string[]): Promise<Found[]> {
  const found: Found[] = [];
  for (const path of paths) {
    const isFolder = await stat(path).then(
      (entry) => entry.isDirectory(),
      () => false,
    );
    if (!isFolder) found.push({ path, named: true });
    else for (const name of await namesOf(path)) found.push({ path: join(path, name), named: false });
  }
  return found;
}

/** Markers of open files (`~$…`, `.~lock…`) and hidden files are nobody's list. */
async function namesOf(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !/^(~\$|\.)/.test(entry.name))
    .map((entry) => entry.name)
    .filter((name) => [tableFiles, documents].some((known) => known.has(extname(name).toLowerCase())))
    .sort();
}
