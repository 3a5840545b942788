import type { sheets_v4 } from "googleapis/build/src/apis/sheets";
import type { CellBlock } from "../../../apps-script/domain/snapshot/grid";

/** The part of a field mask that tells which cells people merged; of the whole tab, whichever ranges are asked for. */
export const MERGES = "merges";

export function mergesOf({ merges }: sheets_v4.Schema$Sheet): CellBlock[] {
  return (merges ?? []).map(({ startRowIndex, endRowIndex, startColumnIndex, endColumnIndex }) => ({
    kind: "merged",
    firstRow: (startRowIndex ?? 0) + 1,
    lastRow: endRowIndex ?? 0,
    firstColumn: startColumnIndex ?? 0,
    lastColumn: (endColumnIndex ?? 0) - 1,
  }));
}
