import { isCarried } from "../rules/money/payment-amounts";
import { TABLES, type Table } from "../schema/index";
import type { AnyRow, Snapshot } from "../snapshot/snapshot";
import * as say from "../wording/next-year";
import { carriedBases } from "./carried-base";
import { carriedPaymentId } from "./new-book";

/** Why a new book is not as it was carried over: somebody worked in it. Nothing where nobody did. */
export function workedIn(next: Snapshot): string[] {
  const bases = carriedBases(next);
  const isAsCarried = (row: AnyRow): boolean => {
    const base = bases.get(row.key);
    return (
      base !== undefined && Object.keys((TABLES.roster as Table).columns).every((column) => isSame(row, base.values, column))
    );
  };
  const isOwnPayment = (row: Snapshot["payments"][number]): boolean =>
    isCarried(row) && [...bases].some(([to, { money }]) => row.key === carriedPaymentId(to) && row.amount === money / 100);
  const runs = next.runs.filter(({ action }) => action !== say.CARRY_TITLE);
  return [
    ...(runs.length > 0 ? [say.hasRuns(runs.length)] : []),
    ...(next.roster.length === bases.size && next.roster.every(isAsCarried) ? [] : [say.rosterChanged]),
    ...(next.payments.every(isOwnPayment) ? [] : [say.moneyTaken]),
    ...(next.plan.length > 0 ? [say.planLoaded] : []),
    ...(next.cards.some(({ enrolment }) => enrolment !== null) ? [say.cardsIssued] : []),
  ];
}

/** Numbers are the book's own; everything that was not carried begins empty. */
function isSame(row: AnyRow, values: Readonly<Record<string, unknown>>, column: string): boolean {
  return column === "id" || (row[column] ?? null) === (values[column] ?? null);
}
