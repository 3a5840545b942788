import type { Google } from "../google";
import { deleteLines, insertLines, moveLines } from "../workbook/lines";
import type { SheetModel } from "../workbook/sheet-model";
import { sortArea } from "../workbook/sort";
import type { SheetLab } from "./sheet-lab";

export function sheetTitled(google: Pick<Google, "workbook">, title: string): SheetModel {
  const sheet = google.workbook.sheetTitled(title);
  if (!sheet) throw new Error(`no sheet ${title}`);
  return sheet;
}

/** The column (from 1) under a header. */
export function columnTitled(sheet: SheetModel, title: string, headerRow = 1): number {
  for (let column = 1; column <= sheet.maxColumns; column++) if (sheet.value(headerRow, column) === title) return column;
  throw new Error(`no column ${title}`);
}

/** What people do to a tab between two calls of a script. */
export const DISTURBANCES: Readonly<Record<string, (sheet: SheetModel) => void>> = {
  "sorts by name, backwards": (sheet) => sortBy(sheet, "姓名", false),
  "sorts by note": (sheet) => sortBy(sheet, "备注", true),
  "inserts a row on top": (sheet) => insertLines(sheet, "rows", 2, 1, 2),
  "inserts two rows above the last one": (sheet) => insertLines(sheet, "rows", sheet.lastRow(), 2, sheet.lastRow()),
  "deletes the second person": (sheet) => deleteLines(sheet, "rows", 3, 1),
  "deletes the last person": (sheet) => deleteLines(sheet, "rows", sheet.lastRow(), 1),
  "moves a column to the end": (sheet) => moveLines(sheet, "columns", columnTitled(sheet, "证件号"), 1, sheet.lastColumn() + 1),
  "inserts a column in front": (sheet) => insertLines(sheet, "columns", 1, 1, 1),
};

function sortBy(sheet: SheetModel, title: string, ascending: boolean): void {
  const area = { row: 2, column: 1, rows: sheet.lastRow() - 1, columns: sheet.maxColumns };
  sortArea(sheet, area, [{ column: columnTitled(sheet, title), ascending }]);
}

/** Does something right before the n-th call to the document (from 1); returns whether it came to that. */
export function atCall(lab: SheetLab, n: number, act: () => void): () => boolean {
  let calls = 0;
  let done = false;
  const stop = lab.google.onCall((name) => {
    if (!/^(Sheet|Range|RangeList|Spreadsheet|SpreadsheetApp)\./.test(name)) return;
    if (++calls !== n) return;
    done = true;
    act();
  });
  return () => {
    stop();
    return done;
  };
}

/** From the n-th call on, every service call fails: the script is dead. */
export function dieAtCall(lab: SheetLab, n: number): () => boolean {
  let calls = 0;
  const stop = lab.google.onCall(() => {
    if (++calls >= n) throw new Error("cut off");
  });
  return () => {
    stop();
    lab.google.locks.release("document");
    return calls >= n;
  };
}
