import { basename, dirname, extname, join } from "node:path";
import { unmarkCarried } from "../../../apps-script/domain/next-year/mark-carried";
import { workedIn } from "../../../apps-script/domain/next-year/worked-in";
import { contextOf, type Settings } from "../../../apps-script/domain/rules/context";
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
 * carried over anew. Cut off in between, the next call finds it put aside and only frees the old one.
 *
 * @param isGone staff say that the new book is nowhere any more
 * @returns where the new book is now; `null` where there is none
 * @throws {Refusal} `not-undoable` when somebody worked in it, or when it is neither there nor put aside: it may live elsewhere
 */
export async function takeBack({ from, to }: Way, terms: Terms, { isGone = false } = {}): Promise<string | null> {
  const aside = (await isThere(to)) ? await putAside(from, to, terms) : isGone ? null : await asideAlready(from, to, terms);
  await perform(new XlsxHost(from), unmarkCarried(), terms);
  return aside;
}

/** Where an earlier call put the book into which the old one was carried over; `null` where that says nothing of one. */
async function asideAlready(from: string, to: string, terms: Terms): Promise<string | null> {
  const { carriedTo } = await settingsIn(from, terms);
  if (carriedTo === null) return null;
  for (let copy = 1; ; copy++) {
    const aside = asideFor(to, copy);
    if (!(await isThere(aside))) throw refusal("not-undoable", say.newBookNowhere(to));
    const { workbook } = await settingsIn(aside, terms);
    if (workbook === carriedTo) return aside;
  }
}

async function settingsIn(path: string, { today }: Terms): Promise<Settings> {
  return contextOf(snapshotOf(await new XlsxHost(path).read()), today).settings;
}

async function putAside(from: string, to: string, terms: Terms): Promise<string> {
  const host = new XlsxHost(to);
  return exclusively(host, async () => {
    const next = snapshotOf(await host.read());
    const { carriedFrom } = contextOf(next, terms.today).settings;
    const { workbook } = await settingsIn(from, terms);
    if (listed(carriedFrom)[0] !== workbook) throw refusal("exists", alreadyThere(to));
    const reasons = workedIn(next);
    if (reasons.length > 0) throw refusal("not-undoable", say.workedIn(reasons));
    return terms.dryRun ? to : freeName(to);
  });
}

/** Moves it beside itself. */
async function freeName(to: string): Promise<string> {
  for (let copy = 1; ; copy++) {
    const aside = asideFor(to, copy);
    if (await moveToFree(to, aside)) return aside;
  }
}

function asideFor(to: string, copy: number): string {
  return say.asideName(join(dirname(to), basename(to, extname(to))), copy, extname(to));
}
