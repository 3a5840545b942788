import { filesOf } from "./files";
import { argument, report } from "./report";

void report(async () => {
  const { default: readXlsxFile } = await import("read-excel-file/node");
  let values = 0;
  for (const path of await filesOf(argument(0))) {
    for (const { data } of await readXlsxFile(path)) for (const row of data) for (const cell of row) if (cell !== null) values++;
  }
  return { values };
});
