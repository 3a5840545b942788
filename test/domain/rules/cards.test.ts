import fc from "fast-check";
import { cards } from "../../../apps-script/domain/rules/cards";
import type { Enrolment } from "../../../apps-script/domain/schema/roster";
import type { Card } from "../../../apps-script/domain/schema/tables";
import type { Snapshot } from "../../../apps-script/domain/snapshot/snapshot";
import { bookOf } from "../../support/books";
import { decisions, findingOf, reordered, rowOf, runOn, secondRunOf } from "../../support/running";

const today = "2024-03-01";
const key = "B2024-00001";
const approved: Partial<Enrolment> = { name: "王某", booking: "通过", class: "再培训班第二期" };
const pool = (...numbers: string[]): Partial<Card>[] => numbers.map((number) => ({ number, password: `pw-${number}` }));

function run(roster: readonly Partial<Enrolment>[], list: readonly Partial<Card>[], day = today) {
  const ran = runOn(cards, bookOf({ roster, cards: list }), day);
  return { ...ran, ran, held: ran.after.roster.map((row) => row.card) };
}

test.each<[string, Partial<Enrolment>, string | null]>([
  ["approved", {}, "001"],
  ["not booked", { booking: null }, null],
  ["under review", { booking: "待审" }, null],
  ["refused", { booking: "退回" }, null],
  ["cancelled", { state: "取消" }, null],
  ["passed", { exam: "合格" }, null],
])("a card only after 通过: %s", (_name, row, card) => {
  expect(run([{ ...approved, ...row }], pool("001")).held).toEqual([card]);
});

test("issuing writes pool and roster", () => {
  const { after, outcome } = run([approved], pool("001", "002"));
  expect(after.cards[0]).toMatchObject({ enrolment: key, state: "未领", takenOn: null, validUntil: null });
  expect(after.cards[1]).toMatchObject({ enrolment: null, state: null });
  expect(outcome.summary).toEqual({ issued: 1, waiting: 0, left: 1 });
});

test("first come those who report in first, cards go in order of their number", () => {
  const classes = ["再培训班第三期", "再培训班第一期", null, "再培训班第二期", "再培训班第一期"];
  const { held } = run(
    classes.map((name) => ({ ...approved, class: name })),
    pool("005", "003", "001", "002", "004"),
  );
  expect(held).toEqual(["004", "001", "005", "003", "002"]);
});

test("too few cards: the rest wait", () => {
  const { held, outcome, ran } = run([approved, approved, approved], pool("001"));
  expect(held).toEqual(["001", null, null]);
  expect(outcome.summary).toEqual({ issued: 1, waiting: 2, left: 0 });
  expect(findingOf(ran, "C10")).toMatchObject({ row: null, message: "模拟卡不够，还有2人待发卡，最早的是王某（B2024-00002）。" });
});

test.each<[string, Partial<Card>, string[]]>([
  ["voided", { state: "作废" }, []],
  ["taken by somebody", { state: "已领" }, ["C06"]],
  ["a word of staff's own", { state: "挂失" }, ["C06"]],
  ["a binding day without holder", { boundOn: "2024-01-01" }, ["C06"]],
  ["a number cell", { number: 17 }, ["C05"]],
  ["no number", { number: null }, ["C12"]],
])("never handed out: %s", (_name, card, codes) => {
  const { held, ran } = run([approved], [{ number: "001", ...card }]);
  expect(held).toEqual([null]);
  expect(ran.codes).toEqual([...codes, "C10"].sort());
});

describe("the card follows 名册", () => {
  test.each<[string, string | null, string | null, string, object]>([
    ["taken", "2024-02-01", null, today, { takenOn: "2024-02-01", boundOn: null, state: "已领", validUntil: null }],
    ["bound", "2024-02-01", "2024-02-02", today, { boundOn: "2024-02-02", state: "已绑定", validUntil: "2024-08-02" }],
    ["end of month", null, "2023-08-31", "2024-02-29", { state: "已绑定", validUntil: "2024-02-29" }],
    ["over", null, "2023-08-31", today, { state: "过期", validUntil: "2024-02-29" }],
    ["set aside, not fetched yet", null, null, today, { takenOn: null, boundOn: null, state: "未领", validUntil: null }],
    ["fetched on a day nobody can read", "上周", null, today, { takenOn: null, state: "未领" }],
    ["unreadable", null, "上周", today, { boundOn: null, state: "未领", validUntil: null }],
  ])("%s", (_name, cardTakenOn, cardBoundOn, day, expected) => {
    const { after } = run([{ ...approved, cardTakenOn, cardBoundOn }], pool("001"), day);
    expect(after.cards[0]).toMatchObject(expected);
    expect(rowOf(after, key)).toMatchObject({ card: "001", cardValidUntil: after.cards[0]?.validUntil ?? null });
  });

  test("a day taken out of 名册 goes from the pool as well", () => {
    const bound: Partial<Card> = {
      number: "001",
      enrolment: key,
      state: "已绑定",
      boundOn: "2024-02-02",
      validUntil: "2024-08-02",
    };
    const { after } = run([{ ...approved, card: "001", cardValidUntil: "2024-08-02" }], [bound]);
    expect(after.cards[0]).toMatchObject({ boundOn: null, state: "未领", validUntil: null });
  });

  test("a card that was called 已领 when it was handed out is 未领 until it is fetched", () => {
    const old: Partial<Card> = { number: "001", enrolment: key, state: "已领" };
    expect(run([{ ...approved, card: "001" }], [old]).after.cards[0]?.state).toBe("未领");
    expect(run([{ ...approved, card: "001", cardTakenOn: "2024-02-01" }], [old]).after.cards[0]?.state).toBe("已领");
  });
});

