import { columnOf, lettersOf, mergedRange } from "../../node-sync/src/xlsx/cell-reference";
import { toValue } from "../../node-sync/src/xlsx/cell-value";
import { numberAt } from "../../node-sync/src/xlsx/number-bytes";
import { isoText, numberAs, serialText } from "../../node-sync/src/xlsx/serials";
import { kindOfCode, kindOfFormat } from "../../node-sync/src/xlsx/styles";
import { unescapeXstring } from "../../node-sync/src/xlsx/xml";

test.each([
  ["yyyy-mm-dd", "date"],
  ["yyyy\\-mm\\-dd;@", "date"],
  ['[$-804]yyyy"年"m"月"d"日";@', "date"],
  ["[$-404]e/m/d", "date"],
  ["yyyy年m月d日 aaaa", "date"],
  ["mm:ss.0", "date"],
  ["d h:mm", "d"],
  ["[DBNum1][$-804]m月d日", "md"],
  ['yyyy"年"m"月";@', "ym"],
  ["mmm\\-yy", "ym"],
  ["yyyy-mm h:mm:ss", "ym"],
  ["yyyy", "y"],
  ["mmmm", "m"],
  ["yyyy-mm dddd", "ym"],
  ["h:mm AM/PM", "date"],
  ["上午/下午hh时mm分", "date"],
  ["ss.000", "date"],
  ["[Red]m/d/yy", "date"],
  ["YYYY/M/D", "date"],
  ["[h]:mm", "elapsed"],
  ["[mm]:ss", "elapsed"],
  ["General", "number"],
  ["G/通用格式", "number"],
  ["[Red]General", "number"],
  ["@", "number"],
  ["0", "number"],
  ["0\\m", "number"],
  ['0"d"', "number"],
  ["0_d", "number"],
  ["#,##0.00;[Red]-#,##0.00", "number"],
  ["0.00E+00", "number"],
  ['"day "0', "number"],
  ["# ?/?", "number"],
  ["", "number"],
])("format %s shows a %s", (code, kind) => expect(kindOfCode(code)).toBe(kind));

test("built-in formats, unless a code redefines them", () => {
  const dates = Array.from({ length: 82 }, (_, id) => id).filter((id) => kindOfFormat(id, undefined) !== "number");
  const range = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, index) => from + index);
  expect(dates).toEqual([...range(14, 22), ...range(27, 36), ...range(45, 47), ...range(50, 58)]);
  expect(kindOfFormat(46, undefined)).toBe("elapsed");
  expect([17, 27, 36, 50, 52, 57].map((id) => kindOfFormat(id, undefined))).toEqual(Array(6).fill("ym"));
  expect([16, 28, 58].map((id) => kindOfFormat(id, undefined))).toEqual(["md", "md", "md"]);
  expect(kindOfFormat(31, undefined)).toBe("date");
  expect(kindOfFormat(14, "0.00")).toBe("number");
});

test.each([
  [1, false, "1900-01-01"],
  [59, false, "1900-02-28"],
  [60, false, "1900-02-29"],
  [61, false, "1900-03-01"],
  [36525, false, "1999-12-31"],
  [45351, false, "2024-02-29"],
  [45352, false, "2024-03-01"],
  [2958465, false, "9999-12-31"],
  [2958466, false, 2958466],
  [-1, false, -1],
  [0, false, "00:00"],
  [0.5, false, "12:00"],
  [0.354166666666667, false, "08:30"],
  [45366.354166666664, false, "2024-03-15 08:30"],
  [45366.999999, false, "2024-03-16"],
  [45366.00001, false, "2024-03-15 00:00:01"],
  [0, true, "1904-01-01"],
  [0.25, true, "06:00"],
  [1, true, "1904-01-02"],
  [43904, true, "2024-03-15"],
  [2957003, true, "9999-12-31"],
  [2957004, true, 2957004],
])("serial %d (1904: %s) is %s", (serial, date1904, text) => {
  expect(serialText(serial, date1904)).toBe(text);
});

test("every day from 1900-03-01 to 2199 follows the one before", () => {
  for (let serial = 61; serial < 109_600; serial += 1) {
    const day = new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000).toISOString().slice(0, 10);
    if (serialText(serial, false) !== day) expect(serialText(serial, false)).toBe(day);
  }
});

test.each([
  ["ym", "2024年8月"],
  ["md", "8月1日"],
  ["y", "2024年"],
  ["m", "8月"],
] as const)("of a day a format of kind %s shows %s", (kind, text) => {
  expect(numberAs(kind, 45505, false)).toBe(text);
  expect(numberAs(kind, 45505 - 1462, true)).toBe(text);
});

test("elapsed time counts beyond a day", () => {
  expect(numberAs("elapsed", 1.0625, false)).toBe("25:30");
  expect(numberAs("elapsed", 100 + 1 / 86_400, false)).toBe("2400:00:01");
});

test.each([
  ["2024-03-15", "2024-03-15"],
  ["2024-03-15T00:00:00", "2024-03-15"],
  ["2024-03-15T08:30:00.000Z", "2024-03-15 08:30"],
  ["2024-03-15T08:30:09", "2024-03-15 08:30:09"],
  ["08:30:00", "08:30"],
  ["T08:30", "08:30"],
  ["2024年", "2024年"],
])("ISO cell %s is %s", (iso, text) => expect(isoText(iso)).toBe(text));

test.each(["0", "-0.1", "12.5", "45366.354166666664", "123456789012345", "0.000000000000001", "-7", "1.", ".5", "3.14159"])(
  "number %s as JavaScript reads it",
  (text) => {
    const number = numberAt(Buffer.from(text), 0, text.length);
    expect(Number.isNaN(number) || number === Number(text)).toBe(true);
  },
);

test.each(["", "-", ".", "1e5", "1 2", "1.2.3", "1234567890123456", "\u0663"])("%j is left to Number", (text) => {
  const bytes = Buffer.from(text);
  expect(numberAt(bytes, 0, bytes.length)).toBeNaN();
});

test("columns and ranges", () => {
  expect(["A", "Z", "AA", "xfd", "B12", "12", ""].map(columnOf)).toEqual([0, 25, 26, 16383, 1, -1, -1]);
  expect([0, 25, 26, 701, 702, 16383].map(lettersOf)).toEqual(["A", "Z", "AA", "ZZ", "AAA", "XFD"]);
  expect(mergedRange("B2")).toMatchObject({ firstRow: 2, lastRow: 2, firstColumn: 1, lastColumn: 1 });
});

test.each([
  ["_x0041_", "A"],
  ["_x005F_x0041_", "_x0041_"],
  ["_xD842__xDFB7_", "𠮷"],
  ["_x00_", "_x00_"],
  ["a_x000D_b", "a\rb"],
])("%s is unescaped", (text, plain) => expect(unescapeXstring(text)).toBe(plain));

test.each([
  [true, "TRUE"],
  [false, "FALSE"],
  [{ error: "#N/A" }, "#N/A"],
  [" \u3000", null],
  ["", null],
  [0, 0],
  [undefined, null],
  [" 甲 ", " 甲 "],
])("value of %j", (cell, value) => expect(toValue(cell)).toBe(value));
