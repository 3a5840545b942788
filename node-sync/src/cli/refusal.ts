import { linesOf } from "../wording/plain-text";

/** Refused, nothing written: the sentence, or one for each reason, says why. Exit 3. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  constructor(
    readonly code: string,
    message: string | readonly string[],
  ) {
    super(linesOf(typeof message === "string" ? [message] : message));
  }
}

/** The command was called wrongly. Exit 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
  readonly code = "usage";
}
