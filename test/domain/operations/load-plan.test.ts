import fc from "fast-check";
import { withChanges } from "../../../apps-script/domain/changes/advance";
import { loadPlanOperation } from "../../../apps-script/domain/operations/load-plan";
import type { StatedClass } from "../../../apps-script/domain/plan/training-class";
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
  expect(loaded.summary).toEqual({ classes: 1, added: 0, replaced: 1, unchanged: 0, stopped: 0, unlisted: 10 });
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

test("a class that the table has twice is read once and said", () => {
  const loaded = load(bookOf(), [later(named(third)), { ...named(third), reportIn: "12月4日" }]);
  expect(loaded.after.plan.at(-1)).toMatchObject({ name: third, version: 2, reportIn: "2024-12-03" });
  expect(loaded.rows).toHaveLength(1);
  expect(found(loaded, "P27")).toEqual(["再培训班第三期在表里不止一行，按第一行读入。"]);
});

test("a table that names no year is of the workbook's", () => {
  const loaded = load(bookOf(), [later(named(third))], null);
  expect(loaded.after.plan.at(-1)).toMatchObject({ year: 2024, reportIn: "2024-12-03" });
});
