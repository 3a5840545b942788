import fc from "fast-check";
import type { Finding, Severity } from "../../../apps-script/domain/changes/finding";
import { runAll } from "../../../apps-script/domain/rules/actions";
import { checkRoster } from "../../../apps-script/domain/rules/check-roster";
import { contextOf } from "../../../apps-script/domain/rules/context";
import { fees } from "../../../apps-script/domain/rules/money/fees";
import { papers } from "../../../apps-script/domain/rules/papers";
import type { Rule } from "../../../apps-script/domain/rules/rule";
import { makeTodo, todoRows } from "../../../apps-script/domain/rules/todo";
import { idOf } from "../../../apps-script/domain/rules/todo-line";
import { TODO_ANSWERS } from "../../../apps-script/domain/schema/allowed";
import type { Enrolment } from "../../../apps-script/domain/schema/roster";
import type { TodoRow } from "../../../apps-script/domain/schema/tables";
import type { Snapshot } from "../../../apps-script/domain/snapshot/snapshot";
import { readNewList } from "../../../apps-script/domain/wording/assign";
import { whoIs } from "../../../apps-script/domain/wording/roster";
import { RULES, type RuleCode } from "../../../apps-script/domain/wording/rules";
import { bookOf } from "../../support/books";
import { decisions, reordered, runOn, secondRunOf } from "../../support/running";

const today = "2024-03-01";
const key = "B2024-00001";
const person: Partial<Enrolment> = {
  name: "王某",
  unit: "甲矿",
  mobile: "19900000001",
  kind: "再培训",
  validUntil: "2024-12-20",
};
const finding = (
  code: RuleCode,
  row: string | null,
  severity: Severity = "警告",
  table: Finding["table"] = "roster",
): Finding => ({
  code,
  severity,
  table,
  row,
  column: null,
  message: `${code} ${row}`,
  suggestion: "请核对",
});
/** A rule that finds what it is told. */
const thatFinds =
  (...findings: Finding[]): Rule =>
  () => ({ cells: [], rows: [], findings, summary: {} });
const todo = (book: Snapshot, ...findings: Finding[]) => runOn(makeTodo([thatFinds(...findings)]), book, today);
const withAnswer = (book: Snapshot, answer: string | null): Snapshot => ({
  ...book,
  todo: book.todo.map((row) => ({ ...row, answer })),
});

test("a finding becomes a row about its person", () => {
  const book = bookOf({ roster: [{ ...person, lastSafeBookingDay: "2024-03-21" }] });
  const { after, outcome } = todo(book, finding("R01", key, "阻断"));
  expect(after.todo).toHaveLength(1);
  expect(after.todo[0]).toMatchObject({
    id: idOf(finding("R01", key)),
    rule: "证件号未填",
    severity: "阻断",
    subject: "王某",
    unit: "甲矿",
    phone: "19900000001",
    content: `R01 ${key}`,
    due: "2024-03-21",
    suggestion: "请核对",
    answer: "未处理",
    state: null,
    source: "rule",
  });
  expect(outcome.findings).toEqual([finding("R01", key, "阻断")]);
  expect(outcome.summary).toEqual({ open: 1, byRule: { 证件号未填: 1 } });
});

test.each<[string, Finding, Partial<TodoRow>]>([
  ["a row of 资料", finding("D01", key, "警告", "papers"), { subject: "王某", unit: "甲矿", phone: "19900000001" }],
  ["a payment", finding("F01", "F1", "阻断", "payments"), { subject: "F1", unit: "甲矿" }],
  ["a card and its holder", finding("C08", "001", "警告", "cards"), { subject: "001", unit: "甲矿" }],
  ["a class", finding("P10", "2024·1·培训班第一期", "提示", "plan"), { subject: "培训班第一期", unit: null }],
  ["the whole plan", finding("P18", null, "提示", "plan"), { subject: "培训计划" }],
  ["a unit", finding("R18", "甲矿", "警告", "units"), { subject: "甲矿", unit: "甲矿", phone: "6600000" }],
  ["a setting", finding("W02", "初培费", "警告", "settings"), { subject: "初培费", rule: "设置值无法使用" }],
  ["a row that is not there", finding("W01", "B2024-00077", "阻断"), { subject: "B2024-00077" }],
])("whom it is about: %s", (_name, about, expected) => {
  const book = bookOf({
    roster: [person],
    payments: [{ id: "F1", payer: "甲矿" }],
    cards: [{ number: "001", enrolment: key }],
    units: [{ name: "甲矿", phone: "6600000" }],
  });
  expect(todo(book, about).after.todo[0]).toMatchObject(expected);
});

