import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { anpei, emptyFolder } from "../../support/cli";
import { bodyTexts, paragraph, templateOf } from "../../support/word-template";

const folder = emptyFolder();
const out = join(folder, "表");
const own = join(folder, "推荐.docx");
const shipped = resolve(__dirname, "../../../templates/单位推荐表.docx");
const at = ["--book", join(folder, "演示", "名册.xlsx"), "--today", "2024-03-26", "--json"];
const print = (...words: string[]) => anpei(["print", "form", ...words, ...at]);

interface Filled {
  readonly file: string;
  readonly people: number;
  readonly notes: readonly string[];
}

beforeAll(async () => {
  expect(anpei(["demo", join(folder, "演示")]).exit).toBe(0);
  writeFileSync(own, await templateOf({ body: paragraph("{姓名}，{工作单位}，{性名}") }));
});

test("a class is filled into one file, which is never written over another; a dry run writes nothing", async () => {
  const words = ["--template", shipped, "--class", "再二", "--out", out];
  expect(print(...words, "--dry-run")).toMatchObject({ exit: 0, json: { kind: "each", people: 13, file: null } });
  expect(existsSync(out)).toBe(false);
  const files = [1, 2].map(() => (print(...words).json as Filled).file);
  expect(files.map((file) => basename(file))).toEqual(["单位推荐表-再培训班第二期.docx", "单位推荐表-再培训班第二期（2）.docx"]);
  expect(await bodyTexts(readFileSync(files[0] ?? ""))).toContain("钱秀英");
});

test("one person, by name; a name that is not known is told with the nearest ones, and a person must look", async () => {
  const called = print("--template", own, "--people", "钱秀英", "--out", out);
  expect(called.exit).toBe(4);
  const { file, people, notes } = called.json as Filled;
  expect([basename(file), people]).toEqual(["推荐-钱秀英.docx", 1]);
  expect(await bodyTexts(readFileSync(file))).toEqual([expect.stringMatching(/^钱秀英，.+，\{性名\}$/u)]);
  expect(notes).toEqual([expect.stringContaining("是不是{姓名}、{性别}？")]);
});

test("people by name who are not of the class are left out with a sentence, and where nobody is left nothing is written", () => {
  const words = ["--template", shipped, "--people", "钱秀英", "--out", out];
  const here = print(...words, "--class", "再二", "--dry-run");
  expect(here).toMatchObject({ exit: 0, json: { people: 1, leftOut: [] } });
  const both = print("--template", shipped, "--people", "钱秀英,冯立新", "--out", out, "--class", "再二", "--dry-run");
  expect(both).toMatchObject({ exit: 4, json: { people: 1, leftOut: [expect.stringMatching(/有1人不在这个班/u)] } });
  expect(print(...words, "--class", "再三", "--dry-run").exit).toBe(3);
});

test("all names that can be filled in are listed", () => {
  const { exit, json } = print("--list");
  expect(exit).toBe(0);
  expect((json as { fields: { name: string }[] }).fields.map(({ name }) => name)).toEqual(
    expect.arrayContaining(["姓名", "班级", "序号"]),
  );
});

test.each([
  [["--class", "再二", "--out", out], 2],
  [["--template", own, "--class", "再二"], 2],
  [["--template", own, "--out", out], 2],
  [["--template", join(folder, "没有.docx"), "--class", "再二", "--out", out], 3],
  [["--template", join(folder, "演示", "名册.xlsx"), "--class", "再二", "--out", out], 3],
  [["--template", own, "--class", "再九", "--out", out], 3],
  [["--template", own, "--class", "培三", "--out", out], 3],
])("print form %j: exit %i", (words, exit) => {
  expect(print(...words).exit).toBe(exit);
});
