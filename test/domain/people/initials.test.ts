import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { beginsWith, initialsOf } from "../../../apps-script/domain/people/initials";
import { INITIALS_TABLE, initialsTable } from "../../support/initials-table";

test("the table is the one that npm run initials writes", () => {
  expect(readFileSync(join(resolve(__dirname, "../../.."), INITIALS_TABLE), "utf8")).toBe(initialsTable());
});

test.each([
  ["单雄信", "CDS X SX"],
  ["曾国藩", "CZ G F"],
  ["翟让", "DZ R"],
  ["繁钦", "FP Q"],
  ["仇英", "CQ Y"],
  ["解缙", "JX J"],
  ["盖叫天", "GH J T"],
  ["查良镛", "CZ L Y"],
  ["区大相", "OQ D X"],
  ["朴槿", "P J"],
  ["万俟卨", "MW QS X"],
  ["尉迟恭", "WY C G"],
  ["单", "CDS"],
])("%s may be read %s", (name, letters) => {
  expect(initialsOf(name).map((one) => [...one].sort().join(""))).toEqual(letters.split(" "));
});

test("a traditional character is read as the simplified one", () => {
  const pairs = [
    ..."陳陈張张劉刘黃黄趙赵吳吴孫孙馬马羅罗鄭郑謝谢許许韓韩馮冯鄧邓蕭萧呂吕蘇苏盧卢蔣蒋葉叶單单區区繆缪賈贾鍾钟譚谭陸陆範范龍龙",
  ];
  const differing = pairs.flatMap((sign, place) => {
    const simple = pairs[place + 1] ?? "";
    return place % 2 === 1 || isShared(initialsOf(sign), initialsOf(simple)) ? [] : [sign];
  });
  expect(differing).toEqual([]);
});

test("what has no reading is passed over, Latin letters are themselves, rare characters are read", () => {
  expect(initialsOf("阿依古丽·买买提")).toHaveLength(7);
  expect(initialsOf("aB 王3")).toEqual(["A", "B", "W"]);
  expect(initialsOf("䶮𫘧")).toEqual(["Y", "L"]);
});

test.each([
  ["单雄信", "SXX", true],
  ["单雄信", "DX", true],
  ["单雄信", "XX", false],
  ["单雄信", "SXXX", false],
  ["曾国藩", "Z", true],
])("%s is found by %s: %s", (name, letters, isFound) => {
  expect(beginsWith(initialsOf(name), letters)).toBe(isFound);
});

const isShared = (one: readonly string[], other: readonly string[]): boolean =>
  [...(one[0] ?? "")].some((letter) => (other[0] ?? "").includes(letter));
