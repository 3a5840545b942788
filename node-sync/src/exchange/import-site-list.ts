import { stat } from "node:fs/promises";
import { basename } from "node:path";
import type { Day } from "../../../apps-script/domain/days/civil-day";
import { isOwnWorkbook } from "../../../apps-script/domain/merge/own-workbook";
import { SITE_LISTS, type SiteList } from "../../../apps-script/domain/merge/site/kinds";
import { readSiteList } from "../../../apps-script/domain/merge/site/read";
import type { SiteCounts } from "../../../apps-script/domain/merge/site/take";
import type { Host } from "../../../apps-script/domain/operations/host";
import { siteImport } from "../../../apps-script/domain/operations/import-site";
import { notSiteList, ofFuture } from "../../../apps-script/domain/wording/site-list";
import { momentInShanghai } from "../clock";
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

/**
 * Takes one list of a site into the workbook. Where neither the list nor staff say of when it is, its file does: by the time
 * it was saved, never by the day on which it is read.
 */
export async function importSiteList(
  host: Host,
  path: string,
  kind: SiteList,
  terms: Terms,
  said: Day | null = null,
): Promise<ImportedSiteList> {
  const file = basename(path);
  const table = await read(file, "table", path);
  if (isOwnWorkbook(table.sheets)) throw refusal("own-workbook", ownWorkbook(file));
  const reading = readSiteList(kind, table.sheets);
  if (!reading) throw refusal("not-a-list", notSiteList(file, kind));
  const dated = said ?? reading.asOf;
  if (dated !== null && dayOf(dated) > terms.today) throw refusal("list-of-the-future", ofFuture(file, dated));
  const saved = await savedAt(path, table.modified);
  // A file saved after the day that is counted as today says nothing of its list's.
  const asOf = dated ?? (dayOf(saved) > terms.today ? terms.today : saved);
  const operation = siteImport({ ...reading, asOf, isDated: dated !== null, kind, file, fingerprint: table.fingerprint });
  const receipt = await perform(host, operation, terms);
  return { file, asOf, counts: receipt.report ?? NOTHING_TAKEN, receipt };
}

const dayOf = (moment: string): Day => moment.slice(0, "2024-01-01".length);

/** `2024-03-12 10:30`: the earlier of what the package and the folder say, since copying makes a file look younger. */
async function savedAt(path: string, modified: string | undefined): Promise<string> {
  const inside = modified === undefined ? Number.NaN : Date.parse(modified);
  const { mtimeMs } = await stat(path);
  const earlier = Number.isNaN(inside) ? mtimeMs : Math.min(inside, mtimeMs);
  return momentInShanghai(new Date(earlier)).slice(0, 16).replace("T", " ");
}
