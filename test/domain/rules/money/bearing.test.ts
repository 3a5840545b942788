import fc from "fast-check";
import { contextOf } from "../../../../apps-script/domain/rules/context";
import { bearingOn } from "../../../../apps-script/domain/rules/money/bearing";
import { moneyOf } from "../../../../apps-script/domain/rules/money/fees";
import { bookOf } from "../../../support/books";

const NAMES = ["赵一", "钱二", "孙三", "李四", "周五", "吴六"];
const TODAY = "2024-04-02";
const keyOf = (index: number): string => `B2024-${String(index + 1).padStart(5, "0")}`;
const moved = { state: "转班" } as const;

const person = fc.record({ kind: fc.constantFrom("再培训", "初培"), reportedInOn: fc.option(fc.constant("2024-03-26")) });
const number = fc.nat(NAMES.length - 1).map(keyOf);
const entry = (others: readonly string[]) =>
  fc.record({
    who: fc.oneof({ weight: 6, arbitrary: number }, { weight: 1, arbitrary: fc.constantFrom(...others) }),
    amount: fc.option(fc.constantFrom(100, 300, 1000)),
  });
const payment = (others: readonly string[]) =>
  fc.record({
    day: fc.constantFrom("2024-03-01", "2024-03-02", "2024-03-03"),
    amount: fc.constantFrom(100, 300, 600, 900, -300, "三百"),
    method: fc.constantFrom("现金", "微信", "POS"),
    shares: fc
      .array(entry(others), { maxLength: 3 })
      .map((all) => all.map(({ who, amount }) => (amount === null ? who : `${who}=${amount}`)).join("、") || null),
  });

/** People 0 and 1 are one person who changed the class. */
function book(people: readonly object[], payments: readonly object[]) {
  const roster = people.map((one, index) => ({
    ...one,
    id: keyOf(index),
    name: NAMES[index] ?? "",
    person: index < 2 ? "P00001" : `P0001${index}`,
    post: "主要负责人",
    unit: index % 2 === 0 ? "示例甲矿" : "示例乙矿",
    ...(index === 0 ? moved : {}),
  }));
  const numbered = payments.map((one, index) => ({ ...one, id: `F0000${index}` }));
  return bookOf({ roster, payments: numbered, units: [{ name: "示例甲矿" }, { name: "示例乙矿" }] });
}

test.each([
  ["by number alone", keyOf(5), keyOf(4)],
  ["also by name, by unit, in ranges, and by nobody's name", "钱二", "示例甲矿", "B2024-00002~B2024-00004", "无此人"],
])("what bears on somebody says what all payments say of them; %s", (_, ...others) => {
  let fewer = 0;
  fc.assert(
    fc.property(
      fc.array(person, { minLength: NAMES.length, maxLength: NAMES.length }),
      fc.array(payment(others), { maxLength: 8 }),
      fc.nat(NAMES.length - 1),
      (people, payments, about) => {
        const snapshot = book(people, payments);
        const context = contextOf(snapshot, TODAY);
        const whole = moneyOf(snapshot, context);
        const key = keyOf(about);
        const [first] = snapshot.payments;
        const only = { roster: new Set([key]), payments: new Set(first ? [first.key] : []) };
        const part = moneyOf(snapshot, context, only);
        if (bearingOn(snapshot, part.accounts.moves, only).length < snapshot.payments.length) fewer++;
        const row = snapshot.roster.find((one) => one.key === key);
        const stands = row ? whole.accounts.of(row).row.key : "";
        expect(part.book.paid.get(stands)).toBe(whole.book.paid.get(stands));
        expect(part.book.unchecked.has(stands)).toBe(whole.book.unchecked.has(stands));
        const of = first?.key ?? "";
        expect(part.book.leftovers.get(of)).toBe(whole.book.leftovers.get(of));
        expect(part.book.shares.get(of)).toEqual(whole.book.shares.get(of));
        const told = (findings: typeof whole.book.findings) => findings.filter((finding) => finding.row === of);
        expect(told(part.book.findings)).toEqual(told(whole.book.findings));
      },
    ),
    { numRuns: process.env.ANPEI_SOAK ? 3000 : 300 },
  );
  expect(fewer).toBeGreaterThan(20);
});
