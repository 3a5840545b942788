import fc from "fast-check";
import { hashOf, sizeOf } from "../../../apps-script/domain/changes/change-set";
import { packBase } from "../../../apps-script/domain/exchange/identity";
import { rowIdOf } from "../../../apps-script/domain/exchange/row-id";
import { UNIT_COLUMNS } from "../../../apps-script/domain/schema/unit-columns";
import type { Snapshot } from "../../../apps-script/domain/snapshot/snapshot";
import type { Value } from "../../../apps-script/domain/snapshot/value";
import { sealerOf } from "../../support/books";
import {
  type Cells,
  EXCHANGE,
  importFiles,
  type Played,
  returnedFile,
  returnedReport,
  sentBook,
  UNIT,
  unitValues,
  WORKBOOK,
} from "../../support/exchange-lab";
import { toldBy } from "../../support/exchange-story";
import { idOf } from "./lists";

/** The fifteen guarantees of the unit exchange, each shown on whole files and a whole workbook. */

const TITLES = ["姓名", "证件号", "手机号", "工作单位", "学历", "证书编号", "证件有效期", "备注"];
const EDITABLE = ["手机号", "学历", "证书编号", "证件有效期", "备注"];
const PEOPLE = 4;
const RUNS = process.env.ANPEI_SOAK ? 100 : 12;
const person = (serial: number, unit = UNIT): Cells => ({
  报名编号: `B2024-0000${serial}`,
  姓名: "王梦李明赵刚孙洁周涛吴敏".slice(serial * 2 - 2, serial * 2),
  证件号: idOf(serial),
  手机号: `1380013800${serial}`,
  工作单位: unit,
  学历: "大专",
  证件有效期: "2024-06-15",
});
const agreed = Array.from({ length: PEOPLE }, (_all, place) => person(place + 1));
const asReturned = (people: readonly Cells[]): Cells[] =>
  people.map(({ 报名编号: id, ...cells }) => ({ ...cells, 行号: id ?? null }));
const fileOf = (people: readonly Cells[], more: Partial<Parameters<typeof returnedFile>[0]> = {}) =>
  returnedFile({ titles: TITLES, sent: agreed, rows: asReturned(people), ...more });
const bookWith = (roster: readonly Cells[]): Snapshot => sentBook(roster, [{ generation: 1, people: agreed }]);
const changed = (people: readonly Cells[], place: number, cells: Cells): Cells[] =>
  people.map((one, index) => (index === place ? { ...one, ...cells } : one));
const sizeOfDecision = ({ decision }: Played): number => sizeOf({ ...decision, blanked: decision.blanked ?? [] });
const rosterOf = (played: Played) => toldBy(played).roster;
const codesOf = (played: Played) => returnedReport(played).findings.map(({ code }) => code);

/** Random edits of a side, values of each column's own kind. Not everybody's cell of one column: that is G8's. */
const VALUES: Readonly<Record<string, readonly Value[]>> = {
  手机号: ["13900139001", "13900139002", "13900139003"],
  学历: ["本科", "硕士", "大专"],
  证书编号: ["A1", "A2"],
  证件有效期: ["2025-01-31", "2024年6月15日", "2026.2.3"],
  备注: ["夜班", "素食"],
};
const edit = fc.constantFrom(...EDITABLE).chain((title) =>
  fc.record({
    place: fc.integer({ min: 0, max: PEOPLE - 2 }),
    title: fc.constant(title),
    value: fc.constantFrom<Value>(...(VALUES[title] ?? [])),
  }),
);
const edits = fc.array(edit, { maxLength: 8 });
type Edit = { readonly place: number; readonly title: string; readonly value: Value };
const edited = (people: readonly Cells[], list: readonly Edit[]): Cells[] =>
  list.reduce<Cells[]>((all, { place, title, value }) => changed(all, place, { [title]: value }), [...people]);
const canonical = (list: readonly Edit[]): Edit[] =>
  list.map((one) => ({
    ...one,
    value: one.value === "2024年6月15日" ? "2024-06-15" : one.value === "2026.2.3" ? "2026-02-03" : one.value,
  }));

test("G1 identity: a file that comes back as it went changes nothing; with 名册 as it was, theirs is taken", () => {
  fc.assert(
    fc.property(edits, edits, (ours, theirs) => {
      const roster = edited(agreed, canonical(ours));
      expect(rosterOf(importFiles(bookWith(roster), [fileOf(agreed)]))).toEqual(
        toldBy({ decision: { cells: [], rows: [], findings: [], summary: {} }, reports: [], after: bookWith(roster) }).roster,
      );
      const taken = importFiles(bookWith(agreed), [fileOf(edited(agreed, theirs))]);
      expect(returnedReport(taken).cells.conflicts).toBe(0);
      expect(rosterOf(taken)).toEqual(edited(agreed, canonical(theirs)));
    }),
    { numRuns: RUNS },
  );
});

