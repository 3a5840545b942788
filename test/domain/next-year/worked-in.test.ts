import { withChanges } from "../../../apps-script/domain/changes/advance";
import { carriedOver } from "../../../apps-script/domain/next-year/carried-over";
import { carryAgain } from "../../../apps-script/domain/next-year/carry-again";
import { workedIn } from "../../../apps-script/domain/next-year/worked-in";
import { contextOf } from "../../../apps-script/domain/rules/context";
import type { Snapshot } from "../../../apps-script/domain/snapshot/snapshot";
import { bookOf, papersIn } from "../../support/books";
import { JANUARY, person, withRow } from "./carried-twice";
import { oldBook, rolled } from "./rolled";

const old = oldBook({
  roster: [person(0, { reportedInOn: "2024-05-14" }), person(1)],
  units: [{ name: "安生矿业", contact: "王某" }],
  papers: [papersIn("B2024-00001")],
  cards: [{ number: "K1", password: "x" }],
});
const { next } = rolled(old);

type Typed = (book: Snapshot) => Snapshot;
const first =
  <N extends "units" | "papers" | "settings" | "holidays" | "cards" | "payments">(
    name: N,
    more: Partial<Snapshot[N][number]>,
  ): Typed =>
  (book) => ({ ...book, [name]: book[name].map((row, place) => (place === 0 ? { ...row, ...more } : row)) });
const setting =
  (item: string, value: string | number): Typed =>
  (book) => ({ ...book, settings: book.settings.map((row) => (row.item === item ? { ...row, value } : row)) });
const added = bookOf({ payments: [{ id: "F1", amount: 300 }], cards: [{ number: "K2" }], units: [{ name: "新矿" }] });

test.each<[string, Typed, string[]]>([
  ["nothing", (book) => book, []],
  ["a contact", first("units", { contact: "李某" }), ["单位改过"]],
  ["a new unit", (book) => ({ ...book, units: [...book.units, ...added.units] }), ["单位改过"]],
  ["a paper", first("papers", { uploadForm: "已交" }), ["资料改过"]],
  ["a fee in 设置", setting("再培训费", 320), ["设置改过"]],
  ["a holiday", first("holidays", { name: "放假" }), ["节假日改过"]],
  ["a card in the pool", (book) => ({ ...book, cards: [...book.cards, ...added.cards] }), ["模拟卡改过"]],
  ["a payment", (book) => ({ ...book, payments: [...book.payments, ...added.payments] }), ["缴费改过"]],
  ["a debt that was struck out", (book) => ({ ...book, payments: [] }), ["缴费改过"]],
  ["a remark in 名册", withRow("B2025-00001", { note: "来过" }), ["名册改过"]],
  ["what the program counts by itself", setting("人员编号计数", 12), []],
  ["the rows in another order", (book) => ({ ...book, roster: [...book.roster].reverse() }), []],
  ["no word of how it was carried over", (book) => ({ ...book, bases: [] }), ["看不出结转以后有没有改过"]],
])("typed in the new book: %s", (_name, typed, wanted) => {
  expect(workedIn(typed(next))).toEqual(wanted);
});

test("another carry-over is nobody's work, and hides none", () => {
  const changed = { ...withRow("B2024-00002", { newValidUntil: "2027-06-19" })(old), units: added.units };
  const { decide } = carryAgain(carriedOver(changed, contextOf(changed, JANUARY)));
  const again: Typed = (book) => withChanges(book, decide(book, contextOf(book, JANUARY)));
  expect(again(next).roster[1]?.validUntil).toBe("2027-06-19");
  expect(workedIn(again(next))).toEqual([]);
  expect(workedIn(again(first("units", { contact: "李某" })(next)))).toEqual(["单位改过"]);
  expect(workedIn(again(setting("再培训费", 320)(next)))).toEqual(["设置改过"]);
});

test("no password is in what a book says of how it was carried over", () => {
  const other = rolled({ ...old, cards: old.cards.map((card) => ({ ...card, password: "y" })) }).next;
  expect(other.bases).toEqual(next.bases);
});
