import { contextOf } from "../../../apps-script/domain/rules/context";
import { dashboard } from "../../../apps-script/domain/rules/dashboard";
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

test("only what has changed is written, and lines that staff moved keep their numbers", () => {
  const { after } = runOn(dashboard, book, TODAY);
  const all = told(after)[0]?.count;
  if (typeof all !== "number") throw new Error("no people");
  const turned = { ...after, dashboard: [...after.dashboard].reverse(), roster: after.roster.slice(1) };
  const { cells, rows } = dashboard(turned, contextOf(turned, TODAY));
  expect(rows).toEqual([]);
  expect(cells).toContainEqual(expect.objectContaining({ row: "figures-01", column: "count", before: all, after: all - 1 }));
  expect(cells.length).toBeLessThan(40);
});

test("a line that is gone comes back, one that is there twice is left alone", () => {
  const { after } = runOn(dashboard, book, TODAY);
  const [first, second, ...rest] = after.dashboard;
  if (!first || !second) throw new Error("no lines");
  const damaged = {
    ...after,
    dashboard: rest,
    repeated: [...after.repeated, { table: "dashboard" as const, key: second.key, at: [3, 9], rows: [second, second] }],
  };
  const { cells, rows } = dashboard(damaged, contextOf(damaged, TODAY));
  expect(cells).toEqual([]);
  expect(rows.map(({ row }) => row)).toEqual([first.key]);
});
