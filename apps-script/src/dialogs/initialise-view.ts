import { digestOf } from "../../domain/changes/change-set";
import { Refusal } from "../../domain/refusal";
import { SETTINGS } from "../../domain/schema/index";
import { SETTING_SPECS } from "../../domain/schema/settings";
import { hostHere } from "../actions";
import { freshName } from "../fresh-key";
import { initialise, type Lacking, previewInitialise } from "../initialise";
import * as say from "../wording-menu";
import { statedYear } from "./plan-source";
import type { Fact, FactList, Report, Wish } from "./view";

/** Whether the Sheet is no workbook yet: then the dialog asks for the plan year first. */
export function isNewWorkbook(book: GoogleAppsScript.Spreadsheet.Spreadsheet): boolean {
  return book.getSheetByName(SETTINGS.title) === null;
}

/** What 初始化/升级工作簿 would add. */
export function initialisePreview(wish: Wish): Report {
  const lacking = previewInitialise(hostHere());
  planYearFor(lacking, wish);
  return reportOf(lacking, "preview", null);
}

/** Adds it; when something else is lacking than was previewed, says so and shows that instead. */
export function initialiseApply(wish: Wish, hash: string): Report {
  const host = hostHere();
  const lacking = previewInitialise(host);
  if (hashOf(lacking) !== hash) return reportOf(lacking, "preview", say.changedSincePreview());
  return reportOf(initialise(host, { planYear: planYearFor(lacking, wish), workbook: freshName() }), "result", null);
}

/** The year that goes into 设置. It is asked for only where 设置 does not say one already. */
function planYearFor(lacking: Lacking, wish: Wish): number {
  const isAsked = lacking.tabs.includes(SETTINGS.title) || lacking.settings.includes(SETTING_SPECS.planYear.item);
  const year = statedYear(wish.year);
  if (year === null && isAsked) throw new Refusal("no-year", say.noPlanYear());
  return year ?? 0;
}

function hashOf({ tabs, columns, settings, version }: Lacking): string {
  return digestOf(JSON.stringify([tabs, columns, settings, version]));
}

function reportOf(lacking: Lacking, stage: Report["stage"], notice: string | null): Report {
  const { tabs, columns, settings, isComplete } = lacking;
  const added = columns.reduce((sum, { titles }) => sum + titles.length, 0);
  const what = say.lackingAmount(tabs.length, added, settings.length);
  const [nothing, done] = [say.workbookComplete(), stage === "preview" ? say.willBe(what) : say.initialised(what)];
  const lists: readonly FactList[] = [
    { title: say.newTabs, facts: named(tabs) },
    {
      title: say.newColumns,
      facts: columns.map(({ tab, titles }) => ({ label: say.columnsOf(tab, titles), value: String(titles.length) })),
    },
    { title: say.newSettings, facts: named(settings) },
  ];
  return {
    ...{ stage, notice, headline: isComplete ? nothing : done, isNothing: isComplete, hash: hashOf(lacking) },
    lists: lists.filter(({ facts }) => facts.length > 0),
    ...{ needs: null, findings: null, kept: null, run: null, told: null },
  };
}

function named(titles: readonly string[]): Fact[] {
  return titles.length === 0 ? [] : [{ label: titles.join("、"), value: String(titles.length) }];
}
