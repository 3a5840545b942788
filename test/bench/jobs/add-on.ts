import { readFileSync } from "node:fs";
import { join } from "node:path";
import { openAddOn } from "../../google/bundle/support/add-on";
import { press } from "../../google/bundle/support/press";
import { tabsOf } from "../../google/bundle/support/seeded";
import { loadTabs } from "../../google/lab";
import { bookOf } from "../../support/books";
import { BENCH_DAY, benchBook } from "../data/book";
import { argument, report } from "./report";

/**
 * 全部执行 in the script as it is pushed, alone in a world with nothing but the stand-in for Google's services: `folder of
 * the script, enrolments`. Opening the page, a reading and a commit are executions of their own.
 */
void report(async () => {
  const read = (name: string): string => readFileSync(join(argument(0), name), "utf8");
  const made = {
    folder: argument(0),
    code: read("Code.js"),
    page: read("page.html"),
    manual: read("manual.html"),
    browser: {},
    manifest: { oauthScopes: [] },
  };
  const addOn = openAddOn(made, { moment: `${BENCH_DAY}T09:00:00+08:00` });
  loadTabs(addOn.google.workbook, tabsOf(bookOf(benchBook(Number(argument(1))))), "dates");
  const times: Record<string, number> = {};
  const timed: typeof addOn = {
    ...addOn,
    call: (name, ...given) => {
      const before = addOn.google.calls.total;
      const begin = performance.now();
      const answer = addOn.call(name, ...given);
      const execution = name === "pageCall" ? String(given[0]) : name;
      times[execution] = performance.now() - begin;
      times[`${execution} calls`] = addOn.google.calls.total - before;
      return answer;
    },
  };
  const { result } = press(timed, "menuAll");
  return { ...times, ends: result.stage === "result" && !result.isNothing ? 1 : 0 };
});
