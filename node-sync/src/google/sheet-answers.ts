import { join } from "node:path";
import { LocalSetAside } from "../exchange/set-aside";
import { LocalAnswers } from "../exchange/sync/local-answers";
import { ownFolder } from "../files/own-folder";
import { sheetCalled } from "../wording/google";

/**
 * Held answers of a Google Sheet, in the user's own folder on this PC, with the lock that lets one sync of the Sheet run on
 * this PC at a time.
 *
 * PCs that sync one Sheet at the same time are not kept apart for the whole of it, only while each of them writes (the tab
 * `_锁`). That is enough: a step decides from the Sheet as it reads it under the lease, so a file that both PCs have read is
 * new to the one that comes first and known from 往来 to the other, which owes no answer for it; a file that is not where it
 * was is not moved again; and each run holds every unit's file against the newest generation in the Sheet, so an older one
 * that a slower PC put over it lasts until the next sync. Two PCs that make a unit's first file in Drive in the same second
 * leave two of one name: the older is kept up to date from then on. An answer is sent by the PC that took the file in, at its
 * next sync if it was cut off.
 */
export function sheetAnswers(sheetId: string): LocalAnswers {
  return new LocalAnswers(placeOf(sheetId), sheetCalled(sheetId));
}

/** Files that were too much for the readers of this PC. */
export function sheetSetAside(sheetId: string): LocalSetAside {
  return new LocalSetAside(placeOf(sheetId));
}

function placeOf(sheetId: string): string {
  return join(ownFolder(), "sheets", sheetId);
}
