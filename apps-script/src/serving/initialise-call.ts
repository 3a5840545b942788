import { SETTINGS } from "../../domain/schema/index";
import { SETTING_SPECS } from "../../domain/schema/settings";
import type { AskOf, ValueOf } from "../../domain/serving/calls";
import { initAnswer } from "../../domain/serving/initialising";
import { freshName } from "../fresh-key";
import { hostHere } from "../here";
import { initialise, type Lacking, previewInitialise } from "../initialise";

/** Says what the Sheet lacks, or adds that, if it is still what the page was shown. */
export function initialiseSheet(ask: AskOf<"init">): ValueOf<"init"> {
  const host = hostHere();
  const lacking = previewInitialise(host);
  const answer = initAnswer(ask, lacking, isYearAsked(lacking));
  if (answer.state !== "done") return answer;
  return { ...answer, lacking: initialise(host, { planYear: ask.year ?? 0, workbook: freshName() }) };
}

/** The year goes into 设置. It is asked for only where 设置 does not say one already. */
function isYearAsked({ tabs, settings }: Lacking): boolean {
  return tabs.includes(SETTINGS.title) || settings.includes(SETTING_SPECS.planYear.item);
}
