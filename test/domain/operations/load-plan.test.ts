import fc from "fast-check";
import { withChanges } from "../../../apps-script/domain/changes/advance";
import { loadPlanOperation } from "../../../apps-script/domain/operations/load-plan";
import type { PlanReading } from "../../../apps-script/domain/plan/read-plan";
import type { StatedClass } from "../../../apps-script/domain/plan/training-class";
import { whyNotLoaded } from "../../../apps-script/domain/plan/why-not-loaded";
import { contextOf } from "../../../apps-script/domain/rules/context";
import type { Enrolment } from "../../../apps-script/domain/schema/roster";
import type { Snapshot } from "../../../apps-script/domain/snapshot/snapshot";
import { bookOf, plan2024 } from "../../support/books";
import { statedPlan } from "../plan/plan-2024";

const today = "2024-03-01";
const third = "再培训班第三期";

function load(book: Snapshot, classes: readonly StatedClass[], year: number | null = 2024) {
  const outcome = loadPlanOperation(classes, year).decide(book, contextOf(book, today));
  // 计划检查 is check-plan's, and empty in the book of the tests.
  const cells = outcome.cells.filter(({ column }) => column !== "check");
  return { ...outcome, cells, after: withChanges(book, outcome) };
}

const named = (name: string): StatedClass => {
  const found = statedPlan.find((one) => one.name === name);
  if (!found) throw new Error(name);
  return found;
};
const later = (stated: StatedClass): StatedClass => ({ ...stated, reportIn: "12月3日9:00-11:00" });
/** Every row as `name version state`. */
const rowsIn = ({ plan }: Snapshot) => plan.map(({ name, version, state }) => `${name} ${version} ${state ?? ""}`.trim());
const found = ({ findings }: ReturnType<typeof load>, code: string) =>
  findings.flatMap((finding) => (finding.code === code ? [finding.message] : []));

test("a table with one changed class changes that one and stops none", () => {
  const loaded = load(bookOf(), [later(named(third))]);
  expect(rowsIn(loaded.after)).toEqual([
    ...plan2024.map(({ name }) => `${name} 1${name === third ? " 停办" : ""}`),
    `${third} 2`,
  ]);
  expect(loaded.summary).toEqual({ classes: 1, added: 0, replaced: 1, unchanged: 0, stopped: 0, asked: 0, unlisted: 10 });
  expect(found(loaded, "P24")).toEqual([
    "培训班第一期、培训班第二期、培训班第三期、再培训班第一期、再培训班第二期、再培训班第四期、再培训班第五期、再培训班第六期、再培训班第七期、再培训班第八期未列出，保持不变。",
  ]);
});

test("law: any part of the table, with any of its classes changed or called off, changes exactly those", () => {
  const fate = fc.constantFrom("left out", "same", "changed", "called off");
  fc.assert(
    fc.property(fc.array(fate, { minLength: statedPlan.length, maxLength: statedPlan.length }), (fates) => {
      const table = statedPlan.flatMap((stated, at): StatedClass[] => {
        if (fates[at] === "left out") return [];
        if (fates[at] === "changed") return [later(stated)];
        return [fates[at] === "called off" ? { ...stated, stopped: true } : stated];
      });
      const loaded = load(bookOf(), table);
      const expected = statedPlan.map(({ name }, at) => `${name} 1${/^c/u.test(fates[at] ?? "") ? " 停办" : ""}`);
      const added = statedPlan.flatMap(({ name }, at) => (fates[at] === "changed" ? [`${name} 2`] : []));
      expect(rowsIn(loaded.after).sort()).toEqual([...expected, ...added].sort());
      const again = load(loaded.after, table);
      expect([again.cells, again.rows]).toEqual([[], []]);
    }),
    { numRuns: 40 },
  );
});

