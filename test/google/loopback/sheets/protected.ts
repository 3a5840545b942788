import type { sheets_v4 } from "googleapis/build/src/apis/sheets";
import type { ProtectionModel } from "../../workbook/furniture";
import { mayEdit } from "../../workbook/protect";
import type { SheetModel } from "../../workbook/sheet-model";
import type { InMemoryWorkbook } from "../../workbook/workbook";
import { gridRangeOf, placeOfGridRange } from "./grid-range";

/** The whole sheet when the protection has no area. Editors are told to those who may edit. */
export function protectedOut(sheet: SheetModel, one: ProtectionModel, index: number): sheets_v4.Schema$ProtectedRange {
  const canEdit = mayEdit(one, sheet);
  const [area] = one.areas;
  return {
    protectedRangeId: sheet.id + index + 1,
    range: area ? gridRangeOf(sheet, area) : sheet.id === 0 ? {} : { sheetId: sheet.id },
    ...(one.description === "" ? {} : { description: one.description }),
    ...(one.warningOnly ? { warningOnly: true } : {}),
    ...(canEdit ? { requestingUserCanEdit: true } : {}),
    ...(canEdit && !one.warningOnly && one.editors !== null ? { editors: { users: one.editors } } : {}),
    ...(one.unprotected.length > 0 ? { unprotectedRanges: one.unprotected.map((open) => gridRangeOf(sheet, open)) } : {}),
  };
}

/** Without editors, those of the document are. */
export function addProtected(book: InMemoryWorkbook, given: sheets_v4.Schema$AddProtectedRangeRequest): object {
  const { range, description, warningOnly, editors, unprotectedRanges } = given.protectedRange ?? {};
  const { sheet, area } = placeOfGridRange(book, range);
  const isSheet = [range?.startRowIndex, range?.startColumnIndex, range?.endRowIndex, range?.endColumnIndex].every(
    (end) => end == null,
  );
  const protection: ProtectionModel = {
    kind: isSheet ? "SHEET" : "RANGE",
    areas: isSheet ? [] : [area],
    unprotected: (unprotectedRanges ?? []).map((open) => placeOfGridRange(book, open).area),
    description: description ?? "",
    warningOnly: warningOnly ?? false,
    editors: editors?.users ? [...editors.users] : null,
  };
  sheet.protections.push(protection);
  return { protectedRange: protectedOut(sheet, protection, sheet.protections.length - 1) };
}
