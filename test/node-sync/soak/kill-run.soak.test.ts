import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { operationOf } from "../../../apps-script/domain/operations/operation";
import { ALL_TITLE, runAll } from "../../../apps-script/domain/rules/actions";
import { snapshotOf } from "../../../apps-script/domain/snapshot/snapshot";
import { readNote } from "../../../node-sync/src/files/lock-note";
import { isRunning } from "../../../node-sync/src/files/process-state";
import { perform } from "../../../node-sync/src/perform";
import { XlsxHost } from "../../../node-sync/src/xlsx/xlsx-host";
import { compileRunAll, RunAll, terms } from "../../support/child-run";
import { bytesOf } from "../../support/hand-workbook";
import { officeWorkbook } from "../../support/office-workbook";

const kills = process.env.ANPEI_SOAK === undefined ? 6 : 150;
const people = 300;
const all = operationOf("all", ALL_TITLE, runAll);

let folder: string;
let work: string;
let path: string;
let script: string;
let before: Buffer;
let after: Buffer;
/** How long an undisturbed run takes, and how long of that it writes. */
let wholeTime = 0;
let writingTime = 0;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "anpei-kill-run-"));
  work = join(folder, "work");
  path = join(work, "名册.xlsx");
  await mkdir(work);
  script = compileRunAll(folder);
  before = await officeWorkbook(people);
  await writeFile(path, before);
  const start = performance.now();
  const child = new RunAll(script, path);
  await child.until("writing");
  const writing = performance.now();
  expect(await child.end()).toContain("done R00001");
  wholeTime = performance.now() - start;
  writingTime = performance.now() - writing;
  after = await readFile(path);
  await rm(join(work, ".anpei"), { recursive: true });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const filesIn = async (place: string): Promise<string[]> => (await readdir(place)).sort();
const backupsFolder = (): string => join(work, ".anpei", "backups");

/** In turn: killed at any moment of the run, while it writes, and right after the new file is in place. */
async function killOne(turn: number): Promise<void> {
  const { ino } = await stat(path);
  const child = new RunAll(script, path);
  if (turn % 3 === 0) await pause(Math.random() * wholeTime);
  else await child.until("writing");
  if (turn % 3 === 1) await pause(Math.random() * writingTime);
  if (turn % 3 === 2) while ((await stat(path)).ino === ino) await pause(1);
  await child.kill();
}

it(`全部执行 killed ${kills} times: the old or the new workbook stands, and the next run ends where an undisturbed one does`, async () => {
  const seen = { old: 0, new: 0, locks: 0, leftovers: 0 };
  for (let turn = 0; turn < kills; turn += 1) {
    await writeFile(path, before);
    await killOne(turn);
    // Now and then the next one is killed as well, while it takes the dead one's lock.
    if (turn % 5 === 4) await killOne(0);
    const found = await readFile(path);
    expect([before, after].some((bytes) => bytes.equals(found))).toBe(true);
    seen[found.equals(before) ? "old" : "new"] += 1;
    const note = await readNote(join(work, ".anpei", "名册.xlsx.lock"));
    if (note !== undefined) {
      seen.locks += 1;
      expect(isRunning(note.pid)).toBe(false);
    }
    seen.leftovers += (await filesIn(work)).filter((name) => name.endsWith(".tmp")).length;

    const receipt = await perform(new XlsxHost(path), all, terms);
    expect(receipt.run).toBe(found.equals(before) ? "R00001" : null);
    expect((await readFile(path)).equals(after)).toBe(true);
  }

  // One run more that writes: what the killed ones left beside the workbook is gone.
  await writeFile(path, before);
  await perform(new XlsxHost(path), all, terms);
  expect(await filesIn(work)).toEqual([".anpei", "名册.xlsx"]);
  expect((await filesIn(join(work, ".anpei"))).filter((name) => !name.includes(".claim-"))).toEqual(["backups"]);
  const backups = await filesIn(backupsFolder());
  expect(backups.length).toBeLessThanOrEqual(20);
  for (const name of backups) {
    await bytesOf(await readFile(join(backupsFolder(), name)));
    expect(snapshotOf(await new XlsxHost(join(backupsFolder(), name)).read()).roster).toHaveLength(people);
  }
  console.log(
    `killed ${kills} times: ${JSON.stringify(seen)}, a run takes ${Math.round(wholeTime)} ms, ${Math.round(writingTime)} of it writing`,
  );
  expect(seen.old).toBeGreaterThan(kills / 10);
  expect(seen.new).toBeGreaterThan(kills / 10);
  expect(seen.locks).toBeGreaterThan(kills / 10);
}, 1_800_000);
