import { OutcomeBuilder } from "../../apps-script/domain/changes/outcome";
import { addCardsOperation } from "../../apps-script/domain/operations/add-cards";
import { decideAway } from "../../apps-script/domain/operations/earlier-decision";
import { type Operation, tablesOf } from "../../apps-script/domain/operations/operation";
import { undoOperation } from "../../apps-script/domain/operations/undo";
import { numberRows } from "../../apps-script/domain/rules/number-rows";
import { ACTION_TABLES } from "../../apps-script/domain/schema/index";
import { snapshotOf } from "../../apps-script/domain/snapshot/snapshot";
import { commit, perform, type Terms } from "../../node-sync/src/perform";
import { BUILD } from "./away";
import { addRows, edit, freshTabs, type Lab, type LabTab, rowWhere, tabOf } from "./lab";

const terms: Terms = { today: "2024-03-01", head: { time: "2024-03-01T09:00:00+08:00", clerk: "甲", source: "命令行" } };

/** Adds the next payment, of a person in 名册. */
export const pay: Operation = {
  id: "pay",
  title: "登记缴费",
  tables: ACTION_TABLES,
  decide: ({ payments, roster }) => {
    const out = new OutcomeBuilder();
    const id = `Q${String(payments.length + 1).padStart(5, "0")}`;
    out.add("payments", { id, amount: 300, method: "现金", shares: roster[0]?.key ?? "" });
    return out.done();
  },
};

const number: Operation = { id: "number", title: "编号", tables: ACTION_TABLES, decide: numberRows };

const addUnit: Operation = {
  id: "unit",
  title: "登记单位",
  tables: ACTION_TABLES,
  decide: () => {
    const out = new OutcomeBuilder();
    out.add("units", { name: "东山金矿" });
    return out.done();
  },
};

function twoPeople(): LabTab[] {
  const tabs = freshTabs();
  addRows(tabOf(tabs, "名册"), [
    { 报名编号: "B2024-00001", 人员编号: "P00001", 姓名: "张一" },
    { 报名编号: "B2024-00002", 人员编号: "P00002", 姓名: "李二" },
  ]);
  return tabs;
}

/** What is done to the workbook between reading it and writing what was decided. */
interface Meanwhile {
  readonly does: (lab: Lab) => Promise<unknown>;
  readonly isTaken: boolean;
}

async function changed(lab: Lab, change: (tabs: LabTab[], roster: LabTab) => void): Promise<void> {
  const tabs = await lab.dump();
  change(tabs, tabOf(tabs, "名册"));
  await lab.load(tabs);
}

const MEANWHILE: Readonly<Record<string, Meanwhile>> = {
  "nothing happens": { isTaken: true, does: async () => undefined },
  "someone sorts": {
    isTaken: true,
    does: (lab) =>
      changed(lab, (_, { cells }) => {
        cells.push(...cells.splice(1, 1));
      }),
  },
  "someone inserts a row": { isTaken: true, does: (lab) => changed(lab, (_, { cells }) => void cells.splice(2, 0, [])) },
  "someone fills in a column of their own": {
    isTaken: true,
    does: (lab) =>
      changed(lab, (_, roster) => {
        roster.cells[0]?.push("我的列");
        edit(roster, 1, "我的列", "别动");
      }),
  },
  "someone types a row": { isTaken: false, does: (lab) => changed(lab, (_, roster) => addRows(roster, [{ 姓名: "王三" }])) },
  "someone changes a cell": { isTaken: false, does: (lab) => changed(lab, (_, roster) => edit(roster, 1, "手机号", "1")) },
  "a row gets its number": {
    isTaken: false,
    does: async (lab) => {
      await changed(lab, (_, roster) => addRows(roster, [{ 姓名: "王三" }]));
      await perform(lab.host, number, terms);
    },
  },
  "the last run is undone": { isTaken: false, does: (lab) => perform(lab.host, undoOperation(), terms) },
  "another run is written": {
    isTaken: false,
    does: (lab) => perform(lab.host, addCardsOperation({ file: "卡.xlsx", cards: [card("K0013", 2)] }), terms),
  },
  "a run is killed before it wrote anything": {
    isTaken: true,
    does: (lab) => changed(lab, (tabs) => addRows(tabOf(tabs, "操作记录"), [{ 运行号: "R00009", 操作: "试填", 状态: "待写" }])),
  },
  "a run is killed half way": {
    isTaken: false,
    does: async (lab) => {
      await perform(lab.host, addUnit, terms);
      await changed(lab, (tabs) => {
        tabOf(tabs, "单位").cells[1]?.fill(null);
        edit(tabOf(tabs, "操作记录"), 2, "状态", "待写");
      });
    },
  },
};

const card = (number: string, at: number) => ({ at, number, password: "a0b1", subject: "金属", type: "主要负责人" });

