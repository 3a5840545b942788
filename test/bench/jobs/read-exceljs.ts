import { filesOf } from "./files";
import { argument, report } from "./report";

void report(async () => {
  const { Workbook } = (await import("exceljs")).default;
  let values = 0;
  for (const path of await filesOf(argument(0))) {
    const book = new Workbook();
    await book.xlsx.readFile(path);
    book.eachSheet((sheet) =>
      sheet.eachRow((row) =>
        row.eachCell((cell) => {
          if (cell.value !== null) values++;
        }),
      ),
    );
  }
  return { values };
});