test("G2 nothing vanishes: every changed cell is in 名册 or in 冲突, and the counts add up", () => {
  fc.assert(
    fc.property(edits, edits, (ours, theirs) => {
      const roster = edited(agreed, canonical(ours));
      const sent = edited(agreed, canonical(theirs));
      const written = edited(agreed, theirs);
      const played = importFiles(bookWith(roster), [fileOf(written)]);
      const { rows, cells, annotated } = returnedReport(played);
      const conflicts = new Set(played.after.conflicts.map(({ enrolment, column }) => `${enrolment} ${column}`));
      const now = rosterOf(played);
      agreed.forEach((before, place) => {
        for (const title of EDITABLE) {
          const key = `${before.报名编号} ${title}`;
          for (const side of [roster, sent]) {
            const value = side[place]?.[title] ?? null;
            if (value !== (before[title] ?? null)) expect(conflicts.has(key) || now[place]?.[title] === value).toBe(true);
          }
        }
      });
      expect(rows.new + rows.changed + rows.unchanged + rows.refused).toBe(rows.total);
      const filled = written.flatMap((one) => TITLES.filter((title) => (one[title] ?? null) !== null)).length;
      expect(cells.applied + cells.equal + cells.conflicts + cells.refused).toBe(filled);
      expect(cells.applied + cells.conflicts + cells.refused).toBe(annotated.flatMap((row) => row.cells).length);
      expect(cells.conflicts).toBe(conflicts.size);
    }),
    { numRuns: RUNS },
  );
});

test("G3 no invention: 名册 holds ours or theirs, and no cell holds both", () => {
  fc.assert(
    fc.property(edits, edits, (ours, theirs) => {
      const roster = edited(agreed, canonical(ours));
      const sent = edited(agreed, canonical(theirs));
      rosterOf(importFiles(bookWith(roster), [fileOf(edited(agreed, theirs))])).forEach((row, place) => {
        for (const title of TITLES)
          expect([roster[place]?.[title] ?? null, sent[place]?.[title] ?? null]).toContain(row[title] ?? null);
      });
    }),
    { numRuns: RUNS },
  );
});

test("G4 re-import is a no-op: the same content, renamed and sorted, and once more with one cell changed", () => {
  fc.assert(
    fc.property(edits, edits, (ours, theirs) => {
      const first = importFiles(bookWith(edited(agreed, canonical(ours))), [fileOf(edited(agreed, theirs))]);
      const again = importFiles(first.after, [fileOf([...edited(agreed, theirs)].reverse(), { file: "再发.xlsx" })]);
      expect(sizeOfDecision(again)).toBe(0);
      expect(returnedReport(again).importedBefore).toBe(true);
      const more = importFiles(first.after, [fileOf(changed(edited(agreed, theirs), 3, { 备注: "又一件事" }))]);
      const open = [...first.after.conflicts].map(({ key }) => key).sort();
      if (theirs.length > 0) expect([...more.after.conflicts].map(({ key }) => key).sort()).toEqual(open);
      expect(returnedReport(more).cells.applied).toBe(1);
    }),
    { numRuns: RUNS },
  );
});

test("G5 symmetry: the same cells are in conflict with the sides exchanged", () => {
  const conflictsOf = (ours: readonly Edit[], theirs: readonly Edit[]) =>
    importFiles(bookWith(edited(agreed, canonical(ours))), [fileOf(edited(agreed, theirs))])
      .after.conflicts.map(({ key }) => key)
      .sort();
  fc.assert(
    fc.property(edits, edits, (ours, theirs) => expect(conflictsOf(theirs, ours)).toEqual(conflictsOf(ours, theirs))),
    { numRuns: RUNS },
  );
});

test("G6 convergence: both sides made the same change, each in its own spelling", () => {
  const roster = changed(agreed, 0, { 证件有效期: "2027-03-05", 手机号: "13900139001" });
  const theirs = changed(agreed, 0, { 证件有效期: "2027年3月5日", 手机号: " 139-0013-9001 " });
  const played = importFiles(bookWith(roster), [fileOf(theirs)]);
  expect(returnedReport(played).cells.conflicts).toBe(0);
  expect(rosterOf(played)).toEqual(roster);
});

