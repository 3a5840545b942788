import { twoSides } from "../data/two-sides";
import { argument, report } from "./report";

/** The same tables as `merge-ours` gets, as rows of text. */
void report(async () => {
  const { CompareFlags, Merger, TableView } = (await import("daff")).default;
  const { base, ours, theirs } = twoSides(Number(argument(0)));
  const view = (table: readonly (readonly string[])[]) => new TableView(table.map((line) => [...line]));
  const [parent, local, remote] = [view(base), view(ours), view(theirs)] as const;
  const begin = performance.now();
  const conflicts = new Merger(parent, local, remote, new CompareFlags()).apply();
  const ms = performance.now() - begin;
  return { ms, conflicts };
});
