import fc from "fast-check";
import type { PlanRow } from "../../../../apps-script/domain/schema/plan";
import type { Enrolment } from "../../../../apps-script/domain/schema/roster";
import { assignOn, shortName } from "../../../support/assigning";
import { type BookParts, bookOf, plan2024 } from "../../../support/books";
import { mostPlaced } from "../../../support/matching";

const two = (n: number) => String(n).padStart(2, "0");
const policies = ["最早", "均衡", "最晚可行"];

/** Small plans of classes that end in their own month, for any months, with 0 to 3 seats or no limit. */
const planOf = fc
  .array(
    fc.record({
      months: fc.uniqueArray(fc.integer({ min: 6, max: 9 }), { minLength: 1, maxLength: 4 }),
      capacity: fc.option(fc.integer({ min: 0, max: 3 })),
      late: fc.boolean(),
    }),
    { minLength: 1, maxLength: 6 },
  )
  .map((classes) =>
    classes.map(
      ({ months, capacity, late }, index): Partial<PlanRow> => ({
        ...{ year: 2024, version: 1, name: `再培训班第${index + 1}期`, kind: "再培训", months: months.join("、"), capacity },
        ...{ deadline: late ? "2024-01-31" : "2024-03-31", bookingTo: `2024-04-${two(index + 10)}` },
        ...{
          reportIn: `2024-05-${two(index * 3 + 1)}`,
          studyFrom: `2024-05-${two(index * 3 + 1)}`,
          studyTo: `2024-05-${two(index * 3 + 2)}`,
        },
      }),
    ),
  );

const personOf = fc.record({
  kind: fc.constant("再培训"),
  validUntil: fc
    .tuple(fc.integer({ min: 6, max: 9 }), fc.integer({ min: 1, max: 28 }))
    .map(([month, day]) => `2024-${two(month)}-${two(day)}`),
  preRegisteredOn: fc.constantFrom(null, "2024-01-20"),
  lockedClass: fc.constantFrom(null, null, null, null, "再培训班第1期", "再培训班第2期"),
});

const bookParts = fc.record({
  plan: planOf,
  roster: fc.array(personOf, { maxLength: 12 }),
  settings: fc.record({ overlapPolicy: fc.constantFrom(...policies) }),
});

const today = "2024-03-01";

/** The seats left beside the people who held one before the run. */
function freeSeats(parts: BookParts, holds: (row: Partial<Enrolment>) => string | null | undefined): Map<string, number> {
  const seats = (parts.plan ?? []).map(({ name, capacity }): [string, number] => {
    const held = (parts.roster ?? []).filter((row) => holds(row) === name).length;
    return [name ?? "", Math.max(0, Number(capacity ?? 1000) - held)];
  });
  return new Map(seats);
}

function choicesOf(parts: BookParts, row: Partial<Enrolment>): string[] {
  const month = String(Number(row.validUntil?.slice(5, 7)));
  return (parts.plan ?? []).filter(({ months }) => months?.split("、").includes(month)).map(({ name }) => name ?? "");
}

describe("seats", () => {
  test("as many people as possible are placed, and no seat twice", () => {
    fc.assert(
      fc.property(bookParts, (parts) => {
        const { after } = assignOn(bookOf(parts), today);
        const free = freeSeats(parts, (row) => row.lockedClass);
        const seekers = parts.roster.filter((row) => row.lockedClass === null);
        const placed = after.roster.filter((row) => row.lockedClass === null && row.class !== null);
        expect(placed.length).toBe(
          mostPlaced(
            seekers.map((row) => choicesOf(parts, row)),
            free,
          ),
        );
        for (const [name, seats] of free) expect(placed.filter((row) => row.class === name).length).toBeLessThanOrEqual(seats);
        for (const row of placed) expect(choicesOf(parts, row)).toContain(row.class);
        for (const row of after.roster) if (row.class === null) expect(["班级已满", "无对应班次"]).toContain(row.light);
      }),
      { numRuns: process.env.ANPEI_SOAK ? 400 : 120 },
    );
  });

  test("the order of rows never matters", () => {
    const shuffled = bookParts.chain((parts) =>
      fc.record({
        parts: fc.constant(parts),
        order: fc.shuffledSubarray(
          parts.roster.map((_, i) => i),
          { minLength: parts.roster.length },
        ),
      }),
    );
    fc.assert(
      fc.property(shuffled, ({ parts, order }) => {
        const book = bookOf(parts);
        const other = { ...book, roster: order.flatMap((index) => book.roster[index] ?? []), plan: [...book.plan].reverse() };
        const one = assignOn(book, today);
        const two = assignOn(other, today);
        const byKey = (rows: readonly { readonly key: string }[]) => [...rows].sort((a, b) => (a.key < b.key ? -1 : 1));
        expect(byKey(two.after.roster)).toEqual(byKey(one.after.roster));
        expect([two.outcome.findings, two.outcome.summary]).toEqual([one.outcome.findings, one.outcome.summary]);
      }),
      { numRuns: process.env.ANPEI_SOAK ? 200 : 60 },
    );
  });

  test("a second run changes nothing, and people who come later move nobody", () => {
    fc.assert(
      fc.property(bookParts, fc.array(personOf, { maxLength: 6 }), (parts, more) => {
        const { after } = assignOn(bookOf(parts), today);
        const second = assignOn(after, today).outcome;
        expect(second.cells).toEqual([]);
        expect(second.summary).toMatchObject({ assigned: 0, unchanged: after.roster.length });
        const late = bookOf({ roster: more.map((row, index) => ({ ...row, id: `C${index}`, lockedClass: null })) }).roster;
        const grown = assignOn({ ...after, roster: [...late, ...after.roster] }, today).after;
        const classes = new Map(grown.roster.map((row) => [row.key, row.class]));
        for (const row of after.roster) if (row.class !== null) expect(classes.get(row.key)).toBe(row.class);
        const held = freeSeats({ ...parts, roster: after.roster }, (row) => row.class);
        const seekers = grown.roster.filter((row) => after.roster.every((old) => old.key !== row.key || old.class === null));
        expect(seekers.filter((row) => row.class !== null).length).toBe(
          mostPlaced(
            seekers.map((row) => choicesOf(parts, row)),
            held,
          ),
        );
      }),
      { numRuns: process.env.ANPEI_SOAK ? 200 : 60 },
    );
  });
});