describe("G7 order independence", () => {
  test("rows and columns may stand in any order", () => {
    fc.assert(
      fc.property(
        edits,
        fc.shuffledSubarray(TITLES, { minLength: TITLES.length }),
        fc.shuffledSubarray([0, 1, 2, 3], { minLength: PEOPLE }),
        (theirs, titles, order) => {
          const people = edited(agreed, theirs);
          const turned = order.map((place) => people[place] ?? {});
          const plain = importFiles(bookWith(agreed), [fileOf(people)]);
          const moved = importFiles(bookWith(agreed), [fileOf(turned, { titles })]);
          expect(rosterOf(moved)).toEqual(rosterOf(plain));
          expect(returnedReport(moved).fingerprint).toBe(returnedReport(plain).fingerprint);
        },
      ),
      { numRuns: RUNS },
    );
  });

  test("of two units' files either may come first", () => {
    const other = "乙矿业有限公司";
    const theirs = [person(5, other), person(6, other)];
    const book = sentBook(
      [...agreed, ...theirs],
      [
        { generation: 1, people: agreed },
        { exchange: "X00002", unit: other, generation: 1, people: theirs },
      ],
    );
    fc.assert(
      fc.property(edits, fc.constantFrom(...EDITABLE), (list, title) => {
        const one = fileOf(edited(agreed, list));
        const value = VALUES[title]?.[0] ?? null;
        const two = fileOf(changed(theirs, 0, { [title]: value }), { exchange: "X00002", sent: theirs, file: "乙.xlsx" });
        const forth = importFiles(book, [one, two]);
        const back = importFiles(book, [two, one]);
        expect(rosterOf(back)).toEqual(rosterOf(forth));
        expect([...back.after.conflicts.map(({ key }) => key)].sort()).toEqual(
          [...forth.after.conflicts.map(({ key }) => key)].sort(),
        );
        const apart = importFiles(importFiles(book, [two]).after, [one]);
        expect(rosterOf(apart)).toEqual(rosterOf(forth));
      }),
      { numRuns: RUNS },
    );
  });
});

describe("G8 deletion guard", () => {
  const stops: readonly (readonly [name: string, rows: readonly Cells[], code: string])[] = [
    ["more than half are missing", agreed.slice(0, 1), "E19"],
    ["the sheet is empty", [], "E20"],
    ["one column changed in every row", agreed.map((one, place) => ({ ...one, 手机号: `1390013900${place}` })), "E21"],
  ];
  test.each(stops)("%s: nothing is taken until somebody says so", (_name, rows, code) => {
    const played = importFiles(bookWith(agreed), [fileOf(rows)]);
    expect(sizeOfDecision(played)).toBe(0);
    expect(returnedReport(played).stopped).toMatchObject({ code, isQuestion: true });
    const forced = importFiles(bookWith(agreed), [fileOf(rows)], { force: true });
    expect(returnedReport(forced).stopped).toBeNull();
    expect(forced.after.roster).toHaveLength(PEOPLE);
  });

  test("a person who is missing becomes 待办 and stays in 名册", () => {
    const played = importFiles(bookWith(agreed), [fileOf(agreed.slice(0, 3))]);
    expect(toldBy(played).todo).toEqual(["单位表中已无此人 孙洁 B2024-00004"]);
    expect(rosterOf(played)).toEqual(agreed);
    expect(returnedReport(played).rows.missing).toBe(1);
  });
});

test("G9 crash safety: 名册, 冲突, 往来 and 底稿 change in one change set, or not at all", () => {
  const book = bookWith(changed(agreed, 0, { 手机号: "13900139001" }));
  const { decision } = importFiles(book, [fileOf(changed(changed(agreed, 0, { 手机号: "13900139002" }), 1, { 备注: "夜班" }))]);
  const tables = new Set([...decision.cells, ...decision.rows].map(({ table }) => table));
  for (const table of ["roster", "conflicts", "exchanges", "bases"]) expect(tables).toContain(table);
});

test("G10 no base, no guess: without its 底稿, or with one that was changed, every difference is a conflict", () => {
  const theirs = fileOf(changed(agreed, 0, { 学历: "本科" }));
  const lost: Snapshot = { ...bookWith(agreed), bases: [] };
  const spoiled = bookWith(agreed);
  const other = packBase(unitValues({ ...agreed[1], 备注: "别的" }));
  const bases = {
    corrupt: spoiled.bases.map((row, place) => (place === 1 ? { ...row, values: "{" } : row)),
    altered: spoiled.bases.map((row, place) => (place === 1 ? { ...row, values: other } : row)),
  };
  for (const book of [{ ...spoiled, bases: bases.corrupt }, { ...spoiled, bases: bases.altered }, lost]) {
    const played = importFiles(book, [theirs]);
    expect(toldBy(played).conflicts.map(({ 列, 对方 }) => [列, 对方])).toEqual([["学历", "本科"]]);
    expect(rosterOf(played)).toEqual(agreed);
    expect(returnedReport(played).rows.missing).toBe(0);
  }
  const unsent = importFiles({ ...lost, exchanges: [] }, [theirs]);
  expect(unsent.reports.map(({ kind, findings }) => [kind, findings.some(({ code }) => code === "E29")])).toEqual([
    ["foreign", true],
  ]);
  expect(rosterOf(unsent)).toEqual(agreed);
});

