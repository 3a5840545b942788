import fc from "fast-check";
import type { ChangeSet } from "../../../apps-script/domain/changes/change-set";
import { hashOf } from "../../../apps-script/domain/changes/change-set";
import { PART_LENGTH, packChanges, unpackChanges } from "../../../apps-script/domain/changes/journal";

const value = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => (Object.is(n, -0) ? 0 : n)),
  fc.constant(null),
);
const cell = fc.record({
  table: fc.constantFrom("名册", "单位"),
  row: fc.constantFrom("B2024-00001", "@7"),
  column: fc.constantFrom("班级", "__proto__"),
  before: value,
  after: value,
  reason: fc.constantFrom("", "试"),
});
const row = fc.record({
  table: fc.constant("单位"),
  row: fc.string(),
  values: fc.dictionary(fc.constantFrom("单位全称", "电话"), value),
  reason: fc.constant("新"),
});
const changeSet: fc.Arbitrary<ChangeSet> = fc.record({
  action: fc.constant("all"),
  today: fc.constant("2024-03-01"),
  cells: fc.array(cell),
  rows: fc.array(row),
  blanked: fc.array(row),
  findings: fc.constant([]),
  summary: fc.constant({ assign: { considered: 3 } }),
});

describe("the journal", () => {
  test("a change set comes back as it went in", () => {
    fc.assert(fc.property(changeSet, (changes) => expect(unpackChanges(packChanges(changes))).toEqual(changes)));
  });

  test("no part is longer than a cell holds, and none ends inside a character", () => {
    const after = "𫘧字".repeat(30_000);
    const changes: ChangeSet = {
      action: "a",
      today: "2024-03-01",
      cells: [{ table: "名册", row: "B2024-00001", column: "备注", before: null, after, reason: "" }],
      rows: [],
      blanked: [],
      findings: [],
      summary: {},
    };
    const parts = packChanges(changes);
    expect(parts.length).toBeGreaterThan(2);
    for (const part of parts) {
      expect(part.length).toBeLessThanOrEqual(PART_LENGTH);
      expect(part).not.toMatch(/\p{Surrogate}/u);
    }
    expect(unpackChanges(parts)?.cells[0]?.after).toBe(after);
  });

  test.each([[[]], [["{"]], [['{"v":2}']], [['{"v":1,"wor']]])("parts that make no change set give none: %j", (parts) => {
    expect(unpackChanges(parts)).toBeNull();
  });

  test("the hash tells what would be written, and nothing else", () => {
    fc.assert(
      fc.property(changeSet, changeSet, (a, b) => {
        const written = ({ cells, rows, blanked }: ChangeSet): string => JSON.stringify([cells, rows, blanked]);
        expect(hashOf(a) === hashOf(b)).toBe(written(a) === written(b));
      }),
    );
  });
});
