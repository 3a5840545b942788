import type { TableSheet } from "../../../apps-script/domain/merge/table-file";
import { checkIn } from "../../../apps-script/domain/operations/desk/check-in";
import { checkInForm } from "../../../apps-script/domain/operations/desk/check-in-form";
import type { GivenFile } from "../../../apps-script/domain/operations/inputs/field";
import { classFinder } from "../../../apps-script/domain/rules/class-finder";
import { contextOf } from "../../../apps-script/domain/rules/context";
import type { Snapshot } from "../../../apps-script/domain/snapshot/snapshot";
import type { Value } from "../../../apps-script/domain/snapshot/value";
import { readTable } from "../../../node-sync/src/files/read-table-file";
import { checkInSheet } from "../../../node-sync/src/print/check-in-sheet";
import { reportMorning, REPORT_DAY as TODAY } from "../../support/clerk-book";
import { doing, named, problemsOf } from "../../support/clerk-desk";

const book = reportMorning();
const TAB = "报到收费表";
const FILE = "报到.xlsx";

let empty: readonly TableSheet[] = [];

async function formOf(snapshot: Snapshot, form = "f1") {
  const one = classFinder(snapshot).named("再培训班第二期");
  if (one === null) throw new Error("no class");
  return (await readTable(await checkInSheet(checkInForm(snapshot, contextOf(snapshot, TODAY), one, form)), FILE)).sheets;
}

beforeAll(async () => {
  empty = await formOf(book);
});

type Typed = Readonly<Record<string, Value>>;

/** The form with these cells typed over, by line of the sheet and title of the column. */
function filled(lines: Readonly<Record<number, Typed>>, sheets = empty): GivenFile {
  return { file: FILE, sheets: sheets.map((sheet) => (sheet.name === TAB ? typedOver(sheet, lines) : sheet)) };
}

function typedOver(sheet: TableSheet, lines: Readonly<Record<number, Typed>>): TableSheet {
  const titles = sheet.rows.find(({ cells }) => cells.includes("工作单位"))?.cells ?? [];
  const rows = sheet.rows.map((row) => {
    const cells = [...row.cells];
    for (const [title, value] of Object.entries(lines[row.at] ?? {})) cells[title === "B2" ? 1 : titles.indexOf(title)] = value;
    return { ...row, cells };
  });
  return { ...sheet, rows };
}

const lineOf = (name: string): number =>
  empty.find((sheet) => sheet.name === TAB)?.rows.find(({ cells }) => cells[0] === name)?.at ?? 0;
const spare = (place: number): number => lineOf("吴六") + 1 + place;
const ALL = { 证件原件: "√", 证件复印件: "☑", 报名登记表: "是", 学历证书复印件: "TRUE" };

test("the form holds the class's people by unit, with what they owe; whoever withdrew or is of another class is not on it", () => {
  const rows = empty.find((sheet) => sheet.name === TAB)?.rows ?? [];
  expect(rows.find(({ at }) => at === lineOf("赵一"))?.cells).toEqual([
    ...["赵一", "甲矿有限公司", "0016", 300, 300, "□", "□", "□", "□", "□", null, null, null, "B2024-00001"],
  ]);
  expect(rows.flatMap(({ cells }) => (String(cells[13]).startsWith("B") ? [cells[0]] : []))).toEqual([
    ...["赵一", "钱二", "孙三", "李四", "周五", "吴六"],
  ]);
  expect(rows.find(({ at }) => at === 2)?.cells.slice(0, 2)).toEqual(["报到日期", "2024-03-26"]);
});

test("ticks, amounts and remarks come back as one run; the same form again changes nothing", () => {
  const file = filled({
    [lineOf("赵一")]: { 报到: "√", ...ALL, 现金: 300 },
    [lineOf("钱二")]: { 证件原件: "√", 现金: "100元", 扫码: 200 },
    [lineOf("孙三")]: { 报到: "×", 现金: 300 },
    [lineOf("吴六")]: { 报到: "✓", 备注: "省厅已经同意" },
    [spare(0)]: { 姓名: "郑七", 尾号: "1006", 报到: "√", 扫码: 300, 备注: "换班" },
  });
  const { after, told, codes } = doing(book, checkIn, { file }, TODAY);
  expect(codes).toEqual(["A05"]);
  expect(named(after, "赵一")).toMatchObject({ reportedInOn: TODAY, feeState: "已缴", missingPapers: null });
  expect(named(after, "钱二")).toMatchObject({ reportedInOn: TODAY, feePaid: 300 });
  expect(named(after, "孙三")).toMatchObject({ reportedInOn: null, feePaid: 300 });
  expect(named(after, "吴六").stateNote).toContain("原因：省厅已经同意");
  expect(named(after, "郑七")).toMatchObject({ class: "再培训班第二期", reportedInOn: TODAY });
  expect(after.payments.map(({ amount, method }) => [amount, method])).toEqual([
    ...[
      [300, "现金"],
      [100, "现金"],
      [200, "扫码"],
      [300, "现金"],
      [300, "扫码"],
    ],
  ]);
  expect(told.said).toBe("3月26日报到4人，现金700，扫码500，没有来2人");
  expect(told.people["B2024-00003"]).toBe("孙三 没有登记报到，现金300");
  const again = doing(after, checkIn, { file }, "2024-03-27");
  expect([again.outcome.cells, again.outcome.rows]).toEqual([[], []]);
  expect(again.told.people["B2024-00001"]).toContain("现金300以前记过");
});

