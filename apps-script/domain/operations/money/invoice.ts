import { readAmount } from "../../rules/money/payment-amounts";
import { YES_NO } from "../../schema/allowed";
import { PAYMENTS } from "../../schema/tables";
import { textOf } from "../../snapshot/value";
import * as say from "../../wording/money";
import { defineOperation } from "../define-operation";
import { optional } from "../inputs/field";
import * as field from "../inputs/fields";
import { nameOf, payments } from "./payments-field";

/** 登记开票: one invoice for one payment or several, with its number if it is known. */
export const invoice = defineOperation({
  id: "invoice",
  title: say.INVOICE_TITLE,
  about: say.invoiceAbout,
  input: {
    payments: payments({ title: PAYMENTS.columns.id.title, note: say.invoicePaymentsNote }),
    invoice: optional(field.text({ title: PAYMENTS.columns.invoice.title, longest: 40 })),
    day: optional(field.day({ title: PAYMENTS.columns.invoicedOn.title, note: say.invoiceDayNote, isPast: true })),
  },
  example: { input: { payments: "F00001", invoice: "24372000000012345678", day: "3月20日" }, today: "2024-03-20" },
  decide: (run, { payments: keys, invoice: number, day }) => {
    const rows = run.snapshot.payments.filter(({ key }) => keys.includes(key));
    const refunds = rows.filter(({ amount }) => (readAmount(amount) ?? 0) <= 0);
    const others = rows.filter((row) => textOf(row.invoice) !== "" && number !== null && textOf(row.invoice) !== number);
    const complain = (name: string, wrong: typeof rows, message: string): void =>
      run.complain(name, { given: wrong.map(({ key }) => key).join("、"), message, possible: [] });
    if (refunds.length > 0) complain("payments", refunds, say.noInvoiceForRefund);
    else if (others.length > 0) complain("invoice", others, say.invoicedOtherwise(others.map((row) => textOf(row.invoice))));
    const dayOf = ({ invoicedOn }: (typeof rows)[number]): string => day ?? invoicedOn ?? run.context.today;
    for (const row of rows) {
      run.out.set("payments", row, "invoiced", YES_NO.yes, say.INVOICE_TITLE);
      run.out.set("payments", row, "invoicedOn", dayOf(row), say.INVOICE_TITLE);
      if (number !== null) run.out.set("payments", row, "invoice", number, say.INVOICE_TITLE);
    }
    return () => ({ said: say.invoicedSaid(rows.map(nameOf), number, [...new Set(rows.map(dayOf))].sort()), people: {} });
  },
});
