import type { CellWrite } from "../../../apps-script/domain/changes/write-plan";
import { guideHeading, guideTitle } from "../wording/new-workbook";
import { ownLimits } from "../xlsx/book-reading";
import { patchWorkbook } from "../xlsx/patch/patch-workbook";
import { readWorkbook } from "../xlsx/read-workbook";
import type { XlsxHost } from "../xlsx/xlsx-host";

/** The bytes of the new book: the old file as `host` read it, with these cells. Staff's own tabs and all looks stay. */
export async function newFile(host: XlsxHost, writes: readonly CellWrite[], oldYear: number): Promise<Buffer> {
  return underItsYear(await host.copyWith(writes), oldYear);
}

/** 说明 names the year in its heading, if staff have left that as it was. */
async function underItsYear(bytes: Buffer, oldYear: number): Promise<Buffer> {
  const { sheets } = await readWorkbook(bytes, { sheets: [guideTitle], limits: ownLimits, label: guideTitle });
  const cells = sheets.flatMap(({ rows }) =>
    rows.flatMap(({ at, cells: row }) =>
      row.flatMap((cell, column) => (cell === guideHeading(oldYear) ? [{ row: at, column: column + 1 }] : [])),
    ),
  );
  const edits = cells.map((place) => ({ ...place, value: guideHeading(oldYear + 1), kind: "text" as const }));
  return patchWorkbook(bytes, [{ sheet: guideTitle, cells: edits }]);
}
