import { invoice } from "../../../../apps-script/domain/operations/money/invoice";
import { pay } from "../../../../apps-script/domain/operations/money/pay";
import { refund } from "../../../../apps-script/domain/operations/money/refund";
import { reportMorning, REPORT_DAY as TODAY } from "../../../support/clerk-book";
import { doing, problemsOf } from "../../../support/clerk-desk";

const paid = doing(reportMorning(), pay, { people: "赵一", amount: 300, method: "微信" }, TODAY).after;
const book = doing(paid, pay, { people: "钱二", amount: 300, method: "现金" }, TODAY).after;

test("one invoice for two payments, with its number and day", () => {
  const { after, told } = doing(book, invoice, { payments: "F00001、F00002", invoice: "0024" }, TODAY);
  expect(after.payments.map((row) => [row.invoiced, row.invoice, row.invoicedOn])).toEqual([
    ["是", "0024", TODAY],
    ["是", "0024", TODAY],
  ]);
  expect(told.said).toContain("0024");
});

test("without a number it is known that there is one", () => {
  const { after } = doing(book, invoice, { payments: "F00001" }, TODAY);
  expect(after.payments[0]).toMatchObject({ invoiced: "是", invoice: null, invoicedOn: TODAY });
});

test("the number that comes later leaves the day of the invoice", () => {
  const earlier = doing(book, invoice, { payments: "F00001", day: "3月20日" }, TODAY).after;
  const { after } = doing(earlier, invoice, { payments: "F00001", invoice: "0024" }, TODAY);
  expect(after.payments[0]).toMatchObject({ invoice: "0024", invoicedOn: "2024-03-20" });
});

const numbered = doing(book, invoice, { payments: "F00001", invoice: "0024" }, TODAY).after;
const refunded = doing(book, refund, { people: "赵一", reason: "不来了" }, TODAY).after;

test.each([
  ["an unknown payment", book, { payments: "F00099" }, "payments"],
  ["a dash, which is no receipt's number", book, { payments: "—" }, "payments"],
  ["another number than is there", numbered, { payments: "F00001", invoice: "0025" }, "invoice"],
  ["a refund", refunded, { payments: "F00003" }, "payments"],
  ["a day ahead", book, { payments: "F00001", day: "2024-12-31" }, "day"],
])("%s is not taken", (_, on, raw, field) => {
  expect(problemsOf(on, invoice, raw, TODAY)[0]?.field).toBe(field);
});
