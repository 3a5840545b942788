import { carriedOver } from "../../domain/next-year/carried-over";
import { type CarryReport, carryReport } from "../../domain/next-year/carry-report";
import { bookTurn, numbered } from "../../domain/next-year/new-book";
import { refuseUnready } from "../../domain/next-year/ready-to-carry";
import { sentTurn } from "../../domain/next-year/sent-turn";
import { turnCode } from "../../domain/next-year/turn-code";
import { Refusal } from "../../domain/refusal";
import { contextOf } from "../../domain/rules/context";
import { PRESENT_TABLES } from "../../domain/schema/index";
import { gridsIn } from "../../domain/serving/reading";
import type { Grids } from "../../domain/snapshot/grid";
import { listed } from "../../domain/snapshot/listed";
import { type Snapshot, snapshotOf } from "../../domain/snapshot/snapshot";
import { CARRY_TITLE, carriedOnce } from "../../domain/wording/next-year";
import type { Book } from "../book/book";

/** What of this book would go into the next year, to look at and to send. */
interface TurnPlan {
  readonly report: CarryReport;
  /** As it is sent. */
  readonly text: string;
}

/** @throws {Refusal} `not-ready`, with every reason */
export async function planTurn(book: Book): Promise<TurnPlan> {
  await book.hold(PRESENT_TABLES);
  const { today } = book.held;
  const grids = gridsIn({ tabs: book.tabsOf(PRESENT_TABLES) });
  const snapshot = snapshotIn(grids);
  const context = contextOf(snapshot, today);
  const { settings } = context;
  if (settings.carriedTo !== null) throw new Refusal("not-ready", carriedOnce);
  refuseUnready(snapshot, context, settings.planYear + 1);
  const carried = carriedOver(snapshot, context);
  const numbers = new Map(numbered(carried).map(({ from: [first], to }) => [first, to]));
  return {
    report: carryReport(snapshot, carried, ({ from: [first] }) => numbers.get(first) ?? null),
    text: sentTurn(bookTurn(grids, snapshot, carried, today), snapshot, today, book.build),
  };
}

/** 工作簿编号 of the book that this one came out of as a copy; null where it came out of none. */
export function turnedFrom({ snapshot, context }: Pick<Book, "snapshot" | "context">): string | null {
  const [old = null] = listed(context.settings.carriedFrom);
  return snapshot.runs.some(({ action }) => action === CARRY_TITLE) ? old : null;
}

/** The code by which that book is marked. */
export function codeOf(book: Pick<Book, "snapshot" | "context">): string | null {
  const old = turnedFrom(book);
  if (old === null) return null;
  const cards = book.snapshot.cards.map(({ key }) => key);
  return turnCode(old, book.context.settings.workbook ?? "", cards);
}

/** Nothing of it is secret: 封印 and the change sets of runs never come to a page. */
function snapshotIn(grids: Grids): Snapshot {
  const read = snapshotOf(grids, PRESENT_TABLES);
  return { ...read, seals: [], changeParts: [] } as Snapshot;
}
