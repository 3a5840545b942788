import fc from "fast-check";
import { addDays } from "../../../../apps-script/domain/days/civil-day";
import type { Enrolment } from "../../../../apps-script/domain/schema/roster";
import type { Snapshot } from "../../../../apps-script/domain/snapshot/snapshot";
import { assignOn } from "../../../support/assigning";
import { bookOf, plan2024 } from "../../../support/books";
import { freshOf, happenings, lived, people } from "../../../support/lived-book";
import { whoCan } from "../../../support/who-can";

const RUNS = process.env.ANPEI_SOAK ? 600 : 40;
const DECIDED = ["class", "candidates", "reason", "light", "slack", "lastSafeBookingDay", "reviewDue"] as const;
const decided = (row: Enrolment) => DECIDED.map((column) => row[column]);

/** What staff or the province decided, and what is over. */
function isFrozen(row: Enrolment): boolean {
  const isBooked = row.booking === "待审" || row.booking === "通过";
  return (
    row.lockedClass !== null ||
    isBooked ||
    row.reportedInOn !== null ||
    row.trained !== null ||
    row.exam !== null ||
    hasEnded(row)
  );
}
const hasEnded = ({ state, exam }: Enrolment) => (state !== null && state !== "有效") || exam === "合格";

describe.each(["最早", "最晚可行"] as const)("%s", (overlapPolicy) => {
  test("a workbook that has lived says what a new one with the same facts says", () => {
    fc.assert(
      fc.property(people, happenings, (roster, all) => {
        const { book, today } = lived(bookOf({ roster, settings: { overlapPolicy } }), all);
        const fresh = freshOf(book, today);
        for (const [at, row] of book.roster.entries()) {
          if (isFrozen(row) || row.light === "待核") continue;
          expect([today, ...decided(row)]).toEqual([today, ...decided(fresh.roster[at] as Enrolment)]);
        }
      }),
      { numRuns: RUNS },
    );
  });
});

test("the second run of a day changes nothing", () => {
  fc.assert(
    fc.property(people, happenings, fc.constantFrom(null, 1, 3), (roster, all, capacity) => {
      const { book, today } = lived(bookOf({ roster, plan: plan2024.map((row) => ({ ...row, capacity })) }), all);
      expect(assignOn(book, today).outcome.cells).toEqual([]);
    }),
    { numRuns: RUNS },
  );
});

describe("seats", () => {
  const limited = fc.array(fc.constantFrom(0, 1, 2, 3), { minLength: plan2024.length, maxLength: plan2024.length });
  const withSeats = (seats: readonly number[]) => plan2024.map((row, at) => ({ ...row, capacity: seats[at] ?? null }));

  test("one that was given stays while its window is open", () => {
    fc.assert(
      fc.property(people, happenings, limited, fc.nat(20), (roster, all, seats, days) => {
        const { book, today } = lived(bookOf({ roster, plan: withSeats(seats) }), all);
        const later = addDays(today, days);
        const { after } = assignOn(book, later);
        for (const [at, row] of book.roster.entries()) {
          const own = book.plan.find(({ name }) => name === row.class);
          const isOpen = own !== undefined && own.state !== "停办" && later <= String(own.bookingTo);
          const isLapsed = row.kind === "再培训" && String(row.validUntil) < later;
          if (isOpen && !isLapsed && row.givenOn !== null) expect([later, after.roster[at]?.class]).toEqual([later, row.class]);
        }
      }),
      { numRuns: RUNS },
    );
  });

  test("of the others as many are placed as can be", () => {
    fc.assert(
      fc.property(people, happenings, limited, (roster, all, seats) => {
        const { before, book } = lived(bookOf({ roster, plan: withSeats(seats) }), all);
        const was = new Map(before.roster.map((row) => [row.key, row.class]));
        const isNew = (row: Enrolment) => row.class !== null && row.class !== was.get(row.key) && !isRefusedThere(row);
        const placed = book.roster.filter((row) => !isFrozen(row) && isNew(row));
        const left = book.roster.filter((row) => row.light === "班级已满");
        const free = freeSeats(book, new Set(placed));
        expect(mostPlaced([...placed, ...left].map(optionsOf), free)).toBe(placed.length);
      }),
      { numRuns: RUNS },
    );
  });
});

/** Who was refused books the same class again, whatever seats it has. */
const isRefusedThere = (row: Enrolment): boolean => row.booking === "退回" && row.bookedClass === row.class;

const optionsOf = (row: Enrolment): string[] =>
  [...new Set([...(row.candidates?.split("、") ?? []), ...(row.class === null ? [] : [row.class])])].filter(
    (name) => name !== row.noShow,
  );

function freeSeats({ plan, roster }: Snapshot, but: ReadonlySet<Enrolment>): Map<string, number> {
  const holds = (row: Enrolment) => !but.has(row) && (row.state === null || row.state === "有效");
  const holders = (name: unknown) => roster.filter((row) => row.class === name && holds(row)).length;
  return new Map(plan.map(({ name, capacity }) => [String(name), Math.max(0, Number(capacity ?? 99) - holders(name))]));
}

/** The size of a maximum matching of people and seats, one augmenting path after the other. */
function mostPlaced(options: readonly (readonly string[])[], free: ReadonlyMap<string, number>): number {
  const sitting = new Map<string, number[]>();
  const sit = (who: number, seen: Set<string>): boolean =>
    (options[who] ?? []).some((name) => {
      if (seen.has(name)) return false;
      seen.add(name);
      const there = sitting.get(name) ?? [];
      const mover = there.length < (free.get(name) ?? 0) ? null : there.find((one) => sit(one, seen));
      if (mover === undefined) return false;
      sitting.set(name, [...(sitting.get(name) ?? []).filter((one) => one !== mover), who]);
      return true;
    });
  return options.filter((_, who) => sit(who, new Set())).length;
}

describe("an oracle written from the notice", () => {
  const GREEN = ["正常", "紧张"];
  const RED = ["来不及", "已过期", "已过报名截止"];
  test.each(["最早", "均衡", "最晚可行"] as const)(
    "%s: nobody is green who cannot make it, nobody red who can",
    (overlapPolicy) => {
      fc.assert(
        fc.property(people, happenings, (roster, all) => {
          const { book, today } = lived(bookOf({ roster, settings: { overlapPolicy } }), all);
          const who = whoCan(book, today);
          for (const row of book.roster) {
            if (row.kind !== "再培训" || hasEnded(row)) continue;
            const can = who(row);
            if (GREEN.includes(row.light ?? "")) expect([today, row, can]).toEqual([today, row, true]);
            if (RED.includes(row.light ?? "")) expect([today, row, can]).toEqual([today, row, false]);
          }
        }),
        { numRuns: RUNS },
      );
    },
  );
});
