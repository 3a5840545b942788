import { isAbsolute, join } from "node:path";
import type { Options, Report } from "../cli/command";
import * as say from "../wording/workbench";
import { TurnedAway } from "./turned-away";

/**
 * What pages ask for that goes by files: the commands of the command line, with the options that a page may give. Where the
 * command writes files, it writes them beside the workbook, so that they are there whatever becomes of the page.
 */
interface Job {
  readonly command: string;
  /** Words before the files. */
  readonly words?: readonly string[];
  /** What the command calls its one file, where it is no plain argument. */
  readonly fileOption?: string;
  /** The option that names it, of a command that has one for it. */
  readonly fileIn?: string;
  readonly files: "none" | "one" | "some";
  readonly options: Readonly<Record<string, "text" | "texts" | "flag">>;
  /** The option that names the folder to write into, and what the folder is called. */
  readonly into?: readonly [option: string, folder: string];
  /** Where the command's JSON names the files that it wrote. */
  readonly written?: (json: unknown) => readonly unknown[];
}

const JOBS: Readonly<Record<string, Job>> = {
  import: {
    command: "import",
    files: "some",
    options: { as: "text", asOf: "text", force: "flag", dryRun: "flag" },
    into: ["replies", say.repliesFolder],
    written: (json) => [...partsOf(json, "files"), ...partsOf(json, "earlier")].map((part) => fieldOf(part, "reply")),
  },
  export: {
    command: "export",
    files: "none",
    options: { unit: "texts", withCards: "flag", dryRun: "flag" },
    into: ["out", say.sentFolder],
    written: (json) => partsOf(json, "files").map((part) => fieldOf(part, "file")),
  },
  checkInSheet: {
    command: "print",
    words: ["check-in"],
    files: "none",
    options: { class: "text" },
    into: ["out", say.printFolder],
    written: (json) => [fieldOf(json, "file")],
  },
  form: {
    command: "print",
    words: ["form"],
    fileIn: "template",
    files: "one",
    options: { class: "text", unit: "text", people: "text" },
    into: ["out", say.printFolder],
    written: (json) => [fieldOf(json, "file")],
  },
  checkIn: { command: "do", words: ["check-in"], fileOption: "--file", files: "one", options: { dryRun: "flag" } },
  cards: { command: "cards", files: "one", options: { dryRun: "flag" } },
  nextYear: { command: "init", files: "none", options: { newBook: "text", dryRun: "flag" } },
  plan: { command: "plan", files: "one", options: { year: "text", dryRun: "flag" } },
};

/** A job as a page asks for it. `files` are uploads. */
export interface JobAsk {
  readonly job: string;
  readonly files: readonly string[];
  readonly options: Options;
}

/** What a command leaves behind, as JSON; `stopped` is in it where it stopped half way. */
type Receipt = Pick<Report, "json" | "needsPerson">;

/** A command of the command line at the workbook, by its name. */
export type RunCommand = (command: string, args: readonly string[], options: Options) => Promise<Receipt>;

interface JobDone {
  readonly report: Receipt;
  /** Where it writes files. */
  readonly folder: string | null;
  /** Paths of the files that it wrote. */
  readonly written: readonly string[];
  /** Whether the files that it read are done with: not after a trial, nor where it stopped half way and is to be asked for again. */
  readonly isOver: boolean;
}

/** @throws {TurnedAway} `bad-call` for what no page asks */
export function jobAsk(given: unknown): JobAsk {
  const name = fieldOf(given, "job");
  const job = typeof name === "string" && Object.hasOwn(JOBS, name) ? JOBS[name] : undefined;
  const files = fieldOf(given, "files") ?? [];
  if (typeof name !== "string" || !job || !isTexts(files) || !isCount(files.length, job.files)) throw new TurnedAway("bad-call");
  return { job: name, files, options: optionsIn(fieldOf(given, "options") ?? {}, job) };
}

/** @param folder where the workbook lies */
export async function doJob(ask: JobAsk, paths: readonly string[], folder: string, run: RunCommand): Promise<JobDone> {
  const job = JOBS[ask.job];
  if (!job) throw new TurnedAway("bad-call");
  const [option, name] = job.into ?? [];
  const place = name === undefined ? "" : join(folder, name);
  const options = { ...ask.options, ...(option === undefined ? {} : { [option]: place }), ...namedFile(job, paths) };
  const report = await run(job.command, [...(job.words ?? []), ...filesAsWords(job, paths)], options);
  const named = (job.written?.(report.json) ?? []).filter((path): path is string => typeof path === "string");
  const isTrial = ask.options.dryRun === true;
  const written = isTrial ? [] : [...new Set(named)];
  return {
    report,
    folder: place || null,
    written: written.map((path) => (isAbsolute(path) ? path : join(place, path))),
    isOver: !isTrial && fieldOf(report.json, "stopped") === undefined,
  };
}

const namedFile = ({ fileIn }: Job, [path]: readonly string[]): Options => (fileIn === undefined ? {} : { [fileIn]: path });

function filesAsWords({ fileOption, fileIn }: Job, paths: readonly string[]): readonly string[] {
  if (fileIn !== undefined) return [];
  return fileOption === undefined ? paths : paths.map((path) => `${fileOption}=${path}`);
}

function isCount(count: number, files: Job["files"]): boolean {
  if (files === "some") return count > 0;
  return count === (files === "one" ? 1 : 0);
}

function optionsIn(given: unknown, { options }: Job): Options {
  if (typeof given !== "object" || given === null) throw new TurnedAway("bad-call");
  for (const [name, value] of Object.entries(given)) {
    const kind = Object.hasOwn(options, name) ? options[name] : undefined;
    const isRight = kind === "flag" ? typeof value === "boolean" : kind === "texts" ? isTexts(value) : typeof value === "string";
    if (kind === undefined || !isRight) throw new TurnedAway("bad-call");
  }
  return { ...given };
}

export function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === "string");
}

function partsOf(value: unknown, name: string): readonly unknown[] {
  const parts = fieldOf(value, name);
  return Array.isArray(parts) ? parts : [];
}

function fieldOf(value: unknown, name: string): unknown {
  if (typeof value !== "object" || value === null) return undefined;
  return Object.entries(value).find(([own]) => own === name)?.[1];
}
