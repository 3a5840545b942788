import { sizeOf } from "../../../apps-script/domain/changes/change-set";
import type { Enrolment } from "../../../apps-script/domain/schema/index";
import type { Value } from "../../../apps-script/domain/snapshot/value";
import { bookOf } from "../../support/books";
import { fileOf, idOf, importInto, type Line } from "./lists";

const A = idOf(1);
const B = idOf(2);
const HEADER: Line = ["姓名", "证件号", "工作单位", "职位", "申报类型", "手机号", "证件有效期"];
const UNIT = "甲矿业有限公司";
const POST = "安全生产管理人员";
const units = [{ name: UNIT, aliases: "甲矿" }, { name: "乙矿业有限公司" }];
const person = (values: Partial<Enrolment> = {}): Partial<Enrolment> => ({
  person: "P00001",
  name: "王梦",
  idNumber: A,
  unit: UNIT,
  post: POST,
  kind: "再培训",
  ...values,
});
const line = (values: Partial<Record<string, Value>> = {}): Line => {
  const given: Readonly<Record<string, Value>> = {
    姓名: "王梦",
    证件号: A,
    工作单位: UNIT,
    职位: POST,
    申报类型: "再培训",
    ...values,
  };
  return HEADER.map((title) => given[String(title)] ?? null);
};

/** One row against one enrolment: what became of the row, its findings, and the cells that were written. */
const matches: readonly (readonly [
  name: string,
  ours: Partial<Enrolment> | null,
  theirs: Partial<Record<string, Value>>,
  end: "new" | "changed" | "unchanged" | "refused",
  codes: string,
  written: Readonly<Record<string, Value>>,
])[] = [
  ["nobody there: appended", null, {}, "new", "", {}],
  ["the same: nothing", {}, {}, "unchanged", "", {}],
  ["an empty cell is filled", {}, { 手机号: "138 0013 8000" }, "changed", "", { mobile: "13800138000" }],
  ["a blank cell keeps ours", { mobile: "13800138000" }, { 手机号: "" }, "unchanged", "", {}],
  ["a differing value is left", { mobile: "13800138000" }, { 手机号: "13900139000" }, "unchanged", "I09", {}],
  ["a differing name is left", {}, { 姓名: "王萌" }, "unchanged", "I09", {}],
  ["the same day spelled otherwise", { validUntil: "2024-06-15" }, { 证件有效期: "2024年6月15日" }, "unchanged", "", {}],
  ["清空 never clears", { mobile: "13800138000" }, { 手机号: "清空" }, "unchanged", "I09", {}],
  ["清空 of what is empty", {}, { 手机号: "清空" }, "unchanged", "", {}],
  ["an alias is the unit", {}, { 工作单位: "甲矿" }, "unchanged", "", {}],
  ["no unit in the file", {}, { 工作单位: null }, "unchanged", "", {}],
  ["no unit in 名册", { unit: null }, {}, "changed", "", { unit: UNIT }],
  [
    "an id in lower case and spaces",
    { idNumber: "37999919750815003X" },
    { 证件号: " 379999 19750815 003x" },
    "unchanged",
    "",
    {},
  ],
  ["an empty post is filled", { post: null }, {}, "changed", "", { post: POST }],
  ["another post: another enrolment", {}, { 职位: "主要负责人" }, "new", "I13", {}],
  ["another kind: another enrolment", {}, { 申报类型: "初培" }, "new", "I13", {}],
  ["another post, another name: asked", {}, { 职位: "主要负责人", 姓名: "王萌" }, "unchanged", "I24", {}],
  ["another post, the name with a blank", { name: "王 梦" }, { 职位: "主要负责人", 姓名: "王梦" }, "new", "I13", {}],
  ["another post of somebody without a name", { name: null }, { 职位: "主要负责人" }, "new", "I13", {}],
  ["who left another unit, another name", { unit: "乙矿业有限公司", state: "离职" }, { 姓名: "王萌" }, "unchanged", "I24", {}],
  ["a person of another unit", { unit: "乙矿业有限公司" }, { 手机号: "13800138000" }, "unchanged", "I10", {}],
  ["another unit, another post", { unit: "乙矿业有限公司" }, { 职位: "主要负责人" }, "unchanged", "I10", {}],
  ["who left another unit", { unit: "乙矿业有限公司", state: "离职" }, {}, "new", "", {}],
  [
    "a unit but for blanks",
    {},
    { 工作单位: "甲矿业 有限公司", 手机号: "13800138000" },
    "changed",
    "I08",
    { mobile: "13800138000" },
  ],
  ["a unit but for the suffix", {}, { 工作单位: "甲矿业", 手机号: "13800138000" }, "unchanged", "I08 I11", {}],
  ["an id as a number", {}, { 证件号: 379999198001010000 }, "refused", "R02", {}],
  ["an id in scientific notation", {}, { 证件号: "3.79999E+17" }, "refused", "R02", {}],
  ["no id", {}, { 证件号: null }, "refused", "R01", {}],
  ["an id that is an error", {}, { 证件号: "#N/A" }, "refused", "R01", {}],
  ["no name", {}, { 姓名: null }, "refused", "R13", {}],
  ["a wrong check digit enters with its finding", null, { 证件号: "379999198001010025" }, "new", "R08", {}],
  ["an unreadable day enters as written", null, { 证件有效期: "2024年6月" }, "new", "I06", {}],
  ["no unit at all", null, { 工作单位: null }, "new", "I16", {}],
  ["a dash for a unit", null, { 工作单位: "无" }, "new", "I16", {}],
];

