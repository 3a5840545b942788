import type { Finding } from "../../../apps-script/domain/changes/finding";
import type { Holder } from "../../../apps-script/domain/next-year/carried";
import { carriedBases } from "../../../apps-script/domain/next-year/carried-base";
import { carryAgain } from "../../../apps-script/domain/next-year/carry-again";
import { type CarryReport, carryReport } from "../../../apps-script/domain/next-year/carry-report";
import { markCarried } from "../../../apps-script/domain/next-year/mark-carried";
import { numbered } from "../../../apps-script/domain/next-year/new-book";
import type { Host } from "../../../apps-script/domain/operations/host";
import { contextOf } from "../../../apps-script/domain/rules/context";
import { listed } from "../../../apps-script/domain/snapshot/listed";
import { type Snapshot, snapshotOf } from "../../../apps-script/domain/snapshot/snapshot";
import { type Stop, tryStep } from "../half-way";
import { exclusively, perform, type Receipt, type Terms } from "../perform";
import { refusal } from "../refusal";
import { alreadyThere } from "../wording/cli";
import * as say from "../wording/next-year";
import { heldHost } from "./held-host";
import { type OldBook, readOldBook } from "./old-book";

/** The two books of a carry-over: where they are, and how the new one is made. */
export interface Books {
  /** The old book: it is locked and read here. */
  readonly old: Host;
  /** The same to be marked, which reads it anew. */
  readonly marked: () => Host;
  readonly next: () => Host;
  /** How they are called where something is refused. */
  readonly names: { readonly from: string; readonly to: string };
  /** Whether the new book is there, whatever it is; one that was cut off is finished first, unless nothing is to be written. */
  readonly isMade: (old: OldBook, dryRun: boolean) => Promise<boolean>;
  /** Makes the new book, whole; gives back its 工作簿编号. On a dry run it only looks whether it could. */
  readonly make: (old: OldBook, terms: Terms) => Promise<string>;
}

/** What came of a carry-over. */
export interface Rolled {
  readonly report: CarryReport;
  /** The new book was there already. */
  readonly isAgain: boolean;
  /** What changed in a book that was there. */
  readonly receipt: Receipt | null;
  readonly findings: readonly Finding[];
  readonly stopped: Stop | null;
}

/**
 * Carries the holders of one book over into that of the next year. The new book is whole first, then the old one is marked:
 * cut off in between, the next call finds both and only marks. A new book that is there gets what changed in the old one since.
 */
export function rollBook(books: Books, year: number | null, terms: Terms): Promise<Rolled> {
  return exclusively(books.old, async () => {
    const old = await readOldBook(books.old, terms.today, year);
    const isAgain = await books.isMade(old, terms.dryRun === true);
    const made = isAgain ? await carriedAgain(old, books, terms) : await newlyMade(old, books, terms);
    if (terms.dryRun || made.stopped !== null) return { ...made, isAgain };
    const cards = old.carried.cards.map(({ key }) => key);
    const mark = markCarried(made.workbook, cards);
    const stopped = await tryStep("write", async () => {
      await perform(heldHost(books.marked()), mark, terms as Terms);
    });
    return { ...made, isAgain, stopped };
  });
}

type NumberOf = (one: Pick<Holder, "from">) => string | null;
type Made = Omit<Rolled, "isAgain"> & { readonly workbook: string };

async function newlyMade(old: OldBook, books: Books, terms: Terms): Promise<Made> {
  const { carried, context } = old;
  const { from, to } = books.names;
  if (context.settings.carriedTo !== null) throw refusal("exists", say.carriedAlready(from, to));
  const workbook = await books.make(old, terms);
  const numbers = new Map(numbered(carried).map(({ from: [first], to: number }) => [first, number]));
  const report = reportOf(old, ({ from: [first] }) => numbers.get(first) ?? null);
  return { report, receipt: null, findings: [], stopped: null, workbook };
}

async function carriedAgain(old: OldBook, books: Books, terms: Terms): Promise<Made> {
  const { carried, context } = old;
  const { to } = books.names;
  const host = books.next();
  const next = snapshotOf(await host.read());
  const { settings } = contextOf(next, terms.today);
  const [last] = listed(settings.carriedFrom);
  if (last !== carried.from[0] || settings.planYear !== carried.year) throw refusal("exists", alreadyThere(to));
  const workbook = settings.workbook ?? "";
  const isOther = context.settings.carriedTo !== null && context.settings.carriedTo !== workbook;
  if (isOther) throw refusal("exists", say.carriedElsewhere);
  const receipt = await perform(host, carryAgain(carried), terms);
  const after = terms.dryRun || receipt.stopped !== null ? next : snapshotOf(await host.read());
  const findings = receipt.changes.findings;
  return { report: reportOf(old, numbersIn(after)), receipt, findings, stopped: receipt.stopped, workbook };
}

function reportOf({ snapshot, carried }: OldBook, numberOf: NumberOf): CarryReport {
  return carryReport(snapshot, carried, numberOf);
}

function numbersIn(next: Snapshot): NumberOf {
  const numbers = new Map([...carriedBases(next)].flatMap(([to, { from }]) => from.map((old) => [old, to] as const)));
  return ({ from: [first] }) => numbers.get(first) ?? null;
}
