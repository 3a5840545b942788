import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { importFiles } from "../../../node-sync/src/exchange/import-files";
import { importPlaces } from "../../support/import-places";
import { sentOffice } from "../../support/sent-office";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "anpei-replies-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("replies to files of one name from several folders get a number each, in the order of the files", async () => {
  const book = join(folder, "book.xlsx");
  writeFileSync(book, await sentOffice());
  const paths = ["甲/名单.csv", "乙/名单.csv", "丙/别的.csv", "丁/名单.txt"].map((name) => join(folder, name));
  for (const [place, path] of paths.entries()) {
    mkdirSync(join(path, ".."));
    writeFileSync(path, `姓名,证件号,工作单位\n无证${place},没有,某矿业有限公司\n`);
  }
  const terms = { today: "2024-03-12", head: { time: "2024-03-12T08:00:00+08:00", clerk: "前台", source: "命令行" } } as const;
  const replies = join(folder, "回执");
  const { files } = await importFiles(importPlaces(book), paths, terms, { replies });
  const names = ["名单-退回.xlsx", "名单-退回（2）.xlsx", "别的-退回.xlsx", "名单-退回（3）.xlsx"];
  expect(files.map(({ reply }) => basename(reply ?? ""))).toEqual(names);
  expect(readdirSync(replies).sort()).toEqual([...names].sort());
});
