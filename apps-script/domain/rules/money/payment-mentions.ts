import type { Unit } from "../../schema/tables";
import { nameReader, type Payee, type Question } from "./payment-names";
import { peopleOf, readEntries } from "./payment-shares";

interface Named {
  readonly roster: readonly Payee[];
  readonly units: readonly Pick<Unit, "key" | "name" | "aliases">[];
}

const ANYBODY: Question<Payee> = { isMeant: () => true, owes: () => true, isRefund: false };

/**
 * The enrolments that texts of 分摊到 are about, by key, in every form that is taken there: numbers and ranges of them, names
 * with and without a unit, units. Of a person with several enrolments all are meant: which of them gets the money, the next
 * run tells.
 */
export function mentionedIn(texts: readonly string[], book: Named): ReadonlySet<string> {
  return new Set(texts.flatMap(mentionReader(book)));
}

/** The same, text after text. */
export function mentionReader(book: Named): (text: string) => readonly string[] {
  const read = nameReader(book, (row) => row);
  return (text) =>
    readEntries(text, (name) => read(name, ANYBODY)).flatMap(({ target }) => {
      const people = target.kind === "unclear" ? target.candidates : peopleOf(target);
      return people.map(({ key }) => key);
    });
}
