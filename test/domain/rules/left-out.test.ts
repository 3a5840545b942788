import fc from "fast-check";
import { withChanges } from "../../../apps-script/domain/changes/advance";
import { withoutBlanked } from "../../../apps-script/domain/changes/blanked";
import type { CellChange } from "../../../apps-script/domain/changes/change-set";
import type { Outcome } from "../../../apps-script/domain/changes/outcome";
import { inverseOf } from "../../../apps-script/domain/changes/undo";
import { ACTIONS, runAll } from "../../../apps-script/domain/rules/actions";
import { assign } from "../../../apps-script/domain/rules/assign/assign";
import { cards } from "../../../apps-script/domain/rules/cards";
import { contextOf } from "../../../apps-script/domain/rules/context";
import { decisionsIn, type LeftOut, NOBODY } from "../../../apps-script/domain/rules/left-out";
import type { Rule } from "../../../apps-script/domain/rules/rule";
import type { Enrolment } from "../../../apps-script/domain/schema/roster";
import { rowWith } from "../../../apps-script/domain/snapshot/by-key";
import type { AnyRow, Snapshot } from "../../../apps-script/domain/snapshot/snapshot";
import { bookOf, plan2024 } from "../../support/books";
import { happenings, lived, people } from "../../support/lived-book";

const RUNS = process.env.ANPEI_SOAK ? 400 : 60;
const TODAY = "2024-03-01";

function decide(rule: Rule, book: Snapshot, today: string, leftOut: LeftOut = NOBODY) {
  const outcome = rule(book, contextOf(book, today, leftOut));
  return { outcome, after: withChanges(book, outcome) };
}

/** What is decided, person by person; `but` are left aside. */
function decisions(outcome: Outcome, but: LeftOut = NOBODY): string[] {
  const told = ({ row, column, before, after }: CellChange) => `${row} ${column} ${before} → ${after}`;
  const all = [...decisionsIn(outcome)].filter(([key]) => !but.has(key));
  return all.flatMap(([, cells]) => cells.map(told)).sort();
}

const waiting: Partial<Enrolment> = { kind: "再培训", validUntil: "2024-05-20", name: "王某" };
const keyOf = (at: number): string => `B2024-${String(at + 1).padStart(5, "0")}`;
const seats = (capacity: number | null) => plan2024.map((row) => ({ ...row, capacity }));
const classesOf = ({ roster }: Snapshot) => roster.map((row) => row.class);