const listAsOf = (listed: string | null): string => readNewList("再培训班第二期", 3, "2024-03-21", listed);

describe("处理 is staff's", () => {
  const isResting = (answer: string | null): boolean => answer !== null && !["未处理", "等电话"].includes(answer);
  const about = finding("R01", key);
  const answeredWith = (answer: string | null): Snapshot => withAnswer(todo(bookOf({ roster: [person] }), about).after, answer);

  test.each([...TODO_ANSWERS, "等电话", null])("%s stays while the matter is the same", (answer) => {
    const { after, outcome } = todo(answeredWith(answer), about);
    expect(after.todo[0]).toMatchObject({ answer, state: null });
    expect(outcome.summary.open).toBe(isResting(answer) ? 0 : 1);
  });

  test.each([...TODO_ANSWERS, "等电话", null])("%s: another matter in the same row is asked about again", (answer) => {
    const { after, outcome } = todo(answeredWith(answer), { ...about, message: "写的是另一个号" });
    expect(after.todo[0]).toMatchObject({ answer: isResting(answer) ? "未处理" : answer, content: "写的是另一个号" });
    expect(outcome.summary.open).toBe(1);
  });

  test.each([...TODO_ANSWERS, "等电话", null])(
    "%s: a matter that is gone is closed with the day, and opens when it is back",
    (answer) => {
      const gone = todo(answeredWith(answer));
      expect(gone.after.todo[0]).toMatchObject({ answer, state: "已消除", goneOn: today });
      expect(gone.outcome.summary).toEqual({ open: 0, byRule: {} });
      expect(secondRunOf(makeTodo([thatFinds()]), gone, "2024-03-09")).toBe(0);
      const back = todo(gone.after, about);
      expect(back.after.todo).toHaveLength(1);
      // Staff want to hear no more of it.
      const isIgnored = answer === "忽略";
      const now = isResting(answer) && !isIgnored ? "未处理" : answer;
      expect(back.after.todo[0]).toMatchObject({ answer: now, state: null, goneOn: null });
      expect(back.outcome.summary.open).toBe(isIgnored ? 0 : 1);
    },
  );

  test("a row of a workbook of before codes were kept is no other matter", () => {
    const old = answeredWith("已确认");
    const todoBefore = old.todo.map((row) => ({ ...row, code: null, content: "旧版的说法" }));
    const { after } = todo({ ...old, todo: todoBefore }, about);
    expect(after.todo[0]).toMatchObject({ answer: "已确认", code: "R01" });
  });

  test("how many people it is about is not the matter", () => {
    const many = (count: number) => ({ ...about, message: `还有${count}人没有登记` });
    const answered = withAnswer(todo(bookOf(), many(3)).after, "已确认");
    expect(todo(answered, many(2)).after.todo[0]).toMatchObject({ answer: "已确认", content: "还有2人没有登记" });
  });

  test.each([
    [
      "the name of whom it is about",
      `${whoIs({ name: "王某", key })}的号少一位`,
      `${whoIs({ name: "王謀", key })}的号少一位`,
      "王謀",
    ],
    ["a name without a number", "王某的手机号与李某（B2024-00002）相同", "王謀的手机号与李木（B2024-00002）相同", "王謀"],
    ["the day of a list", listAsOf("2024-03-01"), listAsOf("2024-03-08"), "王某"],
    ["that a list was read", listAsOf(null), listAsOf("2024-03-08"), "王某"],
  ])("an answer stays when no more is new than %s", (_, before, now, name) => {
    const answered = withAnswer(todo(bookOf({ roster: [person] }), { ...about, message: before }).after, "已确认");
    const renamed = { ...answered, roster: answered.roster.map((row) => ({ ...row, name })) };
    expect(todo(renamed, { ...about, message: now }).after.todo[0]).toMatchObject({ answer: "已确认", content: now });
  });

  test.each([
    ["another row", "王某的手机号与李某（B2024-00002）相同", "王某的手机号与李某（B2024-00003）相同"],
    [
      "another class beside a name",
      "再培训班第二期的安排改了，王某（B2024-00001）不知道",
      "再培训班第三期的安排改了，王某（B2024-00001）不知道",
    ],
    ["another day that is no list's", "预约已于2024-03-01截止", "预约已于2024-03-02截止"],
  ])("an answer is asked again for %s", (_, before, now) => {
    const answered = withAnswer(todo(bookOf({ roster: [person] }), { ...about, message: before }).after, "已确认");
    expect(todo(answered, { ...about, message: now }).after.todo[0]).toMatchObject({ answer: "未处理" });
  });

  test("rows from imports and by hand are left alone", () => {
    const others = [
      { id: "abc", source: "import", content: "单位表中已无此人", answer: null },
      { id: null, source: null, content: "打电话", answer: null },
    ];
    const book = bookOf();
    const rows = others.map(
      (row, index) => ({ ...row, key: row.id ?? `@${index + 2}`, at: index + 2, state: null }) as unknown as TodoRow,
    );
    expect(todo({ ...book, todo: rows }).outcome.cells).toEqual([]);
  });

  test("a copied row gets no third one", () => {
    const about = finding("R01", key);
    const book = {
      ...bookOf({ roster: [person] }),
      repeated: [{ table: "todo", key: idOf(about), at: [2, 3], rows: [] }],
    } as const;
    const ids = todo(book, about).outcome.rows.map((row) => row.row);
    expect(ids).not.toContain(idOf(about));
  });
});

