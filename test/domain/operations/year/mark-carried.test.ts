import fc from "fast-check";
import { readTurnCode, turnCode } from "../../../../apps-script/domain/next-year/turn-code";
import { decide } from "../../../../apps-script/domain/operations/operation";
import { undoOperation } from "../../../../apps-script/domain/operations/undo";
import { closeYear } from "../../../../apps-script/domain/operations/year/close-year";
import { markCarriedByCode } from "../../../../apps-script/domain/operations/year/mark-carried";
import type { Snapshot } from "../../../../apps-script/domain/snapshot/snapshot";
import { bookOf } from "../../../support/books";
import { doing, problemsOf } from "../../../support/clerk-desk";
import { gridsOfBook } from "../../../support/counted-workbook";

const TODAY = "2024-12-20";
const OLD = "a1b2c3d4e5f6";
const NEW = "0f1e2d3c4b5a";
const book = (settings = {}): Snapshot =>
  bookOf({
    keys: [OLD],
    cards: [{ number: "K1" }, { number: "K2" }, { number: "K3", enrolment: "B2024-00001", state: "已领" }],
    settings,
  });
const carriedTo = (after: Snapshot) => after.settings.find(({ item }) => item === "已结转到")?.value;
const states = (after: Snapshot) => after.cards.map(({ state }) => state);

test("the code of the new book marks the old one, and its free cards are given out here no more", () => {
  const { told, after } = doing(book(), markCarriedByCode, { code: turnCode(OLD, NEW, ["K2", "K1"]) }, TODAY);
  expect([carriedTo(after), states(after)]).toEqual([NEW, ["已转出", "已转出", "已领"]]);
  expect(told.said).toBe("标记为已结转，上年的事可以继续办完，没有发出的2张模拟卡转到新一年的表格，这里不再发放");
  const again = doing(after, markCarriedByCode, { code: turnCode(OLD, NEW, ["K1", "K2"]) }, TODAY);
  expect([again.told.said, again.after.cards]).toEqual(["已经标记过，不用再标记。", after.cards]);
});

test("cards that were given out after the copy was made are said to be looked at", () => {
  const { told, after } = doing(book(), markCarriedByCode, { code: turnCode(OLD, NEW, ["K1", "K2", "K3"]) }, TODAY);
  expect(carriedTo(after)).toBe(NEW);
  expect(told.said).toContain("这里已经发出的，在那里改成“作废”");
});

test("taken back, the cards are free again and it may be carried over anew; the run's own undo is refused", () => {
  const marked = doing(book(), markCarriedByCode, { code: turnCode(OLD, NEW, ["K1", "K2"]) }, TODAY).after;
  const { told, after } = doing(marked, markCarriedByCode, { cancel: "是" }, TODAY);
  expect([told.said, carriedTo(after), states(after)]).toEqual([
    "取消结转，没有发出的模拟卡回到这里，可以重新结转。",
    null,
    ["未领", "未领", "已领"],
  ]);
  expect(doing(after, markCarriedByCode, { cancel: "是" }, TODAY).told.said).toBe("没有标记过，不用取消。");
  expect(() => decide(gridsOfBook(marked), undoOperation(), TODAY)).toThrow();
});

test("a book of an ended year is marked all the same", () => {
  const ended = doing(book(), closeYear, {}, TODAY).after;
  expect(carriedTo(doing(ended, markCarriedByCode, { code: turnCode(OLD, NEW, []) }, TODAY).after)).toBe(NEW);
});

test.each([
  ["of another book", { code: turnCode("ffffffffffff", NEW, []) }, "这不是从这本工作簿结转出去的结转码"],
  ["cut short", { code: turnCode(OLD, NEW, []).slice(0, -1) }, "少粘了几个字"],
  ["the bare number", { code: NEW }, "少粘了几个字"],
  ["nothing", {}, "请把新一年的表格给出的结转码粘贴到这里"],
])("%s is refused with a sentence", (_, raw, sentence) => {
  expect(problemsOf(book(), markCarriedByCode, raw, TODAY).map(({ field, why }) => [field, why])).toEqual([
    ["code", expect.stringContaining(sentence)],
  ]);
});

test("marked for one new book, it is not marked for another", () => {
  const problems = problemsOf(book({ carriedTo: "x" }), markCarriedByCode, { code: turnCode(OLD, NEW, []) }, TODAY);
  expect(problems.map(({ why }) => why)).toEqual([expect.stringContaining("已经标记结转到另一本")]);
});

const anyNumber = fc.stringMatching(/^[0-9a-f]{12}$/u);
test("a code is read by its own book alone, however it was pasted, and with no character changed", () => {
  fc.assert(
    fc.property(anyNumber, anyNumber, fc.array(fc.string()), fc.nat(23), (old, workbook, cards, at) => {
      const code = turnCode(old, workbook, cards);
      expect(readTurnCode(` ${code.toUpperCase().replace(/-/gu, "－")}\n`, old)?.workbook).toBe(workbook);
      const other = code[at] === "0" ? "1" : "0";
      const isMark = at >= code.length - 4 || code[at] === "-";
      if (!isMark) expect(readTurnCode(code.slice(0, at) + other + code.slice(at + 1), old)).toBeNull();
    }),
  );
});
