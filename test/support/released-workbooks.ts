import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { operationOf } from "../../apps-script/domain/operations/operation";
import { checkRoster } from "../../apps-script/domain/rules/check-roster";
import { perform, type Receipt } from "../../node-sync/src/perform";
import { XlsxHost } from "../../node-sync/src/xlsx/xlsx-host";

const RELEASED = resolve(__dirname, "../fixtures/workbooks");
const terms = { today: "2024-03-12", head: { time: "2024-03-12T08:00:00+08:00", clerk: "前台", source: "命令行" } } as const;

/** A workbook of each version that was released, by the name of its file. */
export const released = readdirSync(RELEASED);

export const pathOfReleased = (name: string): string => join(RELEASED, name);

/** Any operation brings an older workbook up. */
export const checkIn = (host: XlsxHost): Promise<Receipt> =>
  perform(host, operationOf("check-roster", "名册检查", checkRoster), terms);

/** A workbook after the next run of this program. */
export async function migrated(bytes: Buffer): Promise<{ bytes: Buffer; receipt: Receipt }> {
  const folder = mkdtempSync(join(tmpdir(), "anpei-migration-"));
  try {
    const book = join(folder, "book.xlsx");
    writeFileSync(book, bytes);
    const receipt = await checkIn(new XlsxHost(book));
    return { bytes: readFileSync(book), receipt };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
