import type { Placed } from "../changes/apply";
import type { ChangeSet } from "../changes/change-set";
import { refuseClosed } from "../changes/closed";
import type { Lost } from "../changes/lost";
import type { CellWrite, RunHead, WritePlan } from "../changes/write-plan";
import type { Day } from "../days/civil-day";
import type { Steps } from "../moving/hand";
import type { TableName } from "../schema/index";
import { titleOf } from "../schema/titles";
import type { Grids } from "../snapshot/grid";
import { closedOf, type Doing, hasDone, nothingDone, readyGrids } from "./beforehand";
import { broughtUp } from "./brought-up";
import type { Answer, Host } from "./host";
import { type FreshKey, keyWrites } from "./keying";
import { withLost } from "./lost-tabs";
import { type Decided, decide, isSealed, type Operation, type Prepared, place, preparedOf, tablesOf } from "./operation";
import { NOT_APPLIED, type Receipt, receiptOf, undecided } from "./receipt";
import { alone, answered } from "./steps";
import { WriteBegun } from "./write-begun";
import { stagesOf, writePlan } from "./write-run";

export interface Terms<R = unknown> {
  readonly today: Day;
  readonly head: Omit<RunHead, "title">;
  /** Decide and place, but write nothing and take no lock. */
  readonly dryRun?: boolean;
  /** The hash of what was agreed to: anything else is not written, and the receipt is a new preview. */
  readonly hash?: string | null;
  /** Told what begins, so that a person can be told. */
  readonly onPhase?: (phase: Phase) => void;
  /**
   * Called right before the write, if there is one and not on a dry run: keeps what must not get lost when the program is cut
   * off right after it, and fails where what has to follow could not be done.
   */
  readonly beforeWrite?: (report: R | undefined) => Answer<void>;
}

export type Phase = "read" | "decide" | "write" | "done";

/** What a shell brings along: chance, of which the domain has none. */
interface Chance {
  readonly fresh: FreshKey;
}

/** What is to be done with the workbook, once it is read. */
export interface Deciding<R> {
  /** The operation's id. */
  readonly id: string;
  readonly tables: readonly TableName[];
  readonly isSealed: boolean;
  /** `null`: it was decided earlier, and the workbook says something else by now. */
  decide(grids: Grids, today: Day): Decided<R> | null;
}

/** An operation that decides about the workbook as it is found. */
export function decidedNow<R>(operation: Operation<R>): Deciding<R> {
  const { id } = operation;
  const [tables, sealed] = [tablesOf(operation), isSealed(operation)];
  return { id, tables, isSealed: sealed, decide: (grids, today) => decide(grids, operation, today) };
}

/**
 * The one pattern: lock, read, decide, write, look again. An older workbook is brought up first, a cut-off run finished first;
 * one that is to seal files for the first time gets its secret. Throws only while nothing was written.
 *
 * @throws {ProtectedTab} also for a dry run of what could not be written
 */
export function* run<R>(host: Host, deciding: Deciding<R>, terms: Terms<R> & Chance): Steps<Receipt<R>> {
  terms.onPhase?.("read");
  if (!terms.dryRun) return yield* alone(host, () => apply(host, deciding, terms));
  const ready = yield* made(host, deciding, yield* answered(host.read(deciding.tables)), terms);
  if (ready && !ready.placed.isNothing) yield* refuseProtected(host, ready, terms);
  terms.onPhase?.("done");
  return receiptOf(ready?.prepared ?? undecided(deciding.id, terms.today), nothingDone, { ...NOT_APPLIED, isChanged: !ready });
}

function* apply<R>(host: Host, deciding: Deciding<R>, terms: Terms<R> & Chance): Steps<Receipt<R>> {
  const done: Doing = { ...nothingDone };
  let prepared = undecided<R>(deciding.id, terms.today);
  let plan: WritePlan | null = null;
  try {
    const ready = yield* made(host, deciding, yield* readyGrids(host, deciding.tables, done), terms);
    prepared = ready?.prepared ?? prepared;
    if (!ready || !isAgreedTo(prepared, terms)) return receiptOf(prepared, done, { ...NOT_APPLIED, isChanged: true });
    terms.onPhase?.("write");
    plan = ready.placed.isNothing ? null : planOf(ready, terms);
    const lost = plan ? yield* written(host, plan, ready.decided.report, terms) : [];
    terms.onPhase?.("done");
    return receiptOf(prepared, done, { ...NOT_APPLIED, run: plan?.run ?? null, applied: true }, lost);
  } catch (error) {
    if (error instanceof WriteBegun) {
      const stopped = { at: error.at, error: error.why };
      return receiptOf(prepared, done, { run: plan?.run ?? null, applied: true, isChanged: false, stopped });
    }
    if (!hasDone(done)) throw error;
    const nothing = { ...undecided<R>(deciding.id, terms.today), report: prepared.report };
    return receiptOf(nothing, done, { ...NOT_APPLIED, stopped: { at: "begin", error } });
  }
}

/** What was decided, in its places. `key` is what the workbook still needs to seal files; it goes in past the log. */
interface Ready<R> {
  readonly key: readonly CellWrite[];
  readonly decided: Decided<R>;
  readonly placed: Placed;
  readonly prepared: Prepared<R>;
}

function* made<R>(host: Host, deciding: Deciding<R>, found: Grids, terms: Terms<R> & Chance): Steps<Ready<R> | null> {
  const keyOf = (grids: Grids) => (deciding.isSealed ? keyWrites(grids, host.document ?? "", terms.fresh) : []);
  const { grids, key, again } = broughtUp(withLost(found, deciding.tables), keyOf);
  terms.onPhase?.("decide");
  const decided = deciding.decide(grids, terms.today);
  if (!decided) return null;
  const learnt = yield* withFormulas(host, decided.changes);
  const placed = place(learnt ? again(withLost(learnt, deciding.tables)) : grids, decided);
  return { key, decided, placed, prepared: preparedOf(decided, placed) };
}

/** Where formulas have to be asked for: of the tabs where cells are to change, or rows come. */
function* withFormulas(host: Host, { cells, blanked, rows }: ChangeSet): Steps<Grids | null> {
  const edited = new Set([...cells, ...blanked, ...rows].map(({ table }) => titleOf(table)));
  return host.withFormulas ? yield* answered(host.withFormulas(edited)) : null;
}

function isAgreedTo({ hash }: Pick<Prepared, "hash">, terms: Pick<Terms, "hash">): boolean {
  return typeof terms.hash !== "string" || terms.hash === hash();
}

/** The cells to write, with the run in the log. */
function planOf<R>({ key, decided, placed }: Ready<R>, { head }: Terms<R>): WritePlan {
  const plan = placed.plan({ ...head, title: decided.title });
  return { ...plan, journal: [...key, ...plan.journal] };
}

function* refuseProtected<R>(host: Host, ready: Ready<R>, terms: Terms<R>): Steps<void> {
  const closed = yield* closedOf(host);
  if (closed.length > 0) refuseClosed(closed, stagesOf(planOf(ready, terms)).flat());
}

/** What was agreed to was asked for protected tabs at the preview. */
function* written<R>(host: Host, plan: WritePlan, report: R | undefined, terms: Terms<R>): Steps<readonly Lost[]> {
  if (typeof terms.hash !== "string") refuseClosed(yield* closedOf(host), stagesOf(plan).flat());
  if (terms.beforeWrite) yield* answered(terms.beforeWrite(report));
  return yield* writePlan(host, plan);
}
