import fc from "fast-check";
import { decideAway } from "../../../apps-script/domain/operations/earlier-decision";
import { operationOf, tablesOf } from "../../../apps-script/domain/operations/operation";
import { ALL_TITLE, ruleOf } from "../../../apps-script/domain/rules/actions";
import { CARDS, ROSTER, TABLES, titlesOf } from "../../../apps-script/domain/schema/index";
import type { ReadAsk, Reading } from "../../../apps-script/domain/serving/calls";
import { packGrid, unpackGrid } from "../../../apps-script/domain/serving/packed-grid";
import { gridsIn, readFor, readingOf, SCREEN_TABLES } from "../../../apps-script/domain/serving/reading";
import type { Grid, Grids } from "../../../apps-script/domain/snapshot/grid";
import { snapshotOf } from "../../../apps-script/domain/snapshot/snapshot";
import { spared } from "../../../apps-script/domain/snapshot/sparing";
import { seededTabs } from "../../google/bundle/support/seeded";
import { memoryLab } from "../../hosts/memory-lab";

const TODAY = "2024-03-20";
const ABOUT = { build: "b", document: "台账", clerk: "甲", today: TODAY, moment: `${TODAY}T09:00:00+08:00`, closed: [] };
const ALL: ReadAsk = { tables: null, runs: [], isSettled: false };
const PEOPLE = 300;

/** As it comes over the line. */
function sent(grids: Grids, ask: ReadAsk = ALL): Reading {
  return JSON.parse(JSON.stringify(readingOf(grids, ask, ABOUT))) as Reading;
}

function read(ask: ReadAsk = ALL): Grids {
  const { tables, sparing } = readFor(ask);
  return memoryLab(seededTabs(PEOPLE, TODAY, "2024-02-20")).host.read(tables, sparing);
}

test("a tab comes back with what its columns hold, wherever they stand, and with its formulas", () => {
  const value = fc.oneof(
    fc.constant(null),
    fc.string(),
    fc.integer(),
    fc.constantFrom("B2024-00009", "B2024-00010", "007", "7", 7),
  );
  const header = fc.shuffledSubarray([...titlesOf(ROSTER), "我的列", null], { minLength: 4, maxLength: 12 });
  const grid = header.chain((titles) =>
    fc.record({
      title: fc.constant(ROSTER.title),
      headerRow: fc.integer({ min: 1, max: 9 }),
      header: fc.constant(titles),
      rows: fc.array(
        fc.record({
          at: fc.integer({ min: 2, max: 99 }),
          values: fc.array(value, { minLength: titles.length, maxLength: titles.length }),
          formulas: fc.uniqueArray(fc.nat(11), { minLength: 1, maxLength: 3 }),
        }),
        { maxLength: 30 },
      ),
    }),
  );
  fc.assert(
    fc.property(grid, (tab: Grid) => {
      const open = tab.rows.map((row) => ({
        ...row,
        values: row.values.map((cell, place) => (titlesOf(ROSTER).includes(String(tab.header[place])) ? cell : null)),
      }));
      expect(unpackGrid(JSON.parse(JSON.stringify(packGrid(tab))))).toEqual({ ...tab, rows: open });
    }),
    { numRuns: process.env.ANPEI_SOAK ? 200 : 30 },
  );
});

test("the page decides about a reading what is decided about the workbook", () => {
  const all = operationOf("all", ALL_TITLE, ruleOf("all"));
  const here = decideAway(read({ ...ALL, tables: tablesOf(all) }), all, TODAY, "b");
  const there = decideAway(gridsIn(sent(read())), all, TODAY, "b");
  expect(there.prepared.changes.cells.length).toBeGreaterThan(PEOPLE);
  expect(there.text).toBe(here.text);
  expect(there.prepared.changes).toEqual(here.prepared.changes);
});

test("no secret is in it, and no tab that screens do not show, whatever the host reads along", () => {
  const whole = memoryLab(seededTabs(PEOPLE, TODAY, "2024-02-20")).host.read();
  const { password } = CARDS.columns;
  const place = whole.find(({ title }) => title === CARDS.title)?.header.indexOf(password.title) ?? -1;
  const secrets = whole.flatMap(({ title, rows }) =>
    title === CARDS.title ? rows.map(({ values }) => String(values[place])) : [],
  );
  expect(secrets.length).toBeGreaterThan(100);
  const reading = sent(whole);
  expect(reading.tabs.map(({ title }) => title)).toEqual(SCREEN_TABLES.map((name) => TABLES[name].title));
  const cards = gridsIn(reading).find(({ title }) => title === CARDS.title);
  expect(cards?.rows.every(({ values }) => values[place] === null)).toBe(true);
  expect(snapshotOf(gridsIn(reading), SCREEN_TABLES).roster).toEqual(snapshotOf(whole).roster);
});

test("of a workbook that is held only the tabs that changed are packed anew", () => {
  const { tables, sparing } = readFor(ALL);
  const grids = memoryLab(seededTabs(PEOPLE, TODAY, "2024-02-20")).host.read(tables);
  const packs = (held: Grids) => readingOf(spared(held, sparing), ALL, ABOUT).tabs;
  const changed = grids.map((grid) => (grid.title === ROSTER.title ? { ...grid, rows: grid.rows.slice(1) } : grid));
  const [before, same, after] = [packs(grids), packs(grids), packs(changed)];
  expect(before.map(({ title }) => title)).toContain(CARDS.title);
  expect(before.every((pack, place) => pack === same[place])).toBe(true);
  expect(before.filter((pack, place) => pack !== after[place]).map(({ title }) => title)).toEqual([ROSTER.title]);
});

test("it weighs at most 0.6 KB a person", () => {
  expect(Buffer.byteLength(JSON.stringify(readingOf(read(), ALL, ABOUT)))).toBeLessThan(600 * PEOPLE);
});
