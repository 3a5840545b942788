import { operationOf } from "../../../../apps-script/domain/operations/operation";
import { ALL_TITLE, runAll } from "../../../../apps-script/domain/rules/actions";
import { type Stop, tryStep } from "../../half-way";
import { exclusively, hasWritten, notPerformed, perform, type Receipt, type Terms } from "../../perform";
import type { SyncOptions, SyncPlaces } from "./places";
import { nothingSent, type SentOut, sendOut } from "./send-out";
import { type TakenIn, takeIn } from "./take-in";

export interface Synced {
  readonly imports: TakenIn;
  readonly actions: Receipt;
  readonly exports: SentOut;
  /** Where it went no further, once something was written; steps that it did not come to say that nothing was done. */
  readonly stopped: Stop | null;
}

/**
 * One day's exchange: takes in what came, runs every action, sends what changed. Each step is one atomic write of the
 * workbook, and what it leaves to do besides is found again from the workbook, the inbox and the held answers; so a sync
 * that was cut off anywhere is finished by the next one, which ends where an undisturbed one does. Rejects only while nothing
 * was written.
 */
export function sync(places: SyncPlaces, terms: Terms, options: SyncOptions = {}): Promise<Synced> {
  const { host, inbox, outbox, answers } = places;
  const all = operationOf("all", ALL_TITLE, runAll);
  return answers.exclusively(() =>
    inbox.exclusively(async () => {
      // Before a hundred files are read: whether the workbook can be written at all.
      await exclusively(host, async () => undefined);
      await outbox.prepare();
      const imports = await takeIn(places, terms, options);
      let actions = notPerformed(all, terms);
      let exports = nothingSent(terms);
      const act = async (): Promise<void> => {
        actions = await perform(host, all, terms);
      };
      const send = async (): Promise<void> => {
        exports = await sendOut(places, terms, imports.due);
      };
      const stopped =
        imports.stopped ??
        (await tryStep("actions", act)) ??
        actions.stopped ??
        (await tryStep("export", send)) ??
        exports.stopped;
      const synced = { imports, actions, exports, stopped };
      if (stopped !== null && !isAnythingDone(synced)) throw stopped.error;
      return synced;
    }),
  );
}

function isAnythingDone({ imports, actions, exports }: Synced): boolean {
  return (
    [imports.receipt, actions, exports.receipt].some(hasWritten) ||
    imports.files.some(({ moved }) => moved !== null) ||
    [exports.files, exports.putAside, exports.replies, exports.earlier].some(({ length }) => length > 0)
  );
}
