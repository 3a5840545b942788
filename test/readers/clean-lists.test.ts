import { foreignFileOf, importForeign } from "../../apps-script/domain/merge/foreign";
import { contextOf } from "../../apps-script/domain/rules/context";
import { readTable } from "../../node-sync/src/files/read-table-file";
import { bookOf } from "../support/books";
import { bytesOf, type Cell, FIELDS, type Field, FORMS, type Form, goodList, type Known } from "./support/office-list";

/** Good lists in every format and in the shapes that offices give them: nobody is asked anything about them. */

const TITLES: Readonly<Record<Field, string>> = {
  name: "姓名",
  id: "证件号",
  mobile: "手机号",
  unit: "工作单位",
  post: "职位",
  kind: "申报类型",
  until: "证件有效期",
};
/** What is said of lines that are no people's is no question. */
const PASSED_OVER = "I03";

type Shape = (people: readonly Known[]) => (string | number | null)[][];
const head = FIELDS.map((field) => TITLES[field]);
const rows = (people: readonly Known[]) => people.map((person) => FIELDS.map((field) => person[field]));
const SHAPES: Readonly<Record<string, Shape>> = {
  "header and people": (people) => [head, ...rows(people)],
  "a title and a line of labels": (people) => [["2024年度报名表"], ["填表日期：2024年3月1日"], head, ...rows(people)],
  "numbered, with a column of the office's own": (people) => [
    ["序号", ...head, "班组"],
    ...rows(people).map((row, index) => [index + 1, ...row, "一班"]),
  ],
  "a total and signatures below": (people) => [
    head,
    ...rows(people),
    ["合计", `${people.length}人`],
    ["填表人：某某"],
    [null, null, null, "甲矿业有限公司"],
    [null, null, null, "2024年3月1日"],
  ],
  "other words": (people) => [
    ["学员姓名", "身份证号码", "联系电话", "单位名称", "人员类别", "培训类别", "有效期至"],
    ...rows(people),
  ],
  "two languages": (people) => [
    ["姓名 Name", "证件号 ID No.", "手机号 Mobile", "工作单位 Company", "职位 Post", "申报类型 Type", "证件有效期 Valid until"],
    ...rows(people),
  ],
  "English below": (people) => [
    head,
    ["Name", "ID No.", "Mobile", "Company", "Position", "Type", "Valid until"],
    ...rows(people),
  ],
  "English alone": (people) => [
    ["Name", "ID No.", "Mobile", "Company", "Position", "Training type", "Valid until"],
    ...rows(people),
  ],
  "names in other letters beside": (people) => [["Name", ...head], ...rows(people).map((row) => ["Ce Jia", ...row])],
  "a blank column and the words of a list": (people) => [
    [...head, null, "选项"],
    ...rows(people).map((row, index) => [...row, null, ["初培", "再培训", "主要负责人"][index] ?? null]),
  ],
  "the header again": (people) => [head, ...rows(people).slice(0, 2), head, ...rows(people).slice(2)],
};

const cellsOf = (lines: ReturnType<Shape>): Cell[][] => lines.map((line) => line.map((v): Cell => ({ v })));

async function said(form: Form, which: number, shape: Shape): Promise<string[]> {
  const people = goodList(which);
  const lines = cellsOf(shape(people));
  const list = { lines, merges: [], sheetName: "人员", header: [], date1904: false, form, hiddenRows: new Set<number>() };
  const table = await readTable(bytesOf(list), "名单.x");
  const book = bookOf({ units: [{ name: "甲矿业有限公司" }, { name: "乙矿业有限公司" }] });
  const [report] = importForeign([foreignFileOf(table)], book, contextOf(book, "2024-03-01")).reports;
  const units = new Set(people.map(({ unit }) => unit)).size;
  expect(report?.rows).toMatchObject({ total: people.length, new: people.length, refused: 0 });
  // One list with people of two units is asked about: who sent it?
  return (report?.findings ?? [])
    .filter(({ code }) => code !== PASSED_OVER && !(code === "I21" && units > 1))
    .map(({ code, message }) => `${form} ${which} ${code} ${message}`);
}

beforeAll(() => jest.spyOn(console, "error").mockImplementation());
afterAll(() => jest.restoreAllMocks());

test.each(Object.keys(SHAPES))("nothing is asked about good lists, in any format: %s", async (name) => {
  const shape = SHAPES[name];
  if (!shape) throw new Error(name);
  const asked: string[] = [];
  for (const form of FORMS) for (let which = 0; which < 5; which += 1) asked.push(...(await said(form, which, shape)));
  expect(asked).toEqual([]);
});
