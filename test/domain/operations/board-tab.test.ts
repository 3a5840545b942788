import { inverseOf } from "../../../apps-script/domain/changes/undo";
import { decideAway } from "../../../apps-script/domain/operations/earlier-decision";
import { asMigrated, migrationOf } from "../../../apps-script/domain/operations/migrate";
import { operationOf } from "../../../apps-script/domain/operations/operation";
import { runAll } from "../../../apps-script/domain/rules/actions";
import { DASHBOARD, SETTINGS } from "../../../apps-script/domain/schema/index";
import { SETTING_SPECS } from "../../../apps-script/domain/schema/settings";
import { packGrid } from "../../../apps-script/domain/serving/packed-grid";
import type { Grid, Grids } from "../../../apps-script/domain/snapshot/grid";
import { screenSnapshot } from "../../../apps-script/page/book/screen-snapshot";
import { livedTabs } from "../../support/counted-workbook";

const TODAY = "2024-06-20";
const book: Grids = livedTabs(5, 12, TODAY).map((grid) => (grid.title === DASHBOARD.title ? { ...grid, rows: [] } : grid));
const all = operationOf("all", "全部执行", runAll);
const ran = (grids: Grids) => decideAway(grids, all, TODAY, "build").prepared.changes;

const withBoard = (change: (board: Grid) => Grid): Grids =>
  book.map((grid) => (grid.title === DASHBOARD.title ? change(grid) : grid));

const theirs = withBoard((board) => ({
  ...board,
  header: ["编号", "项目", "数量", "数量", "领导要看的"],
  rows: [
    { at: 2, values: ["1", "安全帽", 3, 4, null] },
    { at: 3, values: ["2", "手套", 3, 4, null] },
  ],
  blocks: [{ kind: "merged", firstRow: 2, lastRow: 3, firstColumn: 4, lastColumn: 4 }],
}));

test("staff's own tab of that name stops nothing, is read nowhere, and nothing is written there", () => {
  const { cells, rows, findings } = ran(theirs);
  expect([...cells, ...rows].filter(({ table }) => table === "dashboard")).toEqual([]);
  expect(findings.filter(({ table }) => table === "dashboard")).toMatchObject([{ code: "W17", severity: "提示" }]);
  expect(screenSnapshot(theirs.map(packGrid)).dashboard).toEqual([]);
});

test("an older workbook with staff's own tab of that name is brought up without touching it", () => {
  const old = theirs.map((grid) => {
    if (grid.title !== SETTINGS.title) return grid;
    const mark = SETTING_SPECS.schemaVersion.item;
    const rows = grid.rows.map((row) => (row.values.includes(mark) ? { ...row, values: [mark, 2] } : row));
    return { ...grid, rows };
  });
  const migration = migrationOf(old);
  expect(migration?.tabs.map(({ title }) => title)).not.toContain(DASHBOARD.title);
  expect(migration?.looks.filter(({ table }) => table.title === DASHBOARD.title)).toEqual([]);
  const board = asMigrated(old).find(({ title }) => title === DASHBOARD.title);
  expect(board).toEqual(theirs.find(({ title }) => title === DASHBOARD.title));
  expect(ran(old).findings.map(({ code }) => code)).toContain("W17");
});

test.each(Object.values(DASHBOARD.columns).map(({ title }) => title))(
  "without its column %s the tab is filled as ever",
  (title) => {
    const damaged = withBoard((board) => ({ ...board, header: board.header.map((cell) => (cell === title ? null : cell)) }));
    expect(ran(damaged).rows.filter(({ table }) => table === "dashboard")).toEqual(
      ran(book).rows.filter(({ table }) => table === "dashboard"),
    );
    expect(screenSnapshot(damaged.map(packGrid)).dashboard).toEqual([]);
  },
);

test("undoing an older run takes no lines away, nor does it bring its numbers back", () => {
  const line = { table: "dashboard", row: "figures-01", reason: "" } as const;
  const cells = [{ ...line, column: "count", before: 1, after: 2 }];
  const rows = [{ ...line, values: { id: "figures-01", count: 2 } }];
  const { changes, kept } = inverseOf("R00001", { ...ran(book), cells, rows }, () => ({
    key: "figures-01",
    at: 2,
    id: "figures-01",
    count: 2,
  }));
  expect([changes.cells, changes.blanked, changes.rows, kept]).toEqual([[], [], [], []]);
});
