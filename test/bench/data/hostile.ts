import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { exportFiles } from "../../../node-sync/src/exchange/export/export-files";
import { XlsxHost } from "../../../node-sync/src/xlsx/xlsx-host";
import { hostileFiles } from "../../support/hostile-files";
import { SENT_UNITS, sentOffice } from "../../support/sent-office";
import { BENCH_DAY } from "./book";

/** What a data set of hostile files holds: the workbook, and in a folder the files and the one that they were made of. */
export const HOSTILE_SET = { book: "名册.xlsx", files: "收件", sent: "原样.xlsx" } as const;

export async function writeHostile(folder: string): Promise<void> {
  const [unit] = SENT_UNITS;
  const [book, files] = [join(folder, HOSTILE_SET.book), join(folder, HOSTILE_SET.files)];
  await mkdir(files, { recursive: true });
  await writeFile(book, await sentOffice());
  const head = { time: `${BENCH_DAY}T09:00:00+08:00`, clerk: "演示", source: "命令行" } as const;
  await exportFiles(new XlsxHost(book), { today: BENCH_DAY, head }, { out: folder, units: [unit] });
  const sent = await readFile(join(folder, `${unit}.xlsx`));
  await writeFile(join(files, HOSTILE_SET.sent), sent);
  for (const { file, bytes } of await hostileFiles(sent)) await writeFile(join(files, file), bytes);
}
