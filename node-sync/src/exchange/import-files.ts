import { readdir, stat } from "node:fs/promises";
import { basename, dirname, extname, join } from "node:path";
import type { UnitFile } from "../../../apps-script/domain/exchange/export";
import type { Host } from "../../../apps-script/domain/operations/host";
import { type FileReport, importOperation } from "../../../apps-script/domain/operations/import";
import { exchangeAdvice } from "../../../apps-script/domain/wording/exchange";
import { progress } from "../cli/progress";
import { perform, type Receipt, type Terms } from "../perform";
import { READS_AT_ONCE } from "../readers/readers";
import { fileStopped, progressTitle } from "../wording/import-files";
import { UnitBooks } from "./export/unit-book";
import { type FileError, type ReadFile, readFound } from "./found-files";
import { type Found, isTableName } from "./read-incoming";
import { replyName, writeReply } from "./reply";
import { writeCopy } from "./returned-copy";
import { NOTHING_ASIDE, type SetAside, unchanging } from "./set-aside";

export interface ImportOptions {
  /** Files of a folder that were too much for a reader before; without it every file is tried. */
  readonly setAside?: SetAside | undefined;
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
  readonly error: FileError | null;
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
  const files = await readAll(await filesIn(paths), options.verify !== false, asideOf(options, terms));
  const readable = files.flatMap(({ incoming }) => (incoming ? [incoming] : []));
  const { operation, reports, answers } = importOperation(readable, terms.head.time, { force: options.force, answer: true });
  const receipt = await perform(host, operation, terms);
  const sent = answers();
  const taken = reports().map((report, place) => ({ report, answer: sent[place] ?? null }));
  const results = files.map(({ path, incoming, error }): Told => {
    const { report, answer } = (incoming ? taken.shift() : undefined) ?? { report: null, answer: null };
    const result = { file: basename(path), report, reply: null, error: error ?? stopOf(report) };
    return { result, answer, folder: options.replies ?? dirname(path) };
  });
  return { receipt, files: receipt.applied ? await withReplies(results) : results.map(({ result }) => result) };
}

/** What became of a file, what its unit is sent, and where that goes. */
interface Told {
  readonly result: FileResult;
  readonly answer: UnitFile | null;
  readonly folder: string;
}

/** Replies that are made and flushed at the same time. */
const REPLIES_AT_ONCE = 8;

/** Writes the replies. Those that want the same name are written one after the other, in order. */
async function withReplies(told: readonly Told[]): Promise<FileResult[]> {
  const results = told.map(({ result }) => result);
  const byName = new Map<string, number[]>();
  for (const [place, { result, folder }] of told.entries()) {
    const name = join(folder, replyName(result.file)).toLowerCase();
    byName.set(name, [...(byName.get(name) ?? []), place]);
  }
  const books = new UnitBooks();
  const queue = byName.values();
  const work = async (): Promise<void> => {
    for (const places of queue) {
      for (const place of places) {
        const { result, answer, folder } = told[place] as Told;
        if (result.report) results[place] = { ...result, reply: await replyTo(result.report, answer, folder, books) };
      }
    }
  };
  await Promise.all(Array.from({ length: REPLIES_AT_ONCE }, work));
  return results;
}

function replyTo(report: FileReport, answer: UnitFile | null, folder: string, books: UnitBooks): Promise<string | null> {
  if (report.kind === "foreign") return writeReply(report, folder);
  return answer ? writeCopy(report, answer, folder, books) : Promise.resolve(null);
}

/** Why a file goes no further for now. */
export function stopOf(report: FileReport | null): FileError | null {
  const stop = report?.kind === "returned" ? report.stopped : null;
  if (!report || !stop) return null;
  return { code: stop.code, message: fileStopped(report.file, stop.message + (exchangeAdvice[stop.code] ?? "")) };
}

function asideOf({ setAside = NOTHING_ASIDE }: ImportOptions, { dryRun }: Terms): SetAside {
  return dryRun ? unchanging(setAside) : setAside;
}

async function readAll(paths: readonly Found[], verify: boolean, aside: SetAside): Promise<ReadFile[]> {
  const files: (ReadFile | null)[] = paths.map(() => null);
  const bar = await progress(progressTitle, paths.length);
  const queue = [...paths.entries()];
  const work = async (): Promise<void> => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const [place, found] = next;
      files[place] = await readFound(found, verify, aside);
      bar.step();
    }
  };
  try {
    await Promise.all(Array.from({ length: READS_AT_ONCE }, work));
  } finally {
    queue.length = 0;
    bar.stop();
  }
  return files.flatMap((file) => (file && (file.incoming || file.error) ? [file] : []));
}

/** What units send instead of a table; in a folder they are named, so that nobody's list gets lost unsaid. */
const DOCUMENTS = new Set([".pdf", ".doc", ".docx", ".wps", ".rtf", ".zip", ".rar", ".7z"]);

/** The files as given, and the tables and documents of the folders among them, in order of their names. */
async function filesIn(paths: readonly string[]): Promise<Found[]> {
  const found: Found[] = [];
  for (const path of paths) {
    const isFolder = await stat(path).then(
      (entry) => entry.isDirectory(),
      () => false,
    );
    if (!isFolder) found.push({ path, isNamed: true });
    else for (const name of await namesOf(path)) found.push({ path: join(path, name), isNamed: false });
  }
  return found;
}

/** Markers of open files (`~$…`, `.~lock…`) and hidden files are nobody's list. */
async function namesOf(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !/^(~\$|\.)/.test(entry.name))
    .map((entry) => entry.name)
    .filter((name) => isTableName(name) || DOCUMENTS.has(extname(name).toLowerCase()))
    .sort();
}
