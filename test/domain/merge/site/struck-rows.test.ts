import { withChanges } from "../../../../apps-script/domain/changes/advance";
import { readSiteList } from "../../../../apps-script/domain/merge/site/read";
import { siteImport } from "../../../../apps-script/domain/operations/import-site";
import { contextOf } from "../../../../apps-script/domain/rules/context";
import { bookOf } from "../../../support/books";

const TODAY = "2024-03-12";
const IDS = ["379999198001010024", "37999919750815003X"];
const LINES = [
  ["序号", "姓名", "证件号码", "培训班级", "审核状态"],
  [1, "甲1", IDS[0] ?? "", "再培训班第二期", "审核通过"],
  [2, "甲2", IDS[1] ?? "", "再培训班第二期", "审核通过"],
];

function taken(struck: Readonly<Record<number, readonly number[]>>) {
  const roster = IDS.map((idNumber, index) => ({
    name: `甲${index + 1}`,
    idNumber,
    post: "主要负责人",
    kind: "再培训" as const,
  }));
  const book = bookOf({ roster });
  const rows = LINES.map((cells, index) => ({
    at: index + 1,
    cells,
    ...(struck[index + 1] ? { struck: struck[index + 1] } : {}),
  }));
  const reading = readSiteList("省厅预约", [{ name: "导出", hidden: false, rows }]);
  if (!reading) throw new Error("no list");
  const list = { ...reading, asOf: TODAY, isDated: true, kind: "省厅预约", file: "预约.xls", fingerprint: "f" } as const;
  const outcome = siteImport(list).decide(book, contextOf(book, TODAY));
  return {
    booked: withChanges(book, outcome).roster.map(({ booking, bookedClass }) => [booking, bookedClass]),
    said: outcome.findings.filter(({ code }) => code.startsWith("S")).map(({ code, message }) => `${code} ${message}`),
    total: outcome.report.total,
  };
}

const BOTH = [
  ["通过", "再培训班第二期"],
  ["通过", "再培训班第二期"],
];

test("a site's list without struck cells says nothing", () => expect(taken({})).toEqual({ booked: BOTH, said: [], total: 2 }));
test.each([
  ["the whole row", [0, 1, 2, 3, 4]],
  ["name and id", [1, 2]],
])("a person whom a site's list strikes out is left as they are, and named: %s", (_name, columns) =>
  expect(taken({ 3: columns })).toEqual({
    booked: [BOTH[0], [null, null]],
    said: ["S13 预约.xls·导出·第3行：甲2整个人划了删除线，没有收。"],
    total: 1,
  }),
);
test("a struck cell of a site's list is blank, and named; one of a column that is not read says nothing", () =>
  expect(taken({ 2: [0, 3] })).toEqual({
    booked: [["通过", null], BOTH[1]],
    said: ["S13 预约.xls·导出·第2行：甲1的D2划了删除线，按没有填写处理。"],
    total: 2,
  }));
