import type { Value } from "../snapshot/value";

/** What becomes of a cell of the new book when the old one is carried over again. */
export type Fate = "same" | "taken" | "ours";

/**
 * By what was carried last: what only the old book changed is taken, what was typed in the new one stays.
 *
 * | carried | new book | old book | |
 * |---|---|---|---|
 * | a | a | b | taken |
 * | a | c | a | same |
 * | a | c | b | ours, and told |
 */
export function fateOf(carried: Value, ours: Value, theirs: Value): Fate {
  if (theirs === ours || theirs === carried) return "same";
  return ours === carried ? "taken" : "ours";
}
