import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { exportOperation } from "../../../apps-script/domain/exchange/export";
import { contextOf } from "../../../apps-script/domain/rules/context";
import { snapshotOf } from "../../../apps-script/domain/snapshot/snapshot";
import { UnitBooks } from "../../../node-sync/src/exchange/export/unit-book";
import { XlsxHost } from "../../../node-sync/src/xlsx/xlsx-host";
import { BENCH_DAY } from "../data/book";
import { argument, report } from "./report";

/** The files of an export and nothing else, as `write-exceljs` writes its own: `workbook folder`. */
void report(async () => {
  const snapshot = snapshotOf(await new XlsxHost(argument(0)).read());
  const { files } = exportOperation({}).decide(snapshot, contextOf(snapshot, BENCH_DAY)).report;
  const folder = argument(1);
  await mkdir(folder, { recursive: true });
  const begin = performance.now();
  const books = new UnitBooks();
  for (const file of files) await writeFile(join(folder, file.file), await books.bytes(file));
  return { ms: performance.now() - begin, files: files.length };
});
