import { bookOf } from "../../support/books";
import { fileOf, idOf, importInto, type Line } from "./lists";

/** Names in two columns, and headers in English. */

const UNIT = "甲矿业有限公司";
const POST = "主要负责人";
const mobile = (serial: number): string => `1390000${String(serial).padStart(4, "0")}`;

function taken(lines: readonly Line[], merges: Parameters<typeof fileOf>[1] = []) {
  const { decision, after } = importInto(bookOf({ units: [{ name: UNIT }] }), fileOf(lines, merges));
  const [report] = decision.reports;
  const said = (report?.findings ?? []).filter(({ code }) => code !== "I27");
  return {
    people: after.roster.map(({ name, idNumber, unit, post, validUntil }) => [name, idNumber, unit, post, validUntil]),
    said: said.map(({ code, message }) => `${code} ${message}`),
    unread: report?.unread,
  };
}

const TWO = [
  ["王梦", idOf(1), UNIT, POST, "2024-06-20"],
  ["欧阳明", idOf(2), UNIT, POST, "2024-08-01"],
];
const rest = (serial: number, until: string): Line => [idOf(serial), mobile(serial), UNIT, POST, until];
const HEAD: Line = ["证件号", "手机号", "工作单位", "职位", "证件有效期"];
const over = (firstColumn: number, lastColumn: number, lastRow = 1) => ({ firstRow: 1, lastRow, firstColumn, lastColumn });

test.each<[name: string, lines: readonly Line[], merges: NonNullable<Parameters<typeof fileOf>[1]>]>([
  [
    "姓 and 名",
    [
      ["姓", "名", ...HEAD],
      ["王", "梦", ...rest(1, "2024-06-20")],
      ["欧阳", "明", ...rest(2, "2024-08-01")],
    ],
    [],
  ],
  [
    "名 before 姓",
    [
      ["名", "姓", ...HEAD],
      ["梦", "王", ...rest(1, "2024-06-20")],
      ["明", "欧阳", ...rest(2, "2024-08-01")],
    ],
    [],
  ],
  [
    "姓氏 and 名字",
    [
      ["姓氏", "名字", ...HEAD],
      ["王", "梦", ...rest(1, "2024-06-20")],
      ["欧阳", "明", ...rest(2, "2024-08-01")],
    ],
    [],
  ],
  [
    "one 姓名 over both",
    [
      ["姓名", null, ...HEAD],
      ["王", "梦", ...rest(1, "2024-06-20")],
      ["欧阳", "明", ...rest(2, "2024-08-01")],
      ["李", "刚", ...rest(3, "2024-08-01")],
    ],
    [over(0, 1)],
  ],
  [
    "one 姓名 over 姓 and 名",
    [
      ["姓名", null, ...HEAD],
      ["姓", "名"],
      ["王", "梦", ...rest(1, "2024-06-20")],
      ["欧阳", "明", ...rest(2, "2024-08-01")],
    ],
    [over(0, 1), ...HEAD.map((_title, index) => over(index + 2, index + 2, 2))],
  ],
])("a name in two columns is one name: %s", (_name, lines, merges) => {
  const { people, said, unread } = taken(lines, merges);
  expect(people.slice(0, 2)).toEqual(TWO);
  expect(people.slice(2).map(([name]) => name)).toEqual(lines.length > 3 && lines[1]?.[0] !== "姓" ? ["李刚"] : []);
  expect(said).toEqual([]);
  expect(unread).toEqual([]);
});
test("whole names go before their parts, and a remark beside a name is no part of it", () => {
  expect(
    taken([
      ["姓名", "姓", "名", ...HEAD],
      ["王梦", "王", "梦", ...rest(1, "2024-06-20")],
    ]).people,
  ).toEqual([TWO[0]]);
  const remarks = taken(
    [
      ["姓名", null, ...HEAD],
      ["王梦", "请假", ...rest(1, "2024-06-20")],
    ],
    [over(0, 1)],
  );
  expect(remarks.people).toEqual([TWO[0]]);
});
test("of a 姓 without a 名 the person is asked about", () =>
  expect(
    taken([
      ["姓", "名", ...HEAD],
      ["王", null, ...rest(1, "2024-06-20")],
    ]).said,
  ).toEqual([expect.stringMatching(/^R14 名单\.xlsx·人员·A2 王：.*只有一个字/u)]));
test("names in two columns side by side are read in both halves", () => {
  const half: Line = ["姓", "名", "证件号", "工作单位"];
  const person = (surname: string, given: string, serial: number): Line => [surname, given, idOf(serial), UNIT];
  const { people, said } = taken([
    [...half, null, ...half],
    [...person("王", "梦", 1), null, ...person("李", "刚", 2)],
  ]);
  expect(people.map(([name, id]) => [name, id])).toEqual([
    ["王梦", idOf(1)],
    ["李刚", idOf(2)],
  ]);
  expect(said).toEqual([]);
});

const ENGLISH: Line = ["No.", "Full Name", "ID Card No.", "Mobile Phone", "Company Name", "Position", "Expiry Date (YYYY-MM-DD)"];
const people: readonly Line[] = [
  [1, "王梦", ...rest(1, "2024-06-20")],
  [2, "欧阳明", ...rest(2, "2024-08-01")],
];
test.each<[name: string, header: readonly Line[]]>([
  ["one line", [ENGLISH]],
  ["in capitals, with stars", [ENGLISH.map((word) => `*${String(word).toUpperCase()}`)]],
  ["other words", [["S/N", "Name", "National ID", "Tel.", "Employer", "Job Title", "Valid until"]]],
  ["an id that may be one", [["#", "Name", "ID", "Phone", "Organization", "Role", "Expires on"]]],
  ["below a Chinese line", [["序号", "姓名", ...HEAD], ENGLISH]],
  ["above a Chinese line", [ENGLISH, ["序号", "姓名", ...HEAD]]],
])("headers in English alone are read: %s", (_name, header) => {
  const found = taken([...header, ...people]);
  expect(found.people).toEqual(TWO);
  expect(found.said).toEqual([]);
});
test("first and last names in English are one name, letters apart", () => {
  const { people: found } = taken([
    ["Surname", "Given Names", "Passport No.", "Employer"],
    ["SMITH", "JOHN", "E12345678", UNIT],
    ["王", "梦", idOf(1), UNIT],
  ]);
  expect(found.map(([name]) => name)).toEqual(["SMITH JOHN", "王梦"]);
});
test("beside a Chinese header an English one is its own column: nobody is asked which of both is meant", () => {
  const found = taken([
    ["姓名", "Name", "证件号", "Name (Pinyin)", "工作单位", "职位", "证件有效期"],
    ["王梦", "Wang Meng", idOf(1), "WANG", UNIT, POST, "2024-06-20"],
  ]);
  expect(found).toEqual({ people: [TWO[0]], said: [], unread: ["Name", "Name (Pinyin)"] });
});
test("words that are not known are quoted with the row, and what to write instead", () =>
  expect(
    taken([
      ["Worker", "Passport", "Boss"],
      ["王梦", idOf(1), UNIT],
    ]).said,
  ).toEqual([
    "I02 名单.xlsx·人员：没有找到名单：没有一行标题同时有“姓名”和“证件号”（或另外两个认得的标题，如“手机号”“工作单位”“职位”“证件有效期”）。第1行写的是“Worker”“Passport”“Boss”。",
    expect.stringMatching(/^I33 名单\.xlsx·人员·B2：/u),
  ]));
