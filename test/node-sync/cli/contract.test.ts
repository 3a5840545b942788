import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { ACTIONS } from "../../../apps-script/domain/rules/actions";
import { SPECS } from "../../../node-sync/src/cli/specs";
import { anpei, anpeiAnew, emptyFolder } from "../../support/cli";

const plan = resolve(__dirname, "../../../templates/2024年培训计划.txt");
const notice = resolve(__dirname, "../../fixtures/notice-2024.txt");

interface Rows {
  table: string;
  columns: string[];
  rows: Record<string, unknown>[];
}
interface RunReport {
  action: string;
  run: string | null;
  applied: boolean;
  changes: { table: string; row: string; column: string; before: unknown; after: unknown; reason: string }[];
  findings: {
    code: string;
    severity: string;
    table: string;
    row: string | null;
    column: string | null;
    message: string;
    suggestion: string;
  }[];
  summary: Record<string, unknown>;
}

const list = `姓名,证件号,手机号,工作单位,职位,申报类型,证件有效期
甲一,379999198001010024,19900000001,测试金矿,主要负责人,再培训,2024.6.20
甲二,37999919750815003X,19900000002,测试金矿,安管人员,复审,2024年1月5日
甲三,37999919850101,19900000003,测试金矿,安全生产管理人员,初训,
,379999199001010011,19900000004,测试金矿,安全生产管理人员,初培,
`;

let folder: string;
let book: string;

beforeAll(() => {
  folder = emptyFolder();
  book = join(folder, "名册.xlsx");
  const made = anpeiAnew(["init", "--book", book, "--plan", plan, "--today", "2024-01-02", "--json"]);
  expect(made.exit).toBe(0);
  writeFileSync(join(folder, "名单.csv"), list);
});

const rowsOf = (tab: string, ...more: string[]): Rows => anpei(["show", tab, "--book", book, "--json", ...more]).json as Rows;
const run = (action: string, ...more: string[]) => {
  const called = anpei(["run", action, "--book", book, "--today", "2024-03-20", "--json", ...more]);
  return { exit: called.exit, report: called.json as RunReport };
};

describe("init and plan", () => {
  test("a new workbook holds the plan, read into normalised columns", () => {
    const { columns, rows } = rowsOf("培训计划", "--where", "班级名称=再培训班第二期");
    expect(columns.slice(0, 3)).toEqual(["年度", "版本", "班级名称"]);
    expect(rows).toEqual([
      expect.objectContaining({
        年度: 2024,
        类别: "再培训",
        期次: 2,
        月份: "5、6",
        截止日: "2024-03-23",
        预约起: "2024-02-25",
        预约止: "2024-03-24",
        报到日: "2024-03-26",
        报到时段: "09:00-11:00",
        学习起: "2024-03-26",
        学习止: "2024-03-29",
        容量: null,
      }),
    ]);
  });

  test("init never overwrites", () => {
    const again = anpei(["init", "--book", book, "--json"]);
    expect([again.exit, again.json]).toEqual([3, { error: { code: "exists", message: expect.stringContaining("已经存在") } }]);
  });

  test("the notice itself gives the same plan: loading it changes nothing", () => {
    const called = anpei(["plan", notice, "--book", book, "--json", "--today", "2024-01-02"]);
    expect([called.exit, (called.json as RunReport).run, (called.json as RunReport).changes]).toEqual([0, null, []]);
  });

  test("a plan of another year is refused", () => {
    const other = join(folder, "2025.txt");
    writeFileSync(other, readFileSync(plan, "utf8").replaceAll("2024年", "2025年"));
    expect(anpei(["plan", other, "--book", book, "--json"])).toMatchObject({ exit: 3, json: { error: { code: "other-year" } } });
  });

  test("a changed class becomes a new version, the old one 停办, and undo takes it back", () => {
    const copy = join(folder, "副本.xlsx");
    copyFileSync(book, copy);
    const changed = join(folder, "改.txt");
    writeFileSync(changed, readFileSync(plan, "utf8").replace("7月3日", "7月2日"));
    const loaded = anpei(["plan", changed, "--book", copy, "--json"]).json as RunReport;
    expect(loaded.summary).toMatchObject({ classes: 11, added: 0, replaced: 1, unchanged: 10, stopped: 0 });
    const show = () =>
      (anpei(["show", "培训计划", "--book", copy, "--json", "--where", "班级名称=培训班第二期"]).json as Rows).rows;
    expect(show().map((row) => [row.版本, row.截止日, row.开班状态])).toEqual([
      [1, "2024-07-03", "停办"],
      [2, "2024-07-02", null],
    ]);
    expect(anpei(["undo", "--book", copy, "--json"]).exit).toBe(0);
    expect(show().map((row) => [row.版本, row.开班状态])).toEqual([[1, null]]);
  });
});

