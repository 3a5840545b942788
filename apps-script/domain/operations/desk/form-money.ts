import type { Cents, Method } from "../../rules/money/payment-amounts";
import type { Payment } from "../../schema/tables";
import { textOf } from "../../snapshot/value";
import * as say from "../../wording/check-in-form";
import { taken } from "../../wording/money";
import type { ClerkRun } from "../clerk-run";
import { bookMoney } from "../money/take-money";
import type { FilledForm } from "./check-in-file";
import { FORM_METHODS } from "./check-in-form";

/** What was booked of a form in this run and before, in words by person; and the sums of this run. */
interface FormMoney {
  readonly said: ReadonlyMap<string, readonly string[]>;
  readonly sums: readonly string[];
}

/**
 * Books what a form says came. A payment keeps in 来源 which form, person, method and amount it was booked for, so that the
 * same form again books what is more alone, whatever became of the payment since; undone, it is booked again.
 */
export function takeFormMoney(run: ClerkRun, form: FilledForm, day: string): FormMoney {
  const booked = bookedOf(run.snapshot.payments, form.form);
  const said = new Map<string, string[]>();
  const sums = new Map<Method, Cents>();
  const names = new Map(run.people(form.lines.map(({ key }) => key)).map(({ key, name }) => [key, name]));
  for (const { line, method, cents } of amountsOf(form)) {
    const before = booked.get(placeOf(line.key, method)) ?? 0;
    const more = cents - before;
    if (more < 0)
      run.complain("file", { given: "", message: say.lessThanBooked(line.place, method, before, cents), possible: [] });
    if (cents === 0) continue;
    const words = said.get(line.key) ?? [];
    said.set(line.key, words);
    if (before > 0) words.push(say.bookedBefore(method, before));
    if (more <= 0) continue;
    const source = [form.form, line.key, method, more / 100].join("·");
    bookMoney(run, { day, cents: more, method, payer: names.get(line.key) ?? null, receipt: null, keys: [line.key], source });
    words.push(taken(method, more));
    sums.set(method, (sums.get(method) ?? 0) + more);
  }
  return { said, sums: [...sums].map(([method, cents]) => taken(method, cents)) };
}

/** What each line says of each method, nothing too: an amount that was booked may have been taken out. */
function amountsOf({ lines, absent }: FilledForm) {
  const empty = absent.flatMap(({ key, place }) => (key === null ? [] : [{ key, place, amounts: [] }]));
  return [...lines, ...empty].flatMap((line) =>
    FORM_METHODS.map((method) => {
      const cents = line.amounts.find((amount) => amount.method === method)?.cents ?? 0;
      return { line, method, cents };
    }),
  );
}

const placeOf = (key: string, method: string): string => `${key}·${method}`;

/** In 分, by person and method. */
function bookedOf(payments: readonly Payment[], form: string): ReadonlyMap<string, Cents> {
  const booked = new Map<string, Cents>();
  for (const { source } of payments) {
    const [of, key = "", method = "", yuan = ""] = textOf(source).split("·");
    if (of !== form) continue;
    const place = placeOf(key, method);
    booked.set(place, (booked.get(place) ?? 0) + Math.round(Number(yuan) * 100));
  }
  return booked;
}
