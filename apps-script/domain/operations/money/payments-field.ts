import { canonicalId } from "../../people/canonical";
import type { Payment } from "../../schema/tables";
import { listed } from "../../snapshot/listed";
import { textOf } from "../../snapshot/value";
import * as inputs from "../../wording/inputs";
import * as say from "../../wording/money";
import type { Answer, Field, World } from "../inputs/field";

/** Payments by 流水号 or 票据号; their numbers, each once. */
export function payments(face: { readonly title: string; readonly note: string }): Field<readonly string[]> {
  return {
    ...face,
    kind: "text",
    isRequired: true,
    isMany: true,
    choices: null,
    read: ({ texts, file }) => {
      if (file !== null) return { wrong: { given: file.file, message: inputs.noFileHere, possible: [] } };
      return { meant: (world) => paymentsMeant(texts.flatMap(listed), world) };
    },
    write: (keys) => keys,
  };
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
