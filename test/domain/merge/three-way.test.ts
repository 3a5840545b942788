import fc from "fast-check";
import { type CellEnd, mergeCell, mergeLine } from "../../../apps-script/domain/merge/three-way";
import type { Value } from "../../../apps-script/domain/snapshot/value";

describe("one cell", () => {
  const cells: readonly (readonly [base: Value | undefined, ours: Value, theirs: Value, end: string])[] = [
    ["a", "a", "a", "equal"],
    ["a", "b", "a", "kept"],
    ["a", "a", "b", "applied"],
    ["a", "b", "b", "equal"],
    ["a", "b", "c", "conflict"],
    ["a", null, "b", "conflict"],
    ["a", "a", null, "applied"],
    [null, null, "b", "applied"],
    [null, "a", "b", "conflict"],
    [undefined, "a", "a", "equal"],
    [undefined, "a", "b", "conflict"],
    [undefined, null, "b", "conflict"],
  ];
  test.each(cells)("base %j, ours %j, theirs %j: %s", (base, ours, theirs, end) => {
    expect(mergeCell(base, ours, theirs)).toBe(end);
  });
});

const WIDTH = 4;
const cell = fc.constantFrom<Value>("a", "b", "c", null);
const line = fc.array(cell, { minLength: WIDTH, maxLength: WIDTH });
const law = fc.constantFrom({}, { groups: [[1, 2]] });

test("G1 identity: what one side left alone is the other side's, and the same on both sides is no conflict", () => {
  fc.assert(
    fc.property(line, line, law, (base, ours, rules) => {
      const isChanged = ours.map((value, column) => value !== base[column]);
      expect(mergeLine(base, ours, base, rules)).toEqual(isChanged.map((is) => (is ? "kept" : "equal")));
      expect(mergeLine(base, base, ours, rules)).toEqual(isChanged.map((is) => (is ? "applied" : "equal")));
      expect(mergeLine(base, ours, ours, rules)).toEqual(ours.map(() => "equal"));
    }),
  );
});

test("G5 symmetry: the same conflicts with the sides exchanged, and what one keeps the other applies", () => {
  const exchanged = { equal: "equal", kept: "applied", applied: "kept", conflict: "conflict" } as const;
  fc.assert(
    fc.property(line, line, line, law, (base, ours, theirs, rules) => {
      const ends = mergeLine(base, ours, theirs, rules);
      expect(mergeLine(base, theirs, ours, rules)).toEqual(ends.map((end) => exchanged[end]));
    }),
  );
});

test("G6 convergence: what both sides changed in the same way, whatever its spelling, is no conflict", () => {
  const same = (a: Value, b: Value): boolean => String(a).toLowerCase() === String(b).toLowerCase();
  fc.assert(
    fc.property(line, line, (base, ours) => {
      const shouted = ours.map((value) => (value === null ? null : String(value).toUpperCase()));
      expect(mergeLine(base, ours, shouted, { same })).not.toContain("conflict");
    }),
  );
});

test("G10 no base, no guess: equal cells are fine, every difference is a conflict", () => {
  fc.assert(
    fc.property(line, line, (ours, theirs) => {
      const wanted = ours.map((value, column) => (value === theirs[column] ? "equal" : "conflict"));
      expect(mergeLine(undefined, ours, theirs)).toEqual(wanted);
    }),
  );
});

test("every pair of cells edited on both sides: a conflict exactly when it is the same cell and different values", () => {
  const base: Value[] = ["a", "a", "a", "a"];
  const edited = (at: number, value: Value) => base.map((old, place) => (place === at ? value : old));
  const edits: readonly (readonly [Value, Value])[] = [
    ["b", "c"],
    ["b", "b"],
    [null, "c"],
    ["b", null],
  ];
  for (const our of base.keys()) {
    for (const their of base.keys()) {
      for (const [mine, yours] of edits) {
        const ends = mergeLine(base, edited(our, mine), edited(their, yours));
        const wanted: CellEnd[] = base.map((_, at) => (at === our ? "kept" : at === their ? "applied" : "equal"));
        if (our === their) wanted[our] = mine === yours ? "equal" : "conflict";
        expect(ends).toEqual(wanted);
      }
    }
  }
});

test("G15 columns of one group: edits of different cells on both sides are conflicts, all of them", () => {
  const ends = mergeLine(["a", "a", "a"], ["b", "a", "a"], ["a", "b", "b"], { groups: [[0, 1]] });
  expect(ends).toEqual(["conflict", "conflict", "applied"]);
  expect(mergeLine(["a", "a", "a"], ["a", "a", "b"], ["b", "b", "a"], { groups: [[0, 1]] })).toEqual([
    "applied",
    "applied",
    "kept",
  ]);
});
