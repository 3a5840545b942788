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
