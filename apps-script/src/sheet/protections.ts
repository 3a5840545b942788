import type { Area, Closed } from "../../domain/changes/closed";

type App = GoogleAppsScript.Spreadsheet.SpreadsheetApp;
type Range = GoogleAppsScript.Spreadsheet.Range;

/**
 * The cells that are protected against whoever runs the script. The owner may always write, and a protection that only
 * warns stops nobody. Who else may is told to those who may alone.
 * https://developers.google.com/apps-script/reference/spreadsheet/protection
 */
export function closedIn(app: App, book: GoogleAppsScript.Spreadsheet.Spreadsheet): Closed[] {
  const { SHEET, RANGE } = app.ProtectionType;
  return [SHEET, RANGE]
    .flatMap((type) => book.getProtections(type))
    .filter((protection) => !protection.canEdit() && !protection.isWarningOnly())
    .map((protection) => {
      const range = protection.getRange();
      const open = protection.getUnprotectedRanges().map(areaOf);
      return { sheet: range.getSheet().getName(), area: areaOf(range), open, editors: [] };
    });
}

/** An area that reaches the edge of the grid goes on where the grid grows. */
function areaOf(range: Range): Area {
  const sheet = range.getSheet();
  const [bottom, right] = [range.getLastRow(), range.getLastColumn()];
  return {
    top: range.getRow(),
    left: range.getColumn() - 1,
    bottom: bottom >= sheet.getMaxRows() ? null : bottom,
    right: right >= sheet.getMaxColumns() ? null : right - 1,
  };
}
