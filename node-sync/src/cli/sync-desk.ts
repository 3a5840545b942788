import { join } from "node:path";
import { LocalOutbox } from "../exchange/export/local-outbox";
import type { OutFile } from "../exchange/export/outbox";
import { checkFolders } from "../exchange/sync/folders";
import { LocalInbox } from "../exchange/sync/local-inbox";
import type { SyncPlaces } from "../exchange/sync/places";
import { type Pause, pauseBy, pauseFor } from "../exchange/sync/watch";
import { UsageError } from "../refusal";
import { badFolderId, folderCalled, OUTBOX_FOLDER } from "../wording/drive";
import * as words from "../wording/sync";
import { type Common, type Options, textOption } from "./command";
import { bookOf, importPlaces, setAsideOf } from "./session";

/** What a call of sync works on, and how it speaks of it. */
export interface SyncDesk {
  /** What staff call the inbox. */
  readonly inbox: string;
  /** Where staff find a file of the outbox. */
  pathOf(file: OutFile): string;
  /** Anew for each sync: what was found out for one may have changed by the next. */
  places(): Promise<SyncPlaces>;
  /** Waits until the inbox is worth another look. */
  readonly pause: Pause;
}

/** Nobody tells of new files in Drive, and looking costs three requests. */
const DRIVE_POLL = 60_000;

/**
 * The folders that the call names, here or in Drive.
 *
 * @throws {UsageError} unless they are named in one of the two ways
 * @throws {Refusal} see `checkFolders`
 */
export async function deskOf(common: Common, options: Options): Promise<SyncDesk> {
  const [inbox, outbox, drive] = ["inbox", "outbox", "driveFolder"].map((name) => textOption(options, name) ?? "");
  if (drive && (inbox || outbox)) throw new UsageError(words.folderOrDrive);
  if (drive) return driveDesk(common, folderIdIn(drive));
  if (!inbox) throw new UsageError(words.noInboxOption);
  if (!outbox) throw new UsageError(words.noOutboxOption);
  await checkFolders({ book: common.sheet === null ? bookOf(common) : null, inbox, outbox });
  return {
    inbox,
    pathOf: ({ name }) => join(outbox, name),
    places: async () => ({ ...(await document(common)), inbox: new LocalInbox(inbox), outbox: new LocalOutbox(outbox) }),
    pause: pauseBy(inbox),
  };
}

function driveDesk(common: Common, folder: string): SyncDesk {
  if (common.sheet === null) bookOf(common);
  return {
    inbox: folderCalled(folder),
    pathOf: ({ unit, name }) => join(OUTBOX_FOLDER, unit ?? "", name),
    places: async () => {
      const { openDrive } = await import("../google/drive/open-drive");
      return { ...(await document(common)), ...(await openDrive(folder)) };
    },
    pause: pauseFor(DRIVE_POLL),
  };
}

async function document(common: Common): Promise<Pick<SyncPlaces, "host" | "answers" | "setAside">> {
  return { ...(await importPlaces(common)), setAside: await setAsideOf(common) };
}

/** The id, also out of the address that the browser shows. */
function folderIdIn(text: string): string {
  const id = /\/folders\/([\w-]+)/.exec(text)?.[1] ?? text.trim();
  if (!/^[\w-]{10,}$/.test(id)) throw new UsageError(badFolderId(text));
  return id;
}
