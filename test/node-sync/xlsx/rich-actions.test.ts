import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { OutcomeBuilder } from "../../../apps-script/domain/changes/outcome";
import { type Operation, operationOf } from "../../../apps-script/domain/operations/operation";
import { undoOperation } from "../../../apps-script/domain/operations/undo";
import { ACTIONS, ALL_TITLE, ruleOf, runAll } from "../../../apps-script/domain/rules/actions";
import { titleOf } from "../../../apps-script/domain/schema/titles";
import { perform, type Receipt } from "../../../node-sync/src/perform";
import { XlsxHost } from "../../../node-sync/src/xlsx/xlsx-host";
import { bytesOf } from "../../support/hand-workbook";
import { OFFICE_DAY, personAt } from "../../support/office-workbook";
import { anatomy, bottomOf, changedParts, defectsOf, type Parts, sheetParts, textOf } from "../../support/package-checks";
import { rosterColumn, staffColumns, staffOffice } from "../../support/staff-office";
import { staffPartNames } from "../../support/staff-parts";

const people = 30;
const all = operationOf("all", ALL_TITLE, runAll);

/** Two more people, as an import brings them. */
const newcomers: Operation = {
  id: "newcomers",
  title: "新增两人",
  decide: () => {
    const out = new OutcomeBuilder();
    for (const index of [40, 41]) out.add("roster", { ...personAt(index), id: `B2024-000${index}` });
    return out.done();
  },
};

interface Step {
  readonly title: string;
  readonly operation: Operation;
}
const steps: readonly Step[] = [
  ...ACTIONS.map(({ id, title }) => ({ title, operation: operationOf(id, title, ruleOf(id)) })),
  { title: newcomers.title, operation: newcomers },
  { title: ALL_TITLE, operation: all },
  { title: "撤销", operation: undoOperation() },
  { title: `${ALL_TITLE} after 撤销`, operation: all },
];

let folder: string;
let path: string;
let first: Parts;
const now = async (): Promise<Parts> => bytesOf(await readFile(path));
const run = (operation: Operation): Promise<Receipt> =>
  perform(new XlsxHost(path), operation, {
    today: OFFICE_DAY,
    head: { time: "2024-03-12T08:00:00+08:00", clerk: "前台", source: "命令行" },
  });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "anpei-rich-"));
  path = join(folder, "名册.xlsx");
  await writeFile(path, await staffOffice(people));
  first = await now();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** The tabs that a run says it wrote to; the log and its details always are. */
function tabsOf({ changes }: Receipt): Set<string> {
  return new Set([
    "操作记录",
    "_改动",
    ...[changes.cells, changes.rows, changes.blanked].flat().map(({ table }) => titleOf(table)),
  ]);
}

const withoutCalculation = (workbook: string): string =>
  workbook.replace(/ fullCalcOnLoad="1"/, "").replace(/(_FilterDatabase"[^>]*>)[^<]*/g, "$1");

it("begins with everything that staff put into it, and without a defect", () => {
  expect(staffPartNames.filter((name) => !first.has(name))).toEqual([]);
  expect(defectsOf(first)).toEqual([]);
});

describe.each(steps)("$title", ({ operation }) => {
  let receipt: Receipt;
  let before: Parts;
  let after: Parts;
  beforeAll(async () => {
    before = await now();
    receipt = await run(operation);
    after = await now();
  });

  it("changes the tabs it names and nothing else", () => {
    const parts = sheetParts(before);
    const allowed = [...tabsOf(receipt)].map((tab) => parts.get(tab) ?? tab);
    const changed = changedParts(before, after).filter((name) => name !== "xl/workbook.xml");
    expect(changed).toEqual(receipt.run === null ? [] : allowed.sort());
    expect(withoutCalculation(textOf(after, "xl/workbook.xml"))).toBe(withoutCalculation(textOf(before, "xl/workbook.xml")));
  });

  it("leaves around the rows of a tab what was there, and every formula a formula", () => {
    for (const part of sheetParts(before).values()) {
      const [was, is] = [anatomy(textOf(before, part)), anatomy(textOf(after, part))];
      expect({ part, skeleton: is.skeleton }).toEqual({ part, skeleton: was.skeleton });
      expect(is.formulas).toEqual(was.formulas);
    }
  });

  it("stretches filters, validations and formats over the rows it added, and no others", () => {
    for (const part of sheetParts(before).values()) {
      const [was, is] = [anatomy(textOf(before, part)), anatomy(textOf(after, part))];
      const expected = was.ranges.map((range) =>
        bottomOf(range) === was.lastRow && is.lastRow > was.lastRow ? range.replace(/\d+$/, String(is.lastRow)) : range,
      );
      expect({ part, ranges: is.ranges }).toEqual({ part, ranges: expected });
    }
  });

  it("gives a sound package, and again changes nothing", async () => {
    expect(defectsOf(after)).toEqual([]);
    if (operation.id === "undo" || operation === newcomers) return;
    expect((await run(operation)).run).toBeNull();
    expect(changedParts(after, await now())).toEqual([]);
  });
});

it("in the end the staff's own parts are what they were, and their marks in 名册 reach the last row", async () => {
  const last = await now();
  expect(staffPartNames.filter((name) => !first.get(name)?.equals(last.get(name) ?? Buffer.alloc(0)))).toEqual([]);
  const roster = anatomy(textOf(last, sheetParts(last).get("名册") ?? ""));
  const lastRow = people + 3;
  const { greeting, remark } = staffColumns;
  const name = rosterColumn("name");
  const marks = [`${name}2:${name}${lastRow}`, `${remark}2:${remark}${lastRow}`, `${greeting}2:${greeting}${lastRow}`];
  expect(roster.lastRow).toBe(lastRow);
  expect(roster.ranges).toEqual(expect.arrayContaining([...marks, `A1:${rosterColumn("listed")}${lastRow}`]));
  expect(textOf(last, "xl/workbook.xml")).toContain(`>名册!$A$1:$${rosterColumn("listed")}$${lastRow}<`);
  expect(roster.formulas).toHaveLength(2 * people);
});
