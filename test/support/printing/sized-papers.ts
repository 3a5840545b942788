import { contextOf } from "../../../apps-script/domain/rules/context";
import type { Paper } from "../../../apps-script/domain/views/papers/paper";
import { PAPERS_TO_PRINT } from "../../../apps-script/domain/views/papers/papers";
import { PRINTED_CLASS, PRINTED_ON, printedBook } from "./printed-book";

/** No people, one, a page or two, and a large class. */
export const SIZES = [0, 1, 37, 400] as const;
const books = new Map(SIZES.map((people) => [people, printedBook(people)]));

/** A paper of the invented class, of so many people. */
export function paperOf(id: string, people: (typeof SIZES)[number]): Paper {
  const kind = PAPERS_TO_PRINT.find((one) => one.id === id);
  const book = books.get(people);
  if (!kind || !book) throw new Error(id);
  const make = kind.bind(kind.fields.some(({ name }) => name === "class") ? { class: PRINTED_CLASS } : {});
  if ("problems" in make) throw new Error(make.problems.map(({ message }) => message).join());
  return make(book, contextOf(book, PRINTED_ON));
}
