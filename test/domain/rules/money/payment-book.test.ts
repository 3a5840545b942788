import { fees } from "../../../../apps-script/domain/rules/money/fees";
import { centsOf, readAmount, readMethod } from "../../../../apps-script/domain/rules/money/payment-amounts";
import type { Enrolment } from "../../../../apps-script/domain/schema/roster";
import type { Payment } from "../../../../apps-script/domain/schema/tables";
import { bookOf } from "../../../support/books";
import { runOn } from "../../../support/running";

const today = "2024-03-01";
const [A, B] = ["B2024-00001", "B2024-00002"];
const initial: Partial<Enrolment> = { name: "王某", kind: "初培" };
const retraining: Partial<Enrolment> = { name: "李某", kind: "再培训", validUntil: "2024-06-20" };

function run(roster: readonly Partial<Enrolment>[], payments: readonly Partial<Payment>[]) {
  const book = bookOf({ roster, payments: payments.map((row, index) => ({ id: `F0000${index + 1}`, method: "现金", ...row })) });
  const ran = runOn(fees, book, today);
  return { ...ran, ran };
}

describe("分摊", () => {
  const two = [initial, retraining];
  test.each<[string, Partial<Payment>[], (number | null)[], string[]]>([
    ["one person", [{ amount: 600, shares: A }], [600, 0], []],
    ["the sum of both", [{ amount: 900, shares: `${A}、${B}` }], [600, 300], []],
    ["written amounts", [{ amount: 500, shares: `${A}=400、${B}=100` }], [400, 100], []],
    ["commas, colons, full width, lower case", [{ amount: 500, shares: `${A}：400，b2024－00002＝100元` }], [400, 100], []],
    ["blanks and line breaks", [{ amount: 900, shares: `${A} \n ${B};` }], [600, 300], []],
    ["less than both owe: in order", [{ amount: 700, shares: `${A}、${B}` }], [600, 100], []],
    ["the other order", [{ amount: 700, shares: `${B}、${A}` }], [400, 300], []],
    ["one amount written, the rest to the other", [{ amount: 700, shares: `${A}、${B}=300` }], [400, 300], []],
    ["more than both owe", [{ amount: 1000, shares: `${A}、${B}` }], [600, 300], ["F07"]],
    ["too much for one person shows", [{ amount: 700, shares: A }], [700, 0], []],
    ["amounts below the payment", [{ amount: 500, shares: `${A}=300、${B}=100` }], [300, 100], ["F05"]],
    ["amounts above the payment", [{ amount: 300, shares: `${A}=300、${B}=100` }], [0, 0], ["F05"]],
    ["an unreadable amount", [{ amount: 300, shares: `${A}=三百` }], [0, 0], ["F11"]],
    ["an unknown number", [{ amount: 900, shares: `${A}=600、B2024-00099=300` }], [600, 0], ["F04", "F07"]],
    ["unknown without amounts", [{ amount: 900, shares: `${A}、B2024-00099` }], [600, 0], ["F04", "F07"]],
    ["listed twice", [{ amount: 600, shares: `${A}、${A}` }], [600, 0], ["F06"]],
    ["nobody named", [{ amount: 600, shares: null }], [0, 0], ["F07"]],
    [
      "paid in two parts",
      [
        { amount: 200, shares: A },
        { amount: 700, shares: `${A}、${B}` },
      ],
      [600, 300],
      [],
    ],
    [
      "a refund",
      [
        { amount: 600, shares: A, day: "2024-02-01" },
        { amount: -200, shares: A, day: "2024-02-02" },
      ],
      [400, 0],
      [],
    ],
    [
      "a refund written without the minus",
      [
        { amount: 600, shares: A, day: "2024-02-01" },
        { amount: -200, shares: `${A}=200`, day: "2024-02-02" },
      ],
      [400, 0],
      [],
    ],
    [
      "a refund to two takes back what was paid",
      [
        { amount: 900, shares: `${A}、${B}`, day: "2024-02-01" },
        { amount: -700, shares: `${A}、${B}`, day: "2024-02-02" },
      ],
      [0, 200],
      [],
    ],
    [
      "cents",
      [
        { amount: 0.1, shares: A },
        { amount: 0.2, shares: A },
      ],
      [0.3, 0],
      [],
    ],
    ["POS", [{ amount: 600, shares: A, method: "POS" }], [0, 0], ["F01"]],
    ["刷卡", [{ amount: 600, shares: A, method: "刷卡" }], [0, 0], ["F01"]],
    ["a transfer", [{ amount: 600, shares: A, method: "对公转账" }], [600, 0], ["F17"]],
    ["another method", [{ amount: 600, shares: A, method: "支票" }], [600, 0], ["F03"]],
    ["no method", [{ amount: 600, shares: A, method: null }], [600, 0], ["F03"]],
    ["amount with its unit", [{ amount: "600元", shares: A }], [600, 0], []],
    ["share with a comma", [{ amount: 1200, shares: `${A}=1,200元` }], [1200, 0], []],
    ["amount in words", [{ amount: "六百", shares: A }], [0, 0], ["F02"]],
    ["no amount", [{ amount: null, shares: A }], [0, 0], ["F02"]],
  ])("%s", (_name, payments, paid, codes) => {
    const { after, ran } = run(two, payments);
    expect(after.roster.map((row) => row.feePaid)).toEqual(paid);
    expect(ran.codes).toEqual(codes);
  });
});

