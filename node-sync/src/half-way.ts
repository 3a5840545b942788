/** The steps at which a command can stop after others were done. */
export type Step =
  | "begin"
  | "write"
  | "close"
  | "reply"
  | "move"
  | "actions"
  | "export"
  | "files"
  | "plan"
  | "tabs"
  | "check"
  | "demo";

/** Where a command of several steps went no further, and over what. */
export interface Stop {
  readonly at: Step;
  readonly error: unknown;
}

/**
 * Tries a step after which a command goes no further when it fails.
 *
 * Whatever takes several steps here keeps one promise: when it rejects, nothing was written. Once something was, it gives back
 * what was done, with the `Stop` where it is not all.
 */
export async function tryStep(at: Step, work: () => Promise<void>): Promise<Stop | null> {
  try {
    await work();
    return null;
  } catch (error) {
    return { at, error };
  }
}

/**
 * Part of what was to be written stands in the workbook. At `write` the next run, on whichever side, writes the rest; at
 * `close` the run is closed, and what it wrote taken back but for some places.
 */
export class WriteBegun extends Error {
  override readonly name = "WriteBegun";

  constructor(
    override readonly cause: unknown,
    readonly at: "write" | "close" = "write",
  ) {
    super("the write was cut off after it had begun");
  }
}
