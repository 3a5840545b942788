import fc from "fast-check";
import { refusing } from "../../../apps-script/domain/changes/closed";
import { OutcomeBuilder } from "../../../apps-script/domain/changes/outcome";
import { findingOfClosed, recoveryOf } from "../../../apps-script/domain/changes/recover";
import type { Operation } from "../../../apps-script/domain/operations/operation";
import { snapshotOf } from "../../../apps-script/domain/snapshot/snapshot";
import { perform } from "../../../node-sync/src/perform";
import { addRows, cellAt, columnOf, edit, freshTabs, type LabTab, rowWhere, tabOf } from "../../hosts/lab";
import { memoryLab } from "../../hosts/memory-lab";

const PEOPLE = ["B2024-00001", "B2024-00002", "B2024-00003"];
const UNITS = ["东山金矿", "西山金矿"];

/** Changes cells in 名册, empties some in 单位, and adds a unit. */
const operation: Operation = {
  id: "mixed",
  title: "试改",
  decide: ({ roster, units }) => {
    const out = new OutcomeBuilder();
    for (const row of roster) out.set("roster", row, "class", "再培训班第二期");
    for (const row of roster) out.set("roster", row, "slack", 7);
    for (const row of units) out.set("units", row, "contact", null);
    out.add("units", { name: "新单位", contact: "乙", phone: "0535001" });
    return out.done();
  },
};

function before(): LabTab[] {
  const tabs = freshTabs();
  addRows(
    tabOf(tabs, "名册"),
    PEOPLE.map((id, index) => ({
      报名编号: id,
      人员编号: `P0000${index}`,
      姓名: `人${index}`,
      班级: index === 0 ? "旧班" : null,
    })),
  );
  addRows(
    tabOf(tabs, "单位"),
    UNITS.map((name) => ({ 单位全称: name, 联系人: "甲" })),
  );
  return tabs;
}

async function after(): Promise<LabTab[]> {
  const { host, dump } = memoryLab(before());
  await perform(host, operation, {
    today: "2024-03-01",
    head: { time: "2024-03-01T09:00:00+08:00", clerk: "甲", source: "菜单" },
  });
  return dump();
}

/** Places that the run changes: each may be written or not when it is cut off. */
const PLACES = [
  ...PEOPLE.flatMap((id) => ["班级", "余量天数"].map((column) => ["名册", "报名编号", id, column] as const)),
  ...UNITS.map((name) => ["单位", "单位全称", name, "联系人"] as const),
];

test("a run cut off anywhere, with any tabs protected: finished, or taken back where that may be, and the rest listed", async () => {
  const [old, whole] = [before(), await after()];
  const cuts = fc.record({
    written: fc.array(fc.boolean(), { minLength: PLACES.length, maxLength: PLACES.length }),
    isRowThere: fc.boolean(),
    refused: fc.subarray(["名册", "单位"]),
  });
  await fc.assert(
    fc.asyncProperty(cuts, async ({ written, isRowThere, refused }) => {
      const tabs = structuredClone(whole);
      const put = (into: LabTab[], [tab, key, row, column]: (typeof PLACES)[number]): void => {
        const from = tabOf(old, tab);
        edit(tabOf(into, tab), rowWhere(tabOf(into, tab), key, row), column, cellAt(from, rowWhere(from, key, row), column));
      };
      PLACES.forEach((place, index) => {
        if (!written[index]) put(tabs, place);
      });
      const units = tabOf(tabs, "单位");
      if (!isRowThere) units.cells[rowWhere(units, "单位全称", "新单位")]?.fill(null);
      edit(tabOf(tabs, "操作记录"), 1, "状态", "待写");

      const { host, dump } = memoryLab(tabs);
      const grids = await host.read();
      const refuses = refusing([], new Set(refused));
      const { writes, closed, finished } = recoveryOf(grids, snapshotOf(grids), refuses);
      expect(writes.filter(refuses)).toEqual([]);
      await host.write([writes]);

      const lacks = (tab: string): boolean =>
        PLACES.some(([of], index) => of === tab && !written[index]) || (tab === "单位" && !isRowThere);
      const stops = refused.filter(lacks);
      expect(closed.map(({ run, tabs: named }) => [run, [...named].sort()])).toEqual(
        stops.length > 0 ? [["R00001", [...stops].sort()]] : [],
      );
      expect(finished).toEqual(stops.length > 0 ? [] : ["R00001"]);
      const now = await dump();
      const log = tabOf(now, "操作记录");
      expect(cellAt(log, 1, "状态")).toBe(stops.length > 0 ? "未完成" : "完成");
      for (const tab of ["名册", "单位"]) {
        const wanted = stops.length === 0 ? whole : refused.includes(tab) ? tabs : old;
        expect([tab, cellsOf(now, tab)]).toEqual([tab, cellsOf(wanted, tab)]);
      }
      const left = PLACES.filter(([tab], index) => written[index] && refused.includes(tab)).length;
      const rows = isRowThere && refused.includes("单位") ? 1 : 0;
      for (const one of closed) {
        expect(one.left).toHaveLength(left + rows);
        expect(findingOfClosed(one).message).toContain(left + rows === 0 ? "都取回了" : `这${left + rows}处取不回来`);
      }
    }),
    { numRuns: process.env.ANPEI_SOAK && process.env.TZ === "Asia/Shanghai" ? 2_000 : 60 },
  );
});

/** What stands in the columns that the run has to do with. */
function cellsOf(tabs: readonly LabTab[], title: string): unknown[] {
  const tab = tabOf(tabs, title);
  const columns = title === "名册" ? ["报名编号", "班级", "余量天数"] : ["单位全称", "联系人", "电话"];
  const lines = tab.cells.map((cells) => columns.map((column) => cells[columnOf(tab, column)] ?? null));
  return lines.filter((line) => line.some((cell) => cell !== null));
}
