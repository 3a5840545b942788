import type { Done } from "../../domain/operations/define-operation";

/** What a report shows. Texts may come from cells: the page shows them as text. */

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

/** What a form's operation tells: in one sentence, and the first people, each in one; `more` counts the others. */
export interface Told {
  readonly said: string;
  readonly people: readonly { readonly key: string; readonly sentence: string }[];
  readonly more: number;
  /** Something of it is still to be seen to. */
  readonly isOpen: boolean;
  readonly texts: NonNullable<Done["texts"]>;
}

/** Somebody for whom a proposal does something, or who is left out of it. */
export interface Choice {
  /** 报名编号. */
  readonly key: string;
  readonly name: string;
  readonly unit: string;
  /** The number is only about to be given. */
  readonly isNew: boolean;
  readonly isLeftOut: boolean;
  /** What is decided for them; empty where they are left out. */
  readonly what: string;
}

/**
 * What an action would do, or what it did. `isNothing`: there is nothing to do. `notice` says why a preview is shown once more.
 * `needs` holds what a person has to see to. `run` is what was written.
 */
export interface Report {
  readonly stage: "preview" | "result";
  readonly headline: string;
  readonly isNothing: boolean;
  readonly run: string | null;
  readonly choices: readonly Choice[];
  readonly told: Told | null;
  readonly notice: string | null;
  readonly lists: readonly FactList[];
  readonly needs: NoteList | null;
  readonly findings: NoteList | null;
  readonly kept: NoteList | null;
}
