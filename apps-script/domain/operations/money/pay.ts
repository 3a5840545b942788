import { unitReader } from "../../naming/unit-names";
import { PAYMENT_METHOD, YES_NO, YES_NOS } from "../../schema/allowed";
import type { Enrolment } from "../../schema/roster";
import { PAYMENTS } from "../../schema/tables";
import * as desk from "../../wording/desk";
import * as say from "../../wording/money";
import type { ClerkRun } from "../clerk-run";
import { defineOperation } from "../define-operation";
import { toldOf } from "../desk/told";
import type { InputOf } from "../inputs/define-input";
import { optional, orToday } from "../inputs/field";
import * as field from "../inputs/fields";
import { people } from "../inputs/people-field";
import { type Balances, balancesOf } from "./balances";
import { method } from "./fields";
import { bookMoney } from "./take-money";

const input = {
  people: optional(people({ title: desk.PEOPLE_TITLE })),
  unit: optional(field.unit({ title: say.unitTitle, note: say.unitNote })),
  amount: field.money({ title: PAYMENTS.columns.amount.title, note: say.amountNote }),
  method,
  day: orToday(field.day({ title: PAYMENTS.columns.day.title, isPast: true })),
  payer: optional(field.text({ title: PAYMENTS.columns.payer.title })),
  receipt: optional(field.text({ title: PAYMENTS.columns.receipt.title, longest: 40 })),
  invoiced: optional(field.choice({ title: PAYMENTS.columns.invoiced.title, words: YES_NOS })),
  invoice: optional(field.text({ title: PAYMENTS.columns.invoice.title, longest: 40 })),
  note: optional(field.text({ title: PAYMENTS.columns.note.title })),
};
type Given = InputOf<typeof input>;

/**
 * 收款: one payment, shared out by what each still owes, in the order given. Of a unit those share it who owe. Money that came is
 * always booked: what nobody owes stays 未分摊, and one person alone may be paid for too much.
 */
export const pay = defineOperation({
  id: "pay",
  title: say.PAY_TITLE,
  about: say.payAbout,
  input,
  example: { input: { unit: "示例采石场", amount: 600, method: PAYMENT_METHOD.wechat, receipt: "00123" }, today: "2024-03-20" },
  decide: (run, given) => {
    const { people: keys, unit, payer } = given;
    if (keys !== null && unit !== null) run.complain("unit", { given: unit, message: say.peopleOrUnit, possible: [] });
    if (keys === null && unit === null && payer === null)
      run.complain("people", { given: "", message: say.forWhom, possible: [] });
    const invoiced = invoicedAs(run, given);
    const before = balancesOf(run.snapshot, run.context);
    const rows = run.asks(keys ?? (unit === null ? [] : owingOf(run, unit, before)));
    const payment = bookMoney(run, {
      ...given,
      ...invoiced,
      cents: given.amount,
      payer: payer ?? unit ?? (rows.length === 1 ? (rows[0]?.name ?? null) : null),
      keys: rows.map(({ key }) => key),
    });
    return (after) => {
      const now = balancesOf(after.snapshot, after.context);
      const shares = now.shares(payment);
      const partsOf = (_row: Enrolment, then: Enrolment): readonly string[] => [
        say.share(shares.get(then.key) ?? now.of(then).paid - before.of(then).paid),
        ...say.standOf(now.of(then)),
      ];
      const told = toldOf(rows, after, partsOf, () => "");
      const left = now.leftOver(payment);
      const said = [say.paidSaid(payment, given.method, given.amount, shares.size), ...(left > 0 ? [say.leftOver(left)] : [])];
      return { people: told.people, said: said.join("，") };
    };
  },
});

/** A number says that there is an invoice, of the day of the payment. */
function invoicedAs(run: ClerkRun, { invoiced, invoice, day }: Pick<Given, "invoiced" | "invoice" | "day">) {
  if (invoiced === YES_NO.no && invoice !== null) {
    run.complain("invoice", { given: invoice, message: say.invoiceWithout, possible: [] });
  }
  const state = invoice === null ? invoiced : YES_NO.yes;
  return { invoiced: state, invoicedOn: state === YES_NO.yes ? day : null };
}

/** The people of a unit who owe, by number. */
function owingOf({ snapshot }: ClerkRun, unit: string, { of }: Balances): string[] {
  const people = unitReader(snapshot.roster, snapshot.units).peopleOf(unit);
  return people.filter((row) => of(row).open > 0).map(({ key }) => key);
}
