import { withChanges } from "../../apps-script/domain/changes/advance";
import { combine } from "../../apps-script/domain/changes/combine";
import { OutcomeBuilder } from "../../apps-script/domain/changes/outcome";
import { edit as editCells } from "../../apps-script/domain/operations/cells/edit";
import { type Operation, operationOf } from "../../apps-script/domain/operations/operation";
import { undoOperation } from "../../apps-script/domain/operations/undo";
import { dashboard } from "../../apps-script/domain/rules/dashboard";
import { numberRows } from "../../apps-script/domain/rules/number-rows";
import { CONFLICTS, DASHBOARD, SCHEMA_VERSION, TABLES, type Table, tableTitled } from "../../apps-script/domain/schema/index";
import { snapshotOf } from "../../apps-script/domain/snapshot/snapshot";
import type { Sparing } from "../../apps-script/domain/snapshot/sparing";
import { exclusively, type Terms } from "../../node-sync/src/perform";
import { WAYS, type Way } from "./away";
import { addRows, cellAt, columnOf, edit, freshTabs, type Lab, type LabTab, rangeIn, rowWhere, tabOf } from "./lab";

const terms: Terms = { today: "2024-03-01", head: { time: "2024-03-01T09:00:00+08:00", clerk: "甲", source: "命令行" } };

/** Numbers the rows, then writes text, a day and a number into each enrolment and adds a unit. */
const board = operationOf("dashboard", "更新看板", dashboard);

const fillRoster: Operation = {
  id: "fill",
  title: "试填",
  decide: (snapshot, context) => {
    const numbered = numberRows(snapshot, context);
    const now = withChanges(snapshot, numbered);
    const out = new OutcomeBuilder();
    for (const row of now.roster) {
      out.set("roster", row, "class", "再培训班第二期", "试");
      out.set("roster", row, "lastSafeBookingDay", "2024-02-29", "试");
      out.set("roster", row, "slack", 82, "试");
      out.set("roster", row, "reason", "=1+1 不是公式", "试");
      out.set("roster", row, "card", "0012", "试");
    }
    if (!now.units.some((unit) => unit.name === "测试金矿")) out.add("units", { name: "测试金矿", phone: "0535001" }, "试");
    return combine([numbered, out.done()], { rows: now.roster.length });
  },
};

/** A tab as a document check leaves it that takes columns away. */
function withoutColumns(tab: LabTab, titles: readonly string[]): LabTab {
  const gone = new Set(titles.map((title) => columnOf(tab, title)));
  return { ...tab, cells: tab.cells.map((row) => row.filter((_cell, column) => !gone.has(column))) };
}

const people = [
  { 姓名: "张一", 证件号: "379999198001010024", 手机号: "19900000001", 证件有效期: "2024-06-20", 备注: "=SUM(A1)" },
  { 姓名: "李二", 证件号: "037999198001010024", 手机号: "19900000002", 证件有效期: "2024年6月" },
];

function withPeople(change: (tabs: LabTab[], roster: LabTab) => void = () => undefined): LabTab[] {
  const tabs = freshTabs();
  const roster = tabOf(tabs, "名册");
  addRows(roster, people);
  change(tabs, roster);
  return tabs;
}

/** What every host promises. `make` gives a fresh document each time. */
export function describeHost(name: string, make: () => Promise<Lab>): void {
  for (const [way, perform] of WAYS) describeWay(`${name} keeps the host contract, ${way}`, perform, make);
}

