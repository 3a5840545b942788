import { changesOfRun } from "../../domain/changes/recover";
import type { RawInput } from "../../domain/operations/inputs/read-input";
import { tablesOf } from "../../domain/operations/operation";
import { runsUndoneBy } from "../../domain/operations/undo";
import type { LeftOut } from "../../domain/rules/left-out";
import { CLERK_TABLES, type TableName } from "../../domain/schema/index";
import { gridsIn } from "../../domain/serving/reading";
import { snapshotOf } from "../../domain/snapshot/snapshot";
import type { Book } from "../book/book";
import type { Choice } from "../report/view";
import type { Answer, Question } from "./decide";
import { operationFor, type Wish } from "./wish";

/** What would be done, to look at and to send. */
export interface Proposal extends Omit<Answer, "lasting"> {
  /** The same wish without some of those who can be left out. */
  readonly without: (leftOut: LeftOut) => Promise<Proposal>;
  /** The same wish, decided about the workbook as it is by now. */
  readonly again: () => Promise<Proposal>;
}

/** Decides one of the actions over the whole workbook. */
export function proposeRule(book: Book, id: string): Promise<Proposal> {
  return proposed(book, { kind: "rule", id });
}

/**
 * Decides what a form asks for. Decided again, it is about the people that were understood, whoever comes into the workbook
 * meanwhile.
 *
 * @throws {BadInput}
 */
export function proposeForm(book: Book, { id }: { readonly id: string }, values: RawInput): Promise<Proposal> {
  return proposed(book, { kind: "form", id, values });
}

export function proposePlan(book: Book, source: Extract<Wish, { readonly kind: "plan" }>["source"]): Promise<Proposal> {
  return proposed(book, { kind: "plan", source });
}

/** Decides the undoing of a run, by default of the one that is the last by now, also when it is decided again. */
export async function proposeUndo(book: Book, run: string | null): Promise<Proposal> {
  await book.ready();
  const [last] = runsUndoneBy(book.snapshot, run ?? undefined);
  return undoing(book, last, run !== null, FIRST);
}

async function undoing(book: Book, run: string, isAlone: boolean, before: Before): Promise<Proposal> {
  await book.ready();
  const runs = runsUndoneBy(book.snapshot, run, isAlone);
  await book.hold(["changeParts"], runs);
  const wish = { kind: "undo", run, isAlone, runs, tables: touchedBy(book, runs) } as const;
  const proposal = await proposed(book, wish, [], before);
  return { ...proposal, again: () => undoing(book, run, isAlone, { since: proposal.text, isAgain: true }) };
}

/** What was decided before. */
type Before = Pick<Question, "since" | "isAgain">;

const FIRST: Before = { since: null, isAgain: false };

async function proposed(book: Book, wish: Wish, left: readonly Choice[] = [], before = FIRST): Promise<Proposal> {
  const answer = await decided(book, wish, left, before);
  const { lasting, leaving, text } = answer;
  const chosen = (leftOut: LeftOut) => answer.described.choices.filter(({ key }) => leftOut.has(key));
  return {
    ...answer,
    without: (leftOut) => proposed(book, lasting, chosen(leftOut), { since: text, isAgain: false }),
    again: () => proposed(book, lasting, leaving, { since: text, isAgain: true }),
  };
}

async function decided(book: Book, wish: Wish, leaving: readonly Choice[], before: Before): Promise<Answer> {
  const clerk = book.clerk ?? "";
  await book.hold(
    tablesOf(operationFor(wish, clerk)).filter((table) => table !== "changeParts"),
    wish.kind === "undo" ? wish.runs : [],
  );
  const { tabs, today, closed } = book.held;
  return book.decider.decide({ ...{ wish, leaving, tabs, today, closed, clerk }, ...before, build: book.build });
}

/** The tables that the change sets of runs are about, those sets, and what the rules know of, as for what rests on the runs. */
function touchedBy(book: Book, runs: readonly string[]): TableName[] {
  const snapshot = snapshotOf(gridsIn({ tabs: book.tabsOf(["changeParts"]) }), ["changeParts"]);
  const changes = runs.flatMap((run) => changesOfRun(snapshot, run) ?? []);
  const tables = changes.flatMap(({ cells, rows, blanked }) => [...cells, ...rows, ...blanked].map(({ table }) => table));
  return [...new Set<TableName>([...CLERK_TABLES, ...tables, "changeParts"])];
}
