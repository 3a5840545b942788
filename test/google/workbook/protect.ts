import { type Area, covers, overlaps } from "./area";
import type { ProtectionModel } from "./furniture";
import type { SheetModel } from "./sheet-model";
import { SheetsError } from "./sheets-error";

/** The words of both SpreadsheetApp and the REST API, which puts `Invalid requests[0].updateCells: ` before them. */
export const PROTECTED =
  "You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.";

/**
 * Whoever is at work. The owner of a spreadsheet may always write, a protection that only warns stops no program, and one
 * whose editors nobody named mirrors those of the document.
 * https://developers.google.com/apps-script/reference/spreadsheet/protection
 */
export function mayEdit({ warningOnly, editors }: ProtectionModel, { workbook }: SheetModel): boolean {
  const { person, owner } = workbook;
  return person === null || person === owner || warningOnly || editors === null || editors.includes(person);
}

/** Refuses an area when a cell of it is protected against whoever is at work. */
export function refuseProtected(sheet: SheetModel, area: Readonly<Area>): void {
  if (sheet.workbook.person === null || sheet.protections.length === 0) return;
  if (sheet.protections.some((one) => !mayEdit(one, sheet) && touches(one, area))) throw new SheetsError(PROTECTED);
}

/** Refuses what changes a sheet's lines: on a protected sheet, and where they cut through a protected range. */
export function refuseProtectedLines(sheet: SheetModel, dimension: "rows" | "columns", at: number, count: number): void {
  const [start, length] = dimension === "rows" ? (["row", "rows"] as const) : (["column", "columns"] as const);
  const isCut = (area: Area): boolean => at < area[start] + area[length] && area[start] < at + count;
  refuse(sheet, ({ kind, areas }) => kind === "SHEET" || areas.some(isCut));
}

/** Lines come in before line `at`: in the middle of a protected range they would become part of it. */
export function refuseProtectedGap(sheet: SheetModel, dimension: "rows" | "columns", at: number): void {
  const [start, length] = dimension === "rows" ? (["row", "rows"] as const) : (["column", "columns"] as const);
  const isInside = (area: Area): boolean => area[start] < at && at < area[start] + area[length];
  refuse(sheet, ({ kind, areas }) => kind === "SHEET" || areas.some(isInside));
}

/** Refuses what concerns a sheet as a whole. */
export function refuseProtectedSheet(sheet: SheetModel): void {
  refuse(sheet, ({ kind }) => kind === "SHEET");
}

function refuse(sheet: SheetModel, concerns: (protection: ProtectionModel) => boolean): void {
  if (sheet.protections.some((one) => concerns(one) && !mayEdit(one, sheet))) throw new SheetsError(PROTECTED);
}

function touches({ kind, areas, unprotected }: ProtectionModel, area: Readonly<Area>): boolean {
  if (kind === "RANGE") return areas.some((one) => overlaps(one, area));
  if (unprotected.length === 0) return true;
  for (let row = area.row; row < area.row + area.rows; row++) {
    for (let column = area.column; column < area.column + area.columns; column++) {
      if (!unprotected.some((open) => covers(open, row, column))) return true;
    }
  }
  return false;
}
