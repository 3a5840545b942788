import fc from "fast-check";
import { withChanges } from "../../../apps-script/domain/changes/advance";
import { combine } from "../../../apps-script/domain/changes/combine";
import { type Outcome, OutcomeBuilder } from "../../../apps-script/domain/changes/outcome";
import type { Snapshot } from "../../../apps-script/domain/snapshot/snapshot";
import { bookOf } from "../../support/books";

const start = bookOf({ roster: [{ name: "甲" }, { name: "乙" }, { name: "丙" }] });

interface Edit {
  readonly row: number;
  readonly column: "class" | "reason" | "note";
  readonly after: string | null;
}

const edits = fc.array(
  fc.record({
    row: fc.nat(3),
    column: fc.constantFrom("class" as const, "reason" as const, "note" as const),
    after: fc.constantFrom("一", "二", null),
  }),
);

function step(snapshot: Snapshot, changes: readonly Edit[]): Outcome {
  const out = new OutcomeBuilder();
  const seen = new Set<string>();
  for (const { row, column, after } of changes) {
    const target = snapshot.roster[row];
    const place = `${row}${column}`;
    if (target && !seen.has(place)) out.set("roster", target, column, after);
    seen.add(place);
  }
  if (!snapshot.units.some((unit) => unit.name === "新矿")) out.add("units", { name: "新矿" });
  else for (const unit of snapshot.units) out.set("units", unit, "contact", changes[0]?.after ?? null);
  return out.done();
}

test("steps combined do what the steps do one after the other, and nothing more", () => {
  fc.assert(
    fc.property(fc.array(edits, { maxLength: 5 }), (steps) => {
      let now = start;
      const outcomes = steps.map((changes) => {
        const outcome = step(now, changes);
        now = withChanges(now, outcome);
        return outcome;
      });
      const whole = combine(outcomes, {});
      const content = ({ roster, units }: Snapshot) => [roster, units.map(({ at, ...unit }) => unit)];
      expect(content(withChanges(start, whole))).toEqual(content(now));
      expect(whole.cells.every((cell) => cell.before !== cell.after)).toBe(true);
      const places = whole.cells.map((cell) => `${cell.table}|${cell.row}|${cell.column}`);
      expect(new Set(places).size).toBe(places.length);
    }),
  );
});

test("a row numbered in the same run takes the later changes too", () => {
  const book = bookOf({ roster: [{ id: null }] });
  const cell = { table: "roster" as const, before: null, reason: "" };
  const outcome = {
    cells: [
      { ...cell, row: "@2", column: "id", after: "B2024-00001" },
      { ...cell, row: "B2024-00001", column: "class", after: "再培训班第二期" },
    ],
    rows: [],
  };
  expect(withChanges(book, outcome).roster.map((row) => [row.key, row.class])).toEqual([["B2024-00001", "再培训班第二期"]]);
});
