import { foreignFileOf } from "../../../apps-script/domain/merge/foreign";
import { bookOf } from "../../support/books";
import { idOf, importInto, type Line } from "./lists";

/** What lines between people, the name of a sheet and cells beside a list say of people. */

const [ONE, TWO] = ["甲矿业有限公司", "乙矿业有限公司"];
const HEAD: Line = ["姓名", "证件号", "手机号"];
const person = (serial: number): Line => [
  `测${"甲乙丙丁戊己".charAt(serial - 1)}`,
  idOf(serial),
  `1390000${String(serial).padStart(4, "0")}`,
];

function taken(lines: readonly Line[], sheet = "人员", roster: Parameters<typeof bookOf>[0] = {}) {
  const rows = lines.map((cells, index) => ({ at: index + 1, cells })).filter(({ cells }) => cells.length > 0);
  const file = foreignFileOf({
    file: "名单.xlsx",
    fingerprint: JSON.stringify(lines),
    sheets: [{ name: sheet, hidden: false, rows }],
  });
  const { decision, after } = importInto(bookOf({ units: [{ name: ONE }, { name: TWO }], ...roster }), file);
  const said = (decision.reports[0]?.findings ?? []).filter(({ code }) => !["I27", "I21"].includes(code));
  return {
    people: after.roster.map(({ name, unit, post }) => [name, unit, post]),
    said: said.map(({ code, message }) => `${code} ${message}`),
  };
}

const of = (...units: readonly (string | null)[]) =>
  units.map((unit, index) => [`测${"甲乙丙丁戊己".charAt(index)}`, unit, null]);
const passed = (rows: string): string => `I03 名单.xlsx·人员：以下内容没有作为人员读取——说明或签字：第${rows}行。`;

test.each<[name: string, lines: readonly Line[], rows: string]>([
  ["names alone", [HEAD, [ONE], person(1), person(2), [TWO], person(3)], "2、5"],
  ["numbered and counted", [HEAD, [`一、${ONE}（2人）`], person(1), person(2), [`二、${TWO}（共1人）`], person(3)], "2、5"],
  ["in another column", [["序号", ...HEAD], [ONE], [1, ...person(1)], [2, ...person(2)], [TWO], [3, ...person(3)]], "2、5"],
  ["with labels", [HEAD, [`单位：${ONE}`], person(1), person(2), [`单位：${TWO}`], person(3)], "2、5"],
])("lines that part a list name the unit of the people below: %s", (_name, lines, rows) =>
  expect(taken(lines)).toEqual({ people: of(ONE, ONE, TWO), said: [passed(rows)] }),
);
test("the title is the first of them, also where the header comes again", () => {
  const { people } = taken([[ONE], HEAD, person(1), person(2), [TWO], HEAD, person(3)]);
  // The file looks like the first unit's own, so the other's person waits for an answer.
  expect(people).toEqual(of(ONE, ONE));
});
test.each<[name: string, lines: readonly Line[], cells: string]>([
  ["below their people", [HEAD, person(1), person(2), [ONE], person(3), [TWO]], `A4“${ONE}”、A6“${TWO}”`],
  ["of some people alone", [HEAD, person(1), [ONE], person(2), person(3)], `A3“${ONE}”`],
  ["two in one place", [HEAD, [ONE], [TWO], person(1), person(2), person(3)], `A2“${ONE}”、A3“${TWO}”`],
])("lines that may be above or below their people are asked about by their cells: %s", (_name, lines, cells) => {
  const { people, said } = taken(lines);
  expect(people).toEqual(of(null, null, null));
  expect(said).toContain(`I34 名单.xlsx·人员·${cells.slice(0, 2)}：${cells}像是单位，看不出是上面还是下面哪些人的，没有采用。`);
});
test("where each row names its unit, lines and signatures say nothing", () => {
  const head = [...HEAD, "工作单位"];
  const lines = [head, [TWO], [...person(1), ONE], [...person(2), ONE], [TWO], [null, null, "2024年3月1日"]];
  expect(taken(lines)).toEqual({ people: of(ONE, ONE), said: [passed("2、5、6")] });
});
test("a unit alone in the column of ids is no person, and the unit of the title once more is no question", () => {
  expect(taken([HEAD, [null, ONE], person(1), [null, TWO], person(2)])).toEqual({ people: of(ONE, TWO), said: [passed("2、4")] });
  expect(taken([[`${ONE}2024年培训报名表`], HEAD, [ONE], person(1), person(2)])).toEqual({
    people: of(ONE, ONE),
    said: [passed("3")],
  });
});
test.each<[name: string, lines: readonly Line[], posts: readonly (string | null)[]]>([
  [
    "under units, for that unit alone",
    [HEAD, [ONE], ["主要负责人"], person(1), ["安管人员"], person(2), [TWO], person(3)],
    ["主要负责人", "安全生产管理人员", null],
  ],
  [
    "above units, for all of them",
    [HEAD, ["主要负责人"], [ONE], person(1), [TWO], person(2), ["安管人员"], [ONE], person(3)],
    ["主要负责人", "主要负责人", "安全生产管理人员"],
  ],
])("lines of posts hold %s", (_name, lines, posts) => expect(taken(lines).people.map(([, , post]) => post)).toEqual(posts));
test("a unit on one half alone: who has none is asked about by row and column", () => {
  const { people, said } = taken([
    [...HEAD, "工作单位", null, ...HEAD],
    [...person(1), ONE, null, ...person(2)],
  ]);
  expect(people).toEqual(of(ONE, null));
  expect(said).toEqual(["I16 名单.xlsx·人员·F2 测乙：文件里没有写工作单位。"]);
});

