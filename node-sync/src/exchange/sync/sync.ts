import type { Host } from "../../../../apps-script/domain/operations/host";
import { operationOf } from "../../../../apps-script/domain/operations/operation";
import { ALL_TITLE, runAll } from "../../../../apps-script/domain/rules/actions";
import { perform, type Receipt, type Terms } from "../../perform";
import type { Outbox } from "../export/outbox";
import type { HeldAnswers } from "./held-answers";
import type { Inbox } from "./inbox";
import { type SentOut, sendOut } from "./send-out";
import { type TakenIn, takeIn } from "./take-in";

/** What a sync works on. None of them need be on this PC. */
export interface SyncPlaces {
  readonly host: Host;
  readonly inbox: Inbox;
  readonly outbox: Outbox;
  readonly answers: HeldAnswers;
}

export interface SyncOptions {
  /** Takes returned files that would stop with a question. */
  readonly force?: boolean | undefined;
  /** Reads every returned .xlsx with a second reader and takes it only if both agree; so unless `false`. */
  readonly verify?: boolean | undefined;
}

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
