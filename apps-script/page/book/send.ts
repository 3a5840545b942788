import { digestOf } from "../../domain/changes/change-set";
import type { Run } from "../../domain/schema/records";
import type { ValueOf } from "../../domain/serving/calls";
import { type Fate, fateOf, runsSince } from "../../domain/serving/fate";
import { gridsIn } from "../../domain/serving/reading";
import type { Grids } from "../../domain/snapshot/grid";
import { snapshotOf } from "../../domain/snapshot/snapshot";
import type { Proposal } from "../deciding/proposal";
import { NoAnswer } from "../server";
import type { Book } from "./book";

type Committed = ValueOf<"commit">;

/**
 * How sending ended. `done`: it was answered, of this proposal. `differs`: the workbook says something else by now, and so does
 * what is decided about it, or somebody was unticked since: that is to be looked at. `restless`: others kept writing. `unanswered`: no answer came; `fate` is
 * what the log says, null when that could not be read either.
 */
export type Ending =
  | { readonly kind: "done"; readonly proposal: Proposal; readonly committed: Exclude<Committed, { readonly state: "changed" }> }
  | { readonly kind: "differs"; readonly proposal: Proposal }
  | { readonly kind: "restless" }
  | { readonly kind: "unanswered"; readonly fate: Fate | null };

/** Whether it stands in the workbook, or the next run of anybody writes it whole: it is not to be sent again. */
export function isTaken(ending: Ending): boolean {
  if (ending.kind === "unanswered") return ending.fate !== null && ending.fate.state !== "absent";
  return ending.kind === "done" && (ending.committed.state === "written" || ending.committed.at === "write");
}

const ROUNDS = 3;

/**
 * Sends a proposal. When the workbook changed meanwhile and the decision is still the same, it goes out again by itself, as long
 * as it is wanted as it is.
 */
export async function send(book: Book, agreed: Proposal, isWanted: () => boolean = () => true): Promise<Ending> {
  let proposal = agreed;
  for (let round = 1; ; round++) {
    const before = book.snapshot.runs;
    const committed = await committing(book, proposal.text);
    if (committed === null) return { kind: "unanswered", fate: await fateIn(book, proposal.text, before) };
    if (committed.state !== "changed") return { kind: "done", proposal, committed };
    if (round === ROUNDS) return { kind: "restless" };
    proposal = await proposal.again();
    if (proposal.isOther || !isWanted()) return { kind: "differs", proposal };
  }
}

/** Asks the log what became of a decision to which no answer came; null when it does not answer either. */
async function fateIn(book: Book, text: string, before: readonly Pick<Run, "key">[]): Promise<Fate | null> {
  try {
    const log = await book.server.call("read", { tables: ["runs"], runs: [], isSettled: true });
    const runs = runsSince(before, runsIn(gridsIn(log)));
    const parts = await book.server.call("read", { tables: ["runs"], runs, isSettled: false });
    return fateOf(digestOf(text), runs, gridsIn(parts));
  } catch {
    return null;
  }
}

/** Null when no answer came. The workbook is to be read again, whatever became of it. */
async function committing(book: Book, decision: string): Promise<Committed | null> {
  try {
    return await book.server.call("commit", { decision });
  } catch (error) {
    if (error instanceof NoAnswer) return null;
    throw error;
  } finally {
    book.expire();
  }
}

const runsIn = (grids: Grids) => snapshotOf(grids, ["runs"]).runs;
