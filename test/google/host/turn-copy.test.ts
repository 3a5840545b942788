import fc from "fast-check";
import { carriedOver } from "../../../apps-script/domain/next-year/carried-over";
import { bookTurn, newBookWrites } from "../../../apps-script/domain/next-year/new-book";
import { sentTurn } from "../../../apps-script/domain/next-year/sent-turn";
import { turnCopy } from "../../../apps-script/domain/next-year/turn-copy";
import { contextOf } from "../../../apps-script/domain/rules/context";
import { PRESENT_TABLES } from "../../../apps-script/domain/schema/index";
import type { Grids } from "../../../apps-script/domain/snapshot/grid";
import { snapshotOf } from "../../../apps-script/domain/snapshot/snapshot";
import { withWrites } from "../../../apps-script/domain/snapshot/written-grids";
import { settleCopy } from "../../../apps-script/src/copied";
import { atOnce } from "../../../apps-script/src/perform";
import type { LabTab } from "../../hosts/lab";
import { anyOldBook } from "../../support/any-old-book";
import { settledIn, tabsOfGrids } from "../lab";
import { apply } from "../perform-at-once";
import { fill, terms } from "./fill";
import { DISTURBANCES, dieAtCall, sheetTitled } from "./moving-people";
import { loadSmall, type SheetLab, sheetLab } from "./sheet-lab";

/** 结转 in a copy of the old Sheet gives what the command line makes of the same book. */

const TODAY = "2024-12-20";
const BUILD = "of this test";
const KEY = { workbook: "b1b2b3b4b5b6", secret: "c".repeat(64) };
const head = { time: `${TODAY}T09:00:00+08:00`, clerk: "甲", source: "菜单" };
const turnTerms = { today: TODAY, head, build: BUILD, fresh: () => KEY };

/** A copy that staff made of the Sheet, of which nobody has said what it is. */
async function copyOf(grids: Grids): Promise<SheetLab> {
  const lab = sheetLab();
  await loadSmall(lab, settledIn("the-sheet-it-was-copied-from", tabsOfGrids(grids)));
  return lab;
}

/** What the page decides of its reading. */
function decided(lab: SheetLab): string {
  const grids = lab.sheetHost.read(PRESENT_TABLES);
  const snapshot = snapshotOf(grids, PRESENT_TABLES) as ReturnType<typeof snapshotOf>;
  const carried = carriedOver(snapshot, contextOf(snapshot, TODAY));
  return sentTurn(bookTurn(grids, snapshot, carried, TODAY), snapshot, TODAY, BUILD);
}

/** The new book by the rules alone, as the command line writes it into a file. */
function wanted(lab: SheetLab): LabTab[] {
  const grids = lab.sheetHost.read();
  const old = snapshotOf(grids);
  const carried = carriedOver(old, contextOf(old, TODAY));
  const { document } = lab.sheetHost;
  return tabsOfGrids(withWrites(grids, newBookWrites(grids, old, carried, { today: TODAY, key: KEY, document, head })));
}

/** Cells as people see them: of rows and columns that are blank nothing. */
function seen(tabs: readonly LabTab[]): Record<string, unknown[][]> {
  const shown = tabs.map(({ title, cells }) => {
    const rows = cells.map((row) => Array.from(row, (cell) => cell ?? null));
    while (rows.length > 0 && rows[rows.length - 1]?.every((cell) => cell === null)) rows.pop();
    return [title, rows.map((row) => row.slice(0, row.findLastIndex((cell) => cell !== null) + 1))] as const;
  });
  return Object.fromEntries(shown);
}

const turn = (lab: SheetLab, text: string): string => atOnce(turnCopy(lab.sheetHost, text, turnTerms));
const dump = async (lab: SheetLab) => seen((await lab.dump()).filter(({ title }) => title !== "_锁"));

