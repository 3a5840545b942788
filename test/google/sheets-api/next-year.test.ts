import { access } from "node:fs/promises";
import { join } from "node:path";
import fc from "fast-check";
import { carriedOver } from "../../../apps-script/domain/next-year/carried-over";
import { bookTurn } from "../../../apps-script/domain/next-year/new-book";
import { sentTurn } from "../../../apps-script/domain/next-year/sent-turn";
import { turnCopy } from "../../../apps-script/domain/next-year/turn-copy";
import { contextOf } from "../../../apps-script/domain/rules/context";
import { PRESENT_TABLES } from "../../../apps-script/domain/schema/index";
import { gridsIn, readFor, readingOf } from "../../../apps-script/domain/serving/reading";
import type { Grids } from "../../../apps-script/domain/snapshot/grid";
import { snapshotOf } from "../../../apps-script/domain/snapshot/snapshot";
import { atOnce } from "../../../apps-script/src/perform";
import { freshKey } from "../../../node-sync/src/fresh-key";
import type { SheetsApiHost } from "../../../node-sync/src/google/sheets-api-host";
import { bookFiles } from "../../../node-sync/src/next-year/book-files";
import { bookSheets } from "../../../node-sync/src/next-year/book-sheets";
import { rollBook } from "../../../node-sync/src/next-year/roll";
import { XlsxHost } from "../../../node-sync/src/xlsx/xlsx-host";
import { xlsxLab } from "../../hosts/xlsx-lab";
import { anyOldBook } from "../../support/any-old-book";
import { emptyFolder } from "../../support/cli";
import { CommandLine } from "../../support/command-line";
import { sheetTitled } from "../host/moving-people";
import { loadSmall, sheetLab } from "../host/sheet-lab";
import { dumpTabs, loadTabs, settledIn, tabsOfGrids } from "../lab";
import { type Loopback, startLoopback } from "../loopback";
import { addBook } from "../loopback/world";
import { setValue } from "../workbook/sheet-model";
import type { InMemoryWorkbook } from "../workbook/workbook";
import { apiLab } from "./api-lab";

/** `anpei init --from OLD --sheet NEW`: the new Sheet is a copy of the old that staff made by Google's menu. */

const TODAY = "2024-12-20";
const terms = { today: TODAY, head: { time: `${TODAY}T09:00:00+08:00`, clerk: "甲", source: "命令行" } } as const;

let google: Loopback;
let commands: CommandLine;
let copy: InMemoryWorkbook;
beforeAll(async () => {
  google = await startLoopback();
  commands = new CommandLine(google);
  const { accounts, drive } = google;
  copy = addBook(
    google,
    { title: "副本", timeZone: "Asia/Shanghai", now: google.clock.now },
    { owner: accounts.person.email, parents: [], isOfApp: false },
  );
  drive.share(copy.id, accounts.serviceEmail, "writer");
});
afterAll(async () => {
  await commands.close();
  await google.close();
});

/** The old Sheet, and 制作副本 of it. */
function load(grids: Grids): void {
  google.clock.advance(60_000);
  const tabs = settledIn(google.spreadsheetId, tabsOfGrids(grids));
  loadTabs(google.workbook, tabs);
  loadTabs(copy, tabs);
}

/** The cells of a book that do not tell which of two equal ones it is. */
async function seen(host: { read(): Promise<Grids> | Grids }): Promise<Record<string, unknown>> {
  const shown = (await host.read()).map(({ title, rows }): [string, unknown] => {
    const lines = rows.map(
      ({ at, values }) => [at, values.slice(0, values.findLastIndex((value) => value !== null) + 1)] as const,
    );
    return [title, lines.filter(([, values]) => values.length > 0)];
  });
  const { 封印: _, 设置: settings, ...tabs } = Object.fromEntries(shown);
  const parts = JSON.parse(JSON.stringify(tabs._改动).replace(/[0-9a-f]{12}/gu, "#"));
  const own = (settings as [number, unknown[]][]).map(([at, [item, value]]) => [at, item, isOwn(item) ? null : value]);
  return { ...tabs, _改动: parts, 设置: own };
}
const isOwn = (item: unknown): boolean => item === "工作簿编号" || item === "已结转到";

async function sheetHosts() {
  const old = await apiLab(google);
  const next = await apiLab(google, old.waits, copy);
  return { old: old.host, next: next.host };
}

test("whatever the old book holds, a file, a Sheet by the command line and a Sheet by its page become the same new book", async () => {
  await fc.assert(
    fc.asyncProperty(anyOldBook, async (grids) => {
      const files = await xlsxLab((path) => new XlsxHost(path));
      await files.load(tabsOfGrids(grids));
      const from = await pathOf(files.host);
      const to = join(emptyFolder(), "名册2025.xlsx");
      const made = await rollBook(bookFiles({ from, to }), null, terms);
      const wanted = await seen(new XlsxHost(to));
      load(grids);
      const { old, next } = await sheetHosts();
      const { report, isAgain, stopped } = await rollBook(bookSheets(old, next), null, terms);
      expect({ report, isAgain, stopped }).toEqual({ report: made.report, isAgain: false, stopped: null });
      expect(await seen(next)).toEqual(wanted);
      expect(await seen(old)).toEqual(await seen(new XlsxHost(from)));
      expect(await seen(await turnedOnThePage(grids))).toEqual(wanted);
      const again = await sheetHosts();
      const second = await rollBook(bookSheets(again.old, again.next), null, terms);
      expect([second.isAgain, second.receipt?.run]).toEqual([true, null]);
    }),
    { numRuns: 8 },
  );
});

