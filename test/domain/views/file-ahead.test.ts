import { fileAhead, search } from "../../../apps-script/domain/views/search";
import { benchBook } from "../../bench/data/book";
import { bookOf } from "../../support/books";

/** However far people are filed ahead, a search finds the same. */

const PEOPLE = 1_200;
const book = benchBook(PEOPLE);
const found = (slices: number) => {
  const snapshot = bookOf(book);
  for (let slice = 0; slice < slices; slice++) fileAhead(snapshot);
  return search(snapshot, { find: "王", class: null, limit: PEOPLE });
};

test("it is done in slices, and a search finishes what is left", () => {
  const snapshot = bookOf(book);
  let slices = 0;
  while (fileAhead(snapshot)) slices++;
  expect(slices).toBeGreaterThan(PEOPLE / 500);
  expect(fileAhead(snapshot)).toBe(false);
  const whole = found(0);
  expect(whole.total).toBeGreaterThan(10);
  for (let done = 1; done <= slices + 1; done++) expect(found(done)).toEqual(whole);
});
