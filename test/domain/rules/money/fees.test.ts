import fc from "fast-check";
import { contextOf } from "../../../../apps-script/domain/rules/context";
import { fees } from "../../../../apps-script/domain/rules/money/fees";
import { bookPayments } from "../../../../apps-script/domain/rules/money/payment-book";
import type { Enrolment } from "../../../../apps-script/domain/schema/roster";
import type { Payment } from "../../../../apps-script/domain/schema/tables";
import { bookOf } from "../../../support/books";
import { decisions, findingOf, reordered, runOn, secondRunOf } from "../../../support/running";

const today = "2024-03-01";
const [A, B, C] = ["B2024-00001", "B2024-00002", "B2024-00003"];
const initial: Partial<Enrolment> = { name: "王某", kind: "初培" };
const retraining: Partial<Enrolment> = { name: "李某", kind: "再培训", validUntil: "2024-06-20" };

function run(roster: readonly Partial<Enrolment>[], payments: readonly Partial<Payment>[] = []) {
  const book = bookOf({ roster, payments: payments.map((row, index) => ({ id: `F0000${index + 1}`, method: "现金", ...row })) });
  const ran = runOn(fees, book, today);
  return { ...ran, ran, money: ran.after.roster.map((row) => [row.feeDue, row.feePaid, row.feeState]) };
}

describe("应缴", () => {
  test.each<[string, Partial<Enrolment>, unknown[], string[]]>([
    ["初培", initial, [600, 0, "未缴"], []],
    ["再培训", retraining, [300, 0, "未缴"], []],
    ["another spelling", { kind: "复审" }, [300, 0, "未缴"], []],
    ["换证", { kind: "换证" }, [null, 0, "未规定"], ["F08"]],
    ["no kind", { kind: null }, [null, 0, "待核"], []],
    ["unknown kind", { kind: "？" }, [null, 0, "待核"], []],
    ["a fee of another kind, not settled", { ...initial, feeDue: 300 }, [600, 0, "未缴"], []],
    ["settled: the fee stays", { ...initial, feeDue: 300, booking: "通过" }, [300, 0, "未缴"], ["F10"]],
    ["settled without a fee", { ...initial, booking: "通过" }, [600, 0, "未缴"], []],
    ["text in the column", { ...initial, feeDue: "免", booking: "通过" }, [600, 0, "未缴"], []],
    ["cancelled before report-in", { ...initial, feeDue: 600, state: "取消", feeState: "未缴" }, [null, null, null], []],
    ["cancelled after it", { ...initial, reportedInOn: "2024-02-26", state: "取消" }, [600, 0, "未缴"], ["F12"]],
    ["passed", { ...retraining, feeDue: 300, exam: "合格", validUntil: "2024-01-20" }, [300, 0, "未缴"], ["F12"]],
    ["done, never asked before", { ...retraining, state: "已完成" }, [300, 0, "未缴"], ["F12"]],
    ["换证 with a fee agreed", { kind: "换证", agreedFee: 120 }, [120, 0, "未缴"], []],
    ["换证 for nothing", { kind: "换证", agreedFee: 0 }, [0, 0, "免收"], []],
    ["换证, the fee taken out again", { kind: "换证", feeDue: 120, booking: "通过" }, [null, 0, "未规定"], ["F08"]],
    ["another fee agreed", { ...initial, agreedFee: 500 }, [500, 0, "未缴"], ["F20"]],
    ["agreed after it was fixed", { ...initial, feeDue: 600, booking: "通过", agreedFee: 500 }, [500, 0, "未缴"], ["F20"]],
    ["agreed in words", { kind: "换证", agreedFee: "面议" }, [null, 0, "未规定"], ["F08", "F21"]],
    ["agreed with its unit", { kind: "换证", agreedFee: "120元" }, [120, 0, "未缴"], []],
    ["lapsed", { ...retraining, validUntil: "2024-02-20" }, [300, 0, "未缴"], ["F09"]],
  ])("%s", (_name, row, expected, codes) => {
    const { money, ran } = run([row]);
    expect(money).toEqual([expected]);
    expect(ran.codes).toEqual(codes);
  });

  test("follows the settings", () => {
    const book = bookOf({ roster: [initial, retraining], settings: { initialFee: 680.5, retrainingFee: 320 } });
    expect(runOn(fees, book, today).after.roster.map((row) => row.feeDue)).toEqual([680.5, 320]);
  });
});

describe("缴费状态", () => {
  test.each<[string, Partial<Payment>[], string | null]>([
    ["nothing paid", [], "未缴"],
    ["part", [{ amount: 100, shares: A }], "部分"],
    ["all", [{ amount: 600, shares: A }], "已缴"],
    ["too much", [{ amount: 601, shares: A }], "多缴"],
    ["paid by card", [{ amount: 600, shares: A, method: "POS" }], "未缴"],
    ["a payment that cannot be counted", [{ amount: "六百", shares: A }], "待核"],
    ["a payment that does not add up", [{ amount: 600, shares: `${A}=700` }], "待核"],
  ])("%s", (_name, payments, state) => {
    expect(run([initial], payments).money[0]?.[2]).toBe(state);
  });

  test("a pass keeps the debt; who gave up before report-in owes nothing, and the money is asked about", () => {
    const payments = [
      { amount: 300, shares: A },
      { amount: 100, shares: B },
    ];
    const ended = { ...retraining, feeDue: 300 };
    const { money, outcome } = run(
      [
        { ...ended, exam: "合格" },
        { ...ended, state: "取消" },
      ],
      payments,
    );
    expect(money).toEqual([
      [300, 300, "已缴"],
      [null, 100, "余款待定"],
    ]);
    expect(outcome.summary).toMatchObject({ due: 300, paid: 400, open: 0, expected: 0 });
  });
});

