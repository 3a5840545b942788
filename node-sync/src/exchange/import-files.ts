import { readdir, stat } from "node:fs/promises";
import { basename, dirname, extname, join } from "node:path";
import type { Host } from "../../../apps-script/domain/operations/host";
import { type FileReport, importOperation } from "../../../apps-script/domain/operations/import";
import { exchangeAdvice } from "../../../apps-script/domain/wording/exchange";
import { importAdvice } from "../../../apps-script/domain/wording/import";
import { progress } from "../cli/progress";
import { perform, type Receipt, type Terms } from "../perform";
import { READS_AT_ONCE } from "../readers/readers";
import { fileStopped, progressTitle } from "../wording/import-files";
import { LocalOutbox } from "./export/local-outbox";
import { UnitBooks } from "./export/unit-book";
import { type FileError, type ReadFile, readFound } from "./found-files";
import { type Found, isTableName } from "./read-incoming";
import { replyName } from "./reply-name";
import { NOTHING_ASIDE, type SetAside, unchanging } from "./set-aside";
import { byUnit, type DueReply, deliverReply, dueReply } from "./unit-replies";

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
  const told = files.map(({ path, incoming, error, corrects = null }): Told => {
    const { report, answer } = (incoming ? taken.shift() : undefined) ?? { report: null, answer: null };
    const result = { file: basename(path), report, reply: null, error: error ?? stopOf(report) };
    return { result, due: report && dueReply(report, answer, corrects), folder: options.replies ?? dirname(path) };
  });
  return { receipt, files: receipt.applied ? await withReplies(told) : told.map(({ result }) => result) };
}

/** What became of a file, what its unit is told of it, and where that goes. */
interface Told {
  readonly result: FileResult;
  readonly due: DueReply | null;
  readonly folder: string;
}

/** Replies that are made and flushed at the same time. */
const REPLIES_AT_ONCE = 8;

/**
 * Writes the replies, one for a unit, beside the first of its files. Those that want the same name are written one after the
 * other, in order.
 */
async function withReplies(told: readonly Told[]): Promise<FileResult[]> {
  const replies = new Map<Told, string>();
  const due = told.flatMap((one) => (one.due ? [{ ...one.due, told: one }] : []));
  const byName = new Map<string, (typeof due)[]>();
  for (const group of byUnit(due)) {
    const [first] = group;
    const name = join(first?.told.folder ?? "", replyName(first?.unit ?? null)).toLowerCase();
    byName.set(name, [...(byName.get(name) ?? []), group]);
  }
  const books = new UnitBooks();
  const queue = byName.values();
  const work = async (): Promise<void> => {
    for (const groups of queue) {
      for (const group of groups) {
        const folder = group[0]?.told.folder ?? "";
        const reply = join(folder, await deliverReply(group, new LocalOutbox(folder), books));
        for (const one of group) replies.set(one.told, reply);
      }
    }
  };
  await Promise.all(Array.from({ length: REPLIES_AT_ONCE }, work));
  return told.map((one) => ({ ...one.result, reply: replies.get(one) ?? null }));
}

/** Why a file goes no further for now. */
export function stopOf(report: FileReport | null): FileError | null {
  const stop = report?.stopped ?? null;
  if (!report || !stop) return null;
  return {
    code: stop.code,
    message: fileStopped(report.file, stop.message + (exchangeAdvice[stop.code] ?? importAdvice[stop.code] ?? "")),
  };
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