describe("a seat and a card", () => {
  test("the seat of who is left out is given to the next", () => {
    const book = bookOf({ roster: [waiting, waiting], plan: seats(1) });
    expect(classesOf(decide(assign, book, TODAY).after)).toEqual(["再培训班第二期", null]);
    const { after, outcome } = decide(assign, book, TODAY, new Set([keyOf(0)]));
    expect(classesOf(after)).toEqual([null, "再培训班第二期"]);
    expect(after.roster[0]).toMatchObject({ light: null, candidates: "再培训班第二期", givenOn: null });
    expect(after.roster[0]?.reason).toBe("有效期2024-05-20；这次没有勾选，没有分班");
    expect(outcome.findings.filter(({ row }) => row === keyOf(0))).toEqual([]);
    expect(outcome.summary).toMatchObject({ considered: 2, assigned: 1 });
  });

  test("who is left out keeps the class that would be taken away, and its seat", () => {
    const held = { ...waiting, class: "再培训班第三期", writtenClass: "再培训班第三期", givenOn: "2024-02-01", givenBy: "最早" };
    const later = { ...waiting, validUntil: "2024-07-20" };
    const book = bookOf({ roster: [held, later], plan: seats(1) });
    expect(classesOf(decide(assign, book, TODAY).after)[0]).not.toBe("再培训班第三期");
    const { after } = decide(assign, book, TODAY, new Set([keyOf(0)]));
    expect(classesOf(after)).toEqual(["再培训班第三期", "再培训班第四期"]);
    expect(after.plan.find(({ name }) => name === "再培训班第三期")?.assigned).toBe(1);
  });

  const secondTerm = "再培训班第二期";
  const inThird = { class: "再培训班第三期", writtenClass: "再培训班第三期", givenOn: "2024-02-01", givenBy: "最早" };
  test.each<[string, Partial<Enrolment>]>([
    ["a lock", { lockedClass: secondTerm }],
    ["an approval", { booking: "通过", bookedClass: secondTerm, class: null }],
    ["an approval of another class", { booking: "通过", bookedClass: secondTerm, ...inThird }],
    ["a refusal that can be booked again", { booking: "退回", bookedClass: secondTerm }],
    ["a report-in", { reportedInOn: "2024-03-29", booking: "通过", bookedClass: secondTerm }],
  ])("who has a seat by %s keeps it, with the light and the reason of every run", (_, state) => {
    const today = state.reportedInOn ?? TODAY;
    const book = bookOf({ roster: [{ ...waiting, ...state }, waiting], plan: seats(1) });
    const plain = decide(assign, book, today);
    const { after, outcome } = decide(assign, book, today, new Set([keyOf(0)]));
    const { light, reason, slack } = plain.after.roster[0] ?? {};
    expect(after.roster[0]).toMatchObject({ class: state.class ?? null, light, reason, slack });
    expect(after.roster[1]).toEqual(plain.after.roster[1]);
    expect(classesOf(after)[1]).not.toBe(secondTerm);
    expect(after.plan).toEqual(plain.after.plan);
    expect(outcome.findings).toEqual(plain.outcome.findings);
  });

  test("a class that was typed by hand stays as it was typed", () => {
    const book = bookOf({ roster: [{ ...waiting, class: "再培训班第三期" }] });
    const { after, outcome } = decide(assign, book, TODAY, new Set([keyOf(0)]));
    expect(after.roster[0]).toMatchObject({ class: "再培训班第三期", lockedClass: null, writtenClass: null });
    expect(outcome.findings.map(({ code }) => code)).not.toContain("A01");
    expect(decide(assign, after, TODAY).after.roster[0]).toMatchObject({ lockedClass: "再培训班第三期" });
  });

  test("a class in another spelling stays as it is written, and is none that the run gave", () => {
    const book = bookOf({ roster: [{ ...waiting, class: "再培训班 第二期", writtenClass: "再培训班 第二期" }] });
    const { after, outcome } = decide(assign, book, TODAY, new Set([keyOf(0)]));
    expect(after.roster[0]).toMatchObject({ class: "再培训班 第二期", light: "正常" });
    expect(outcome.summary).toMatchObject({ assigned: 0 });
  });

  test("who keeps a class whose window is over is not said to be locked into it", () => {
    const held = { ...waiting, class: "再培训班第一期", writtenClass: "再培训班第一期", validUntil: "2024-04-20" };
    const book = bookOf({ roster: [held] });
    const { after, outcome } = decide(assign, book, "2024-02-24", new Set([keyOf(0)]));
    expect(after.roster[0]).toMatchObject({ class: "再培训班第一期", light: "紧张" });
    expect(outcome.findings.map(({ code }) => code)).not.toContain("A26");
  });

  test("the card of who is left out goes to the next, who may be the last that gets one", () => {
    const approved: Partial<Enrolment> = { ...waiting, booking: "通过", class: "再培训班第二期" };
    const book = bookOf({ roster: [approved, approved, approved], cards: [{ number: "001" }, { number: "002" }] });
    const { after, outcome } = decide(cards, book, TODAY, new Set([keyOf(0)]));
    expect(after.roster.map(({ card }) => card)).toEqual([null, "001", "002"]);
    expect(outcome.summary).toEqual({ issued: 2, waiting: 0, left: 0 });
    expect(outcome.findings).toEqual([]);
  });

  test("who changed class gets no second card while the one who had it is left out", () => {
    const person = { ...waiting, idNumber: "379999198001010024", booking: "通过" as const, post: "主要负责人" as const };
    const left = { ...person, state: "转班" as const, card: "001" };
    const book = bookOf({ roster: [left, person], cards: [{ number: "001", enrolment: keyOf(0) }, { number: "002" }] });
    expect(decide(cards, book, TODAY).after.roster.map(({ card }) => card)).toEqual([null, "001"]);
    expect(decide(cards, book, TODAY, new Set([keyOf(0)])).after.roster.map(({ card }) => card)).toEqual(["001", null]);
    expect(decide(cards, book, TODAY, new Set([keyOf(1)])).after.roster.map(({ card }) => card)).toEqual(["001", null]);
  });

  test("of all actions, the later ones go by what the earlier ones left", () => {
    const approved: Partial<Enrolment> = { ...waiting, booking: "通过", bookedClass: "再培训班第二期" };
    const book = bookOf({ roster: [approved, approved], cards: [{ number: "001" }] });
    const { after, outcome } = decide(runAll, book, TODAY, new Set([keyOf(0)]));
    expect(after.roster.map((row) => [row.class, row.card])).toEqual([
      [null, null],
      ["再培训班第二期", "001"],
    ]);
    expect(after.papers.map(({ id }) => id)).toEqual([keyOf(0), keyOf(1)]);
    expect([...decisionsIn(outcome).keys()]).toEqual([keyOf(1)]);
  });

  test("a row that has no number yet gets it, and goes by it", () => {
    const book = bookOf({ roster: [{ ...waiting, id: null }, waiting] });
    const { after } = decide(runAll, book, TODAY, new Set([keyOf(2)]));
    expect(after.roster.map((row) => [row.id, row.class])).toEqual([
      [keyOf(2), null],
      [keyOf(1), "再培训班第二期"],
    ]);
  });
});

