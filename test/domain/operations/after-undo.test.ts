import fc from "fast-check";
import { aboutPeople, isAbout } from "../../../apps-script/domain/changes/about-people";
import { withChanges } from "../../../apps-script/domain/changes/advance";
import { withoutBlanked } from "../../../apps-script/domain/changes/blanked";
import { OutcomeBuilder } from "../../../apps-script/domain/changes/outcome";
import type { ClerkOperation } from "../../../apps-script/domain/operations/define-operation";
import type { RawInput } from "../../../apps-script/domain/operations/inputs/read-input";
import { CLERK_OPERATIONS } from "../../../apps-script/domain/operations/registry";
import { takenBack } from "../../../apps-script/domain/operations/undo";
import { Refusal } from "../../../apps-script/domain/refusal";
import { checkStates } from "../../../apps-script/domain/rules/check-states";
import { contextOf } from "../../../apps-script/domain/rules/context";
import { recomputeRows } from "../../../apps-script/domain/rules/row-local";
import type { Snapshot } from "../../../apps-script/domain/snapshot/snapshot";
import type { RosterCode } from "../../../apps-script/domain/wording/roster";
import { reportMorning } from "../../support/clerk-book";
import { doing, named, settledBook } from "../../support/clerk-desk";
import { FILLED, filledBook } from "../../support/filled-book";

const TODAY = "2024-04-25";

const operation = (id: string): ClerkOperation => {
  const found = CLERK_OPERATIONS.find((one) => one.id === id);
  if (!found) throw new Error(id);
  return found;
};

type Step = readonly [id: string, input: RawInput];

/** What was done first and what after it, and the first of them taken back. */
function undoneFirst(book: Snapshot, [first, ...later]: readonly Step[], today = TODAY) {
  if (first === undefined) throw new Error("nothing was done");
  const run = doing(book, operation(first[0]), first[1], today);
  const about: (string | null)[] = [];
  const before = later.reduce((now, [id, input]) => {
    const { after, outcome } = doing(now, operation(id), input, today);
    about.push(aboutPeople({ blanked: [], ...outcome }));
    return after;
  }, run.after);
  const changes = { action: first[0], today, blanked: [], ...run.outcome };
  const isTouchedSince = (key: string): boolean => about.some((people) => isAbout(people, key) !== false);
  const undo = takenBack("R00001", changes, before, contextOf(before, today), isTouchedSince);
  return { before, undo, after: withoutBlanked(withChanges(before, undo), undo.blanked) };
}

const said = ({ undo }: ReturnType<typeof undoneFirst>) => undo.findings.map(({ code, message }) => `${code} ${message}`);

/** Who came to the class, was trained, and sat the exam. */
function passing(): Snapshot {
  const book = reportMorning();
  const cells = { reportedInOn: "2024-03-26", trained: "2024-03-29", exam: "待考", examOn: "2024-04-10" } as const;
  return { ...book, roster: book.roster.map((row) => (row.name === "赵一" ? { ...row, ...cells } : row)) };
}

const people = "赵一";
test("a pass that is taken back after 发证 is told by name, and 进度 says what is so", () => {
  const steps: Step[] = [
    ["exam", { people, result: "合格" }],
    ["issue", { people, until: "2027-05-20" }],
  ];
  const run = undoneFirst(passing(), steps);
  expect(named(run.before, "赵一").progress).toBe("已发证");
  expect(named(run.after, "赵一")).toMatchObject({ exam: "待考", issuedOn: TODAY, progress: "待考" });
  expect(said(run)).toContain("R42 赵一（B2024-00001）有“发证日期”2024-04-25，但“考试状态”是“待考”。");
  expect(run.undo.kept).toEqual([]);
});

test.each<[string, Snapshot, readonly Step[], string]>([
  [
    "a report-in after which the class was ended",
    reportMorning(),
    [
      ["check-in", { people, day: "3月26日", method: "现金" }],
      ["complete", { class: "再二" }],
    ],
    "R44 赵一（B2024-00001）的“培训完成”是“2024-03-29”，但没有“报到日期”。",
  ],
  [
    "an approval after which somebody reported in",
    withBooking("待审"),
    [
      ["booking", { people, state: "通过" }],
      ["check-in", { people, day: "3月26日", method: "现金" }],
    ],
    "R43 赵一（B2024-00001）有“报到日期”“2024-03-26”，但“省厅预约状态”是“待审”。",
  ],
  [
    "an enrolment for which money came",
    reportMorning(),
    [
      [
        "enrol",
        { name: "冯九", idNumber: "37999919750815003X", mobile: "19900002000", unit: "乙矿", post: "主要负责人", kind: "初培" },
      ],
      ["pay", { people: "冯九", amount: "600", method: "现金" }],
    ],
    "W18 “缴费”F00001的“分摊到”还写着冯九（B2024-00009），撤销后“名册”里没有这一行了。",
  ],
  [
    "a payment of which some was given back",
    reportMorning(),
    [
      ["pay", { people, amount: "300", method: "现金" }],
      ["refund", { people, reason: "不来了" }],
    ],
    "W18 “缴费”F00002的“退哪一笔”还写着F00001，撤销后“缴费”里没有这一行了。",
  ],
])("what rests on what is taken back is told: %s", (_, book, steps, sentence) => {
  expect(said(undoneFirst(book, steps))).toContain(sentence);
});

