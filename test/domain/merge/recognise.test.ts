import { foreignFileOf, recogniseLists } from "../../../apps-script/domain/merge/recognise";
import type { CellRange } from "../../../apps-script/domain/merge/table-file";
import { bookOf } from "../../support/books";
import { fileOf, idOf, importInto, type Line } from "./lists";

const A = idOf(1);
const B = idOf(2);
const HEADER: Line = ["姓名", "身份证号", "职务"];
const PERSON: Line = ["王梦", A, "安全员"];

/** What is asked of a sheet: titles by column, rows taken, rows passed over with the reason. */
interface Expectation {
  readonly titles?: readonly (string | null)[];
  readonly rows: readonly number[];
  readonly skipped?: string;
  readonly unit?: string | null;
}

const blocks = (lines: readonly Line[], merges: readonly CellRange[] = []) => fileOf(lines, merges).lists;

const one: readonly (readonly [name: string, lines: readonly Line[], expected: Expectation])[] = [
  ["a plain list", [HEADER, PERSON], { titles: ["姓名", "证件号", "职位"], rows: [2], skipped: "1header", unit: null }],
  [
    "title, blank line, header at row 4, any order",
    [["培训报名表"], [], ["2024年"], ["电话", "备注", "证件号码", "学员姓名"], ["13800138000", null, A, "王梦"]],
    { titles: ["手机号", "备注", "证件号", "姓名"], rows: [5], skipped: "1title 3title 4header" },
  ],
  [
    "hints, stars and blanks in headers",
    [
      ["*姓　名（必填）", "身份证号码\n(文本)", "手机号（如13800138000）"],
      ["王梦", A, "13800138000"],
    ],
    { titles: ["姓名", "证件号", "手机号"], rows: [2] },
  ],
  [
    "a header over two lines",
    [
      ["序号", "姓名", "证件", null, "联系电话"],
      [null, null, "类型", "号码", null],
      [1, "王梦", "身份证", A, "13800138000"],
    ],
    { titles: [null, "姓名", "证件类型", "证件号", "手机号"], rows: [3], skipped: "1header 2header" },
  ],
  [
    "groups above the real header",
    [
      ["人员信息", null, "证书信息", null],
      ["姓名", "身份证号", "证书编号", "有效期至"],
      ["王梦", A, "鲁A1", "2024-06-15"],
    ],
    { titles: ["姓名", "证件号", "证书编号", "证件有效期"], rows: [3], skipped: "1title 2header" },
  ],
  [
    "姓名 and two others are enough, 姓名 and one are not",
    [
      ["姓名", "备注"],
      ["姓名", "电话", "职务"],
      ["王梦", "13800138000", "安全员"],
    ],
    { titles: ["姓名", "手机号", "职位"], rows: [3], skipped: "1title 2header" },
  ],
  [
    "examples, totals, notes and unfilled lines",
    [
      ["序号", ...HEADER],
      ["示例", "张三", "3706XXXXXXXXXXXXXX", "矿长"],
      ["例", "李四", "370600000000000000", "矿长"],
      [1, ...PERSON],
      [2, null, null, "安全员"],
      [3],
      ["合计", "1人"],
      ["共 1 人"],
      ["注：证件号请按文本填写"],
      ["制表人：某某", null, null, "审核："],
      ["填表日期：2024年1月1日"],
    ],
    { rows: [4], skipped: "1header 2example 3example 5blank 6blank 7total 8total 9note 10note 11note" },
  ],
  [
    "lines that spreadsheets write under a table and between its groups",
    [
      ["工作单位", ...HEADER],
      ["甲矿业有限公司", ...PERSON],
      ["甲矿业有限公司 计数", 1],
      ["甲矿业有限公司 汇总", null, null, "1"],
      ["总计数", 1],
      ["汇总", null, null, "1"],
      [null, "汇总", null, "1"],
      [null, 1, 1],
      ["Grand Total", 1],
    ],
    { rows: [2], skipped: "1header 3total 4total 5total 6total 7total 8total 9total" },
  ],
  [
    "a signature with its name in a cell of its own",
    [
      ["序号", ...HEADER],
      [1, ...PERSON],
      ["填表人", "李明", null, "审核人"],
      ["审核人：", "王梦"],
    ],
    { rows: [2], skipped: "1header 3note 4note" },
  ],
  [
    "a row that is refused later is still a person's row",
    [
      HEADER,
      ["李明", null, null],
      [null, A, null],
      [null, null, null],
      ["合计", B, "矿长"],
      ["共产", null, "安全员"],
      ["制表", A, null],
    ],
    { rows: [2, 3, 5, 6, 7] },
  ],
  [
    "repeated headers (page breaks) and a total between",
    [HEADER, PERSON, ["小计", "1人"], HEADER, ["李明", B, "矿长"]],
    { rows: [2, 5], skipped: "1header 3total 4header" },
  ],
  [
    "同上 and vertically merged cells",
    [
      ["工作单位", ...HEADER],
      ["甲矿业有限公司", ...PERSON],
      [null, "李明", B, "同上"],
    ],
    { rows: [2, 3] },
  ],
  [
    "the unit in its own line",
    [["填报单位（盖章）：甲矿业有限公司   填表日期：2024年"], HEADER, PERSON],
    { rows: [3], unit: "甲矿业有限公司" },
  ],
  ["the unit in the next cell", [["单位名称：", null, "甲矿业有限公司"], HEADER, PERSON], { rows: [3], unit: "甲矿业有限公司" }],
  ["the unit in the title", [["甲矿业有限公司2024年再培训人员报名表"], HEADER, PERSON], { rows: [3], unit: "甲矿业有限公司" }],
  ["the unit below the list", [HEADER, PERSON, ["单位（盖章）：甲矿业有限公司"]], { rows: [2], unit: "甲矿业有限公司" }],
  [
    "no unit in a title that names none",
    [["某市非煤矿山人员报名表"], ["单位（盖章）："], HEADER, PERSON],
    { rows: [4], unit: null },
  ],
];

