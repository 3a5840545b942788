import { changesOfRun } from "../../domain/changes/recover";
import type { ClerkOperation, Done } from "../../domain/operations/define-operation";
import { decideAway } from "../../domain/operations/earlier-decision";
import { BadInput } from "../../domain/operations/inputs/bad-input";
import type { RawInput } from "../../domain/operations/inputs/read-input";
import { type Operation, type Prepared, tablesOf } from "../../domain/operations/operation";
import { runsUndoneBy, undoOperation } from "../../domain/operations/undo";
import type { TableName } from "../../domain/schema/index";
import { snapshotOf } from "../../domain/snapshot/snapshot";
import type { Book } from "./book";

/** What would be done, to look at and to send. */
export interface Proposal {
  readonly prepared: Prepared;
  readonly hash: string;
  /** The decision as it is sent. */
  readonly text: string;
  /** What an operation with an input tells. */
  readonly done: Done | null;
  /** The same wish, decided about the workbook as it is by now. */
  readonly again: () => Promise<Proposal>;
}

/** Decides an operation about the workbook as the page has it. */
export async function propose(book: Book, operation: Operation): Promise<Proposal> {
  const { prepared, text } = await decided(book, operation);
  return { prepared, hash: prepared.hash(), text, done: null, again: () => propose(book, operation) };
}

/**
 * Decides what a form asks for. Decided again, it is about the people that were understood, whoever comes into the workbook
 * meanwhile.
 *
 * @throws {BadInput}
 */
export async function proposeForm(book: Book, operation: ClerkOperation, values: RawInput): Promise<Proposal> {
  const bound = operation.bind(values, book.clerk ?? "");
  if ("problems" in bound) throw new BadInput(bound.problems);
  const { prepared, text } = await decided<Done>(book, bound);
  const done = prepared.report ?? null;
  const again = (): Promise<Proposal> => proposeForm(book, operation, done?.input ?? values);
  return { prepared, hash: prepared.hash(), text, done, again };
}

/** Decides the undoing of a run, by default of the last one, whose change set is read for that. */
export async function proposeUndo(book: Book, run: string | null): Promise<Proposal> {
  const { grids } = await book.ready();
  const runs = runsUndoneBy(snapshotOf(grids, ["runs"]), run ?? undefined);
  await book.readMore(["runs"], runs);
  const operation = { ...undoOperation(run ?? undefined), tables: touchedBy(book, runs) };
  const { prepared, text } = await decided(book, operation);
  return { prepared, hash: prepared.hash(), text, done: null, again: () => proposeUndo(book, run) };
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
