import type { Outcome } from "../changes/outcome";
import type { Snapshot } from "../snapshot/snapshot";
import type { Context } from "./context";

/** An operation's decision: pure, deterministic, independent of the order of rows. */
export type Rule = (snapshot: Snapshot, context: Context) => Outcome;
