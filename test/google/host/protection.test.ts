import { ProtectedTab } from "../../../apps-script/domain/changes/closed";
import { OutcomeBuilder } from "../../../apps-script/domain/changes/outcome";
import type { Operation } from "../../../apps-script/domain/operations/operation";
import { snapshotOf } from "../../../apps-script/domain/snapshot/snapshot";
import { initialise } from "../../../apps-script/src/initialise";
import { cellAt, columnOf, type LabTab, tabOf } from "../../hosts/lab";
import { protectTab } from "../lab";
import { apply, preview } from "../perform-at-once";
import type { ProtectionModel } from "../workbook/furniture";
import { eightPeople, fill, terms } from "./fill";
import { loadSmall, type SheetLab, sheetLab } from "./sheet-lab";

const nothing: Operation = { id: "none", title: "空", decide: () => new OutcomeBuilder().done() };
/** Every call on a machine that has the time, else some of them. */
const STEP = process.env.ANPEI_SOAK ? 1 : 17;
const CLERK = "clerk@example.org";

async function labOf(tabs: readonly LabTab[] = eightPeople()): Promise<SheetLab> {
  const lab = sheetLab({ person: CLERK });
  await loadSmall(lab, tabs);
  return lab;
}

/** What people and rules work with: all but the numbers given, their counters, and the books about runs. */
function facts(lab: SheetLab): unknown {
  const { roster, units } = snapshotOf(lab.sheetHost.read());
  return [roster.map(({ id, person, at, key, ...row }) => row), units.map(({ at, ...row }) => row)];
}

describe("a tab that is protected while a run is under way, at whichever call", () => {
  test.each(["名册", "操作记录", "_改动", "设置"])("%s: the run is done, or taken back and closed", async (title) => {
    const before = facts(await labOf());
    const undisturbed = await labOf();
    apply(undisturbed.sheetHost, fill, terms);
    const after = facts(undisturbed);
    const seen = new Set<string>();
    for (let n = 1; ; n += STEP) {
      const lab = await labOf();
      let isReached = false;
      const stop = lab.google.onCall((_, call) => {
        if (call !== n) return;
        isReached = true;
        protectTab(lab.google.workbook, title);
      });
      let refusal: unknown = null;
      try {
        apply(lab.sheetHost, fill, terms);
      } catch (error) {
        refusal = error;
      }
      stop();
      if (refusal !== null) expect([n, (refusal as ProtectedTab).tabs]).toEqual([n, [title]]);
      if (refusal !== null) expect(String(refusal)).toMatch(/表(在运行期间)?设了保护.*再运行一次/);
      const { runs } = snapshotOf(lab.sheetHost.read(), ["runs"]);
      const states = runs.map(({ state }) => state).join();
      const isOpen = states === "待写";
      seen.add(states);
      // Only the log itself can hold a run up: then it is finished once that may be written again.
      if (isOpen) expect(["操作记录", "_改动"]).toContain(title);
      else if (String(refusal).includes("取不回来")) expect(facts(lab)).not.toEqual(before);
      else expect([n, facts(lab)]).toEqual([n, states === "完成" ? after : before]);
      protectTab(lab.google.workbook, title, false);
      apply(lab.sheetHost, nothing, terms);
      expect(snapshotOf(lab.sheetHost.read(), ["runs"]).runs.map(({ state }) => state)).not.toContain("待写");
      apply(lab.sheetHost, fill, terms);
      expect([n, facts(lab)]).toEqual([n, after]);
      if (!isReached) break;
    }
    expect(seen).toContain("完成");
    expect(seen).toContain("");
    if (title === "名册") expect(seen).toContain("未完成");
  });
});

test("a preview of what can't be written says so, and does not ask for a press that would be refused", async () => {
  const lab = await labOf();
  protectTab(lab.google.workbook, "名册");
  expect(() => preview(lab.sheetHost, fill, terms)).toThrow("“名册”表设了保护，当前账号不能改，这次没有写入。");
});