/** A copy in Google's own script, with what a page decided of its reading. */
async function turnedOnThePage(grids: Grids) {
  const lab = sheetLab();
  await loadSmall(lab, settledIn("the-sheet-it-was-copied-from", tabsOfGrids(grids)));
  const { sheetHost } = lab;
  const ask = { tables: PRESENT_TABLES, runs: [], isSettled: false };
  const { tables, sparing } = readFor(ask);
  const about = { build: "", document: "", clerk: "甲", today: TODAY, moment: terms.head.time, closed: [] };
  const reading = readingOf(sheetHost.read(tables, sparing), ask, about);
  const read = gridsIn(JSON.parse(JSON.stringify(reading)));
  const snapshot = { ...snapshotOf(read, PRESENT_TABLES), seals: [], changeParts: [] };
  const carried = carriedOver(snapshot, contextOf(snapshot, TODAY));
  const text = sentTurn(bookTurn(read, snapshot, carried, TODAY), snapshot, TODAY, "");
  atOnce(turnCopy(sheetHost, text, { today: TODAY, head: terms.head, build: "", fresh: freshKey }));
  return sheetHost;
}

const [sample = []] = fc.sample(anyOldBook, { seed: 7, numRuns: 40 }).filter((grids) => (grids[0]?.rows.length ?? 0) === 5);
const setting = (book: InMemoryWorkbook, item: string): string => {
  const cells = dumpTabs(book).find(({ title }) => title === "设置")?.cells ?? [];
  return String(cells.find(([name]) => name === item)?.[1] ?? "");
};
const roll = (...more: string[]) => {
  google.clock.advance(60_000);
  const args = ["init", "--from", google.spreadsheetId, "--sheet", copy.id, "--json", "--today", TODAY, ...more];
  return commands.run(args);
};

test("the command: looked at, done, then only brought up; what is no copy is refused", async () => {
  load(sample);
  const before = dumpTabs(copy);
  const looked = await roll("--dry-run");
  expect([looked.json, dumpTabs(copy)]).toMatchObject([{ applied: false }, before]);
  const done = await roll();
  expect(done.json).toMatchObject({ book: copy.id, from: google.spreadsheetId, applied: true, again: false });
  expect((done.json as { report: unknown }).report).toEqual((looked.json as { report: unknown }).report);
  expect([setting(copy, "计划年度"), setting(google.workbook, "已结转到")]).toEqual(["2025", setting(copy, "工作簿编号")]);
  expect((await roll()).json).toMatchObject({ again: true, run: null });
  const undone = await roll("--undo");
  expect([undone.exit, JSON.stringify(undone.json)]).toEqual([2, expect.stringContaining("mark-carried")]);
  load(sample);
  setValue(sheetTitled({ workbook: copy }, "名册").cell(2, 3), "改了");
  expect((await roll()).json).toMatchObject({ error: { code: "changed" } });
  loadTabs(
    copy,
    settledIn("", tabsOfGrids(sample)).map((tab) => (tab.title === "封印" ? { ...tab, cells: tab.cells.slice(0, 1) } : tab)),
  );
  expect((await roll()).json).toMatchObject({ error: { code: "not-a-copy", message: expect.stringContaining("准备制作副本") } });
});

test("cut off between the two Sheets, the next call only marks; cut off in the new one, it finishes that first", async () => {
  load(sample);
  const unmarked = dumpTabs(google.workbook);
  await roll();
  const whole = dumpTabs(copy);
  loadTabs(google.workbook, unmarked);
  expect((await roll()).json).toMatchObject({ again: true, run: null });
  expect([dumpTabs(copy), setting(google.workbook, "已结转到")]).toEqual([whole, setting(copy, "工作簿编号")]);
  load(sample);
  const { old, next } = await sheetHosts();
  await expect(rollBook(bookSheets(old, cutAfterJournal(next)), null, terms)).rejects.toThrow("cut off");
  expect([setting(copy, "计划年度"), setting(google.workbook, "已结转到")]).toEqual(["2024", ""]);
  expect((await roll()).json).toMatchObject({ again: true, run: null });
  expect([setting(copy, "计划年度"), setting(google.workbook, "已结转到")]).toEqual(["2025", setting(copy, "工作簿编号")]);
});

/** The program dies once it has written the journal. */
function cutAfterJournal(host: SheetsApiHost): SheetsApiHost {
  let writes = 0;
  const whole = host.write.bind(host);
  return Object.assign(host, {
    write: (stages: Parameters<typeof whole>[0]) => {
      if (writes++ > 0) throw new Error("cut off");
      return whole(stages);
    },
  });
}

/** Where the lab's file is. */
async function pathOf(host: unknown): Promise<string> {
  const { path } = host as { readonly path: string };
  await access(path);
  return path;
}
