import { isBlocked } from "../../../apps-script/domain/exchange/chosen-units";
import { exportOperation } from "../../../apps-script/domain/exchange/export";
import { fileNameOf, sharedFileNames } from "../../../apps-script/domain/exchange/sent-names";
import { contextOf } from "../../../apps-script/domain/rules/context";
import { bookOf } from "../../support/books";

it.each([
  ["甲矿业有限公司", "甲矿业有限公司.xlsx"],
  ['甲/乙\\丙:丁*戊?"己<庚>辛|壬', "甲_乙_丙_丁_戊__己_庚_辛_壬.xlsx"],
  ["甲\n矿\u200b业", "甲_矿_业.xlsx"],
  ["  .甲矿. ", "甲矿.xlsx"],
  ["CON", "_CON.xlsx"],
  ["nul.矿业", "_nul.矿业.xlsx"],
  ["com1", "_com1.xlsx"],
  ["COM10矿", "COM10矿.xlsx"],
  ["...", "单位.xlsx"],
  ["../../etc/passwd", "_.._etc_passwd.xlsx"],
  ["长".repeat(71), `${"长".repeat(71)}.xlsx`],
  ["长".repeat(120), `${"长".repeat(73)}.xlsx`],
  [`${"a".repeat(219)}𠮷𠮷`, `${"a".repeat(219)}.xlsx`],
  ["半\ud842字", "半_字.xlsx"],
  ["e\u0301矿", "\u00e9矿.xlsx"],
])("%j becomes %s", (unit, file) => {
  expect(fileNameOf(unit)).toBe(file);
});

it.each([
  [["甲矿", "乙矿"], 0],
  [["ABC矿", "abc矿"], 1],
  [["e\u0301矿", "\u00c9矿"], 1],
  [["甲/矿", "甲:矿"], 1],
  [["CON", "_con"], 1],
  [[`${"长".repeat(73)}甲`, `${"长".repeat(73)}乙`], 1],
  [[`${"长".repeat(72)}甲`, `${"长".repeat(72)}乙`], 0],
  [["半\ud842", "半\ud843"], 1],
])("of %j, %d names are shared", (units, count) => {
  expect(sharedFileNames(units)).toHaveLength(count);
});

it("leaves out two units that would share a file, and sends the others", () => {
  const roster = [
    { unit: "甲/矿", name: "某甲" },
    { unit: "甲:矿", name: "某乙" },
    { unit: "丙矿", name: "某丙" },
  ];
  const book = bookOf({ keys: ["w1"], units: roster.map(({ unit }) => ({ name: unit })), roster });
  const operation = exportOperation();
  const decision = operation.decide(book, contextOf(book, "2024-03-12"));
  expect(isBlocked(decision)).toBe(false);
  expect(decision.report.files.map(({ unit }) => unit)).toEqual(["丙矿"]);
  expect(decision.findings.find(({ code }) => code === "X04")?.message).toBe(
    "“甲/矿”“甲:矿”的文件都会叫“甲_矿.xlsx”，这2家没有导出。",
  );
});
