import type { Terms } from "../domain/operations/run";
import { Refusal } from "../domain/refusal";
import { noClerk } from "../domain/wording/serving";
import { savedClerk } from "./clerk";
import { GoogleSheetHost } from "./google-sheet-host";

/** The day and the moment at the centre, whatever the zone of the Sheet. */
const ZONE = "Asia/Shanghai";

export function hostHere(): GoogleSheetHost {
  return new GoogleSheetHost({ SpreadsheetApp, LockService, Utilities });
}

export function todayHere(): string {
  return Utilities.formatDate(new Date(), ZONE, "yyyy-MM-dd");
}

export function momentNow(): string {
  return Utilities.formatDate(new Date(), ZONE, "yyyy-MM-dd'T'HH:mm:ssXXX");
}

/** The day, and who writes at what moment. */
export function termsNow(): Terms {
  const clerk = savedClerk();
  if (clerk === null) throw new Refusal("no-clerk", noClerk());
  return { today: todayHere(), head: { time: momentNow(), clerk, source: "菜单" } };
}