const CARDS = ["0088001", "0088002", "0088003"].map((number) => ({ number, state: "未领" as const }));
const someLeftOut = fc.subarray(Array.from({ length: 6 }, (_, at) => keyOf(at))).map((keys): LeftOut => new Set(keys));
const capacity = fc.constantFrom(null, 0, 1, 2);

/** A workbook that has lived, with cards, as staff left it before the next run; and whom that is to leave out. */
const cases = fc
  .record({
    roster: people,
    all: happenings,
    limit: capacity,
    leftOut: someLeftOut,
    isFresh: fc.boolean(),
    isCrowded: fc.boolean(),
  })
  .map(({ roster, all, limit, leftOut, isFresh, isCrowded }) => {
    const numbered = roster.map((row, at) => ({
      ...row,
      person: `P0000${at + 1}`,
      ...(isCrowded && row.kind !== "初培"
        ? { kind: "再培训" as const, validUntil: `2024-${6 + (at % 2)}-20`.replace("-", "-0") }
        : {}),
    }));
    const { before, today } = lived(bookOf({ roster: numbered, plan: seats(limit), cards: CARDS }), all);
    const fresh = before.roster.map((row) => ({ ...row, class: null, writtenClass: null, givenOn: null, givenBy: null }));
    return { book: isFresh ? { ...before, roster: fresh } : before, today, leftOut };
  });
type Case = typeof cases extends fc.Arbitrary<infer T> ? T : never;
const always = (holds: (one: Case) => void): void => fc.assert(fc.property(cases, holds), { numRuns: RUNS });

const GIVEN = [
  "lockedClass",
  "noShow",
  "class",
  "writtenClass",
  "givenOn",
  "givenBy",
  "cardTakenOn",
  "cardBoundOn",
  "card",
] as const;
const givenTo = (book: Snapshot, key: string) => {
  const row = rowWith(book.roster, key);
  return [GIVEN.map((column) => row?.[column]), book.cards.filter(({ enrolment }) => enrolment === key).map((card) => card.key)];
};

