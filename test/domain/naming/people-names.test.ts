import { peopleReader } from "../../../apps-script/domain/naming/people-names";
import type { Enrolment } from "../../../apps-script/domain/schema/roster";
import { bookOf } from "../../support/books";

const person = (name: string, id: string, more: Partial<Enrolment> = {}): Partial<Enrolment> => ({
  name,
  idNumber: id,
  unit: "甲矿有限公司",
  ...more,
});

const book = bookOf({
  units: [{ name: "甲矿有限公司", aliases: "甲矿" }, { name: "乙（烟台）矿业有限公司" }],
  roster: [
    person("王某", "379999198001010024", { mobile: "19900001111", class: "再培训班第三期" }),
    person("李四", "37999919750815003X", { mobile: "19900002222", class: "再培训班第三期" }),
    person("王某", "379999196402290013", { mobile: "19900003333", unit: "乙（烟台）矿业有限公司", class: "再培训班第四期" }),
    person("赵六", "E12345678", { mobile: "19900000024", unit: "乙（烟台）矿业有限公司", class: "再培训班第三期" }),
    person("李四", "37999919750815003X", { mobile: "19900002222", state: "转班" }),
    person("周梦", "379999650301001", { mobile: null }),
    person("周萌", "379999198001010010", { state: "取消", class: "再培训班第三期" }),
    { name: "数字", idNumber: Number("379999198001019999") },
  ],
});
const read = peopleReader(book);
const short = (key: string): number => Number(key.slice(-2));

test.each<[string, number[]]>([
  ["B2024-00003", [3]],
  ["b2024－00003", [3]],
  ["379999198001010024", [1]],
  ["37999919750815003x", [2]],
  ["003X", [2]],
  ["19900003333", [3]],
  ["3333", [3]],
  ["E12345678", [4]],
  ["5678", [4]],
  ["379999196402290013", [3]],
  ["379999650301001", [6]],
  ["赵 六", [4]],
  // One of two enrolments of the person counts no more.
  ["李四", [2]],
  ["王某+甲矿", [1]],
  ["甲矿/王某", [1]],
  ["王某（乙（烟台）矿业有限公司）", [3]],
  ["王某 甲矿", [1]],
  ["王某0024", [1]],
  ["王某+再四", [3]],
  ["再三", [1, 2, 4]],
  ["再培训班第三期+甲矿", [1, 2]],
  ["甲矿有限公司", [1, 2, 6]],
  ["乙(烟台)矿业有限公司", [3, 4]],
  ["B2024-00001~B2024-00003", [1, 2, 3]],
  ["B2024-00002至4", [2, 3, 4]],
])("%s is %j", (written, rows) => {
  const named = read(written);
  expect(named.kind === "people" ? named.rows.map(({ key }) => short(key)) : named).toEqual(rows);
});

test.each<[string, number[]]>([
  ["王某", [1, 3]],
  ["0024", [1, 4]],
])("%s may be several: they are given, nobody is taken", (written, rows) => {
  const named = read(written);
  expect(named.kind === "several" ? named.candidates.map(({ key }) => short(key)) : named).toEqual(rows);
});

test.each<[string, number[]]>([
  ["赵七", [4]],
  ["B2024-0003", [3]],
  ["周锰", [6, 7]],
  ["9999", []],
  ["2223", [2, 5]],
  ["丙矿", []],
  ["24", []],
])("%s is nobody; near are %j", (written, near) => {
  const named = read(written);
  expect(named.kind === "nobody" ? named.near.map(({ key }) => short(key)) : named).toEqual(near);
});

test("of a number that two rows share, nobody is taken", () => {
  const aside = { table: "roster" as const, key: "B2024-00009", at: [9, 10], rows: [] };
  expect(peopleReader({ ...book, repeated: [aside] })("B2024-00009")).toEqual({ kind: "repeated", aside });
});