describe("a class that changed", () => {
  const staffs = { capacity: 30, place: "二楼", bookingChecked: "2024-05-13" };
  const book = bookOf({ plan: plan2024.map((row) => (row.name === third ? { ...row, ...staffs } : row)) });
  test.each<[string, Partial<StatedClass>, object]>([
    ["its report day", { reportIn: "5月15日9:00-11:00" }, staffs],
    ["its window", { booking: "4月13日-5月13日" }, { ...staffs, bookingChecked: null }],
  ])("keeps what staff said of it: %s", (_name, change, expected) => {
    const { after } = load(book, [{ ...named(third), ...change }]);
    expect(after.plan.find(({ name, version }) => name === third && version === 2)).toMatchObject(expected);
  });

  test.each<[string, Partial<StatedClass>]>([
    ["blanks and width", { name: "再培训班 第三期", booking: "4月13日－5月12日" }],
    ["the number in digits", { name: "再培训班第3期" }],
    ["without 班", { name: "再培训第三期" }],
    ["another spelling of the same days", { reportIn: "2024-05-14 9:00-11:00", study: "5月14日至17日" }],
  ])("is no change: %s", (_name, change) => {
    const { summary, cells, rows } = load(bookOf(), [{ ...named(third), ...change }]);
    expect([summary.unchanged, cells, rows]).toEqual([1, [], []]);
  });

  test("whom it concerns is told by unit, in a finding and in 待办, and once", () => {
    const person = (name: string, unit: string | null, more: Partial<Enrolment>): Partial<Enrolment> => ({ name, unit, ...more });
    const roster = [
      person("张三", "甲矿", { class: third }),
      person("李四", "乙矿", { bookedClass: third, booking: "通过" }),
      person("王五", "甲矿", { lockedClass: third }),
      person("赵六", null, { preRegisteredClass: third }),
      person("钱七", "甲矿", { preRegisteredClass: third, class: "再培训班第二期" }),
      person("孙八", "甲矿", { class: third, state: "取消" }),
      person("周九", "甲矿", { class: third, trained: "是" }),
    ];
    const loaded = load(bookOf({ roster }), [later(named(third))]);
    const message =
      "再培训班第三期的“报到时间”由“5月14日9:00-11:00”改为“12月3日9:00-11:00”，涉及 4 人：没有工作单位的 1 人（赵六），乙矿 1 人（李四），甲矿 2 人（张三、王五）。";
    expect(found(loaded, "P25")).toEqual([message]);
    expect(loaded.after.todo.map(({ subject, content, answer }) => [subject, content, answer])).toEqual([
      [third, message, "未处理"],
    ]);
    expect(load(loaded.after, [later(named(third))]).rows).toEqual([]);
  });

  test("nobody in it: said, and nothing in 待办", () => {
    const loaded = load(bookOf(), [later(named(third))]);
    expect(found(loaded, "P25")[0]).toMatch(/，还没有人在这个班。$/u);
    expect(loaded.after.todo).toEqual([]);
  });
});

describe("停办", () => {
  const stopped = bookOf({ plan: plan2024.map((row) => (row.name === third ? { ...row, state: "停办" as const } : row)) });

  test("the notice's word stops the class, and its people are told of", () => {
    const loaded = load(bookOf({ roster: [{ name: "张三", unit: "甲矿", class: third }] }), [{ ...named(third), stopped: true }]);
    expect(loaded.after.plan.find(({ name }) => name === third)).toMatchObject({ version: 1, state: "停办" });
    expect(found(loaded, "P25")).toEqual(["再培训班第三期停办，涉及 1 人：甲矿 1 人（张三）。"]);
  });
  test("what staff stopped stays so when the table is read again, and is said", () => {
    const loaded = load(stopped, statedPlan);
    expect([loaded.cells, loaded.rows]).toEqual([[], []]);
    expect(found(loaded, "P26")).toEqual(["再培训班第三期在这张表里与以前写的一样，工作簿里是停办，没有改动。"]);
  });
  test("with other days it is held again", () => {
    expect(rowsIn(load(stopped, [later(named(third))]).after).slice(-1)).toEqual([`${third} 2`]);
  });
  test("a class nobody knew, called off in the same breath, is there as 停办", () => {
    const loaded = load(bookOf(), [{ ...named(third), name: "再培训班第九期", stopped: true }]);
    expect(rowsIn(loaded.after).slice(-1)).toEqual(["再培训班第九期 1 停办"]);
    expect(loaded.summary).toMatchObject({ added: 0, stopped: 1 });
  });
});

test("a class is known by its kind and number, and keeps its name", () => {
  const { after } = load(bookOf(), [later({ ...named(third), name: "再培训第3期" })]);
  expect(rowsIn(after).filter((row) => row.includes(third))).toEqual([`${third} 1 停办`, `${third} 2`]);
  const other = load(bookOf(), [{ ...named(third), name: "再培训班第三期（芝罘）" }]);
  expect(other.summary).toMatchObject({ added: 1, replaced: 0, unlisted: 11 });
});

test("a class of which the table says two things stays as it was", () => {
  const loaded = load(bookOf(), [later(named(third)), { ...named(third), reportIn: "12月4日" }]);
  expect([loaded.rows, loaded.cells]).toEqual([[], []]);
  expect(found(loaded, "P27")).toEqual(["再培训班第三期在表里不止一行，写得不一样，没有读入。"]);
});

test("a table that names no year is of the workbook's", () => {
  const loaded = load(bookOf(), [later(named(third))], null);
  expect(loaded.after.plan.at(-1)).toMatchObject({ year: 2024, reportIn: "2024-12-03" });
});

