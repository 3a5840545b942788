import type { AddOn } from "./add-on";

/** A tab as a person at the desk has it in front of them: rows of the sheet, columns by header. */
export interface Desk {
  value(tab: string, row: number, header: string): unknown;
  lastRow(tab: string): number;
  /** Changes a cell without an event, as a script or an import does. */
  put(tab: string, row: number, header: string, text: string): void;
  /** Types into a cell; the script hears of it. */
  type(tab: string, row: number, header: string, text: string): void;
  /** Pastes lines of cells; the script gets one event for all of them. */
  paste(tab: string, row: number, header: string, lines: readonly (readonly string[])[]): void;
}

/** `headerRow` is where the headers stand in every tab. */
export function deskOf(addOn: AddOn, headerRow = 1): Desk {
  const { google } = addOn;
  const sheetOf = (tab: string) => {
    const sheet = google.workbook.sheetTitled(tab);
    if (!sheet) throw new Error(`no tab ${tab}`);
    return sheet;
  };
  const columnOf = (tab: string, header: string): number => {
    const sheet = sheetOf(tab);
    const places = Array.from({ length: sheet.lastColumn() }, (_, index) => index + 1);
    const column = places.find((place) => sheet.value(headerRow, place) === header);
    if (column === undefined) throw new Error(`no column ${header} in ${tab}`);
    return column;
  };
  /** A simple trigger gets an event, a restricted authorisation, and nobody to talk to. */
  const tell = (event: unknown): void => {
    google.setAuthMode("LIMITED");
    addOn.call("onEdit", event);
    google.setAuthMode("FULL");
  };
  return {
    value: (tab, row, header) => sheetOf(tab).value(row, columnOf(tab, header)),
    lastRow: (tab) => sheetOf(tab).lastRow(),
    put: (tab, row, header, text) => sheetOf(tab).enter(row, columnOf(tab, header), text),
    type: (tab, row, header, text) => tell(google.type(tab, row, columnOf(tab, header), text)),
    paste: (tab, row, header, lines) => {
      const column = columnOf(tab, header);
      lines.forEach((cells, down) => {
        cells.forEach((text, across) => {
          sheetOf(tab).enter(row + down, column + across, text);
        });
      });
      const book = google.services.SpreadsheetApp.getActiveSpreadsheet();
      const range = book.getSheetByName(tab)?.getRange(row, column, lines.length, lines[0]?.length ?? 1);
      tell({ range, source: book, authMode: "LIMITED" });
    },
  };
}
