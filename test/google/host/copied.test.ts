import type { FreshKey } from "../../../apps-script/domain/operations/keying";
import { LEASE_TITLE } from "../../../apps-script/domain/operations/lease";
import { isCopyToSettle, settleCopy } from "../../../apps-script/src/copied";
import { addRows, cellAt, edit, freshTabs, type LabTab, rowWhere, tabOf } from "../../hosts/lab";
import { protectTab } from "../lab";
import { deleteLines } from "../workbook/lines";
import { atCall, sheetTitled } from "./moving-people";
import { loadSmall, type SheetLab, sheetLab } from "./sheet-lab";

/** A Sheet that its clerks made with 制作副本: it holds the name, the secret and the id of the one it was copied from. */

const OLD = { 工作簿编号: "W-test", 密钥: "a".repeat(64), 所在表格: "the-sheet-it-was-copied-from" };
const NEW = { workbook: "b1b2b3b4b5b6", secret: "c".repeat(64) };
const fresh: FreshKey = () => NEW;

async function labOf(
  seals: readonly Readonly<Record<string, string>>[] = [OLD],
  change = (_: LabTab[]) => {},
): Promise<SheetLab> {
  const lab = sheetLab();
  const tabs = freshTabs();
  addRows(tabOf(tabs, "封印"), seals);
  change(tabs);
  await loadSmall(lab, tabs);
  return lab;
}

async function keysIn(lab: SheetLab) {
  const tabs = await lab.dump();
  const settings = tabOf(tabs, "设置");
  return { name: cellAt(settings, rowWhere(settings, "项", "工作簿编号"), "值"), seals: tabOf(tabs, "封印").cells.slice(1) };
}

const id = ({ google }: SheetLab): string => google.workbook.id;
const oldRow = Object.values(OLD);

test.each([
  ["one of its own", "new", NEW.workbook, (own: string) => [oldRow, [NEW.workbook, NEW.secret, own]]],
  ["the one that goes on", "same", "W-test", (own: string) => [[OLD.工作簿编号, OLD.密钥, own]]],
] as const)("staff say that a copy is %s, once", async (_, answer, name, seals) => {
  const lab = await labOf();
  const before = (await lab.dump()).filter(({ title }) => !["封印", "设置"].includes(title));
  expect(isCopyToSettle(lab.sheetHost)).toBe(true);
  settleCopy(lab.sheetHost, answer, fresh);
  const settled = { name, seals: seals(id(lab)) };
  expect(await keysIn(lab)).toEqual(settled);
  expect(isCopyToSettle(lab.sheetHost)).toBe(false);
  settleCopy(lab.sheetHost, answer === "new" ? "same" : "new", fresh);
  expect(await keysIn(lab)).toEqual(settled);
  expect((await lab.dump()).filter(({ title }) => !["封印", "设置"].includes(title))).toEqual(before);
});

test("what is no copy, or can't be told, is not asked", async () => {
  const lab = await labOf([{ ...OLD, 所在表格: id(sheetLab()) }]);
  expect(isCopyToSettle(lab.sheetHost)).toBe(false);
  const changes: readonly ((tabs: LabTab[]) => void)[] = [
    (tabs) => tabOf(tabs, "封印").cells.pop(),
    (tabs) => edit(tabOf(tabs, "封印"), 0, "所在表格", "在哪里"),
    (tabs) => edit(tabOf(tabs, "设置"), 0, "值", "数值"),
    (tabs) => edit(tabOf(tabs, "设置"), rowWhere(tabOf(tabs, "设置"), "项", "表结构版本"), "值", 99),
    (tabs) => void tabs.splice(tabs.indexOf(tabOf(tabs, "设置")), 1),
    (tabs) => void tabs.splice(tabs.indexOf(tabOf(tabs, "封印")), 1),
  ];
  for (const change of changes) expect(isCopyToSettle((await labOf([OLD], change)).sheetHost)).toBe(false);
});

test("a workbook of a newer program is left as it is", async () => {
  const lab = await labOf([OLD], (tabs) =>
    edit(tabOf(tabs, "设置"), rowWhere(tabOf(tabs, "设置"), "项", "表结构版本"), "值", 99),
  );
  expect(() => settleCopy(lab.sheetHost, "new", fresh)).toThrow("第99版");
  expect((await keysIn(lab)).seals).toEqual([oldRow]);
});

test("nothing is written where a tab is protected, and the sentence names it", async () => {
  const lab = await labOf();
  lab.google.setPerson("clerk@example.org");
  protectTab(lab.google.workbook, "封印");
  for (const answer of ["new", "same"] as const)
    expect(() => settleCopy(lab.sheetHost, answer, fresh)).toThrow("“封印”表设了保护");
  expect(await keysIn(lab)).toEqual({ name: "W-test", seals: [oldRow] });
});

test("wherever people take the row away meanwhile, it is settled, or still to settle and said so", async () => {
  let refusals = 0;
  for (let n = 1; ; n++) {
    const lab = await labOf();
    const disturbed = atCall(lab, n, () => deleteLines(sheetTitled(lab.google, "封印"), "rows", 2, 1));
    let refusal = "";
    try {
      settleCopy(lab.sheetHost, "same", fresh);
    } catch (error) {
      refusal = String(error);
    }
    const isReached = disturbed();
    if (refusal !== "") {
      refusals++;
      expect([n, refusal]).toEqual([n, expect.stringContaining("请再选一次")]);
    }
    expect(JSON.stringify([refusal, lab.google.log])).not.toContain(OLD.密钥);
    if (!isReached) break;
  }
  expect(refusals).toBeGreaterThan(0);
});

test("few calls: 4 for each tab touched, 7 for the look and for the answer", async () => {
  const lab = await labOf();
  const { calls } = lab.google;
  const tabs = ["设置", "封印"];
  calls.reset();
  isCopyToSettle(lab.sheetHost);
  expect(calls.document).toBeLessThanOrEqual(4 * tabs.length + 7);
  calls.reset();
  settleCopy(lab.sheetHost, "new", fresh);
  expect(calls.document).toBeLessThanOrEqual(4 * [...tabs, LEASE_TITLE].length + 7);
});