test("a table with one class and no year changes that class, stops none and says which it left", () => {
  const copy = join(folder, "变更.xlsx");
  copyFileSync(book, copy);
  const change = join(folder, "变更通知.csv");
  const titles = "班级名称,月份,报名截止,预约时间,报到时间,学习时间";
  writeFileSync(change, `${titles}\n再培训班第三期,6-7月,3月31日,4月13日-5月12日,5月21日9:00-11:00,5月21日-5月24日\n`);
  const { exit, json } = anpei(["plan", change, "--book", copy, "--json", "--today", "2024-03-01"]);
  const loaded = json as RunReport;
  expect(exit).toBe(0);
  expect(loaded.summary).toEqual({ classes: 1, added: 0, replaced: 1, unchanged: 0, stopped: 0, asked: 0, unlisted: 10 });
  expect(loaded.findings.filter(({ code }) => code === "P24")).toHaveLength(1);
});

describe("import, run, log, undo", () => {
  test("a unit's list comes in, the refused row goes into a reply, exit 4", () => {
    const called = anpei([
      "import",
      join(folder, "名单.csv"),
      "--book",
      book,
      "--replies",
      join(folder, "回执"),
      "--json",
      "--today",
      "2024-03-01",
    ]);
    expect(called.exit).toBe(4);
    expect(called.json).toMatchObject({
      run: "R00002",
      files: [
        {
          file: "名单.csv",
          kind: "foreign",
          exchange: null,
          generation: null,
          rows: { total: 4, new: 3, changed: 0, unchanged: 0, refused: 1, missing: 0 },
          reply: expect.stringContaining("未知单位-退回.xlsx"),
        },
      ],
    });
    expect(readdirSync(join(folder, "回执"))).toEqual(["未知单位-退回.xlsx"]);
    expect(
      rowsOf("名册").rows.map((row) => [row.报名编号, row.人员编号, row.姓名, row.职位, row.申报类型, row.证件有效期]),
    ).toEqual([
      ["B2024-00001", "P00001", "甲一", "主要负责人", "再培训", "2024-06-20"],
      ["B2024-00002", "P00002", "甲二", "安全生产管理人员", "再培训", "2024-01-05"],
      ["B2024-00003", "P00003", "甲三", "安全生产管理人员", "初培", null],
    ]);
  });

  test("the same file again does nothing", () => {
    const called = anpei(["import", join(folder, "名单.csv"), "--book", book, "--replies", join(folder, "回执"), "--json"]);
    expect(called.json).toMatchObject({ run: null, files: [{ rows: { new: 0, changed: 0, unchanged: 3, refused: 1 } }] });
  });

  test("a dry run says what a run would do and writes nothing", () => {
    const before = readFileSync(book);
    const { exit, report } = run("assign", "--dry-run");
    expect([exit, report.run, report.applied]).toEqual([0, null, false]);
    expect(report.changes.find((change) => change.row === "B2024-00001" && change.column === "班级")).toMatchObject({
      table: "名册",
      before: null,
      after: "再培训班第二期",
    });
    expect(readFileSync(book).equals(before)).toBe(true);
  });

  test("assign gives class, candidates, reason and light; its summary counts them", () => {
    const { exit, report } = run("assign");
    expect([exit, report.action, report.run, report.applied]).toEqual([0, "assign", "R00003", true]);
    expect(report.summary).toMatchObject({ considered: 3, assigned: 2, lights: { 正常: 1, 已过期: 1 } });
    const [first, second, third] = rowsOf("名册").rows;
    expect(first).toMatchObject({
      班级: "再培训班第二期",
      候选班级: "再培训班第二期、再培训班第三期",
      分配说明: "有效期2024-06-20；可选再培训班第二期、第三期；按“最早”取第二期（3月29日结束，余82天）",
      到期提示: "正常",
      余量天数: 82,
    });
    expect(second).toMatchObject({ 班级: null, 到期提示: "已过期", 余量天数: null });
    expect(third).toMatchObject({ 班级: "培训班第一期", 到期提示: null, 余量天数: null });
  });

  test("all runs every action as one run, then has nothing to do", () => {
    const { report } = run("all");
    expect(Object.keys(report.summary)).toEqual(ACTIONS.map(({ id }) => id));
    expect(report.run).toBe("R00004");
    expect(run("all").report).toMatchObject({ run: null, changes: [] });
    expect(rowsOf("名册").rows.map((row) => [row.应缴, row.已缴, row.缴费状态])).toEqual([
      [300, 0, "未缴"],
      [300, 0, "未缴"],
      [600, 0, "未缴"],
    ]);
  });

  test("the log lists the runs, and one run's cells", () => {
    const { runs } = anpei(["log", "--book", book, "--json"]).json as { runs: Record<string, unknown>[] };
    expect(runs.map((row) => [row.运行号, row.操作, row.状态, row.经办人, row.来源])).toEqual([
      ["R00001", "读入培训计划", "完成", "测试", "命令行"],
      ["R00002", expect.any(String), "完成", "测试", "命令行"],
      ["R00003", "分配班级", "完成", "测试", "命令行"],
      ["R00004", "全部执行", "完成", "测试", "命令行"],
    ]);
    const { cells } = anpei(["log", "--book", book, "--run", "R00003", "--json"]).json as { cells: RunReport["changes"] };
    expect(cells).toContainEqual(expect.objectContaining({ row: "B2024-00001", column: "班级", after: "再培训班第二期" }));
  });

  test("undo takes the last run back", () => {
    const copy = join(folder, "撤销.xlsx");
    copyFileSync(book, copy);
    const undone = anpei(["undo", "--book", copy, "--json"]).json as RunReport & { kept: unknown[] };
    expect([undone.run, undone.kept]).toEqual(["R00005", []]);
    const { rows } = anpei(["show", "名册", "--book", copy, "--json"]).json as Rows;
    expect(rows.map((row) => [row.应缴, row.班级])).toEqual([
      [null, "再培训班第二期"],
      [null, null],
      [null, "培训班第一期"],
    ]);
    expect(anpei(["undo", "--book", copy, "--run", "R09999", "--json"])).toMatchObject({
      exit: 3,
      json: { error: { code: "not-undoable" } },
    });
  });
});

