import { type Finding, fileName } from "../../../apps-script/domain/changes/finding";
import { titledCell, titledFindings, titledKept } from "../../../node-sync/src/cli/titled";

/** What scripts read goes by Chinese titles, its members in the order of `cli.md`. */
const said = (value: unknown): string => JSON.stringify(value);
const finding = { code: "R01", severity: "阻断", row: "7", message: "没有填写。", suggestion: "" } as const;
const findingAt = (table: Finding["table"], column: string | null): Finding => {
  const { code, severity, row, message, suggestion } = finding;
  return { code, severity, table, row, column, message, suggestion };
};
const titledAt = (table: string, column: string | null): string =>
  `[{"code":"R01","severity":"阻断","table":"${table}","row":"7","column":${said(column)},"message":"没有填写。","suggestion":""}]`;

test.each<[Finding["table"], string | null, string, string | null]>([
  ["roster", "idNumber", "名册", "证件号"],
  ["plan", "statedStudy", "培训计划", "学习时间"],
  ["settings", null, "设置", null],
  [fileName("名单.xlsx", "人员"), "证件号", "名单.xlsx·人员", "证件号"],
  [fileName("roster"), "卡号", "roster", "卡号"],
])("a finding of %s %s", (table, column, title, columnTitle) => {
  expect(said(titledFindings([findingAt(table, column)]))).toBe(titledAt(title, columnTitle));
});

test("a changed cell and a kept one", () => {
  const cell = { table: "payments", row: "F00001", column: "shares", before: null, after: "B2024-00001", reason: "试" } as const;
  expect(said(titledCell(cell))).toBe(
    '{"table":"缴费","row":"F00001","column":"分摊到","before":null,"after":"B2024-00001","reason":"试"}',
  );
  const kept = { table: "units", row: "甲矿", column: "contact", value: "乙", message: "后来改了。" } as const;
  expect(said(titledKept([kept]))).toBe('[{"table":"单位","row":"甲矿","column":"联系人","value":"乙","message":"后来改了。"}]');
});
