import { copyFile, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { operationOf } from "../../../apps-script/domain/operations/operation";
import { ALL_TITLE, runAll } from "../../../apps-script/domain/rules/actions";
import { exportFiles } from "../../../node-sync/src/exchange/export/export-files";
import { perform } from "../../../node-sync/src/perform";
import { XlsxHost } from "../../../node-sync/src/xlsx/xlsx-host";
import { answered } from "./answers";
import { BENCH_DAY } from "./book";
import { writeCentreBook } from "./workbooks";

/** What a data set of the exchange holds, under these names in its folder. */
export const EXCHANGE_SET = { before: "名册.xlsx", sent: "已发.xlsx", out: "发件", back: "收件" } as const;

/**
 * A centre's workbook after a day's run; the same once every unit has been sent its file; the files sent; and those files
 * as they come back, 3 % of the units' cells changed.
 */
export async function writeExchange(folder: string, units: number, people: number): Promise<void> {
  const [before, sent, out, back] = [EXCHANGE_SET.before, EXCHANGE_SET.sent, EXCHANGE_SET.out, EXCHANGE_SET.back].map((name) =>
    join(folder, name),
  ) as [string, string, string, string];
  await mkdir(back, { recursive: true });
  await writeCentreBook(before, units * people, people);
  const head = { time: `${BENCH_DAY}T09:00:00+08:00`, clerk: "演示", source: "命令行" } as const;
  const terms = { today: BENCH_DAY, head };
  await perform(new XlsxHost(before), operationOf("all", ALL_TITLE, runAll), terms);
  await copyFile(before, sent);
  await exportFiles(new XlsxHost(sent), terms, { out });
  for (const [index, name] of (await readdir(out)).sort().entries()) {
    await writeFile(join(back, name), await answered(await readFile(join(out, name)), index));
  }
}
