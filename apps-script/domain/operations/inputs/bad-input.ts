import { Refusal } from "../../refusal";
import type { Candidate } from "./field";

/** One field whose value is not taken. `given` is what was written, `possible` what could be. */
export interface FieldProblem {
  readonly field: string;
  readonly title: string;
  readonly given: string;
  readonly message: string;
  /** The message for a form, where it stands at its field and above the candidates: it names neither. */
  readonly why: string;
  readonly possible: readonly string[];
  /** What may stand in place of what was given, to be picked. */
  readonly candidates: readonly Candidate[];
}

/** An input that is not taken as it is: nothing was written. One sentence a field. */
export class BadInput extends Refusal<"bad-input"> {
  constructor(readonly fields: readonly FieldProblem[]) {
    super(
      "bad-input",
      fields.map(({ message }) => message),
    );
  }
}
