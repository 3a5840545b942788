import { existsSync } from "node:fs";
import { basename, join } from "node:path";
import exceljs from "exceljs";
import { PAPERS_TO_PRINT } from "../../../apps-script/domain/views/papers/papers";
import { QUESTIONS } from "../../../node-sync/src/cli/commands/print-paper";
import { holdsPasswords } from "../../../node-sync/src/wording/print";
import { anpei, emptyFolder } from "../../support/cli";

const folder = emptyFolder();
const book = join(folder, "演示", "名册.xlsx");
const out = join(folder, "报到");
const at = ["--book", book, "--today", "2024-03-26", "--json"];
const print = (...words: string[]) => anpei(["print", ...words, ...at]);

beforeAll(() => {
  expect(anpei(["demo", join(folder, "演示")]).exit).toBe(0);
});

test("a dry run writes nothing; a form is never written over another", () => {
  expect(print("check-in", "--class", "再二", "--out", out, "--dry-run")).toMatchObject({
    exit: 0,
    json: { file: null, people: 13 },
  });
  expect(existsSync(out)).toBe(false);
  const files = [1, 2].map(() => (print("check-in", "--class", "再二", "--out", out).json as { file: string }).file);
  expect(files.map((file) => basename(file))).toEqual(["报到收费表-再培训班第二期.xlsx", "报到收费表-再培训班第二期（2）.xlsx"]);
  expect(files.every(existsSync)).toBe(true);
});

test("a tick and an amount come back, and are known when the form comes again", async () => {
  const { file } = print("check-in", "--class", "再二", "--out", join(folder, "填")).json as { file: string };
  const form = new exceljs.Workbook();
  await form.xlsx.readFile(file);
  const [sheet] = form.worksheets;
  const rows = sheet?.getRows(1, sheet.rowCount) ?? [];
  const titles = rows.find((row) => row.getCell(1).text === "姓名");
  const place = (title: string): number => {
    for (let column = 1; column <= 20; column++) if (titles?.getCell(column).text === title) return column;
    throw new Error(`no column ${title}`);
  };
  const line = rows.find((row) => row.getCell(1).text === "钱秀英");
  if (line === undefined) throw new Error("nobody of that name");
  line.getCell(place("报到")).value = "√";
  line.getCell(place("现金")).value = 300;
  await form.xlsx.writeFile(file);
  const back = () => anpei(["do", "check-in", "--file", file, ...at]);
  expect(back()).toMatchObject({ exit: 0, json: { people: { "B2024-00039": "钱秀英 3月26日报到，现金300" } } });
  expect(back()).toMatchObject({
    exit: 0,
    json: { run: null, people: { "B2024-00039": "钱秀英 3月26日报到，现金300以前记过" } },
  });
});

test.each([
  [["别的", "--class", "再二", "--out", out], 2],
  [["check-in", "--out", out], 2],
  [["check-in", "--class", "再二"], 2],
  [["check-in", "--class", "第三期", "--out", out], 3],
  [["check-in", "--class", "再九", "--out", out], 3],
  [["check-in", "--class", "培三", "--out", out], 3],
])("print %j: exit %i", (words, exit) => {
  expect(print(...words).exit).toBe(exit);
});

test("a paper with passwords is one file unless the call says which, and says who can open it", () => {
  const files = (...words: string[]) => {
    const to = emptyFolder();
    const { json } = print("card-slips", "--class", "再二", "--out", to, ...words);
    return (json as { files: string[] }).files.map((file) => basename(file));
  };
  expect(files()).toEqual(["再培训班第二期-模拟卡领取条.html"]);
  expect(files("--as", "xlsx")).toEqual(["再培训班第二期-模拟卡领取条.xlsx"]);
  expect(holdsPasswords("linux")).toContain("只有本机的这个用户能打开");
  expect(holdsPasswords("win32")).toContain("能打开这个文件夹的人都能看到");
});

test("without a name the papers are listed; an option of print is there for whatever a paper asks", () => {
  const { exit, json } = anpei(["print", "--json"]);
  const { papers } = json as { papers: { id: string; fields: { name: string }[] }[] };
  expect([exit, papers.map(({ id }) => id)]).toEqual([0, PAPERS_TO_PRINT.map(({ id }) => id)]);
  const asked = new Set(papers.flatMap(({ fields }) => fields.map(({ name }) => name)));
  expect([...asked].filter((name) => QUESTIONS.every((known) => known !== name))).toEqual([]);
});
