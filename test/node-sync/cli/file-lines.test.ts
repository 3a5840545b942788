import { importForeign } from "../../../apps-script/domain/merge/foreign";
import { foreignFileOf } from "../../../apps-script/domain/merge/recognise";
import { contextOf } from "../../../apps-script/domain/rules/context";
import { fileJson, fileLines } from "../../../node-sync/src/cli/file-report";
import { bookOf } from "../../support/books";

it("says the columns that nobody reads under the line of the file, and leaves the JSON as it is", () => {
  const book = bookOf({ units: [{ name: "甲矿业有限公司" }] });
  const rows = [
    ["姓名", "证件号", "单位", "邮箱", "紧急联系电话13800138000"],
    ["王梦", "379999198001010024", "甲矿业有限公司", "a@b", "1"],
  ];
  const sheet = { name: "人员", hidden: false, rows: rows.map((cells, at) => ({ at: at + 1, cells })) };
  const source = foreignFileOf({ file: "甲.xlsx", fingerprint: "f", sheets: [sheet] });
  const [report] = importForeign([source], book, contextOf(book, "2024-03-12")).reports;
  if (!report) throw new Error("no report");
  const result = { file: "甲.xlsx", report, takenIn: null, reply: null, error: null };
  expect(fileLines(result)).toEqual([
    "甲.xlsx：共 1 行，新增 1，补充 0，更新 0，不变 0，退回 0",
    "  没有读入的列：邮箱、紧急联系电话138****8000",
  ]);
  expect(Object.keys(fileJson(result))).not.toContain("unread");
});
