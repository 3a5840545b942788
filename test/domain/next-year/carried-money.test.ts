import { balancesOf } from "../../../apps-script/domain/operations/money/balances";
import { contextOf } from "../../../apps-script/domain/rules/context";
import { fees } from "../../../apps-script/domain/rules/money/fees";
import type { Enrolment } from "../../../apps-script/domain/schema/roster";
import type { Payment } from "../../../apps-script/domain/schema/tables";
import { boardView } from "../../../apps-script/domain/views/board";
import { bookOf } from "../../support/books";
import { findingOf, runOn } from "../../support/running";
import { idOf } from "../merge/lists";
import { oldBook, rolled } from "./rolled";

const TODAY = "2025-03-10";
const came: Partial<Enrolment> = {
  reportedInOn: "2024-05-14",
  trained: "是",
  exam: "合格",
  state: "已完成",
  validUntil: "2026-06-20",
};
const holder = (at: number, more: Partial<Enrolment>): Partial<Enrolment> => ({
  name: `某${"甲乙丙"[at] ?? ""}`,
  idNumber: idOf(at),
  unit: "安生矿业",
  post: "主要负责人",
  kind: "再培训",
  class: "再培训班第三期",
  ...more,
});
const paid = (amount: number, at = 1): Partial<Payment> => ({
  id: `F0000${at}`,
  day: "2024-05-14",
  amount,
  method: "现金",
  shares: "B2024-00001",
});

describe("what the old year leaves to pay", () => {
  test.each<[string, Partial<Enrolment>, readonly Partial<Payment>[], string[], string[]]>([
    ["nothing paid after report-in", came, [], ["-300 上年结转 B2025-00001 2024年度欠费300元"], []],
    ["a part paid", came, [paid(100)], ["-200 上年结转 B2025-00001 2024年度欠费200元"], []],
    ["all paid", came, [paid(300)], [], []],
    ["more paid", came, [paid(500)], ["200 上年结转 B2025-00001 2024年度余款200元"], []],
    ["never came", { validUntil: "2026-06-20" }, [], [], []],
    [
      "paid, not come, 留作下次",
      { validUntil: "2026-06-20", noShow: "是", moneyAnswer: "留作下次" },
      [paid(300)],
      ["300 上年结转 B2025-00001 2024年度余款300元"],
      [],
    ],
    [
      "paid, not come, nobody has decided",
      { validUntil: "2026-06-20", noShow: "是" },
      [paid(300)],
      [],
      ["某甲（B2024-00001）：交过的300元还没有定下怎样处理，留在2024年度的工作簿里"],
    ],
    ["paid, not come, 不退", { validUntil: "2026-06-20", noShow: "是", moneyAnswer: "不退" }, [paid(300)], [], []],
    [
      "a debt of somebody who holds nothing",
      { kind: "初培", reportedInOn: "2024-04-08", trained: "是", exam: "不合格", examTries: 2, validUntil: null },
      [],
      [],
      ["某甲（B2024-00001）：欠费600元没有结转，在2024年度的工作簿里继续收"],
    ],
    [
      "too much paid by somebody who left",
      { ...came, exam: null, state: "离职" },
      [paid(500)],
      [],
      ["某甲（B2024-00001）：余款200元没有结转，留在2024年度的工作簿里"],
    ],
  ])("%s", (_name, row, payments, carried, stays) => {
    const { next, report } = rolled(oldBook({ roster: [holder(0, row)], payments }));
    expect(next.payments.map(({ amount, method, shares, note }) => [amount, method, shares, note].join(" "))).toEqual(carried);
    expect(report.money.stays.map(({ message }) => message)).toEqual(stays);
  });

  test("debts and credits are told in sums, and of two years nothing is lost", () => {
    const roster = [holder(0, came), holder(1, came), holder(2, came)];
    const payments = [
      { ...paid(500), shares: "B2024-00002" },
      { ...paid(300, 2), shares: "B2024-00003" },
    ];
    const { report, next } = rolled(oldBook({ roster, payments }));
    expect(report.money).toMatchObject({ debts: 300, credits: 200 });
    const twice = rolled({ ...next, roster: next.roster.map((row) => ({ ...row, validUntil: "2027-12-31" })) }, "2025-12-20");
    expect(twice.report.money).toMatchObject({ debts: 300 });
  });
});

/** A book of 2025 with what the year before left of one person. */
function book(row: Partial<Enrolment>, payments: readonly Partial<Payment>[]) {
  const roster = [{ ...holder(0, {}), id: "B2025-00001", validUntil: "2027-06-20", class: null, ...row }];
  const rows = payments.map((one, at) => ({ id: `F1000${at}`, day: "2025-03-09", shares: "B2025-00001", ...one }));
  const ran = runOn(fees, bookOf({ roster, payments: rows, plan: [], settings: { planYear: 2025 } }), TODAY);
  const [after] = ran.after.roster;
  const { open = null } = after ? balancesOf(ran.after, contextOf(ran.after, TODAY)).of(after) : {};
  return { ran, after, open, summary: ran.outcome.summary };
}
const debt: Partial<Payment> = { amount: -300, method: "上年结转", day: "2025-01-01" };
const credit: Partial<Payment> = { ...debt, amount: 200 };
const cash = (amount: number): Partial<Payment> => ({ amount, method: "现金" });
const arrived: Partial<Enrolment> = { reportedInOn: "2025-03-09" };

describe("the money of the new book knows it", () => {
  test.each<[string, Partial<Enrolment>, readonly Partial<Payment>[], object]>([
    ["a debt, before report-in", {}, [debt], { due: 300, paid: -300, state: "未缴", open: 600, owed: 300, expected: 300 }],
    ["a debt, after report-in", arrived, [debt], { due: 300, paid: -300, state: "未缴", open: 600, owed: 600, expected: 0 }],
    ["a debt that was paid", {}, [debt, cash(300)], { due: 300, paid: 0, state: "未缴", open: 300, owed: 0, expected: 300 }],
    ["debt and fee paid", arrived, [debt, cash(600)], { due: 300, paid: 300, state: "已缴", open: 0, owed: 0, expected: 0 }],
    ["a credit", arrived, [credit], { due: 300, paid: 200, state: "部分", open: 100, owed: 100, expected: 0 }],
    [
      "a debt of who gives up",
      { state: "取消" },
      [debt],
      { due: null, paid: -300, state: "未缴", open: 300, owed: 300, expected: 0 },
    ],
  ])("%s", (_name, row, payments, wanted) => {
    const { after, open, summary, ran } = book(row, payments);
    const { feeDue: due, feePaid, feeState: state } = after ?? {};
    expect({ due, paid: feePaid, state, open: Number(open) / 100, owed: summary.open, expected: summary.expected }).toEqual(
      wanted,
    );
    expect(ran.codes).toEqual([]);
  });

  test("it is no money: neither in the till nor in the sums of a day", () => {
    const { ran, summary } = book(arrived, [debt, cash(600)]);
    expect(summary.byMethod).toMatchObject({ 现金: 600 });
    expect(Object.keys(summary.byMethod as object)).not.toContain("上年结转");
    const { money } = boardView(ran.after, contextOf(ran.after, TODAY));
    expect(money.byMethod).toEqual([{ method: "现金", amount: 600, payments: ["F10001"] }]);
    expect(money.byDay).toMatchObject([{ day: "2025-03-09", total: 600 }]);
  });

  test("more given back than came is said as before", () => {
    expect(findingOf(book(arrived, [debt, { amount: -100, method: "现金" }]).ran, "F23")).toMatchObject({ row: "B2025-00001" });
  });
});
