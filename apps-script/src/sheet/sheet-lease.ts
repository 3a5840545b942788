import { LEASE_TITLE, leaseText, MENU_LEASE, readLease } from "../../domain/operations/lease";
import { Refusal } from "../../domain/refusal";
import { busyCommandLine, busyElsewhere, leaseWho } from "../wording";

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** Held by the run that may write. */
export interface SheetLock {
  release(): void;
}

/**
 * Takes the tab `_锁`, so that no command line writes meanwhile. Whoever calls this holds the document lock: a tab that a
 * menu run left is a dead one's.
 */
export function takeLease(spreadsheet: Spreadsheet, utilities: GoogleAppsScript.Utilities.Utilities): SheetLock {
  removeDead(spreadsheet);
  const active = spreadsheet.getActiveSheet();
  const lease = inserted(spreadsheet);
  lease
    .getRange(1, 1)
    .setValue(leaseText({ by: "菜单", token: utilities.getUuid(), who: leaseWho(), until: Date.now() + MENU_LEASE }));
  // A new tab comes to the front; the person goes on seeing their own.
  spreadsheet.setActiveSheet(active);
  return {
    release: () => {
      // Somebody may have deleted the tab by hand.
      if (spreadsheet.getSheetByName(LEASE_TITLE)) spreadsheet.deleteSheet(lease);
    },
  };
}

function removeDead(spreadsheet: Spreadsheet): void {
  const found = spreadsheet.getSheetByName(LEASE_TITLE);
  if (!found) return;
  const note = readLease(found.getRange(1, 1).getValue());
  if (note?.by === "命令行" && note.until > Date.now()) throw new Refusal("busy", busyCommandLine(note.who));
  spreadsheet.deleteSheet(found);
}

/** Fails when the command line was quicker: two tabs can't have one title. */
function inserted(spreadsheet: Spreadsheet): GoogleAppsScript.Spreadsheet.Sheet {
  try {
    return spreadsheet.insertSheet(LEASE_TITLE);
  } catch (error) {
    if (!spreadsheet.getSheetByName(LEASE_TITLE)) throw error;
    throw new Refusal("busy", busyElsewhere());
  }
}
