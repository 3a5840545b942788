import { readFileSync } from "node:fs";
import { join } from "node:path";
import { loadPlanOperation } from "../../../apps-script/domain/operations/load-plan";
import { type Operation, operationOf } from "../../../apps-script/domain/operations/operation";
import { undoOperation } from "../../../apps-script/domain/operations/undo";
import { readPlanText } from "../../../apps-script/domain/plan/read-plan";
import { ACTIONS, type ActionId, ALL_TITLE, ruleOf } from "../../../apps-script/domain/rules/actions";
import { RUNS } from "../../../apps-script/domain/schema/index";
import { gridsIn } from "../../../apps-script/domain/serving/reading";
import { snapshotOf } from "../../../apps-script/domain/snapshot/snapshot";
import { runLines } from "../../../apps-script/domain/views/runs";
import { initialisedReport } from "../../../apps-script/page/report/initialised";
import { perform } from "../../../node-sync/src/perform";
import type { Lab } from "../../hosts/lab";
import { xlsxLab } from "../../hosts/xlsx-lab";
import { loadTabs } from "../lab";
import { type AddOn, openAddOn } from "./support/add-on";
import { buildAddOn, root } from "./support/built";
import { cellsOf, sheetOf } from "./support/cells";
import { called, press } from "./support/press";
import { seededTabs } from "./support/seeded";

const TODAY = "2024-03-20";
const MOMENT = `${TODAY}T10:00:00+08:00`;
const notice = readFileSync(join(root, "test/fixtures/notice-2024.txt"), "utf8");

/** Every menu item that changes the workbook, with what the command line runs for it. */
const ITEMS: readonly (readonly [string, Operation, string])[] = [
  ["menuPlan", loadPlanOperation(readPlanText(notice).classes, 2024), notice],
  ...ACTIONS.map(({ id, title }) => [handlerOf(id), operationOf(id, title, ruleOf(id)), ""] as const),
  ["menuAll", operationOf("all", ALL_TITLE, ruleOf("all")), ""],
  ["menuUndo", undoOperation(), ""],
  ["menuUndo", undoOperation(), ""],
  ["menuAll", operationOf("all", ALL_TITLE, ruleOf("all")), ""],
];

function handlerOf(id: ActionId): string {
  return `menu${id.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase())}`;
}

const built = buildAddOn();

describe("a menu item does what the command line does", () => {
  let office: Lab;
  let addOn: AddOn;

  beforeAll(async () => {
    const tabs = seededTabs(120, TODAY, "2024-02-20");
    addOn = openAddOn(built, { moment: MOMENT });
    loadTabs(addOn.google.workbook, tabs, "dates");
    office = await xlsxLab();
    await office.load(tabs);
  });

  test("menuInit finds nothing lacking and touches nothing", () => {
    const before = cellsOf(sheetOf(addOn));
    const shown = called(addOn, "init", { year: null, agreed: null });
    const done = called(addOn, "init", { year: null, agreed: shown.hash });
    expect([shown, done].map((answer) => initialisedReport(answer).isNothing)).toEqual([true, true]);
    expect(cellsOf(sheetOf(addOn))).toEqual(before);
  });

  test.each(ITEMS)("%s", async (handler, operation, plan) => {
    const { preview, result } = press(addOn, handler, plan);
    const head = { time: MOMENT, clerk: "乙", source: "命令行" } as const;
    const receipt = await perform(office.host, operation, { today: TODAY, head });
    expect(preview.stage).toBe("preview");
    expect(result.stage).toBe("result");
    expect(result.headline).toContain(receipt.run ?? "没有改动（0 处）");
    expect(result.isNothing).toBe(receipt.run === null);
    expect(cellsOf(sheetOf(addOn))).toEqual(cellsOf(await office.host.read()));
  });

  test("menuLog lists what the command line lists", async () => {
    const reading = called(addOn, "read", { tables: ["runs", "settings"], runs: [], isSettled: false });
    const runs = runLines(snapshotOf(gridsIn(reading), ["runs", "settings"]));
    const { runs: listed } = snapshotOf(await office.host.read(), ["runs"]);
    expect(runs.map(({ id, action, changes, state }) => [id, action, changes, state]).reverse()).toEqual(
      listed.map((row) => [row.id, row.action, row.changes, row.state]),
    );
    expect(new Set(runs.map(({ canUndo, state }) => canUndo === (state === "完成")))).toEqual(new Set([true]));
  });

  test("a second run of everything changes nothing, and says so", () => {
    const before = cellsOf(sheetOf(addOn));
    expect(before[RUNS.title]).toHaveLength(11);
    const { preview, result } = press(addOn, "menuAll");
    expect([preview.isNothing, preview.headline, result.headline]).toEqual([
      true,
      "没有改动（0 处），不用执行。",
      "没有改动（0 处）。",
    ]);
    expect(cellsOf(sheetOf(addOn))).toEqual(before);
  });
});
