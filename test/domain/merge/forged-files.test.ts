import fc from "fast-check";
import { olderCheck } from "../../../apps-script/domain/exchange/row-id";
import type { Value } from "../../../apps-script/domain/snapshot/value";
import { type Cells, importFiles, returnedFile, sentBook, UNIT, WORKBOOK } from "../../support/exchange-lab";
import { idOf } from "./lists";

/** A unit that has its own file only writes one "of" another unit: public parts are all it knows of the others. */

const OTHER = "乙矿业有限公司";
const OTHERS_EXCHANGE = "X00002";
const person = (serial: number, unit: string): Cells => ({
  报名编号: `B2024-${String(serial).padStart(5, "0")}`,
  姓名: "王梦李明赵刚孙洁周涛吴敏".slice(serial * 2 - 2, serial * 2),
  证件号: idOf(serial),
  手机号: `1380013800${serial}`,
  工作单位: unit,
  证件有效期: "2024-06-15",
});
const own = [1, 2].map((serial) => person(serial, UNIT));
const others = [3, 4, 5, 6].map((serial) => person(serial, OTHER));
const book = sentBook(
  [...own, ...others],
  [
    { generation: 1, people: own },
    { exchange: OTHERS_EXCHANGE, unit: OTHER, generation: 1, people: others },
  ],
);

/** As anybody can work them out. */
const olderId = (enrolment: string): string => `${enrolment}.${olderCheck(enrolment, OTHERS_EXCHANGE, WORKBOOK)}`;

const TITLES = ["姓名", "证件号", "手机号", "工作单位", "进度"];
const forgery = fc.record({
  ids: fc.subarray([3, 4, 5, 6], { minLength: 1 }),
  cells: fc.record({
    手机号: fc.constantFrom<Value>(null, "13900139000"),
    姓名: fc.constantFrom<Value>(null, "王梦"),
    进度: fc.constantFrom<Value>(null, "x"),
    /** What a spreadsheet would leave of the ids, as far as a forger can guess them. */
    证件号: fc.constantFrom<Value>(null, 379999195301010000, "379999195301010000", "3.79999E+17"),
  }),
  generation: fc.constantFrom(1, 2),
  identity: fc.constantFrom("both" as const, "sheet" as const, "keywords" as const, "none" as const, "disagree" as const),
  /** The hash is over what the forger knows: its own people, nobody, or blank rows of the others. */
  sent: fc.constantFrom<readonly Cells[]>(
    own,
    [],
    others.map(({ 报名编号: id }) => ({ 报名编号: id ?? null })),
  ),
});

test("a file made from public parts is a list: nobody of the other unit changes, and nothing of theirs is answered", () => {
  fc.assert(
    fc.property(forgery, ({ ids, cells, generation, identity, sent }) => {
      const file = returnedFile({
        titles: TITLES,
        exchange: OTHERS_EXCHANGE,
        generation,
        identity,
        sent,
        rows: ids.map((serial) => ({
          ...cells,
          行号: olderId(`B2024-${String(serial).padStart(5, "0")}`),
        })),
      });
      const played = importFiles(book, [file], { answer: true });
      expect(played.reports.map(({ kind }) => kind)).toEqual(["foreign"]);
      expect(played.after.roster.slice(0, 6)).toEqual(book.roster);
      expect(played.decision.rows.filter(({ values }) => values.direction === "发出")).toEqual([]);
    }),
    { numRuns: process.env.ANPEI_SOAK ? 200 : 60 },
  );
});

test("the unit's own file, which holds what was sent to it, is ours", () => {
  const rows = others.map(({ 报名编号: id, ...cells }) => ({ ...cells, 行号: id ?? null }));
  const file = returnedFile({ titles: TITLES, exchange: OTHERS_EXCHANGE, sent: others, rows });
  expect(importFiles(book, [file]).reports.map(({ kind }) => kind)).toEqual(["returned"]);
});
