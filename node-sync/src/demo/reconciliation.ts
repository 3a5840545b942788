import type { Finding } from "../../../apps-script/domain/changes/finding";
import { compare } from "../../../apps-script/domain/changes/outcome";
import type { Snapshot } from "../../../apps-script/domain/snapshot/snapshot";
import { titleOfRule } from "../../../apps-script/domain/wording/rules";
import { importSiteList } from "../exchange/import-site-list";
import * as say from "../wording/demo";
import type { DemoOffice, DemoTable } from "./office";
import { writeSiteLists } from "./site-lists";

const SITE_DAY = "2024-03-13";

/** Said by the import itself: a person of a list whom 名册 does not know. */
const UNKNOWN = "S01";
/** Listed in 待办: booked into another class, booked without pre-registration, the call list, refused, approved while papers are short. */
const LISTED = ["S10", "T01", "T17", "S11"] as const;

/** The lists of the two sites come in, and the actions say where the sites and 名册 differ. */
export async function reconcile(office: DemoOffice): Promise<void> {
  const unknown: Finding[] = [];
  const lines: string[] = [];
  for (const { kind, path } of await writeSiteLists(office.at("收件"))) {
    const { file, asOf, counts, receipt } = await importSiteList(office.host, path, kind, office.terms(SITE_DAY));
    unknown.push(...receipt.changes.findings.filter(({ code }) => code === UNKNOWN));
    lines.push(say.siteList(kind, file, asOf, counts, receipt.run));
  }
  office.note(say.titles.sites, null, { lines });
  const all = await office.runAll(SITE_DAY);
  const table = differences(unknown, await office.snapshot());
  office.note(say.titles.compared, all.run, { text: say.ran(all), table });
}

function differences(unknown: readonly Finding[], { todo }: Snapshot): DemoTable {
  const sorts = LISTED.map((code) => {
    const title = titleOfRule(code);
    const found = todo.filter((row) => row.rule === title && row.state === null);
    return { title, contents: found.map((row) => row.content ?? "").sort(compare) };
  });
  const listed = { title: titleOfRule(UNKNOWN), contents: unknown.map(({ message }) => message) };
  const rows = [listed, ...sorts].map(({ title, contents }) => [title, String(contents.length), contents[0] ?? ""]);
  return { columns: say.differenceColumns, rows };
}
