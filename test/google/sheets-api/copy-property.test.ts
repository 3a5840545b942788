import fc from "fast-check";
import { TABLES, type Table, titlesOf } from "../../../apps-script/domain/schema/index";
import { readBook } from "../../../node-sync/src/copy/read-book";
import { readSheet } from "../../../node-sync/src/copy/read-sheet";
import { buildTabs } from "../../../node-sync/src/google/build-tabs";
import { filledWorkbook } from "../../../node-sync/src/workbook/new-workbook";
import { loadTabs } from "../lab";
import { type Loopback, startLoopback } from "../loopback";
import { apiLab } from "./api-lab";
import { type HandCell, type HandTab, handBook, seenInBook } from "./hand-book";

const RUNS = process.env.ANPEI_SOAK ? 150 : 5;
let google: Loopback;
beforeAll(async () => {
  google = await startLoopback();
});
afterAll(() => google.close());

const aText = fc.oneof(
  fc.constantFrom(
    "007",
    "=1+1",
    "+8619900000001",
    "-5",
    "@甲",
    "'7",
    " 留白 ",
    "两\n行",
    "一\r\n二",
    "_x0041_",
    "TRUE",
    "1e5",
    "  ",
  ),
  fc.constantFrom("2024-03-01", "09:00", "#N/A", "379999198001010024", "清空", "𠮷", '<&>"', "\t", "３"),
  fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 }).filter((text) => !/[\p{Cc}\p{Cn}]/u.test(text)),
);
const aNumber = fc.oneof(
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0),
  fc.constantFrom(45_000, 0.1, 20_240_301, 0, -1),
);
const second = fc.integer({ min: 1, max: 86_399 }).map((seconds) => seconds / 86_400);
const day = fc.integer({ min: 61, max: 73_000 });
const aMoment = fc.oneof(
  day.map((moment) => ({ moment, format: "yyyy-mm-dd" })),
  day.map((moment) => ({ moment, format: 'yyyy"年"m"月"d"日"' })),
  second.map((moment) => ({ moment, format: "h:mm" })),
  fc.tuple(day, second).map(([whole, part]) => ({ moment: whole + part, format: "yyyy/m/d h:mm:ss" })),
  fc.tuple(day, second).map(([whole, part]) => ({ moment: whole + part, format: "[h]:mm:ss" })),
);
const aCell: fc.Arbitrary<HandCell> = fc.oneof(
  { weight: 3, arbitrary: fc.constant(null) },
  { weight: 4, arbitrary: aText },
  { weight: 2, arbitrary: aNumber },
  { weight: 2, arbitrary: aMoment },
  { weight: 1, arbitrary: fc.boolean() },
);

/** A tab as staff may have left it: columns in any order with some of their own, blank rows above and between. */
function aTab(table: Table): fc.Arbitrary<HandTab> {
  const titles = titlesOf(table);
  const header = fc
    .tuple(fc.uniqueArray(fc.constantFrom("我的列", "合计", "0012", "=x"), { maxLength: 3 }), fc.integer({ min: 0, max: 99 }))
    .map(([own, turn]) => [...titles.slice(turn % titles.length), ...own, ...titles.slice(0, turn % titles.length)]);
  const above = fc.constantFrom(0, 0, 2);
  return fc.tuple(header, above, fc.integer({ min: 0, max: 5 })).chain(([head, blank, rows]) =>
    fc
      .array(fc.oneof(fc.constant([]), fc.array(aCell, { minLength: head.length, maxLength: head.length })), {
        minLength: rows,
        maxLength: rows,
      })
      .map((cells) => ({ title: table.title, cells: [...Array<HandCell[]>(blank).fill([]), head, ...cells] })),
  );
}

const aBook = fc.tuple(
  aTab(TABLES.roster),
  aTab(TABLES.settings),
  aTab(TABLES.bases),
  aTab(TABLES.payments),
  aTab(TABLES.changeParts),
);

test("xlsx → Sheet → xlsx: every cell keeps its kind and its value", async () => {
  await fc.assert(
    fc.asyncProperty(aBook, async (tabs) => {
      loadTabs(google.workbook, [{ title: "Sheet1", cells: [] }]);
      google.clock.advance(60_000);
      const lab = await apiLab(google);
      const first = await handBook(tabs);
      await buildTabs(lab, (await readBook(first, "甲.xlsx")).tabs);
      const second = await filledWorkbook(2024, (await readSheet(lab.client)).tabs);
      const expected = seenInBook(await handBook(tabs.map(withoutBlanksAbove)));
      const seen = [...seenInBook(second)].filter(([place, content]) => !place.startsWith("说明 ") && content !== "z undefined");
      expect(Object.fromEntries(seen)).toEqual(Object.fromEntries(expected));
    }),
    { numRuns: RUNS },
  );
});

function withoutBlanksAbove({ title, cells }: HandTab): HandTab {
  return { title, cells: cells.slice(cells.findIndex((line) => line.length > 0)) };
}
