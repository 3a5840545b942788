import { TABLES } from "../schema/index";
import type { Snapshot } from "../snapshot/snapshot";
import * as say from "../wording/next-year";
import { tabsWorkedIn } from "./as-carried";

/** Why a new book is not as it was carried over: somebody worked in it. Nothing where nobody did. */
export function workedIn(next: Snapshot): string[] {
  const runs = next.runs.filter(({ action }) => action !== say.CARRY_TITLE);
  const tabs = tabsWorkedIn(next);
  return [
    ...(runs.length > 0 ? [say.hasRuns(runs.length)] : []),
    ...(tabs === null ? [say.notKnownAsCarried] : tabs.map((name) => say.tabChanged(TABLES[name].title))),
  ];
}