describe("cards", () => {
  test("a supplier's list enters the pool once; passwords are never shown", () => {
    const cards = join(folder, "卡.csv");
    writeFileSync(cards, "卡号,密码,科目,类型\n0001,pw-secret-1,三项岗位人员,再培训\n0002,pw-secret-2,三项岗位人员,再培训\n");
    const added = anpei(["cards", cards, "--book", book, "--json"]);
    expect([added.exit, (added.json as RunReport).summary]).toEqual([0, { added: 2, known: 0, refused: 0 }]);
    expect((anpei(["cards", cards, "--book", book, "--json"]).json as RunReport).run).toBeNull();
    const shown = anpei(["show", "模拟卡", "--book", book, "--json"]);
    const { run: number } = added.json as RunReport;
    const logged = anpei(["log", "--book", book, "--run", number ?? "", "--json"]);
    expect((shown.json as Rows).rows.map((row) => [row.卡号, row.密码])).toEqual([
      ["0001", "******"],
      ["0002", "******"],
    ]);
    expect(added.out + shown.out + logged.out).not.toContain("pw-secret");
  });
});

describe("stopping half way", () => {
  test("exit 5, the document of success with what was done, and why it stopped", () => {
    const copy = join(folder, "半路.xlsx");
    copyFileSync(book, copy);
    const file = join(folder, "又一份.csv");
    writeFileSync(file, list.replace("379999198001010024", "379999198503070019").replace("甲一", "甲五"));
    mkdirSync(join(folder, "半路回执", "未知单位-退回.xlsx"), { recursive: true });
    const called = anpeiAnew(["import", file, "--book", copy, "--replies", join(folder, "半路回执"), "--json"]);
    expect(called.exit).toBe(5);
    expect(called.json).toMatchObject({
      run: expect.stringMatching(/^R\d+$/),
      files: [{ file: "又一份.csv", rows: { total: 4 }, reply: null }],
      stopped: { code: "is-folder", message: expect.stringMatching(/[\u4e00-\u9fff]/u) },
    });
    expect(called.err).toBe("");
  });

  test("exit 3 when nothing was written", () => {
    const before = readFileSync(book);
    const called = anpeiAnew(["import", join(folder, "名单.csv"), "--book", book, "--replies", plan, "--json"]);
    expect(called).toMatchObject({ exit: 3, json: { error: { code: "no-folder" } } });
    expect(readFileSync(book).equals(before)).toBe(true);
  });
});

