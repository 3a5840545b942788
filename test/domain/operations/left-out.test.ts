import type { ClerkOperation } from "../../../apps-script/domain/operations/define-operation";
import type { RawInput } from "../../../apps-script/domain/operations/inputs/read-input";
import { operationOf, without } from "../../../apps-script/domain/operations/operation";
import { CLERK_OPERATIONS } from "../../../apps-script/domain/operations/registry";
import { ruleOf } from "../../../apps-script/domain/rules/actions";
import { contextOf } from "../../../apps-script/domain/rules/context";
import type { Snapshot } from "../../../apps-script/domain/snapshot/snapshot";
import { summaryCell } from "../../../apps-script/domain/wording/summary";
import { REPORT_DAY, reportMorning } from "../../support/clerk-book";
import { named, settledBook } from "../../support/clerk-desk";

const operation = (id: string): ClerkOperation => {
  const found = CLERK_OPERATIONS.find((one) => one.id === id);
  if (!found) throw new Error(id);
  return found;
};

function decide(book: Snapshot, id: string, input: RawInput, leftOut: readonly string[] = [], day = REPORT_DAY) {
  const bound = operation(id).bind(input, "甲");
  if ("problems" in bound) throw new Error(bound.problems.map(({ message }) => message).join());
  const keys = new Set(leftOut.map((name) => named(book, name).key));
  const decision = without(bound, keys).decide(book, contextOf(book, day));
  const sorted = (changes: readonly unknown[]) => changes.map((change) => JSON.stringify(change)).sort();
  return { decision, written: [sorted(decision.cells), sorted(decision.rows), sorted(decision.blanked ?? [])] };
}

const trained = (): Snapshot => {
  const book = reportMorning();
  const roster = book.roster.map((row, at) => (at < 4 ? { ...row, reportedInOn: REPORT_DAY, trained: "是" } : row));
  return { ...book, roster };
};
const sat = (): Snapshot => {
  const book = trained();
  const exam = { exam: "合格" as const, examOn: "2024-04-10", examTries: 1 };
  return { ...book, roster: book.roster.map((row, at) => (at < 4 ? { ...row, ...exam } : row)) };
};
const gone = (): Snapshot => {
  const book = reportMorning();
  return { ...book, roster: book.roster.map((row) => ({ ...row, state: "取消" as const })) };
};
const withCards = (): Snapshot => {
  const cards = ["001", "002", "003"].map((number) => ({ number }));
  return settledBook(reportMorning({ cards }), REPORT_DAY);
};
const beginners = (): Snapshot => {
  const book = reportMorning();
  return { ...book, roster: book.roster.map((row) => ({ ...row, kind: "换证" as const, booking: null, bookedClass: null })) };
};
const inDispute = (): Snapshot => {
  const keys = ["B2024-00001", "B2024-00002", "B2024-00003"];
  const about = { column: "学历", base: null, ours: "大专", theirs: "本科", source: "X" };
  return reportMorning({ conflicts: keys.map((enrolment) => ({ enrolment, ...about })) });
};

const three = ["赵一", "钱二", "孙三"];
const two = ["赵一", "孙三"];
const CASES: readonly [id: string, input: RawInput, book: () => Snapshot, day: string][] = [
  ["pre-register", { class: "再三" }, reportMorning, REPORT_DAY],
  ["booking", { state: "待审", class: "再三" }, reportMorning, REPORT_DAY],
  ["papers", { papers: "推荐表·公章" }, reportMorning, REPORT_DAY],
  ["check-in", { papers: "全部", amount: "900", method: "现金", reason: "同意" }, reportMorning, REPORT_DAY],
  ["pay", { amount: "900", method: "微信" }, reportMorning, REPORT_DAY],
  ["book-exam", { day: "2024-04-10" }, trained, REPORT_DAY],
  ["exam", { score: "88", day: "2024-04-10" }, trained, "2024-04-11"],
  ["issue", { until: "2027-04-28" }, sat, "2024-05-20"],
  ["move", { class: "再三", reason: "单位安排" }, reportMorning, REPORT_DAY],
  ["no-show", { class: "再二" }, reportMorning, REPORT_DAY],
  ["card", { action: "领取" }, withCards, REPORT_DAY],
  ["renew", { fee: "100" }, beginners, REPORT_DAY],
  ["transfer", { unit: "乙矿" }, reportMorning, REPORT_DAY],
  ["leave", { reason: "已离职" }, reportMorning, REPORT_DAY],
  ["withdraw", { reason: "不来了" }, reportMorning, REPORT_DAY],
  ["reinstate", { reason: "又来了" }, gone, REPORT_DAY],
  ["merge-person", { reason: "已核对" }, reportMorning, REPORT_DAY],
  ["settle", { side: "对方" }, inDispute, REPORT_DAY],
];

test.each(CASES)("%s without somebody is the same as not asked for them", (id, input, bookOf, day) => {
  const book = bookOf();
  const [all, left, asked] = [
    decide(book, id, { people: three, ...input }, [], day),
    decide(book, id, { people: three, ...input }, ["钱二"], day),
    decide(book, id, { people: two, ...input }, [], day),
  ];
  expect(asked.decision.cells.length + asked.decision.rows.length).toBeGreaterThan(0);
  expect(left.written).toEqual(asked.written);
  expect(left.written).not.toEqual(all.written);
  expect([left.decision.report?.said, left.decision.report?.people]).toEqual([
    asked.decision.report?.said,
    asked.decision.report?.people,
  ]);
  expect(all.decision.choices).toEqual(three.map((name) => named(book, name).key));
  expect(left.decision.choices).toEqual(two.map((name) => named(book, name).key));
});

