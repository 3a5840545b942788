import { operationOf } from "../../../../apps-script/domain/operations/operation";
import { ALL_TITLE, runAll } from "../../../../apps-script/domain/rules/actions";
import { perform, type Receipt, type Terms } from "../../perform";
import type { SyncOptions, SyncPlaces } from "./places";
import { type SentOut, sendOut } from "./send-out";
import { type TakenIn, takeIn } from "./take-in";

export interface Synced {
  readonly imports: TakenIn;
  readonly actions: Receipt;
  readonly exports: SentOut;
}

/**
 * One day's exchange: takes in what came, runs every action, sends what changed. Each step is one atomic write of the
 * workbook, and what it leaves to do besides is found again from the workbook, the inbox and the held answers; so a sync
 * that was cut off anywhere is finished by the next one, which ends where an undisturbed one does.
 */
export function sync(places: SyncPlaces, terms: Terms, options: SyncOptions = {}): Promise<Synced> {
  const { host, inbox, outbox, answers } = places;
  const all = operationOf("all", ALL_TITLE, runAll);
  return answers.exclusively(() =>
    inbox.exclusively(async () => {
      // Before a hundred files are read: whether the workbook can be written at all.
      await host.exclusively(async () => undefined);
      await outbox.prepare();
      const imports = await takeIn(places, terms, options);
      const actions = await perform(host, all, terms);
      return { imports, actions, exports: await sendOut(places, terms) };
    }),
  );
}
