import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import * as sheetjs from "@e965/xlsx";
import { importFiles } from "../../../node-sync/src/exchange/import-files";
import { importPlaces } from "../../support/import-places";
import { sentOffice } from "../../support/sent-office";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "anpei-own-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("the centre's own workbook, in any format and tab by tab, is one error a file, and the lists beside it are taken", async () => {
  const office = await sentOffice();
  const book = join(folder, "名册.xlsx");
  const inbox = (name: string) => join(folder, name);
  writeFileSync(book, office);
  writeFileSync(inbox("副本.xlsx"), office);
  const whole = sheetjs.read(office, { type: "buffer" });
  const roster = whole.Sheets.名册;
  if (!roster) throw new Error("no 名册");
  const alone = sheetjs.utils.book_new();
  sheetjs.utils.book_append_sheet(alone, roster, "人员");
  const saved = (of: sheetjs.WorkBook, bookType: sheetjs.BookType): Buffer => sheetjs.write(of, { type: "buffer", bookType });
  writeFileSync(inbox("一张表.xlsx"), saved(alone, "xlsx"));
  writeFileSync(inbox("旧版.xls"), saved(whole, "biff8"));
  writeFileSync(inbox("开放.ods"), saved(alone, "ods"));
  writeFileSync(inbox("文本.csv"), `\ufeff${sheetjs.utils.sheet_to_csv(roster)}`);
  writeFileSync(inbox("名单.csv"), "姓名,证件号,工作单位,人员编号\n王新,379999198001010024,某矿业有限公司,P00001\n");
  const terms = { today: "2024-03-12", head: { time: "2024-03-12T08:00:00+08:00", clerk: "前台", source: "命令行" } } as const;
  const names = ["副本.xlsx", "一张表.xlsx", "旧版.xls", "开放.ods", "文本.csv", "名单.csv"];
  const { files, receipt } = await importFiles(importPlaces(book), names.map(inbox), terms, { replies: folder });
  expect(files.map(({ file, error, report }) => [basename(file), error?.code ?? null, report?.rows.new ?? null])).toEqual([
    ...names.slice(0, -1).map((name) => [name, "own-workbook", null]),
    ["名单.csv", null, 1],
  ]);
  expect(files[0]?.error?.message).toContain("「副本.xlsx」没有读入：这是中心自己的工作簿");
  expect(receipt.changes.cells.filter(({ table }) => table === "roster")).toEqual([]);
});