test("what two rules say about one row is listed once", () => {
  const book = bookOf({ roster: [person] });
  expect(todo(book, finding("F09", key), finding("A09", key)).after.todo.map((row) => row.rule)).toEqual(["证件已过期"]);
  expect(todo(book, finding("F09", key)).after.todo.map((row) => row.rule)).toEqual(["已过期却按再培训收费"]);
});

describe("who has no 申报类型 is one line", () => {
  const linesOf = (row: Partial<Enrolment>) =>
    runOn(runAll, bookOf({ roster: [{ name: "王某", ...row }] }), "2024-03-01")
      .after.todo.filter((line) => line.subject === "王某" && /类型|过期/u.test(line.rule ?? ""))
      .map((line) => line.rule);
  test.each<[string, Partial<Enrolment>, string[]]>([
    ["nothing but a name", {}, ["申报类型待确认"]],
    ["with a certificate", { validUntil: "2024-06-20" }, ["申报类型待确认"]],
    ["with one that ran out: the line says so", { validUntil: "2024-01-20" }, ["申报类型待确认"]],
    ["a word that is no kind", { kind: "年审换证", validUntil: "2024-06-20" }, ["申报类型待确认"]],
    [
      "a word that is no kind says nothing of the certificate",
      { kind: "？", validUntil: "2024-01-20" },
      ["证件已过期", "申报类型待确认"],
    ],
    ["换证 is another matter", { kind: "换证", validUntil: "2024-06-20" }, ["申报类型需人工"]],
    [
      "换证 in other words is asked about its spelling too",
      { kind: "换 证", validUntil: "2024-06-20" },
      ["申报类型需人工", "申报类型待确认"],
    ],
  ])("%s", (_, row, rules) => {
    expect(linesOf(row).sort()).toEqual(rules.sort());
  });
});

