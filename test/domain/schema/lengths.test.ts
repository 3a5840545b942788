import { PART_LENGTH } from "../../../apps-script/domain/changes/journal";
import { OutcomeBuilder } from "../../../apps-script/domain/changes/outcome";
import { packBase } from "../../../apps-script/domain/exchange/identity";
import { SENT_COLUMNS, sentCells, sentColumn, shownValuesOf } from "../../../apps-script/domain/exchange/sent-rows";
import { readCell } from "../../../apps-script/domain/merge/read-cell";
import { longestOf, ROSTER, TABLES, type Table } from "../../../apps-script/domain/schema/index";
import { UNIT_COLUMNS, type UnitColumn } from "../../../apps-script/domain/schema/unit-columns";
import { CELL_UNITS, cutTo, cutToCell, firstOf, isLonger, lengthOf } from "../../../apps-script/domain/snapshot/text-length";
import type { Value } from "../../../apps-script/domain/snapshot/value";
import { bookOf } from "../../support/books";

const SURROGATE = "\u{20b9f}";

describe("lengths in characters", () => {
  test.each([
    ["", 0],
    ["王梦", 2],
    [SURROGATE.repeat(3), 3],
    ["\ud842", 1],
    [`a\ud842${SURROGATE}`, 3],
  ])("of %j", (text, length) => {
    expect(lengthOf(text)).toBe(length);
    expect([isLonger(text, length), length > 0 && isLonger(text, length - 1)]).toEqual([false, length > 0]);
    expect(firstOf(text, length)).toBe(text);
  });

  test("a cut text is as long as allowed, ends with … and holds no half of a character", () => {
    expect(cutTo(SURROGATE.repeat(10), 4)).toBe(`${SURROGATE.repeat(3)}…`);
    expect(cutTo("1234", 4)).toBe("1234");
    const cell = cutToCell(`a${SURROGATE.repeat(CELL_UNITS)}`);
    expect([cell.length <= CELL_UNITS, cell.endsWith("…"), /[\ud800-\udbff](?![\udc00-\udfff])/.test(cell)]).toEqual([
      true,
      true,
      false,
    ]);
  });
});

/** What JSON makes six units of: no character of a text takes more. */
const WORST = ["\u0001", "\ud842", '"', SURROGATE];

test("a row of 底稿 fits its cell whatever an enrolment holds", () => {
  for (const character of WORST) {
    const row = Object.fromEntries(SENT_COLUMNS.map((column) => [column, character.repeat(CELL_UNITS)]));
    const cells = sentCells(row as Parameters<typeof sentCells>[0], "2024-03-12");
    const packed = packBase(cells.values, { shown: shownValuesOf(cells), takenFrom: 999_999 });
    expect(packed.length).toBeLessThanOrEqual(longestOf(TABLES.bases.columns.values));
  }
  const full = SENT_COLUMNS.map((column): [string, string] => [column, "\u0001".repeat(longestOf(sentColumn(column)))]);
  expect(JSON.stringify(Object.fromEntries(full)).length).toBeLessThanOrEqual(longestOf(TABLES.bases.columns.values));
});

test("no column may hold more than a cell does, and neither may a part of _改动", () => {
  for (const table of Object.values<Table>(TABLES)) {
    for (const column of Object.values(table.columns)) {
      const isBook = column.owner === "system" && column.title === "内容";
      expect([table.title, column.title, longestOf(column) * (isBook ? 1 : 2) <= CELL_UNITS]).toEqual([
        table.title,
        column.title,
        true,
      ]);
    }
  }
  expect(PART_LENGTH).toBeLessThanOrEqual(CELL_UNITS);
});

test("民委发〔2016〕33号 asks for a name of at least 50 characters", () => {
  expect(longestOf(ROSTER.columns.name)).toBeGreaterThanOrEqual(50);
});

test.each(UNIT_COLUMNS)("%s is taken to its last character and refused with one more", (column: UnitColumn) => {
  const most = longestOf(ROSTER.columns[column]);
  for (const character of ["甲", SURROGATE]) {
    expect(readCell(column, ` ${character.repeat(most)}\u200b\n`).unusable).toBeUndefined();
    const { value, unusable, problems } = readCell(column, character.repeat(most + 1));
    expect([value, problems.map(({ code }) => code)]).toEqual([null, ["I23"]]);
    expect(unusable).toContain(`${ROSTER.columns[column].title}有${most + 1}个字，最多${most}个字`);
  }
});

test("what the program says is cut to its column; what people wrote, and keys, are not", () => {
  const out = new OutcomeBuilder();
  const long = "甲".repeat(40_000);
  out.add("todo", { id: long, content: long, subject: long });
  out.add("units", { name: long });
  const [todo, unit] = out.done().rows;
  const lengths = (row: { readonly values: Readonly<Record<string, Value>> } | undefined) =>
    Object.fromEntries(Object.entries(row?.values ?? {}).map(([title, value]) => [title, String(value).length]));
  expect(lengths(todo)).toEqual({ id: 40_000, content: 2000, subject: 200 });
  expect(lengths(unit)).toEqual({ name: 40_000 });
  const [row] = bookOf({ roster: [{ reason: cutTo(long, 2000) }] }).roster;
  const again = new OutcomeBuilder();
  if (row) again.set("roster", row, "reason", long);
  expect(again.done().cells).toEqual([]);
});
