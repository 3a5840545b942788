import { apply, preview } from "../../../apps-script/src/perform";
import { addRows, type LabTab, tabOf } from "../../hosts/lab";
import { fill, shortTabs, terms } from "./fill";
import { type SheetLab, sheetLab } from "./sheet-lab";

function crowd(count: number): LabTab[] {
  const tabs = shortTabs();
  const people = Array.from({ length: count }, (_, index) => ({
    姓名: `人${index}`,
    证件号: `37999919800101${String(1000 + (index % 9000))}`,
    手机号: `199${String(10000000 + (index % 20)).padStart(8, "0")}`,
    工作单位: `单位${index % 5}`,
    证件有效期: `2024-${String(1 + (index % 12)).padStart(2, "0")}-15`,
  }));
  addRows(tabOf(tabs, "名册"), people);
  return tabs;
}

async function crowded(count: number): Promise<SheetLab> {
  const lab = sheetLab({ days: "dates" });
  await lab.load(crowd(count));
  lab.google.calls.reset();
  return lab;
}

const TABS = 15;
/** 名册 设置 单位 操作记录 _改动, and 操作记录 once more for its mark. */
const WRITES = 6;
/** 名册 has four runs of columns to write: 报名编号, 人员编号, 锁定班级, and all the computed ones. */
const MORE_RUNS = 3;

/**
 * A call is one that reads or writes the document: `getSheets`, `getDataRange`, `getValues`, `getFormulas`,
 * `getNumberFormats`, `setValues`, `flush` … Naming a place (`getRange`, `getName`) asks nothing of the document and is
 * counted apart. A tab that is read and then written to is touched twice; writing to it means looking at it right before
 * and right after.
 */
describe("calls to the Spreadsheet service", () => {
  test.each([100, 10_000])("with %i rows: 4 for each tab read, 4 for each tab written, 6 for the action", async (rows) => {
    const lab = await crowded(rows);
    const { calls } = lab.google;
    const shown = preview(lab.sheetHost, fill, terms);
    expect(shown.changes.cells.length).toBeGreaterThan(rows * 7);
    const reading = calls.document;
    expect(reading).toBeLessThanOrEqual(3 * TABS + 2);
    expect(calls.spreadsheet).toBeLessThanOrEqual(4 * TABS + 6);
    const days = calls.byMethod.get("Utilities.formatDate") ?? 0;
    expect(days).toBeLessThanOrEqual(14);

    calls.reset();
    const receipt = apply(lab.sheetHost, fill, terms, shown.hash());
    expect([receipt.applied, receipt.run]).toEqual([true, "R00001"]);
    const writing = calls.document - reading;
    expect(writing).toBeLessThanOrEqual(4 * WRITES + MORE_RUNS + 6);
    expect(calls.document).toBeLessThanOrEqual(4 * (TABS + WRITES) + 6);
    expect(calls.byMethod.get("Range.setValues")).toBeLessThanOrEqual(WRITES + MORE_RUNS + 1);
    expect(reading).toBe(MEASURED.reading);
    expect(writing - MEASURED.writing).toBeLessThanOrEqual(MEASURED.formats);
    expect(calls.spreadsheet).toBeLessThanOrEqual(MEASURED.all);
  });

  test("are as many for one row as for hundred", async () => {
    const counts: number[] = [];
    for (const rows of [1, 100]) {
      const lab = await crowded(rows);
      apply(lab.sheetHost, fill, terms);
      counts.push(lab.google.calls.spreadsheet);
    }
    expect(counts[0]).toBe(counts[1]);
  });
});

/**
 * As it is: reading, writing, one look at formats more when a piece of the log happens to begin like a formula or a
 * number, and all calls of an action with those that only name places.
 */
const MEASURED = { reading: 41, writing: 25, formats: 1, all: 109 };
