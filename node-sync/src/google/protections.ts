import type { sheets_v4 } from "googleapis/build/src/apis/sheets";
import type { Area, Closed } from "../../../apps-script/domain/changes/closed";
import { GoogleRefused } from "./failure";
import type { Request } from "./sheets-client";

/** The part of a field mask that tells who may write where; `requestingUserCanEdit` is left out when it is false. */
export const PROTECTIONS = "protectedRanges(range,unprotectedRanges,warningOnly,requestingUserCanEdit,editors(users,groups))";

/** The cells of a tab that are protected against this account; a protection that only warns stops no program. */
export function closedIn(title: string, { protectedRanges }: sheets_v4.Schema$Sheet): Closed[] {
  return (protectedRanges ?? [])
    .filter(({ warningOnly, requestingUserCanEdit }) => !warningOnly && !requestingUserCanEdit)
    .map(({ range, unprotectedRanges, editors }) => ({
      sheet: title,
      area: areaOf(range ?? {}),
      open: (unprotectedRanges ?? []).map(areaOf),
      editors: [...(editors?.users ?? []), ...(editors?.groups ?? [])],
    }));
}

function areaOf({ startRowIndex, startColumnIndex, endRowIndex, endColumnIndex }: sheets_v4.Schema$GridRange): Area {
  return {
    top: (startRowIndex ?? 0) + 1,
    left: startColumnIndex ?? 0,
    bottom: endRowIndex ?? null,
    right: endColumnIndex == null ? null : endColumnIndex - 1,
  };
}

/** The tab that a refused batch was refused for: Google names the request (`Invalid requests[3].updateCells: …`). */
export function refusedSheet(error: unknown, requests: readonly Request[]): number | null {
  if (!(error instanceof GoogleRefused) || error.code !== "protected") return null;
  const { message = "" } = (error.cause ?? {}) as { readonly message?: string };
  const request = requests[Number(/requests\[(\d+)\]/.exec(message)?.[1] ?? Number.NaN)];
  return request ? (request.updateCells?.start?.sheetId ?? request.appendDimension?.sheetId ?? null) : null;
}
