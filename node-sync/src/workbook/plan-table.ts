import { loadExcel } from "./excel";

const WIDTHS = [16, 12, 14, 22, 20, 18, 8, 90];

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
  sheet.addRows(table.map((cells) => [...cells]));
  sheet.columns.forEach((column, place) => {
    column.width = WIDTHS[place] ?? 12;
    column.numFmt = "@";
    column.alignment = { vertical: "middle", wrapText: true };
  });
  const [title, header] = [sheet.getRow(1), sheet.getRow(2)];
  sheet.mergeCells(1, 1, 1, WIDTHS.length);
  title.font = { bold: true, size: 14 };
  title.alignment = { horizontal: "center" };
  header.font = { bold: true };
  return new Uint8Array(await book.xlsx.writeBuffer());
}
