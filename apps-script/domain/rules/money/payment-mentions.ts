import type { Unit } from "../../schema/tables";
import { nameReader, type Payee, type Question } from "./payment-names";
import { peopleOf, readEntries } from "./payment-shares";

const ANYBODY: Question<Payee> = { isMeant: () => true, owes: () => true, isRefund: false };

/**
 * The enrolments that texts of 分摊到 are about, by key, in every form that is taken there: numbers and ranges of them, names
 * with and without a unit, units. Of a person with several enrolments all are meant: which of them gets the money, the next
 * run tells.
 */
export function mentionedIn(
  texts: readonly string[],
  book: { readonly roster: readonly Payee[]; readonly units: readonly Pick<Unit, "key" | "name" | "aliases">[] },
): ReadonlySet<string> {
  const read = nameReader(book, (row) => row);
  const entries = texts.flatMap((text) => readEntries(text, (name) => read(name, ANYBODY)));
  const keys = entries.flatMap(({ target }) =>
    target.kind === "unclear" ? target.candidates.map(({ key }) => key) : peopleOf(target).map(({ key }) => key),
  );
  return new Set(keys);
}