it.each(matches)("%s", (_name, ours, theirs, end, codes, written) => {
  const book = bookOf({ units, roster: ours === null ? [] : [person(ours)] });
  const { decision, after } = importInto(book, fileOf([HEADER, line(theirs)]));
  const [report] = decision.reports;
  expect(report?.rows).toEqual({ total: 1, new: 0, changed: 0, unchanged: 0, refused: 0, missing: 0, [end]: 1 });
  expect(
    report?.findings
      .map(({ code }) => code)
      .sort()
      .join(" "),
  ).toBe(codes);
  const cells = decision.cells.filter(({ table }) => table === "roster").map(({ column, after: value }) => [column, value]);
  expect(Object.fromEntries(cells)).toEqual(written);
  expect(decision.rows.filter(({ table }) => table === "roster")).toHaveLength(end === "new" ? 1 : 0);
  expect(decision.rows.filter(({ table }) => table === "units")).toEqual([]);
  const again = importInto(after, fileOf([HEADER, line(theirs)]));
  expect(sizeOf({ ...again.decision, blanked: [] })).toBe(0);
});

it("writes a new enrolment in canonical form, with numbers, the source and the counters", () => {
  const book = bookOf({ units, roster: [person({ idNumber: B, person: "P00007" })] });
  const { decision } = importInto(
    book,
    fileOf([
      HEADER,
      line({ 姓名: "王　梦", 职位: "安全员", 申报类型: "复审", 工作单位: "甲矿", 证件有效期: 45458 }),
      line({ 证件号: B, 职位: "主要负责人" }),
    ]),
  );
  const added = decision.rows.filter(({ table }) => table === "roster").map(({ values }) => values);
  expect(added).toEqual([
    {
      id: "B2024-00002",
      person: "P00008",
      name: "王梦",
      idNumber: A,
      unit: UNIT,
      post: POST,
      kind: "再培训",
      validUntil: "2024-06-15",
    },
    {
      id: "B2024-00003",
      person: "P00007",
      name: "王梦",
      idNumber: B,
      unit: UNIT,
      post: "主要负责人",
      kind: "再培训",
    },
  ]);
  expect(decision.cells.map(({ row, after }) => [row, after])).toEqual([
    ["报名编号计数", 3],
    ["人员编号计数", 8],
  ]);
});

it("refuses the second of two equal rows, whatever the spelling, and keeps its cells for the reply", () => {
  const { decision } = importInto(
    bookOf({ units }),
    fileOf([HEADER, line(), line({ 职位: "安全员", 申报类型: "复审", 手机号: "13800138000" })]),
  );
  const [report] = decision.reports;
  expect(report?.rows).toMatchObject({ total: 2, new: 1, refused: 1 });
  expect(report?.cells).toEqual({ applied: 5, equal: 0, conflicts: 0, refused: 6 });
  expect(report?.refusedRows).toMatchObject([
    {
      sheet: "人员",
      at: 3,
      reasons: [{ address: "B3", column: "证件号", message: "与“人员”第2行重复，是同一个人的同一次报名。" }],
    },
  ]);
  expect(report?.refusedRows[0]?.cells.map(({ raw }) => raw)).toEqual(["王梦", A, UNIT, "安全员", "复审", "13800138000", null]);
});

