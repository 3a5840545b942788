import { type KeyedTable, mergeTables } from "../../../apps-script/domain/merge/three-way";
import { type Line, twoSides } from "../data/two-sides";
import { argument, report } from "./report";

/** Merges tables by their keys: `rows columns`. */
void report(async () => {
  const { base, ours, theirs, contested } = twoSides(Number(argument(0)), Number(argument(1)));
  const begin = performance.now();
  const { rows, conflicts } = mergeTables(keyed(base), keyed(ours), keyed(theirs));
  const ms = performance.now() - begin;
  const told = new Set(conflicts.map(({ key }) => key));
  const lost = contested.filter((key) => !rows.has(key) && !told.has(key)).length;
  return { ms, conflicts: conflicts.length, contested: contested.length, lost };
});

function keyed(lines: readonly Line[]): KeyedTable {
  return new Map(lines.slice(1).map((line) => [line[0] ?? "", line]));
}
