import { contextOf } from "../../../apps-script/domain/rules/context";
import type { Snapshot } from "../../../apps-script/domain/snapshot/snapshot";
import { boardView } from "../../../apps-script/domain/views/board";
import { classView } from "../../../apps-script/domain/views/class";
import { deskView } from "../../../apps-script/domain/views/desk";
import { personView } from "../../../apps-script/domain/views/person";
import { bookOf } from "../../support/books";
import { idOf } from "../people/residents";

const [LEFT_CLASS, NEW_CLASS] = ["再培训班第二期", "再培训班第三期"];
const TODAY = "2024-05-20";
const who = { name: "赵一", idNumber: idOf("19800101", 1), person: "P1", post: "主要负责人", kind: "再培训" } as const;

/** Who left a class for the next one and paid 100 of 300; 名册 still has in its cells what was so before. */
const book: Snapshot = bookOf({
  roster: [
    { ...who, class: LEFT_CLASS, noShow: LEFT_CLASS, state: "转班", feeDue: 300, feePaid: 100, feeState: "部分缴" },
    { ...who, class: NEW_CLASS, feeDue: 300, feePaid: 100, feeState: "部分缴" },
    { ...who, person: "P2", idNumber: idOf("19800101", 2), class: NEW_CLASS, state: "取消", feeDue: 300, feePaid: 0 },
  ],
  payments: [{ id: "F00001", day: "2024-03-26", amount: 100, method: "现金", shares: "B2024-00001" }],
});
const context = contextOf(book, TODAY);
const sums = { due: 300, paid: 100, open: 200 };

test("the board counts the money of a change of class once, and no debt of who gave up", () => {
  expect(boardView(book, context).money).toMatchObject(sums);
});

test("it is the money of the new class", () => {
  expect(deskView(book, context, { class: LEFT_CLASS })?.open).toBe(0);
  expect(deskView(book, context, { class: NEW_CLASS })?.open).toBe(200);
  const view = classView(book, context, { class: NEW_CLASS });
  expect(view?.money).toMatchObject(sums);
  expect(view?.people.map(({ due, paid }) => [due, paid])).toEqual([[300, 100]]);
});

test("a person's enrolments have it once, and who gave up owes nothing", () => {
  const moneyOf = (key: string) =>
    personView(book, context, { person: key })?.enrolments.map(({ money: { due, paid, open } }) => [due, paid, open]);
  expect(moneyOf("B2024-00002")).toEqual([
    [300, 100, 200],
    [null, 0, 0],
  ]);
  expect(moneyOf("B2024-00003")).toEqual([[null, 0, 0]]);
});
