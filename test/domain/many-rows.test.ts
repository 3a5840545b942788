import { recogniseLists } from "../../apps-script/domain/merge/recognise";
import { identityConflicts } from "../../apps-script/domain/people/same-person";
import { titlesOf } from "../../apps-script/domain/schema/column";
import { ROSTER } from "../../apps-script/domain/schema/index";
import { snapshotOf } from "../../apps-script/domain/snapshot/snapshot";

/** More than a function can be called with arguments: what is gathered row by row must not be passed on as such. */
const MANY = 150_000;
const many = <T>(make: (place: number) => T): T[] => Array.from({ length: MANY }, (_all, place) => make(place));

test("every number of 名册 twice: all rows are set aside", () => {
  const rows = many((place) => `B2024-${place}`).flatMap((id, place) =>
    [2, 3].map((line) => ({ at: place * 2 + line, values: [id, "P00001", "王梦"] })),
  );
  const header = titlesOf(ROSTER);
  const { roster, repeated } = snapshotOf([{ title: ROSTER.title, headerRow: 1, header, rows }], ["roster"]);
  expect([roster.length, repeated.length]).toEqual([0, MANY]);
  expect(repeated[1]).toMatchObject({ key: "B2024-1", at: [4, 5] });
});

test("one mobile on everybody: each is told", () => {
  const blank = { idType: null, id: null, mobile: "19900000001", unit: null, post: null, kind: null };
  const rows = many((place) => ({ key: `B2024-${place}`, name: place % 2 === 0 ? "王梦" : "李明", ...blank }));
  expect(identityConflicts(rows)).toHaveLength(MANY);
});

test("remarks without end above a list: all are passed over", () => {
  const rows = [...many((place) => [`说明${place}`]), ["姓名", "身份证号", "职务"], ["王梦", "379999198001010024", "安全员"]];
  const [list] = recogniseLists([{ name: "一", hidden: false, rows: rows.map((cells, index) => ({ at: index + 1, cells })) }]);
  expect([list?.rows.map(({ at }) => at), list?.skipped.length]).toEqual([[MANY + 2], MANY + 1]);
});
