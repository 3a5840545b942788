import { type Outcome, OutcomeBuilder } from "../../../apps-script/domain/changes/outcome";
import type { Operation } from "../../../apps-script/domain/operations/operation";
import { undoOperation } from "../../../apps-script/domain/operations/undo";
import type { Snapshot } from "../../../apps-script/domain/snapshot/snapshot";
import { perform } from "../../../node-sync/src/perform";
import { edit, type Lab, tabOf } from "../../hosts/lab";
import { memoryLab } from "../../hosts/memory-lab";
import { xlsxLab } from "../../hosts/xlsx-lab";
import { apply, preview } from "../perform-at-once";
import { eightPeople, fill, terms } from "./fill";
import { atCall, columnTitled, DISTURBANCES, sheetTitled } from "./moving-people";
import { loadSmall, sheetLab } from "./sheet-lab";

/** Takes the class from everybody, in the order of the rows. */
function cleared(roster: Snapshot["roster"]): Outcome {
  const out = new OutcomeBuilder();
  for (const row of roster) out.set("roster", row, "class", null);
  return out.done();
}

describe("an action", () => {
  test("goes back to the preview when the Sheet says something else by now", async () => {
    const lab = sheetLab();
    await lab.load(eightPeople());
    const shown = preview(lab.sheetHost, fill, terms);
    const tabs = await lab.dump();
    edit(tabOf(tabs, "名册"), 1, "姓名", "张壹");
    await lab.load(tabs);
    const before = await lab.dump();
    const refused = apply(lab.sheetHost, fill, terms, shown.hash());
    expect([refused.applied, refused.run]).toEqual([false, null]);
    expect(await lab.dump()).toEqual(before);
    expect(apply(lab.sheetHost, fill, terms, refused.hash()).run).toBe("R00001");
  });

  test("does not go back to the preview because somebody sorted", async () => {
    const lab = sheetLab();
    await loadSmall(lab, eightPeople());
    apply(lab.sheetHost, fill, terms);
    const again: Operation = { ...fill, decide: ({ roster }) => cleared(roster) };
    const shown = preview(lab.sheetHost, again, terms);
    DISTURBANCES["sorts by name, backwards"]?.(sheetTitled(lab.google, "名册"));
    expect(apply(lab.sheetHost, again, terms, shown.hash()).run).toBe("R00002");
  });

  test("waits for no one else for ever: a lock that can't be had gives a sentence, and nothing is touched", async () => {
    const lab = sheetLab();
    await lab.load(eightPeople());
    lab.google.locks.holdElsewhere("document");
    lab.google.calls.reset();
    expect(() => apply(lab.sheetHost, fill, terms)).toThrow("另一个人正在运行");
    expect(lab.google.calls.spreadsheet).toBe(0);
  });

  test("flushes before it lets go of the lock, also when it fails", async () => {
    const lab = sheetLab();
    await lab.load(eightPeople());
    const names: string[] = [];
    lab.google.onCall((name) => names.push(name));
    apply(lab.sheetHost, fill, terms);
    expect(names.slice(-2)).toEqual(["SpreadsheetApp.flush", "Lock.releaseLock"]);
    expect(() => apply(lab.sheetHost, undoOperation("R09999"), terms)).toThrow("R09999");
    expect(names.slice(-2)).toEqual(["SpreadsheetApp.flush", "Lock.releaseLock"]);
    expect(lab.google.locks.holder("document")).toBeNull();
  });

  test("leaves a cell alone that someone changes while it runs, and says so", async () => {
    for (let n = 1; ; n++) {
      const lab = sheetLab();
      await loadSmall(lab, eightPeople());
      const stop = atCall(lab, n, () => {
        const sheet = sheetTitled(lab.google, "名册");
        sheet.enter(4, columnTitled(sheet, "班级"), "人定的班");
      });
      const receipt = apply(lab.sheetHost, fill, terms);
      if (!stop()) break;
      const sheet = sheetTitled(lab.google, "名册");
      const found = sheet.value(4, columnTitled(sheet, "班级"));
      // Between the last look and the write nobody can see an edit coming; there it is written over.
      if (found !== "人定的班") expect([n, found]).toEqual([n, "王三的班"]);
      else if (receipt.changes.cells.some(({ column, after }) => column === "class" && after === "王三的班")) {
        const said = receipt.changes.findings.filter(({ code }) => code === "W03").map(({ column }) => column);
        if (said.length > 0) expect(said).toEqual(["class"]);
      }
    }
  });
});

describe("undo from the log", () => {
  const others: [string, () => Promise<Lab>][] = [
    ["MemoryHost", async () => memoryLab()],
    ["XlsxHost", xlsxLab],
  ];
  const cellsOf = (tabs: Awaited<ReturnType<Lab["dump"]>>, title: string) =>
    tabOf(tabs, title)
      .cells.map((row) => {
        const cells = row.map((cell) => (cell === "" ? null : cell));
        while (cells.length > 0 && cells[cells.length - 1] === null) cells.pop();
        return cells;
      })
      .filter((row) => row.length > 0);

  test.each(others)("of a run that %s wrote, in the Sheet", async (_, make) => {
    const other = await make();
    await other.load(eightPeople());
    await perform(other.host, fill, terms);
    const expected = await make();
    await expected.load(await other.dump());
    await perform(expected.host, undoOperation("R00001"), terms);

    const lab = sheetLab();
    await lab.load(await other.dump());
    const receipt = apply(lab.sheetHost, undoOperation("R00001"), terms);
    expect([receipt.run, receipt.kept]).toEqual(["R00002", []]);
    for (const title of ["名册", "单位", "操作记录"]) {
      expect(cellsOf(await lab.dump(), title)).toEqual(cellsOf(await expected.dump(), title));
    }
  });

  test.each(others)("of a run in the Sheet, with %s", async (_, make) => {
    const lab = sheetLab();
    await lab.load(eightPeople());
    apply(lab.sheetHost, fill, terms);
    const other = await make();
    await other.load(await lab.dump());
    const receipt = await perform(other.host, undoOperation("R00001"), terms);
    expect([receipt.run, receipt.kept]).toEqual(["R00002", []]);
    apply(lab.sheetHost, undoOperation("R00001"), terms);
    for (const title of ["名册", "单位", "操作记录"]) {
      expect(cellsOf(await other.dump(), title)).toEqual(cellsOf(await lab.dump(), title));
    }
  });
});
