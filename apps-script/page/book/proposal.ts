import { changesOfRun } from "../../domain/changes/recover";
import type { ClerkOperation, Done } from "../../domain/operations/define-operation";
import { decideAway } from "../../domain/operations/earlier-decision";
import { BadInput } from "../../domain/operations/inputs/bad-input";
import type { RawInput } from "../../domain/operations/inputs/read-input";
import { type Operation, type Prepared, tablesOf, without } from "../../domain/operations/operation";
import { runsUndoneBy, undoOperation } from "../../domain/operations/undo";
import type { LeftOut } from "../../domain/rules/left-out";
import type { TableName } from "../../domain/schema/index";
import { snapshotOf } from "../../domain/snapshot/snapshot";
import type { Book } from "./book";
import { type Choice, choicesIn, type Leaving, stillThere } from "./choices";

/** What would be done, to look at and to send. */
export interface Proposal {
  readonly prepared: Prepared;
  readonly hash: string;
  /** The decision as it is sent. */
  readonly text: string;
  /** What an operation with an input tells. */
  readonly done: Done | null;
  /** Who can be left out, and who is; empty where all is one decision. */
  readonly choices: readonly Choice[];
  /** The same wish without some of those. */
  readonly without: (leftOut: LeftOut) => Promise<Proposal>;
  /** The same wish, decided about the workbook as it is by now. */
  readonly again: () => Promise<Proposal>;
}

/** A wish, decided about the workbook as the page has it. `lasting` is what it means from now on, whoever comes in. */
interface Wished {
  readonly prepared: Prepared;
  readonly text: string;
  readonly done: Done | null;
  readonly lasting: Wish;
}
type Wish = (leftOut: LeftOut) => Promise<Wished>;

/** Decides an operation about the workbook as the page has it. */
export function propose(book: Book, operation: Operation): Promise<Proposal> {
  const wish: Wish = async (leftOut) => ({ ...(await decided(book, without(operation, leftOut))), done: null, lasting: wish });
  return proposed(book, wish);
}

/**
 * Decides what a form asks for. Decided again, it is about the people that were understood, whoever comes into the workbook
 * meanwhile.
 *
 * @throws {BadInput}
 */
export async function proposeForm(book: Book, operation: ClerkOperation, values: RawInput): Promise<Proposal> {
  const wishOf = (input: RawInput): Wish => {
    return async (leftOut) => {
      const bound = operation.bind(input, book.clerk ?? "");
      if ("problems" in bound) throw new BadInput(bound.problems);
      const { prepared, text } = await decided<Done>(book, without(bound, leftOut));
      const done = prepared.report ?? null;
      return { prepared, text, done, lasting: wishOf(done?.input ?? input) };
    };
  };
  return proposed(book, wishOf(values));
}

/** Decides the undoing of a run, by default of the last one, whose change set is read for that. */
export function proposeUndo(book: Book, run: string | null): Promise<Proposal> {
  const wish: Wish = async () => ({ ...(await undoing(book, run)), done: null, lasting: wish });
  return proposed(book, wish);
}

async function undoing(book: Book, run: string | null) {
  const { grids } = await book.ready();
  const runs = runsUndoneBy(snapshotOf(grids, ["runs"]), run ?? undefined);
  await book.readMore(["runs"], runs);
  return decided(book, { ...undoOperation(run ?? undefined), tables: touchedBy(book, runs) });
}

/** Whoever is somebody else by now is left out no more. */
async function proposed(book: Book, wish: Wish, leaving: Leaving = new Map()): Promise<Proposal> {
  const { prepared, text, done, lasting } = await wish(new Set(leaving.keys()));
  const roster = prepared.choices.length + leaving.size > 0 ? book.snapshot.roster : [];
  const same = stillThere(leaving, prepared, roster);
  if (same.size < leaving.size) return proposed(book, lasting, same);
  const choices = choicesIn(prepared, leaving, roster);
  return {
    ...{ prepared, hash: prepared.hash(), text, done, choices },
    without: (leftOut) =>
      proposed(book, lasting, new Map(choices.flatMap((one) => (leftOut.has(one.key) ? [[one.key, one]] : [])))),
    again: () => proposed(book, lasting, leaving),
  };
}

/** What every decision looks at: the settings, the calendar and the plan's year. */
const ALWAYS: readonly TableName[] = ["settings", "holidays", "plan"];

/** The tables that the change sets of runs are about, and those sets. */
function touchedBy(book: Book, runs: readonly string[]): TableName[] {
  const snapshot = snapshotOf(book.held.grids, ["changeParts"]);
  const changes = runs.flatMap((run) => changesOfRun(snapshot, run) ?? []);
  const tables = changes.flatMap(({ cells, rows, blanked }) => [...cells, ...rows, ...blanked].map(({ table }) => table));
  return [...new Set<TableName>([...ALWAYS, ...tables, "changeParts"])];
}

async function decided<R>(book: Book, operation: Operation<R>) {
  await book.ready();
  const missing = tablesOf(operation).filter((table) => table !== "changeParts" && !book.holds(table));
  if (missing.length > 0) await book.readMore(missing);
  const { grids, today, closed } = book.held;
  return decideAway(grids, operation, today, book.build, closed);
}
