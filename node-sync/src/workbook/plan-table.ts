import { loadExcel } from "./excel";

const WIDTHS = [16, 14, 18, 24, 20, 18, 8, 80];
const LINE = 16;
const EDGE = { style: "thin" } as const;

/** A table of texts as staff edit it: a workbook, or with the ending `.csv` text that Excel reads as UTF-8. */
export async function planTableFile(table: readonly (readonly string[])[], ending: string): Promise<Uint8Array> {
  return ending === ".csv" ? Buffer.from(`\ufeff${table.map(csvLine).join("\r\n")}\r\n`) : workbookOf(table);
}

function csvLine(cells: readonly string[]): string {
  return cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(",");
}

async function workbookOf(table: readonly (readonly string[])[]): Promise<Uint8Array> {
  const { Workbook } = await loadExcel();
  const book = new Workbook();
  const page = { orientation: "landscape", paperSize: 9, fitToPage: true, fitToWidth: 1, fitToHeight: 0 } as const;
  const sheet = book.addWorksheet("培训计划", { views: [{ state: "frozen", ySplit: 2 }], pageSetup: page });
  sheet.columns = WIDTHS.map((width) => ({ width }));
  for (const [place, cells] of table.entries()) {
    const row = sheet.addRow([...cells]);
    row.height = LINE * Math.max(...cells.map(place === 0 ? () => 1.5 : linesOf));
    if (place < 2) row.font = { bold: true, size: place === 0 ? 14 : 11 };
    row.eachCell({ includeEmpty: true }, (cell) => {
      cell.numFmt = "@";
      cell.alignment = { vertical: "middle", wrapText: place > 0, horizontal: place < 2 ? "center" : "left" };
      if (place > 0) cell.border = { top: EDGE, bottom: EDGE, left: EDGE, right: EDGE };
    });
  }
  sheet.mergeCells(1, 1, 1, WIDTHS.length);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

/** No program fits the height of a row that comes with one, and not all fit others. A Chinese character is two wide. */
function linesOf(cell: string, place: number): number {
  const width = [...cell].reduce((sum, sign) => sum + (sign.charCodeAt(0) < 0x80 ? 1 : 2), 0);
  return Math.max(1, Math.ceil(width / ((WIDTHS[place] ?? 12) - 2)));
}