describe("nothing good gives way to what nobody can read", () => {
  const fourth = "再培训班第四期";
  test.each<[string, Partial<StatedClass>, string]>([
    ["an empty cell", { booking: null, reportIn: "5月21日9:00-11:00" }, "“省厅系统预约培训时间”空着"],
    [
      "a cell that cannot be read",
      { reportIn: "另行通知" },
      "“报到时间”看不懂（“另行通知”不是能识别的日期，请写成 2024-03-15 或 2024年3月15日 的样子）",
    ],
    ["no months", { months: null, reportIn: "5月21日9:00-11:00" }, "“证件有效期限月份”空着"],
    ["several", { deadline: "待定", study: null }, "“中心网站报名截止”看不懂"],
  ])("%s", (_, change, said) => {
    const loaded = load(bookOf(), [{ ...named(third), ...change }, later(named(fourth))]);
    expect(rowsIn(loaded.after).filter((row) => row.includes("再培训班第三期"))).toEqual([`${third} 1`]);
    expect(rowsIn(loaded.after).slice(-1)).toEqual([`${fourth} 2`]);
    expect(found(loaded, "P28")[0]).toContain(`${third}没有改动，仍按原来的安排：表里的`);
    expect(found(loaded, "P28")[0]).toContain(said);
    expect(loaded.summary).toMatchObject({ replaced: 1, unchanged: 1 });
  });
  test("what the row had not either is no loss", () => {
    const plan = plan2024.map((row) => (row.name === third ? { ...row, statedDeadline: null, deadline: null } : row));
    const loaded = load(bookOf({ plan }), [{ ...later(named(third)), deadline: null }]);
    expect(loaded.summary).toMatchObject({ replaced: 1 });
    expect(found(loaded, "P28")).toEqual([]);
  });
  test("培训 has no months, and a new class is taken as it is", () => {
    expect(load(bookOf(), [later(named("培训班第三期"))]).summary).toMatchObject({ replaced: 1 });
    expect(load(bookOf(), [{ ...named(third), name: "再培训班第九期", booking: null }]).summary).toMatchObject({ added: 1 });
  });
});

describe("a name that may be another way of writing a class", () => {
  test.each(["再培训班第三期（延期）", "再培训班第3期(调整后)", "延期的再培训班第三期", "再培训班第三期（新）"])(
    "%s is asked about",
    (name) => {
      const loaded = load(bookOf(), [{ ...later(named(third)), name }]);
      expect([loaded.cells, loaded.rows]).toEqual([[], []]);
      expect(found(loaded, "P29")).toEqual([`表里的“${name}”是不是${third}？没有读入，${third}仍按原来的安排。`]);
      expect(loaded.findings.find(({ code }) => code === "P29")?.suggestion).toContain(`把表里的班级名称改为“${third}”再读入`);
      expect(found(loaded, "P24")[0]).not.toContain(third);
    },
  );
  test("a word that tells two classes apart makes a new one, which is said", () => {
    const loaded = load(bookOf(), [{ ...named(third), name: "再培训班第三期（芝罘）" }]);
    expect(loaded.summary).toMatchObject({ added: 1 });
    expect(found(loaded, "P29")).toEqual([`“再培训班第三期（芝罘）”按新的班读入，${third}另算。`]);
    expect(
      load(loaded.after, [{ ...named(third), name: "再培训班第三期（芝罘）" }]).findings.map(({ code }) => code),
    ).not.toContain("P29");
  });
  test("the first plan of a workbook may call its classes as it likes", () => {
    const loaded = load(bookOf({ plan: [] }), [{ ...named(third), name: "再培训班第三期（延期）" }]);
    expect([loaded.summary.added, found(loaded, "P29")]).toEqual([1, []]);
  });
});

describe("what 待办 says of a change that was changed again", () => {
  const book = bookOf({ roster: [{ name: "张三", unit: "甲矿", class: third }] });
  const lines = ({ todo }: Snapshot) => todo.map(({ content, state }) => [content?.replace(/，涉及.*/u, ""), state]);
  test("taken back: the first line is gone, the second says what is so now", () => {
    const back = load(load(book, [later(named(third))]).after, [named(third)]);
    expect(lines(back.after)).toEqual([
      [`${third}的“报到时间”由“5月14日9:00-11:00”改为“12月3日9:00-11:00”`, "已消除"],
      [`${third}的“报到时间”由“12月3日9:00-11:00”改为“5月14日9:00-11:00”`, null],
    ]);
  });
  test("called off after a change", () => {
    const off = load(load(book, [later(named(third))]).after, [{ ...named(third), stopped: true }]);
    expect(lines(off.after).map(([, state]) => state)).toEqual(["已消除", null]);
  });
  test("a change of another class leaves it", () => {
    const other = load(load(book, [later(named(third))]).after, [later(named("再培训班第四期"))]);
    expect(lines(other.after).map(([, state]) => state)).toEqual([null]);
  });
});

