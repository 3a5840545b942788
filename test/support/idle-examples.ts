/** Operations whose example finds nothing to do in the demo: no book of it was ever carried over. */
export const IDLE_EXAMPLES: readonly string[] = ["mark-carried"];
