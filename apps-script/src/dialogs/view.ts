import type { CopyAnswer } from "../../domain/operations/keying";

export type { CopyAnswer };

/**
 * What goes between a dialog and the script: plain JSON and nothing else (google.script.run refuses dates and functions).
 * Texts may come from cells; the page shows them as text.
 */

/** `error` is the one sentence for the person in front of it. */
export type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: string };

/** What a dialog starts from. `kind` says which form comes first; `year` asks for the plan year of a new workbook. */
export interface Opening {
  readonly title: string;
  readonly kind: "action" | "plan" | "log" | "year";
  readonly clerk: string | null;
  /** Whether the Sheet is a copy of which staff have not said what it is: that is asked first. */
  readonly isCopy: boolean;
  /** For `plan`: tabs that are not the workbook's own. */
  readonly tabs: readonly string[];
}

/** What the person wants; unused fields are null. `text` or `tab` hold a plan, `year` is its year or that of a new
 * workbook, `run` is the run to undo. */
export interface Wish {
  readonly action: string;
  readonly text: string | null;
  readonly tab: string | null;
  readonly year: string | null;
  readonly run: string | null;
}

export interface Fact {
  readonly label: string;
  readonly value: string;
}

export interface FactList {
  readonly title: string;
  readonly facts: readonly Fact[];
}

export interface Note {
  readonly severity: string;
  readonly message: string;
  readonly suggestion: string;
}

/** The first notes; `more` counts the others. */
export interface NoteList {
  readonly title: string;
  readonly notes: readonly Note[];
  readonly more: number;
}

/**
 * One page of a dialog: what an action would do, or what it did. `isNothing`: there is nothing to do. `notice` says why
 * a preview is shown once more. `needs` holds what a person has to see to.
 */
export interface Report {
  readonly stage: "preview" | "result";
  readonly headline: string;
  readonly isNothing: boolean;
  readonly hash: string;
  readonly notice: string | null;
  readonly lists: readonly FactList[];
  readonly needs: NoteList | null;
  readonly findings: NoteList | null;
  readonly kept: NoteList | null;
}

/** One run of 操作记录. */
export interface RunLine {
  readonly run: string;
  readonly time: string;
  readonly clerk: string;
  readonly action: string;
  readonly source: string;
  readonly changes: string;
  readonly state: string;
  readonly canUndo: boolean;
}

/** The latest runs first; `older` counts those not listed. */
export interface RunList {
  readonly runs: readonly RunLine[];
  readonly older: number;
}

/** The script's functions as the page calls them, by name. */
export interface Server {
  dialogOpen(action: string): Answer<Opening>;
  dialogCopied(answer: CopyAnswer): Answer<null>;
  dialogSaveClerk(name: string): Answer<string>;
  dialogPreview(wish: Wish): Answer<Report>;
  dialogApply(wish: Wish, hash: string): Answer<Report>;
  dialogRuns(): Answer<RunList>;
}
