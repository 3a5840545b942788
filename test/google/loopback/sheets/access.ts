import type { InMemoryWorkbook } from "../../workbook/workbook";
import { ApiError, forbidden, notFound } from "../api-error";
import { isInScope } from "../drive/access";
import type { ApiRequest } from "../router";
import type { World } from "../world";

/** The spreadsheet, when it is there and the caller may do that to it. */
export function bookOf({ params, caller }: ApiRequest, { drive, books }: World, access: "read" | "write"): InMemoryWorkbook {
  const file = drive.files.get(params.spreadsheetId ?? "");
  if (!file || !isInScope(file, caller, ["spreadsheets", "spreadsheets.readonly", "drive", "drive.readonly"])) throw notFound();
  const isAllowed = access === "write" ? drive.mayEdit(file, caller.email) : drive.roleOf(file, caller.email) !== null;
  if (!isAllowed) throw forbidden();
  const book = books.get(file.id);
  if (!book) throw new ApiError("FAILED_PRECONDITION", "This operation is not supported for this document");
  return book;
}

/** The file was changed just now. */
export function touch({ params }: ApiRequest, { drive, clock }: World): void {
  const file = drive.files.get(params.spreadsheetId ?? "");
  if (file) file.modifiedTime = clock.now();
}
