import { withChanges } from "../../../apps-script/domain/changes/advance";
import { ACTIONS, runAll } from "../../../apps-script/domain/rules/actions";
import { contextOf } from "../../../apps-script/domain/rules/context";
import { numberRows } from "../../../apps-script/domain/rules/number-rows";
import { progress } from "../../../apps-script/domain/rules/progress";
import type { Rule } from "../../../apps-script/domain/rules/rule";
import { bookOf } from "../../support/books";
import { BENCH_DAY, benchBook } from "../data/book";
import { argument, report } from "./report";

const each: readonly { readonly id: string; readonly rule: Rule }[] = [
  { id: "number-rows", rule: numberRows },
  ...ACTIONS,
  { id: "progress", rule: (now, context) => progress(now, context) },
];
const together: readonly { readonly id: string; readonly rule: Rule }[] = [
  { id: "all", rule: runAll },
  { id: "all again", rule: runAll },
];

/** Times of rules in milliseconds, each on what the ones before it will have written: `each|together enrolments`. */
void report(async () => {
  let now = bookOf(benchBook(Number(argument(1))));
  const times: Record<string, number> = {};
  for (const { id, rule } of argument(0) === "each" ? each : together) {
    const context = contextOf(now, BENCH_DAY);
    const begin = performance.now();
    const { cells, rows } = rule(now, context);
    times[id] = performance.now() - begin;
    now = withChanges(now, { cells, rows });
  }
  return times;
});
