import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as XLSX from "@e965/xlsx";
import fc from "fast-check";
import { readerLimits } from "../../../node-sync/src/readers/limits";
import { ReaderPool } from "../../../node-sync/src/readers/pool";
import { cell2003, excel2003, openDocument, webPage } from "../../support/damaged-files";
import { builtReader } from "../../support/reader-program";

const folder = mkdtempSync(join(tmpdir(), "anpei-damage-"));
const pool = new ReaderPool(builtReader, { ...readerLimits, heapMegabytes: 256, memoryBytes: 600 * 1024 * 1024, cpuMs: 20_000 });
afterAll(() => {
  pool.rest();
  rmSync(folder, { recursive: true, force: true });
});

function written(bookType: XLSX.BookType): Buffer {
  const book = XLSX.utils.book_new();
  const lines = Array.from({ length: 20 }, (_, row) => [`某${row}`, row, "甲矿业有限公司"]);
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([["姓名", "序号", "工作单位"], ...lines]), "名单");
  return XLSX.write(book, { type: "buffer", bookType, compression: true }) as Buffer;
}

const row =
  '<table:table-row><table:table-cell office:value-type="string"><text:p>甲</text:p></table:table-cell></table:table-row>';
const FILES: Readonly<Record<string, Buffer>> = {
  ...Object.fromEntries(
    (["xlsx", "xlsb", "ods", "biff8", "biff5", "csv", "html", "fods", "xlml"] as const).map((type) => [type, written(type)]),
  ),
  excel2003: excel2003(`<Row>${cell2003("姓名")}${cell2003("甲", 'ss:Index="4"')}</Row>`.repeat(9)),
  webPage: webPage("<tr><td colspan=2>姓名</td><td rowspan=3>甲</td></tr>".repeat(9)),
  openDocument: openDocument(row.repeat(9)),
};

type Damage = readonly [at: number, byte: number];

function damaged(bytes: Buffer, damages: readonly Damage[], cutAt: number | undefined): Buffer {
  const copy = Buffer.from(bytes);
  for (const [at, byte] of damages) copy[at % copy.length] = byte;
  return cutAt === undefined ? copy : copy.subarray(0, cutAt % copy.length);
}

/** Bytes changed, and now and then the rest cut off. Small places are where a format says what it holds. */
const place = fc.oneof(fc.nat(2_000), fc.nat(200_000));
const damage = fc.record({
  damages: fc.array(fc.tuple(place, fc.oneof(fc.nat(255), fc.constantFrom(0, 0x7f, 0xff))), { minLength: 1, maxLength: 12 }),
  cutAt: fc.option(place, { nil: undefined, freq: 4 }),
});

test.each(Object.keys(FILES))(
  "a damaged %s is read, or refused with one sentence",
  async (kind) => {
    const path = join(folder, `${kind}.xls`);
    await fc.assert(
      fc.asyncProperty(damage, async ({ damages, cutAt }) => {
        writeFileSync(path, damaged(FILES[kind] ?? Buffer.alloc(0), damages, cutAt));
        const outcome = await pool.ask({ task: "incoming", given: [{ path, isNamed: true }, true], label: `${kind}.xls` });
        if ("value" in outcome) return;
        if ("ended" in outcome) expect(["memory", "hang"]).toContain(outcome.ended);
        else expect(outcome.refused.message).toMatch(new RegExp(`^[^\\n]*「${kind}\\.xls」[^\\n]*。$`, "u"));
      }),
      { numRuns: process.env.ANPEI_SOAK ? 2_000 : 15 },
    );
  },
  process.env.ANPEI_SOAK ? 3_600_000 : 120_000,
);
