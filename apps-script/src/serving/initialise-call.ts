import { digestOf } from "../../domain/changes/change-set";
import { Refusal } from "../../domain/refusal";
import { SETTINGS } from "../../domain/schema/index";
import { SETTING_SPECS } from "../../domain/schema/settings";
import type { AskOf, ValueOf } from "../../domain/serving/calls";
import { freshName } from "../fresh-key";
import { hostHere } from "../here";
import { initialise, type Lacking, previewInitialise } from "../initialise";
import { noPlanYear } from "../wording-menu";

/** Says what the Sheet lacks, or adds that, if it is still what the page was shown. */
export function initialiseSheet({ year, agreed }: AskOf<"init">): ValueOf<"init"> {
  const host = hostHere();
  const lacking = previewInitialise(host);
  const [hash, asksYear] = [hashOf(lacking), isYearAsked(lacking)];
  if (agreed === null || agreed !== hash) return { state: agreed === null ? "shown" : "changed", lacking, hash, asksYear };
  if (asksYear && year === null) throw new Refusal("no-year", noPlanYear());
  const done = initialise(host, { planYear: year ?? 0, workbook: freshName() });
  return { state: "done", lacking: done, hash, asksYear };
}

/** The year goes into 设置. It is asked for only where 设置 does not say one already. */
function isYearAsked({ tabs, settings }: Lacking): boolean {
  return tabs.includes(SETTINGS.title) || settings.includes(SETTING_SPECS.planYear.item);
}

function hashOf({ tabs, columns, settings, version }: Lacking): string {
  return digestOf(JSON.stringify([tabs, columns, settings, version]));
}