test("findings name the payment, the cell and what is written there", () => {
  const { ran } = run([initial], [{ amount: 600, shares: A, method: "POS机" }]);
  expect(findingOf(ran, "F01")).toMatchObject({
    severity: "阻断",
    table: "payments",
    row: "F00001",
    column: "method",
    message: "缴费 F00001的“方式”是“POS机”，按通知不支持POS机刷卡，未计入。",
  });
  expect(findingOf(run([initial], [{ amount: 700.5, shares: null }]).ran, "F07").message).toBe(
    "缴费 F00001的700.5元中有700.5元没有分摊到人。",
  );
});

test("the summary agrees with the cash box", () => {
  const { outcome } = run(
    [initial, retraining, { kind: "换证" }],
    [
      { amount: 600, shares: A },
      { amount: 100, shares: B, method: "微信" },
      { amount: 50, shares: C, method: "支付宝" },
      { amount: 999, shares: A, method: "POS" },
    ],
  );
  expect(outcome.summary).toEqual({
    due: 900,
    paid: 750,
    open: 0,
    expected: 200,
    byMethod: { 现金: 600, 微信: 100, 支付宝: 50, 扫码: 0, 转账: 0 },
  });
});

test("what is owed is told apart from what is expected, also of who has passed", () => {
  const { outcome } = run(
    [
      { ...initial, reportedInOn: "2024-02-26" },
      { ...retraining, reportedInOn: "2024-02-26", exam: "合格" },
      { ...retraining, trained: "是", state: "离职" },
      retraining,
      { ...retraining, state: "取消" },
      { ...initial, exam: "未约" },
    ],
    [{ amount: 100, shares: A }],
  );
  expect(outcome.summary).toMatchObject({ due: 2100, paid: 100, open: 1100, expected: 900 });
  expect(outcome.findings.filter(({ code }) => code === "F12").map(({ message }) => message)).toEqual([
    "李某（B2024-00002）已经合格，应缴300元，已缴0元，还欠300元。",
    "李某（B2024-00003）的“报名状态”是“离职”，应缴300元，已缴0元，还欠300元。",
  ]);
});

test("nobody waits for the fee of who lapsed before report-in, or did this year's duty elsewhere", () => {
  const rows = [retraining, { ...retraining, validUntil: "2024-02-20" }, { ...retraining, dutyAnswer: "已在别处完成" as const }];
  const { ran } = run(rows);
  expect(ran.outcome.summary).toMatchObject({ expected: 300, open: 0 });
});

test("a proposal is not repeated once it was carried out", () => {
  const lapsed: Partial<Enrolment> = { ...retraining, person: "P00001", post: "主要负责人", validUntil: "2024-02-20" };
  const again: Partial<Enrolment> = { ...initial, person: "P00001", post: "主要负责人" };
  expect(run([lapsed]).ran.codes).toEqual(["F09"]);
  expect(run([lapsed, again]).ran.codes).toEqual([]);
  expect(run([lapsed, { ...again, state: "取消" }]).ran.codes).toEqual(["F09"]);
  expect(run([lapsed, { ...again, person: "P00002" }]).ran.codes).toEqual(["F09"]);
});

const people = fc.array(
  fc.record({
    kind: fc.constantFrom("初培", "再培训", "换证", null),
    state: fc.constantFrom(null, "取消", "已完成"),
    booking: fc.constantFrom(null, "通过"),
    feeDue: fc.constantFrom(null, 300, 600, "x"),
  }),
  { minLength: 1, maxLength: 5 },
);
const entry = fc.tuple(fc.integer({ min: 1, max: 7 }), fc.constantFrom("", "=100", "=300.5", "=-50", "=x", "＝600"));
const payment = fc.record({
  day: fc.constantFrom(null, "2024-02-01", "2024-02-02", "早上"),
  amount: fc.oneof(
    fc.constantFrom<number | string | null>(null, "x", 300, 600, 900, -300),
    fc.integer({ min: -100000, max: 200000 }).map((cents) => cents / 100),
  ),
  method: fc.constantFrom(null, "现金", "微信", "支付宝", "POS", "转账"),
  shares: fc.option(
    fc.array(entry, { maxLength: 4 }).map((list) => list.map(([n, amount]) => `B2024-0000${n}${amount}`).join("、")),
    { nil: null },
  ),
});

test("money always balances; again changes nothing; order does not matter", () => {
  fc.assert(
    fc.property(people, fc.array(payment, { maxLength: 8 }), fc.nat(), (roster, list, seed) => {
      const book = bookOf({ roster, payments: list.map((row, index) => ({ id: `F${index}`, ...row })) });
      const payer = { price: 30000, isLive: true, isCalledOn: true };
      const { paid, leftovers, byMethod } = bookPayments(book, (standsFor) => ({ standsFor, ...payer }));
      const sum = (numbers: Iterable<number>) => [...numbers].reduce((total, number) => total + number, 0);
      expect(sum(paid.values()) + sum(leftovers.values())).toBe(sum(Object.values(byMethod)));
      for (const cents of [...paid.values(), ...leftovers.values()]) expect(Number.isInteger(cents)).toBe(true);
      const ran = runOn(fees, book, today);
      expect(secondRunOf(fees, ran, today)).toBe(0);
      expect(decisions(runOn(fees, reordered(book, ["roster", "payments"], seed), today).outcome)).toEqual(
        decisions(ran.outcome),
      );
      const perRow = ran.outcome.findings.map(({ code, table, row }) => `${code} ${table} ${row}`);
      expect(new Set(perRow).size).toBe(perRow.length);
      expect(contextOf(book, today).problems).toEqual([]);
    }),
    { numRuns: 150 },
  );
});
