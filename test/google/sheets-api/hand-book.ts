import * as XLSX from "@e965/xlsx";
import ExcelJS from "exceljs";

/** A cell as a person's program keeps it: days and times by serial number. */
export type HandCell = string | number | boolean | null | { readonly moment: number; readonly format: string };

export interface HandTab {
  readonly title: string;
  /** From the first row of the sheet. */
  readonly cells: readonly (readonly HandCell[])[];
}

/** A workbook file by another hand than the product's: exceljs. */
export async function handBook(tabs: readonly HandTab[]): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  for (const { title, cells } of tabs) {
    const sheet = book.addWorksheet(title);
    cells.forEach((line, row) => {
      line.forEach((cell, column) => {
        if (cell === null) return;
        const place = sheet.getCell(row + 1, column + 1);
        if (typeof cell === "string") {
          place.value = cell.replaceAll("_x", "_x005F_x").replaceAll("\r", "_x000D_");
          place.numFmt = "@";
        } else if (typeof cell === "object") {
          place.value = cell.moment;
          place.numFmt = cell.format;
        } else place.value = cell;
      });
    });
  }
  return Buffer.from(await book.xlsx.writeBuffer());
}

/** What a file holds, read by yet another program, SheetJS: kind and value of every cell, by tab and place. */
export function seenInBook(file: Buffer): Map<string, string> {
  const book = XLSX.read(file, { cellNF: true });
  const seen = new Map<string, string>();
  for (const title of book.SheetNames) {
    for (const [place, cell] of Object.entries(book.Sheets[title] ?? {})) {
      if (!place.startsWith("!")) seen.set(`${title} ${place}`, kindAndValue(cell as XLSX.CellObject));
    }
  }
  return seen;
}

/** Times to the second; a span of hours is another thing than a day. */
function kindAndValue({ t, v, z }: XLSX.CellObject): string {
  const format = String(z ?? "General");
  if (t !== "n" || !XLSX.SSF.is_date(format)) return `${t} ${JSON.stringify(v)}`;
  return `${format.includes("[h") ? "span" : "moment"} ${Math.round(Number(v) * 86_400)}`;
}
