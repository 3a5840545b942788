import fc from "fast-check";
import { type Line, type MergedTable, mergeCell, mergeLine, mergeTables } from "../../../apps-script/domain/merge/three-way";
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
const tables = fc.uniqueArray(fc.constantFrom("1", "2", "3", "4", "5"), { minLength: 0 }).chain((keys) => {
  const table = fc
    .tuple(...keys.map(() => line))
    .map((lines) => new Map<string, Line>(keys.map((key, place) => [key, lines[place] ?? []])));
  return fc.tuple(table, table, table);
});
const law = fc.constantFrom({}, { groups: [[1, 2]] });
const rowsOf = ({ rows }: MergedTable) => Object.fromEntries(rows);
const places = ({ conflicts }: MergedTable) => conflicts.map(({ key, column }) => `${key}/${column}`).sort();

test("G1 identity: what one side left alone is the other side's, and the same on both sides is no conflict", () => {
  fc.assert(
    fc.property(tables, law, ([base, ours], rules) => {
      for (const merged of [
        mergeTables(base, ours, base, rules),
        mergeTables(base, base, ours, rules),
        mergeTables(base, ours, ours, rules),
      ]) {
        expect(rowsOf(merged)).toEqual(Object.fromEntries(ours));
        expect(merged.conflicts).toEqual([]);
      }
    }),
  );
});

test("G2 nothing vanishes: a change of either side is in the result or in the conflicts, and the counts add up", () => {
  fc.assert(
    fc.property(tables, law, ([base, ours, theirs], rules) => {
      const merged = mergeTables(base, ours, theirs, rules);
      const held = new Set(places(merged));
      for (const [key, agreed] of base) {
        agreed.forEach((value, column) => {
          for (const side of [ours, theirs]) {
            const now = side.get(key)?.[column] ?? null;
            if (now !== value) expect(held.has(`${key}/${column}`) || merged.rows.get(key)?.[column] === now).toBe(true);
          }
        });
      }
      const { equal, kept, applied, conflict } = merged.counts;
      expect(equal + kept + applied + conflict).toBe(theirs.size * WIDTH);
      expect(conflict).toBe(merged.conflicts.length);
    }),
  );
});

test("G3 no invention: every value of the result was one side's", () => {
  fc.assert(
    fc.property(tables, law, ([base, ours, theirs], rules) => {
      for (const [key, merged] of mergeTables(base, ours, theirs, rules).rows) {
        for (const [column, value] of merged.entries())
          expect([ours.get(key)?.[column], theirs.get(key)?.[column]]).toContain(value);
      }
    }),
  );
});

test("G4 once the base is theirs, the same again is no news", () => {
  fc.assert(
    fc.property(tables, law, ([base, ours, theirs], rules) => {
      const first = mergeTables(base, ours, theirs, rules);
      const second = mergeTables(theirs, first.rows, theirs, rules);
      expect(rowsOf(second)).toEqual(rowsOf(first));
      expect(second.conflicts).toEqual([]);
    }),
  );
});

test("G5 symmetry: the same conflicts with the sides exchanged", () => {
  fc.assert(
    fc.property(tables, law, ([base, ours, theirs], rules) => {
      expect(places(mergeTables(base, theirs, ours, rules))).toEqual(places(mergeTables(base, ours, theirs, rules)));
    }),
  );
});

test("G6 convergence: what both sides changed in the same way, whatever its spelling, is no conflict", () => {
  const same = (a: Value, b: Value): boolean => String(a).toLowerCase() === String(b).toLowerCase();
  fc.assert(
    fc.property(tables, ([base, ours]) => {
      const shouted = new Map(
        [...ours].map(([key, values]) => [key, values.map((value) => (value === null ? null : String(value).toUpperCase()))]),
      );
      expect(mergeTables(base, ours, shouted, { same }).conflicts).toEqual([]);
    }),
  );
});

test("G10 no base, no guess: equal cells are fine, every difference is a conflict", () => {
  fc.assert(
    fc.property(tables, ([, ours, theirs]) => {
      const merged = mergeTables(null, ours, theirs);
      expect(rowsOf(merged)).toEqual(Object.fromEntries(ours));
      const differing = [...ours].flatMap(([key, values]) =>
        values.flatMap((value, column) => (theirs.get(key)?.[column] === value ? [] : [`${key}/${column}`])),
      );
      expect(places(merged)).toEqual(differing.sort());
    }),
  );
});

test("every pair of cells edited on both sides: a conflict exactly when it is the same cell and different values", () => {
  const base = new Map<string, Line>(["1", "2", "3"].map((key) => [key, ["a", "a", "a", "a"]]));
  const cells = [...base.keys()].flatMap((key) => [0, 1, 2, 3].map((column) => [key, column] as const));
  const edited = ([key, column]: readonly [string, number], value: Value) =>
    new Map(
      [...base].map(([other, line]) => [
        other,
        other === key ? line.map((old, place) => (place === column ? value : old)) : line,
      ]),
    );
  for (const our of cells) {
    for (const their of cells) {
      for (const [mine, yours] of [
        ["b", "c"],
        ["b", "b"],
        [null, "c"],
        ["b", null],
      ] as const) {
        const merged = mergeTables(base, edited(our, mine), edited(their, yours));
        const isSameCell = our[0] === their[0] && our[1] === their[1];
        expect(merged.conflicts.length).toBe(isSameCell && mine !== yours ? 1 : 0);
        expect(merged.rows.get(our[0])?.[our[1]]).toBe(mine);
        if (!isSameCell) expect(merged.rows.get(their[0])?.[their[1]]).toBe(yours);
      }
    }
  }
});

describe("G8 rows: changed beats deleted", () => {
  const base = new Map<string, Line>([["1", ["a", "b"]]]);
  const none = new Map<string, Line>();
  test("a row that theirs lacks stays and is named", () => {
    expect(mergeTables(base, base, none)).toMatchObject({ missing: ["1"], conflicts: [] });
    expect(mergeTables(base, base, none).rows.size).toBe(1);
  });
  test("a row that ours deleted stays deleted while theirs left it alone", () => {
    expect(mergeTables(base, none, base)).toMatchObject({ conflicts: [], counts: { kept: 2 } });
  });
  test("a row that ours deleted and theirs changed is a conflict", () => {
    const merged = mergeTables(base, none, new Map([["1", ["a", "c"]]]));
    expect(places(merged)).toEqual(["1/null"]);
  });
  test("a new row is added", () => {
    expect(mergeTables(base, base, new Map([...base, ["2", ["x", "y"]]])).added).toEqual(["2"]);
  });
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
