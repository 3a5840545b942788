import { foreignFileOf } from "../../../apps-script/domain/merge/recognise";
import { bookOf } from "../../support/books";
import { fileOf, idOf, importInto, type Line } from "./lists";

const UNIT = "甲矿业有限公司";
const HEAD: Line = ["姓名", "证件号", "手机号", "工作单位"];
const person = (serial: number, name: string): Line => [name, idOf(serial), `1390000${String(serial).padStart(4, "0")}`, UNIT];

/** Lists as offices lay them out: what is taken as `name post` or the like, and what is said besides. */
function taken(sheets: Readonly<Record<string, readonly Line[]>>) {
  const file = foreignFileOf({
    file: "名单.xlsx",
    fingerprint: "1",
    sheets: Object.entries(sheets).map(([name, lines]) => ({
      name,
      hidden: false,
      rows: lines.map((cells, index) => ({ at: index + 1, cells })).filter(({ cells }) => cells.length > 0),
    })),
  });
  const { decision, after } = importInto(bookOf({ units: [{ name: UNIT }] }), file);
  const [report] = decision.reports;
  const said = (report?.findings ?? []).filter(({ code }) => code !== "I27");
  return {
    people: after.roster.map(({ name, post }) => `${name} ${post}`),
    ids: after.roster.map(({ idNumber }) => idNumber),
    said: said.map(({ code, message }) => `${code} ${message}`),
    refused: report?.rows.refused,
  };
}

describe("two halves side by side", () => {
  const half = (serial: number, name: string): Line => [...person(serial, name), "主要负责人"];
  const header: Line = [...HEAD, "职位"];
  test("are both read", () => {
    const found = taken({
      表: [
        [...header, ...header],
        [...half(1, "左甲"), ...half(2, "右甲")],
        [...half(3, "左乙"), ...half(4, "右乙")],
      ],
    });
    expect(found.ids).toEqual([1, 3, 2, 4].map(idOf));
    expect([found.said, found.refused]).toEqual([[], 0]);
  });
  test("with running numbers, a gap, a title and a short right half", () => {
    const lines = [
      ["报名表"],
      ["序号", ...header, null, "序号", ...header],
      [1, ...half(1, "左甲"), null, 3, ...half(2, "右甲")],
      [2, ...half(3, "左乙")],
    ];
    expect(taken({ 表: lines }).ids).toEqual([1, 3, 2].map(idOf));
  });
  test("and a plain list below them", () => {
    const lines = [
      [...header, ...header],
      [...half(1, "左甲"), ...half(2, "右甲")],
      ["姓名", "身份证号", "职位"],
      ["下甲", idOf(5), "主要负责人"],
    ];
    expect(taken({ 表: lines }).ids).toEqual([1, 5, 2].map(idOf));
  });
  test("a name of a relative is no half", () => {
    const found = taken({
      表: [
        [...header, "姓名", "手机号"],
        [...half(1, "左甲"), "某家属", "13900000009"],
      ],
    });
    expect([found.ids, found.refused]).toEqual([[idOf(1)], 0]);
    expect(found.said).toEqual(
      [expect.stringContaining("都像“姓名”"), expect.stringContaining("都像“手机号”")].slice(0, found.said.length),
    );
  });
});

describe("a line that is no person's is none", () => {
  const head: Line = ["序号", "姓名", "证件号", "手机号", "工作单位", "职位", "证件有效期"];
  const row = (serial: number, name: string): Line => [serial, ...person(serial, name), "主要负责人", "2025-06-20"];
  const passed = (...lines: readonly Line[]) => taken({ 表: [head, row(1, "测甲"), ...lines] });
  test.each<[why: string, line: Line]>([
    ["合计", [null, "实到人数", 2]],
    ["合计", [null, "参训人数：", 2]],
    ["合计", ["累计", 2]],
    ["合计", [null, "累计", 2]],
    ["合计", [null, null, null, null, null, null, 2]],
    ["合计", [null, null, null, null, null, "计数：", 2]],
    ["合计", [null, "应参训2人，实报2人"]],
    ["说明或签字", [null, "联系人：张三", "13911112222"]],
    ["说明或签字", [null, "张三", "填表人"]],
    ["说明或签字", [null, "统计人：周七", "13911112222"]],
    ["说明或签字", [null, "报送人：周七"]],
    ["说明或签字", [null, "报送人：周七", null, "13911112222"]],
    ["说明或签字", ["分管领导： 周七 主要负责人： 吴八"]],
    ["说明或签字", ["分管领导：", "周七", "主要负责人：", "吴八"]],
    ["说明或签字", [null, "——以下空白——"]],
    ["说明或签字", [null, "示例矿业有限公司"]],
  ])("%s: %j", (why, line) => {
    const { ids, said, refused } = passed(line);
    expect([ids, refused, said]).toEqual([[idOf(1)], 0, [expect.stringContaining(`没有作为人员读取——${why}：第3行。`)]]);
  });
  test.each<[line: Line]>([[[2, null, null, null, "示例矿业有限公司"]], [[null, " "]]])("nor worth a word: %j", (line) => {
    expect(passed(line)).toMatchObject({ ids: [idOf(1)], refused: 0, said: [] });
  });
  test.each<[line: Line]>([[[null, "联系人：周七", idOf(2)]], [[null, "累计", idOf(2)]], [[null, "张三", "E12345678"]]])(
    "a document's number makes it a person's: %j",
    (line) => {
      const { ids, refused = 0 } = passed(line);
      expect(ids.length - 1 + refused).toBe(1);
    },
  );
  test("a value far below is named, blanks there are nothing", () => {
    const lines: Line[] = Array.from({ length: 300 }, () => []);
    const { ids, said, refused } = passed(...lines, [null, "误"], [], [null, null, "误填"]);
    expect([ids, refused]).toEqual([[idOf(1)], 0]);
    expect(said).toEqual([expect.stringContaining("离名单很远的内容：第303、305行")]);
    expect(passed(...lines, [" "], [null, "　"])).toMatchObject({ said: [], refused: 0 });
  });
  test("the right half that is longer than the left one is no line passed over", () => {
    const lines: Line[] = [
      [...HEAD, null, ...HEAD],
      [...person(1, "左甲"), null, ...person(2, "右甲")],
      [null, null, null, null, null, ...person(3, "右乙")],
    ];
    expect(taken({ 表: lines })).toMatchObject({ ids: [1, 2, 3].map(idOf), said: [], refused: 0 });
  });
});

