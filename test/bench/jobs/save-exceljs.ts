import { argument, report } from "./report";

/** Loads a workbook and saves it elsewhere, changing nothing. */
void report(async () => {
  const { Workbook } = (await import("exceljs")).default;
  const book = new Workbook();
  await book.xlsx.readFile(argument(0));
  await book.xlsx.writeFile(argument(1));
  return {};
});
