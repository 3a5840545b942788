import type { Day } from "../../../apps-script/domain/days/civil-day";
import type { Stop } from "../half-way";
import type { Phase } from "../perform";

/**
 * What a command leaves behind: the JSON document, the text for people, and whether a person must look at it. One that stopped
 * half way leaves the same, of what was done; it rejects only when nothing was written.
 */
export interface Report {
  readonly json: unknown;
  readonly text: string;
  readonly needsPerson: boolean;
  readonly stopped?: Stop | null;
  /** What a person does after a stop; to call the command again unless given. */
  readonly afterStop?: string;
}

/** The options common to all commands, read and checked. */
export interface Common {
  /** The workbook file itself, also where the call names a link to it. */
  readonly book: string | null;
  /** The id of a Google Sheet; with a book only where the command's spec asks for both. */
  readonly sheet: string | null;
  readonly today: Day;
  readonly dryRun: boolean;
  readonly json: boolean;
  /** Absent unless a page of the workbench asks. */
  readonly page?: AskedByPage;
}

/** Who works on a page, and who is told what a command is at. */
export interface AskedByPage {
  readonly clerk: string;
  readonly onPhase: (phase: Phase) => void;
}

export type Options = Readonly<Record<string, string | boolean | readonly string[] | undefined>>;

/** A command at work. It is loaded only when it is called. */
export type Run = (common: Common, args: readonly string[], options: Options) => Promise<Report>;

/** A command as the help shows it. */
export interface CommandSpec {
  readonly name: string;
  /** In commander's notation: `<must>` `[may]` `<many...>`. */
  readonly args?: string;
  readonly summary: string;
  readonly options?: readonly (readonly [flags: string, text: string])[];
  /** Without the name of the program, which depends on how it was started. */
  readonly example: string;
  /** A command works on one document, a file or a Sheet, unless it says that it needs both. */
  readonly documents?: "both";
  /** It always reads files of others: what reads them starts while the call is still looked at. */
  readonly readsFiles?: true;
  /** Options that the help does not name are fields of what it does, and come among the arguments as they were typed. */
  readonly takesFields?: true;
  /** The help about one of its first arguments, as `anpei do pay --help` asks for it. */
  readonly helpAbout?: (first: string) => Promise<Report>;
  readonly load: () => Promise<{ readonly run: Run }>;
}

export function textOption(options: Options, name: string): string | undefined {
  const value = options[name];
  return typeof value === "string" ? value : undefined;
}
