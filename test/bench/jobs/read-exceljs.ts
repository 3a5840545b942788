import { filesOf } from "./files";
import { argument, report } from "./report";

/** What is not a value: every cell of a validated range becomes an object of its own. */
const NO_VALUES = ["dataValidations", "conditionalFormatting", "pageSetup", "printOptions", "headerFooter"];

/** `path [values]`: with `values`, all parts of a sheet that exceljs can be told to leave out are left out. */
void report(async () => {
  const { Workbook } = (await import("exceljs")).default;
  let values = 0;
  const options = process.argv[3] === "values" ? { ignoreNodes: NO_VALUES } : {};
  for (const path of await filesOf(argument(0))) {
    const book = new Workbook();
    await book.xlsx.readFile(path, options);
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