it("names the headers that nobody reads, once, and no twin, no running number and no reasons of our own reply", () => {
  const header = ["序号", ...HEADER, "联系电话", "电话", "邮箱", "紧急联系人", "邮箱", "班级", "退回原因"];
  const { decision } = importInto(bookOf({ units }), fileOf([header, ["1", ...line()]]));
  expect(decision.reports[0]).toMatchObject({ kind: "foreign", unread: ["邮箱", "紧急联系人", "班级"] });
});

it("adds an unknown unit once as 待确认 and asks about a spelling of it", () => {
  const lines = [
    HEADER,
    line({ 工作单位: "丙矿业有限公司" }),
    line({ 工作单位: "丙矿业有限公司", 证件号: B }),
    line({ 工作单位: "丙矿业", 证件号: idOf(3) }),
  ];
  const { decision, after } = importInto(bookOf({ units }), fileOf(lines));
  expect(decision.rows.filter(({ table }) => table === "units").map(({ values }) => values)).toEqual([
    { name: "丙矿业有限公司", status: "待确认" },
  ]);
  expect(decision.findings.map(({ code, row }) => `${code} ${row}`)).toEqual(["I07 2", "I08 4"]);
  expect(after.roster.map(({ unit }) => unit)).toEqual(["丙矿业有限公司", "丙矿业有限公司", "丙矿业"]);
});

it("masks ids and mobiles in findings and 待办, raises one 待办 per matter, and puts a difference into 冲突", () => {
  const book = bookOf({ units, roster: [person({ mobile: "13800138000" }), person({ idNumber: B, unit: "乙矿业有限公司" })] });
  const file = fileOf([HEADER, line({ 手机号: "13900139000" }), line({ 证件号: B })]);
  const { decision, after } = importInto(book, file);
  const todo = decision.rows.filter(({ table }) => table === "todo").map(({ values }) => values);
  expect(todo.map(({ rule, source, answer }) => [rule, source, answer])).toEqual([["调动", "import", "未处理"]]);
  expect(decision.findings.map(({ message }) => message)).toEqual([
    "名单.xlsx·人员·F2 王梦：手机号在名册中是“138****8000”，文件写的是“139****9000”，保留名册的值。",
    expect.stringContaining("379999********"),
  ]);
  expect(JSON.stringify([decision.findings, todo.map(({ content }) => content)])).not.toMatch(/\d{11}/);
  const source = `名单.xlsx#${decision.reports[0]?.fingerprint.slice(0, 6)}`;
  expect(decision.rows.filter(({ table }) => table === "conflicts").map(({ values }) => values)).toEqual([
    { enrolment: "B2024-00001", name: "王梦", unit: UNIT, column: "手机号", ours: "13800138000", theirs: "13900139000", source },
  ]);
  const renamed = { ...file, file: "另存.xlsx", fingerprint: "other" };
  expect(sizeOf({ ...importInto(after, renamed).decision, blanked: [] })).toBe(0);
});

it("writes the file into 往来 when it changed something, and says when it was there before", () => {
  const file = fileOf([HEADER, line()]);
  const { decision, after } = importInto(bookOf({ units }), file);
  expect(decision.rows.filter(({ table }) => table === "exchanges").map(({ values }) => values)).toEqual([
    {
      exchange: "L00001",
      generation: 1,
      unit: UNIT,
      direction: "收回",
      file: "名单.xlsx",
      fingerprint: decision.reports[0]?.fingerprint,
      people: 1,
      added: 1,
      updated: 0,
      conflicts: 0,
      refused: 0,
      time: "2024-01-10",
    },
  ]);
  const { decision: again } = importInto(after, file);
  expect(again.reports[0]).toMatchObject({ importedBefore: true, rows: { unchanged: 1 } });
  expect(again.findings.map(({ code }) => code)).toEqual(["I01"]);
});

it("takes files one after the other: what the first brings, the second finds", () => {
  const { decision } = importInto(
    bookOf({ units }),
    fileOf([HEADER, line()]),
    fileOf([HEADER, line({ 手机号: "13800138000" })], [], "二.xlsx"),
  );
  expect(decision.reports.map(({ rows }) => [rows.new, rows.changed])).toEqual([
    [1, 0],
    [0, 1],
  ]);
  expect(decision.rows.filter(({ table }) => table === "roster").map(({ values }) => values.mobile)).toEqual(["13800138000"]);
});

it("leaves the person to staff when several enrolments fit", () => {
  const book = bookOf({ units, roster: [person({ kind: "初培" }), person({ kind: "再培训" })] });
  const { decision } = importInto(book, fileOf([HEADER, line({ 申报类型: null, 手机号: "13800138000" })]));
  expect(decision.findings.map(({ code }) => code)).toEqual(["I12"]);
  expect(decision.cells).toEqual([]);
});

