import { TABLES, type Table, tableTitled } from "../../../apps-script/domain/schema/index";
import { guideTitle } from "../wording/new-workbook";
import { ownLimits } from "../xlsx/book-reading";
import { type CellValue, readWorkbook, type SheetValues } from "../xlsx/read-workbook";
import { serialText } from "../xlsx/serials";
import { contentFrom, type Source } from "./source";
import type { Content, TabContent } from "./tab-content";

/** Excel counts a 29 February 1900, so days before are other numbers elsewhere: they go over as texts. */
const FIRST_SURE_DAY = 61;

/** Everything in the tabs of a workbook file. Formulas without a result are empty. */
export async function readBook(source: Buffer, label: string): Promise<Source> {
  const titles = Object.values<Table>(TABLES).map(({ title }) => title);
  const { sheets, sheetNames } = await readWorkbook(source, { sheets: titles, limits: ownLimits, label, moments: true });
  const count = ({ formulas }: SheetValues): number => [...formulas.values()].reduce((sum, { length }) => sum + length, 0);
  return {
    tabs: sheets.flatMap((sheet) => contentOf(sheet) ?? []),
    others: sheetNames.filter((title) => !tableTitled(title) && title !== guideTitle),
    formulas: new Map(sheets.map((sheet) => [sheet.name, count(sheet)] as const).filter(([, formulas]) => formulas > 0)),
  };
}

function contentOf(sheet: SheetValues): TabContent | null {
  const table = tableTitled(sheet.name);
  if (!table) return null;
  const rows = sheet.rows.map(({ at, cells }) => {
    const moments = sheet.moments.get(at);
    return {
      at,
      cells: cells.map((value, column): Content => {
        const moment = moments?.get(column);
        if (!moment) return plain(value);
        const isUnsure = !moment.isSpan && moment.serial >= 1 && moment.serial < FIRST_SURE_DAY;
        return isUnsure ? plain(serialText(moment.serial, false)) : { kind: "moment", ...moment };
      }),
    };
  });
  return contentFrom(table, rows);
}

function plain(value: CellValue): Content {
  if (value === null || value === "") return null;
  if (typeof value === "number") return { kind: "number", number: value };
  if (typeof value === "boolean") return { kind: "truth", truth: value };
  return { kind: "text", text: typeof value === "string" ? value : value.error };
}
