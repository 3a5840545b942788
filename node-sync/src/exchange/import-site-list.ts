import { basename } from "node:path";
import { isOwnWorkbook } from "../../../apps-script/domain/merge/own-workbook";
import { SITE_LISTS, type SiteList } from "../../../apps-script/domain/merge/site/kinds";
import { readSiteList } from "../../../apps-script/domain/merge/site/read";
import type { SiteCounts } from "../../../apps-script/domain/merge/site/take";
import type { Host } from "../../../apps-script/domain/operations/host";
import { siteImport } from "../../../apps-script/domain/operations/import-site";
import { notSiteList } from "../../../apps-script/domain/wording/site-list";
import { perform, type Receipt, type Terms } from "../perform";
import { read } from "../readers/readers";
import { refusal } from "../refusal";
import { ownWorkbook } from "../wording/import-files";

interface ImportedSiteList {
  readonly file: string;
  readonly asOf: string;
  readonly counts: SiteCounts;
  readonly receipt: Receipt;
}

const NOTHING_TAKEN: SiteCounts = { total: 0, changed: 0, unchanged: 0, refused: 0, cells: 0 };

export function isSiteList(kind: string): kind is SiteList {
  return SITE_LISTS.some((candidate) => candidate === kind);
}

/** Takes one list of a site into the workbook. A list that does not say of when it is counts as of today. */
export async function importSiteList(host: Host, path: string, kind: SiteList, terms: Terms): Promise<ImportedSiteList> {
  const file = basename(path);
  const table = await read(file, "table", path);
  if (isOwnWorkbook(table.sheets)) throw refusal("own-workbook", ownWorkbook(file));
  const reading = readSiteList(kind, table.sheets);
  if (!reading) throw refusal("not-a-list", notSiteList(file, kind));
  const asOf = reading.asOf ?? terms.today;
  const operation = siteImport({ ...reading, asOf, kind, file, fingerprint: table.fingerprint });
  const receipt = await perform(host, operation, terms);
  return { file, asOf, counts: receipt.report ?? NOTHING_TAKEN, receipt };
}
