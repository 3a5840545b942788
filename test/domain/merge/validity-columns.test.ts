import type { CellRange } from "../../../apps-script/domain/merge/table-file";
import { bookOf } from "../../support/books";
import { fileOf, idOf, importInto, type Line } from "./lists";

const HEAD: Line = ["姓名", "证件号", "工作单位", "职位", "申报类型"];
const FIRST = "2021-06-21";
const LAST = "2024-06-20";
const people = (...cells: Line): Line[] =>
  ["测甲", "测乙"].map((name, index) => [name, idOf(index), "甲矿业有限公司", "主要负责人", "再培训", ...cells]);
const over = (firstRow: number, lastRow: number, firstColumn: number, lastColumn: number): CellRange => ({
  firstRow,
  lastRow,
  firstColumn,
  lastColumn,
});
const SPANNED = [0, 1, 2, 3, 4].map((column) => over(1, 2, column, column));

function taken(lines: readonly Line[], merges: readonly CellRange[] = []) {
  const { decision, after } = importInto(bookOf({ units: [{ name: "甲矿业有限公司" }] }), fileOf(lines, merges));
  const [report] = decision.reports;
  return {
    people: after.roster.map(({ name, validUntil }) => `${name} ${validUntil}`),
    said: (report?.findings ?? []).map(({ code, message }) => `${code} ${message.replace("名单.xlsx·人员：", "")}`),
  };
}

const bothLast = [`测甲 ${LAST}`, `测乙 ${LAST}`];

test.each<[name: string, lines: readonly Line[], merges: readonly CellRange[]]>([
  [
    "two lines, spanned cells",
    [[...HEAD, "有效期限"], [null, null, null, null, null, "起始日期", "截止日期"], ...people(FIRST, LAST)],
    [...SPANNED, over(1, 1, 5, 6)],
  ],
  ["two lines, nothing merged", [[...HEAD, "有效期限"], [null, null, null, null, null, "自", "至"], ...people(FIRST, LAST)], []],
  [
    "the last day first",
    [[...HEAD, "证件有效期", null], [null, null, null, null, null, "到期", "发证"], ...people(LAST, FIRST)],
    SPANNED,
  ],
  ["one line, in brackets", [[...HEAD, "有效期（起）", "有效期（止）"], ...people(FIRST, LAST)], []],
  ["one line, in words", [[...HEAD, "证书有效期开始日期", "证书有效期结束日期"], ...people(FIRST, LAST)], []],
  ["a wide cell over one day", [[...HEAD, "有效期限"], ...people(null, LAST)], [over(1, 1, 5, 6)]],
  [
    "both days in one cell",
    [[...HEAD, "有效期起止"], ...people(`${FIRST.replaceAll("-", ".")}-${LAST.replaceAll("-", ".")}`)],
    [],
  ],
  ["both days in one cell, in words", [[...HEAD, "证书有效期（起止日期）"], ...people(`${FIRST}至${LAST}`)], []],
  ["a column of words beside it", [[...HEAD, "有效期限", null], ...people(LAST, "已换证")], []],
  ["a column of telephones beside it", [[...HEAD, "有效期限", null], ...people(LAST, "0535-1234567")], []],
])("the last day is taken: %s", (_name, lines, merges) => {
  const { people: found, said } = taken(lines, merges);
  expect(found).toEqual(bothLast);
  expect(said).toEqual([]);
});

test.each<[name: string, lines: readonly Line[], merges: readonly CellRange[]]>([
  ["merged over both", [[...HEAD, "有效期限"], ...people(FIRST, LAST)], [over(1, 1, 5, 6)]],
  ["not merged, the second without a header", [[...HEAD, "有效期限"], ...people(FIRST, LAST)], []],
  ["the second in errors", [[...HEAD, "有效期限"], ...people(FIRST, "#REF!")], []],
  ["the second without a year", [[...HEAD, "有效期限"], ...people(FIRST, "6月20日")], []],
  ["the second a day that a program shifted", [[...HEAD, "有效期限"], ...people(FIRST, "2024-06-19 23:59:17")], []],
  ["the second without an end", [[...HEAD, "有效期限"], ...people(FIRST, "长期")], []],
  ["the same header twice", [[...HEAD, "有效期", "有效期"], ...people(FIRST, LAST)], []],
  ["two words that say the same", [[...HEAD, "证件有效期", "有效期限"], ...people(FIRST, LAST)], []],
  ["a word between the days", [[...HEAD, "有效期限"], ...people(FIRST, "至", LAST)], [over(1, 1, 5, 7)]],
  [
    "words that part nothing",
    [[...HEAD, "有效期限"], [null, null, null, null, null, "甲", "乙"], ...people(FIRST, LAST)],
    [...SPANNED, over(1, 1, 5, 6)],
  ],
])("two days without a word for each are asked about: %s", (_name, lines, merges) => {
  const { people: found, said } = taken(lines, merges);
  expect(found).toEqual(["测甲 null", "测乙 null"]);
  expect(said).toEqual([
    expect.stringMatching(/^I28 F列“.*有效期限?.*”和[GH]列“有效期限?.*”都像有效期，没有写哪一列是起、哪一列是止，没有读取。$/u),
  ]);
});

test("each of two columns is named by its own header", () => {
  const lines = [[...HEAD, "有效期限"], [null, null, null, null, null, "甲", "乙"], ...people(FIRST, LAST)];
  expect(taken(lines, [...SPANNED, over(1, 1, 5, 6)]).said[0]).toContain("F列“有效期限 甲”和G列“有效期限 乙”都像有效期");
});

test("the same header over the same days twice is one of them, and said", () => {
  const { people: found, said } = taken([[...HEAD, "有效期", "有效期"], ...people(LAST, LAST)]);
  expect(found).toEqual(bothLast);
  expect(said).toEqual([expect.stringMatching(/^I04 F列“有效期”和G列“有效期”都像“证件有效期”/u)]);
});

test("a lower line of the header is nobody, whatever it says", () => {
  const lines = [[...HEAD, "家庭地址"], [null, null, null, null, null, "市", "县"], ...people("甲市", "乙县")];
  expect(taken(lines, [...SPANNED, over(1, 1, 5, 6)])).toEqual({ people: ["测甲 null", "测乙 null"], said: [] });
});

test("a column about 有效期 that is not read is named", () => {
  const { people: found, said } = taken([[...HEAD, "有效期(初领至复审)"], ...people(LAST)]);
  expect(found).toEqual(["测甲 null", "测乙 null"]);
  expect(said).toEqual(["I28 F列“有效期(初领至复审)”像是有效期，不能确定是不是到期的日子，没有读取。"]);
});

test("a number's own word counts more than the word above both", () => {
  const lines = [[...HEAD, "联系电话"], [null, null, null, null, null, "座机", "手机"], ...people("0535-1234567", "13900000001")];
  const { after } = importInto(bookOf({}), fileOf(lines, [...SPANNED, over(1, 1, 5, 6)]));
  expect(after.roster.map(({ mobile }) => mobile)).toEqual(["13900000001", "13900000001"]);
});