test.each([
  [300, 30000],
  [300.1, 30010],
  [-0.3, -30],
  [300.005, null],
  ["300", null],
  [Number.NaN, null],
  [1e12, null],
  [null, null],
])("%j yuan are %j 分", (yuan, cents) => {
  expect(centsOf(yuan)).toBe(cents);
});

test.each([
  ["现金", "现金"],
  [" 微 信 ", "微信"],
  ["微信支付", "微信"],
  ["ＰＯＳ机", "refused"],
  ["银行卡", "refused"],
  ["扫码", "扫码"],
  ["扫码支付", "扫码"],
  ["收款码", "扫码"],
  ["微信扫码", "微信"],
  ["支付宝转账", "支付宝"],
  ["微信或支付宝", null],
  ["转账", "转账"],
  ["银行转账", "转账"],
  ["银行卡转帐", "转账"],
  ["汇款", "转账"],
  ["支票", null],
  [null, null],
])("method %j is %j", (written, method) => {
  expect(readMethod(written)).toBe(method);
});

test.each([
  [300, 30000],
  ["300元", 30000],
  ["¥300", 30000],
  ["￥300.50", 30050],
  ["３００", 30000],
  ["1,200", 120000],
  ["12,345,678.9元整", 1234567890],
  ["-300元", -30000],
  ["−300", -30000],
  ["人民币300元", 30000],
  ["1,20", null],
  ["三百", null],
  ["300元/人", null],
  ["300+300", null],
  ["300.005", null],
  ["", null],
  [null, null],
])("%j in 金额 is %j 分", (written, cents) => {
  expect(readAmount(written)).toBe(cents);
});

test("money that came is in the till, whoever it is for and however it came; only a card reader's is not", () => {
  const { outcome, after, ran } = run(
    [initial],
    [
      { amount: "300元", shares: null, payer: "甲矿" },
      { amount: 200, shares: "某某", method: "支票" },
      { amount: 100, shares: A, method: null },
      { amount: 999, shares: A, method: "POS" },
      { amount: "三百", shares: A },
    ],
  );
  const byMethod = { 现金: 300, 微信: 0, 支付宝: 0, 扫码: 0, 转账: 0, 方式不明: 300 };
  expect(outcome.summary).toMatchObject({ paid: 100, byMethod });
  expect(after.payments.map(({ unshared }) => unshared)).toEqual([300, 200, null, null, null]);
  expect(after.payments.map(({ amount }) => amount)).toEqual(["300元", 200, 100, 999, "三百"]);
  expect(ran.outcome.findings.filter(({ code }) => code === "F07").map(({ message }) => message)).toEqual([
    "缴费 F00001（甲矿）的300元中有300元没有分摊到人。",
    "缴费 F00002的200元中有200元没有分摊到人。",
  ]);
});
