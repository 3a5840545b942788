import fc from "fast-check";
import { withChanges } from "../../../apps-script/domain/changes/advance";
import { runAll } from "../../../apps-script/domain/rules/actions";
import { DECIDED } from "../../../apps-script/domain/rules/assign/cells";
import { contextOf } from "../../../apps-script/domain/rules/context";
import { recomputeRows } from "../../../apps-script/domain/rules/row-local";
import type { Enrolment, Payment, PlanRow } from "../../../apps-script/domain/schema/index";
import { PAPER_COLUMNS } from "../../../apps-script/domain/schema/paper-columns";
import type { Snapshot } from "../../../apps-script/domain/snapshot/snapshot";
import { bookOf, plan2024 } from "../../support/books";
import { happenings, lived, people } from "../../support/lived-book";

const OWN = ["missingPapers", "feeDue", "feePaid", "feeState", "cardValidUntil", "progress"] as const;

const changedTo = (before: Snapshot, outcome: ReturnType<typeof runAll>): Snapshot => withChanges(before, outcome);
const all = (book: Snapshot, today: string): Snapshot => changedTo(book, runAll(book, contextOf(book, today)));
const rowOf = (book: Snapshot, key: string): Enrolment => {
  const row = book.roster.find((one) => one.key === key);
  if (!row) throw new Error(`no row ${key}`);
  return row;
};
const cellsOf = <C extends keyof Enrolment>(row: Enrolment, columns: readonly C[]): Record<string, unknown> =>
  Object.fromEntries(columns.map((column) => [column, row[column]]));

const touch = fc.record({
  at: fc.nat(5),
  cells: fc.oneof(
    fc.record({ booking: fc.constantFrom("待审" as const, "通过" as const), bookedClass: fc.constant("再培训班第三期") }),
    fc.record({ reportedInOn: fc.constantFrom("2024-03-26", "2024-05-14", "2024-06-04") }),
    fc.record({ exam: fc.constantFrom("合格" as const, "不合格" as const), trained: fc.constant("是") }),
    fc.record({ preRegisteredOn: fc.constant("2024-03-20") }),
    fc.record({ cardBoundOn: fc.constant("2024-04-01") }),
    fc.record({ agreedFee: fc.constantFrom(0, 100, 300) }),
  ),
  paid: fc.option(fc.constantFrom(100, 300, 600, -100)),
  paper: fc.constantFrom(...PAPER_COLUMNS),
  answer: fc.constantFrom("已交", "不合格:看不清", "不适用", null),
});

/** The book with what somebody typed about one person, a paper of theirs and a payment. */
function touched(book: Snapshot, { at, cells, paid, paper, answer }: typeof touch extends fc.Arbitrary<infer T> ? T : never) {
  const key = book.roster[at]?.key ?? "";
  const payment = { id: "F09999", day: "2024-04-02", amount: paid, method: "现金", shares: key } as const;
  const parts = bookOf({ payments: paid === null ? [] : [payment] });
  return {
    key,
    book: {
      ...book,
      roster: book.roster.map((row) => (row.key === key ? { ...row, ...cells } : row)),
      papers: book.papers.map((row) => (row.key === key ? { ...row, [paper]: answer } : row)),
      payments: [...book.payments, ...parts.payments] as readonly Payment[],
    },
  };
}

const CARDS = ["0088001", "0088002"].map((number) => ({ number, state: "未领" as const }));

test("a row that was touched says what all actions would say of it, and nothing else changes", () => {
  let followed = 0;
  fc.assert(
    fc.property(people, happenings, touch, (some, year, hand) => {
      const first = lived(bookOf({ roster: some, cards: CARDS }), year);
      const { key, book } = touched(all(first.book, first.today), hand);
      const context = contextOf(book, first.today);
      const outcome = recomputeRows(book, context, { roster: new Set([key]), payments: new Set(["F09999"]) });
      // What was kept of rows and tables on the way here says the same as a reading of the workbook from scratch.
      const anew = structuredClone(book);
      expect(outcome).toEqual(
        recomputeRows(anew, contextOf(anew, first.today), { roster: new Set([key]), payments: new Set(["F09999"]) }),
      );
      const local = rowOf(withChanges(book, outcome), key);
      const whole = all(book, first.today);
      const [asAll, before] = [rowOf(whole, key), rowOf(book, key)];

      expect(
        outcome.cells.filter(({ row }) => row !== key && row !== "F09999" && !CARDS.some((card) => card.number === row)),
      ).toEqual([]);
      const isPlaced = DECIDED.some((column) => local[column] !== asAll[column]);
      // Who is given a seat by the whole action was left alone here.
      if (isPlaced) expect(cellsOf(local, DECIDED)).toEqual(cellsOf(before, DECIDED));
      else {
        followed++;
        expect(cellsOf(local, OWN)).toEqual(cellsOf(asAll, OWN));
      }
      expect(local.missingPapers).toBe(asAll.missingPapers);
      const unshared = (from: Snapshot) => from.payments.find(({ key: id }) => id === "F09999")?.unshared;
      if (!isPlaced) expect(unshared(withChanges(book, outcome))).toBe(unshared(whole));
      expect(recomputeRows(withChanges(book, outcome), context, { roster: new Set([key]) }).cells).toEqual([]);
    }),
    { numRuns: process.env.ANPEI_SOAK ? 2000 : 60 },
  );
  expect(followed).toBeGreaterThan(30);
});

test("who is booked gets class and light at once, who seeks a class waits for the whole action", () => {
  const person = { kind: "再培训", validUntil: "2024-06-20", education: "大专" } as const;
  const roster = [
    { ...person, name: "赵一", booking: "通过", bookedClass: "再培训班第三期", bookedOn: "2024-04-20" } as const,
    { ...person, name: "钱二" },
  ];
  const book = bookOf({ plan: plan2024 as readonly Partial<PlanRow>[], roster });
  const keys = new Set(book.roster.map(({ key }) => key));
  const after = withChanges(book, recomputeRows(book, contextOf(book, "2024-04-21"), { roster: keys }));
  expect(after.roster.map((row) => [row.class, row.light, row.feeDue, row.progress])).toEqual([
    ["再培训班第三期", "正常", 300, "预约通过"],
    [null, null, 300, "已导入"],
  ]);
  expect(after.papers.map(({ key }) => key)).toEqual([...keys]);
});