it("names two columns of one meaning by their letters", () => {
  const { decision } = importInto(
    bookOf({ units }),
    fileOf([
      ["姓名", "证件号", "电话", "工作单位", "手机"],
      ["王梦", A, "0535-4766666", UNIT, "13800138000"],
    ]),
  );
  expect(decision.findings.filter(({ code }) => code === "I04").map(({ message }) => message)).toEqual([
    "名单.xlsx·人员：E列“手机”和C列“电话”都像“手机号”，取了E列“手机”，C列“电话”没有读取。",
  ]);
});

it("counts the mobiles that were numbers in the rows that were taken, not in those sent back", () => {
  const taken = fileOf([HEADER, line({ 手机号: 13800138000 }), line({ 证件号: null, 手机号: 13900139000 })]);
  const { decision } = importInto(bookOf({ units }), taken);
  expect(decision.findings.filter(({ code }) => code === "I17").map(({ message }) => message)).toEqual([
    "名单.xlsx·人员：有1个手机号按数字填写，已按文本保存。",
  ]);
  const refused = importInto(bookOf({ units }), fileOf([HEADER, line({ 证件号: null, 手机号: 13900139000 })]));
  expect(refused.decision.findings.map(({ code }) => code)).toEqual(["R01"]);
});

it("says so when there is no list", () => {
  const { decision } = importInto(bookOf(), fileOf([["通知"]]));
  expect(decision.findings.map(({ code, severity }) => code + severity)).toEqual(["I02阻断"]);
});

describe("what a unit's own list is told does not hang on whom the centre knows", () => {
  const own = [person(), person({ idNumber: B, person: "P00002", post: "主要负责人" })];
  const elsewhere = own.map((one) => ({ ...one, unit: "乙矿业有限公司", name: "别的", mobile: "13700137000" }));
  const rows: readonly (readonly Line[])[] = [
    [line(), line({ 职位: null })],
    [line(), line({ 申报类型: null, 职位: null }), line()],
    [line({ 证件号: B }), line({ 手机号: "13800138000" }), line({ 姓名: null })],
    [line({ 职位: null }), line({ 职位: "主要负责人" }), line({ 证件号: "无" })],
  ];
  test.each(rows.map((lines, place) => [place, lines] as const))("rows %#", (_place, lines) => {
    const told = [[], own, elsewhere].map((roster) => {
      const [report] = importInto(bookOf({ units, roster }), fileOf([HEADER, ...lines])).decision.reports;
      return { refusedRows: report?.refusedRows, soleUnit: report?.soleUnit };
    });
    expect(JSON.stringify(told[1])).toBe(JSON.stringify(told[0]));
    expect(JSON.stringify(told[2])).toBe(JSON.stringify(told[0]));
  });
});

describe("a list without 申报类型", () => {
  const titles: Line = ["姓名", "证件号", "工作单位", "职位", "证件有效期"];
  const lines: Line[] = [
    ["王梦", A, UNIT, POST, "2024-06-15"],
    ["李某", B, UNIT, POST, null],
    ["赵某", idOf(3), UNIT, POST, "2023-12-31"],
    ["钱某", idOf(4), UNIT, POST, "2024年6月"],
    ["孙某", idOf(5), UNIT, POST, "2024-01-10"],
  ];
  const asked = (decision: ReturnType<typeof importInto>["decision"]) =>
    decision.findings.flatMap(({ code, message }) => (code === "I27" ? [message] : []));

  test("what the certificates speak for is said of the list, and nothing is filled in", () => {
    const { decision, after } = importInto(bookOf({ units }), fileOf([titles, ...lines]));
    expect(after.roster.map(({ kind }) => kind)).toEqual([null, null, null, null, null]);
    expect(asked(decision)).toEqual([
      "名单.xlsx：没有写申报类型，也没有代填：证件有效期还没到，建议再培训（2人：王梦、孙某）；没有证件有效期，建议初培（1人：李某）；证件已经过期，请核实是再培训还是初培（1人：赵某）；证件有效期看不懂，请核实（1人：钱某）。",
    ]);
  });
  test("people whose kind is known are not asked about", () => {
    const book = bookOf({ units, roster: [person({ validUntil: "2024-06-15" })] });
    expect(asked(importInto(book, fileOf([titles, lines[0] ?? []])).decision)).toEqual([]);
  });
  test("nor is a list that says it", () => {
    expect(asked(importInto(bookOf({ units }), fileOf([HEADER, line()])).decision)).toEqual([]);
  });
});
