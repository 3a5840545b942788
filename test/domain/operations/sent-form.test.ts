import type { CellChange, ChangeSet, RowChange } from "../../../apps-script/domain/changes/change-set";
import { packChanges } from "../../../apps-script/domain/changes/journal";
import { decideAway } from "../../../apps-script/domain/operations/earlier-decision";
import { type Operation, tablesOf } from "../../../apps-script/domain/operations/operation";
import type { Sent } from "../../../apps-script/domain/operations/sent-decision";
import { undoOperation } from "../../../apps-script/domain/operations/undo";
import { ACTION_TABLES } from "../../../apps-script/domain/schema/index";
import { snapshotOf } from "../../../apps-script/domain/snapshot/snapshot";
import { commit, perform, type Terms } from "../../../node-sync/src/perform";
import { BUILD } from "../../hosts/away";
import { addRows, freshTabs, rowWhere, tabOf } from "../../hosts/lab";
import { type MemoryLab, memoryLab } from "../../hosts/memory-lab";

const TODAY = "2024-03-01";
const terms: Terms = { today: TODAY, head: { time: `${TODAY}T09:00:00+08:00`, clerk: "甲", source: "菜单" } };
const LONG = "长".repeat(201);

function office(): MemoryLab {
  const tabs = freshTabs();
  addRows(tabOf(tabs, "名册"), [
    { 报名编号: "B2024-00001", 人员编号: "P00001", 姓名: "张一", 工作单位: LONG },
    { 报名编号: "B2024-00002", 人员编号: "P00002", 姓名: "李二" },
  ]);
  return memoryLab(tabs);
}

const mobile = (after: unknown, more: Partial<CellChange> = {}): CellChange =>
  ({ table: "roster", row: "B2024-00001", column: "mobile", before: null, after, reason: "", ...more }) as CellChange;

const person = (row: string, values: object, table = "roster"): RowChange =>
  ({ table, row, values, reason: "" }) as unknown as RowChange;

/** What a page might send: a decision as it should be, with other changes in it, and other parts besides. */
function sentWith(
  lab: MemoryLab,
  changes: Partial<ChangeSet>,
  parts: (sent: Sent) => Partial<Record<keyof Sent, unknown>> = () => ({}),
) {
  const operation: Operation = {
    id: "edit",
    title: "手工修改",
    tables: ACTION_TABLES,
    decide: () => ({ cells: [], rows: [], findings: [], summary: {} }),
  };
  const { prepared, text } = decideAway(lab.host.read(tablesOf(operation)), operation, TODAY, BUILD);
  const sent = { ...(JSON.parse(text) as Sent), changes: packChanges({ ...prepared.changes, ...changes }) };
  return JSON.stringify({ ...sent, ...parts(sent) });
}

const cells = (...all: readonly CellChange[]): Partial<ChangeSet> => ({ cells: all });
const rows = (...all: readonly RowChange[]): Partial<ChangeSet> => ({ rows: all });

test.each<[string, Partial<ChangeSet>, string, ((sent: Sent) => object)?]>([
  ["an unknown table", cells(mobile("1", { table: "people" as "roster" })), "没有或不能写的列（people，mobile）"],
  ["a table that every object has", cells(mobile("1", { table: "constructor" as "roster" })), "没有或不能写的列"],
  ["an unknown column", cells(mobile("1", { column: "salary" })), "没有或不能写的列（roster，salary）"],
  ["a column that every object has", cells(mobile("1", { column: "__proto__" })), "没有或不能写的列"],
  [
    "a cell of 操作记录",
    cells(mobile("完成", { table: "runs", row: "R00001", column: "state" })),
    "没有或不能写的列（runs，state）",
  ],
  ["a row of 操作记录", rows(person("R00009", { id: "R00009" }, "runs")), "没有或不能写的列（runs"],
  ["a row of 操作记录 with nothing in it", rows(person("@0", {}, "runs")), "没有或不能写的列（runs"],
  ["a change set of a run", rows(person("R00001·1", { run: "R00001", part: 1 }, "changeParts")), "没有或不能写的列"],
  ["a seal", rows(person("w", { workbook: "w", secret: "s" }, "seals")), "没有或不能写的列（seals"],
  [
    "a password in the change set",
    rows(person("K1", { number: "K1", password: "p" }, "cards")),
    "没有或不能写的列（cards，password）",
  ],
  ["an object as a value", cells(mobile({ a: 1 })), "“名册”表B2024-00001行“手机号”列的写法不对"],
  ["a truth value", cells(mobile(true)), "“手机号”列的写法不对"],
  ["a number for a text", cells(mobile(7, { column: "name" })), "“姓名”列的写法不对"],
  ["a number for a day", cells(mobile(45000, { column: "reportedInOn" })), "“报到日期”列的写法不对"],
  ["a text that no cell holds", cells(mobile("长".repeat(32_001))), "“手机号”列的写法不对"],
  ["a text that is too long for its column", cells(mobile("王".repeat(201), { column: "name", before: "张一" })), "“姓名”列太长"],
  ["the same in a new row", rows(person("B2024-00003", { id: "B2024-00003", name: "王".repeat(300) })), "“姓名”列太长"],
  ["a row whose key is another's", rows(person("B2024-00009", { id: "B2024-00001" })), "B2024-00009行的写法不对"],
  ["a row that hides its key", rows(person("@5", { id: "B2024-00001" })), "@5行的写法不对"],
  [
    "a number that another row has",
    cells(mobile("B2024-00002", { column: "id", before: "B2024-00001" })),
    "B2024-00001行的编号已经有了",
  ],
  ["a reason without end", cells(mobile("1", { reason: LONG.repeat(10) })), "名册的写法不对"],
  ["another day inside", { today: "2024-03-02" }, "操作的名称或日期"],
  ["no day", { today: "heute" }, "操作的名称或日期", () => ({ today: "heute" })],
  ["a title without end", {}, "操作的名称或日期", () => ({ title: LONG })],
  ["a summary that is none", { summary: { a: [1] } as unknown as ChangeSet["summary"] }, "操作的名称或日期"],
  ["a secret of a row that is there", {}, "保密的内容", () => ({ secrets: [["roster\nB2024-00001", { password: "p" }]] })],
  [
    "a secret in a column that is none",
    rows(person("K1", { number: "K1" }, "cards")),
    "保密的内容",
    () => ({ secrets: [["cards\nK1", { state: "p" }]] }),
  ],
  ["a run marked as no run can be", {}, "操作记录", () => ({ marks: [{ run: "R00001", state: "待写" }] })],
  ["no change set", {}, "请求不完整", () => ({ changes: [7] })],
  ["no secrets", {}, "请求不完整", () => ({ secrets: [["a", null]] })],
])("refused in a sentence, and nothing is written: %s", async (...[, changes, sentence, parts]) => {
  const lab = office();
  const before = await lab.dump();
  await expect(commit(lab.host, sentWith(lab, changes, parts), terms, BUILD)).rejects.toMatchObject({
    code: "bad-request",
    message: expect.stringContaining(sentence),
  });
  expect(await lab.dump()).toEqual(before);
});