test("protected between preview and press, the run is closed with the tab named, and the rest taken back", async () => {
  const lab = await labOf();
  const hash = preview(lab.sheetHost, fill, terms).hash();
  protectTab(lab.google.workbook, "名册");
  const before = facts(lab);
  expect(() => apply(lab.sheetHost, fill, terms, hash)).toThrow(
    /^“名册”表在运行期间设了保护，R00001 没有完成，已经写入的都取回了。.*再运行一次。$/,
  );
  expect(facts(lab)).toEqual(before);
  const log = tabOf(await lab.dump(), "操作记录");
  expect([cellAt(log, 1, "状态"), cellAt(log, 1, "摘要")]).toEqual(["未完成", "没有完成：“名册”表设了保护。"]);
});

describe("a part of a tab", () => {
  const protectCells = (lab: SheetLab, row: number, from: string, to: string, more: Partial<ProtectionModel> = {}): void => {
    const roster = tabOf(eightPeople(), "名册");
    const [first, last] = [columnOf(roster, from), columnOf(roster, to)].sort((a, b) => a - b) as [number, number];
    const area = { row, column: first + 1, rows: 1, columns: last - first + 1 };
    const whole = { areas: [area], unprotected: [], description: "", warningOnly: false, editors: [], ...more };
    lab.google.workbook.sheetTitled("名册")?.protections.push({ kind: "RANGE", ...whole });
  };
  /** The one whom `fill` leaves alone stands in a row between others. */
  const skipped = (): number => tabOf(eightPeople(), "名册").cells.findIndex((line) => line.includes("skip")) + 1;

  test("that the run leaves alone is not touched, and the run is done", async () => {
    const undisturbed = await labOf();
    apply(undisturbed.sheetHost, fill, terms);
    const lab = await labOf();
    protectCells(lab, skipped(), "锁定班级", "模拟卡号");
    protectCells(lab, skipped(), "班级", "分配说明");
    const hash = preview(lab.sheetHost, fill, terms).hash();
    expect(apply(lab.sheetHost, fill, terms, hash).run).toBe("R00001");
    expect(await lab.dump()).toEqual(await undisturbed.dump());
  });

  test.each<[string, Partial<ProtectionModel>, boolean]>([
    ["is refused", {}, false],
    ["goes through where this person may edit", { editors: [CLERK] }, true],
    ["goes through where it only warns", { warningOnly: true }, true],
  ])("that the run has to write %s", async (_, more, may) => {
    const lab = await labOf();
    protectCells(lab, skipped() + 1, "班级", "班级", more);
    const before = await lab.dump();
    if (may) expect(apply(lab.sheetHost, fill, terms).run).toBe("R00001");
    else {
      expect(() => apply(lab.sheetHost, fill, terms)).toThrow(ProtectedTab);
      expect(await lab.dump()).toEqual(before);
    }
  });

  test("an exception on a protected sheet may be written", async () => {
    const lab = await labOf();
    protectTab(lab.google.workbook, "名册");
    const sheet = lab.google.workbook.sheetTitled("名册");
    const [protection] = sheet?.protections ?? [];
    protection?.unprotected.push({ row: 2, column: 1, rows: (sheet?.maxRows ?? 2) - 1, columns: sheet?.maxColumns ?? 1 });
    expect(apply(lab.sheetHost, fill, terms).run).toBe("R00001");
  });
});

test("初始化 on a Sheet with a protected tab that lacks a column writes nothing and names the tab", async () => {
  const tabs = eightPeople();
  tabOf(tabs, "单位").cells[0]?.pop();
  const lab = await labOf(tabs.filter(({ title }) => title !== "冲突"));
  protectTab(lab.google.workbook, "单位");
  const before = await lab.dump();
  expect(() => initialise(lab.sheetHost, { planYear: 2024, workbook: "a1b2c3d4e5f6" })).toThrow("“单位”表设了保护");
  expect(await lab.dump()).toEqual(before);
});