test.each<[string, Partial<Enrolment>, Partial<Card>[], string[]]>([
  ["refused later", { booking: "退回" }, [{ number: "001", enrolment: key, state: "未领" }], ["C09"]],
  ["cancelled later", { state: "取消" }, [{ number: "001", enrolment: key, state: "未领" }], []],
  ["voided: no second one", {}, [{ number: "001", enrolment: key, state: "作废" }, ...pool("002")], ["C11"]],
  ["lost: no second one", {}, [{ number: "001", enrolment: key, state: "挂失" }, ...pool("002")], []],
])("a card that somebody has stays theirs: %s", (_name, row, list, codes) => {
  const { held, after, ran } = run([{ ...approved, card: "001", ...row }], list);
  expect(held).toEqual(["001"]);
  expect(after.cards).toMatchObject(list);
  expect(ran.codes).toEqual(codes);
});

test("passwords appear nowhere", () => {
  const { outcome } = run(
    [approved, approved, { ...approved, card: "x" }],
    [...pool("001"), { number: "002", password: "pw-2", state: "挂失" }],
  );
  expect(JSON.stringify(outcome)).not.toContain("pw-");
});

test("a number stands for itself: leading zeros stay", () => {
  expect(run([approved], pool("0001")).held).toEqual(["0001"]);
});

// What a year may bring, step by step; after each the pool must still be sound.
const step = fc.oneof(
  fc.record({ what: fc.constant("book" as const), who: fc.nat(4), to: fc.constantFrom("通过", "退回", null) }),
  fc.record({ what: fc.constant("state" as const), who: fc.nat(4), to: fc.constantFrom("取消", "有效", null) }),
  fc.record({ what: fc.constant("bind" as const), who: fc.nat(4), to: fc.constantFrom("2024-02-10", "2023-08-31", null) }),
  fc.record({ what: fc.constant("void" as const), who: fc.nat(5), to: fc.constantFrom("作废") }),
);
const COLUMNS = { book: "booking", state: "state", bind: "cardBoundOn" } as const;

function after(
  book: Snapshot,
  { what, who, to }: { what: "book" | "state" | "bind" | "void"; who: number; to: string | null },
): Snapshot {
  if (what === "void")
    return { ...book, cards: book.cards.map((card, index) => (index === who ? { ...card, state: to } : card)) };
  return { ...book, roster: book.roster.map((row, index) => (index === who ? { ...row, [COLUMNS[what]]: to } : row)) };
}

test("through any sequence each enrolment keeps the one card it got, and no card has two holders", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), fc.integer({ min: 0, max: 6 }), fc.nat(), (steps, size, seed) => {
      let book = bookOf({
        roster: Array.from({ length: 5 }, () => ({ name: "王某" })),
        cards: pool(...Array.from({ length: size }, (_, n) => `00${n}`)),
      });
      const given = new Map<string, string>();
      for (const one of steps) {
        book = after(book, one);
        const ran = runOn(cards, book, today);
        expect(decisions(runOn(cards, reordered(book, ["roster", "cards"], seed), today).outcome)).toEqual(
          decisions(ran.outcome),
        );
        expect(secondRunOf(cards, ran, today)).toBe(0);
        book = ran.after;
        const held = book.cards.filter((card) => card.enrolment !== null);
        expect(new Set(held.map((card) => card.enrolment)).size).toBe(held.length);
        for (const card of held) {
          const holder = String(card.enrolment);
          expect(given.get(holder) ?? card.key).toBe(card.key);
          expect(rowOf(book, holder).card).toBe(card.key);
          given.set(holder, card.key);
        }
        expect(given.size).toBe(held.length);
        const { issued, waiting, left } = ran.outcome.summary as Record<string, number>;
        expect(ran.outcome.cells.filter((cell) => cell.table === "cards" && cell.column === "enrolment")).toHaveLength(
          issued ?? -1,
        );
        expect((waiting ?? 0) > 0 && (left ?? 0) > 0).toBe(false);
      }
    }),
    { numRuns: 60 },
  );
});
