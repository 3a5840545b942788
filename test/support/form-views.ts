import { FORM_FIELDS, type FormValues } from "../../apps-script/domain/views/forms/fields";
import type { FormView } from "../../apps-script/domain/views/forms/form-view";

const NOTHING = Object.fromEntries(FORM_FIELDS.map(({ id }) => [id, ""])) as unknown as FormValues;

const valuesWith = (some: Partial<FormValues>): FormValues => ({ ...NOTHING, ...some });

/** A class of people who have these values. */
export function viewOf(people: readonly Partial<FormValues>[], whole: Partial<FormValues> = {}): FormView {
  return {
    class: "再培训班第二期",
    unit: null,
    whole: valuesWith({ class: "再培训班第二期", ...whole }),
    wholeGroups: ["centre", "class"],
    people: people.map((one, place) => valuesWith({ number: String(place + 1), class: "再培训班第二期", ...one })),
    repeated: 0,
    elsewhere: 0,
  };
}

export const named = (...names: readonly string[]): FormView => viewOf(names.map((name) => ({ name })));
