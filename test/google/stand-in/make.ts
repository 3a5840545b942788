/// <reference types="google-apps-script" />
import { createGoogle, type Google, type GoogleOptions } from "../google";

/** A spreadsheet in Shanghai with one empty sheet, in March 2024. */
export function makeGoogle(options: Partial<GoogleOptions> = {}): Google {
  const now = (): number => Date.UTC(2024, 2, 1, 4);
  return createGoogle({ timeZone: "Asia/Shanghai", scriptTimeZone: "Asia/Shanghai", now, ...options });
}

/** The first sheet as a script sees it. */
export function firstSheet(google: Google): GoogleAppsScript.Spreadsheet.Sheet {
  const [sheet] = google.services.SpreadsheetApp.getActiveSpreadsheet().getSheets();
  if (!sheet) throw new Error("no sheet");
  return sheet;
}