test("what is added to a form later is booked alone; less than was booked is asked about", () => {
  const first = doing(book, checkIn, { file: filled({ [lineOf("赵一")]: { 现金: 100, 备注: "先交一半" } }) }, TODAY).after;
  const more = doing(first, checkIn, { file: filled({ [lineOf("赵一")]: { 现金: 300 } }) }, TODAY).after;
  expect(more.payments.map(({ amount }) => amount)).toEqual([100, 200]);
  const [problem] = problemsOf(more, checkIn, { file: filled({ [lineOf("赵一")]: { 现金: 200 } }) }, TODAY);
  expect(problem?.message).toContain(`${FILE}·${TAB}第${lineOf("赵一")}行的“现金”是200，这张表已经记过300`);
});

test("an amount that was booked and taken out of the form since is asked about, as is one of a line left empty", () => {
  const first = doing(book, checkIn, { file: filled({ [lineOf("赵一")]: { 现金: 300, 扫码: 50 } }) }, TODAY).after;
  const emptied = filled({ [lineOf("赵一")]: { 扫码: 50 }, [lineOf("钱二")]: { 报到: "√", 现金: 300 } });
  expect(problemsOf(first, checkIn, { file: emptied }, TODAY)[0]?.message).toContain("的“现金”是0，这张表已经记过300");
  const gone = filled({ [lineOf("钱二")]: { 报到: "√", 现金: 300 } });
  expect(problemsOf(first, checkIn, { file: gone }, TODAY).map(({ message }) => message)).toEqual([
    expect.stringContaining("“现金”是0，这张表已经记过300"),
    expect.stringContaining("“扫码”是0，这张表已经记过50"),
  ]);
});

test("a remark about somebody who did not come is not lost without a word", () => {
  const file = filled({ [lineOf("赵一")]: { 备注: "病假" }, [lineOf("钱二")]: { 报到: "√", 现金: 300 } });
  expect(doing(book, checkIn, { file }, TODAY).told.said).toMatch(/他们的备注没有记：.*第\d+行“病假”$/u);
});

test("a form of a class that the plan has no more is refused, and locks nobody to it", () => {
  const plan = book.plan.filter(({ name }) => name !== "再培训班第二期");
  const file = filled({ [lineOf("赵一")]: { 报到: "√", 现金: 300 } });
  expect(problemsOf({ ...book, plan }, checkIn, { file }, TODAY)[0]?.message).toContain("培训计划里没有这个班了");
});

test("another form of the class is another one: money of both is booked", async () => {
  const first = doing(book, checkIn, { file: filled({ [lineOf("赵一")]: { 现金: 300 } }) }, TODAY).after;
  const second = filled({ [lineOf("赵一")]: { 现金: 300 } }, await formOf(book, "f2"));
  expect(doing(first, checkIn, { file: second }, TODAY).after.payments).toHaveLength(2);
});

test("the day is the form's, whenever it is read; an empty one is the day of the call", () => {
  const at = (day: Value, today: string) =>
    named(
      doing(book, checkIn, { file: filled({ 2: { B2: day }, [lineOf("赵一")]: { 报到: "√", 现金: 300 } }) }, today).after,
      "赵一",
    );
  expect(at("3月26日", "2024-03-29").reportedInOn).toBe("2024-03-26");
  expect(at(null, TODAY).reportedInOn).toBe(TODAY);
});

test("who moved, was refused or withdrew since is named; the money of all is booked", () => {
  const since = (column: "class" | "lockedClass" | "state", value: string): Snapshot => ({
    ...book,
    roster: book.roster.map((row) => (row.name === "赵一" ? { ...row, [column]: value } : row)),
  });
  const file = filled({ [lineOf("赵一")]: { 报到: "√", 现金: 300 }, [lineOf("钱二")]: { 报到: "√", 现金: 300 } });
  const moved = problemsOf(since("class", "再培训班第三期"), checkIn, { file }, TODAY)[0];
  expect(moved?.message).toContain("赵一（B2024-00001）班级是“再培训班第三期”，不是“再培训班第二期”");
  const left = doing(since("state", "离职"), checkIn, { file }, TODAY);
  expect(left.codes).toContain("K01");
  expect([named(left.after, "赵一").reportedInOn, named(left.after, "钱二").reportedInOn]).toEqual([null, TODAY]);
  expect(left.after.payments).toHaveLength(2);
});

