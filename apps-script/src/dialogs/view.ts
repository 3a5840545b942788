import type { FieldInfo } from "../../domain/operations/inputs/define-input";
import type { Candidate, WrittenCell } from "../../domain/operations/inputs/field";
import type { CopyAnswer } from "../../domain/operations/keying";

export type { Candidate, CopyAnswer };

/**
 * What goes between a dialog and the script: plain JSON and nothing else (google.script.run refuses dates and functions).
 * Texts may come from cells; the page shows them as text.
 */

/** `error` is the one sentence for the person in front of it; `faults` are the fields of a form that it is about. */
export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: string; readonly faults: readonly Fault[] };

/** Why a field of a form is not taken, and what may be picked in place of what was given. */
export interface Fault {
  readonly field: string;
  readonly title: string;
  readonly why: string;
  readonly candidates: readonly Candidate[];
}

/** The fields of a form by name, each with its texts, or with cells as they were understood; empty ones are left out. */
export type FormValues = Readonly<Record<string, readonly string[] | readonly WrittenCell[]>>;

/** A field is ticked (choices of which many), chosen (choices) or typed. `example` shows what could be typed. */
export interface FormField extends FieldInfo {
  readonly example: string;
}

/** What an operation asks for. `values` are filled in already, from the selection that `selected` tells of. */
export interface Form {
  readonly about: string;
  readonly fields: readonly FormField[];
  readonly values: Readonly<Record<string, readonly string[]>>;
  readonly selected: string | null;
  /** Says that lists in files are taken elsewhere. */
  readonly noFiles: string | null;
}

/** What a dialog starts from. `kind` says which form comes first; `year` asks for the plan year of a new workbook. */
export interface Opening {
  readonly title: string;
  readonly kind: "action" | "plan" | "log" | "year" | "form";
  readonly clerk: string | null;
  /** Whether the Sheet is a copy of which staff have not said what it is: that is asked first. */
  readonly isCopy: boolean;
  /** For `plan`: tabs that are not the workbook's own. */
  readonly tabs: readonly string[];
  /** For `form`. */
  readonly form: Form | null;
}

/** What the person wants; unused fields are null. `text` or `tab` hold a plan, `year` is its year or that of a new
 * workbook, `run` is the run to undo, `fields` is a filled-in form. */
export interface Wish {
  readonly action: string;
  readonly text: string | null;
  readonly tab: string | null;
  readonly year: string | null;
  readonly run: string | null;
  readonly fields: FormValues | null;
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
 * What a form's operation tells: in one sentence, and the first people, each in one; `more` counts the others. `fields` is the
 * form as it was understood, which means the same people when it is sent again.
 */
export interface Told {
  readonly said: string;
  readonly people: readonly { readonly key: string; readonly sentence: string }[];
  readonly more: number;
  readonly fields: FormValues;
}

/**
 * One page of a dialog: what an action would do, or what it did. `isNothing`: there is nothing to do. `notice` says why
 * a preview is shown once more. `needs` holds what a person has to see to. `run` is what was written.
 */
export interface Report {
  readonly stage: "preview" | "result";
  readonly headline: string;
  readonly isNothing: boolean;
  readonly hash: string;
  readonly run: string | null;
  readonly told: Told | null;
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