describe("over workbooks that have lived", () => {
  test("nothing is decided about who is left out", () => {
    always(({ book, today, leftOut }) => {
      const { after, outcome } = decide(runAll, book, today, leftOut);
      for (const key of leftOut) expect(givenTo(after, key)).toEqual(givenTo(book, key));
      for (const key of decisionsIn(outcome).keys()) expect(leftOut).not.toContain(key);
    });
  });

  test("leaving out whoever has no tick changes no decision", () => {
    always(({ book, today }) => {
      const plain = decide(runAll, book, today).outcome;
      const ticked = decisionsIn(plain);
      const others = book.roster.map(({ key }) => key).filter((key) => !ticked.has(key));
      expect(decisions(decide(runAll, book, today, new Set(others)).outcome)).toEqual(decisions(plain));
    });
  });

  test("light and reason of a seat that staff or the province gave are those of a run with everybody", () => {
    always(({ book, today, leftOut }) => {
      const plain = decide(assign, book, today).after;
      const { after } = decide(assign, book, today, leftOut);
      const toldOf = (where: Snapshot, key: string) => {
        const { light, reason, slack, lastSafeBookingDay } = rowWith(where.roster, key) ?? {};
        return { light, reason, slack, lastSafeBookingDay };
      };
      for (const key of seatsByOthers(book, today).keys()) {
        const { class: shown, lockedClass } = rowWith(plain.roster, key) ?? {};
        const isTyped = lockedClass !== rowWith(book.roster, key)?.lockedClass && shown === lockedClass;
        if (leftOut.has(key) && !isTyped) expect(toldOf(after, key)).toEqual(toldOf(plain, key));
      }
    });
  });

  test("classes are given as in a workbook where who is left out is fixed where he sits, or is not there", () => {
    always(({ book, today, leftOut }) => {
      const certain = seatsByOthers(book, today);
      const roster = book.roster.flatMap((row) => {
        if (!leftOut.has(row.key) || certain.has(row.key)) return [row];
        return row.class === null ? [] : [{ ...row, lockedClass: row.class, writtenClass: row.class }];
      });
      const fixed = decide(assign, { ...book, roster }, today).outcome;
      expect(decisions(decide(assign, book, today, leftOut).outcome)).toEqual(decisions(fixed, leftOut));
    });
  });

  test("cards are given as in a workbook where the booking of who is left out is not approved", () => {
    always(({ book, today, leftOut }) => {
      const roster = book.roster.map((row) => (leftOut.has(row.key) ? { ...row, booking: null } : row));
      const withoutThem = decide(cards, { ...book, roster }, today).outcome;
      expect(decisions(decide(cards, book, today, leftOut).outcome)).toEqual(decisions(withoutThem, leftOut));
    });
  });

  test("nobody sits in a full class anew, no card is given twice, seats are counted as they are held", () => {
    always(({ book, today, leftOut }) => {
      const certain = seatsByOthers(book, today);
      const classOf = ({ key, class: shown }: Enrolment) => (leftOut.has(key) ? certain.get(key) : null) ?? shown;
      const { after, outcome } = decide(runAll, book, today, leftOut);
      const given = new Set([...decisionsIn(outcome)].filter(([, cells]) => cells.some(isSeat)).map(([key]) => key));
      for (const one of after.plan) {
        const inClass = after.roster.filter((row) => classOf(row) === one.name && !isGone(row));
        expect(one.assigned).toBe(inClass.length);
        const isOverfull = one.capacity !== null && inClass.length > Number(one.capacity);
        const isFree = ({ key }: Enrolment) => given.has(key) && !isFixed(rowWith(after.roster, key));
        if (isOverfull) expect(inClass.filter(isFree)).toEqual([]);
      }
      const held = after.roster.flatMap(({ card }) => card ?? []);
      expect(new Set(held).size).toBe(held.length);
    });
  });

  test("待办 is what the rules say of the result, and the same run again changes nothing", () => {
    always(({ book, today, leftOut }) => {
      const { after } = decide(runAll, book, today, leftOut);
      const todo = ACTIONS.find(({ id }) => id === "todo");
      expect(todo && decide(todo.rule, after, today).outcome.cells).toEqual([]);
      expect(todo && decide(todo.rule, after, today).outcome.rows).toEqual([]);
      const again = decide(runAll, after, today, leftOut).outcome;
      expect([again.cells, again.rows]).toEqual([[], []]);
    });
  });

  test("written and undone, the workbook is as it was", () => {
    always(({ book, today, leftOut }) => {
      const { outcome, after } = decide(runAll, book, today, leftOut);
      const changes = { action: "all", today, blanked: [], ...outcome };
      const { changes: back } = inverseOf("R00001", changes, (table, key) => rowWith<AnyRow>(after[table], key));
      const restored = withoutBlanked(withChanges(after, back), back.blanked);
      const shown = ({ roster, plan, papers, cards: pool, todo }: Snapshot) => [roster, plan, papers, pool, todo];
      expect(shown(restored)).toEqual(shown(book));
    });
  });
});

/** Seats that no run gives: by what staff or the province say, as a run with everybody finds them. */
function seatsByOthers(book: Snapshot, today: string): ReadonlyMap<string, string> {
  const found = decide(assign, book, today).after.roster.filter((row) => row.givenOn === null && !isGone(row));
  return new Map(found.flatMap(({ key, class: held }) => (held === null ? [] : [[key, held]])));
}

const isSeat = ({ column, after }: CellChange): boolean => column === "class" && after !== null;
const isGone = ({ state }: Enrolment): boolean => state !== null && state !== "有效";

/** In a class by what staff or the province say. */
const isFixed = (row: Enrolment | null): boolean =>
  row === null ||
  row.lockedClass !== null ||
  row.booking !== null ||
  row.reportedInOn !== null ||
  row.trained !== null ||
  row.exam !== null;
