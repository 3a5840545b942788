import type { Workbook, Worksheet } from "exceljs";

/** A list's rows as somebody else's program writes them. */
export type Rows = readonly (readonly (string | number)[])[];

/** An .xlsx with one sheet, filled by hand. */
export async function xlsxOf(fill: (sheet: Worksheet) => void): Promise<Buffer> {
  const exceljs = await import("exceljs");
  const book: Workbook = new exceljs.default.Workbook();
  fill(book.addWorksheet("Sheet1"));
  return Buffer.from(await book.xlsx.writeBuffer());
}

/** An .xls as old programs and the provincial system write it. */
export async function xlsOf(rows: Rows, title: string): Promise<Buffer> {
  const XLSX = await import("@e965/xlsx");
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(rows.map((row) => [...row])), title);
  return XLSX.write(book, { type: "buffer", bookType: "biff8" }) as Buffer;
}

/** A CSV as Excel saves it in China: GB18030. */
export async function csvOf(rows: Rows): Promise<Buffer> {
  const { default: iconv } = await import("iconv-lite");
  return iconv.encode([...rows.map((row) => row.join(",")), ""].join("\r\n"), "gb18030");
}
