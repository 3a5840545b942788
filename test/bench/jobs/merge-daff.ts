import { twoSides } from "../data/two-sides";
import { argument, report } from "./report";

/** The same tables as `merge-ours` gets. */
void report(async () => {
  const { CompareFlags, Merger, TableView } = (await import("daff")).default;
  const { base, ours, theirs, contested } = twoSides(Number(argument(0)), Number(argument(1)));
  const rows = ours.map((line) => [...line]);
  const tables = [base.map((line) => [...line]), rows, theirs.map((line) => [...line])] as const;
  const begin = performance.now();
  const [parent, local, remote] = [new TableView(tables[0]), new TableView(tables[1]), new TableView(tables[2])];
  const merger = new Merger(parent, local, remote, new CompareFlags());
  const conflicts = merger.apply();
  const ms = performance.now() - begin;
  const told = new Set(merger.getConflictInfos().map(({ row }) => String(rows[row]?.[0] ?? "")));
  const there = new Set(rows.map(([key]) => String(key)));
  const lost = contested.filter((key) => !there.has(key) && !told.has(key)).length;
  return { ms, conflicts, contested: contested.length, lost };
});
