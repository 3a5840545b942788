import { dayInShanghai } from "../../clock";
import type { InboxLook } from "../../exchange/sync/inbox";
import { type Synced, sync } from "../../exchange/sync/sync";
import { onTrial } from "../../exchange/sync/trial";
import { keepSyncing } from "../../exchange/sync/watch";
import { explain } from "../../explain";
import { UsageError } from "../../refusal";
import { print, printAside } from "../../terminal/terminal";
import * as words from "../../wording/sync";
import { type Common, type Options, type Report, type Run, textOption } from "../command";
import { termsOf } from "../session";
import { withStop } from "../stop-report";
import { deskOf, type SyncDesk } from "../sync-desk";
import { syncReport } from "../sync-report";

export const run: Run = async (common, _args, options) => {
  if (options.watch === true && (common.json || common.dryRun)) throw new UsageError(words.watchAlone);
  const desk = await deskOf(common, options);
  if (options.watch === true) return watch(common, desk, options);
  return reportOf(await syncOnce(common, desk, options), common, desk);
};

/** A trial tries everything in memory, so its steps are no dry runs: each goes on from what the one before would write. */
async function syncOnce(common: Common, desk: SyncDesk, options: Options): Promise<Synced> {
  const places = await desk.places();
  const terms = termsOf({ ...common, dryRun: false });
  const force = options.force === true;
  return sync(common.dryRun ? await onTrial(places) : places, terms, { force, verify: options.verify !== false });
}

function reportOf(synced: Synced, { dryRun }: Common, { pathOf }: SyncDesk): Report {
  return syncReport(synced, { pathOf, dryRun });
}

/**
 * Until Ctrl+C or a polite kill; a sync under way is finished first. A refusal is said once and tried again, as is a sync that
 * stopped half way.
 */
async function watch(common: Common, desk: SyncDesk, options: Options): Promise<Report> {
  const stop = new AbortController();
  const end = (): void => stop.abort();
  process.on("SIGINT", end).on("SIGTERM", end);
  let refused = "";
  const once = async (): Promise<ReadonlySet<string> | null> => {
    try {
      // It runs for days: each sync has the day it is made on.
      const today = textOption(options, "today") === undefined ? dayInShanghai() : common.today;
      const synced = await syncOnce({ ...common, today }, desk, options);
      refused = "";
      await print(withStop(reportOf(synced, common, desk)).text);
      if (!stop.signal.aborted) printAside(words.watching(desk.inbox));
      return synced.stopped ? null : synced.imports.left;
    } catch (error) {
      const { message } = refusalIn(error);
      if (message !== refused) printAside(message);
      refused = message;
      return null;
    }
  };
  await keepSyncing({ look: () => lookInto(desk) }, once, desk.pause, stop.signal);
  process.off("SIGINT", end).off("SIGTERM", end);
  return { json: null, text: words.watchEnded, needsPerson: false };
}

/** While the inbox is out of reach there is nothing new in it. */
async function lookInto(desk: SyncDesk): Promise<InboxLook> {
  try {
    return await (await desk.places()).inbox.look();
  } catch (error) {
    refusalIn(error);
    return { ready: [], waiting: [] };
  }
}

/** What was refused for now; anything else goes on its way. */
function refusalIn(error: unknown): { readonly message: string } {
  const explained = explain(error);
  if (explained.exit !== 3) throw error;
  return explained;
}
