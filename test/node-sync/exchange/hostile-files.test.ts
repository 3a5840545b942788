import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { exportFiles } from "../../../node-sync/src/exchange/export/export-files";
import { importFiles } from "../../../node-sync/src/exchange/import-files";
import { XlsxHost } from "../../../node-sync/src/xlsx/xlsx-host";
import { type HostileFile, hostileFiles } from "../../support/hostile-files";
import { importPlaces } from "../../support/import-places";
import { SENT_UNITS, sentOffice } from "../../support/sent-office";

const [UNIT] = SENT_UNITS;
const terms = { today: "2024-03-12", head: { time: "2024-03-12T08:00:00+08:00", clerk: "前台", source: "命令行" } } as const;

let folder = "";
let book = "";
let files: readonly HostileFile[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "anpei-hostile-"));
  book = join(folder, "book.xlsx");
  writeFileSync(book, await sentOffice());
  await exportFiles(new XlsxHost(book), terms, { out: folder, units: [UNIT] });
  files = await hostileFiles(readFileSync(join(folder, `${UNIT}.xlsx`)), { lastRow: 100_000 });
  for (const { file, bytes } of files) writeFileSync(join(folder, file), bytes);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("each is refused with one sentence, or read twice and takes nothing along", async () => {
  const paths = files.map(({ file }) => join(folder, file));
  const { receipt, files: results } = await importFiles(importPlaces(book), paths, { ...terms, dryRun: true });
  const ends = results.map(({ file, report, error }) => {
    if (error) return [file, error.code];
    return [file, report?.kind === "foreign" ? "list" : report?.rows.unchanged === report?.rows.total ? "same" : "changed"];
  });
  expect(ends).toEqual(files.map(({ file, end }) => [file, end]));
  for (const { file, error } of results) {
    if (error) expect(error.message).toMatch(new RegExp(`^(?:文件|工作簿)「${file}」[^\\n]+。$`, "u"));
  }
  expect(receipt.changes.cells.filter(({ table }) => table === "roster")).toEqual([]);
  expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
  expect(({} as { readonly polluted?: unknown }).polluted).toBeUndefined();
});
