import { LEASE_TITLE } from "../../../apps-script/domain/operations/lease";
import { loadPlanOperation } from "../../../apps-script/domain/operations/load-plan";
import { type Operation, operationOf, tablesOf } from "../../../apps-script/domain/operations/operation";
import type { Receipt } from "../../../apps-script/domain/operations/receipt";
import { undoOperation } from "../../../apps-script/domain/operations/undo";
import { ACTIONS, ruleOf } from "../../../apps-script/domain/rules/actions";
import { titlesOf } from "../../../apps-script/domain/schema/column";
import { ROSTER } from "../../../apps-script/domain/schema/index";
import { initialise } from "../../../apps-script/src/initialise";
import { statedPlan } from "../../domain/plan/plan-2024";
import { apply, preview } from "../perform-at-once";
import { terms } from "./fill";
import { type SheetLab, sheetLab } from "./sheet-lab";

/** A Sheet as 初始化 makes it, with the plan of 2024 and so many people typed into 名册. */
async function crowded(count: number): Promise<SheetLab> {
  const lab = sheetLab();
  initialise(lab.sheetHost, { planYear: 2024, workbook: "a1b2c3d4e5f6" });
  apply(lab.sheetHost, loadPlanOperation(statedPlan, 2024), terms);
  const titles = titlesOf(ROSTER);
  const row = (index: number): string[] => {
    const typed: Readonly<Record<string, string>> = {
      姓名: `人${index}`,
      证件类型: "护照",
      证件号: `E${String(10_000_000 + index)}`,
      手机号: `199${String(10_000_000 + index)}`,
      工作单位: `单位${index % 5}`,
      职位: "主要负责人",
      申报类型: "再培训",
      证件有效期: `2024-${String(1 + (index % 12)).padStart(2, "0")}-15`,
    };
    return titles.map((title) => typed[title] ?? "");
  };
  const sheet = lab.google.services.SpreadsheetApp.getActiveSpreadsheet().getSheetByName(ROSTER.title);
  if (count + 1 > (sheet?.getMaxRows() ?? 0)) sheet?.insertRowsAfter(sheet.getMaxRows(), count);
  sheet?.getRange(2, 1, count, titles.length).setValues(Array.from({ length: count }, (_, index) => row(index)));
  return lab;
}

interface Counts {
  readonly document: number;
  readonly tabs: number;
  readonly growth: number;
  readonly days: number;
}

/**
 * What a run asked of the Spreadsheet service. A call is one that reads or writes the document: `getSheets`,
 * `getDataRange`, `getValues`, `getFormulas`, `getNumberFormats`, `setValues`, `flush` …; naming a place (`getRange`,
 * `getName`) asks nothing of the document.
 */
function counted<T>(lab: SheetLab, operation: Operation, work: () => T): [T, Counts] {
  const { calls } = lab.google;
  calls.reset();
  const done = work();
  const times = (name: string): number => calls.byMethod.get(name) ?? 0;
  const tabs = new Set([...tablesOf(operation), "changeParts", LEASE_TITLE]).size;
  const growth = times("Sheet.insertRowsAfter");
  return [done, { document: calls.document - growth, tabs, growth, days: times("Utilities.formatDate") }];
}

const MANY = process.env.ANPEI_SOAK ? 10_000 : 2_000;

const all = operationOf("all", "全部执行", ruleOf("all"));

const assign = operationOf("assign", "分配班级", ruleOf("assign"));
const MENU: readonly Operation[] = [...ACTIONS.map(({ id, title }) => operationOf(id, title, ruleOf(id))), all];

function expectFew({ document, tabs, growth }: Counts): void {
  expect(document).toBeLessThanOrEqual(5 * tabs + 6);
  expect(growth).toBeLessThanOrEqual(tabs);
}

describe("calls to the Spreadsheet service: 5 for each tab touched, 6 for the run, one for each tab that has to grow", () => {
  test.each(MENU.map((operation) => [operation.id, operation] as const))("%s", async (_id, operation) => {
    const lab = await crowded(20);
    const [shown, looked] = counted(lab, operation, () => preview(lab.sheetHost, operation, terms));
    expectFew(looked);
    const [first, counts] = counted(lab, operation, () => apply(lab.sheetHost, operation, terms, shown.hash()));
    expect([first.applied, first.changes.cells.length >= 40]).toEqual([true, true]);
    expectFew(counts);
    const [second, again] = counted(lab, operation, () => apply(lab.sheetHost, operation, terms));
    expect(second.run).toBeNull();
    expectFew(again);
    expect(again.document).toBeLessThanOrEqual(4 * again.tabs);
  });

  test("the plan, and undo", async () => {
    const lab = await crowded(20);
    const fewer = loadPlanOperation(
      statedPlan.map((one, at) => (at === 0 ? { ...one, stopped: true } : one)),
      2024,
    );
    const [loaded, counts] = counted(lab, fewer, () => apply(lab.sheetHost, fewer, terms));
    expect(loaded.run).toBe("R00002");
    expectFew(counts);
    apply(lab.sheetHost, all, terms);
    const [undone, undoing] = counted(lab, undoOperation(), () => apply(lab.sheetHost, undoOperation(), terms));
    expect(undone.changes.cells.length).toBeGreaterThan(100);
    expectFew(undoing);
  });

  test(`are the same for 100 rows and for ${MANY}, read and write; a day is converted once`, async () => {
    const runs: [Receipt, Counts][] = [];
    for (const count of [100, MANY]) {
      const lab = await crowded(count);
      runs.push(counted(lab, assign, () => apply(lab.sheetHost, assign, terms)));
    }
    const [[, few] = [], [many, counts] = []] = runs;
    expect(many?.changes.cells.length).toBeGreaterThan(6 * MANY);
    expect(counts?.document).toBe(few?.document);
    expect(counts?.days).toBe(few?.days);
  });
});
