import type { RefusalCode } from "../../../apps-script/domain/refusal";
import type { Given, TaskName } from "./tasks";

/** What a reader's process is asked. */
export interface Question<K extends TaskName = TaskName> {
  readonly task: K;
  readonly given: Given<K>;
  /** The file's name in sentences. */
  readonly label: string;
}

/** Why a file is not read, for a person at the desk. */
export interface Refused {
  readonly code: RefusalCode;
  readonly message: string;
}

/** What it answers: first that it is there, then to each question in turn. */
export type Told = { readonly ready: true } | Answer;
export type Answer = { readonly value: unknown } | { readonly refused: Refused };
