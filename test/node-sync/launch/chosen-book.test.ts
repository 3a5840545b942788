import { existsSync, mkdirSync, mkdtempSync, renameSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chosenBook, keepAsLast } from "../../../node-sync/src/launch/chosen-book";

let root: string;
let program: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "anpei-chosen-"));
  program = join(root, "安培台账");
  mkdirSync(program);
  process.env.XDG_CONFIG_HOME = join(root, "own");
});

/** A workbook at a place that was opened before. */
async function openedBefore(): Promise<string> {
  const book = join(root, "去年.xlsx");
  writeFileSync(book, "");
  await keepAsLast(book);
  return book;
}

test("the first one lies beside the folder of the program, which an update replaces, never in it", async () => {
  expect(await chosenBook(undefined, program)).toBe(join(root, "安培台账数据", "名册.xlsx"));
  expect(existsSync(join(root, "安培台账数据"))).toBe(true);
});

test("the last one is opened again, wherever the program lies by then", async () => {
  const book = await openedBefore();
  expect(await chosenBook("", join(root, "新版", "安培台账"))).toBe(book);
});

test("a place where no workbook was made is not remembered", async () => {
  await keepAsLast(join(root, "没建.xlsx"));
  expect(await chosenBook(undefined, program)).toBe(join(root, "安培台账数据", "名册.xlsx"));
});

test("one that is gone is not replaced by an empty one in silence", async () => {
  const book = await openedBefore();
  renameSync(book, join(root, "搬走.xlsx"));
  await expect(chosenBook(undefined, program)).rejects.toThrow(`上次打开的工作簿不在了：${book}`);
});

test("what is dragged onto the launcher goes before: a workbook, or a folder for a new one", async () => {
  await openedBefore();
  expect(await chosenBook(join(root, "今年.xlsx"), program)).toBe(join(root, "今年.xlsx"));
  mkdirSync(join(root, "二矿"));
  expect(await chosenBook(join(root, "二矿"), program)).toBe(join(root, "二矿", "名册.xlsx"));
});

test("a place that cannot be written to is refused with what to do", async () => {
  writeFileSync(join(root, "安培台账数据"), "");
  await expect(chosenBook(undefined, program)).rejects.toThrow(/这里写不进去。请把整个程序文件夹移到能写的地方/u);
});
