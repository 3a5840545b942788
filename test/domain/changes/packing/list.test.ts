import fc from "fast-check";
import { packList, unpackList } from "../../../../apps-script/domain/changes/packing/list";
import type { Value } from "../../../../apps-script/domain/snapshot/value";

/** A few values several times over, or numbers that count up, also past the width of their digits. */
const run: fc.Arbitrary<Value[]> = fc.oneof(
  fc
    .tuple(fc.constantFrom<Value>(null, 0, 1, -2.5, "", "甲", "1", "第9", "99"), fc.nat(9))
    .map(([value, more]) => Array.from({ length: more + 1 }, () => value)),
  fc
    .tuple(fc.constantFrom("B", "", "𫘧"), fc.integer({ min: 90, max: 99_999 }), fc.nat(14))
    .map(([head, from, more]) => Array.from({ length: more + 1 }, (_, step) => `${head}${String(from + step).padStart(5, "0")}`)),
);

test("a list comes back as it went in, also through JSON", () => {
  fc.assert(
    fc.property(fc.array(run, { maxLength: 12 }), (runs) => {
      const list = runs.flat();
      expect(unpackList(JSON.parse(JSON.stringify(packList(list))))).toEqual(list);
    }),
  );
});

test.each<[readonly Value[], unknown]>([
  [[], [[]]],
  [["甲", null, 3], [["甲", null, 3]]],
  [
    ["甲", "甲", "甲", "甲", "乙"],
    [
      ["甲", "乙"],
      [0, -3, 1],
    ],
  ],
  [["B2024-00008", "B2024-00009", "B2024-00010", "B2024-00011"], [["B2024-00008", [3]]]],
  [
    ["a1", "a2", "a3", "a4", "a1", "a2", "a3", "a4"],
    [
      ["a1", [3]],
      [0, [3], 0, [3]],
    ],
  ],
])("%j takes little room", (list, packed) => expect(packList(list)).toEqual(packed));
