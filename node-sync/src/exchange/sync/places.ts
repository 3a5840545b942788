import type { Host } from "../../../../apps-script/domain/operations/host";
import type { Outbox } from "../export/outbox";
import type { SetAside } from "../set-aside";
import type { HeldAnswers } from "./held-answers";
import type { Inbox } from "./inbox";

/** What a sync works on. None of them need be on this PC. */
export interface SyncPlaces {
  readonly host: Host;
  readonly inbox: Inbox;
  readonly outbox: Outbox;
  readonly answers: HeldAnswers;
  readonly setAside: SetAside;
}

export interface SyncOptions {
  /** Takes returned files that would stop with a question. */
  readonly force?: boolean | undefined;
  /** Reads every returned .xlsx with a second reader and takes it only if both agree; so unless `false`. */
  readonly verify?: boolean | undefined;
}
