import { readdir, readFile, rename, unlink, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { decideAway } from "../../../apps-script/domain/operations/earlier-decision";
import { operationOf } from "../../../apps-script/domain/operations/operation";
import { undoOperation } from "../../../apps-script/domain/operations/undo";
import { ALL_TITLE, runAll } from "../../../apps-script/domain/rules/actions";
import { gridsIn } from "../../../apps-script/domain/serving/reading";
import { snapshotOf } from "../../../apps-script/domain/snapshot/snapshot";
import { lockFile } from "../../../node-sync/src/files/lock";
import { perform } from "../../../node-sync/src/perform";
import type { Workbench } from "../../../node-sync/src/workbench/workbench";
import { XlsxHost } from "../../../node-sync/src/xlsx/xlsx-host";
import { OFFICE_DAY } from "../../support/office-workbook";
import { BUILD, bookFolder, LabPage, startLab, startOn } from "../../support/workbench-lab";

const all = operationOf("all", ALL_TITLE, runAll);
const fees = operationOf("fees", "核对缴费", runAll);
const ALL = { tables: null, runs: [], isSettled: false };
const terms = { today: OFFICE_DAY, head: { time: "2024-03-12T08:00:00+08:00", clerk: "旁人", source: "命令行" } } as const;

let book: string;
let workbench: Workbench;
let page: LabPage;

beforeEach(async () => {
  ({ book, workbench } = await startLab());
  page = await LabPage.open(workbench.newPage());
});
afterEach(() => workbench.close());

/** A decision of the page, of a reading of its own. */
async function decision(operation = all, runs: readonly string[] = []): Promise<string> {
  return decideAway(gridsIn(await page.call("read", { ...ALL, runs })), operation, OFFICE_DAY, BUILD).text;
}
const runsIn = async (file = book) => snapshotOf(await new XlsxHost(file).read(["runs"]), ["runs"]).runs;

test("a page reads, decides and commits; the file says so, with clerk and 工作台, as the command line would have written it", async () => {
  const other = join(await bookFolder(), "名册.xlsx");
  await perform(new XlsxHost(other), all, terms);
  expect(await page.call("commit", { decision: await decision() })).toMatchObject({ state: "written", run: "R00001" });
  expect(await runsIn()).toMatchObject([{ id: "R00001", action: ALL_TITLE, clerk: "前台", source: "工作台", state: "完成" }]);
  const rows = async (file: string) => snapshotOf(await new XlsxHost(file).read(["roster", "todo"]), ["roster", "todo"]);
  expect(await rows(book)).toEqual(await rows(other));
  const again = await page.call("commit", { decision: await decision() });
  expect(again).toMatchObject({ state: "written", run: null });
  expect(await page.call("commit", { decision: await decision(undoOperation(undefined), ["R00001"]) })).toMatchObject({
    run: "R00002",
  });
});

test("a reading has no secrets, says whose and which day it is, and is of the file as it is now", async () => {
  const reading = await page.call("read", ALL);
  expect(reading).toMatchObject({ build: BUILD, document: "名册.xlsx", clerk: "前台", today: OFFICE_DAY });
  expect(JSON.stringify(reading)).not.toContain("073519");
  await perform(new XlsxHost(book), all, terms);
  const later = await page.call("read", { tables: ["runs"], runs: ["R00001"], isSettled: true });
  expect(snapshotOf(gridsIn(later), ["runs"]).runs).toHaveLength(1);
});

test("no tab is given out as text", async () => {
  for (const title of ["封印", "模拟卡", "名册"])
    expect(await page.call("tabText", { title })).toMatchObject({ ok: false, code: "no-tab" });
});

test("what the command line writes meanwhile makes a decision an old one, and pages are told", async () => {
  const listening = await page.listen();
  const old = await decision();
  await perform(new XlsxHost(book), all, terms);
  await listening.until(/^event: changed/);
  const before = await readFile(book);
  expect(await page.call("commit", { decision: old })).toMatchObject({ state: "changed" });
  expect((await readFile(book)).equals(before)).toBe(true);
});

test("a program that puts another file in its place is noticed every time, also while nobody calls", async () => {
  const listening = await page.listen();
  for (const people of [3, 4, 5]) {
    const count = listening.told.filter((one) => one.includes("changed")).length;
    const next = join(await bookFolder(people), "名册.xlsx");
    await rename(next, book);
    while (listening.told.filter((one) => one.includes("changed")).length === count) await pause(10);
    expect(snapshotOf(gridsIn(await page.call("read", ALL)), ["roster"]).roster).toHaveLength(people);
  }
});

test("a commit is told to other pages, and what it is at", async () => {
  const listening = await (await LabPage.open(workbench.newPage())).listen();
  await page.call("commit", { decision: await decision() });
  await listening.until(/^event: changed/);
  expect(listening.told.filter((one) => one.startsWith("event: progress")).at(-1)).toContain('"sentence":null');
  expect(listening.told.join()).toContain("正在写入");
});

test.each([
  ["Excel", "~$"],
  ["WPS", ".~"],
])(
  "open in %s: pages go on reading, are told by whom it is held, and nothing is written until it is closed",
  async (program, prefix) => {
    const listening = await page.listen();
    const decided = await decision();
    const marker = join(dirname(book), `${prefix}${basename(book)}`);
    await writeFile(marker, "");
    const held = await listening.until(/^event: held\ndata: \{"sentence":"/);
    expect(held).toContain(program);
    expect(held).toContain(basename(marker));
    const before = await readFile(book);
    expect(await page.call("commit", { decision: decided })).toMatchObject({ ok: false, code: "open-in-excel" });
    expect((await readFile(book)).equals(before)).toBe(true);
    expect((await page.call("read", { ...ALL, isSettled: true })).tabs.length).toBeGreaterThan(5);
    const count = listening.told.length;
    await unlink(marker);
    while (listening.told.length === count) await pause(10);
    expect(listening.told.at(-1)).toBe('event: held\ndata: {"sentence":null}');
    expect(await page.call("commit", { decision: decided })).toMatchObject({ state: "written" });
  },
);

test("somebody who writes for a moment is waited for", async () => {
  const decided = await decision();
  const lock = await lockFile(book);
  const committed = page.call("commit", { decision: decided });
  await pause(500);
  expect(await runsIn()).toEqual([]);
  await lock.release();
  expect(await committed).toMatchObject({ state: "written", run: "R00001" });
});

test("of two pages that decide on the same, one writes and the other is told that it changed", async () => {
  const [first, second] = [await decision(), await decision(fees)];
  const both = await Promise.all([first, second].map((text) => page.call("commit", { decision: text })));
  expect(both.map(({ state }) => state).sort()).toEqual(["changed", "written"]);
  expect(await runsIn()).toHaveLength(1);
});

test("a decision of another program, or of yesterday, is not taken", async () => {
  const grids = gridsIn(await page.call("read", ALL));
  for (const [today, build] of [
    [OFFICE_DAY, "another program"],
    ["2024-03-11", BUILD],
  ] as const)
    expect(await page.call("commit", { decision: decideAway(grids, all, today, build).text })).toMatchObject({
      state: "changed",
    });
  expect(await runsIn()).toEqual([]);
});

test("who works here is asked once, and nothing is written without a name", async () => {
  await workbench.close();
  const before = await readFile(book);
  workbench = (await startOn(book, { clerk: undefined })) ?? workbench;
  page = await LabPage.open(workbench.newPage());
  expect(await page.call("open", { clerk: null, copy: null })).toMatchObject({ clerk: null, isWorkbook: true, home: "file" });
  expect(await page.call("commit", { decision: await decision() })).toMatchObject({ ok: false, code: "no-clerk" });
  expect((await readFile(book)).equals(before)).toBe(true);
  expect(await page.call("open", { clerk: "=1", copy: null })).toMatchObject({ ok: false, code: "bad-clerk" });
  expect(await page.call("open", { clerk: " 王 芳 ", copy: null })).toMatchObject({ clerk: "王 芳" });
  await page.call("commit", { decision: await decision() });
  expect((await runsIn()).map(({ clerk }) => clerk)).toEqual(["王 芳"]);
  const [own = ""] = await readdir(join(process.env.XDG_CONFIG_HOME ?? "", "anpei"));
  expect(await readFile(join(process.env.XDG_CONFIG_HOME ?? "", "anpei", own), "utf8")).toBe("王 芳");
});

test("without a workbook the page makes one where the start says, and never over a file that is there", async () => {
  const folder = await bookFolder();
  const place = join(folder, "新的.xlsx");
  const fresh = await startOn(place);
  const first = await LabPage.open(fresh?.newPage() ?? "");
  expect(await first.call("open", { clerk: null, copy: null })).toMatchObject({ isWorkbook: false, document: "新的.xlsx" });
  const shown = await first.call("init", { year: null, agreed: null });
  expect(shown).toMatchObject({ state: "shown", asksYear: true, lacking: { isComplete: false } });
  expect(await first.call("init", { year: null, agreed: shown.hash })).toMatchObject({ ok: false, code: "no-year" });
  expect(await first.call("init", { year: 2024, agreed: "x" })).toMatchObject({ state: "changed" });
  expect(await readdir(folder)).not.toContain("新的.xlsx");
  expect(await first.call("init", { year: 2024, agreed: shown.hash })).toMatchObject({ state: "done" });
  const made = await readFile(place);
  expect(await first.call("init", { year: 2025, agreed: shown.hash })).toMatchObject({ state: "changed" });
  expect((await readFile(place)).equals(made)).toBe(true);
  expect(await first.call("open", { clerk: null, copy: null })).toMatchObject({ isWorkbook: true });
  await fresh?.close();
});