describe("a sheet that shows how to fill in the list", () => {
  const sample = [HEAD, ["张三", idOf(9), "13900000009", "某某公司"]];
  test.each(["填写说明", "填写示例", "示例"])("%s is one note and adds no unit", (name) => {
    const { ids, said } = taken({ 名单: [HEAD, person(1, "测甲")], [name]: sample });
    expect([ids, said]).toEqual([[idOf(1)], [`I03 名单.xlsx·${name}：这张表像是填写示例，里面的人没有读取。`]]);
  });
  test("is a list when there is no other, or when it has many people", () => {
    expect(taken({ 示例: [HEAD, person(1, "测甲")] }).ids).toEqual([idOf(1)]);
    const many = [2, 3, 4, 5].map((serial) => person(serial, "测乙"));
    expect(taken({ 名单: [HEAD, person(1, "测甲")], 样表: [HEAD, ...many] }).ids).toHaveLength(5);
  });
});

describe("申报类型 in a line between people", () => {
  const kinds = (...lines: readonly Line[]) => {
    const { after, decision } = importInto(bookOf({ units: [{ name: UNIT }] }), fileOf(lines));
    const [report] = decision.reports;
    return [after.roster.map(({ kind }) => kind), report?.rows.refused, report?.findings.map(({ code }) => code)];
  };
  test.each<[lines: readonly Line[]]>([
    [[HEAD, ["一、再培训"], person(1, "测甲"), ["二、初培"], person(2, "测乙")]],
    [[["（一）复训人员（1人）"], HEAD, person(1, "测甲"), [null, "初训："], person(2, "测乙")]],
  ])("is taken for those below it: %j", (lines) => {
    const [taken, refused] = kinds(...lines);
    expect([taken, refused]).toEqual([["再培训", "初培"], 0]);
  });
  test("gives way to the row's own word, and 培训 alone says nothing", () => {
    expect(kinds([...HEAD, "申报类型"], ["一、再培训"], [...person(1, "测甲"), "换证"])[0]).toEqual(["换证"]);
    expect(kinds(["培训名单"], HEAD, person(1, "测甲"))[0]).toEqual([null]);
  });
  test("that only staff can tell is asked about", () => {
    expect(kinds(HEAD, ["三、延期"], person(1, "测甲"))[2]).toContain("R19");
  });
});

describe("the post outside the list", () => {
  test.each<[name: string, sheets: Readonly<Record<string, readonly Line[]>>]>([
    ["in the sheets' names", { 主要负责人: [HEAD, person(1, "测甲")], "2.安管人员名单": [HEAD, person(2, "测乙")] }],
    [
      "in lines between",
      { 表: [["一、主要负责人"], HEAD, person(1, "测甲"), ["二、安全生产管理人员（1人）"], person(2, "测乙")] },
    ],
    [
      "in lines between, the header again with other columns",
      {
        表: [
          ["（一）主要负责人："],
          HEAD,
          person(1, "测甲"),
          ["（二）安全管理人员"],
          ["证件号", "姓名", "工作单位"],
          [idOf(2), "测乙", UNIT],
        ],
      },
    ],
    [
      "in titles",
      { 一: [["2024年主要负责人报名表"], HEAD, person(1, "测甲")], 二: [["安全生产管理人员培训名单"], HEAD, person(2, "测乙")] },
    ],
  ])("%s is taken", (_name, sheets) => {
    expect(taken(sheets).people).toEqual(["测甲 主要负责人", "测乙 安全生产管理人员"]);
  });
  test.each<[line: string]>([
    ["主要负责人和安全生产管理人员报名表"],
    ["单位主要负责人：某某"],
    ["主要负责人（签字）"],
    ["请主要负责人到场"],
  ])("%s says nothing of each", (line) => {
    expect(taken({ 表: [[line], HEAD, person(1, "测甲")] }).people).toEqual(["测甲 null"]);
  });
  test("gives way to the row's own word", () => {
    expect(
      taken({
        主要负责人: [
          [...HEAD, "职位"],
          [...person(1, "测甲"), "安全员"],
        ],
      }).people,
    ).toEqual(["测甲 安全生产管理人员"]);
  });
});

test("a copy of the list on a second sheet is one note, and a row that says something else is refused", () => {
  const list = [HEAD, person(1, "测甲"), person(2, "测乙")];
  const copy = taken({ 名单: list, 打印: [HEAD, person(2, "测乙"), person(1, "测甲")] });
  expect([copy.ids, copy.refused]).toEqual([[idOf(1), idOf(2)], 0]);
  expect(copy.said).toEqual(["I03 名单.xlsx·打印：有2行与“名单”里的相同，没有重复读取。"]);
  const other = taken({ 名单: list, 打印: [HEAD, [...person(2, "测乙").slice(0, 2), "13911112222", UNIT]] });
  expect([other.refused, other.said]).toEqual([1, [expect.stringContaining("与“名单”第3行重复")]]);
});
