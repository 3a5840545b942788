import fc from "fast-check";
import { snapshotOf } from "../../../apps-script/domain/snapshot/snapshot";
import { search } from "../../../apps-script/domain/views/search";
import { bookOf } from "../../support/books";
import { gridsOfBook } from "../../support/counted-workbook";

const ROSTER = [
  {
    name: "单雄信",
    idNumber: "379999198001010024",
    mobile: "19900000001",
    unit: "甲矿业有限公司",
    person: "P1",
    class: "再培训班第三期",
  },
  {
    name: "曾国强",
    idNumber: "37999919750815003X",
    mobile: "19900000002",
    unit: "乙石料厂",
    person: "P2",
    class: "再培训班第二期",
  },
  { name: "翟让", idNumber: "379999640229001", mobile: "19900000024", unit: "甲矿", person: "P3" },
  { name: "單文", idNumber: "379999198001010104", mobile: "19900000004", unit: "丙采石场（集团）", person: "P4" },
  { name: "阿依古丽·买买提", idNumber: "379999198001010171", mobile: "19900000005", unit: "甲矿业有限公司", person: "P5" },
  { name: "SMITH JOHN", idType: "护照", idNumber: "E12345678", mobile: "19900000006", unit: "乙石料厂", person: "P6" },
  {
    name: "王建国",
    idNumber: "379999198001010251",
    mobile: "19900000007",
    unit: "甲矿业有限公司",
    person: "P7",
    state: "取消" as const,
  },
  { name: "王建国", idNumber: "379999198001010251", mobile: "19900000007", unit: "甲矿业有限公司", person: "P7" },
  { name: "王建军", idNumber: "379999198001010338", mobile: "19900000008", unit: "乙石料厂", person: "P8" },
];
const BOOK = bookOf({
  roster: ROSTER,
  units: [{ name: "甲矿业有限公司", aliases: "甲矿、一号井" }, { name: "丙采石场（集团）" }],
});
const find = (text: string, among: string | null = null) => search(BOOK, { find: text, class: among, limit: 20 });
const places = (text: string): number[] =>
  find(text)
    .people.map(({ at }) => at - 2)
    .sort();

test.each([
  ["S", [0, 3, 5]],
  ["dxx", [0]],
  ["cxx", [0]],
  ["zgq", [1]],
  ["cgq", [1]],
  ["dr", [2]],
  ["zr", [2]],
  ["sw", [3]],
  ["smith", [5]],
  ["ayg", [4]],
  ["0024", [0, 2]],
  ["003x", [1]],
  ["9001", [2]],
  ["379999196402290013", [2]],
  ["379999640229001", [2]],
  ["37999919750815003x", [1]],
  ["３７９９９９１９８００１０１００２４", [0]],
  ["19900000008", [8]],
  ["E12345678", [5]],
  ["B2024-00009", [8]],
  ["b202400009", [8]],
  ["王建", [6, 7, 8]],
  ["建军", [8]],
  ["王　建国", [6, 7]],
  ["一号井", [0, 2, 4, 6, 7]],
  ["甲矿业", [0, 2, 4, 6, 7]],
  ["丙采石场(集团)", [3]],
  ["再三", [0]],
  ["第二期", [1]],
  ["wjg 甲矿", [6, 7]],
  ["王+乙石料厂", [8]],
  ["王建国（0251）", [6, 7]],
  ["矿", []],
  ["zz", []],
  ["'", []],
  ["", []],
  ["   ", []],
])("%s finds %j", (text, rows) => {
  expect(places(text)).toEqual(rows);
});

test("Enter takes a whole id, of one person's enrolments the one that counts, and nobody where several are meant", () => {
  expect(find("379999198001010024").only).toBe("B2024-00001");
  expect(find("379999198001010251").only).toBe("B2024-00008");
  expect(find("0251").only).toBe("B2024-00008");
  expect(find("0024").only).toBeNull();
  expect(find("0024", "再培训班第三期").only).toBe("B2024-00001");
  expect(find("王建").only).toBeNull();
  expect(find("zgq").only).toBe("B2024-00002");
});

test("who is enrolled goes before who has withdrawn, a whole name before a part of one, and the rest is counted", () => {
  expect(find("王建国").people.map(({ key }) => key)).toEqual(["B2024-00008", "B2024-00007"]);
  const { people, total, only } = search(BOOK, { find: "甲矿业", class: null, limit: 2 });
  expect([people.length, total, only]).toEqual([2, 5, null]);
  expect(search(BOOK, { find: "王建", class: null, limit: 1 })).toMatchObject({ total: 3, only: null });
});

test("units and classes that are named are given", () => {
  expect(find("一号井").units).toEqual(["甲矿业有限公司"]);
  expect(find("第三期").classes).toEqual(["再培训班第三期", "培训班第三期"]);
});

test("rows that share a number are found", () => {
  const doubled = snapshotOf(
    gridsOfBook(
      bookOf({
        roster: [
          { id: "B1", name: "甲某" },
          { id: "B1", name: "乙某" },
        ],
      }),
    ),
  );
  const { people } = search(doubled, { find: "乙某", class: null, limit: 5 });
  expect(people).toMatchObject([{ key: "B1", name: "乙某", isRepeated: true }]);
});

test("any part of a name, any ending of an id or mobile, and any unit finds whoever has it", () => {
  const row = fc.record({
    name: fc.string({ unit: fc.constantFrom(..."单曾翟王建国强文军"), minLength: 2, maxLength: 3 }),
    idNumber: fc.integer({ min: 1000, max: 1020 }).map((last) => `37999919800101${last}`),
    mobile: fc.integer({ min: 1000, max: 1020 }).map((last) => `1990000${last}`),
    unit: fc.constantFrom("甲矿业有限公司", "乙石料厂"),
  });
  const matching = (rows: readonly { readonly key: string }[]): string[] => rows.map(({ key }) => key).sort();
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 12 }), fc.nat(), fc.integer({ min: 0, max: 2 }), (roster, at, from) => {
      const book = bookOf({ roster });
      const one = book.roster[at % book.roster.length];
      if (one === undefined) return;
      const found = (text: string): string[] => matching(search(book, { find: text, class: null, limit: 99 }).people);
      const sign = String(one.name).slice(from % String(one.name).length);
      expect(found(sign)).toEqual(matching(book.roster.filter(({ name }) => name?.includes(sign))));
      const ending = String(one.idNumber).slice(-4 - from);
      const ends = book.roster.filter(({ idNumber, mobile }) => [idNumber, mobile].some((text) => String(text).endsWith(ending)));
      expect(found(ending)).toEqual(matching(ends));
      expect(found(String(one.unit))).toEqual(matching(book.roster.filter(({ unit }) => unit === one.unit)));
      const both = `${sign} ${ending}`;
      expect(found(both)).toEqual(matching(ends.filter(({ name }) => name?.includes(sign))));
    }),
    { numRuns: 150 },
  );
});
