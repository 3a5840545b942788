import { filesOf } from "./files";
import { argument, report } from "./report";

void report(async () => {
  const { readWorkbook } = await import("../../../node-sync/src/xlsx/read-workbook");
  let values = 0;
  for (const path of await filesOf(argument(0))) {
    const { sheets } = await readWorkbook(path);
    for (const { rows } of sheets) for (const { cells } of rows) for (const cell of cells) if (cell !== null) values++;
  }
  return { values };
});
