import { optional, orElse, orToday } from "../../../../apps-script/domain/operations/inputs/field";
import * as field from "../../../../apps-script/domain/operations/inputs/fields";
import { people } from "../../../../apps-script/domain/operations/inputs/people-field";
import { readInput, worldOf, writtenInput } from "../../../../apps-script/domain/operations/inputs/read-input";
import { contextOf } from "../../../../apps-script/domain/rules/context";
import { bookOf } from "../../../support/books";

const book = bookOf({
  units: [{ name: "甲矿有限公司", aliases: "甲矿、老甲" }, { name: "乙矿" }],
  roster: [
    { name: "王某", idNumber: "379999198001010024", unit: "甲矿有限公司", post: "主要负责人" },
    { name: "王某", idNumber: "37999919750815003X", unit: "乙矿" },
    { name: "李四", idNumber: "379999196402290013", unit: "乙矿" },
  ],
});
const world = worldOf(book, contextOf(book, "2024-03-26"));

const spec = {
  people: people({ title: "学员" }),
  class: optional(field.trainingClass({ title: "班级" })),
  unit: optional(field.unit({ title: "单位" })),
  amount: optional(field.money({ title: "金额" })),
  day: orToday(field.day({ title: "日期", isPast: true })),
  method: orElse(field.choice({ title: "方式", words: ["现金", "微信"] }), "现金"),
  papers: optional(field.choices({ title: "资料", words: ["照片", "证件"], everything: ["齐"] })),
  note: optional(field.text({ title: "备注", longest: 5 })),
};

function problemsOf(raw: Record<string, unknown>) {
  const read = readInput(spec, raw);
  const answer = "problems" in read ? read : read.meant(world);
  return "problems" in answer ? answer.problems : [];
}

/** The values, or what is said of each field. */
function taken(raw: Record<string, unknown>) {
  const read = readInput(spec, raw);
  const answer = "problems" in read ? read : read.meant(world);
  if ("problems" in answer) return Object.fromEntries(answer.problems.map(({ field: name, message }) => [name, message]));
  return answer.input;
}

const one = { people: "李四" };
const left = { class: null, unit: null, amount: null, day: "2024-03-26", method: "现金", papers: null, note: null };

test("what is left out is null, today, or what the field says", () => {
  expect(taken(one)).toEqual({ people: ["B2024-00003"], ...left });
  expect(taken({ people: ["李四"], class: "", unit: null, amount: [], note: "  " })).toEqual({
    people: ["B2024-00003"],
    ...left,
  });
});

test.each<[string, unknown, unknown]>([
  ["people", "李四、0024", ["B2024-00003", "B2024-00001"]],
  ["people", ["李四", "B2024-00003"], ["B2024-00003"]],
  ["people", "乙矿", ["B2024-00002", "B2024-00003"]],
  ["class", "再三", "再培训班第三期"],
  ["unit", "老甲", "甲矿有限公司"],
  ["amount", 300.5, 30050],
  ["amount", "￥1,200元", 120000],
  ["day", "3月25日", "2024-03-25"],
  ["day", "昨天", "2024-03-25"],
  ["day", 20240301, "2024-03-01"],
  ["method", "微 信", "微信"],
  ["papers", "照片、证件", ["照片", "证件"]],
  ["papers", "齐", ["照片", "证件"]],
  ["note", " 一二三 ", "一二三"],
])("%s %j is %j", (name, given, value) => {
  expect(taken({ ...one, [name]: given })).toMatchObject({ [name]: value });
});

test.each<[string, unknown, string]>([
  ["people", "", "学员（people）：没有填写。"],
  [
    "people",
    "王某",
    "学员（people）：“王某”有2个：王某（B2024-00001），甲矿有限公司，主要负责人，尾号0024；王某（B2024-00002），乙矿，尾号003X。",
  ],
  ["people", "李五", "学员（people）：“李五”在名册里没有找到，相近的有：李四（B2024-00003），乙矿，尾号0013。"],
  ["people", [Number("379999196402290013")], "学员（people）：写的是“379999********0000”，是数字，可能已经损坏，请写成文本。"],
  ["people", { a: 1 }, '学员（people）：写的是“{"a":1}”，要写成文字、数字或它们的列表。'],
  ["class", "第三期", "班级（class）：写的是“第三期”，可能是几个班，请写清楚。可以写：再培训班第三期、培训班第三期。"],
  ["unit", "乙", "单位（unit）：写的是“乙”，“单位”表里没有这家。"],
  ["unit", "甲矿公司", "单位（unit）：写的是“甲矿公司”，与单位全称不完全一样，请写全称或别名。可以写：甲矿有限公司。"],
  ["amount", "三百", "金额（amount）：写的是“三百”，不是金额。可以写：300、300.50。"],
  ["amount", -300, "金额（amount）：写的是“-300”，金额要大于0。可以写：300、300.50。"],
  ["amount", "300.005", "金额（amount）：写的是“300.005”，不是金额。可以写：300、300.50。"],
  ["amount", ["1", "2"], "金额（amount）：写的是“1、2”，只能写一个。"],
  ["day", "2月30日", "日期（day）：写的是“2月30日”，“2月30日”：2024年没有2月30日。可以写：2024-03-26、3月26日、今天。"],
  ["day", "3月27日", "日期（day）：写的是“3月27日”，在2024-03-26之后，还没有到。可以写：2024-03-26。"],
  ["method", "支票", "方式（method）：写的是“支票”，不在可选的词里。可以写：现金、微信。"],
  ["papers", "照片、合影", "资料（papers）：写的是“合影”，不在可选的词里。可以写：照片、证件。"],
  ["note", "一二三四五六", "备注（note）：写的是“一二三四五六”，太长，最多5个字。"],
  ["sum", "1", "没有“sum”这一项。可以用：people、class、unit、amount、day、method、papers、note。"],
  ["amuont", "1", "没有“amuont”这一项，是不是amount。可以用：people、class、unit、amount、day、method、papers、note。"],
  ["备注", "1", "没有“备注”这一项，是不是note。可以用：people、class、unit、amount、day、method、papers、note。"],
])("%s %j is not taken: %s", (name, given, message) => {
  expect(taken({ ...one, [name]: given })).toEqual({ [name]: message });
});