function describeWay(name: string, perform: Way, make: () => Promise<Lab>): void {
  describe(name, () => {
    let lab: Lab;
    beforeEach(async () => {
      lab = await make();
    });
    const roster = async (): Promise<LabTab> => tabOf(await lab.dump(), "名册");
    const edited = async (change: (roster: LabTab) => void): Promise<void> => {
      const tabs = await lab.dump();
      change(tabOf(tabs, "名册"));
      await lab.load(tabs);
    };

    test("reads text, ids with leading zeros, days, numbers and empty cells as what they are", async () => {
      await lab.load(withPeople());
      const { roster: rows, settings } = snapshotOf(await lab.host.read());
      expect(rows.map((row) => [row.name, row.idNumber, row.validUntil, row.note, row.slack])).toEqual([
        ["张一", "379999198001010024", "2024-06-20", "=SUM(A1)", null],
        ["李二", "037999198001010024", "2024年6月", null, null],
      ]);
      expect(settings.find((row) => row.item === "初培费")?.value).toBe(600);
    });

    test("a reading may leave secrets empty; the row is there", async () => {
      const tabs = withPeople();
      addRows(tabOf(tabs, "模拟卡"), [{ 卡号: "0012", 密码: "a0b1", 状态: "未领" }]);
      addRows(tabOf(tabs, "封印"), [{ 工作簿编号: "W-test", 密钥: "f00d" }]);
      await lab.load(tabs);
      const secrets = async (sparing?: Sparing) => {
        const { cards, seals } = snapshotOf(await lab.host.read(["cards", "seals"], sparing), ["cards", "seals"]);
        return [
          ...cards.map(({ number, password }) => [number, password]),
          ...seals.map(({ workbook, secret }) => [workbook, secret]),
        ];
      };
      expect(await secrets({ secrets: true })).toEqual([
        ["0012", null],
        ["W-test", null],
      ]);
      expect(await secrets()).toEqual([
        ["0012", "a0b1"],
        ["W-test", "f00d"],
      ]);
    });

    test("a reading may bring the change sets of some runs only; of the others the numbers", async () => {
      const tabs = withPeople();
      const part = (run: string, number: number, content: string) => ({ 运行号: run, 序号: number, 内容: content });
      addRows(tabOf(tabs, "_改动"), [part("R00001", 1, "|a"), part("R00002", 1, "|b"), part("R00002", 2, "|c")]);
      await lab.load(tabs);
      const parts = async (sparing?: Sparing) => {
        const { changeParts } = snapshotOf(await lab.host.read(["changeParts"], sparing), ["changeParts"]);
        return changeParts.map(({ run, part: number, content }) => [run, number, content]);
      };
      expect(await parts({ allRunsBut: ["R00002"] })).toEqual([
        ["R00001", 1, null],
        ["R00002", 1, "|b"],
        ["R00002", 2, "|c"],
      ]);
      expect(await parts()).toEqual([
        ["R00001", 1, "|a"],
        ["R00002", 1, "|b"],
        ["R00002", 2, "|c"],
      ]);
    });

    test("writes text as text, days as days, numbers as numbers, and reads them back the same", async () => {
      await lab.load(withPeople());
      const receipt = await perform(lab.host, fillRoster, terms);
      expect(receipt.run).toBe("R00001");
      const { roster: rows } = snapshotOf(await lab.host.read());
      expect(rows.map((row) => [row.id, row.person, row.class, row.lastSafeBookingDay, row.slack, row.reason, row.card])).toEqual(
        [
          ["B2024-00001", "P00001", "再培训班第二期", "2024-02-29", 82, "=1+1 不是公式", "0012"],
          ["B2024-00002", "P00002", "再培训班第二期", "2024-02-29", 82, "=1+1 不是公式", "0012"],
        ],
      );
      const tab = await roster();
      expect(cellAt(tab, 1, "分配说明")).toBe("=1+1 不是公式");
      expect(cellAt(tab, 1, "备注")).toBe("=SUM(A1)");
    });

    test("writes nothing on a dry run", async () => {
      await lab.load(withPeople());
      const before = await lab.dump();
      const receipt = await perform(lab.host, fillRoster, { ...terms, dryRun: true });
      expect([receipt.run, receipt.applied, receipt.changes.cells.length > 0]).toEqual([null, false, true]);
      expect(await lab.dump()).toEqual(before);
    });

    test("changes nothing the second time, and writes no run", async () => {
      await lab.load(withPeople());
      await perform(lab.host, fillRoster, terms);
      const before = await lab.dump();
      const again = await perform(lab.host, fillRoster, terms);
      expect([again.run, again.changes.cells.length, again.changes.rows.length]).toEqual([null, 0, 0]);
      expect(await lab.dump()).toEqual(before);
    });

    test("leaves the staff's own columns, formulas, blank rows and hidden rows as they were", async () => {
      await lab.load(
        withPeople((_, tab) => {
          tab.cells[0]?.push("我的列", "合计");
          tab.cells.splice(2, 0, []);
          edit(tab, 1, "我的列", "别动");
          edit(tab, 1, "合计", { formula: "1+2", result: 3 });
          tab.hiddenRows = [3];
        }),
      );
      await perform(lab.host, fillRoster, terms);
      const tab = await roster();
      expect(cellAt(tab, 1, "我的列")).toBe("别动");
      expect(cellAt(tab, 1, "合计")).toMatchObject({ formula: "1+2" });
      expect((tab.cells[2] ?? []).every((cell) => cell === null)).toBe(true);
      expect([cellAt(tab, 3, "姓名"), cellAt(tab, 3, "班级")]).toEqual(["李二", "再培训班第二期"]);
    });

    test("never replaces a formula of the staff's in a column of the program, and says so", async () => {
      await lab.load(withPeople((_, tab) => edit(tab, 1, "班级", { formula: '"再"&"培"', result: "再培" })));
      const receipt = await perform(lab.host, fillRoster, terms);
      expect(cellAt(await roster(), 1, "班级")).toMatchObject({ formula: '"再"&"培"' });
      expect(receipt.changes.findings.map((finding) => [finding.code, finding.column])).toContainEqual(["W04", "class"]);
    });

    test("cells merged over several people say the same of each, are not written, and it is said once", async () => {
      await lab.load(
        withPeople((_, tab) => {
          edit(tab, 1, "工作单位", "甲矿");
          tab.merges = ["工作单位", "班级"].map((title) => rangeIn(tab, title, 2, 3));
        }),
      );
      const { changes } = await perform(lab.host, fillRoster, terms);
      const { roster: rows } = snapshotOf(await lab.host.read());
      expect(rows.map((row) => [row.name, row.unit, row.class, row.slack])).toEqual([
        ["张一", "甲矿", null, 82],
        ["李二", "甲矿", null, 82],
      ]);
      const said = changes.findings
        .filter(({ code }) => code === "W13")
        .map(({ message }) => message.match(/[A-Z]+\d+:[A-Z]+\d+/g));
      expect(said).toHaveLength(1);
      expect(said[0]).toHaveLength(2);
      const again = await perform(lab.host, fillRoster, terms);
      expect([again.run, again.changes.cells]).toEqual([null, []]);
    });

    test.each([
      ["down", "班级", "ARRAYFORMULA(A2:A3)", [["甲"], ["乙"]], ["class"]],
      [
        "down and across",
        "候选班级",
        'FILTER(A2:B3,A2:A3<>"")',
        [
          ["甲", "甲二"],
          ["乙", "乙二"],
        ],
        ["reason"],
      ],
    ] as const)(
      "a formula that fills cells %s is left in all of them and named, the rest is done",
      async (_way, title, formula, fills, left) => {
        await lab.load(withPeople((_, tab) => edit(tab, 1, title, { formula, result: fills[0][0], fills })));
        const shown = async () => {
          const { roster: rows } = snapshotOf(await lab.host.read());
          return rows.map((row) => [row.class, row.candidates, row.reason, row.slack, row.card]);
        };
        const before = await shown();
        const { changes, run } = await perform(lab.host, fillRoster, terms);
        const named = changes.findings.filter(({ code }) => code === "W04").map(({ row, column }) => `${row} ${column}`);
        expect([run, named]).toEqual([
          "R00001",
          ["B2024-00001", "B2024-00002"].flatMap((row) => left.map((column) => `${row} ${column}`)),
        ]);
        const done = ["再培训班第二期", null, "=1+1 不是公式", 82, "0012"];
        expect(await shown()).toEqual(before.map((row) => row.map((value, at) => value ?? done[at] ?? null)));
        const again = await perform(lab.host, fillRoster, terms);
        expect([again.run, again.changes.cells]).toEqual([null, []]);
      },
    );

    test("a formula that fills a column to the end keeps it of new rows, which stand right below the others, and it is named", async () => {
      const fills = [["一"], ["二"], ["三"], [null], [null]];
      await lab.load(
        withPeople((tabs) => {
          const units = tabOf(tabs, "单位");
          addRows(units, [{ 单位全称: "甲矿", 电话: { formula: 'ARRAYFORMULA(IF(B2:B="","",B2:B))', result: "一", fills } }]);
        }),
      );
      const { changes } = await perform(lab.host, fillRoster, terms);
      expect(changes.findings.filter(({ code }) => code === "W04").map(({ table, column }) => `${table} ${column}`)).toEqual([
        "units phone",
      ]);
      const { units } = snapshotOf(await lab.host.read());
      expect(units.filter(({ name }) => name !== null).map(({ at, name, phone }) => [at, name, phone])).toEqual([
        [2, "甲矿", "一"],
        [3, "测试金矿", "二"],
      ]);
    });

    test("numbers that are shown as days are read as numbers; their format is put right once, and it is said", async () => {
      await lab.load(
        withPeople((_, tab) => {
          edit(tab, 1, "成绩", 85);
          edit(tab, 2, "成绩", 0.5);
          tab.formats = { [rangeIn(tab, "成绩", 2, 2)]: "yyyy-mm-dd", [rangeIn(tab, "成绩", 3, 3)]: "h:mm" };
        }),
      );
      const scores = async () => snapshotOf(await lab.host.read()).roster.map(({ score }) => score);
      expect(await scores()).toEqual([85, 0.5]);
      const said = async () => {
        const { changes } = await perform(lab.host, fillRoster, terms);
        return changes.findings.filter(({ code }) => code === "W14").map(({ message }) => message.slice(0, 12));
      };
      expect(await said()).toEqual(lab.host.mend ? ["“名册”的“成绩”有2格"] : []);
      expect([await said(), await scores()]).toEqual([[], [85, 0.5]]);
    });

    test("finds columns by header, wherever they were moved, and a header that is not in the first row", async () => {
      await lab.load(
        withPeople((_, tab) => {
          const name = columnOf(tab, "姓名");
          for (const cells of tab.cells) cells.push(...cells.splice(name, 1));
          tab.cells.unshift([]);
        }),
      );
      await perform(lab.host, fillRoster, terms);
      const rows = snapshotOf(await lab.host.read()).roster;
      expect(rows.map((row) => [row.name, row.class])).toEqual([
        ["张一", "再培训班第二期"],
        ["李二", "再培训班第二期"],
      ]);
    });

    test("finds the header below title lines, and titles that somebody decorated", async () => {
      await lab.load(
        withPeople((tabs, tab) => {
          edit(tab, 0, "姓名", "★姓名");
          edit(tab, 0, "证件号", "证件号（必填）");
          edit(tab, 0, "证件有效期", "证件\n有效期：");
          tab.cells[0]?.push("*备注");
          tab.cells.unshift(["2024年安管人员名册"], [], ["培训中心", null, "单位"]);
          tabOf(tabs, "单位").cells.unshift(["单位一览"]);
          tabOf(tabs, "操作记录").cells.unshift(["运行情况"]);
        }),
      );
      const receipt = await perform(lab.host, fillRoster, terms);
      expect(receipt.changes.findings).toEqual([]);
      const book = snapshotOf(await lab.host.read());
      expect(book.roster.map((row) => [row.at, row.name, row.idNumber, row.validUntil, row.note, row.class])).toEqual([
        [5, "张一", "379999198001010024", "2024-06-20", "=SUM(A1)", "再培训班第二期"],
        [6, "李二", "037999198001010024", "2024年6月", null, "再培训班第二期"],
      ]);
      expect([book.units.map(({ at, name }) => [at, name]), book.runs.map(({ at }) => at)]).toEqual([[[3, "测试金矿"]], [3]]);
      const tab = await roster();
      expect([tab.cells[0]?.[0], tab.cells[3]?.filter((cell) => cell === "★姓名" || cell === "*备注")]).toEqual([
        "2024年安管人员名册",
        ["★姓名", "*备注"],
      ]);
      expect((await perform(lab.host, fillRoster, terms)).run).toBeNull();
    });

    test.each(["名册2024", "学员名册 ", "名册 "])("names a tab that looks like the missing one: %s", async (title) => {
      await lab.load(withPeople((_, tab) => void Object.assign(tab, { title })));
      await expect(perform(lab.host, fillRoster, terms)).rejects.toMatchObject({
        code: "missing-tab",
        message: expect.stringContaining(`“${title}”像是它`),
      });
    });

    test("makes hidden tabs of its own anew where somebody removed them, and says what is not known any more", async () => {
      await lab.load(withPeople());
      await perform(lab.host, fillRoster, terms);
      const hidden = ["底稿", "封印", "_改动"];
      await lab.load((await lab.dump()).filter(({ title }) => !hidden.includes(title)));
      const lost = async () => {
        const { changes, run } = await perform(lab.host, fillRoster, terms);
        return [run, changes.findings.map(({ code, table }) => `${code} ${table}`).sort()];
      };
      expect(await lost()).toEqual([null, ["W12 bases", "W12 changeParts", "W12 seals"]]);
      expect(await lost()).toEqual([null, []]);
      await expect(perform(lab.host, undoOperation(), terms)).rejects.toMatchObject({ code: "not-undoable" });
      await edited((tab) => edit(tab, 1, "班级", "再培训班第三期"));
      expect((await perform(lab.host, fillRoster, terms)).run).toBe("R00002");
      expect((await perform(lab.host, undoOperation(), terms)).run).toBe("R00003");
      expect(cellAt(await roster(), 1, "班级")).toBe("再培训班第三期");
    });

    test("makes hidden columns anew that a document check removed, knows given classes by it, and says what is lost", async () => {
      await lab.load(withPeople());
      await perform(lab.host, fillRoster, terms);
      const gone = ["上次班级", "班级给定日", "名单依据", "余量天数", "状态备注"];
      await lab.load((await lab.dump()).map((tab) => (tab.title === "名册" ? withoutColumns(tab, gone) : tab)));
      const first = await perform(lab.host, fillRoster, terms);
      const said = first.changes.findings.filter(({ code }) => code === "W15");
      expect(said.map(({ table, message }) => [table, gone.every((title) => message.includes(`“${title}”`))])).toEqual([
        ["roster", true],
      ]);
      expect(said[0]?.message).toContain("“状态备注”原来的内容没有了");
      const { roster: rows } = snapshotOf(await lab.host.read());
      expect(rows.map((row) => [row.name, row.class, row.writtenClass, row.givenOn, row.slack, row.stateNote])).toEqual([
        ["张一", "再培训班第二期", "再培训班第二期", "2024-03-01", 82, null],
        ["李二", "再培训班第二期", "再培训班第二期", "2024-03-01", 82, null],
      ]);
      const again = await perform(lab.host, fillRoster, terms);
      expect([again.run, again.changes.findings]).toEqual([null, []]);
    });

    test("looks at a workbook without its hidden columns as the next run will make it", async () => {
      const tabs = withPeople().map((tab) => (tab.title === "名册" ? withoutColumns(tab, ["上次班级", "考过的日期"]) : tab));
      await lab.load(tabs);
      const looked = await perform(lab.host, fillRoster, { ...terms, dryRun: true });
      expect(looked.changes.cells.length).toBeGreaterThan(0);
      expect((await perform(lab.host, fillRoster, { ...terms, hash: looked.hash() })).applied).toBe(true);
    });

    test("a visible column that is missing alone is asked for by name, with where its title may go", async () => {
      await lab.load(withPeople().map((tab) => (tab.title === "名册" ? withoutColumns(tab, ["状态备注"]) : tab)));
      await expect(perform(lab.host, fillRoster, terms)).rejects.toMatchObject({
        code: "missing-header",
        message: expect.stringContaining("右边的空格里写上“状态备注”"),
      });
    });

    test("fills the board although a visible column of it was deleted, and undoing the run leaves it filled", async () => {
      await lab.load(withPeople().map((tab) => (tab.title === DASHBOARD.title ? withoutColumns(tab, ["数量"]) : tab)));
      const ran = await perform(lab.host, board, terms);
      expect(ran.changes.findings.map(({ code, table }) => [code, table])).toEqual([["W12", "dashboard"]]);
      const filled = snapshotOf(await lab.host.read()).dashboard;
      expect(filled[0]).toMatchObject({ id: "figures-01", item: "名册人数", count: 2 });
      expect((await perform(lab.host, board, terms)).run).toBeNull();
      await perform(lab.host, undoOperation(), terms);
      expect(snapshotOf(await lab.host.read()).dashboard).toEqual(filled);
    });

    test("writes sorted lines of the board at their places", async () => {
      await lab.load(withPeople());
      await perform(lab.host, board, terms);
      const items = async () => snapshotOf(await lab.host.read()).dashboard.map(({ at, item, count }) => [at, item, count]);
      const before = await items();
      const tabs = await lab.dump();
      const tab = tabOf(tabs, DASHBOARD.title);
      tab.cells = [tab.cells[0] ?? [], ...tab.cells.slice(1).reverse()];
      await lab.load(tabs);
      expect(await items()).not.toEqual(before);
      await perform(lab.host, board, terms);
      expect(await items()).toEqual(before);
    });

    test("leaves staff's own tab alone that is called as the board is", async () => {
      const own: LabTab["cells"] = [
        ["编号", "物品"],
        ["1", "安全帽"],
      ];
      await lab.load(withPeople().map((tab) => (tab.title === DASHBOARD.title ? { ...tab, cells: own } : tab)));
      const before = tabOf(await lab.dump(), DASHBOARD.title).cells;
      const ran = await perform(lab.host, board, terms);
      expect([ran.run, ran.changes.findings.map(({ code }) => code)]).toEqual([null, ["W17"]]);
      expect((await perform(lab.host, fillRoster, terms)).run).toBe("R00001");
      expect(tabOf(await lab.dump(), DASHBOARD.title).cells).toEqual(before);
    });

    test("finds rows by id after people sorted them", async () => {
      await lab.load(withPeople());
      await perform(lab.host, fillRoster, terms);
      const tabs = await lab.dump();
      const tab = tabOf(tabs, "名册");
      tab.cells = [tab.cells[0] ?? [], ...tab.cells.slice(1).reverse()];
      await lab.load(tabs);
      await perform(lab.host, undoOperation(), terms);
      const rows = snapshotOf(await lab.host.read()).roster;
      expect(rows.map((row) => [row.id, row.name, row.class])).toEqual([
        ["B2024-00002", "李二", null],
        ["B2024-00001", "张一", null],
      ]);
    });

    test.each([
      ["缺少列", "missing-header", (tab: LabTab) => edit(tab, 0, "证件号", "身份证")],
      ["有两列都叫", "repeated-header", (tab: LabTab) => tab.cells[0]?.push("证件号")],
    ])("stops with the header's name: %s", async (words, code, spoil) => {
      await lab.load(withPeople((_, tab) => void spoil(tab)));
      const before = await lab.dump();
      await expect(perform(lab.host, fillRoster, terms)).rejects.toMatchObject({
        code,
        message: expect.stringContaining("证件号"),
      });
      await expect(perform(lab.host, fillRoster, terms)).rejects.toThrow(words);
      expect(await lab.dump()).toEqual(before);
    });

    test("leaves rows alone that share a number, and says which", async () => {
      await lab.load(
        withPeople((_, tab) => {
          edit(tab, 1, "报名编号", "B2024-00007");
          edit(tab, 2, "报名编号", "B2024-00007");
          addRows(tab, [{ 姓名: "王三" }]);
        }),
      );
      const receipt = await perform(lab.host, fillRoster, terms);
      const tab = await roster();
      expect([1, 2, 3].map((row) => [cellAt(tab, row, "报名编号"), cellAt(tab, row, "班级")])).toEqual([
        ["B2024-00007", null],
        ["B2024-00007", null],
        ["B2024-00008", "再培训班第二期"],
      ]);
      expect(receipt.changes.findings[0]).toMatchObject({ code: "W01", severity: "阻断", row: "B2024-00007" });
    });

    test("undoes a run from the log: cells restored, new rows blanked, numbers kept", async () => {
      await lab.load(withPeople());
      await perform(lab.host, fillRoster, terms);
      const undone = await perform(lab.host, undoOperation("R00001"), terms);
      expect(undone.kept).toEqual([]);
      const now = snapshotOf(await lab.host.read());
      expect(now.roster.map((row) => [row.id, row.class, row.slack])).toEqual([
        ["B2024-00001", null, null],
        ["B2024-00002", null, null],
      ]);
      expect(now.units).toEqual([]);
      expect(now.runs.map((run) => [run.id, run.action, run.state])).toEqual([
        ["R00001", "试填", "已撤销"],
        ["R00002", "撤销", "完成"],
      ]);
      await expect(perform(lab.host, undoOperation(), terms)).rejects.toThrow("没有可以撤销的操作");
    });

    test("undoing an undo brings the run back", async () => {
      await lab.load(withPeople());
      await perform(lab.host, fillRoster, terms);
      await perform(lab.host, undoOperation(), terms);
      await perform(lab.host, undoOperation("R00002"), terms);
      const now = snapshotOf(await lab.host.read());
      expect(now.roster.map((row) => row.class)).toEqual(["再培训班第二期", "再培训班第二期"]);
      expect(now.units.map((unit) => [unit.name, unit.phone])).toEqual([["测试金矿", "0535001"]]);
      expect(now.runs.map((run) => run.state)).toEqual(["完成", "已撤销", "完成"]);
    });

    test("edits of one clerk within a minute are taken back by one undo, and come back by another", async () => {
      await lab.load(withPeople());
      await perform(lab.host, fillRoster, terms);
      const typed = (cells: string): Operation => {
        const bound = editCells.bind({ cells });
        if ("problems" in bound) throw new Error(JSON.stringify(bound.problems));
        return bound;
      };
      const at = (time: string, clerk = "甲") => ({ ...terms, head: { ...terms.head, clerk, time: `2024-03-12T${time}+08:00` } });
      const edits = [
        ["名册|B2024-00001|状态备注||一", "10:00:00", "甲"],
        ["名册|B2024-00001|状态备注|一|二", "10:05:00", "甲"],
        ["名册|B2024-00002|状态备注||三", "10:05:30", "甲"],
        ["名册|B2024-00001|状态备注|二|四", "10:06:20", "甲"],
      ] as const;
      for (const [cells, time, clerk] of edits) await perform(lab.host, typed(cells), at(time, clerk));
      const notes = async () => snapshotOf(await lab.host.read()).roster.map(({ stateNote }) => stateNote);
      const states = async () =>
        snapshotOf(await lab.host.read())
          .runs.map(({ state }) => state)
          .slice(1);
      const undone = await perform(lab.host, undoOperation(), at("10:07:00"));
      expect([undone.kept, undone.changes.summary.undoes]).toEqual([[], "R00003、R00004、R00005"]);
      expect([await notes(), await states()]).toEqual([
        ["一", null],
        ["完成", "已撤销", "已撤销", "已撤销", "完成"],
      ]);
      await perform(lab.host, undoOperation("R00006"), at("10:08:00"));
      expect([await notes(), await states()]).toEqual([
        ["四", "三"],
        ["完成", "完成", "完成", "完成", "已撤销", "完成"],
      ]);
      await perform(lab.host, typed("名册|B2024-00002|状态备注|三|五"), at("10:08:30", "乙"));
      await perform(lab.host, undoOperation(), at("10:08:40"));
      expect(await notes()).toEqual(["四", "三"]);
      await perform(lab.host, undoOperation("R00005"), at("10:09:00"));
      expect(await notes()).toEqual(["二", "三"]);
    });

    test("undo keeps what people changed since, and lists it", async () => {
      await lab.load(withPeople());
      await perform(lab.host, fillRoster, terms);
      const tabs = await lab.dump();
      edit(tabOf(tabs, "名册"), 1, "班级", "再培训班第三期");
      const units = tabOf(tabs, "单位");
      edit(units, rowWhere(units, "单位全称", "测试金矿"), "联系人", "乙");
      await lab.load(tabs);
      const undone = await perform(lab.host, undoOperation(), terms);
      expect(undone.kept.map((kept) => [kept.table, kept.row, kept.column, kept.value])).toEqual([
        ["roster", "B2024-00001", "class", "再培训班第三期"],
        ["units", "测试金矿", null, null],
      ]);
      const tab = await roster();
      expect([cellAt(tab, 1, "班级"), cellAt(tab, 2, "班级"), cellAt(tab, 1, "分配说明")]).toEqual([
        "再培训班第三期",
        null,
        null,
      ]);
    });

    test("change sets that are older than they are kept are emptied by the next run, which says so", async () => {
      const at = (day: string): Terms => ({ today: day, head: { ...terms.head, time: `${day}T09:00:00+08:00` } });
      await lab.load(withPeople());
      await perform(lab.host, fillRoster, at("2024-03-01"));
      const rename = (name: string): Operation => ({
        id: "rename",
        title: "改名",
        decide: ({ roster: rows }) => {
          const out = new OutcomeBuilder();
          for (const row of rows) out.set("roster", row, "name", name);
          return out.done();
        },
      });
      await perform(lab.host, rename("甲"), at("2024-06-20"));
      // One run tells no day: its clock may have run ahead.
      const second = await perform(lab.host, rename("丙"), at("2024-06-20"));
      expect(second.changes.findings).toEqual([]);
      const third = await perform(lab.host, rename("乙"), at("2024-06-21"));
      expect(third.changes.findings.map(({ code, message }) => [code, message.slice(0, 6)])).toEqual([["W10", "R00001"]]);
      const { changeParts, runs } = snapshotOf(await lab.host.read());
      expect([changeParts.map(({ run }) => run), runs.map(({ key }) => key)]).toEqual([
        ["R00002", "R00003", "R00004"],
        ["R00001", "R00002", "R00003", "R00004"],
      ]);
      await expect(perform(lab.host, undoOperation("R00001"), at("2024-06-21"))).rejects.toThrow("R00001 的改动明细已按");
      const undone = await perform(lab.host, undoOperation(), at("2024-06-21"));
      expect([undone.changes.findings, snapshotOf(await lab.host.read()).roster.map((row) => row.name)]).toEqual([
        [],
        ["丙", "丙"],
      ]);
    });

    test("does not overwrite a cell that someone changed between reading and writing; it becomes a finding", async () => {
      await lab.load(withPeople());
      await perform(lab.host, fillRoster, terms);
      const stale: Operation = {
        id: "stale",
        title: "迟到",
        decide: (snapshot) => {
          const out = new OutcomeBuilder();
          for (const row of snapshot.roster) out.set("roster", { ...row, class: "旧值" }, "class", "新值");
          return out.done();
        },
      };
      const receipt = await perform(lab.host, stale, terms);
      expect(receipt.run).toBeNull();
      expect(receipt.changes.findings.map((finding) => [finding.code, finding.row])).toEqual([
        ["W03", "B2024-00001"],
        ["W03", "B2024-00002"],
      ]);
    });

    test("a run cut off anywhere is finished by the next one, or has not begun", async () => {
      const { cutNextWrite } = lab;
      if (!cutNextWrite) return;
      await lab.load(withPeople());
      await perform(lab.host, fillRoster, terms);
      const whole = snapshotOf(await lab.host.read()).roster;
      for (const stages of [0, 1, 2]) {
        await lab.load(withPeople());
        cutNextWrite(stages);
        await expect(perform(lab.host, fillRoster, terms)).rejects.toThrow();
        const nothing: Operation = { id: "none", title: "空", decide: () => new OutcomeBuilder().done() };
        await perform(lab.host, stages === 0 ? fillRoster : nothing, terms);
        const now = snapshotOf(await lab.host.read());
        expect(now.roster).toEqual(whole);
        expect(now.units.length).toBe(1);
        expect(now.runs.map((run) => run.state)).toEqual(["完成"]);
      }
    });

    test("refuses a workbook of a newer schema, and one that is none of ours", async () => {
      const tabs = withPeople();
      const settings = tabOf(tabs, "设置");
      edit(settings, rowWhere(settings, "项", "表结构版本"), "值", 99);
      await lab.load(tabs);
      await expect(perform(lab.host, fillRoster, terms)).rejects.toMatchObject({ code: "newer-schema" });
      await lab.load([{ title: "Sheet1", cells: [["a"]] }]);
      await expect(perform(lab.host, fillRoster, terms)).rejects.toMatchObject({ code: "not-a-workbook" });
    });

    test("brings an older workbook up: tabs and columns that came since are added, the rest stays", async () => {
      const tabs = withPeople((all, tab) => {
        const settings = tabOf(all, "设置");
        edit(settings, rowWhere(settings, "项", "表结构版本"), "值", 0);
        tab.cells[0]?.push("我的列");
      }).filter((tab) => tab.title !== "冲突");
      await lab.load(tabs);
      await exclusively(lab.host, async () => {
        await lab.host.read();
        await lab.host.addTabs([CONFLICTS]);
      });
      await perform(lab.host, fillRoster, terms);
      const now = await lab.dump();
      expect(tabOf(now, "冲突").cells[0]?.slice(0, 2)).toEqual(["报名编号", "姓名"]);
      const settings = tabOf(now, "设置");
      expect(cellAt(settings, rowWhere(settings, "项", "表结构版本"), "值")).toBe(SCHEMA_VERSION);
      expect(cellAt(tabOf(now, "名册"), 0, "我的列")).toBe("我的列");
    });

    test("gives a workbook of the first version the columns of this one, behind what staff have there", async () => {
      const young = new Map(
        Object.values<Table>(TABLES).map((table) => {
          const columns = Object.values(table.columns).filter(({ since = 1 }) => since > 1);
          return [table.title, columns.map(({ title }) => title)];
        }),
      );
      const isYoung = (tab: { title: string }): boolean => (tableTitled(tab.title)?.since ?? 1) > 1;
      const tabs = withPeople((all) => {
        const settings = tabOf(all, "设置");
        edit(settings, rowWhere(settings, "项", "表结构版本"), "值", 1);
        for (const tab of all) {
          const gone = (tab.cells[0] ?? []).map((title) => young.get(tab.title)?.includes(String(title)) === true);
          tab.cells = tab.cells.map((row) => row.filter((_cell, column) => !gone[column]));
        }
        tabOf(all, "单位").cells[0]?.push("我的列");
      }).filter((tab) => !isYoung(tab));
      await lab.load(tabs);
      await perform(lab.host, fillRoster, terms);
      const now = await lab.dump();
      for (const [title, columns] of young) expect(tabOf(now, title).cells[0]).toEqual(expect.arrayContaining(columns));
      expect(tabOf(now, "单位").cells[0]?.slice(-2)).toEqual(["我的列", "代报单位"]);
      const settings = tabOf(now, "设置");
      expect(cellAt(settings, rowWhere(settings, "项", "表结构版本"), "值")).toBe(SCHEMA_VERSION);
    });
  });
}
