/** Refused, nothing written: the sentence says why. Exit 3. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** The command was called wrongly. Exit 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
  readonly code = "usage";
}
