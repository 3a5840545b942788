import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { exportFiles } from "../../../node-sync/src/exchange/export/export-files";
import type { ReadFile } from "../../../node-sync/src/exchange/read-incoming";
import { type Readers, readersFor } from "../../../node-sync/src/exchange/readers";
import { XlsxHost } from "../../../node-sync/src/xlsx/xlsx-host";
import { PackageEditor } from "../../support/package-editor";
import { SENT_UNITS, sentOffice } from "../../support/sent-office";

/** The program of the threads as it is shipped. */
const built = pathToFileURL(resolve(__dirname, "../../../node-sync/dist/reader-thread.mjs"));
const MANY = 20;
const [UNIT] = SENT_UNITS;
/** A comment to one reader, a cell to the other. */
const ODD = '<!--<c r="T4"><v>5</v></c>-->';
const terms = { today: "2024-03-12", head: { time: "2024-03-12T08:00:00+08:00", clerk: "前台", source: "命令行" } } as const;

let folder = "";
let expected: (ReadFile | null)[] = [];

/** A file of ours; of every five one reads otherwise the second time, one is a list of somebody's own, one is empty. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "anpei-readers-"));
  const book = join(folder, "book.xlsx");
  writeFileSync(book, await sentOffice());
  await exportFiles(new XlsxHost(book), terms, { out: folder, units: [UNIT] });
  const sent = readFileSync(join(folder, `${UNIT}.xlsx`));
  const editor = await PackageEditor.of(sent);
  editor.edit("xl/worksheets/sheet1.xml", (xml) => xml.replace(/<row r="4"[^>]*>/, `$&${ODD}`));
  const odd = await editor.pack();
  for (let place = 0; place < MANY; place++) {
    writeFileSync(join(folder, `${place}.xlsx`), [odd, "姓名,证件号\n甲,1\n", "", sent, sent][place % 5] ?? "");
  }
  rmSync(join(folder, "9.xlsx"));
  expected = await readBy(readersFor(MANY));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function readBy(readers: Readers): Promise<(ReadFile | null)[]> {
  const paths = Array.from({ length: MANY }, (_, place) => join(folder, `${place}.xlsx`));
  try {
    return await Promise.all(paths.map((path) => readers.read({ path, isNamed: true }, true)));
  } finally {
    await readers.close();
  }
}

test("few files, or without the built program, are read where the caller is", () => {
  expect([readersFor(MANY - 1, built).atOnce, readersFor(MANY).atOnce]).toEqual([1, 1]);
  const ends = expected.map((read) => read?.error?.code ?? (read?.incoming?.returned ? "ours" : "list"));
  const five = ["review", "list", "empty", "ours", "ours"];
  expect(ends).toEqual([...five, ...five.slice(0, 4), "missing", ...five, ...five]);
});

test("in threads each file is read as it is here", async () => {
  const readers = readersFor(MANY, built);
  expect(readers.atOnce).toBeGreaterThan(1);
  expect(await readBy(readers)).toEqual(expected);
});

test.each([
  ["is not there", ""],
  ["dies over every file", 'require("node:worker_threads").parentPort.on("message", () => process.exit(1));'],
  ["throws over every file", 'require("node:worker_threads").parentPort.on("message", () => { throw new Error("no"); });'],
])("a program of threads that %s costs no file", async (_what, source) => {
  const program = join(folder, "program.cjs");
  if (source === "") rmSync(program, { force: true });
  else writeFileSync(program, source);
  expect(await readBy(readersFor(MANY, pathToFileURL(program)))).toEqual(expected);
});
