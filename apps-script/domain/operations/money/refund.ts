import { type Cents, readMethod } from "../../rules/money/payment-amounts";
import { PAYMENT_METHOD } from "../../schema/allowed";
import type { Enrolment } from "../../schema/roster";
import { PAYMENTS } from "../../schema/tables";
import * as desk from "../../wording/desk";
import * as say from "../../wording/money";
import { whoIs } from "../../wording/roster";
import type { ClerkRun } from "../clerk-run";
import { defineOperation } from "../define-operation";
import { toldOf } from "../desk/told";
import type { InputOf } from "../inputs/define-input";
import { optional, orToday } from "../inputs/field";
import * as field from "../inputs/fields";
import { people } from "../inputs/people-field";
import { balancesOf } from "./balances";
import { method } from "./fields";
import { isNamed, nameOf } from "./payments-field";
import { type Refundable, refundablesOf } from "./refundable";

const input = {
  payment: optional(field.text({ title: say.paymentTitle, note: say.paymentNote, longest: 40 })),
  people: optional(people({ title: desk.PEOPLE_TITLE, note: say.refundPeopleNote })),
  amount: optional(field.money({ title: PAYMENTS.columns.amount.title, note: say.refundAmountNote })),
  method: optional({ ...method, note: say.refundMethodNote }),
  day: orToday(field.day({ title: PAYMENTS.columns.day.title, isPast: true })),
  reason: field.text({ title: desk.REASON_TITLE }),
};

/** What is given back, once it is certain: of one payment, to one enrolment or (`null`) of what is nobody's. */
interface Refund {
  readonly from: Refundable;
  readonly to: Enrolment | null;
  readonly cents: Cents;
}

/** 退款: a payment of its own with a minus, which names the one that it gives back and never exceeds it. */
export const refund = defineOperation({
  id: "refund",
  title: say.REFUND_TITLE,
  about: say.refundAbout,
  input,
  example: { input: { people: "钱安", reason: "本人不来了" }, today: "2024-03-20" },
  decide: (run, given) => {
    const before = balancesOf(run.snapshot, run.context);
    const found = refundOf(run, given, refundablesOf(run.snapshot, before));
    if (found === null) return () => ({ said: "", people: {} });
    const { from, to, cents } = found;
    const { key, payer, method: written } = from.payment;
    const known = readMethod(written);
    const by = given.method ?? (known === "refused" || known === null ? PAYMENT_METHOD.cash : known);
    const note = say.refundNote(key, given.reason);
    const shares = to?.key ?? null;
    const booked = run.addPayment(
      { day: given.day, amount: -cents / 100, method: by, payer, shares, refundOf: key, note },
      say.refundReason,
    );
    return (after) => {
      const now = balancesOf(after.snapshot, after.context);
      const said = say.refunded(by, cents, key);
      const told = toldOf(
        to === null ? [] : [to],
        after,
        (_row, then) => [said, say.leftPaid(now.of(then).paid)],
        () => "",
      );
      return { people: told.people, said: say.refundSaid(booked, told.said || said) };
    };
  },
});

function refundOf(run: ClerkRun, given: InputOf<typeof input>, all: readonly Refundable[]): Refund | null {
  const complain = (name: keyof typeof input, text: string, message: string, possible: readonly string[] = []): null => {
    run.complain(name, { given: text, message, possible });
    return null;
  };
  const rows = run.people(given.people ?? []);
  const [to = null, ...others] = rows;
  if (others.length > 0) return complain("people", rows.map(whoIs).join("、"), say.severalPayers);
  if (to === null && given.payment === null) return complain("payment", "", say.paymentOrPeople);
  const meant = all.filter((one) => isMeant(one, given.payment, to));
  const [from, ...more] = meant;
  const names = (some: readonly Refundable[]) => some.map(({ payment }) => nameOf(payment));
  if (from === undefined) {
    if (given.payment === null) return complain("people", to === null ? "" : whoIs(to), say.nothingPaid);
    const ofPerson = all.filter(({ shares }) => to === null || shares.has(to.key));
    return complain("payment", given.payment, say.noSuchPayment, names(ofPerson).slice(0, 5));
  }
  if (more.length > 0) return complain("payment", given.payment ?? "", say.severalPayments, names(meant));
  const payers = run.snapshot.roster.filter(({ key }) => from.shares.has(key));
  if (to === null && payers.length > 1) return complain("people", "", say.severalPayers, payers.map(whoIs));
  const person = to ?? run.people(payers.map(({ key }) => key))[0] ?? null;
  const share = person === null ? from.left : from.shares.get(person.key);
  if (share === undefined)
    return complain(
      "people",
      person === null ? "" : whoIs(person),
      say.notInPayment(person === null ? "" : whoIs(person)),
      payers.map(whoIs),
    );
  const most = Math.min(share, from.left);
  if (given.amount !== null && given.amount > most) return complain("amount", String(given.amount / 100), say.moreThanLeft(most));
  return { from, to: person, cents: given.amount ?? most };
}

/** By its number or receipt where one is given, else by who was paid for. */
function isMeant({ payment, shares }: Refundable, named: string | null, to: Enrolment | null): boolean {
  if (named === null) return to !== null && shares.has(to.key);
  return isNamed(payment, named);
}
