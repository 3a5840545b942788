import { pay } from "../../../../apps-script/domain/operations/money/pay";
import { contextOf } from "../../../../apps-script/domain/rules/context";
import { reportMorning, REPORT_DAY as TODAY } from "../../../support/clerk-book";
import { doing, named, problemsOf } from "../../../support/clerk-desk";

const book = reportMorning();

test("one person's money, with receipt and note", () => {
  const raw = { people: "0023", amount: "300元", method: "扫码", receipt: "00123", note: "补交", day: "3月25日" };
  const { after, told } = doing(
    reportMorning({ roster: [{ name: "赵一", idNumber: "x0023", kind: "再培训" }] }),
    pay,
    raw,
    TODAY,
  );
  expect(after.payments).toMatchObject([
    { key: "F00001", day: "2024-03-25", amount: 300, method: "扫码", payer: "赵一", receipt: "00123", note: "补交" },
  ]);
  expect(told.said).toBe("F00001 扫码300，分给1人");
  expect(after.settings.find(({ item }) => item === "流水号计数")?.value).toBe(1);
});

test("of a unit those share it who owe, by number; what is too much stays with nobody", () => {
  const paid = doing(book, pay, { people: "赵一", amount: 300, method: "现金" }, TODAY).after;
  const { after, told } = doing(paid, pay, { unit: "甲矿", amount: 500, method: "转账" }, TODAY);
  expect(after.payments[1]).toMatchObject({
    payer: "甲矿有限公司",
    shares: expect.stringMatching(/^B2024-00002、B2024-00003、/),
  });
  expect(["钱二", "孙三", "李四"].map((name) => named(after, name).feePaid)).toEqual([300, 200, 0]);
  expect(told.people["B2024-00003"]).toBe("孙三 分到200，还欠100");
  const much = doing(paid, pay, { unit: "甲矿", amount: 5000, method: "转账" }, TODAY);
  expect(much.told.said).toBe("F00002 转账5000，分给6人，未分摊3200");
  expect(much.after.payments[1]?.unshared).toBe(3200);
});

test("one person alone may be paid for too much, and it is said", () => {
  const { told, after } = doing(book, pay, { people: "赵一", amount: 350.5, method: "现金" }, TODAY);
  expect(told.people["B2024-00001"]).toBe("赵一 分到350.5，多收50.5");
  expect(named(after, "赵一").feeState).toBe("多缴");
});

test("money of nobody is booked all the same", () => {
  const { after, told } = doing(book, pay, { payer: "丙矿", amount: 900, method: "现金" }, TODAY);
  expect(after.payments).toMatchObject([{ payer: "丙矿", amount: 900, shares: null, unshared: 900 }]);
  expect(told.said).toBe("F00001 现金900，分给0人，未分摊900");
});

test("two cannot be told apart: nothing is written, and each is named with unit and last four", () => {
  const twins = reportMorning({
    roster: ["甲矿有限公司", "乙矿"].map((unit, at) => ({ name: "王某", unit, idNumber: `37999919800101000${at}` })),
  });
  expect(problemsOf(twins, pay, { people: "王某", amount: 300, method: "现金" }, TODAY)).toMatchObject([
    {
      field: "people",
      title: "学员",
      given: "王某",
      message: "学员（people）：“王某”有2个：王某（B2024-00001），甲矿有限公司，尾号0000；王某（B2024-00002），乙矿，尾号0001。",
      possible: ["王某（B2024-00001），甲矿有限公司，尾号0000", "王某（B2024-00002），乙矿，尾号0001"],
      candidates: [{ value: "B2024-00001" }, { value: "B2024-00002" }],
    },
  ]);
});

test("the answer travels as a number: somebody new with the same digits does not turn it", () => {
  const { told } = doing(book, pay, { people: "19900001000", amount: 300, method: "现金" }, TODAY);
  const newcomer = {
    ...book,
    roster: [...book.roster, { ...named(book, "钱二"), key: "B2024-00099", id: "B2024-00099", mobile: "19900001000" }],
  };
  expect(problemsOf(newcomer, pay, { people: "19900001000", amount: 300, method: "现金" }, TODAY)).toHaveLength(1);
  expect(doing(newcomer, pay, told.input, TODAY).after.payments).toMatchObject([{ shares: "B2024-00001" }]);
});

test.each<[Record<string, unknown>, string]>([
  [{ people: "赵一", method: "现金" }, "金额（amount）：没有填写。"],
  [{ people: "赵一", amount: 300 }, "方式（method）：没有填写。可以写：现金、微信、支付宝、扫码、转账。"],
  [{ people: "赵一", amount: 300, method: "刷卡" }, "方式（method）：写的是“刷卡”，不收POS机刷卡"],
  [{ people: "赵一", amount: 0, method: "现金" }, "金额（amount）：写的是“0”，金额要大于0。"],
  [{ amount: 300, method: "现金" }, "学员（people）：请写学员、单位或付款方。"],
  [{ people: "赵一", unit: "甲矿", amount: 300, method: "现金" }, "单位（unit）：写的是“甲矿有限公司”，学员和单位只写一个。"],
  [{ unit: "丙矿", amount: 300, method: "现金" }, "单位（unit）：写的是“丙矿”，“单位”表里没有这家。"],
  [{ people: "赵一", amount: 300, method: "现金", day: "明天" }, "日期（day）：写的是“明天”"],
  [{ people: "赵一", amount: 300, method: "现金", receipt: "9".repeat(41) }, "太长，最多40个字"],
  [{ people: "赵一", amount: 300, method: "现金", payer: "9".repeat(201) }, "付款方（payer）"],
  [{ people: "赵一", amount: 300, method: "现金", note: "9".repeat(201) }, "备注（note）"],
])("%j is not taken", (raw, message) => {
  expect(problemsOf(book, pay, raw, TODAY)[0]?.message).toContain(message);
});

test("who takes the money is its 经手人", () => {
  const bound = pay.bind({ people: "赵一", amount: 300, method: "现金" }, "王会计");
  if ("problems" in bound) throw new Error("not taken");
  const { rows } = bound.decide(reportMorning(), contextOf(reportMorning(), TODAY));
  expect(rows.find(({ table }) => table === "payments")?.values.clerk).toBe("王会计");
});

test("a payment is booked with its invoice, or as one that has none", () => {
  const given = { people: "赵一", amount: 300, method: "现金" };
  const last = (raw: object) => doing(reportMorning(), pay, { ...given, ...raw }, TODAY).after.payments.at(-1);
  expect(last({ invoice: "9" })).toMatchObject({ invoiced: "是", invoice: "9", invoicedOn: TODAY });
  expect(last({ invoiced: "是" })).toMatchObject({ invoiced: "是", invoice: null, invoicedOn: TODAY });
  expect(last({ invoiced: "否" })).toMatchObject({ invoiced: "否", invoice: null, invoicedOn: null });
  const both = { ...given, invoiced: "否", invoice: "9" };
  expect(problemsOf(reportMorning(), pay, both, TODAY)[0]?.message).toContain("“已开票”就不是“否”");
});
