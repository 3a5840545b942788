import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { buildSync } from "esbuild";
import { lockFile } from "../../../node-sync/src/files/lock";
import { replaceFile } from "../../../node-sync/src/files/replace-file";
import { patchWorkbook } from "../../../node-sync/src/xlsx/patch/patch-workbook";
import { readEntries } from "../../../node-sync/src/xlsx/patch/zip-read";
import { readWorkbook } from "../../../node-sync/src/xlsx/read-workbook";
import { bytesOf, handWorkbook, sheetXml } from "../../support/hand-workbook";

const kills = process.env.ANPEI_SOAK === undefined ? 20 : 400;
const source = resolve(__dirname, "../../../node-sync/src");

/** Takes the lock and adds 1 to A1 again and again; says each number before and after it is written. */
const program = `
import { readFile } from "node:fs/promises";
import { lockFile } from ${JSON.stringify(join(source, "files/lock"))};
import { fingerprintOf } from ${JSON.stringify(join(source, "files/fingerprint"))};
import { replaceFile } from ${JSON.stringify(join(source, "files/replace-file"))};
import { patchWorkbook } from ${JSON.stringify(join(source, "xlsx/patch/patch-workbook"))};
const [path, backups, from] = process.argv.slice(2);
(async () => {
  await lockFile(path);
  for (let number = Number(from); ; number += 1) {
    const before = await readFile(path);
    const cells = [{ row: 1, column: 1, value: number, kind: "number" }, { row: 2, column: 1, value: "文".repeat(30000), kind: "text" }];
    const after = await patchWorkbook(before, [{ sheet: "名册", cells }]);
    process.stdout.write("begin " + number + "\\n");
    await replaceFile(path, after, { keepBackupsIn: backups, expected: await fingerprintOf(before) });
    process.stdout.write("done " + number + "\\n");
  }
})().catch((error) => { process.stdout.write("failed " + error.message + "\\n"); process.exit(1); });
`;

/** What A1 of a workbook holds, after every part of it was inflated and checked; throws for a broken file. */
async function counter(file: string): Promise<number> {
  const bytes = await readFile(file);
  await bytesOf(bytes);
  return Number((await readWorkbook(bytes)).sheets[0]?.rows[0]?.cells[0]);
}

/** Lets a child write, kills it at some moment after its first write began, and gives back what it had said. */
async function killed(child: ChildProcess, delay: number): Promise<string> {
  let said = "";
  await new Promise<void>((go) => {
    child.stdout?.on("data", (chunk: Buffer) => {
      said += chunk.toString();
      go();
    });
    child.once("exit", () => go());
  });
  await new Promise((next) => setTimeout(next, delay));
  child.kill("SIGKILL");
  if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
  return said;
}

it(`killed ${kills} times while writing: the old or the new workbook stands whole, and so does every backup`, async () => {
  const folder = await mkdtemp(join(tmpdir(), "anpei-kill-"));
  try {
    const script = join(folder, "child.cjs");
    const stdin = { contents: program, loader: "ts" as const, resolveDir: source };
    buildSync({
      stdin,
      bundle: true,
      platform: "node",
      target: "node20",
      outfile: script,
      logLevel: "error",
      nodePaths: [resolve(source, "../../node_modules")],
    });
    const work = join(folder, "work");
    const path = join(work, "名册.xlsx");
    const backups = join(work, ".anpei", "backups");
    await mkdir(work);
    await writeFile(path, await handWorkbook(sheetXml('<row r="1"><c r="A1"><v>0</v></c></row>')));
    let last = 0;
    let midWrite = 0;
    const run = async (): Promise<void> => {
      const child = spawn(process.execPath, [script, path, backups, String(last + 1)], { stdio: ["ignore", "pipe", "inherit"] });
      const said = await killed(child, Math.random() * 25);
      expect(said).not.toContain("failed");
      const numbers = (word: string): number[] =>
        [...said.matchAll(new RegExp(`${word} (\\d+)\\n`, "g"))].map((match) => Number(match[1]));
      const done = numbers("done").at(-1) ?? last;
      const begun = numbers("begin").at(-1) ?? last;
      const found = await counter(path);
      // What was reported as written is there; at most the write under way, whose end was not heard, came after it.
      expect(found).toBeGreaterThanOrEqual(done);
      expect(found).toBeLessThanOrEqual(begun + 1);
      if (begun > done) midWrite += 1;
      last = found;
    };
    for (let turn = 0; turn < kills; turn += 1) await run();
    for (const name of (await readdir(backups)).filter((file) => file.endsWith(".xlsx"))) await counter(join(backups, name));
    expect(midWrite).toBeGreaterThan(kills / 4);
    const lock = await lockFile(path);
    const before = await readFile(path);
    await replaceFile(
      path,
      await patchWorkbook(before, [{ sheet: "名册", cells: [{ row: 1, column: 1, value: -1, kind: "number" }] }]),
      { keepBackupsIn: backups },
    );
    await lock.release();
    expect(await counter(path)).toBe(-1);
    expect((await readdir(work)).filter((name) => name.endsWith(".tmp"))).toEqual([]);
    expect(readEntries(await readFile(path)).length).toBeGreaterThan(3);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}, 600_000);
