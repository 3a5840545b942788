import { LocalOutbox } from "../../exchange/export/local-outbox";
import { checkFolders, type SyncFolders } from "../../exchange/sync/folders";
import { LocalAnswers } from "../../exchange/sync/local-answers";
import { LocalInbox } from "../../exchange/sync/local-inbox";
import { type Synced, type SyncPlaces, sync } from "../../exchange/sync/sync";
import { onTrial } from "../../exchange/sync/trial";
import { keepSyncing, pauseBy } from "../../exchange/sync/watch";
import * as words from "../../wording/sync";
import { XlsxHost } from "../../xlsx/xlsx-host";
import { dayInShanghai } from "../clock";
import { type Common, type Options, type Report, type Run, textOption } from "../command";
import { explain } from "../explain";
import { UsageError } from "../refusal";
import { bookOf, termsOf } from "../session";
import { syncReport } from "../sync-report";

export const run: Run = async (common, _args, options) => {
  const folders = foldersOf(common, options);
  if (options.watch === true && (common.json || common.dryRun)) throw new UsageError(words.watchAlone);
  await checkFolders(folders);
  if (options.watch === true) return watch(common, folders, options);
  return reportOf(await syncOnce(common, folders, options), common, folders);
};

function foldersOf(common: Common, options: Options): SyncFolders {
  const inbox = textOption(options, "inbox") ?? "";
  const outbox = textOption(options, "outbox") ?? "";
  if (inbox === "") throw new UsageError(words.noInboxOption);
  if (outbox === "") throw new UsageError(words.noOutboxOption);
  return { book: bookOf(common), inbox, outbox };
}

/** A trial tries everything in memory, so its steps are no dry runs: each goes on from what the one before would write. */
function syncOnce(common: Common, folders: SyncFolders, options: Options): Promise<Synced> {
  const places = placesOf(folders);
  const terms = termsOf({ ...common, dryRun: false });
  const force = options.force === true;
  return sync(common.dryRun ? onTrial(places) : places, terms, { force, verify: options.verify !== false });
}

function placesOf({ book, inbox, outbox }: SyncFolders): SyncPlaces {
  return {
    host: new XlsxHost(book),
    inbox: new LocalInbox(inbox),
    outbox: new LocalOutbox(outbox),
    answers: new LocalAnswers(book),
  };
}

function reportOf(synced: Synced, { dryRun }: Common, { outbox }: SyncFolders): Report {
  return syncReport(synced, { outbox, dryRun });
}

/** Until Ctrl+C or a polite kill; a sync under way is finished first. A refusal is said once and tried again. */
async function watch(common: Common, folders: SyncFolders, options: Options): Promise<Report> {
  const stop = new AbortController();
  const end = (): void => stop.abort();
  process.on("SIGINT", end).on("SIGTERM", end);
  let refused = "";
  const once = async (): Promise<ReadonlySet<string> | null> => {
    try {
      // It runs for days: each sync has the day it is made on.
      const today = textOption(options, "today") === undefined ? dayInShanghai() : common.today;
      const synced = await syncOnce({ ...common, today }, folders, options);
      refused = "";
      process.stdout.write(`${reportOf(synced, common, folders).text}\n`);
      if (!stop.signal.aborted) process.stderr.write(`${words.watching(folders.inbox)}\n`);
      return synced.imports.left;
    } catch (error) {
      const { exit, message } = explain(error);
      if (exit !== 3) throw error;
      if (message !== refused) process.stderr.write(`${message}\n`);
      refused = message;
      return null;
    }
  };
  await keepSyncing(new LocalInbox(folders.inbox), once, pauseBy(folders.inbox), stop.signal);
  process.off("SIGINT", end).off("SIGTERM", end);
  return { json: null, text: words.watchEnded, needsPerson: false };
}
