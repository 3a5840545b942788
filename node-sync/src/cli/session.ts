import { access } from "node:fs/promises";
import { userInfo } from "node:os";
import type { Host } from "../../../apps-script/domain/operations/host";
import { withLost } from "../../../apps-script/domain/operations/lost-tabs";
import { asMigrated } from "../../../apps-script/domain/operations/migrate";
import type { Operation } from "../../../apps-script/domain/operations/operation";
import type { TableName } from "../../../apps-script/domain/schema/index";
import type { Grids } from "../../../apps-script/domain/snapshot/grid";
import type { Sparing } from "../../../apps-script/domain/snapshot/sparing";
import { momentInShanghai } from "../clock";
import type { ImportPlaces } from "../exchange/held-import";
import { LocalSetAside, type SetAside } from "../exchange/set-aside";
import { LocalAnswers } from "../exchange/sync/local-answers";
import { perform, type Receipt, type Terms } from "../perform";
import { UsageError } from "../refusal";
import { phases } from "../terminal/progress";
import { noBook, notXlsxName } from "../wording/cli";
import { XlsxHost } from "../xlsx/xlsx-host";
import type { Common } from "./command";

/** The workbook file that the call names. */
export function bookOf(common: Common): string {
  if (common.book === null) throw new UsageError(noBook);
  if (!/\.xlsx$/i.test(common.book)) throw new UsageError(notXlsxName(common.book));
  return common.book;
}

/** The document that the call names: a workbook file, or a Google Sheet. */
export async function hostOf(common: Common): Promise<Host> {
  if (common.sheet === null) return new XlsxHost(bookOf(common));
  const { openSheet } = await import("../google/open-sheet");
  return (await openSheet(common.sheet)).host;
}

/** Tabs of the document as the next run will make them, for a command that only reads; one of a newer program is refused. */
export async function gridsOf(common: Common, tables: readonly TableName[], sparing?: Sparing): Promise<Grids> {
  const wanted: readonly TableName[] = [...tables, "settings"];
  return asMigrated(withLost(await (await hostOf(common)).read(wanted, sparing), wanted));
}

/** Files that were too much for a reader, as they are remembered for the document that the call names. */
export async function setAsideOf(common: Common): Promise<SetAside> {
  if (common.sheet === null) return new LocalSetAside(bookOf(common));
  const { sheetSetAside } = await import("../google/sheet-answers");
  return sheetSetAside(common.sheet);
}

/** The document that the call names, with what units still have to be told of it. */
export async function importPlaces(common: Common): Promise<ImportPlaces> {
  const host = await hostOf(common);
  if (common.sheet === null) {
    const book = bookOf(common);
    await access(book);
    return { host, answers: new LocalAnswers(book) };
  }
  const { sheetAnswers } = await import("../google/sheet-answers");
  return { host, answers: sheetAnswers(common.sheet) };
}

/** @param named 经办人 as the call names them */
export function termsOf(common: Common, named?: string): Terms {
  const { page } = common;
  const onPhase = page ? page.onPhase : phases();
  return {
    today: common.today,
    dryRun: common.dryRun,
    head: { time: momentInShanghai(), clerk: named ?? page?.clerk ?? clerk(), source: page ? "工作台" : "命令行" },
    ...(onPhase ? { onPhase } : {}),
  };
}

/** Performs an operation on the document that the call names. */
export async function performOn(common: Common, operation: Operation): Promise<Receipt> {
  return perform(await hostOf(common), operation, termsOf(common));
}

/** 经办人: ANPEI_CLERK, else the account's name. */
function clerk(): string {
  const given = process.env.ANPEI_CLERK;
  if (given) return given;
  try {
    return userInfo().username;
  } catch {
    return "";
  }
}
