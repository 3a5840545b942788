import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { readTableFile } from "../../../node-sync/src/files/read-table-file";
import { type SecondReaders, secondReaders } from "../../../node-sync/src/files/second-readers";
import { sheetOf } from "../../readers/support/minimal-workbook";

/** The program of the threads as it is shipped. */
const built = pathToFileURL(resolve(__dirname, "../../../node-sync/dist/second-reader.mjs"));
const MANY = 20;

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "anpei-readers-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Of many files every fifth reads otherwise the second time, and one is gone by then. */
async function told(readers: SecondReaders): Promise<string[]> {
  const files = Array.from({ length: MANY }, (_, place) => join(folder, `${place}.xlsx`));
  const answers = files.map(async (path, place) => {
    writeFileSync(path, sheetOf(`<row r="2"><c r="B2"><v>${place}</v></c></row>`));
    const first = await readTableFile(path);
    if (place % 5 === 0) writeFileSync(path, sheetOf('<row r="2"><c r="B2"><v>-1</v></c></row>'));
    if (place === 7) rmSync(path);
    return readers.read(path, first).then(
      (disagreement) => disagreement?.address ?? "agree",
      () => "none",
    );
  });
  const all = await Promise.all(answers);
  await readers.close();
  return all;
}
const EXPECTED = Array.from({ length: MANY }, (_, place) => (place === 7 ? "none" : place % 5 === 0 ? "B2" : "agree"));

test("in threads", async () => {
  const readers = secondReaders(MANY, built);
  expect(readers.atOnce).toBeGreaterThan(1);
  expect(await told(readers)).toEqual(EXPECTED);
});

test("few files, or without the built program, are read where the caller is", async () => {
  expect([secondReaders(MANY - 1, built).atOnce, secondReaders(MANY).atOnce]).toEqual([1, 1]);
  expect(await told(secondReaders(MANY))).toEqual(EXPECTED);
});

test.each([
  ["is not there", ""],
  ["dies over every question", 'require("node:worker_threads").parentPort.on("message", () => process.exit(1));'],
  ["throws over every question", 'require("node:worker_threads").parentPort.on("message", () => { throw new Error("no"); });'],
])("a program of threads that %s costs no file", async (_what, source) => {
  const program = join(folder, "program.cjs");
  if (source === "") rmSync(program, { force: true });
  else writeFileSync(program, source);
  expect(await told(secondReaders(MANY, pathToFileURL(program)))).toEqual(EXPECTED);
});
