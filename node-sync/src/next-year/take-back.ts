import { basename, dirname, extname, join } from "node:path";
import { unmarkCarried } from "../../../apps-script/domain/next-year/mark-carried";
import { workedIn } from "../../../apps-script/domain/next-year/worked-in";
import { contextOf } from "../../../apps-script/domain/rules/context";
import { SETTING_SPECS } from "../../../apps-script/domain/schema/settings";
import { rowWith } from "../../../apps-script/domain/snapshot/by-key";
import { listed } from "../../../apps-script/domain/snapshot/listed";
import { snapshotOf } from "../../../apps-script/domain/snapshot/snapshot";
import { isThere } from "../files/is-there";
import { moveToFree } from "../files/move-file";
import { exclusively, perform, type Terms } from "../perform";
import { refusal } from "../refusal";
import { alreadyThere } from "../wording/cli";
import * as say from "../wording/next-year";
import { XlsxHost } from "../xlsx/xlsx-host";
import type { Way } from "./book-files";

/**
 * Takes a carry-over back while nobody has worked in the new book: that is put aside under another name, then the old one may be
 * carried over anew. Cut off in between, the next call finds no new book and only frees the old one.
 *
 * @returns where the new book is now; `null` where there is none
 */
export async function takeBack({ from, to }: Way, terms: Terms): Promise<string | null> {
  const isMade = await isThere(to);
  const aside = isMade ? await putAside(from, to, terms) : null;
  await perform(new XlsxHost(from), unmarkCarried(), terms);
  return aside;
}

async function putAside(from: string, to: string, terms: Terms): Promise<string> {
  const host = new XlsxHost(to);
  return exclusively(host, async () => {
    const next = snapshotOf(await host.read());
    const old = snapshotOf(await new XlsxHost(from).read(["settings"]), ["settings"]);
    const { carriedFrom } = contextOf(next, terms.today).settings;
    if (listed(carriedFrom)[0] !== rowWith(old.settings, SETTING_SPECS.workbook.item)?.value)
      throw refusal("exists", alreadyThere(to));
    const reasons = workedIn(next);
    if (reasons.length > 0) throw refusal("not-undoable", say.workedIn(reasons));
    return terms.dryRun ? to : freeName(to);
  });
}

/** Moves it beside itself. */
async function freeName(to: string): Promise<string> {
  const stem = join(dirname(to), basename(to, extname(to)));
  for (let copy = 1; ; copy++) {
    const aside = say.asideName(stem, copy, extname(to));
    if (await moveToFree(to, aside)) return aside;
  }
}