test("G11 concurrent change: every cell says what 名册 held when it was decided", () => {
  const { decision } = importFiles(bookWith(agreed), [fileOf(changed(agreed, 0, { 手机号: "13900139001" }))]);
  const cell = decision.cells.find(({ table, column }) => table === "roster" && column === "mobile");
  expect(cell).toMatchObject({ row: "B2024-00001", before: "13800138001", after: "13900139001" });
});

test("G12 identity: whatever pairs of rows change places under their ids, nobody gets another's cells", () => {
  fc.assert(
    fc.property(
      fc.shuffledSubarray([0, 1, 2, 3], { minLength: PEOPLE }),
      fc.constantFrom("13900139001", "13900139002"),
      (order, mobile) => {
        const rows = order.map((place, index) => ({
          ...agreed[place],
          手机号: mobile,
          报名编号: agreed[index]?.报名编号 ?? null,
        }));
        const played = importFiles(bookWith(agreed), [fileOf(rows)], { force: true });
        const right = order.filter((place, index) => place === index);
        const now = rosterOf(played);
        agreed.forEach((before, place) => {
          const isStopped = PEOPLE - right.length > 2;
          expect(now[place]).toEqual(right.includes(place) && !isStopped ? { ...before, 手机号: mobile } : before);
        });
      },
    ),
  );
});

test("G13 dry run = real run: deciding again decides the same", () => {
  const book = bookWith(changed(agreed, 0, { 手机号: "13900139001" }));
  const files = [fileOf(changed(agreed, 0, { 手机号: "13900139002" }))];
  const hash = (played: Played) => hashOf({ action: "import", blanked: [], ...played.decision });
  expect(hash(importFiles(book, files))).toBe(hash(importFiles(book, files)));
});

test("G14 reader agreement: days as serial numbers, padded text and numbers for text are the same content", () => {
  const other = agreed.map((one) => ({ ...one, 证件有效期: 45458, 姓名: `　${one.姓名} `, 手机号: Number(one.手机号) }));
  const read = importFiles(bookWith(agreed), [fileOf(agreed)]);
  const again = importFiles(bookWith(agreed), [fileOf(other)]);
  expect(returnedReport(again).fingerprint).toBe(returnedReport(read).fingerprint);
  expect(rosterOf(again)).toEqual(agreed);
});

test("G15 columns of one group: the number and the day of one certificate are not mixed from two sides", () => {
  const roster = changed(agreed, 0, { 证件有效期: "2027-06-15" });
  const plain = bookWith(roster);
  const [first] = plain.settings;
  const grouped = {
    ...plain,
    settings: [...plain.settings, ...(first ? [{ ...first, key: "同组列", item: "同组列", value: "证书编号+证件有效期" }] : [])],
  };
  const file = fileOf(changed(agreed, 0, { 证书编号: "A1" }));
  expect(importFiles(plain, [file]).after.conflicts).toHaveLength(0);
  expect(importFiles(grouped as unknown as Snapshot, [file]).after.conflicts.map(({ column }) => column)).toEqual([
    "证书编号",
    "证件有效期",
  ]);
});

test("every pair of cells edited on both sides: a conflict exactly when it is the same cell and different values", () => {
  const cells = [0, 1].flatMap((place) => EDITABLE.map((title) => ({ place, title })));
  for (const mine of cells) {
    for (const yours of cells) {
      for (const [our, their] of [
        [0, 1],
        [0, 0],
      ] as const) {
        const ours = edited(agreed, canonical([{ ...mine, value: VALUES[mine.title]?.[our] ?? null }]));
        const theirs = edited(agreed, [{ ...yours, value: VALUES[yours.title]?.[their] ?? null }]);
        const isClash = mine.place === yours.place && mine.title === yours.title && our !== their;
        const isRealChange = !(yours.title === "证件有效期" && their === 1);
        const { conflicts } = importFiles(bookWith(ours), [fileOf(theirs)]).after;
        expect(conflicts.map(({ column }) => column)).toEqual(isClash && isRealChange ? [mine.title] : []);
      }
    }
  }
});

test("row ids of another exchange or workbook are nobody's here", () => {
  const ids = [WORKBOOK, "other"].map((workbook) => rowIdOf("B2024-00001", EXCHANGE, sealerOf(workbook)));
  expect(new Set(ids).size).toBe(2);
  const played = importFiles(bookWith(agreed), [fileOf(agreed, { workbook: "other" })]);
  expect(codesOf(played)).toEqual(["E02"]);
  expect(sizeOfDecision(played)).toBe(0);
  expect(UNIT_COLUMNS).toHaveLength(11);
});