describe("who gets the seat", () => {
  const june = (day: number) => ({ kind: "再培训", validUntil: `2024-06-${two(day)}` });
  const may = (day: number) => ({ kind: "再培训", validUntil: `2024-05-${two(day)}` });
  const withSeats = (seats: Readonly<Record<string, number>>) =>
    plan2024.map((row) => ({ ...row, capacity: seats[shortName(row.name ?? null) ?? ""] ?? null }));
  const classes = (parts: BookParts) => assignOn(bookOf(parts), "2024-01-20").after.roster.map((row) => shortName(row.class));

  test("whoever has no later class, then expiry, then 报名编号", () => {
    expect(classes({ plan: withSeats({ 再2: 2, 再3: 1 }), roster: [june(2), may(20), june(1), june(1)] })).toEqual([
      null,
      "再2",
      "再2",
      "再3",
    ]);
  });
  test("a person is moved on when that makes room for one more", () => {
    const plan = withSeats({ 再2: 2 });
    const roster = [june(10), june(11), may(5)];
    expect(classes({ plan, roster, settings: { overlapPolicy: "最早" } })).toEqual(["再2", "再3", "再2"]);
  });
  test("a person with two candidates gives way to one with the other only, and the reason says so", () => {
    // Under 最晚可行 the July person takes 再4, the only class of the August one here.
    const plan = withSeats({ 再3: 1, 再4: 1 }).map((row) =>
      shortName(row.name ?? null) === "再5" ? { ...row, months: "9", statedMonths: "9月" } : row,
    );
    const roster = [
      { kind: "再培训", validUntil: "2024-07-10" },
      { kind: "再培训", validUntil: "2024-08-20" },
    ];
    const { after } = assignOn(bookOf({ plan, roster, settings: { overlapPolicy: "最晚可行" } }), "2024-01-20");
    expect(after.roster.map((row) => shortName(row.class))).toEqual(["再3", "再4"]);
    expect(after.roster[0]?.reason).toContain("名额有限，为多安排一人取第三期");
  });
  test("settled people count first, finished ones too, cancelled ones never", () => {
    const plan = withSeats({ 再2: 2, 再3: 0 });
    const class2 = { class: "再培训班第二期", writtenClass: "再培训班第二期", givenOn: "2024-01-10" };
    const roster = [
      june(1),
      { ...june(28), ...class2, booking: "通过" },
      { ...june(28), ...class2, state: "取消" },
      { ...june(29), ...class2, exam: "合格" },
    ];
    expect(classes({ plan, roster })).toEqual([null, "再2", "再2", "再2"]);
  });
  test("班级已满 names the classes; an overfull class is told", () => {
    const roster = [june(1), { ...june(2), lockedClass: "再培训班第二期" }, { ...june(3), lockedClass: "再培训班第二期" }];
    const { after, outcome } = assignOn(bookOf({ plan: withSeats({ 再2: 1, 再3: 0 }), roster }), "2024-01-20");
    expect(after.roster[0]).toMatchObject({
      class: null,
      light: "班级已满",
      reason: "有效期2024-06-01；再培训班第二期、第三期已满",
    });
    expect(outcome.findings.map(({ code, row }) => [code, row])).toEqual([
      ["A12", "B2024-00001"],
      ["A14", "2024·1·再培训班第二期"],
    ]);
  });
});
