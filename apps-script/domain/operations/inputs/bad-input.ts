import { Refusal } from "../../refusal";

/** One field whose value is not taken. `given` is what was written, `possible` what could be. */
export interface FieldProblem {
  readonly field: string;
  readonly title: string;
  readonly given: string;
  readonly message: string;
  readonly possible: readonly string[];
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