function withBooking(booking: "待审"): Snapshot {
  const book = reportMorning();
  return { ...book, roster: book.roster.map((row) => (row.name === "赵一" ? { ...row, booking } : row)) };
}

test("the last run rests nothing on itself: nothing is told but what was wrong before", () => {
  expect(said(undoneFirst(passing(), [["exam", { people, result: "合格" }]]))).toEqual([]);
});

test("what a later run entered and the one that is taken back had covered is shown", () => {
  const steps: Step[] = [
    ["check-in", { people, day: "3月26日", method: "现金" }],
    ["booking", { people, state: "退回", reason: "没有公章" }],
  ];
  const { before, after } = undoneFirst(reportMorning(), steps, "2024-03-26");
  expect([named(before, "赵一").progress, named(after, "赵一").progress]).toEqual(["已报到", "预约退回"]);
});

test("what a later run entered in the same cell stays, and is named", () => {
  const steps: Step[] = [
    ["exam", { people, score: "72" }],
    ["exam", { people, score: "88", day: "4月10日" }],
  ];
  const { undo, after } = undoneFirst(passing(), steps);
  expect(named(after, "赵一")).toMatchObject({ exam: "合格", score: 88 });
  expect(undo.kept.map(({ message }) => message)).toContain(
    "“名册” 赵一（B2024-00001） 的“考试状态”后来改成了“合格”，撤销时保留。",
  );
});

const STEPS: readonly Step[] = [
  ["booking", { people: [...FILLED], state: "通过" }],
  ["booking", { people: [...FILLED], state: "退回", reason: "看不清" }],
  ["check-in", { people: [...FILLED], reason: "同意", papers: "全部", method: "现金" }],
  ["complete", { class: "再二" }],
  ["book-exam", { people: [...FILLED], day: "2024-05-06" }],
  ["exam", { people: [...FILLED], result: "合格" }],
  ["exam", { people: [...FILLED], result: "缺考" }],
  ["issue", { people: [...FILLED], until: "2027-06-01" }],
  ["withdraw", { people: [...FILLED] }],
  ["reinstate", { people: [...FILLED] }],
  ["pay", { people: [...FILLED], amount: "600", method: "微信" }],
  ["move", { people: [...FILLED], class: "再三", reason: "单位安排" }],
];

/** The contradictions of everybody, by code and row. */
function contradictions(book: Snapshot): ReadonlySet<string> {
  const out = new OutcomeBuilder<RosterCode>();
  for (const row of book.roster) checkStates(out, row, contextOf(book, TODAY));
  return new Set(out.done().findings.map(({ code, row }) => `${code} ${row}`));
}

const triedOr = <T>(work: () => T): T | null => {
  try {
    return work();
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
};

test("whatever is done after whatever: no contradiction comes in silence, and no row says what is not so", () => {
  let told = 0;
  const step = fc.constantFrom(...STEPS);
  fc.assert(
    fc.property(filledBook, step, step, (book, first, second) => {
      const run = triedOr(() => undoneFirst(settledBook(book, TODAY), [first, second]));
      if (run === null) return;
      const known = contradictions(run.before);
      const findings = new Set(run.undo.findings.map(({ code, row }) => `${code} ${row}`));
      const silent = [...contradictions(run.after)].filter((one) => !known.has(one) && !findings.has(one));
      expect(silent).toEqual([]);
      told += findings.size;
      // What the second run worked out is no longer so where the first one is gone.
      const changed = new Set(run.undo.cells.filter(({ table }) => table === "roster").map(({ row }) => row));
      const kept = new Set(run.undo.kept.map(({ row }) => row));
      const roster = new Set([...changed].filter((row) => !kept.has(row)));
      const anew = recomputeRows(run.after, contextOf(run.after, TODAY), { roster }).cells;
      expect(anew.filter(({ column }) => column === "progress")).toEqual([]);
    }),
    { numRuns: process.env.ANPEI_SOAK ? 3000 : 150 },
  );
  expect(told).toBeGreaterThan(0);
});