/** What every host keeps of decisions that were made elsewhere, of an earlier reading. */
export function describeEarlierDecisions(name: string, make: () => Promise<Lab>): void {
  const away = async (lab: Lab, operation: Operation, today = terms.today): Promise<string> =>
    decideAway(await lab.host.read(tablesOf(operation)), operation, today, BUILD).text;

  describe(`${name} takes a decision only while it stands`, () => {
    let lab: Lab;
    beforeEach(async () => {
      lab = await make();
      await lab.load(twoPeople());
      await perform(lab.host, addCardsOperation({ file: "卡.xlsx", cards: [card("K0012", 1)] }), terms);
    });

    test.each(Object.entries(MEANWHILE))("%s", async (_, { does, isTaken }) => {
      const text = await away(lab, pay);
      await does(lab);
      const before = snapshotOf(await lab.host.read(["payments", "roster"]), ["payments", "roster"]);
      const { isChanged, applied, run } = await commit(lab.host, text, terms, BUILD);
      expect([isChanged, applied, run !== null]).toEqual([!isTaken, isTaken, isTaken]);
      const now = snapshotOf(await lab.host.read(["payments", "roster"]), ["payments", "roster"]);
      expect(now.roster).toEqual(before.roster);
      expect(now.payments.map(({ id, shares }) => [id, shares])).toEqual(isTaken ? [["Q00001", "B2024-00001"]] : []);
    });

    test("where a row has no number yet, its place counts", async () => {
      await changed(lab, (_, roster) => addRows(roster, [{ 姓名: "王三" }, { 姓名: "赵四" }]));
      const text = await away(lab, number);
      await changed(lab, (_, { cells }) => {
        cells.push(...cells.splice(3, 1));
      });
      expect((await commit(lab.host, text, terms, BUILD)).isChanged).toBe(true);
      expect((await commit(lab.host, await away(lab, number), terms, BUILD)).run).toBe("R00002");
    });

    test("a workbook of an older version is brought up, and what was decided about it is written", async () => {
      await changed(lab, (tabs) => {
        const settings = tabOf(tabs, "设置");
        edit(settings, rowWhere(settings, "项", "表结构版本"), "值", 1);
        tabs.splice(tabs.indexOf(tabOf(tabs, "封印")), 1);
      });
      const text = await away(lab, pay);
      const { isMigrated, run } = await commit(lab.host, text, terms, BUILD);
      expect([isMigrated, run]).toEqual([true, "R00002"]);
    });

    test("another day, another program, and what is no decision at all", async () => {
      const text = await away(lab, pay);
      const before = await lab.dump();
      const sent = JSON.parse(text) as Record<string, unknown>;
      const without = (name: string) => JSON.stringify({ ...sent, stoodOn: { ...(sent.stoodOn as object), [name]: undefined } });
      const others = [
        () => commit(lab.host, text, { ...terms, today: "2024-03-02" }, BUILD),
        () => commit(lab.host, text, terms, "another program"),
        ...["settings", "runs", "payments"].map((name) => () => commit(lab.host, without(name), terms, BUILD)),
      ];
      for (const other of others) expect(await other()).toMatchObject({ isChanged: true, applied: false, run: null });
      for (const other of ["", "[]", "null", '{"build":"this program"}', JSON.stringify({ ...sent, changes: ["|{}"] })]) {
        await expect(commit(lab.host, other, terms, BUILD)).rejects.toThrow("请求不完整");
      }
      expect(await lab.dump()).toEqual(before);
    });

    test("a number that is there, or that is given twice, is not given", async () => {
      const again: Operation = {
        ...pay,
        decide: (snapshot, context) => {
          const { rows, ...decided } = pay.decide(snapshot, context);
          return { ...decided, rows: [...rows, ...rows] };
        },
      };
      expect((await commit(lab.host, await away(lab, again), terms, BUILD)).isChanged).toBe(true);
      const card12: Operation = {
        ...pay,
        decide: () => {
          const out = new OutcomeBuilder();
          out.add("cards", { number: "K0012", state: "未领" });
          return out.done();
        },
      };
      expect((await commit(lab.host, await away(lab, card12), terms, BUILD)).isChanged).toBe(true);
    });

    test("the same decision sent twice is written once", async () => {
      const text = await away(lab, pay);
      expect((await commit(lab.host, text, terms, BUILD)).run).toBe("R00002");
      const before = await lab.dump();
      expect((await commit(lab.host, text, terms, BUILD)).isChanged).toBe(true);
      expect(await lab.dump()).toEqual(before);
    });

    test("secrets go beside the change set, and into the workbook", async () => {
      const more = addCardsOperation({ file: "卡.xlsx", cards: [card("K0012", 1), card("K0014", 2)] });
      await commit(lab.host, await away(lab, more), terms, BUILD);
      const { cards, changeParts } = snapshotOf(await lab.host.read());
      expect(cards.map(({ number: no, password }) => [no, password])).toEqual([
        ["K0012", "a0b1"],
        ["K0014", "a0b1"],
      ]);
      expect(JSON.stringify(changeParts)).not.toContain("a0b1");
    });
  });
}