test.each<[what: string, lines: () => Readonly<Record<number, Typed>>, message: string]>([
  ["an amount", () => ({ [lineOf("赵一")]: { 现金: "三百" } }), `${FILE}·${TAB} K4的“现金”写的是“三百”，不是金额。`],
  ["a negative amount", () => ({ [lineOf("赵一")]: { 扫码: -1 } }), "L4的“扫码”写的是“-1”，不是金额。"],
  ["a tick", () => ({ [lineOf("赵一")]: { 报到: "？？" } }), "F4的“报到”写的是“？？”，看不懂"],
  ["a number that was damaged", () => ({ [lineOf("赵一")]: { 报到: "√", 报名编号: 202400001 } }), "N4的“报名编号”成了数字"],
  [
    "a number of nobody",
    () => ({ [lineOf("赵一")]: { 报到: "√", 报名编号: "B2024-00999" } }),
    "N4的报名编号B2024-00999在名册里没有",
  ],
  [
    "papers of somebody who is crossed out",
    () => ({ [lineOf("赵一")]: { 报到: "×", 报名登记表: "√" } }),
    "第4行“报到”打了×，资料又打了√，请核对",
  ],
  ["half sorted lines", () => ({ [lineOf("赵一")]: { 报到: "√", 姓名: "钱二" } }), "可能只排了一部分列"],
  [
    "somebody twice",
    () => ({ [lineOf("赵一")]: { 报到: "√" }, [spare(0)]: { 姓名: "赵一", 报到: "√" } }),
    "第10行是赵一（B2024-00001），第4行也是",
  ],
  ["nobody's money", () => ({ [spare(0)]: { 现金: 300 } }), "第10行有√或金额，没有写姓名"],
  ["a stranger", () => ({ [spare(0)]: { 姓名: "没见过", 报到: "√" } }), "第10行的“没见过”在名册里没有找到"],
  [
    "a day ahead",
    () => ({ 2: { B2: "2024-04-01" }, [lineOf("赵一")]: { 报到: "√" } }),
    `${TAB} B2的“报到日期”是2024-04-01，还没有到`,
  ],
  ["no day", () => ({ 2: { B2: "那天" }, [lineOf("赵一")]: { 报到: "√" } }), "B2的“报到日期”写的是“那天”，不是日期"],
  ["nothing", () => ({}), "没有一个人打√或写金额"],
])("%s that is not understood is told by file, tab, line and column", (_what, lines, message) => {
  expect(problemsOf(book, checkIn, { file: filled(lines()) }, TODAY)[0]?.message).toContain(message);
});

test("files of others, of another workbook and with columns gone are refused", () => {
  const told = (sheets: readonly TableSheet[]) => problemsOf(book, checkIn, { file: { file: FILE, sheets } }, TODAY)[0]?.message;
  expect(told([{ name: "名单", hidden: false, rows: [{ at: 1, cells: ["姓名"] }] }])).toContain(
    `${FILE}不是这个程序写出的“${TAB}”`,
  );
  const foreign = reportMorning({ settings: { workbook: "别的" } });
  expect(problemsOf(foreign, checkIn, { file: filled({}) }, TODAY)[0]?.message).toContain("另一个工作簿");
  const without = empty.map((sheet) => ({
    ...sheet,
    rows: sheet.rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell) => (cell === "现金" || cell === "报名编号" ? null : cell)),
    })),
  }));
  expect(told(without)).toContain("第3行的标题里少了“现金”、“报名编号”");
});

test("what a form says is not said beside it, and one of the two is needed", () => {
  const file = filled({ [lineOf("赵一")]: { 报到: "√", 现金: 300 } });
  const raw = { file, people: "钱二", class: "再二", papers: "全部", amount: 1, method: "现金", payer: "x", receipt: "1" };
  expect(problemsOf(book, checkIn, raw, TODAY).map(({ field }) => field)).toEqual([
    ...["people", "class", "papers", "amount", "method", "payer", "receipt"],
  ]);
  expect(problemsOf(book, checkIn, { method: "现金" }, TODAY)[0]?.message).toContain("请写学员，或写填好的“报到收费表”");
  expect(problemsOf(book, checkIn, { file: "没有.txt" }, TODAY)[0]?.message).toContain("不是一个表格文件");
  expect(problemsOf(book, checkIn, { file, day: "2024-03-25" }, TODAY)[0]?.message).toContain("表里的“报到日期”是2024-03-26");
});
