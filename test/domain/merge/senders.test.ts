import { sizeOf } from "../../../apps-script/domain/changes/change-set";
import type { Enrolment } from "../../../apps-script/domain/schema/index";
import type { Snapshot } from "../../../apps-script/domain/snapshot/snapshot";
import type { Value } from "../../../apps-script/domain/snapshot/value";
import { type BookParts, bookOf } from "../../support/books";
import { sentBook } from "../../support/exchange-lab";
import { fileOf, idOf, importInto, type Line } from "./lists";

const [A, B, C] = ["甲矿业有限公司", "乙矿业有限公司", "丙矿业有限公司"];
const GROUP = "鑫源集团有限公司";
const HEADER: Line = ["姓名", "证件号", "工作单位", "手机号"];
const WITHOUT_UNIT: Line = ["姓名", "证件号", "手机号"];
const units: BookParts["units"] = [
  { name: A, aliases: "甲矿" },
  { name: B, aliases: "老乙、乙矿" },
];
const person = (serial: number, unit: string | null, more: Partial<Enrolment> = {}): Partial<Enrolment> => ({
  person: `P0000${serial}`,
  name: "王梦",
  idNumber: idOf(serial),
  unit,
  ...more,
});
/** 1 is of A, 2 of B; both without a mobile. */
const roster = [person(1, A), person(2, B)];
const line = (serial: number, unit: Value, mobile = "13800138000"): Line => ["王梦", idOf(serial), unit, mobile];

/** What each row came to (`新` entered, `补` filled, `等` waits) and the codes of the file's findings. */
function endOf(book: Snapshot, lines: readonly Line[], name: string) {
  const { decision, after } = importInto(book, fileOf(lines, [], name));
  const [report] = decision.reports;
  const todo = decision.rows.filter(({ table }) => table === "todo").map(({ values }) => `${values.subject}`);
  const { rows, changes } = report ?? {};
  return {
    end: [`新${rows?.new}`, `补${changes?.filled}`, `等${changes?.left}`].filter((part) => !part.endsWith("0")).join(" "),
    // None of these lists has 申报类型, which is asked about by itself.
    codes: (report?.findings ?? []).flatMap(({ code }) => (code === "I27" ? [] : [code])).join(" "),
    todo,
    decision,
    after,
  };
}

test.each<[name: string, file: string, above: readonly Line[], rows: readonly Line[], end: string, codes: string]>([
  ["no clue: known, new", "名单.csv", [], [line(1, A), line(3, A)], "新1 补1", ""],
  ["the unit's own name", `${A}.xlsx`, [], [line(1, A), line(3, A)], "新1 补1", ""],
  ["its alias somewhere in the name", "3月报名-甲矿(2).xlsx", [], [line(1, A)], "补1", ""],
  ["another unit's name", `${B}.csv`, [], [line(1, A), line(3, A)], "等2", "I20"],
  ["another unit's alias", "老乙转来.csv", [], [line(1, A)], "等1", "I20"],
  ["another unit without its suffix", "乙矿业名单.csv", [], [line(1, A), line(2, B)], "补1 等1", "I20"],
  ["another unit in the title", "名单.xlsx", [[`${B}2024年花名册`]], [line(1, A), line(2, B)], "补1 等1", "I20"],
  ["in a title that begins otherwise", "名单.xlsx", [[`2024年${B}安全培训报名表`]], [line(1, A)], "等1", "I20"],
  ["in a title of the name alone", "名单.xlsx", [[B]], [line(1, A)], "等1", "I20"],
  ["as the unit that reports", "名单.xlsx", [[`填报单位（盖章）：${B}`]], [line(1, A)], "等1", "I20"],
  ["in the next cell", "名单.xlsx", [["填报单位：", B]], [line(1, A)], "等1", "I20"],
  ["a company that 单位 does not know", "名单.xlsx", [["丁矿业有限公司2024年名单"]], [line(1, A)], "等1", "I20"],
  ["a group, in the file's name", "2024年鑫源集团培训名单.xlsx", [], [line(1, A), line(2, B)], "等2", "I20"],
  ["name and title contradict", `${A}.xlsx`, [[`${B}花名册`]], [line(1, A), line(2, B)], "等2", "I20"],
  ["two units in the name", `${A}、${B}.xlsx`, [], [line(1, A), line(2, B), line(3, C)], "补2 等1", "I20"],
  ["a new unit's own list", `${C}.xlsx`, [], [line(3, C)], "新1", "I07"],
  ["a request to all units is no title", "名单.xlsx", [[`请各单位于3月1日前报${B}培训科`]], [line(1, A)], "补1", ""],
  ["a measure is no unit", "名单.xlsx", [["单位：万元"]], [line(1, A)], "补1", ""],
  ["several units without a clue", "名单.xlsx", [], [line(1, A), line(2, B)], "补2", "I21"],
  ["a unit whose name begins with another's", "乙矿业建设有限公司.xlsx", [], [line(3, "乙矿业建设有限公司")], "新1", "I07"],
])("%s", (_name, file, above, rows, end, codes) => {
  const book = bookOf({ units, roster });
  const first = endOf(book, [...above, HEADER, ...rows], file);
  expect([first.end, first.codes]).toEqual([end, codes]);
  expect(first.decision.reports[0]?.refusedRows).toEqual([]);
  const again = importInto(first.after, fileOf([...above, HEADER, ...rows], [], file));
  expect(sizeOf({ ...again.decision, blanked: [] })).toBe(0);
});