test("repeated numbers and unusable settings are things to do as well", () => {
  const book = {
    ...bookOf({ settings: { reviewDays: "两天" } }),
    repeated: [{ table: "roster", key, at: [2, 3], rows: [] }],
  } as const;
  expect(
    todo(book)
      .after.todo.map((row) => row.rule)
      .sort(),
  ).toEqual(["编号重复", "设置值无法使用"]);
});

test("todoRows alone takes findings and reminders", () => {
  const call = { finding: finding("T01", "x"), due: "2024-03-05", facts: [] };
  const outcome = todoRows(bookOf(), [finding("R01", "x")], [call], contextOf(bookOf(), today));
  expect(outcome.rows.map((row) => [row.values.rule, row.values.due ?? null])).toEqual([
    ["证件号未填", null],
    ["已预报名未预约，请致电", "2024-03-05"],
  ]);
});

const anyone = fc.record({
  name: fc.constantFrom("王某", null),
  kind: fc.constantFrom("再培训", "初培", "换证", null),
  validUntil: fc.constantFrom("2024-03-20", "2024-05-01", "2024-02-01", "x", null),
  booking: fc.constantFrom(null, "待审", "通过", "退回"),
  bookedOn: fc.constantFrom(null, "2024-02-20"),
  preRegisteredOn: fc.constantFrom(null, "2024-02-01"),
  class: fc.constantFrom(null, "再培训班第二期", "不存在"),
  mobile: fc.constantFrom(null, "19900000001", "x"),
  idNumber: fc.constantFrom(null, "379999198001010024", "37999919750815003X"),
});

test("with real rules: nothing the second time, answers survive, order does not matter", () => {
  const rule = makeTodo([checkRoster, papers, fees]);
  fc.assert(
    fc.property(fc.array(anyone, { maxLength: 4 }), fc.constantFrom(...TODO_ANSWERS), fc.nat(), (roster, answer, seed) => {
      const book = bookOf({ roster });
      const ran = runOn(rule, book, today);
      expect(secondRunOf(rule, ran, today)).toBe(0);
      expect(decisions(runOn(rule, reordered(book, ["roster"], seed), today).outcome)).toEqual(decisions(ran.outcome));
      expect(new Set(ran.after.todo.map((row) => row.key)).size).toBe(ran.after.todo.length);
      for (const row of ran.after.todo) expect(Object.values(RULES).map(({ title }): string => title)).toContain(row.rule);
      const answered = withAnswer(ran.after, answer);
      const again = runOn(rule, reordered(answered, ["roster", "todo"], seed), today);
      for (const row of again.after.todo) expect([row.key, row.answer]).toEqual([row.key, answer]);
    }),
    { numRuns: 60 },
  );
});

/** Rows of 待办 in workbooks of earlier versions are known by these. */
test.each<[Pick<Finding, "code" | "table" | "row">, string]>([
  [{ code: "R07", table: "roster", row: "B2024-00001" }, "1c019c731e11841b"],
  [{ code: "P18", table: "plan", row: null }, "0ce8813a5c3ada16"],
  [{ code: "C08", table: "cards", row: "001" }, "1a8c0e1ecc70d01f"],
])("the id of a row stays what it was: %j", (about, id) => expect(idOf(about)).toBe(id));

test("hints about the plan are one folded line, warnings stay; who was told another class comes first", () => {
  const hint = (row: string) => ({
    code: "P06" as const,
    severity: "提示" as const,
    table: "plan" as const,
    row,
    column: "check",
    message: row,
    suggestion: "",
  });
  const told = {
    code: "A25" as const,
    severity: "警告" as const,
    table: "roster" as const,
    row: "B2024-00001",
    column: "toldClass",
    message: "甲",
    suggestion: "",
  };
  const findings = [...["一", "二", "三"].map(hint), { ...hint("四"), severity: "警告" as const }, told];
  const { rows, findings: all } = todoRows(bookOf(), findings, [], contextOf(bookOf(), today));
  expect(all).toHaveLength(findings.length);
  expect(rows.map(({ values }) => values.content)).toEqual(["甲", "四", expect.stringContaining("3条提示")]);
});
