import { withChanges } from "../../apps-script/domain/changes/advance";
import { ProtectedTab } from "../../apps-script/domain/changes/closed";
import { combine } from "../../apps-script/domain/changes/combine";
import { OutcomeBuilder } from "../../apps-script/domain/changes/outcome";
import type { Operation } from "../../apps-script/domain/operations/operation";
import { undoOperation } from "../../apps-script/domain/operations/undo";
import { numberRows } from "../../apps-script/domain/rules/number-rows";
import { snapshotOf } from "../../apps-script/domain/snapshot/snapshot";
import { perform, type Terms } from "../../node-sync/src/perform";
import { addRows, cellAt, edit, freshTabs, type Lab, type LabTab, rowWhere, tabOf } from "./lab";

const terms: Terms = { today: "2024-03-01", head: { time: "2024-03-01T09:00:00+08:00", clerk: "甲", source: "命令行" } };

/** Writes a class into each enrolment, empties the note of each unit but a new one, and adds that. */
const fill: Operation = {
  id: "fill",
  title: "试填",
  decide: (snapshot, context) => {
    const numbered = numberRows(snapshot, context);
    const now = withChanges(snapshot, numbered);
    const out = new OutcomeBuilder();
    for (const row of now.roster) out.set("roster", row, "class", "再培训班第二期", "试");
    for (const row of now.units) out.set("units", row, "contact", "乙", "试");
    if (!now.units.some(({ name }) => name === "测试金矿")) out.add("units", { name: "测试金矿", contact: "乙" }, "试");
    return combine([numbered, out.done()], {});
  },
};

/** An action that has to do with 缴费 alone. */
const pay: Operation = {
  id: "pay",
  title: "试缴",
  decide: (snapshot) => {
    const out = new OutcomeBuilder();
    for (const row of snapshot.payments) out.set("payments", row, "note", "已看", "试");
    return out.done();
  },
};

function withPeople(): LabTab[] {
  const tabs = freshTabs();
  addRows(tabOf(tabs, "名册"), [{ 姓名: "张一" }, { 姓名: "李二" }]);
  addRows(tabOf(tabs, "单位"), [{ 单位全称: "东山金矿", 联系人: "甲" }]);
  addRows(tabOf(tabs, "缴费"), [{ 流水号: "F00001", 日期: "2024-02-01", 金额: 300 }]);
  return tabs;
}

