import { digestOf } from "../../../apps-script/domain/changes/change-set";
import { decideAway } from "../../../apps-script/domain/operations/earlier-decision";
import { tablesOf } from "../../../apps-script/domain/operations/operation";
import { undoOperation } from "../../../apps-script/domain/operations/undo";
import type { ReadAsk } from "../../../apps-script/domain/serving/calls";
import { committedOf } from "../../../apps-script/domain/serving/committed";
import { type Fate, fateOf, runsSince } from "../../../apps-script/domain/serving/fate";
import { gridsIn, readFor, readingOf } from "../../../apps-script/domain/serving/reading";
import { snapshotOf } from "../../../apps-script/domain/snapshot/snapshot";
import { commit, perform, type Terms } from "../../../node-sync/src/perform";
import { BUILD } from "../../hosts/away";
import { pay } from "../../hosts/earlier-decision";
import { addRows, freshTabs, tabOf } from "../../hosts/lab";
import { type MemoryLab, memoryLab } from "../../hosts/memory-lab";

const terms: Terms = { today: "2024-03-01", head: { time: "2024-03-01T09:00:00+08:00", clerk: "甲", source: "菜单" } };
const ABOUT = { build: BUILD, document: "", clerk: "甲", today: terms.today, moment: terms.head.time, closed: [] };

function reading(lab: MemoryLab, given: Partial<ReadAsk>) {
  const ask: ReadAsk = { tables: ["runs"], runs: [], isSettled: true, ...given };
  const { tables, sparing } = readFor(ask);
  return gridsIn(readingOf(lab.host.read(tables, sparing), ask, ABOUT));
}

const runsOf = (lab: MemoryLab) => snapshotOf(reading(lab, {}), ["runs"]).runs;

function office() {
  const tabs = freshTabs();
  addRows(tabOf(tabs, "名册"), [{ 报名编号: "B2024-00001", 人员编号: "P00001", 姓名: "张一" }]);
  const lab = memoryLab(tabs);
  const before = runsOf(lab);
  const { text } = decideAway(lab.host.read(tablesOf(pay)), pay, terms.today, BUILD);
  const fate = (): Fate => {
    const runs = runsSince(before, runsOf(lab));
    return fateOf(digestOf(text), runs, reading(lab, { runs }));
  };
  return { lab, text, fate };
}

describe("a page that got no answer finds its decision in the log", () => {
  test("written, and taken back later", async () => {
    const { lab, text, fate } = office();
    expect(fate()).toEqual({ state: "absent", run: null });
    expect(committedOf(await commit(lab.host, text, terms, BUILD), String)).toMatchObject({
      state: "written",
      run: "R00001",
      size: { cells: 0, rows: 1, blanked: 0 },
    });
    expect(fate()).toEqual({ state: "written", run: "R00001" });
    await perform(lab.host, undoOperation(), terms);
    expect(fate()).toEqual({ state: "undone", run: "R00001" });
  });

  test("not written, as somebody else did the same before it came", async () => {
    const { lab, text, fate } = office();
    await perform(lab.host, pay, terms);
    expect(committedOf(await commit(lab.host, text, terms, BUILD), String).state).toBe("changed");
    expect(fate()).toEqual({ state: "absent", run: null });
  });

  test("half written, until the next run writes the rest", async () => {
    const { lab, text, fate } = office();
    lab.host.cutAfter = 1;
    await expect(commit(lab.host, text, terms, BUILD)).rejects.toThrow("cut off");
    expect(fate()).toEqual({ state: "unfinished", run: "R00001" });
    await perform(lab.host, pay, terms);
    expect(fate()).toEqual({ state: "written", run: "R00001" });
  });

  test("the runs of others are not asked for, and none of their change sets is sent", async () => {
    const { lab } = office();
    await perform(lab.host, pay, terms);
    await perform(lab.host, pay, terms);
    const { changeParts } = snapshotOf(reading(lab, { runs: ["R00002"] }), ["changeParts"]);
    expect(changeParts.map(({ run }) => run)).toEqual(["R00002"]);
  });
});
