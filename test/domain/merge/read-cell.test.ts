import { readCell } from "../../../apps-script/domain/merge/read-cell";
import { NO_RESULT } from "../../../apps-script/domain/merge/table-file";
import type { UnitColumn } from "../../../apps-script/domain/schema/unit-columns";
import type { Value } from "../../../apps-script/domain/snapshot/value";

const cases: readonly (readonly [column: UnitColumn, raw: Value, value: Value, codes: string])[] = [
  ["name", " 王　梦 ", "王梦", ""],
  ["name", "买买提•艾力", "买买提·艾力", ""],
  ["name", "王?", "王?", "R14"],
  ["name", "　", null, ""],
  ["mobile", "+86 138-0013-8000", "13800138000", ""],
  ["mobile", 13800138000, "13800138000", "I17"],
  ["mobile", "0535-4766666", "0535-4766666", "R17"],
  ["mobile", "1.38E+10", "1.38E+10", "R16"],
  ["mobile", "12345", "12345", "R16"],
  ["post", "安全员", "安全生产管理人员", ""],
  ["post", "矿长", "矿长", "R20"],
  ["post", "电工", "电工", "R20"],
  ["kind", "复审/再培训", "再培训", ""],
  ["kind", "取证", "初培", ""],
  ["kind", "延期", "延期", "R19"],
  ["education", "大专毕业", "大专", ""],
  ["education", "职高", "职高", "R21"],
  ["education", "初中", "初中及以下", "R22"],
  ["idType", "身份证", "居民身份证", ""],
  ["idType", "学生证", "学生证", ""],
  ["validUntil", "2024年6月15日", "2024-06-15", ""],
  ["validUntil", "2021.6.16至2024.6.15", "2024-06-15", ""],
  ["validUntil", 45458, "2024-06-15", ""],
  ["validUntil", 20240615, "2024-06-15", ""],
  ["validUntil", "2024年6月", "2024年6月", "I06"],
  ["validUntil", "2023-02-29", "2023-02-29", "I06"],
  ["certificate", 1234567, "1234567", ""],
  ["certificate", 3.70612199001e17, null, "I05"],
  ["certificate", 3.7e11, null, "I05"],
  ["certificate", 370612345678, "370612345678", ""],
  ["certificate", "#REF!", null, "I05"],
  ["certificate", "3.7E+11", null, "I05"],
  ["certificate", "3E+11", null, "I05"],
  ["certificate", "AQE+11", "AQE+11", ""],
  ["certificate", "#12", "#12", ""],
  ["unit", "#BLOCKED!", null, "I05"],
  ["unit", "#名称?", null, "I05"],
  ["unit", "#NO_RESULT!", null, "I05"],
  ["validUntil", "=DATE(2024,6,20)", null, "I05"],
  ["unit", "= $B$2", null, "I05"],
  ["name", "=-(VLOOKUP(A2,B:C,2,0))", null, "I05"],
  ["note", "=1+1\r\n第二行\u000b", "=1+1\n第二行", ""],
  ["note", "清空", null, ""],
  ["unit", " 甲矿业\n有限公司 ", "甲矿业有限公司", ""],
];

it.each(cases)("%s %j", (column, raw, value, codes) => {
  const reading = readCell(column, raw);
  expect(reading.value).toBe(value);
  expect(reading.problems.map(({ code }) => code).join(" ")).toBe(codes);
});

it("gives the same when it reads what it gave", () => {
  for (const [column, raw] of cases) {
    const { value } = readCell(column, raw);
    expect(readCell(column, value).value).toBe(value);
  }
});

it("says of a formula without a result what to do", () => {
  expect(readCell("unit", NO_RESULT).unusable).toBe("工作单位的公式没有保存结果，请用 Excel 打开并保存一次。");
});

it("says of a formula in place of its result the same, and quotes it", () => {
  expect(readCell("validUntil", "=EDATE(E2,36)").unusable).toBe(
    "证件有效期写的是公式“=EDATE(E2,36)”，不是公式的结果，请用 Excel 打开原表并保存一次，或直接填写结果。",
  );
});
