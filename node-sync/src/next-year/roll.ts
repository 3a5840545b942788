import type { Finding } from "../../../apps-script/domain/changes/finding";
import type { Holder } from "../../../apps-script/domain/next-year/carried";
import { carriedBases } from "../../../apps-script/domain/next-year/carried-base";
import { carryAgain } from "../../../apps-script/domain/next-year/carry-again";
import { type CarryReport, carryReport } from "../../../apps-script/domain/next-year/carry-report";
import { markCarried } from "../../../apps-script/domain/next-year/mark-carried";
import { newBookWrites, numbered } from "../../../apps-script/domain/next-year/new-book";
import { contextOf } from "../../../apps-script/domain/rules/context";
import { listed } from "../../../apps-script/domain/snapshot/listed";
import { type Snapshot, snapshotOf } from "../../../apps-script/domain/snapshot/snapshot";
import { createFile } from "../files/create-file";
import { isThere } from "../files/is-there";
import { freshKey } from "../fresh-key";
import { type Stop, tryStep } from "../half-way";
import { exclusively, perform, type Receipt, type Terms } from "../perform";
import { refusal } from "../refusal";
import { alreadyThere } from "../wording/cli";
import * as say from "../wording/next-year";
import { XlsxHost } from "../xlsx/xlsx-host";
import { heldHost } from "./held-host";
import { newFile } from "./new-file";
import { type OldBook, readOldBook } from "./old-book";

/** Two files, and the year that begins: the one after the old book's own unless given. */
export interface Way {
  readonly from: string;
  readonly to: string;
  readonly year: number | null;
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
export function rollBook(way: Way, terms: Terms): Promise<Rolled> {
  const host = new XlsxHost(way.from);
  return exclusively(host, async () => {
    const old = await readOldBook(host, terms.today, way.year);
    const isAgain = await isThere(way.to);
    const made = isAgain ? await carriedAgain(old, way.to, terms) : await newlyMade(old, way, host, terms);
    if (terms.dryRun || made.stopped !== null) return { ...made, isAgain };
    const cards = old.carried.cards.map(({ key }) => key);
    const mark = markCarried(made.workbook, cards);
    const stopped = await tryStep("write", async () => {
      await perform(heldHost(new XlsxHost(way.from)), mark, terms as Terms);
    });
    return { ...made, isAgain, stopped };
  });
}

type NumberOf = (one: Pick<Holder, "from">) => string | null;
type Made = Omit<Rolled, "isAgain"> & { readonly workbook: string };

async function newlyMade(old: OldBook, { from, to }: Way, host: XlsxHost, { today, head, dryRun }: Terms): Promise<Made> {
  const { carried, context } = old;
  if (context.settings.carriedTo !== null) throw refusal("exists", say.carriedAlready(from, to));
  const key = freshKey();
  if (!dryRun) {
    const writes = newBookWrites(old.grids, old.snapshot, carried, { today, key, document: "", head });
    await createFile(to, await newFile(host, writes, carried.year - 1));
  }
  const numbers = new Map(numbered(carried).map(({ from: [first], to: number }) => [first, number]));
  const report = reportOf(old, ({ from: [first] }) => numbers.get(first) ?? null);
  return { report, receipt: null, findings: [], stopped: null, workbook: key.workbook };
}

async function carriedAgain(old: OldBook, to: string, terms: Terms): Promise<Made> {
  const { carried, context } = old;
  const host = new XlsxHost(to);
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