test("whatever the old book holds, the copy becomes what the command line makes of it", async () => {
  await fc.assert(
    fc.asyncProperty(anyOldBook, async (grids) => {
      const lab = await copyOf(grids);
      const book = seen(wanted(lab));
      expect(turn(lab, decided(lab))).toBe("turned");
      expect(await dump(lab)).toEqual(book);
    }),
    { numRuns: 25 },
  );
});

const [sample = []] = fc.sample(anyOldBook, { seed: 7, numRuns: 40 }).filter((grids) => rowsOf(grids, "名册") === 5);
function rowsOf(grids: Grids, tab: string): number {
  return grids.find(({ title }) => title === tab)?.rows.length ?? 0;
}

const nothing = { ...fill, decide: () => ({ cells: [], rows: [], findings: [], summary: {} }) };

async function turnedCopy(): Promise<SheetLab> {
  const lab = await copyOf(sample);
  turn(lab, decided(lab));
  return lab;
}

/** A secret that was made in vain is nobody's. A row of which only the number is left says nothing of a run. */
async function withoutSecrets(lab: SheetLab): Promise<Record<string, unknown[][]>> {
  const { 封印: _, ...tabs } = await dump(lab);
  return { ...tabs, 操作记录: (tabs.操作记录 ?? []).filter((row) => row.length > 1) };
}

/** At every call in the soak, at every seventh one else. */
const STEP = process.env.ANPEI_SOAK === undefined ? 7 : 1;

/** A copy whose carry-over died at the n-th call, if it came to that. */
async function cutAt(n: number): Promise<{ readonly lab: SheetLab; readonly died: boolean }> {
  const lab = await copyOf(sample);
  const text = decided(lab);
  const revive = dieAtCall(lab, n);
  let died = true;
  try {
    turn(lab, text);
    died = false;
  } catch (_) {}
  revive();
  return { lab, died };
}

test("cut off at any call it is a copy as before, or the next run of anybody finishes it first", async () => {
  const book = await withoutSecrets(await turnedCopy());
  const before = await withoutSecrets(await copyOf(sample));
  const ends = new Set<string>();
  for (let n = 1; ; n += STEP) {
    const { lab, died } = await cutAt(n);
    apply(lab.sheetHost, nothing, terms);
    const after = await withoutSecrets(lab);
    const isTurned = JSON.stringify(after.名册) === JSON.stringify(book.名册);
    expect([n, after]).toEqual([n, isTurned ? book : before]);
    ends.add(isTurned ? "turned" : "as before");
    if (!died) break;
  }
  expect([...ends]).toEqual(["as before", "turned"]);
});

test("cut off and sorted by people before the next run: everyone is who they were", async () => {
  const book = await withoutSecrets(await turnedCopy());
  for (let n = 60; ; n += 5 * STEP) {
    const { lab, died } = await cutAt(n);
    DISTURBANCES["sorts by name, backwards"]?.(sheetTitled(lab.google, "名册"));
    apply(lab.sheetHost, nothing, terms);
    const people = (tabs: Record<string, unknown[][]>) =>
      (tabs.名册 ?? [])
        .filter((row) => row.length > 0)
        .map(String)
        .sort();
    const after = await withoutSecrets(lab);
    if ((after.设置 ?? []).some(([item, value]) => item === "计划年度" && value === 2025)) {
      expect([n, people(after)]).toEqual([n, people(book)]);
    }
    if (!died) break;
  }
});

test("only a copy of which nobody has said what it is becomes another book, and only as it was looked at", async () => {
  const lab = await copyOf(sample);
  const text = decided(lab);
  sheetTitled(lab.google, "名册").cell(2, 3).value = "改了";
  expect(turn(lab, text)).toBe("changed");
  const before = await dump(lab);
  settleCopy(lab.sheetHost, "same", () => KEY);
  expect(() => turn(lab, decided(lab))).toThrow("制作副本");
  expect((await dump(lab)).名册).toEqual(before.名册);
  for (const given of ["{}", "7", text.replace('"roster":{', '"seals":{'), text.replace('"certificate"', '"password"')]) {
    expect(() => turn(lab, given)).toThrow(/不完整|写不进/u);
  }
});
