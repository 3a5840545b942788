import fc from "fast-check";
import { hasOutdated, outdatedRuns } from "../../../apps-script/domain/changes/outdated";
import { recoveryOf, unreadable } from "../../../apps-script/domain/changes/recover";
import { lastStanding } from "../../../apps-script/domain/changes/undo";
import { addDays } from "../../../apps-script/domain/days/civil-day";
import { snapshotOf } from "../../../apps-script/domain/snapshot/snapshot";
import { addRows, freshTabs, rowWhere, tabOf } from "../../hosts/lab";
import { memoryLab } from "../../hosts/memory-lab";

const FIRST = "2024-01-01";
interface Told {
  readonly day: number;
  readonly state: string;
  readonly isUndo: boolean;
}

/** A workbook with such runs, each with a change set in two parts; `days` is what 设置 says, null for no row. */
async function bookWith(runs: readonly Told[], days: number | string | null) {
  const tabs = freshTabs();
  const numbered = runs.map((run, index) => ({ ...run, id: `R${String(index + 1).padStart(5, "0")}` }));
  const log = ({ id, day, state, isUndo }: (typeof numbered)[number]) => ({
    运行号: id,
    时间: `${addDays(FIRST, day)}T09:00:00+08:00`,
    操作: isUndo ? "撤销" : "试改",
    状态: state,
  });
  addRows(tabOf(tabs, "操作记录"), numbered.map(log));
  const parts = numbered.flatMap(({ id }) => [1, 2].map((part) => ({ 运行号: id, 序号: part, 内容: "|x" })));
  addRows(tabOf(tabs, "_改动"), parts);
  const settings = tabOf(tabs, "设置");
  const at = rowWhere(settings, "项", "保留改动天数");
  if (days === null) settings.cells.splice(at, 1);
  else settings.cells[at] = ["保留改动天数", days];
  return memoryLab(tabs).host;
}
const done = (day: number): Told => ({ day, state: "完成", isUndo: false });

test.each<[string, readonly Told[], number | string | null, readonly string[]]>([
  ["the ninety-first day after", [done(0), done(90), done(91), done(91)], null, ["R00001"]],
  ["the ninetieth day after", [done(0), done(90), done(90)], 90, []],
  ["as 设置 says", [done(0), done(1), done(8), done(8)], 7, ["R00001"]],
  ["fewer days than may be", [done(0), done(8), done(8)], 3, []],
  ["no number", [done(0), done(91), done(91)], "永久", ["R00001"]],
  ["a run that is cut off", [{ ...done(0), state: "待写" }, done(200), done(200)], 90, []],
  ["the one that 撤销 takes back next", [done(0), { ...done(200), isUndo: true }, { ...done(200), isUndo: true }], 90, []],
  ["one that was taken back", [{ ...done(0), state: "已撤销" }, done(200), done(200)], 90, ["R00001"]],
  ["none, where the clock of the last run ran ahead", [done(0), done(1), done(2), done(4000)], 90, []],
  ["none, where that of an earlier one did", [done(0), done(4000), done(1), done(2)], 90, []],
])("which change sets go: %s", async (_name, runs, days, expected) => {
  const snapshot = snapshotOf(await (await bookWith(runs, days)).read());
  expect([...outdatedRuns(snapshot)]).toEqual(expected);
});

test("what goes is emptied once, and nothing that a person may still need", async () => {
  const run = fc.record({ day: fc.nat(400), state: fc.constantFrom("完成", "已撤销", "未完成"), isUndo: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(fc.array(run, { maxLength: 12 }), fc.integer({ min: 7, max: 200 }), async (runs, days) => {
      const host = await bookWith(runs, days);
      const grids = await host.read();
      const before = snapshotOf(grids);
      const { writes, dropped } = recoveryOf(grids, before, () => false);
      expect(hasOutdated(grids, before)).toBe(dropped.length > 0);
      await host.write([writes]);
      const now = await host.read();
      const after = snapshotOf(now);
      expect([after.runs, hasOutdated(now, after)]).toEqual([before.runs, false]);
      const left = new Set(after.changeParts.map((part) => part.run));
      expect([...left, ...dropped].sort()).toEqual(before.runs.map(({ key }) => key).sort());
      const next = lastStanding(before.runs);
      if (next) expect(left).toContain(next.key);
      const last = Math.max(...runs.map(({ day }) => day));
      for (const [index, { key }] of before.runs.entries()) {
        if (last - (runs[index]?.day ?? 0) <= days) expect(left).toContain(key);
      }
    }),
  );
});

test("where the tab is protected everything stays", async () => {
  const grids = await (await bookWith([done(0), done(200)], 90)).read();
  expect(recoveryOf(grids, snapshotOf(grids), ({ sheet }) => sheet === "_改动")).toMatchObject({ writes: [], dropped: [] });
});

test("of a change set that is not there it is said whether it was cleared away for its age, lost or broken", async () => {
  const snapshot = snapshotOf(await (await bookWith([done(0), done(1), done(200), done(200)], 90)).read());
  const kept = { ...snapshot, changeParts: snapshot.changeParts.filter(({ run }) => run === "R00004") };
  expect(["R00001", "R00003", "R00004"].map((run) => unreadable(kept, run))).toEqual([
    "R00001 的改动明细已按“保留改动天数”清理，不能撤销。",
    "R00003 的改动明细不见了（隐藏表“_改动”被删除或清空过），不能撤销。有那以前的备份时，可改用备份。",
    "R00004 的改动明细不完整，不能撤销。",
  ]);
});
