import { isDay } from "../../../../apps-script/domain/days/civil-day";
import { SITE_LISTS } from "../../../../apps-script/domain/merge/site/kinds";
import { badAsOf } from "../../../../apps-script/domain/wording/site-list";
import { importSiteList, isSiteList } from "../../exchange/import-site-list";
import { UsageError } from "../../refusal";
import * as say from "../../wording/import-files";
import { oneLine } from "../../wording/plain-text";
import type { Common, Report } from "../command";
import { reportOf } from "../receipt";
import { hostOf, termsOf } from "../session";

/** `import FILE… --as KIND`: one run for each list, oldest call first. */
export async function runSiteLists(
  common: Common,
  paths: readonly string[],
  kind: string,
  said: string | undefined,
): Promise<Report> {
  if (!isSiteList(kind)) throw new UsageError(say.noSuchList(kind, SITE_LISTS));
  const [path, ...more] = paths;
  if (path === undefined || more.length > 0) throw new UsageError(say.oneList);
  if (said !== undefined && !isDay(said)) throw new UsageError(badAsOf(said));
  const { file, asOf, counts, receipt } = await importSiteList(await hostOf(common), path, kind, termsOf(common), said ?? null);
  const { total, changed, unchanged, refused } = counts;
  const rows = { total, new: 0, changed, unchanged, refused, missing: 0 };
  const report = reportOf(receipt, { files: [{ file, kind, asOf, rows, cells: counts.cells }] });
  return {
    ...report,
    text: `${oneLine(say.listLine(file, asOf, rows))}\n${report.text}`,
    needsPerson: report.needsPerson || refused > 0,
  };
}
