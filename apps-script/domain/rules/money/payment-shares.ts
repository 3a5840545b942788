import type { Enrolment } from "../../schema/roster";
import type { Payment } from "../../schema/tables";
import { kept } from "../../snapshot/kept";
import type { Cents } from "./payment-amounts";
import { readAmount } from "./payment-amounts";
import type { Payee, Target } from "./payment-names";

/** One entry of 分摊到. `cents` is `null` when no amount was written, `"unreadable"` when it cannot be read. */
export interface Entry<R extends Payee = Enrolment> {
  readonly written: string;
  /** `written` without the amount. */
  readonly name: string;
  readonly target: Target<R>;
  readonly cents: Cents | null | "unreadable";
}

/** An entry as it stands there, not yet understood; the amount is `""` when there is none. */
interface WrittenEntry {
  readonly written: string;
  readonly name: string;
  readonly amount: string;
}

/** Reads `B2024-00001=300、甲矿`; commas, semicolons, blanks and line breaks separate as well. */
export function readEntries<R extends Payee>(written: string | null, read: (name: string) => Target<R>): Entry<R>[] {
  return entriesOf(entriesIn(written ?? ""), read);
}

/** The same of a payment's 分摊到. */
export function readShares<R extends Payee>(payment: Pick<Payment, "shares">, read: (name: string) => Target<R>): Entry<R>[] {
  return entriesOf(sharesIn(payment), read);
}

/** The names in a payment's 分摊到, as they stand there. */
export function namesIn(payment: Pick<Payment, "shares">): readonly string[] {
  return sharesIn(payment).map(({ name }) => name);
}

const sharesIn = kept(({ shares }: Pick<Payment, "shares">) => entriesIn(shares ?? ""));

function entriesIn(cell: string): readonly WrittenEntry[] {
  const text = cell
    .normalize("NFKC")
    .replace(/\s+/gu, " ")
    .replace(/ ?[=:] ?/gu, "=")
    .replace(/(\d) ?(?:[~〜至到–]|—{1,2}) ?(?=[\dA-Za-z])/gu, "$1~")
    .replace(/(=[+-]?[¥￥]?\d{1,3}),(?=\d{3}(?!\d))/gu, "$1");
  const parts = text.split(/[、,;\s]+/u).filter((part) => part !== "");
  return parts.map((written) => {
    const at = written.indexOf("=");
    return at < 0
      ? { written, name: written, amount: "" }
      : { written, name: written.slice(0, at), amount: written.slice(at + 1) };
  });
}

function entriesOf<R extends Payee>(entries: readonly WrittenEntry[], read: (name: string) => Target<R>): Entry<R>[] {
  return entries.map(({ written, name, amount }): Entry<R> => {
    const target: Target<R> = name === "" ? { kind: "nobody" } : read(name);
    return { written, name, target, cents: amount === "" ? null : shareOf(amount, target) };
  });
}

/** Of a range nobody can say whether the amount is everybody's or of all together. */
function shareOf(amount: string, target: Target<Payee>): Cents | "unreadable" {
  if (target.kind === "people" && target.called === null) return "unreadable";
  return readAmount(amount) ?? "unreadable";
}

/** How one payment was shared out. The shares and the leftover always add up to the amount. */
export interface Split {
  readonly shares: ReadonlyMap<string, Cents>;
  readonly leftover: Cents;
  /** Sum of the written amounts when it differs from the payment. */
  readonly mismatch: Cents | null;
  readonly isSpread: boolean;
}

/** What an enrolment costs and what has been paid for it, at whatever number. */
type BalanceOf = (key: string) => { readonly price: Cents | null; readonly paid: Cents };

const nothing = (amount: Cents, mismatch: Cents | null): Split => ({
  shares: new Map(),
  leftover: amount,
  mismatch,
  isSpread: false,
});

/**
 * Shares out a payment. Written amounts are followed; when they are more than the money, or an amount cannot be read,
 * nothing is shared until a person has looked. The rest goes to those listed without an amount: to a single person whole
 * (so an overpayment shows), to several in the order of the list up to what each still owes. A refund takes back no more
 * than was paid. What nobody takes is left over.
 */
export function splitPayment(amount: Cents, entries: readonly Entry[], balanceOf: BalanceOf): Split {
  if (entries.some(({ cents }) => cents === "unreadable")) return nothing(amount, null);
  const amounts = entries.flatMap(({ cents }) => (typeof cents === "number" ? [cents] : []));
  // In a refund's row people write what goes back without the minus.
  const sign = amount < 0 && amounts.length > 0 && amounts.every((cents) => cents > 0) ? -1 : 1;
  const written = sign * amounts.reduce((sum, cents) => sum + cents, 0);
  const open = openEntries(entries);
  const isTooMuch = amount < 0 ? written < amount : written > amount;
  const differs = amounts.length > 0 && (open.length === 0 ? written !== amount : isTooMuch);
  if (isTooMuch && amounts.length > 0) return nothing(amount, written);

  const shares = new Shares(balanceOf);
  for (const { target, cents } of entries) {
    if (typeof cents !== "number") continue;
    if (target.kind === "one") shares.give(target.row.key, sign * cents);
    else if (target.kind === "people") shares.fill(target.rows, sign * cents);
  }
  const rest = amount - written;
  const [only] = open;
  if (open.length === 1 && only?.target.kind === "one") shares.give(only.target.row.key, rest);
  else
    shares.fill(
      open.flatMap(({ target }) => peopleOf(target)),
      rest,
    );
  return { shares: shares.given, leftover: amount - shares.sum(), mismatch: differs ? written : null, isSpread: true };
}

/** The entries without an amount; a person listed twice is one. */
function openEntries(entries: readonly Entry[]): Entry[] {
  const place = ({ target, written }: Entry): string => (target.kind === "one" ? target.row.key : `\n${written}`);
  return [...new Map(entries.filter(({ cents }) => cents === null).map((entry) => [place(entry), entry])).values()];
}

type Keyed = { readonly key: string };

/** The people whom an entry names. */
export function peopleOf(target: Target<Payee>): readonly Keyed[] {
  if (target.kind === "one") return [target.row];
  return target.kind === "people" ? target.rows : [];
}

/** The shares of one payment while it is shared out. */
class Shares {
  readonly given = new Map<string, Cents>();

  constructor(private readonly balanceOf: BalanceOf) {}

  give(key: string, cents: Cents): void {
    if (cents !== 0) this.given.set(key, (this.given.get(key) ?? 0) + cents);
  }

  /** In order, up to what each still owes; money that goes back, up to what each has paid. */
  fill(people: readonly Keyed[], amount: Cents): void {
    let rest = amount;
    for (const { key } of people) {
      if (rest === 0) return;
      const { price, paid } = this.balanceOf(key);
      const already = paid + (this.given.get(key) ?? 0);
      const room = rest > 0 ? Math.max(0, (price ?? 0) - already) : Math.max(0, already);
      const share = rest > 0 ? Math.min(room, rest) : -Math.min(room, -rest);
      this.give(key, share);
      rest -= share;
    }
  }

  sum(): Cents {
    return [...this.given.values()].reduce((sum, cents) => sum + cents, 0);
  }
}
