import { operationOf } from "../../../apps-script/domain/operations/operation";
import { runAll } from "../../../apps-script/domain/rules/actions";
import { type AnyRow, snapshotOf } from "../../../apps-script/domain/snapshot/snapshot";
import { perform } from "../../../node-sync/src/perform";
import { addRows, freshTabs, type LabCell, tabOf } from "../../hosts/lab";
import { memoryLab } from "../../hosts/memory-lab";
import { idOf } from "../merge/lists";

type Cells = Readonly<Record<string, LabCell>>;
const head = { time: "2024-03-01T08:00:00+08:00", clerk: "测试", source: "命令行" as const };
const person = (serial: number): Cells => ({
  姓名: "王梦",
  证件号: idOf(serial),
  工作单位: "甲矿业有限公司",
  申报类型: "再培训",
});

async function runOn(roster: readonly Cells[], payments: readonly Cells[] = []) {
  const tabs = freshTabs();
  addRows(tabOf(tabs, "名册"), roster);
  addRows(tabOf(tabs, "缴费"), payments);
  const { host, dump } = memoryLab(tabs);
  const all = operationOf("all", "全部执行", runAll);
  const ran = await perform(host, all, { today: "2024-03-01", head });
  const again = await perform(host, all, { today: "2024-03-01", head });
  return { ran, again, book: snapshotOf(await host.read()), tabs: await dump() };
}

describe("a line written under 名册 is left as it is and told", () => {
  test.each<[name: string, line: Cells, told: string]>([
    ["a total", { 姓名: "合计", 手机号: "2人" }, "合计 2人"],
    ["a total with sums", { 姓名: "总计", 应缴: { formula: "SUM(AS2:AS3)", result: 600 }, 已缴: 300 }, "总计"],
    ["a total in the first column", { 报名编号: "合计", 应缴: 600 }, "合计"],
    ["a total in the unit's column", { 工作单位: "小计：2人" }, "小计：2人"],
    ["a signature", { 姓名: "制表人：王某", 职位: "审核：李某" }, "制表人：王某 审核：李某"],
    ["a remark", { 备注: "以上为第一批" }, "以上为第一批"],
    ["a heading", { 报名编号: "以下为第二批报名人员" }, "以下为第二批报名人员"],
    ["sums alone", { 应缴: 600 }, "第4行"],
    ["a table's totals", { 报名编号: "汇总", 证件号: 2 }, "汇总 2"],
    ["counts without a label", { 姓名: 2, 证件号: 2 }, "2 2"],
    ["a group's count", { 工作单位: "甲矿业有限公司 计数", 姓名: 2 }, "2 甲矿业有限公司 计数"],
    ["the count of all groups", { 工作单位: "总计数", 姓名: 2 }, "2 总计数"],
    ["a group of one day", { 证件有效期: "2024/6/20 计数", 姓名: 1 }, "1 2024/6/20 计数"],
    [
      "the last day of a group",
      { 工作单位: "甲矿业有限公司 最大值", 证件有效期: "2024-06-20" },
      "甲矿业有限公司 最大值 2024-06-",
    ],
    ["a group named in a column of the program", { 班级: "再培训班第一期 汇总", 姓名: 1 }, "1"],
    ["a running total", { 姓名: "累计", 证件号: 6 }, "累计 6"],
    ["how many came", { 姓名: "实到人数", 证件号: 2 }, "实到人数 2"],
    ["a count with a colon", { 职位: "计数：", 证件有效期: 2 }, "计数： 2"],
    ["how many were sent", { 姓名: "应参训2人，实报2人" }, "应参训2人，实报2人"],
    ["whose job it was", { 姓名: "张三", 证件号: "填表人" }, "张三 填表人"],
    ["the end", { 姓名: "——以下空白——" }, "——以下空白——"],
    ["who filled it in", { 姓名: "填表人", 证件号: "李四" }, "填表人 李四"],
    ["a sum with the mark of an edited row", { 姓名: "合计", 到期提示: "待重算", 进度: "待重算" }, "合计"],
  ])("%s", async (_name, line, told) => {
    const { ran, again, book, tabs } = await runOn([person(1), person(2), line]);
    expect(book.roster.map(({ id }) => id)).toEqual(["B2024-00001", "B2024-00002"]);
    expect(tabOf(tabs, "资料").cells).toHaveLength(3);
    const [finding, ...more] = ran.changes.findings.filter(({ code }) => code === "W08");
    expect([finding?.severity, finding?.table, finding?.row, more]).toEqual(["提示", "roster", told, []]);
    expect(finding?.message).toMatch(/^“名册”第4行.*没有编号，也没有处理。$/u);
    expect(
      ran.changes.cells.filter(({ table, row }) => table === "roster" && !row.startsWith("B2024") && !/^@[23]$/.test(row)),
    ).toEqual([]);
    const written = tabOf(tabs, "名册").cells[3] ?? [];
    const filled = written.filter((cell) => cell !== null);
    expect(filled).toEqual(expect.arrayContaining(Object.values(line)));
    expect(filled).toHaveLength(Object.keys(line).length);
    expect([again.run, again.changes.cells, again.changes.rows]).toEqual([null, [], []]);
  });
});