test("a second 报名编号 is not given", async () => {
  const lab = office();
  const text = sentWith(lab, rows(person("B2024-00001", { id: "B2024-00001", name: "王三" })));
  expect(await commit(lab.host, text, terms, BUILD)).toMatchObject({ isChanged: true, run: null });
});

test("what begins as a formula is a text in its cell, and goes into the log", async () => {
  const lab = office();
  const link = '=HYPERLINK("http://x.test","点")';
  const { run } = await commit(lab.host, sentWith(lab, cells(mobile(link))), terms, BUILD);
  expect(run).toBe("R00001");
  const cell = rowWhere(tabOf(await lab.dump(), "名册"), "报名编号", "B2024-00001");
  expect(tabOf(await lab.dump(), "名册").cells[cell]).toContain(link);
});

test("a text that is too long may go where staff have it already, and come back when it is taken back", async () => {
  const lab = office();
  const unit = { table: "roster", column: "unit", reason: "" } as const;
  const change = [
    { ...unit, row: "B2024-00002", before: null, after: LONG },
    { ...unit, row: "B2024-00001", before: LONG, after: "东山金矿" },
  ];
  expect((await commit(lab.host, sentWith(lab, cells(...change)), terms, BUILD)).run).toBe("R00001");
  await perform(
    lab.host,
    {
      id: "x",
      title: "x",
      decide: () => ({
        cells: [{ ...unit, row: "B2024-00002", before: LONG, after: "西山" }],
        rows: [],
        findings: [],
        summary: {},
      }),
    },
    terms,
  );
  const undo = undoOperation("R00002");
  const { text } = decideAway(lab.host.read(tablesOf(undo)), undo, TODAY, BUILD);
  expect((await commit(lab.host, text, terms, BUILD)).run).toBe("R00003");
  expect(snapshotOf(lab.host.read()).roster.map((row) => row.unit)).toEqual(["东山金矿", LONG]);
});

test("a change set that unfolds to more than 20 MB is not unfolded", async () => {
  const lab = office();
  const bomb = (values: unknown, places?: unknown) => {
    const lines = {
      columns: [["roster", "mobile"]],
      shapes: [["roster", 0]],
      lines: [[0]],
      keys: [["a"]],
      notes: [],
      values: [[[values, ...(places ? [places] : [])]]],
    };
    const none = { ...lines, values: [] };
    const packed = { v: 2, action: "edit", today: TODAY, summary: {}, cells: lines, rows: none, blanked: none };
    return sentWith(lab, {}, () => ({ changes: [`|${JSON.stringify(packed)}`] }));
  };
  for (const text of [bomb(["1", [999_999_999]]), bomb(["1".repeat(9_000)], [0, -9_000]), bomb(["a", "b"], [0, [1e9]])]) {
    expect(text.length).toBeLessThan(20_000);
    await expect(commit(lab.host, text, terms, BUILD)).rejects.toMatchObject({ code: "too-large" });
  }
  const wide = {
    columns: [["roster", "mobile"]],
    shapes: [["roster", ...Array(3_000).fill(0)]],
    lines: [[0], [0, -9_000]],
    keys: [["a"]],
  };
  const many = { v: 2, action: "edit", today: TODAY, summary: {}, cells: { ...wide, notes: [], values: [] } };
  const empty = { ...wide, shapes: [], lines: [[]], notes: [], values: [] };
  const text = sentWith(lab, {}, () => ({ changes: [`|${JSON.stringify({ ...many, rows: empty, blanked: empty })}`] }));
  await expect(commit(lab.host, text, terms, BUILD)).rejects.toMatchObject({ code: "too-large" });
  await expect(commit(lab.host, " ".repeat(20_000_001), terms, BUILD)).rejects.toThrow("超过20MB");
});
