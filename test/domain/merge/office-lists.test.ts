import { foreignFileOf } from "../../../apps-script/domain/merge/recognise";
import { bookOf } from "../../support/books";
import { idOf, importInto, type Line } from "./lists";

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