describe("asked for by a class, a unit or a matter", () => {
  test("complete: who is left out is neither trained nor said to be absent", () => {
    const book = trained();
    const untrained = { ...book, roster: book.roster.map((row) => ({ ...row, trained: null })) };
    const { decision } = decide(untrained, "complete", { class: "再二", day: "2024-03-29" }, ["钱二", "周五"], "2024-03-30");
    const done = decision.cells.filter(({ column }) => column === "trained").map(({ row }) => row);
    expect(done).toEqual(["赵一", "孙三", "李四"].map((name) => named(book, name).key));
    expect(decision.choices).toEqual(done);
    expect(decision.findings.filter(({ code }) => code === "K06").map(({ row }) => row)).not.toContain(named(book, "周五").key);
  });

  test("no-show of a whole class", () => {
    const book = reportMorning();
    const { decision } = decide(book, "no-show", { class: "再二" }, ["钱二"]);
    const away = decision.cells.filter(({ column }) => column === "noShow").map(({ row }) => row);
    expect(away).not.toContain(named(book, "钱二").key);
    expect(away).toContain(named(book, "赵一").key);
  });

  test("pay: what a unit pays is shared out among the others", () => {
    const book = reportMorning();
    const { decision } = decide(book, "pay", { unit: "甲矿", amount: "300", method: "现金" }, ["赵一"]);
    const [payment] = decision.rows.filter(({ table }) => table === "payments");
    expect(String(payment?.values.shares)).not.toContain(named(book, "赵一").key);
    expect(String(payment?.values.shares)).toContain(named(book, "钱二").key);
  });

  test("booking: a class that is looked through takes nobody else into another one who is left out", () => {
    const book = reportMorning();
    const [first] = book.roster;
    const elsewhere = {
      ...book,
      roster: book.roster.map((row) => (row === first ? { ...row, bookedClass: "再培训班第三期" } : row)),
    };
    const input = { people: ["赵一", "钱二"], state: "通过", class: "再二", checked: "再二" };
    const classesTo = (leftOut: readonly string[]) =>
      decide(elsewhere, "booking", input, leftOut).decision.cells.filter(
        ({ row, column }) => row === first?.key && column === "class",
      );
    expect(decide(elsewhere, "booking", { ...input, people: ["钱二"] }).decision.cells).toContainEqual(
      expect.objectContaining({ row: first?.key, column: "class", after: "再培训班第三期" }),
    );
    expect(classesTo(["赵一"])).toEqual([]);
  });

  test("notified: a line rests unless everybody it is about is left out", () => {
    const book = settledBook(reportMorning(), REPORT_DAY);
    const line = book.todo.find(({ people, state }) => people === "B2024-00001" && state === null);
    if (!line) throw new Error("no line");
    const input = { lines: book.todo.flatMap((row) => (row.rule === line.rule ? [row.key] : [])), by: "电话" };
    const told = ({ decision }: ReturnType<typeof decide>) =>
      decision.cells.filter(({ table, column }) => table === "todo" && column === "toldOn").map(({ row }) => row);
    expect(told(decide(book, "notified", input))).toContain(line.key);
    expect(told(decide(book, "notified", input, ["赵一"]))).not.toContain(line.key);
  });
});

test("every operation that is about several people is tried", () => {
  const isAsked = ({ name, kind, many }: ClerkOperation["fields"][number]): boolean =>
    name === "people" && kind === "people" && many;
  const about = CLERK_OPERATIONS.filter(({ fields }) => fields.some(isAsked)).map(({ id }) => id);
  // A refund is of one payment and to one person; whom a line of 待办 is about is tried above.
  const others = ["refund", "notified"];
  expect([...CASES.map(([id]) => id), ...others].sort()).toEqual([...about].sort());
});

test("with nobody left nothing is done, and money that would be nobody's is not booked", () => {
  const { decision } = decide(reportMorning(), "pay", { people: three, amount: "900", method: "现金" }, three);
  expect([decision.cells, decision.rows, decision.choices]).toEqual([[], [], []]);
  expect(decision.report?.input).toMatchObject({ people: ["B2024-00001", "B2024-00002", "B2024-00003"] });
});

test("what is one decision about a class has no choices", () => {
  const { decision } = decide(reportMorning(), "change-class", { class: "再三", stopped: "是" });
  expect(decision.choices).toEqual([]);
});

test("the log says who was left out, of one action and of all", () => {
  const book = reportMorning();
  const leftOut = new Set([named(book, "赵一").key, named(book, "钱二").key, named(book, "李四").key]);
  const cellOf = (id: "all" | "assign"): string => {
    const { summary } = without(operationOf(id, id, ruleOf(id)), leftOut).decide(book, contextOf(book, REPORT_DAY));
    return summaryCell(id, summary);
  };
  for (const cell of [cellOf("all"), cellOf("assign")])
    expect(cell).toMatch(/未勾选 3人（B2024-00001~B2024-00002、B2024-00004）$/u);
});