test("a class that is called off in a sentence and that nobody knows is asked about", () => {
  const empty = { months: null, deadline: null, booking: null, reportIn: null, study: null };
  const loaded = load(bookOf(), [{ name: "再培训班第九期", ...empty, stopped: true }]);
  expect([loaded.cells, loaded.rows]).toEqual([[], []]);
  expect(found(loaded, "P30")).toEqual(["通知说“再培训班第九期”停办，本年度计划里没有这个班，没有改动。"]);
});

describe("a class of which not all can be read", () => {
  const fresh = { ...named(third), name: "再培训班第九期" };
  test("waits, says which cell, and lets the others in", () => {
    const loaded = load(bookOf({ plan: [] }), [{ ...fresh, study: "3月上旬", booking: "每月第一周" }, named(third)]);
    expect(rowsIn(loaded.after)).toEqual([`${third} 1`]);
    expect(loaded.findings.flatMap(({ code, column, message }) => (code === "P32" ? [`${column}: ${message}`] : []))).toEqual([
      "statedBooking: 再培训班第九期还没有读入：“省厅系统预约培训时间”看不懂（“每月第一周”不是能识别的起止日期，请写成 3月7日-4月6日 的样子），“学习时间”看不懂（“3月上旬”不是能识别的起止日期，请写成 3月7日-4月6日 的样子）。",
    ]);
    expect(loaded.summary).toMatchObject({ classes: 2, added: 1, asked: 1 });
  });

  test("a year other than the plan's is warned of in 计划检查", () => {
    const loaded = load(bookOf({ plan: [] }), [{ ...fresh, deadline: "2023年3月31日" }]);
    expect(found(loaded, "P31")).toEqual(["再培训班第九期的“中心网站报名截止”“2023年3月31日”写的年份与2024年的计划不同。"]);
  });
});

describe("what a table says besides the six cells", () => {
  const beside = { place: "海边校区", capacity: "60人" };
  const unread = { doubts: [{ row: "第 9 行", message: "第 9 行没有班级名称，未读入。" }], unread: ["课时"] };
  test("容量 and 地点 are taken with a new class, and fill empty cells of one that is there", () => {
    const added = load(bookOf({ plan: [] }), [{ ...named(third), ...beside }]);
    expect(added.after.plan[0]).toMatchObject({ place: "海边校区", capacity: 60 });
    const again = load(bookOf(), [{ ...named(third), ...beside }]);
    expect(again.after.plan.find(({ name }) => name === third)).toMatchObject({ place: "海边校区", capacity: 60, version: 1 });
    const changed = load(bookOf(), [{ ...later(named(third)), ...beside }]);
    expect(changed.after.plan.find(({ version }) => version === 2)).toMatchObject({ place: "海边校区", capacity: 60 });
  });

  test("staff's own stay, and the difference is said", () => {
    const plan = plan2024.map((row) => (row.name === third ? { ...row, place: "二楼", capacity: 60 } : row));
    const loaded = load(bookOf({ plan }), [{ ...named(third), ...beside }]);
    expect([loaded.cells, found(loaded, "P34")]).toEqual([
      [],
      ["再培训班第三期的地点在表里是“海边校区”，工作簿里是“二楼”，没有改动。"],
    ]);
  });

  test("rows that could not be read and columns that nobody reads are said", () => {
    const outcome = loadPlanOperation([named(third)], 2024, unread).decide(bookOf({ plan: [] }), contextOf(bookOf(), today));
    const said = outcome.findings.filter(({ code }) => code === "P32" || code === "P33");
    expect(said.map(({ message }) => message)).toEqual(["第 9 行没有班级名称，未读入。", "表里的“课时”没有读入。"]);
    expect(outcome.summary).toMatchObject({ classes: 1, added: 1, asked: 1 });
  });
});

test.each<[string, Partial<PlanReading>, number | null, string[]]>([
  ["a plan", {}, null, []],
  [
    "two years in the title",
    { unclearYear: "2024-2025年" },
    null,
    ["标题写的是“2024-2025年”，不止一个年度，看不出是哪一年的计划；请写明年度，跨到另一年的日期请在表里写上四位年份。"],
  ],
  ["two years, and staff say which", { unclearYear: "2024-2025年" }, 2024, []],
  ["a table of another trade", { classes: [], problems: ["按工种。"] }, 2024, ["按工种。"]],
  [
    "no row that could be read",
    { classes: [], doubts: [{ row: "第 2 行", message: "第 2 行不像班级。" }] },
    2024,
    ["计划表里没有读出班级。", "第 2 行不像班级。"],
  ],
])("why it is not loaded: %s", (_, reading, typed, reasons) =>
  expect(
    whyNotLoaded(
      { year: null, classes: [...statedPlan], problems: [], doubts: [], unread: [], hasTable: true, ...reading },
      typed,
    ),
  ).toEqual(reasons),
);
