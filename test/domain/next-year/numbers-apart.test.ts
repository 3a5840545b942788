import fc from "fast-check";
import { contextOf } from "../../../apps-script/domain/rules/context";
import { numberRows } from "../../../apps-script/domain/rules/number-rows";
import type { Enrolment } from "../../../apps-script/domain/schema/roster";
import type { Snapshot } from "../../../apps-script/domain/snapshot/snapshot";
import { bookOf } from "../../support/books";
import { runOn } from "../../support/running";
import { idOf } from "../merge/lists";
import { again, JANUARY, person, withRow } from "./carried-twice";
import { oldBook, rolled } from "./rolled";

/** Staff type people and payments without numbers under what is there, and an action numbers them. */
function grown(book: Snapshot, from: number, people: number): Snapshot {
  const places = Array.from({ length: people }, (_, at) => at);
  const added = bookOf({
    roster: places.map((at) => ({ id: null, person: null, name: `新${from + at}`, idNumber: idOf(from + at) })),
    payments: places.map(() => ({ id: null, amount: 300, method: "现金" })),
  });
  const below = <R extends { readonly at: number; readonly key: string }>(rows: readonly R[], more: readonly R[]): R[] => {
    const last = rows.reduce((most, { at }) => Math.max(most, at), 1);
    return [...rows, ...more.map((row, place) => ({ ...row, at: last + 1 + place, key: `@${last + 1 + place}` }))];
  };
  const roster = below(book.roster, added.roster);
  return runOn(numberRows, { ...book, roster, payments: below(book.payments, added.payments) }, JANUARY).after;
}

const numbersIn = ({ roster, payments }: Snapshot): string[] =>
  [...roster.flatMap(({ id, person: number }) => [id, number]), ...payments.map(({ id }) => id)].map(String);

test("whatever two books that live side by side go on numbering, no number is given in both", () => {
  const counters = fc.integer({ min: 0, max: 99_998 });
  fc.assert(
    fc.property(counters, counters, fc.nat({ max: 6 }), fc.nat({ max: 6 }), (personCounter, paymentCounter, inOld, inNew) => {
      const old = oldBook({ roster: [person(0)], settings: { personCounter, paymentCounter } });
      const { next } = rolled(old);
      const before = new Set(numbersIn(next));
      const fresh = numbersIn(grown(next, 100, inNew)).filter((number) => !before.has(number));
      const known = new Set(numbersIn(grown(old, 200, inOld)));
      expect(fresh.filter((number) => known.has(number))).toEqual([]);
      expect(new Set(fresh).size).toBe(inNew * 3);
    }),
    { numRuns: 30 },
  );
});

test("the ten thousand and first person of the old book and the first of the new one have two numbers", () => {
  const old = oldBook({ roster: [person(0)], settings: { personCounter: 10_000, paymentCounter: 10_000 } });
  expect(numbersIn(grown(old, 200, 1)).filter((number) => !number.startsWith("B"))).toEqual(["P00001", "P10001", "F10001"]);
  expect(
    numbersIn(grown(rolled(old).next, 100, 1)).filter((number) => number.startsWith("P2") || number.startsWith("F")),
  ).toEqual(["P2025-00001", "F2025-00001"]);
});

test("a book that was carried over twice gives numbers of its own year", () => {
  const { next } = rolled(rolled(oldBook({ roster: [person(0)] })).next, "2025-12-20");
  const known = numbersIn(next);
  const fresh = numbersIn(grown(next, 100, 1)).filter((number) => !known.includes(number));
  expect(fresh).toEqual(["B2026-00002", "P2026-00001", "F2026-00001"]);
});

describe("numbers that somebody typed", () => {
  test("报名编号 of the new year in the old book: the new one goes on behind them", () => {
    const roster = [person(0), person(1, { id: "B2025-00001" }), person(2, { id: "B2025-00007" })];
    const { next, carried } = rolled(oldBook({ roster }));
    const numbers = next.roster.map(({ id }) => String(id));
    expect(numbers.filter((number) => carried.ended.some(({ row }) => row.key === number))).toEqual([]);
    expect(contextOf(next, JANUARY).settings.enrolmentCounter).toBe(7 + numbers.length);
  });

  const passed: Partial<Enrolment> = { exam: "合格", state: "已完成", newValidUntil: "2028-01-09" };
  const initial: Partial<Enrolment> = { kind: "初培", validUntil: null, exam: null, state: null };

  test("人员编号 of somebody else: who is carried over late gets another one, and staff are told", () => {
    const { after, findings } = again({
      before: { roster: [person(0), person(1, initial)] },
      later: withRow("B2024-00002", passed),
      typed: (next) => ({ ...next, roster: [...next.roster, ...typedRow("P00002", 3)] }),
    });
    expect(after.roster.map(({ id, person: number, name }) => `${id} ${number} ${name}`)).toEqual([
      "B2025-00001 P00001 某甲",
      "B2025-00050 P00002 某丁",
      "B2025-00051 P2025-00001 某乙",
    ]);
    expect(findings.map((one) => one.slice(0, 3))).toEqual(["Y04"]);
  });

  test("人员编号 that the new book gave to the same person holds for the other post too", () => {
    const { after, findings } = again({
      before: { roster: [person(0), person(1, initial)] },
      later: withRow("B2024-00002", passed),
      typed: (next) => ({
        ...next,
        roster: [...next.roster, ...typedRow("P2025-00001", 1, { post: "安全生产管理人员", name: "某乙" })],
      }),
    });
    expect(after.roster.map(({ person: number }) => number)).toEqual(["P00001", "P2025-00001", "P2025-00001"]);
    expect(findings).toEqual([]);
  });

  function typedRow(number: string, at: number, more: Partial<Enrolment> = {}): readonly Enrolment[] {
    return oldBook({ roster: [person(at, { ...initial, ...more, id: "B2025-00050", person: number })] }).roster;
  }
});
