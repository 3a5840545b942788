import { optional } from "../../operations/inputs/field";
import * as field from "../../operations/inputs/fields";
import { payments as paymentsField } from "../../operations/money/payments-field";
import type { Context } from "../../rules/context";
import { PAYMENTS } from "../../schema/tables";
import { textOf } from "../../snapshot/value";
import { amountInWords } from "../../wording/amount-words";
import * as say from "../../wording/printed-money";
import { definePaper } from "./define-paper";
import { ON_CLASS } from "./of-class";
import type { Slip, SlipFact } from "./paper";
import { isWithin, itemsOf, type SharedPayment, sharedPayments } from "./payments";

const { columns } = PAYMENTS;

/** 收据: for each payment one part that stays and one for who paid. */
export const receipt = definePaper({
  id: "receipt",
  title: say.receipt.title,
  about: say.receipt.about,
  question: {
    payments: optional(paymentsField({ title: columns.id.title, note: say.receipt.paymentsNote })),
    class: optional(field.trainingClass(ON_CLASS)),
    from: optional(field.day({ title: say.from })),
    to: optional(field.day({ title: say.to })),
  },
  make: (snapshot, context, { payments, class: name, ...days }) => {
    const isOpen = payments === null && name === null && days.from === null && days.to === null;
    const { from, to } = isOpen ? { from: context.today, to: context.today } : days;
    const { counted, uncounted } = sharedPayments(snapshot, context);
    const isAsked = ({ payment, shares }: Pick<SharedPayment, "payment" | "shares">): boolean =>
      (payments === null || payments.includes(payment.key)) &&
      (name === null || shares.some(({ row }) => row.class === name)) &&
      isWithin(payment, from, to);
    const asked = counted.filter(isAsked);
    const given = asked.filter(({ cents }) => cents > 0);
    const notCounted = uncounted.filter((payment) => isAsked({ payment, shares: [] }));
    return {
      name: say.receipt.nameOf(name, from, to),
      look: "portrait",
      people: new Set(given.flatMap(({ shares }) => shares.map(({ row }) => row.key))).size,
      leftOut: [
        ...asked.filter(({ cents }) => cents <= 0).map(({ payment }) => say.receipt.isRefund(payment.key)),
        ...notCounted.map(({ key }) => say.notCounted(key)),
      ],
      parts: [
        {
          name: say.receipt.title,
          title: say.receipt.title,
          facts: [],
          blocks: [{ kind: "slips", across: 2, slips: given.flatMap((payment) => slipsOf(payment, context)) }],
        },
      ],
    };
  },
});

/** The two parts beside each other say the same, so that they can be held against each other. */
function slipsOf(shared: SharedPayment, { settings }: Context): readonly Slip[] {
  const facts = factsOf(shared, settings.centreName);
  return say.receipt.copies.map((title) => ({ title, facts, note: null }));
}

function factsOf(shared: SharedPayment, centre: string | null): readonly SlipFact[] {
  const { payment, cents, method, shares } = shared;
  const names = shares.map(({ row }) => row.name ?? row.key);
  const items = itemsOf(shared);
  const said = items.map(({ item, cents: part }) => (items.length === 1 ? item : say.receipt.itemPart(item, part)));
  const text = (label: string, value: string | null): SlipFact => ({ label, value, kind: "text" });
  return [
    { label: columns.id.title, value: payment.key, kind: "code" },
    { label: columns.receipt.title, value: textOf(payment.receipt) || null, kind: "code" },
    { label: columns.day.title, value: payment.day, kind: "day" },
    text(say.receipt.payer, payment.payer ?? (names.length === 1 ? (names[0] ?? null) : null)),
    text(say.receipt.item, said.join("、")),
    text(say.receipt.people, names.length === 0 ? null : say.receipt.someOf(names)),
    text(say.receipt.inWords, amountInWords(cents)),
    { label: say.receipt.inFigures, value: cents / 100, kind: "money" },
    text(columns.method.title, method),
    text(say.receipt.payee, centre),
    text(columns.clerk.title, payment.clerk),
  ];
}
