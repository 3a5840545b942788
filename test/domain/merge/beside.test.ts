import { bookOf } from "../../support/books";
import { fileOf, idOf, importInto, type Line } from "./lists";

const UNIT = "甲矿业有限公司";
const HEAD: Line = ["姓名", "证件号", "手机号", "工作单位", "职位", "证件有效期"];
const OTHER_WORDS: Line = ["员工姓名", "身份证号码", "联系电话", "单位", "岗位", "证件有效期"];
const POST = "主要负责人";
const person = (serial: number, name: string, until = "2024-06-20"): Line => [
  name,
  idOf(serial),
  `1390000${String(serial).padStart(4, "0")}`,
  UNIT,
  POST,
  until,
];
const NOBODY: Line = [null, null, null, null, null, null];

function taken(...lines: readonly Line[]) {
  const { decision, after } = importInto(bookOf({ units: [{ name: UNIT }] }), fileOf(lines));
  const [report] = decision.reports;
  const said = (report?.findings ?? []).filter(({ code }) => code !== "I27");
  return {
    people: after.roster.map(({ name, idNumber, unit, validUntil }) => [name, idNumber, unit, validUntil]),
    said: said.map(({ code, message }) => `${code} ${message}`),
    refused: report?.rows.refused,
  };
}

const expected = (...people: readonly (readonly [serial: number, name: string, until?: string])[]) =>
  people.map(([serial, name, until = "2024-06-20"]) => [name, idOf(serial), UNIT, until]);

test.each<[name: string, lines: readonly Line[], people: unknown]>([
  [
    "the right header two lines lower",
    [
      [...HEAD],
      [...person(1, "左甲")],
      [...person(2, "左乙"), null, ...HEAD],
      [...person(3, "左丙"), null, ...person(4, "右甲")],
      [...person(5, "左丁"), null, ...person(6, "右乙")],
    ],
    expected([1, "左甲"], [2, "左乙"], [3, "左丙"], [5, "左丁"], [4, "右甲"], [6, "右乙"]),
  ],
  [
    "the right header higher",
    [
      [...NOBODY, null, ...HEAD],
      [...NOBODY, null, ...person(4, "右甲")],
      [...HEAD, null, ...person(6, "右乙")],
      [...person(1, "左甲"), null, ...person(7, "右丙")],
    ],
    expected([1, "左甲"], [4, "右甲"], [6, "右乙"], [7, "右丙"]),
  ],
  [
    "the right header beside a blank left row, people of the left list below it",
    [HEAD, [...person(1, "左甲")], [...NOBODY, ...HEAD], [...person(2, "左乙"), ...person(3, "右甲")]],
    expected([1, "左甲"], [2, "左乙"], [3, "右甲"]),
  ],
  [
    "other words on the right, behind a blank column",
    [
      [...HEAD.slice(0, 5), null, ...OTHER_WORDS],
      [...person(1, "左甲").slice(0, 5), null, ...person(2, "右甲", "2025-01-01")],
    ],
    [["左甲", idOf(1), UNIT, null], ...expected([2, "右甲", "2025-01-01"])],
  ],
  [
    "other words on the right, nothing between",
    [
      [...HEAD, ...OTHER_WORDS],
      [...person(1, "左甲"), ...person(2, "右甲", "2025-01-01")],
    ],
    expected([1, "左甲"], [2, "右甲", "2025-01-01"]),
  ],
])("lists side by side are both read: %s", (_name, lines, people) => {
  expect(taken(...lines)).toEqual({ people, said: [], refused: 0 });
});

test("a unit named above both is that of both", () => {
  const [head, left, right] = [HEAD.slice(0, 3), person(1, "左甲").slice(0, 3), person(2, "右甲").slice(0, 3)];
  const { people } = taken([`填报单位：${UNIT}`], [...head, null, ...head], [...left, null, ...right]);
  expect(people.map(([, , unit]) => unit)).toEqual([UNIT, UNIT]);
});

describe("ids that no list took stop nothing and are said with cell and count", () => {
  test.each<[name: string, lines: readonly Line[], cells: string]>([
    [
      "columns without known words",
      [
        [...HEAD, null, "某甲", "某乙"],
        [...person(1, "左甲"), null, null, null, idOf(2)],
        [...person(3, "左乙"), null, null, null, `${idOf(4)}（临时）`],
      ],
      "有2格证件号不在认出的名单里（J2、J3），这2人没有读入。",
    ],
    [
      "a line above the header",
      [["右甲", idOf(2)], HEAD, person(1, "左甲")],
      "有1格证件号不在认出的名单里（B1），这1人没有读入。",
    ],
    [
      "a word for ids that is not known, behind a blank column",
      [
        [...HEAD, null, "工人", "身份证编号"],
        [...person(1, "左甲"), null, "某甲", idOf(2)],
      ],
      "有1格证件号不在认出的名单里（I2），这1人没有读入。",
    ],
    [
      "a wrong check character",
      [HEAD, [...person(1, "左甲"), null, "379999198001010011"]],
      "有1格证件号不在认出的名单里（H2），这1人没有读入。",
    ],
  ])("%s", (_name, lines, sentence) => {
    const { people, said } = taken(...lines);
    expect(people[0]).toEqual(expected([1, "左甲"])[0]);
    expect(said).toEqual([expect.stringMatching(/^I33 名单\.xlsx·人员·[A-J]\d：/u)]);
    expect(said[0]).toContain(sentence);
  });
  test.each<[name: string, lines: readonly Line[]]>([
    ["the same ids again in a column of formulas", [HEAD, [...person(1, "左甲"), null, idOf(1)]]],
    [
      "a column with a header that is not read",
      [
        [...HEAD, "班组长身份证"],
        [...person(1, "左甲"), idOf(2)],
      ],
    ],
    ["a bank account", [HEAD, [...person(1, "左甲"), null, "6222021234567890123"]]],
  ])("not %s", (_name, lines) => {
    expect(taken(...lines)).toEqual({ people: expected([1, "左甲"]), said: [], refused: 0 });
  });
});

test("a second column of ids with other people is said as one, and as people who were left out", () => {
  const { people, said } = taken([...HEAD, "工人姓名", "身份证号"], [...person(1, "左甲"), "某甲", idOf(2)]);
  expect(people).toEqual(expected([1, "左甲"]));
  expect(said.map((line) => line.slice(0, 3)).sort()).toEqual(["I04", "I33"]);
  expect(taken([...HEAD, "身份证号"], [...person(1, "左甲"), idOf(1)]).said).toEqual([expect.stringMatching(/^I04 /u)]);
});

test("a column of somebody else's data serves no person of the list", () => {
  const { people, said } = taken(
    [...HEAD.slice(0, 5), null, "家属姓名", "证件有效期"],
    [...person(1, "左甲").slice(0, 5), null, "某家属", "2030-01-01"],
  );
  expect(people).toEqual([["左甲", idOf(1), UNIT, null]]);
  expect(said).toEqual(["I28 名单.xlsx·人员：H列“证件有效期”像是有效期，不能确定是不是到期的日子，没有读取。"]);
});