test.each<[name: string, row: Cells]>([
  ["only a name", { 姓名: "王梦" }],
  ["a name that begins like a total", { 姓名: "计合", 工作单位: "甲矿" }],
  ["an id and a remark that reads like one", { 证件号: idOf(3), 备注: "以上属实" }],
  ["a mobile beside a total in 备注", { 手机号: "13800138000", 备注: "合计" }],
  ["a unit and a post without a name", { 工作单位: "甲矿业有限公司", 职位: "主要负责人" }],
  ["a full row with a total in 备注", { ...person(4), 备注: "汇总" }],
  ["a certificate and a total in 备注", { 证书编号: "鲁安A2024000123", 备注: "合计" }],
  ["one that has its number", { 报名编号: "B2024-00007", 备注: "合计" }],
])("an entry stays one: %s", async (_name, row) => {
  const { ran, book } = await runOn([person(1), row]);
  expect(book.roster).toHaveLength(2);
  expect(book.roster.every(({ id }) => /^B2024-\d{5}$/.test(String(id)))).toBe(true);
  expect(ran.changes.findings.filter(({ code }) => code === "W08")).toEqual([]);
});

test("a total under 缴费 is no payment", async () => {
  const paid = { 日期: "2024-02-01", 金额: 300, 方式: "现金", 分摊到: "B2024-00001" };
  const { ran, book } = await runOn([{ 报名编号: "B2024-00001", ...person(1) }], [paid, { 付款方: "合计", 金额: 300 }]);
  expect(book.payments.map(({ id, amount }) => [id, amount])).toEqual([["F00001", 300]]);
  expect(book.roster[0]).toMatchObject({ feePaid: 300, feeState: "已缴" });
  expect(ran.changes.findings.filter(({ code }) => code === "W08").map(({ row }) => row)).toEqual(["300 合计"]);
});

test.each<[table: string, line: Cells]>([
  ["单位", { 单位全称: "汇总", 联系人: 3 }],
  ["培训计划", { 年度: "汇总", 班级名称: 11 }],
  ["资料", { 报名编号: "汇总", 姓名: 12 }],
  ["模拟卡", { 卡号: "总计数", 密码: 12 }],
  ["缴费", { 流水号: "汇总", 金额: 900, 方式: 3 }],
  ["节假日", { 日期: "汇总", 名称: 30 }],
])("a table's totals row in %s is no entry", async (table, line) => {
  const tabs = freshTabs();
  addRows(tabOf(tabs, "名册"), [person(1)]);
  const before = await ranOver(tabs);
  addRows(tabOf(tabs, table), [line]);
  const { findings, book } = await ranOver(tabs);
  expect(findings.filter(({ code }) => code === "W08")).toHaveLength(1);
  expect(findings.filter(({ code }) => code !== "W08")).toEqual(before.findings);
  expect(book).toEqual(before.book);
});

async function ranOver(tabs: ReturnType<typeof freshTabs>) {
  const { host } = memoryLab(structuredClone(tabs));
  const { changes } = await perform(host, operationOf("all", "全部执行", runAll), { today: "2024-03-01", head });
  const { roster, papers, units, plan, cards, payments, holidays, settings } = snapshotOf(await host.read());
  const rows: readonly AnyRow[][] = [
    [...roster],
    [...papers],
    [...units],
    [...plan],
    [...cards],
    [...payments],
    [...holidays],
    [...settings],
  ];
  return { findings: changes.findings, book: rows.map((table) => table.map(({ at: _, ...row }) => row)) };
}
