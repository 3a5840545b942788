import fc from "fast-check";
import { contextOf } from "../../../apps-script/domain/rules/context";
import { dashboard, dashboardFiles } from "../../../apps-script/domain/rules/dashboard";
import { snapshotOf } from "../../../apps-script/domain/snapshot/snapshot";
import { boardView } from "../../../apps-script/domain/views/board";
import { boardLines } from "../../../apps-script/domain/views/board-lines";
import { livedTabs } from "../../support/counted-workbook";
import { runOn, secondRunOf } from "../../support/running";

const TODAY = "2024-06-20";
const book = snapshotOf(livedTabs(5, 37, TODAY));
const told = (snapshot: typeof book) => boardLines(boardView(snapshot, contextOf(snapshot, TODAY)));

test("the tab holds the numbers of the view, each in its line, and a second run finds nothing to do", () => {
  const ran = runOn(dashboard, book, TODAY);
  const lines = ran.after.dashboard.map(({ key: _, at: __, ...line }) => line);
  expect(lines).toEqual(told(ran.after));
  expect(secondRunOf(dashboard, ran, TODAY)).toBe(0);
});

test("only what has changed is written", () => {
  const { after } = runOn(dashboard, book, TODAY);
  const all = told(after)[0]?.count;
  if (typeof all !== "number") throw new Error("no people");
  const fewer = { ...after, roster: after.roster.slice(1) };
  const { cells, rows } = dashboard(fewer, contextOf(fewer, TODAY));
  expect(rows).toEqual([]);
  expect(cells).toContainEqual(expect.objectContaining({ row: "figures-01", column: "count", before: all, after: all - 1 }));
  expect(cells.length).toBeLessThan(40);
});

/** What the rows say from above, but for their names. */
const said = ({ dashboard: rows }: typeof book) =>
  [...rows].sort((one, other) => one.at - other.at).map(({ key: _, at: __, id: ___, ...line }) => line);

test("however staff sorted the rows, each line is at its place again, and no row is added or named anew", () => {
  const { after } = runOn(dashboard, book, TODAY);
  fc.assert(
    fc.property(fc.shuffledSubarray([...after.dashboard], { minLength: after.dashboard.length }), (rows) => {
      const sorted = { ...after, dashboard: rows.map((row, index) => ({ ...row, at: index + 2 })) };
      const ran = runOn(dashboard, sorted, TODAY);
      expect(said(ran.after)).toEqual(said(after));
      expect([ran.outcome.rows, ran.outcome.cells.filter(({ column }) => column === "id")]).toEqual([[], []]);
      expect(runOn(dashboardFiles, ran.after, TODAY).outcome.cells).toEqual([]);
    }),
    { numRuns: 20 },
  );
});

test("a line whose row is gone comes back, and staff are told that charts may be off; once", () => {
  const { after } = runOn(dashboard, book, TODAY);
  const ran = runOn(dashboard, { ...after, dashboard: after.dashboard.filter((_, at) => at !== 14) }, TODAY);
  expect(said(ran.after)).toEqual(said(after));
  expect(new Set(ran.after.dashboard.map(({ key }) => key)).size).toBe(after.dashboard.length);
  expect(ran.outcome.findings).toMatchObject([{ code: "W12", message: expect.stringContaining("少了1行") }]);
  expect([secondRunOf(dashboard, ran, TODAY), runOn(dashboard, ran.after, TODAY).codes]).toEqual([0, []]);
});

test("rows that lost their 编号 get it again where they stand", () => {
  const { after } = runOn(dashboard, book, TODAY);
  const nameless = after.dashboard.map((row) => ({ ...row, id: null, key: `@${row.at}` }));
  const ran = runOn(dashboard, { ...after, dashboard: nameless }, TODAY);
  expect([ran.outcome.rows, ran.after.dashboard]).toEqual([[], after.dashboard]);
});

test("of rows that share a 编号 none is written, and those below keep their places; nor is what staff wrote below", () => {
  const { after } = runOn(dashboard, book, TODAY);
  const [first, second, ...rest] = after.dashboard;
  if (!first || !second) throw new Error("no lines");
  const own = { ...first, id: null, key: "@200", at: 200, item: "合计" };
  const damaged = {
    ...after,
    dashboard: [first, ...rest, own],
    repeated: [...after.repeated, { table: "dashboard" as const, key: second.key, at: [second.at, 150], rows: [second, second] }],
  };
  const { cells, rows, findings } = dashboard(damaged, contextOf(damaged, TODAY));
  expect([cells, rows, findings]).toEqual([[], [], []]);
});
