import { pay } from "../../../../apps-script/domain/operations/money/pay";
import { refund } from "../../../../apps-script/domain/operations/money/refund";
import type { Snapshot } from "../../../../apps-script/domain/snapshot/snapshot";
import { reportMorning, REPORT_DAY as TODAY } from "../../../support/clerk-book";
import { doing, named, problemsOf } from "../../../support/clerk-desk";

const paid = (book: Snapshot, people: string, amount: number, more: object = {}) =>
  doing(book, pay, { people, amount, method: "微信", ...more }, TODAY).after;
const book = paid(paid(reportMorning(), "赵一、钱二", 600, { receipt: "0077", payer: "甲矿" }), "孙三", 300);

test("what one person gave goes back as it came, and names its payment", () => {
  const { after, told } = doing(book, refund, { people: "孙三", reason: "不来了" }, TODAY);
  expect(told.said).toBe("F00003 孙三 退微信300（F00002），已缴0");
  expect(after.payments[2]).toMatchObject({
    amount: -300,
    method: "微信",
    payer: "孙三",
    shares: "B2024-00003",
    refundOf: "F00002",
    note: "退F00002：不来了",
  });
  expect(named(after, "孙三")).toMatchObject({ feePaid: 0, feeState: "未缴" });
});

test("part of one payment for several: to one of them, by number or receipt", () => {
  const first = doing(book, refund, { payment: "0077", people: "钱二", amount: 100, method: "现金", reason: "多收" }, TODAY);
  expect(first.after.payments[2]).toMatchObject({ amount: -100, method: "现金", refundOf: "F00001" });
  expect(["赵一", "钱二"].map((name) => named(first.after, name).feePaid)).toEqual([300, 200]);
  const rest = doing(first.after, refund, { payment: "f00001", people: "钱二", reason: "退完" }, TODAY);
  expect(rest.after.payments[3]?.amount).toBe(-200);
  expect(problemsOf(rest.after, refund, { people: "钱二", reason: "再退" }, TODAY)[0]?.message).toContain("没有可以退的收款");
});

test("money of nobody goes back to whoever paid it", () => {
  const much = doing(book, pay, { payer: "丙矿", amount: 900, method: "转账" }, TODAY).after;
  const { after } = doing(much, refund, { payment: "F00003", amount: 500, reason: "付错" }, TODAY);
  expect(after.payments.slice(2)).toMatchObject([
    { unshared: 900 },
    { amount: -500, payer: "丙矿", shares: null, unshared: -500 },
  ]);
  const { message } = problemsOf(after, refund, { payment: "F00003", amount: 500, reason: "再退" }, TODAY)[0] ?? {};
  expect(message).toContain("这一笔能退的只有400");
});

test.each<[Record<string, unknown>, string]>([
  [{ people: "孙三" }, "原因（reason）：没有填写。"],
  [{ reason: "x" }, "退哪一笔（payment）：请写退哪一笔，或退给谁。"],
  [{ people: "李四", reason: "x" }, "学员（people）：写的是“李四（B2024-00004）”，没有可以退的收款。"],
  [{ people: "赵一、钱二", reason: "x" }, "这一笔是几个人的，请写退给谁。"],
  [{ payment: "F00001", reason: "x" }, "可以写：赵一（B2024-00001）、钱二（B2024-00002）。"],
  [{ payment: "F00001", people: "孙三", reason: "x" }, "孙三（B2024-00003）不在这一笔里"],
  [{ payment: "F9", people: "孙三", reason: "x" }, "“缴费”里没有这一笔。可以写：F00002（2024-03-26 微信300）。"],
  [{ people: "孙三", amount: 300.01, reason: "x" }, "金额（amount）：写的是“300.01”，这一笔能退的只有300。"],
  [{ people: "孙三", method: "POS", reason: "x" }, "不收POS机刷卡"],
])("%j is not taken", (raw, message) => {
  expect(problemsOf(book, refund, raw, TODAY)[0]?.message).toContain(message);
});

test("of several payments of one person staff have to say which", () => {
  const twice = paid(book, "孙三", 50);
  const [problem] = problemsOf(twice, refund, { people: "孙三", reason: "x" }, TODAY);
  expect([problem?.field, problem?.possible]).toEqual([
    "payment",
    ["F00002（2024-03-26 微信300）", "F00003（2024-03-26 微信50）"],
  ]);
});