test.each<[name: string, file: string, above: readonly Line[], rows: readonly Line[], end: string, codes: string, unit: Value]>([
  ["no clue: anybody's", "名单.csv", [], [["王梦", idOf(2), "1"]], "补1", "R16", B],
  ["the sender's people", `${A}.csv`, [], [["王梦", idOf(1), "13800138000"]], "补1", "", A],
  ["not another unit's", `${A}.csv`, [], [["王梦", idOf(2), "13800138000"]], "", "I10", B],
  ["new ones are the sender's", `${A}.csv`, [], [["王梦", idOf(3), "13800138000"]], "新1", "I16", A],
  ["an unknown sender's: nobody of a known unit", "丁矿业有限公司.csv", [], [["王梦", idOf(2), "13800138000"]], "等1", "I20", B],
])("a list without 工作单位, %s", (_name, file, above, rows, end, codes, unit) => {
  const first = endOf(bookOf({ units, roster }), [...above, WITHOUT_UNIT, ...rows], file);
  expect([first.end, first.codes]).toEqual([end, codes]);
  const serial = rows[0]?.[1];
  expect(first.after.roster.find(({ idNumber }) => idNumber === serial)?.unit).toBe(unit);
});

test("a group is asked about once for each of its mines, and its file is taken once 代报单位 says so", () => {
  const book = bookOf({ units: [...(units ?? []), { name: GROUP }], roster });
  const lines = [[`${GROUP}2024年培训名单`], HEADER, line(1, A), line(2, "老乙"), line(3, A), line(4, C)];
  const first = endOf(book, lines, "集团名单.xlsx");
  expect([first.end, first.codes, first.todo]).toEqual(["等4", "I20", [GROUP, GROUP, GROUP]]);
  expect(first.after.roster).toHaveLength(2);
  expect(first.after.units).toHaveLength(3);
  const [finding] = first.decision.findings;
  expect(finding?.message).toContain(`集团名单.xlsx：文件像是“${GROUP}”发来的，其中2人的单位是“${A}”`);
  const next = endOf(first.after, [...lines, line(5, B)], "集团名单（二）.xlsx");
  expect([next.end, next.todo]).toEqual(["等5", []]);
  const registered = (reportsFor: string): Snapshot => ({
    ...first.after,
    units: first.after.units.map((unit) => (unit.name === GROUP ? { ...unit, reportsFor } : unit)),
  });
  const some = endOf(registered(`${A}；乙矿`), lines, "集团名单.xlsx");
  expect([some.end, some.codes]).toEqual(["新1 补2 等1", "I01 I20"]);
  expect(some.after.roster.map(({ unit, mobile }) => [unit, mobile])).toEqual([
    [A, "13800138000"],
    [B, "13800138000"],
    [A, "13800138000"],
  ]);
  const all = endOf({ ...some.after, units: registered(`${A}、${B}、${C}`).units }, lines, "集团名单.xlsx");
  expect([all.end, all.codes]).toEqual(["新1", "I01 I07"]);
  expect(sizeOf({ ...importInto(all.after, fileOf(lines, [], "集团名单.xlsx")).decision, blanked: [] })).toBe(0);
});

test("what another unit's file says of a person is told to nobody and agreed with nobody", () => {
  const known = person(1, A, { mobile: "13700137000" });
  const first = endOf(bookOf({ units, roster: [known] }), [HEADER, line(1, A), ["王萌", idOf(1), A, null]], `${B}.csv`);
  expect([first.end, first.codes]).toEqual(["等2", "I20"]);
  for (const tab of ["名册", "冲突", "底稿", "单位"])
    expect(first.decision.rows.filter(({ table }) => table === tab)).toEqual([]);
  expect(first.decision.cells).toEqual([]);
});

test("several units without a clue are asked about once, by the units", () => {
  const rows = [HEADER, line(1, A), line(2, B)];
  const first = endOf(bookOf({ units, roster }), rows, "名单.xlsx");
  expect(first.todo).toEqual(["名单.xlsx"]);
  expect(first.decision.findings[0]?.message).toContain(`名单里有2家单位的人（${B}、${A}），看不出是谁发来的`);
  expect(endOf(first.after, [...rows, line(3, A, "13800138003")], "三月.xlsx").todo).toEqual([]);
});

test.each([
  ["this workbook's", "W-test", "等1", "I20"],
  ["another workbook's", "W-other", "补1", ""],
])("marks of an exchange, %s, tell the sender of a file that is not one of ours", (_name, workbook, end, codes) => {
  const sent = { 报名编号: "B2024-00001", 姓名: "王梦", 证件号: idOf(1), 工作单位: A };
  const book = sentBook(
    [sent, { ...sent, 报名编号: "B2024-00002", 证件号: idOf(2), 工作单位: B }],
    [{ generation: 1, people: [sent] }],
  );
  const identity = { exchange: "X00001", generation: 1, workbook, schema: 1, hash: "forged", rows: 1 };
  const list = { ...fileOf([HEADER, line(2, B)]), returned: { identity, keywords: null, lists: [] } };
  const [report] = importInto(book, list).decision.reports;
  expect([report?.changes, report?.findings.map(({ code }) => code).join(" ")]).toEqual([
    { filled: end === "补1" ? 1 : 0, replaced: 0, left: end === "等1" ? 1 : 0 },
    codes,
  ]);
});