test("every field at fault is told of at once", () => {
  expect(Object.keys(taken({ ...one, amount: "x", method: "y" }))).toEqual(["amount", "method"]);
  expect(Object.keys(taken({ people: "王某", class: "再九", unit: "丙" }))).toEqual(["people", "class", "unit"]);
});

test("a class that the plan does not have: all that it has are given", () => {
  const read = readInput(spec, { ...one, class: "再九" });
  const answer = "problems" in read ? read : read.meant(world);
  expect("problems" in answer && answer.problems.map(({ given, possible }) => [given, possible.length])).toEqual([["再九", 11]]);
});

test("what may have been meant is told with what means it and no other", () => {
  const asked = problemsOf({ people: "王某、李五、0013", class: "第三期", unit: "甲矿公司" });
  expect(asked.map(({ field: name, candidates }) => [name, candidates])).toEqual([
    [
      "people",
      [
        { given: "王某", value: "B2024-00001", told: "王某（B2024-00001），甲矿有限公司，主要负责人，尾号0024" },
        { given: "王某", value: "B2024-00002", told: "王某（B2024-00002），乙矿，尾号003X" },
        { given: "李五", value: "B2024-00003", told: "李四（B2024-00003），乙矿，尾号0013" },
      ],
    ],
    ["class", ["再培训班第三期", "培训班第三期"].map((value) => ({ given: "第三期", value, told: value }))],
    ["unit", [{ given: "甲矿公司", value: "甲矿有限公司", told: "甲矿有限公司" }]],
  ]);
  for (const { field: name, candidates } of asked) {
    for (const { value } of candidates) expect(problemsOf({ people: "0013", [name]: value })).toEqual([]);
  }
  expect(asked.map(({ why }) => why)).toEqual([
    "“王某”有2个。“李五”在名册里没有找到。",
    "写的是“第三期”，可能是几个班，请写清楚。",
    "写的是“甲矿公司”，与单位全称不完全一样，请写全称或别名。",
  ]);
});

test("an input as it was understood means the same when it is read again", () => {
  const read = readInput(spec, { people: "0024、乙矿", amount: "300元", class: "再3", day: "昨天", papers: "齐" });
  const answer = "problems" in read ? read : read.meant(world);
  if ("problems" in answer) throw new Error("not taken");
  const written = writtenInput(spec, answer.input);
  expect(written).toEqual({
    people: ["B2024-00001", "B2024-00002", "B2024-00003"],
    class: "再培训班第三期",
    amount: 300,
    day: "2024-03-25",
    method: "现金",
    papers: ["照片", "证件"],
  });
  expect(taken(written)).toEqual(answer.input);
});

test("a list in a file: by number, else by id, else by name and unit; what can't be told is told of with its line", () => {
  const rows = [
    ["名单"],
    ["报名编号", "姓名", "身份证号", "单位"],
    ["B2024-00003", "李四", null, null],
    [null, "随便", "379999198001010024", null],
    [null, "王某", Number("37999919750815003"), "乙矿"],
    [null, null, null, null],
  ];
  const file = {
    file: "名单.xlsx",
    sheets: [{ name: "Sheet1", hidden: false, rows: rows.map((cells, at) => ({ at: at + 1, cells })) }],
  };
  expect(taken({ people: file })).toMatchObject({ people: ["B2024-00003", "B2024-00001", "B2024-00002"] });
  const bad = {
    ...file,
    sheets: [
      {
        name: "Sheet1",
        hidden: false,
        rows: [
          { at: 4, cells: ["姓名"] },
          { at: 5, cells: ["王某"] },
        ],
      },
    ],
  };
  expect(taken({ people: bad })).toEqual({
    people: expect.stringMatching(/^学员（people）：名单\.xlsx·Sheet1第5行的“王某”有2个：/),
  });
  expect(taken({ people: { ...file, sheets: [] } })).toEqual({ people: expect.stringContaining("名单.xlsx里没有找到") });
});
