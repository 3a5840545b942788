import { canonicalId } from "../../people/canonical";
import type { Payment } from "../../schema/tables";
import { textOf } from "../../snapshot/value";
import * as say from "../../wording/money";
import type { Answer, Field, World } from "../inputs/field";
import { keys } from "../inputs/keys-field";

/** Payments by 流水号 or 票据号; their numbers, each once. */
export function payments(face: { readonly title: string; readonly note: string }): Field<readonly string[]> {
  return keys(face, paymentsMeant);
}

function paymentsMeant(texts: readonly string[], { snapshot }: World): Answer<readonly string[]> {
  const keys = new Set<string>();
  for (const given of texts) {
    const found = snapshot.payments.filter((payment) => isNamed(payment, given));
    const [one, ...more] = found;
    if (one === undefined) return { wrong: { given, message: say.noSuchPayment, possible: [] } };
    if (more.length > 0)
      return {
        wrong: { given, message: say.severalPayments, possible: found.map(nameOf), candidates: candidatesOf(given, found) },
      };
    keys.add(one.key);
  }
  return { value: [...keys] };
}

/** What may be written instead: the numbers. */
const candidatesOf = (given: string, found: readonly Payment[]) =>
  found.map((one) => ({ given, value: one.key, told: nameOf(one) }));

/** Whether a text is the number or the receipt of a payment; a dash names none. */
export function isNamed({ key, receipt }: Payment, text: string): boolean {
  const form = canonicalId(text);
  return form !== "" && [key, textOf(receipt)].some((one) => canonicalId(one) === form);
}

export const nameOf = ({ key, day, method, amount }: Payment): string => say.paymentNamed(key, day, method, amount);
