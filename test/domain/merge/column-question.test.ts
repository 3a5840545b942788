import { withChanges } from "../../../apps-script/domain/changes/advance";
import { sizeOf } from "../../../apps-script/domain/changes/change-set";
import { importForeign } from "../../../apps-script/domain/merge/foreign";
import { contextOf } from "../../../apps-script/domain/rules/context";
import type { Enrolment } from "../../../apps-script/domain/schema/index";
import type { Value } from "../../../apps-script/domain/snapshot/value";
import { bookOf } from "../../support/books";
import { fileOf, idOf, importInto, TODAY } from "./lists";

const UNIT = "甲矿业有限公司";
type Column = Extract<keyof Enrolment, string>;
const TITLES: Readonly<Partial<Record<Column, string>>> = {
  name: "姓名",
  mobile: "手机号",
  certificate: "证书编号",
  validUntil: "证件有效期",
  note: "备注",
  education: "学历",
  post: "职位",
};

/** People by what 名册 has in one column; a list with these values in it, `undefined` for a person who is not in 名册. */
function meeting(column: Column, ours: readonly (Value | undefined)[], theirs: readonly Value[]) {
  const roster = ours.flatMap((value, place): Partial<Enrolment>[] =>
    value === undefined
      ? []
      : [{ person: `P${place}`, name: `王${place}`, idNumber: idOf(place + 1), unit: UNIT, kind: "初培", [column]: value }],
  );
  const title = TITLES[column] ?? "";
  const header = ["证件号", "工作单位", "申报类型", ...new Set(["姓名", title])];
  const rows = theirs.map((value, place): Value[] => {
    const cells: Readonly<Record<string, Value>> = {
      证件号: idOf(place + 1),
      工作单位: UNIT,
      申报类型: "初培",
      姓名: `王${place}`,
    };
    return header.map((one) => (one === title ? value : (cells[one] ?? null)));
  });
  return { book: bookOf({ units: [{ name: UNIT }], roster }), file: fileOf([header, ...rows]) };
}

const M = "13800138000";
const mobiles = (count: number): Value[] => Array.from({ length: count }, (_, place) => `139001390${10 + place}`);
const same = (value: Value, count: number): Value[] => Array.from({ length: count }, () => value);
const days: Value[] = ["2024-06-15", "2024-07-15", "2024-08-15"];

test.each<[name: string, column: Column, ours: (Value | undefined)[], theirs: Value[], isAsked: boolean]>([
  ["one mobile over three others", "mobile", mobiles(3), same(M, 3), true],
  ["one mobile into three empty cells", "mobile", same(null, 3), same(M, 3), true],
  ["two people may share one", "mobile", mobiles(2), same(M, 2), false],
  ["a mobile each", "mobile", mobiles(3), [...mobiles(6)].slice(3), false],
  ["nearly everybody", "mobile", mobiles(10), [...same(M, 9), "13700137000"], true],
  ["half of them", "mobile", mobiles(6), [...same(M, 3), ...mobiles(3)], false],
  ["the few who say something", "mobile", mobiles(9), [...same(M, 3), ...same(null, 6)], false],
  ["the same as 名册 has it", "mobile", same(M, 5), same(M, 5), false],
  ["all but three have it already", "mobile", [...same(M, 7), ...mobiles(3)], same(M, 10), false],
  ["new people overwrite nothing", "mobile", same(undefined as unknown as Value, 5), same(M, 5), false],
  ["清空 for everybody", "mobile", mobiles(4), same("清空", 4), true],
  ["one certificate number", "certificate", same(null, 3), same("K2024001", 3), true],
  ["one name", "name", ["王一", "王二", "王三"], same("李明", 3), true],
  ["one day over different days", "validUntil", days, same("2024-12-31", 3), true],
  ["a batch certified on one day", "validUntil", same(null, 4), same("2024-12-31", 4), false],
  ["a batch certified again", "validUntil", same("2021-12-31", 4), same("2024-12-31", 4), false],
  ["one remark over different ones", "note", ["夜班", "白班", "食堂"], same("两人同住", 3), true],
  ["one remark about all", "note", same(null, 3), same("已交费", 3), false],
  ["one education, as they may have", "education", ["初中", "高中", "大专"], same("高中", 3), false],
])("%s", (_name, column, ours, theirs, isAsked) => {
  const { book, file } = meeting(column, ours, theirs);
  const { decision, after } = importInto(book, file);
  const [report] = decision.reports;
  expect(report?.findings.some(({ code }) => code === "I22")).toBe(isAsked);
  expect(report?.stopped?.isQuestion ?? false).toBe(isAsked);
  if (!isAsked) return;
  expect(sizeOf({ ...decision, blanked: [] })).toBe(0);
  expect(report?.rows).toMatchObject({ total: theirs.length, refused: theirs.length });
  expect([report?.refusedRows, after.roster]).toEqual([[], book.roster]);
  const forced = importForeign([file], book, contextOf(book, TODAY), { force: true });
  expect(forced.reports[0]).toMatchObject({ stopped: null, rows: { refused: 0 } });
  expect(forced.cells.filter(({ table, before }) => table === "roster" && before !== null)).toEqual([]);
  expect(sizeOf({ ...forced, blanked: [] })).toBeGreaterThan(0);
});

test("says how many and what, and asks no more of what was answered with yes", () => {
  const { book, file } = meeting("mobile", mobiles(4), same(M, 4));
  const [report] = importInto(book, file).decision.reports;
  expect(report?.stopped?.message).toBe("4人的手机号都写成“138****8000”，名册中不是这样，整个文件没有采用。确实如此吗？");
  const forced = importForeign([file], book, contextOf(book, TODAY), { force: true });
  expect(forced.rows.filter(({ table }) => table === "conflicts")).toHaveLength(4);
  const again = importInto(withChanges(book, forced), file).decision;
  expect([again.reports[0]?.stopped, sizeOf({ ...again, blanked: [] })]).toEqual([null, 0]);
});