describe("an office in place of a post", () => {
  const rows = (name: string): string => `职位写的是“${name}”，可能是“主要负责人”，已照原文保留。`;
  test.each(["法人", "矿长名单", "负责人（2人）"])("a sheet named %s is asked about at every person", (sheet) => {
    const office = sheet.replace(/名单|（.*/u, "");
    const { people, said } = taken([HEAD, person(1)], sheet);
    expect(people).toEqual([["测甲", null, office]]);
    expect(said).toContain(`R20 名单.xlsx·${sheet}·A2 测甲：${rows(office)}`);
  });
  test("a line between people too; 安管 is a post", () => {
    const { people, said } = taken([HEAD, ["法人"], person(1), ["二、安管"], person(2)]);
    expect(people).toEqual([
      ["测甲", null, "法人"],
      ["测乙", null, "安全生产管理人员"],
    ]);
    expect(said).toContain(`R20 名单.xlsx·人员·A2 测甲：${rows("法人")}`);
  });
  test("it makes no second person and contradicts no post", () => {
    const roster = [{ name: "测甲", idNumber: idOf(1), unit: ONE, post: "安全生产管理人员", kind: "再培训" as const }];
    const { people, said } = taken(
      [
        [...HEAD, "工作单位"],
        [...person(1), ONE],
      ],
      "法人",
      { roster },
    );
    expect(people).toEqual([["测甲", ONE, "安全生产管理人员"]]);
    expect(said.filter((one) => /^(?:I09|I13)/u.test(one))).toEqual([]);
  });
});

describe("people beside a list that no header tells of", () => {
  const own = (serial: number): Line => [...person(serial), ONE];
  const head: Line = [...HEAD, "工作单位"];
  const beside = (lines: readonly Line[]) => taken(lines).said;
  const note = (range: string): string => `I03 名单.xlsx·人员·${range}：名单旁边的这一片像是还有人，没有认得的标题，没有读取。`;
  test.each<[name: string, lines: readonly Line[], range: string]>([
    [
      "under words that are not known",
      [
        [...head, null, "人员", "工号"],
        [...own(1), null, "右甲", 1],
        [...own(2), null, "右乙某", 2],
      ],
      "F1:G3",
    ],
    ["without a header", [head, [...own(1), null, "右甲"], [...own(2), null, "右乙某"]], "F2:F3"],
    ["right beside the list", [head, [...own(1), "右甲", "13900001111"], own(2)], "E2:F2"],
    [
      "on the left",
      [
        [null, null, ...head],
        ["左甲", null, ...own(1)],
        ["左乙某", null, ...own(2)],
      ],
      "A2:A3",
    ],
    [
      "below the last person",
      [
        [...head, null, null],
        own(1),
        own(2),
        [null, null, null, null, null, "右甲"],
        [null, null, null, null, null, "阿卜·买买提"],
      ],
      "F4:F5",
    ],
  ])("they are named with where they stand: %s", (_name, lines, range) =>
    expect(beside(lines)).toEqual([expect.stringContaining(note(range))]),
  );
  test.each<[name: string, lines: readonly Line[]]>([
    [
      "the words of a list",
      [
        [...head, null, "选项"],
        [...own(1), null, "初培"],
        [...own(2), null, "再培训"],
        [...own(3), null, "大专"],
      ],
    ],
    ["one mark at several people", [head, [...own(1), "已核"], [...own(2), "已核"]]],
    ["numbers", [head, [...own(1), null, 1, 300], [...own(2), null, 2, 300]]],
    [
      "a column of the list's own",
      [
        [...head, "班组长"],
        [...own(1), "某甲"],
        [...own(2), "某乙"],
      ],
    ],
    ["a remark", [head, [...own(1), null, "请安排住宿，谢谢"], own(2)]],
  ])("other cells beside a list are no people: %s", (_name, lines) => expect(beside(lines)).toEqual([]));
});
