import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import ExcelJS from "exceljs";
import { wordRows } from "../../../apps-script/domain/plan/plan-rows";
import { readPlanText } from "../../../apps-script/domain/plan/read-plan";
import { readPlanFile } from "../../../node-sync/src/files/read-plan-file";
import { emptyFolder } from "../../support/cli";
import { packageOf } from "../../support/hand-workbook";

const notice = readFileSync(join(__dirname, "../../fixtures/notice-2024.txt"), "utf8");
const HEADER = ["类别", "期次", "月份", "报名时间", "预约时间", "报到时间", "学习时间", "地点"];
const FIRST = ["再培训", "1", "3-4月", "2月21日前", "1月23日-2月22日", "2月26日上午", "2月26日-2月29日", "南楼"];
const SECOND = ["", "2", "5-6月", "3月上旬", "2月25日-3月24日", "3月26日", "3月26日-3月29日", "南楼"];

const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
const paragraph = (text: string): string =>
  `<w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr>${text
    .split("\n")
    .map((line) => `<w:r><w:t xml:space="preserve">${escaped(line)}</w:t></w:r>`)
    .join("<w:r><w:br/></w:r>")}</w:p>`;
const cell = (text: string, properties = ""): string => `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(text)}</w:tc>`;
const row = (cells: readonly string[], properties = ""): string => `<w:tr><w:trPr>${properties}</w:trPr>${cells.join("")}</w:tr>`;
const table = (rows: readonly string[]): string => `<w:tbl><w:tblPr/>${rows.join("")}</w:tbl>`;

async function document(body: string): Promise<string> {
  const path = join(emptyFolder(), "通知.docx");
  const xml = `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:body>${body}</w:body></w:document>`;
  writeFileSync(path, await packageOf(new Map([["word/document.xml", Buffer.from(xml)]])));
  return path;
}

/** Name, days as stated, place. */
const shown = async (path: string): Promise<string[]> => {
  const { reading } = await readPlanFile(path);
  const classes = reading.classes.map(({ name, deadline, study, place }) => [name, deadline, study, place].join("|"));
  return [...classes, ...reading.problems, ...reading.doubts.map(({ message }) => message)];
};

test("the notice as a document of Word gives the same eleven classes", async () => {
  const rows = wordRows(notice);
  const start = rows.findIndex(({ isParagraph }) => !isParagraph);
  const cells = rows.filter(({ isParagraph }) => !isParagraph);
  const before = rows.slice(0, start).map(({ cells: [text = ""] }) => paragraph(text));
  const path = await document(`${before.join("")}${table(cells.map((one) => row(one.cells.map((text) => cell(text)))))}`);
  const { reading } = await readPlanFile(path);
  const bare = (classes: typeof reading.classes) => classes.map(({ at: _, ...stated }) => stated);
  expect([reading.year, bare(reading.classes)]).toEqual([2024, bare(readPlanText(notice).classes)]);
  expect(reading.classes).toHaveLength(11);
  expect(reading.classes[3]?.at?.row).toBe("通知.docx 第 1 张表第 5 行");
});

test("merged cells, deleted and struck out text, fields of a document", async () => {
  const kindOver = cell("再培训", '<w:vMerge w:val="restart"/>');
  const struck = `<w:tc><w:p><w:r><w:rPr><w:strike/></w:rPr><w:t>2月20日</w:t></w:r><w:del><w:r><w:delText>2月19日</w:delText></w:r></w:del><w:ins><w:r><w:t>2月21日前</w:t></w:r></w:ins></w:p></w:tc>`;
  const first = [kindOver, ...FIRST.slice(1).map((text, at) => (at === 2 ? struck : cell(text)))];
  const second = [cell("", "<w:vMerge/>"), ...SECOND.slice(1).map((text) => cell(text))];
  const gone = row(
    FIRST.map((text) => cell(text)),
    '<w:del w:id="1"/>',
  );
  const wide = row([cell("合计：2期", '<w:gridSpan w:val="8"/>')]);
  const box = `<w:p><mc:AlternateContent><mc:Choice><w:r><w:t>2024年培训</w:t></w:r></mc:Choice><mc:Fallback><w:r><w:t>2023年计划</w:t></w:r></mc:Fallback></mc:AlternateContent></w:p>`;
  const header = row(HEADER.map((text) => cell(text)));
  expect(await shown(await document(box + table([header, row(first), row(second), gone, wide])))).toEqual([
    "再培训班第一期|2月21日前|2月26日-2月29日|南楼",
    "再培训班第二期|3月上旬|3月26日-3月29日|南楼",
  ]);
});

test("what only calls itself a document is refused with what to do", async () => {
  const path = join(emptyFolder(), "通知.docx");
  for (const bytes of [Buffer.from("通知"), await packageOf(new Map([["a.txt", Buffer.from("x")]]))]) {
    writeFileSync(path, bytes);
    await expect(readPlanFile(path)).rejects.toThrow("通知.docx 不是能读的 Word 文件；请在 Word 或 WPS 里另存为 .docx");
  }
});

test("a workbook's sheets together, merged cells in each row, rows by their own number", async () => {
  const book = new ExcelJS.Workbook();
  const retraining = book.addWorksheet("再培训");
  retraining.getCell("A2").value = "2024年培训计划";
  retraining.getRow(4).values = HEADER;
  retraining.getRow(5).values = FIRST;
  retraining.getRow(6).values = SECOND;
  retraining.mergeCells("A5:A6");
  retraining.getRow(8).values = ["", "", "5月", "3月1日"];
  const initial = book.addWorksheet("初培");
  initial.addRow(HEADER.filter((title) => title !== "月份"));
  initial.addRow(["初培", ...FIRST.slice(1).filter((_, at) => at !== 1)]);
  const other = book.addWorksheet("人数");
  other.addRow(["班级名称", "人数", "地点"]);
  other.addRow(["再培训班第一期", 30, "南楼"]);
  const path = join(emptyFolder(), "计划.xlsx");
  await book.xlsx.writeFile(path);
  expect(await shown(path)).toEqual([
    "再培训班第一期|2月21日前|2月26日-2月29日|南楼",
    "再培训班第二期|3月上旬|3月26日-3月29日|南楼",
    "培训班第一期|2月21日前|2月26日-2月29日|南楼",
    "计划.xlsx“再培训”第 8 行没有班级名称，未读入。",
    "计划.xlsx“人数”：计划表缺少列：证件有效期限月份、中心网站报名截止、省厅系统预约培训时间、报到时间、学习时间。",
  ]);
});
