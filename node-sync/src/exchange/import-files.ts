import { readdir, stat } from "node:fs/promises";
import { basename, dirname, extname, join } from "node:path";
import { type FileReport, type ForeignFile, foreignFileOf } from "../../../apps-script/domain/merge/foreign";
import type { Host } from "../../../apps-script/domain/operations/host";
import { importOperation } from "../../../apps-script/domain/operations/import";
import { explain } from "../cli/explain";
import { progress } from "../cli/progress";
import { Refusal } from "../cli/refusal";
import { readTableFile } from "../files/read-table-file";
import { perform, type Receipt, type Terms } from "../perform";
import { notAList, progressTitle } from "../wording/import-files";
import { isUneditedReply, writeReply } from "./reply";

export interface ImportOptions {
  /** Where replies go; beside each file unless given. */
  readonly replies?: string | undefined;
}

/** What became of one file: its report and reply, or why it could not be read. */
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

/** Reads unit files and takes them into the workbook as one run; writes a reply for each file with refused rows. */
export async function importFiles(
  host: Host,
  paths: readonly string[],
  terms: Terms,
  options: ImportOptions = {},
): Promise<Imported> {
  const files = await readAll(await filesIn(paths));
  const readable = files.flatMap(({ foreign }) => (foreign ? [foreign] : []));
  const { operation, reports } = importOperation(readable, terms.head.time);
  const receipt = await perform(host, operation, terms);
  const left = [...reports()];
  const results: FileResult[] = [];
  for (const { path, foreign, error } of files) {
    const report = foreign ? (left.shift() ?? null) : null;
    const to = options.replies ?? dirname(path);
    const reply = report && receipt.applied && report.refusedRows.length > 0 ? await writeReply(report, to) : null;
    results.push({ file: basename(path), report, reply, error });
  }
  return { receipt, files: results };
}

interface ReadFile {
  readonly path: string;
  readonly foreign: ForeignFile | null;
  readonly error: FileResult["error"];
}

async function readAll(paths: readonly Found[]): Promise<ReadFile[]> {
  const files: ReadFile[] = [];
  const bar = await progress(progressTitle, paths.length);
  for (const { path, named } of paths) {
    try {
      if (!named && documents.has(extname(path).toLowerCase())) throw new Refusal("not-a-list", notAList(basename(path)));
      const table = await readTableFile(path);
      if (named || !isUneditedReply(table)) files.push({ path, foreign: foreignFileOf(table), error: null });
    } catch (error) {
      const { exit, code, message } = explain(error);
      if (exit === 1) throw error;
      files.push({ path, foreign: null, error: { code, message } });
    }
    bar.step();
  }
  bar.stop();
  return files;
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
