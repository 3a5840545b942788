import fc from "fast-check";
import { cards } from "../../../../apps-script/domain/rules/cards";
import type { Enrolment } from "../../../../apps-script/domain/schema/roster";
import type { Card } from "../../../../apps-script/domain/schema/tables";
import { bookOf } from "../../../support/books";
import { decisions, findingOf, reordered, runOn, secondRunOf } from "../../../support/running";

const today = "2024-03-01";
const [A, B, C] = ["B2024-00001", "B2024-00002", "B2024-00003"];
const person: Partial<Enrolment> = { name: "王某", person: "P00001", post: "主要负责人", booking: "通过" };
const left: Partial<Enrolment> = { ...person, state: "转班", card: "001" };
const pool: readonly Partial<Card>[] = [{ number: "001", enrolment: A, state: "已领" }, { number: "002" }];

function run(roster: readonly Partial<Enrolment>[], list = pool) {
  const ran = runOn(cards, bookOf({ roster, cards: list }), today);
  expect(secondRunOf(cards, ran, today)).toBe(0);
  return {
    ran,
    codes: ran.codes,
    shown: ran.after.roster.map(({ card }) => card),
    pool: ran.after.cards.map(({ enrolment }) => enrolment),
  };
}

test.each<[string, Partial<Enrolment>[], (string | null)[], string[]]>([
  ["the new enrolment takes the card of the old one", [left, person], [null, "001"], []],
  ["not before it is due one", [left, { ...person, booking: "待审" }], ["001", null], []],
  ["somebody else gets one of the pool", [left, { ...person, person: "P00002" }], ["001", "002"], []],
  ["another post gets one of the pool", [left, { ...person, post: "安全生产管理人员" }], ["001", "002"], []],
  ["after two changes", [left, { ...person, state: "转班" }, person], [null, null, "001"], []],
  ["two new ones: nobody gets a second free one", [left, person, person], ["001", null, null], ["C13"]],
])("%s", (_name, roster, shown, codes) => {
  expect(run(roster)).toMatchObject({ shown, codes });
});

test("the days that were typed where the card was go along", () => {
  const { ran } = run([{ ...left, cardTakenOn: "2024-02-01", cardBoundOn: "2024-02-02" }, person]);
  expect(ran.after.cards[0]).toMatchObject({ enrolment: B, takenOn: "2024-02-01", boundOn: "2024-02-02", state: "已绑定" });
  expect(ran.after.roster[1]).toMatchObject({ card: "001", cardBoundOn: "2024-02-02", cardValidUntil: "2024-08-02" });
  expect(ran.outcome.summary).toMatchObject({ issued: 0, left: 1 });
});

test("days typed where no card was say nothing about a card of the pool", () => {
  const { ran } = run([{ ...left, card: null, cardBoundOn: "2024-02-02" }, person], [{ number: "002" }]);
  expect(ran.after.cards[0]).toMatchObject({ enrolment: B, boundOn: null });
});

test("a card that was voided is not made good by a change of class", () => {
  const { codes, pool: held } = run([left, person], [{ number: "001", enrolment: A, state: "作废" }, { number: "002" }]);
  expect([codes, held]).toEqual([["C11"], [B, null]]);
});

test("who had got a second one before keeps it", () => {
  const two: readonly Partial<Card>[] = [
    { number: "001", enrolment: A, state: "已领" },
    { number: "002", enrolment: B, state: "已领" },
  ];
  expect(
    run(
      [
        { ...left, cardBoundOn: "2024-02-02" },
        { ...person, card: "002" },
      ],
      two,
    ).shown,
  ).toEqual(["001", "002"]);
});

test("where it is not clear it is said, with those who might take it", () => {
  expect(findingOf(run([left, person, person]).ran, "C13").message).toBe(
    `王某（${A}）转班，名下的模拟卡 001 要随人转走，新的报名有2个：王某（${B}）、王某（${C}），暂不转。`,
  );
});

const row = fc.record({
  person: fc.constantFrom("P00001", "P00002"),
  state: fc.constantFrom("转班", "有效", "取消", null),
  booking: fc.constantFrom("通过", "通过", "待审", null),
  cardBoundOn: fc.constantFrom(null, "2024-02-02"),
});
const steps = fc.array(fc.array(fc.tuple(fc.nat(5), row), { maxLength: 3 }), { minLength: 1, maxLength: 5 });

test("whatever moves, no card has two holders, and pool and 名册 agree", () => {
  fc.assert(
    fc.property(steps, fc.nat(), (all, seed) => {
      let book = bookOf({
        roster: Array.from({ length: 6 }, (_, at) => ({
          name: "王某",
          post: "主要负责人" as const,
          person: `P0000${(at % 2) + 1}`,
        })),
        cards: Array.from({ length: 6 }, (_, at) => ({ number: `00${at}` })),
      });
      for (const step of all) {
        const typed = new Map(step);
        const roster = book.roster.map((one, at) => ({ ...one, ...typed.get(at) }));
        book = { ...book, roster: roster as typeof book.roster };
        const ran = runOn(cards, book, today);
        expect(secondRunOf(cards, ran, today)).toBe(0);
        expect(decisions(runOn(cards, reordered(book, ["roster", "cards"], seed), today).outcome)).toEqual(
          decisions(ran.outcome),
        );
        book = ran.after;
        const held = book.cards.flatMap(({ key, enrolment }) => (enrolment === null ? [] : [[String(enrolment), key]]));
        const shown = book.roster.flatMap(({ key, card }) => (card === null ? [] : [[key, String(card)]]));
        expect(shown.sort()).toEqual(held.sort());
        expect(new Set(held.map(([, number]) => number)).size).toBe(held.length);
      }
    }),
    { numRuns: 60 },
  );
});
