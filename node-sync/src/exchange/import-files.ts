import { readdir, stat } from "node:fs/promises";
import { basename, dirname, extname, join, resolve } from "node:path";
import { type FileReport, importOperation } from "../../../apps-script/domain/operations/import";
import { adviceOf } from "../../../apps-script/domain/wording/rules";
import type { Stop } from "../half-way";
import { hasWritten, type Receipt, type Terms } from "../perform";
import { READS_AT_ONCE } from "../readers/readers";
import { progress } from "../terminal/progress";
import { fileStopped, progressTitle } from "../wording/import-files";
import { DONE_FOLDER } from "../wording/sync";
import { addressedAnswers } from "./addressed-answers";
import { deliverAll, type EarlierAnswer, fileKey } from "./deliver-answers";
import { type FileError, type ReadFile, readFound } from "./found-files";
import { type ImportPlaces, performHeld } from "./held-import";
import { type Found, isSurelyTable, isTableName } from "./read-incoming";
import { NOTHING_ASIDE, type SetAside, unchanging } from "./set-aside";

interface ImportOptions {
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
  /** The run that had taken the same content in before. */
  readonly takenIn: string | null;
  readonly reply: string | null;
  readonly error: FileError | null;
}

export interface Imported {
  readonly receipt: Receipt;
  readonly files: readonly FileResult[];
  /** Answers that an earlier import owed when it was cut off, and that went out now. */
  readonly earlier: readonly EarlierAnswer[];
  /** Where it went no further, once something was written. */
  readonly stopped: Stop | null;
}

/**
 * Reads unit files and takes them into the workbook as one run. Units whose own file came back are sent the next one in the
 * same run, marked with what became of each cell; to a foreign list the reply holds its refused rows. Cut off anywhere, the
 * replies are made good by the next import or sync. Rejects only while nothing was written.
 */
export function importFiles(
  places: ImportPlaces,
  paths: readonly string[],
  terms: Terms,
  options: ImportOptions = {},
): Promise<Imported> {
  const work = (): Promise<Imported> => takeFiles(places, paths, terms, options);
  return terms.dryRun === true ? work() : places.answers.exclusively(work);
}

async function takeFiles(
  places: ImportPlaces,
  paths: readonly string[],
  terms: Terms,
  options: ImportOptions,
): Promise<Imported> {
  const replies = options.replies === undefined ? undefined : resolve(options.replies);
  const found = (await filesIn(paths)).filter(({ path, tables }) => tables === undefined || resolve(path) !== replies);
  const files = await readAll(found, options.verify !== false, asideOf(options, terms));
  const readable = files.flatMap(({ incoming }) => (incoming ? [incoming] : []));
  const folders = files.flatMap(({ path, incoming }) => (incoming ? [resolve(dirname(path))] : []));
  const corrects = files.flatMap((file) => (file.incoming ? [file.corrects ?? null] : []));
  const operation = importOperation(readable, terms.head.time, { force: options.force, answer: true });
  const held = await performHeld(places, operation, terms, ({ files: reports, answers }) => {
    const received = reports.map((report, place) => {
      return { report, sent: answers[place] ?? null, corrects: corrects[place] ?? null, beside: folders[place] ?? "" };
    });
    return addressedAnswers(received, terms.head.time, replies);
  });
  const { receipt, imported } = held;
  const isDone = receipt.applied && receipt.stopped === null;
  const told = isDone ? await deliverAll(held, places.answers) : { replies: new Map(), earlier: [], stopped: receipt.stopped };
  const placeOf = placesAmong(files);
  const results = files.map(({ path, error }, index): FileResult => {
    const place = placeOf(index);
    const report = imported.files[place] ?? null;
    const reply = report && (told.replies.get(fileKey(folders[place] ?? "", report.file, report)) ?? null);
    return { file: basename(path), report, takenIn: held.takenIn[place] ?? null, reply, error: error ?? stopOf(report) };
  });
  const done = { receipt, files: results, earlier: told.earlier, stopped: told.stopped };
  if (told.stopped !== null && !isAnythingDone(done)) throw told.stopped.error;
  return done;
}

function isAnythingDone({ receipt, files, earlier }: Imported): boolean {
  return hasWritten(receipt) || files.some(({ reply }) => reply !== null) || earlier.length > 0;
}

/** The place of each file among those that could be read; -1 for one that could not. */
export function placesAmong(files: readonly Pick<ReadFile, "incoming">[]): (index: number) => number {
  let next = 0;
  const places = files.map(({ incoming }) => (incoming === null ? -1 : next++));
  return (index) => places[index] ?? -1;
}

/** Why a file goes no further for now. */
export function stopOf(report: FileReport | null): FileError | null {
  const stop = report?.stopped ?? null;
  if (!report || !stop) return null;
  return {
    code: stop.code,
    isQuestion: stop.isQuestion,
    message: fileStopped(report.file, stop.message + adviceOf(stop.code)),
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
    else found.push(...(await foundIn(path)));
  }
  return found;
}

/** The files of a folder, then the folders in it that hold tables. */
async function foundIn(folder: string): Promise<Found[]> {
  const entries = (await readdir(folder, { withFileTypes: true })).filter(({ name }) => !isNobodys(name));
  const names = (some: typeof entries): string[] => some.map(({ name }) => name).sort();
  const files = names(entries.filter((entry) => entry.isFile()))
    .filter((name) => isTableName(name) || DOCUMENTS.has(extname(name).toLowerCase()))
    .map((name): Found => ({ path: join(folder, name), isNamed: false }));
  const folders = names(entries.filter((entry) => entry.isDirectory() && entry.name !== DONE_FOLDER));
  for (const name of folders) {
    const path = join(folder, name);
    const inside = await readdir(path, { recursive: true }).catch(() => []);
    const tables = inside.filter((file) => isSurelyTable(file) && !isNobodys(basename(file))).length;
    if (tables > 0) files.push({ path, isNamed: false, tables });
  }
  return files;
}

/** Markers of open files (`~$…`, `.~lock…`) and hidden files are nobody's list. */
const isNobodys = (name: string): boolean => /^(~\$|\.)/.test(name);
