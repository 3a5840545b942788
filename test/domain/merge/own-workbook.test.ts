import { rowIdOf } from "../../../apps-script/domain/exchange/row-id";
import { isOwnWorkbook } from "../../../apps-script/domain/merge/own-workbook";
import { CONFLICTS, HISTORY, PAPERS, ROSTER, type Table, titlesOf } from "../../../apps-script/domain/schema/index";
import type { Value } from "../../../apps-script/domain/snapshot/value";
import { sealerOf } from "../../support/books";
import { idOf } from "./lists";

type Lines = readonly (readonly Value[])[];
const sheet = (lines: Lines, name = "Sheet1", hidden = false) => ({
  name,
  hidden,
  rows: lines.map((cells, index) => ({ at: index + 1, cells })),
});
const headed = (table: Table, left: number): Lines => [titlesOf(table).slice(0, left)];
const PERSON: readonly Value[] = ["王梦", idOf(1), "甲矿业有限公司"];
const list: Lines = [["姓名", "证件号", "工作单位"], PERSON];

test.each<[string, Lines]>([
  [
    "报名编号 and 人员编号 with their headers",
    [
      ["报名编号", "人员编号", "姓名"],
      ["B2024-00001", "P00001", ...PERSON],
    ],
  ],
  [
    "with other headers, moved columns",
    [
      ["姓名", "工号", "登记号"],
      ["王梦", "P00012", "B2024-00123"],
    ],
  ],
  ["without a header", [["B2024-00001", "P00001", ...PERSON]]],
  ["below a title and other people's rows", [["名单"], ...list, [], ["B2025-123456", "P123456", ...PERSON]]],
  ["as a CSV guards its texts", [["'B2024-00001", "'P00001", ...PERSON]]],
  ["as a CSV for Excel keeps its texts", [['="B2024-00001"', '="P00001"', ...PERSON]]],
  ["in full width, with blanks", [["Ｂ2024-00001 ", " Ｐ00001", ...PERSON]]],
  [
    "the version of the schema in 设置",
    [
      ["项", "值"],
      ["计划年度", 2024],
      ["表结构版本", 2],
    ],
  ],
  ["the version as text", [["表 结构版本 ", "1"]]],
  ["名册 without people", headed(ROSTER, 99)],
  ["名册 of whose columns some were deleted", headed(ROSTER, Math.ceil(titlesOf(ROSTER).length * 0.8))],
  ["资料", headed(PAPERS, 99)],
  ["冲突", headed(CONFLICTS, 99)],
  ["历史", headed(HISTORY, 99)],
])("ours: %s", (_name, lines) => {
  expect(isOwnWorkbook([sheet(lines)])).toBe(true);
  expect(isOwnWorkbook([sheet(list, "学员"), sheet(lines, "其他", true)])).toBe(true);
});

test.each<[string, Lines]>([
  ["a plain list", list],
  [
    "人员编号 alone",
    [
      ["人员编号", "姓名", "证件号"],
      ["P00001", "王梦", idOf(1)],
    ],
  ],
  [
    "人员编号 of ours beside a 报名编号 of theirs",
    [
      ["报名编号", "人员编号", "姓名"],
      [1, "P00001", "王梦"],
    ],
  ],
  [
    "报名编号 alone",
    [
      ["报名编号", "姓名", "证件号"],
      ["B2024-00001", "王梦", idOf(1)],
    ],
  ],
  [
    "the two in different rows",
    [
      ["B2024-00001", "王梦"],
      ["P00001", "李明"],
    ],
  ],
  ["both in one sentence", [["B2024-00001 P00001", "王梦"]]],
  ["the row ids of a file that we sent", [[rowIdOf("B2024-00001", "X00001", sealerOf("W")), "P00001", "王梦"]]],
  ["the words of 设置 without a version", [["表结构版本", "待定"]]],
])("a unit's: %s", (_name, lines) => {
  expect(isOwnWorkbook([sheet(lines), sheet([["通知"]], "说明")])).toBe(false);
});
