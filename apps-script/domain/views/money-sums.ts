import type { Balance, Balances } from "../operations/money/balances";
import { type Cents, centsOf, countedOf, isCarried } from "../rules/money/payment-amounts";
import { PAYMENT_METHODS } from "../schema/allowed";
import type { Payment } from "../schema/tables";
import { groupedBy } from "../snapshot/grouped-by";
import { rowsAside } from "../snapshot/rows-aside";
import type { Snapshot } from "../snapshot/snapshot";
import { unknownMethod } from "../wording/fees";
import type { Listed } from "./everybody";
import type { MethodSum } from "./lines";

/** All rows of 缴费 with which money came, also where two rows have one 流水号. */
export function allPayments({ payments, repeated }: Pick<Snapshot, "payments" | "repeated">): readonly Payment[] {
  return [...payments, ...rowsAside(repeated, "payments")].filter((payment) => !isCarried(payment));
}

interface Sums {
  readonly byMethod: readonly MethodSum[];
  /** In yuan. */
  readonly total: number;
  /** 流水号 of what can't be counted: POS, or no amount. */
  readonly uncounted: readonly string[];
}

/** Sums of payments by how they came, in the order of the list; methods without any are left out. */
export function sumsOf(payments: readonly Payment[]): Sums {
  const counted = payments.flatMap((payment) => {
    const money = countedOf(payment);
    return "refusal" in money ? [] : [{ payment, cents: money.cents, method: money.method ?? unknownMethod }];
  });
  const groups = groupedBy(counted, ({ method }) => method);
  const byMethod = [...PAYMENT_METHODS, unknownMethod].flatMap((method): MethodSum[] => {
    const group = groups.get(method);
    if (group === undefined) return [];
    return [{ method, amount: yuanOf(group.map(({ cents }) => cents)), payments: group.map(({ payment }) => payment.key) }];
  });
  return {
    byMethod,
    total: yuanOf(counted.map(({ cents }) => cents)),
    uncounted: payments.filter((payment) => "refusal" in countedOf(payment)).map(({ key }) => key),
  };
}

/** A sum of 分 in yuan. */
export function yuanOf(amounts: readonly Cents[]): number {
  return amounts.reduce((sum, cents) => sum + cents, 0) / 100;
}

/** What is owed or expected, what was paid, and what is still to be paid, in yuan. */
interface Fees {
  /** `null` where nothing is called for, or nobody has said how much. */
  readonly due: number | null;
  /** What came this year. */
  readonly paid: number;
  /** What the year before left: less than nothing is a debt. */
  readonly carried: number;
  readonly open: number;
}

/** Of one enrolment; one that was left for another one has no money of its own. */
export function feesOf(listed: Listed, balances: Balances): Fees {
  const { due, ...money } = moneyOf(listed, balances);
  return { due: due === null ? null : yuanOf([due]), ...cameOf([money]) };
}

/** Of all these enrolments together. */
export function feesTogether(people: readonly Listed[], balances: Balances): Fees & { readonly due: number } {
  const all = people.map((listed) => moneyOf(listed, balances));
  return {
    due: yuanOf(all.map(({ due }) => due ?? 0)),
    ...cameOf(all),
  };
}

type Money = Pick<Balance, "due" | "paid" | "carried" | "open">;

function cameOf(all: readonly Omit<Money, "due">[]): Omit<Fees, "due"> {
  return {
    paid: yuanOf(all.map(({ paid, carried }) => paid - carried)),
    carried: yuanOf(all.map(({ carried }) => carried)),
    open: yuanOf(all.map(({ open }) => open)),
  };
}

/** No payment can be told to be for one of several rows that share a number: what their cells say is all that is known. */
function moneyOf({ row, isRepeated }: Listed, balances: Balances): Money {
  if (!isRepeated) return balances.own(row);
  const [due, paid] = [centsOf(row.feeDue), centsOf(row.feePaid) ?? 0];
  return { due, paid, carried: 0, open: Math.max(0, (due ?? 0) - Math.max(0, paid)) };
}
