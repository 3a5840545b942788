import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { decideAway } from "../../../apps-script/domain/operations/earlier-decision";
import { operationOf } from "../../../apps-script/domain/operations/operation";
import { ALL_TITLE, runAll } from "../../../apps-script/domain/rules/actions";
import { PRESENT_TABLES } from "../../../apps-script/domain/schema/index";
import { gridsIn } from "../../../apps-script/domain/serving/reading";
import { snapshotOf } from "../../../apps-script/domain/snapshot/snapshot";
import { XlsxHost } from "../../../node-sync/src/xlsx/xlsx-host";
import { ChildWorkbench, compileWorkbench } from "../../support/child-workbench";
import { OFFICE_DAY, officeWorkbook } from "../../support/office-workbook";
import { BUILD, LabPage, pageFolder } from "../../support/workbench-lab";

const kills = process.env.ANPEI_SOAK === undefined ? 3 : 200;
const all = operationOf("all", ALL_TITLE, runAll);

let folder: string;
let book: string;
let script: string;
let pages: string;
let before: Buffer;
let expected: unknown;
/** How long an undisturbed commit takes. */
let wholeTime = 0;

/** All there is in the workbook, but when it was written. */
async function heldBy(path: string): Promise<unknown> {
  const snapshot = snapshotOf(await new XlsxHost(path).read(PRESENT_TABLES), PRESENT_TABLES);
  return { ...snapshot, runs: snapshot.runs.map((run) => ({ ...run, time: null })) };
}

async function decided(page: LabPage): Promise<string> {
  const reading = await page.call("read", { tables: null, runs: [], isSettled: true });
  return decideAway(gridsIn(reading), all, OFFICE_DAY, BUILD).text;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "anpei-kill-workbench-"));
  book = join(folder, "名册.xlsx");
  script = compileWorkbench(await mkdtemp(join(tmpdir(), "anpei-script-")));
  pages = await pageFolder();
  before = await officeWorkbook(40);
  await writeFile(book, before);
  const child = await ChildWorkbench.start(script, book, pages);
  const page = await LabPage.open(child.url);
  const decision = await decided(page);
  const start = performance.now();
  expect(await page.call("commit", { decision })).toMatchObject({ state: "written", run: "R00001" });
  wholeTime = performance.now() - start;
  await child.kill();
  expected = await heldBy(book);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

it(`a workbench killed ${kills} times while a page commits: the old or the new workbook stands, and the next one goes on from it`, async () => {
  const seen = { old: 0, new: 0 };
  for (let turn = 0; turn < kills; turn += 1) {
    await writeFile(book, before);
    const { ino } = await stat(book);
    const killed = await ChildWorkbench.start(script, book, pages);
    const page = await LabPage.open(killed.url);
    const answer = page.call("commit", { decision: await decided(page) }).catch(() => null);
    // In turn: at any moment, near the end, where it writes, and right after the new file is in place.
    if (turn % 3 === 0) await pause(wholeTime * Math.random());
    if (turn % 3 === 1) await pause(wholeTime * (0.7 + 0.5 * Math.random()));
    if (turn % 3 === 2) while ((await stat(book)).ino === ino) await pause(1);
    await killed.kill();
    await answer;
    const isOld = (await readFile(book)).equals(before);
    if (!isOld) expect(await heldBy(book)).toEqual(expected);
    seen[isOld ? "old" : "new"] += 1;

    const next = await ChildWorkbench.start(script, book, pages);
    const after = await LabPage.open(next.url);
    const run = isOld ? "R00001" : null;
    expect(await after.call("commit", { decision: await decided(after) })).toMatchObject({ state: "written", run });
    expect(await heldBy(book)).toEqual(expected);
    await next.kill();
  }
  expect((await readdir(folder)).sort()).toEqual([".anpei", "名册.xlsx"]);
  console.log(`killed ${kills} times: ${JSON.stringify(seen)}, a commit takes ${Math.round(wholeTime)} ms`);
  if (kills > 20) expect(seen.old).toBeGreaterThan(kills / 10);
  expect(seen.new).toBeGreaterThan(kills / 10);
}, 1_800_000);