describe("being called wrongly", () => {
  test.each([
    ["no command", [], 2],
    ["unknown command", ["fly"], 2],
    ["unknown option", ["run", "all", "--fast"], 2],
    ["missing argument", ["run"], 2],
    ["unknown action", ["run", "fly", "--book", "x.xlsx"], 2],
    ["no book", ["run", "all"], 2],
    ["not a day", ["run", "all", "--book", "x.xlsx", "--today", "2023-02-29"], 2],
    ["no such tab", ["show", "花名册", "--book", "x.xlsx"], 2],
    ["no such file", ["run", "all", "--book", "/nowhere/x.xlsx"], 3],
    ["not built yet", ["export", "--book", "x.xlsx"], 2],
  ])("%s", (_, args, exit) => {
    const called = anpeiAnew(args);
    expect(called.exit).toBe(exit);
    expect(called.err).toMatch(/^[^\n]*[\u4e00-\u9fff][^\n]*\n$/u);
    expect(called.out).toBe("");
    expect(anpei([...args, "--json"]).json).toEqual({
      error: { code: expect.any(String), message: expect.stringMatching(/[\u4e00-\u9fff]/u) },
    });
  });

  test.each(SPECS.map(({ name }) => name))("%s --help is Chinese, with an example", (name) => {
    const { exit, out } = anpei([name, "--help"]);
    expect(exit).toBe(0);
    expect(out).toMatch(new RegExp(`例：\n  (?=\\S).*\\banpei.* ${name}\\b`, "u"));
    expect(out).not.toMatch(/Usage|Options|Arguments|options\]|display/);
  });

  test("a file that is no workbook, and one that is not ours, are named and left alone", () => {
    const fake = join(folder, "假.xlsx");
    writeFileSync(fake, "你好");
    const called = anpei(["run", "all", "--book", fake, "--json"]);
    expect(called).toMatchObject({ exit: 3, json: { error: { message: expect.stringContaining("假.xlsx") } } });
    expect(readFileSync(fake, "utf8")).toBe("你好");
  });
});

test("doctor finds a fresh workbook healthy, and says what is wrong with a missing one", () => {
  const fine = anpei(["doctor", "--book", book, "--json"]);
  expect(fine.exit).toBe(0);
  expect((fine.json as { checks: { ok: boolean }[] }).checks.every(({ ok }) => ok)).toBe(true);
  expect(anpei(["doctor", "--book", join(folder, "无.xlsx"), "--json"])).toMatchObject({ exit: 4 });
});

test("the environment names the book", () => {
  expect(anpei(["show", "名册", "--json"], { ANPEI_BOOK: book }).exit).toBe(0);
});