describe("a list in a sheet", () => {
  it.each(one)("%s", (_name, lines, expected) => {
    const lists = blocks(lines);
    expect(lists).toHaveLength(1);
    const [list] = lists;
    expect(list?.rows.map(({ at }) => at)).toEqual(expected.rows);
    if (expected.titles)
      expect(list?.columns.map(({ title }) => title)).toEqual(
        expected.titles.filter((_title, index) => list?.columns.some((column) => column.index === index)),
      );
    if (expected.skipped !== undefined) {
      expect(list?.skipped.map(({ at, why }) => `${at}${why}`).join(" ")).toBe(expected.skipped);
    }
    if (expected.unit !== undefined)
      expect(list?.rows.map(({ unit }) => unit?.text ?? null)).toEqual(expected.rows.map(() => expected.unit));
  });

  it("fills 同上 and vertically merged cells from above, in people's rows only", () => {
    const merges = [{ firstRow: 2, lastRow: 9, firstColumn: 0, lastColumn: 0 }];
    const [list] = blocks(
      [
        ["工作单位", ...HEADER],
        ["甲矿业有限公司", ...PERSON],
        [null, "李明", B, "同上"],
        [null, "合计", "2人"],
      ],
      merges,
    );
    expect(list?.rows.map(({ cells }) => cells)).toEqual([
      ["甲矿业有限公司", "王梦", A, "安全员"],
      ["甲矿业有限公司", "李明", B, "安全员"],
    ]);
  });

  it("takes the better of two columns with one meaning and says which it left", () => {
    const [list] = blocks([
      ["姓名", "证件号", "职务", "职位", "电话", "手机号"],
      ["王梦", A, "科长", "安全员", "1", "2"],
    ]);
    expect(list?.columns.map(({ title, twin }) => title ?? `(${twin})`)).toEqual([
      "姓名",
      "证件号",
      "(职位)",
      "职位",
      "(手机号)",
      "手机号",
    ]);
  });
});

describe("several lists", () => {
  it("takes blocks with other headers, each with its own unit", () => {
    const lists = blocks([
      ["单位：甲矿业有限公司"],
      HEADER,
      PERSON,
      ["单位：乙矿业有限公司"],
      ["序号", ...HEADER],
      [1, "李明", B, "矿长"],
    ]);
    expect(lists.map(({ rows }) => rows.map(({ at, unit }) => `${at}${unit?.text}`))).toEqual([
      ["3甲矿业有限公司"],
      ["6乙矿业有限公司"],
    ]);
  });

  it("reads every visible sheet and no hidden one", () => {
    const rows = [HEADER, PERSON].map((cells, index) => ({ at: index + 1, cells }));
    const names = recogniseLists([
      { name: "一", hidden: false, rows },
      { name: "二", hidden: true, rows },
      { name: "三", hidden: false, rows },
      { name: "四", hidden: false, rows: [{ at: 1, cells: ["说明"] }] },
    ]).map(({ sheet }) => sheet);
    expect(names).toEqual(["一", "三"]);
  });
});

it.each(["__proto__", "constructor", "toString", "hasOwnProperty"])("takes %s like every other header", (header) => {
  const [list] = blocks([
    [header, ...HEADER, header],
    ["x", ...PERSON, "y"],
  ]);
  expect(list?.columns.map(({ title }) => title)).toEqual([null, "姓名", "证件号", "职位", null]);
  expect(list?.rows).toHaveLength(1);
});

it("finds no list where there is none", () => {
  expect(blocks([["通知"], ["各单位：请于3月前报名"], ["姓名", "签字"], ["王梦", "×"]])).toEqual([]);
});

test("people in hidden rows are taken and said, and so are cells too far off to be read", () => {
  const rows = [HEADER, PERSON, ["李明", B, "矿长"]].map((cells, index) => ({ at: index + 1, cells }));
  const sheet = { name: "人员", hidden: false, beyond: { count: 1, address: "SZ1" } };
  const file = foreignFileOf({
    file: "名单.xlsx",
    fingerprint: "1",
    sheets: [{ ...sheet, rows: rows.map((row) => (row.at === 3 ? { ...row, hidden: true } : row)) }],
  });
  const { decision, after } = importInto(bookOf({}), file);
  expect(after.roster.map(({ name }) => name)).toEqual(["王梦", "李明"]);
  const said = decision.reports[0]?.findings.map(({ code, message }) => `${code} ${message}`);
  expect(said).toContain("I30 名单.xlsx·人员：第3行是隐藏的（可能开着筛选），已经一起读入。");
  expect(said).toContain("I03 名单.xlsx·人员·SZ1：离名单很远的地方还有1格内容，没有读取，名单照常读入。");
});

test("a sheet that is named and not there is said", () => {
  const sheets = [
    { name: "人员", hidden: false, rows: [HEADER, PERSON].map((cells, index) => ({ at: index + 1, cells })) },
    { name: "不在", hidden: false, rows: [], isLost: true as const },
  ];
  const { decision } = importInto(bookOf({}), foreignFileOf({ file: "名单.xlsx", fingerprint: "1", sheets }));
  expect(decision.reports[0]?.findings.map(({ code, message }) => `${code} ${message}`)).toContain(
    "I31 名单.xlsx·不在：文件里写着有这张表，内容却不在文件里，没有读取；其余的表照常读入。",
  );
});
