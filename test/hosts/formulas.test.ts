import { operationOf } from "../../apps-script/domain/operations/operation";
import { runAll } from "../../apps-script/domain/rules/actions";
import { snapshotOf } from "../../apps-script/domain/snapshot/snapshot";
import { perform, type Terms } from "../../node-sync/src/perform";
import { addRows, edit, freshTabs, type LabCell, tabOf } from "./lab";
import { memoryLab } from "./memory-lab";
import { xlsxLab } from "./xlsx-lab";

const terms: Terms = { today: "2024-03-12", head: { time: "2024-03-12T09:00:00+08:00", clerk: "甲", source: "命令行" } };
const all = operationOf("all", "全部执行", runAll);
const person = {
  证件号: "379999198001010024",
  手机号: "19900000001",
  工作单位: "测试矿",
  职位: "主要负责人",
  申报类型: "再培训",
  证件有效期: "2024-06-20",
};

describe.each([
  ["MemoryHost", async () => memoryLab()],
  ["XlsxHost", xlsxLab],
])("%s: formulas of the staff's own in columns that rules read", (_, make) => {
  test("their results count, and still count after the program has written", async () => {
    const tabs = freshTabs();
    addRows(tabOf(tabs, "名册"), [{ 姓名: "张一", ...person }]);
    const lab = await make();
    await lab.load(tabs);
    await perform(lab.host, all, terms);
    const numbered = await lab.dump();
    edit(tabOf(numbered, "名册"), 1, "工作单位", { formula: '"测试"&"矿"', result: "测试矿" });
    addRows(tabOf(numbered, "缴费"), [
      { 日期: "2024-03-11", 金额: { formula: "100*3", result: 300 }, 方式: "现金", 分摊到: "B2024-00001" },
    ]);
    await lab.load(numbered);
    await perform(lab.host, all, terms);
    const again = await perform(lab.host, all, terms);
    expect([again.run, again.changes.cells]).toEqual([null, []]);
    const [row] = snapshotOf(await lab.host.read()).roster;
    expect([row?.unit, row?.feePaid, row?.feeState]).toEqual(["测试矿", 300, "已缴"]);
  });

  test("a row whose number is a formula is left alone, said so, and never numbered anew", async () => {
    const tabs = freshTabs();
    const number: LabCell = { formula: '"B2024-0000"&7', result: "B2024-00007" };
    addRows(tabOf(tabs, "名册"), [{ 报名编号: number, 姓名: "张一", ...person }]);
    const lab = await make();
    await lab.load(tabs);
    const first = await perform(lab.host, all, terms);
    expect(first.changes.findings.map(({ code }) => code)).toContain("W06");
    const again = await perform(lab.host, all, terms);
    expect([again.run, snapshotOf(await lab.host.read()).papers]).toEqual([null, []]);
  });
});
