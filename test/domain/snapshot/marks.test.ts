import fc from "fast-check";
import { type ChangeSet, hashOf } from "../../../apps-script/domain/changes/change-set";
import type { TableName } from "../../../apps-script/domain/schema/index";
import { ROSTER, type Table } from "../../../apps-script/domain/schema/index";
import type { Grids } from "../../../apps-script/domain/snapshot/grid";
import { marksOf } from "../../../apps-script/domain/snapshot/marks";
import { snapshotOf } from "../../../apps-script/domain/snapshot/snapshot";
import { type Sparing, spared } from "../../../apps-script/domain/snapshot/sparing";
import { addRows, edit, freshTabs, type LabTab, tabOf } from "../../hosts/lab";
import { memoryLab } from "../../hosts/memory-lab";

/** A roster of four with numbers and, if so, one without; and a card. */
function tabsOf(hasKeyless: boolean): LabTab[] {
  const tabs = freshTabs();
  const people = [1, 2, 3, 4].map((place) => ({ 报名编号: `B2024-0000${place}`, 姓名: `人${place}`, 余量天数: place }));
  addRows(tabOf(tabs, "名册"), hasKeyless ? [...people, { 姓名: "王三" }] : people);
  addRows(tabOf(tabs, "模拟卡"), [{ 卡号: "0012", 密码: "a0b1" }]);
  return tabs;
}

function markOf(tabs: readonly LabTab[], name: "roster" | "cards" = "roster", sparing: Sparing = {}): string | undefined {
  const grids: Grids = memoryLab(tabs).host.read();
  return marksOf(snapshotOf(spared(grids, sparing)), [name])[name];
}

test("the order of rows, blank rows and the staff's own columns do not count", () => {
  const mark = markOf(tabsOf(false));
  const rows = fc.shuffledSubarray([1, 2, 3, 4], { minLength: 4 });
  fc.assert(
    fc.property(rows, fc.nat(4), fc.string(), (order, blankAt, typed) => {
      const tabs = tabsOf(false);
      const roster = tabOf(tabs, "名册");
      const [header = [], ...people] = roster.cells;
      roster.cells = [[...header, "我的列"], ...order.map((place) => people[place - 1] ?? [])];
      edit(roster, 1, "我的列", typed);
      roster.cells.splice(1 + blankAt, 0, []);
      expect(markOf(tabs)).toBe(mark);
    }),
    { numRuns: 50 },
  );
});

test("every cell of the schema's columns counts", () => {
  const mark = markOf(tabsOf(false));
  for (const { title, kind } of Object.values<Table["columns"][string]>(ROSTER.columns)) {
    const tabs = tabsOf(false);
    edit(tabOf(tabs, "名册"), 2, title, kind === "number" ? 77 : "乙");
    expect([title, markOf(tabs) === mark]).toEqual([title, false]);
  }
});

test("the place of a row counts where it has no key, and whether two rows share one", () => {
  const [before, moved, shared] = [tabsOf(true), tabsOf(true), tabsOf(true)];
  const { cells } = tabOf(moved, "名册");
  cells.push(...cells.splice(1, 1));
  edit(tabOf(shared, "名册"), 2, "报名编号", "B2024-00001");
  expect(new Set([before, moved, shared].map((tabs) => markOf(tabs))).size).toBe(3);
});

test("secrets do not count, and are not needed", () => {
  const [before, other] = [tabsOf(false), tabsOf(false)];
  edit(tabOf(other, "模拟卡"), 1, "密码", "ffff");
  expect(markOf(other, "cards")).toBe(markOf(before, "cards"));
  expect(markOf(before, "cards", { secrets: true })).toBe(markOf(before, "cards"));
  const snapshot = snapshotOf(memoryLab(before).host.read());
  expect(Object.keys(marksOf(snapshot, ["cards", "seals", "changeParts"]))).toEqual(["cards"]);
});

test("the hash of a change set is the same in whatever order its rows were decided", () => {
  const change = fc.record({
    table: fc.constantFrom("roster" as const, "units" as const),
    row: fc.string(),
    column: fc.string(),
  });
  const cells = fc.uniqueArray(change, { selector: (one) => JSON.stringify(one), maxLength: 6 });
  const shuffled = cells.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })));
  const changesOf = (some: readonly { table: TableName; row: string; column: string }[]): ChangeSet => {
    const rest = { action: "x", today: "2024-03-01", rows: [], blanked: [], findings: [], summary: {} };
    return { ...rest, cells: some.map((one) => ({ ...one, before: null, after: "1", reason: "" })) };
  };
  fc.assert(
    fc.property(shuffled, ([some, others]) => {
      expect(hashOf(changesOf(others))).toBe(hashOf(changesOf(some)));
      if (some.length > 0) expect(hashOf(changesOf(some.slice(1)))).not.toBe(hashOf(changesOf(some)));
    }),
  );
});
