import { type Cells, importFiles, returnedFile, sentBook } from "../../support/exchange-lab";
import { TITLES, twoSides } from "../data/two-sides";
import { argument, report } from "./report";

/** A unit's file of so many people taken in as `import` does it, but for the reading of the file: `rows`. */
void report(async () => {
  const { base, ours, theirs } = twoSides(Number(argument(0)));
  const sent = cellsOf(base);
  const book = sentBook(cellsOf(ours), [{ generation: 1, people: sent }]);
  const rows = cellsOf(theirs).map((cells) => ({ ...cells, 行号: cells.报名编号 ?? null }));
  const file = returnedFile({ titles: TITLES.slice(1), rows, sent });
  const begin = performance.now();
  const { reports } = importFiles(book, [file], { force: true });
  const ms = performance.now() - begin;
  const [first] = reports;
  return { ms, conflicts: first?.kind === "returned" ? first.cells.conflicts : Number.NaN };
});

function cellsOf([header = [], ...lines]: readonly (readonly string[])[]): Cells[] {
  return lines.map((line) => Object.fromEntries(header.map((title, column) => [title, line[column] || null])));
}