/** What hosts promise whose documents can be protected against them. */
export function describeProtection(name: string, make: () => Promise<Lab>): void {
  describe(`${name} and protected tabs`, () => {
    let lab: Lab;
    const protect = (title: string, isProtected: boolean): void => lab.protect?.(title, isProtected);
    const states = async () =>
      snapshotOf(await lab.host.read(), ["runs"]).runs.map(({ id, action, state }) => [id, action, state]);
    const refusal = async (operation: Operation): Promise<ProtectedTab> => {
      const error: unknown = await perform(lab.host, operation, terms).catch((thrown: unknown) => thrown);
      if (error instanceof ProtectedTab) return error;
      throw error;
    };
    beforeEach(async () => {
      lab = await make();
      await lab.load(withPeople());
    });
    afterEach(async () => lab.load(withPeople()));

    test.each(["名册", "单位", "设置", "操作记录", "_改动"])(
      "%s protected: nothing is written, the sentence names it, and once it is lifted the run is done",
      async (title) => {
        protect(title, true);
        const before = await lab.dump();
        const { tabs, message } = await refusal(fill);
        expect(tabs).toEqual([title]);
        expect(message).toMatch(new RegExp(`^“${title}”表设了保护.*没有写入。.*“保护工作表和范围”.*再运行一次。$`));
        expect(await lab.dump()).toEqual(before);
        protect(title, false);
        expect((await perform(lab.host, fill, terms)).run).toBe("R00001");
        expect(await states()).toEqual([["R00001", "试填", "完成"]]);
      },
    );

    test("what has nothing to do with the protected tab goes on", async () => {
      protect("名册", true);
      await refusal(fill);
      expect((await perform(lab.host, pay, terms)).run).toBe("R00001");
      expect(cellAt(tabOf(await lab.dump(), "缴费"), 1, "备注")).toBe("已看");
    });

    /** As a run leaves a workbook that is cut off when 单位 was written and 名册 only numbered. */
    async function cutOff(): Promise<void> {
      await perform(lab.host, fill, terms);
      const tabs = await lab.dump();
      const roster = tabOf(tabs, "名册");
      for (const row of [1, 2]) edit(roster, row, "班级", null);
      edit(tabOf(tabs, "操作记录"), 1, "状态", "待写");
      await lab.load(tabs);
    }

    test("a run found 待写 whose rest is protected is taken back and closed, and others go on", async () => {
      await cutOff();
      protect("名册", true);
      const { run, changes } = await perform(lab.host, pay, terms);
      expect(run).toBe("R00002");
      expect(changes.findings.map(({ code, table, message }) => [code, table, message])).toEqual([
        ["W09", "roster", "“名册”表设了保护，R00001（试填）没有完成，已经写入的都取回了。"],
      ]);
      expect(await states()).toEqual([
        ["R00001", "试填", "未完成"],
        ["R00002", "试缴", "完成"],
      ]);
      const tabs = await lab.dump();
      expect(cellAt(tabOf(tabs, "操作记录"), 1, "摘要")).toBe("没有完成：“名册”表设了保护。");
      const { units, roster } = snapshotOf(await lab.host.read());
      expect(units.map((row) => [row.name, row.contact])).toEqual([["东山金矿", "甲"]]);
      expect(roster.map((row) => [row.id, row.class])).toEqual([
        ["B2024-00001", null],
        ["B2024-00002", null],
      ]);
      await expect(perform(lab.host, undoOperation("R00001"), terms)).rejects.toThrow("没有完成");
      protect("名册", false);
      expect((await perform(lab.host, fill, terms)).run).toBe("R00003");
      expect(snapshotOf(await lab.host.read()).roster.map((row) => row.class)).toEqual(["再培训班第二期", "再培训班第二期"]);
    });

    test("a dry run says so, too", async () => {
      protect("名册", true);
      await expect(perform(lab.host, fill, { ...terms, dryRun: true })).rejects.toThrow("“名册”表设了保护");
      expect((await perform(lab.host, pay, { ...terms, dryRun: true })).changes.cells).toHaveLength(1);
    });

    test("taking back leaves what people changed since, and names what is protected itself", async () => {
      await cutOff();
      const tabs = await lab.dump();
      const units = tabOf(tabs, "单位");
      edit(units, rowWhere(units, "单位全称", "测试金矿"), "电话", "0535001");
      await lab.load(tabs);
      protect("名册", true);
      protect("单位", true);
      const { changes } = await perform(lab.host, pay, terms);
      expect(changes.findings[0]?.message).toBe(
        "“名册”表设了保护，R00001（试填）没有完成，已经写入的取回了，只有这2处取不回来：“单位” 东山金矿 的“联系人”、“单位” 测试金矿 整行。",
      );
      expect((await states())[0]).toEqual(["R00001", "试填", "未完成"]);
    });

    test("a run found 待写 is finished as ever when what is protected was written already", async () => {
      await cutOff();
      protect("单位", true);
      await perform(lab.host, pay, terms);
      expect((await states())[0]).toEqual(["R00001", "试填", "完成"]);
      expect(snapshotOf(await lab.host.read()).roster.map((row) => row.class)).toEqual(["再培训班第二期", "再培训班第二期"]);
    });

    test("with the log protected a run found 待写 waits, and nothing else is written", async () => {
      await cutOff();
      protect("操作记录", true);
      const before = await lab.dump();
      expect((await refusal(pay)).message).toMatch(/^“操作记录”表设了保护，上次没写完的操作没法接着写。.*再运行一次/);
      expect(await lab.dump()).toEqual(before);
      protect("操作记录", false);
      await perform(lab.host, pay, terms);
      expect((await states()).map(([, , state]) => state)).toEqual(["完成", "完成"]);
    });
  });
}
