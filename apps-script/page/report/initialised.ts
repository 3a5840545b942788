import type { ValueOf } from "../../domain/serving/calls";
import * as say from "../wording/report";
import type { Fact, FactList, Report } from "./view";

/** What 初始化/升级工作簿 would add, or added. */
export function initialisedReport({ lacking, state }: ValueOf<"init">): Report {
  const { tabs, columns, settings, isComplete } = lacking;
  const added = columns.reduce((sum, { titles }) => sum + titles.length, 0);
  const what = say.lackingAmount(tabs.length, added, settings.length);
  const [nothing, done] = [say.workbookComplete(), state === "done" ? say.initialised(what) : say.willBe(what)];
  const lists: readonly FactList[] = [
    { title: say.newTabs, facts: named(tabs) },
    {
      title: say.newColumns,
      facts: columns.map(({ tab, titles }) => ({ label: say.columnsOf(tab, titles), value: String(titles.length) })),
    },
    { title: say.newSettings, facts: named(settings) },
  ];
  return {
    stage: state === "done" ? "result" : "preview",
    notice: state === "changed" ? say.changedSincePreview() : null,
    headline: isComplete ? nothing : done,
    isNothing: isComplete,
    lists: lists.filter(({ facts }) => facts.length > 0),
    rows: { lists: [], more: 0 },
    ...{ needs: null, choices: [], findings: null, kept: null, run: null, told: null },
  };
}

function named(titles: readonly string[]): Fact[] {
  return titles.length === 0 ? [] : [{ label: titles.join("、"), value: String(titles.length) }];
}
