import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ExcelJS from "exceljs";
import { foreignFileOf, importForeign } from "../../../apps-script/domain/merge/foreign";
import { contextOf } from "../../../apps-script/domain/rules/context";
import { isUneditedReply, replyName, writeReply } from "../../../node-sync/src/exchange/reply";
import { replyMark } from "../../../node-sync/src/exchange/reply-mark";
import { readTableFile } from "../../../node-sync/src/files/read-table-file";
import { fileOf, idOf, TODAY } from "../../domain/merge/lists";
import { bookOf } from "../../support/books";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "anpei-reply-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const A = idOf(1);
const listed = fileOf([
  ["单位：甲矿业有限公司"],
  ["性别", "姓名", "身份证号", "联系电话", "备注"],
  ["女", "王梦", 379999198001010000, 13800138000, "=1+1"],
  ["男", "李明", "无", null, "第一行\n第二行"],
  ["男", null, A, null, null],
  ["男", "赵敏", idOf(2), null, null],
]);
const file = { ...listed, fingerprint: "0123456789abcdef" };
const book = bookOf({ units: [{ name: "甲矿业有限公司" }] });
const reportOf = (source = file) => {
  const [report] = importForeign([source], book, contextOf(book, TODAY)).reports;
  if (!report) throw new Error("no report");
  return report;
};

async function opened(path: string | null): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(path ?? "");
  return workbook;
}

it("brings the refused rows back as text, with red cells, notes and reasons", async () => {
  const path = await writeReply(reportOf(), join(folder, "回执"));
  expect(path).toBe(join(folder, "回执", "名单-退回.xlsx"));
  const workbook = await opened(path);
  const sheet = workbook.getWorksheet("退回名单");
  const texts = [1, 2, 3, 4, 5, 6, 7].map((at) => [1, 2, 3, 4, 5, 6, 7].map((column) => sheet?.getCell(at, column).text));
  expect(texts[0]?.[0]).toBe("退回名单：名单.xlsx 中有 3 行没有导入");
  expect(texts[1]?.[0]).toContain("请改正后发回");
  expect(texts[2]).toEqual(["性别", "姓名", "身份证号", "联系电话", "备注", "工作单位", "退回原因"]);
  expect(texts[3]?.slice(0, 6)).toEqual(["女", "王梦", "3.7999919800101E+17", "13800138000", "=1+1", "甲矿业有限公司"]);
  expect(texts[4]?.slice(0, 6)).toEqual(["男", "李明", "无", "", "第一行\n第二行", "甲矿业有限公司"]);
  expect(texts[5]?.slice(0, 6)).toEqual(["男", "", A, "", "", "甲矿业有限公司"]);
  expect(texts[3]?.[6]).toMatch(/^原“人员”第3行——证件号：证件号单元格是数字/);
  expect(texts[5]?.[6]).toBe("原“人员”第5行——姓名：没有填写姓名");
  expect(texts[6]).toEqual(["", "", "", "", "", "", ""]);
  const faulty = sheet?.getCell("C4");
  expect(faulty).toMatchObject({ numFmt: "@", fill: { fgColor: { argb: "FFFFC7CE" } } });
  expect(JSON.stringify(faulty?.note)).toContain("证件号单元格是数字");
  expect(JSON.stringify(sheet?.getCell("B6").note)).toContain("没有填写姓名");
  expect(sheet?.getCell("B4").note).toBeUndefined();
  expect([3, 4, 5, 6].map((at) => sheet?.getRow(at).height)).toEqual([20, 54, 37, 20]);
  expect(sheet?.views[0]).toMatchObject({ state: "frozen", ySplit: 3 });
  expect(sheet?.pageSetup).toMatchObject({ paperSize: 9, orientation: "landscape" });
  expect(workbook.keywords).toMatch(/^anpei-reply-[0-9a-f]+$/);
});

it("is known as our own reply until somebody corrects it, and then imported", async () => {
  const path = (await writeReply(reportOf(), folder)) ?? "";
  expect(isUneditedReply(await readTableFile(path))).toBe(true);
  const workbook = await opened(path);
  const sheet = workbook.getWorksheet("退回名单");
  await workbook.xlsx.writeFile(path);
  expect(isUneditedReply(await readTableFile(path))).toBe(true);
  if (sheet) sheet.getCell("C4").value = A;
  await workbook.xlsx.writeFile(path);
  const table = await readTableFile(path);
  expect(isUneditedReply(table)).toBe(false);
  const report = reportOf(foreignFileOf(table));
  expect(report.rows).toEqual({ total: 3, new: 1, changed: 0, unchanged: 0, refused: 2, missing: 0 });
  expect(report.unit).toBe("甲矿业有限公司");
});

it("never makes a damaged id look whole", async () => {
  const path = (await writeReply(reportOf(), folder)) ?? "";
  const report = reportOf(foreignFileOf(await readTableFile(path)));
  expect(report.rows).toMatchObject({ total: 3, refused: 3 });
});

it("keeps text that looks like an escape", async () => {
  const path = await writeReply(
    reportOf(
      fileOf([
        ["姓名", "证件号"],
        ["_x0041_", null],
      ]),
    ),
    folder,
  );
  const { sheets } = await readTableFile(path ?? "");
  expect(sheets[0]?.rows[3]?.cells[0]).toBe("_x0041_");
});

it("writes nothing when nothing was refused", async () => {
  const report = reportOf(
    fileOf([
      ["姓名", "证件号", "工作单位"],
      ["王梦", A, "甲矿业有限公司"],
    ]),
  );
  expect(await writeReply(report, folder)).toBeNull();
  expect(readdirSync(folder)).toEqual([]);
});

it("replaces only the unchanged reply to the same file", async () => {
  const first = (await writeReply(reportOf(), folder)) ?? "";
  expect(await writeReply(reportOf(), folder)).toBe(first);
  const other = { ...reportOf(), fingerprint: "another file of that name" };
  expect(await writeReply(other, folder)).toBe(join(folder, "名单-退回（2）.xlsx"));
  const workbook = await opened(first);
  const sheet = workbook.getWorksheet("退回名单");
  if (sheet) sheet.getCell("C4").value = A;
  await workbook.xlsx.writeFile(first);
  expect(await writeReply(reportOf(), folder)).toBe(join(folder, "名单-退回（3）.xlsx"));
  expect((await opened(first)).getWorksheet("退回名单")?.getCell("C4").text).toBe(A);
});

it.each([
  ["名单.xlsx", "名单-退回.xlsx"],
  ['甲/乙:丙*"?.csv', "甲_乙_丙___-退回.xlsx"],
  ["..xls", "退回名单-退回.xlsx"],
  ["名单-退回.xlsx", "名单-退回.xlsx"],
  ["名单-退回（2）.xlsx", "名单-退回.xlsx"],
  ["名单-退回-退回 (1).xls", "名单-退回.xlsx"],
  ["退回名单.xlsx", "退回名单-退回.xlsx"],
  [`${"长".repeat(200)}.xlsx`, `${"长".repeat(60)}-退回.xlsx`],
  [`${"😀".repeat(60)}.xlsx`, `${"😀".repeat(55)}-退回.xlsx`],
  ["甲\u202exslx.csv", "甲_xslx-退回.xlsx"],
])("names the reply to %s", (name, reply) => {
  expect(replyName(name)).toBe(reply);
});

it("replaces a reply when that is what the unit corrected, and leaves another list's alone", async () => {
  const first = { ...reportOf(), fingerprint: "first" };
  const other = { ...reportOf(), fingerprint: "other" };
  for (const report of [first, other]) await writeReply(report, folder);
  await writeReply({ ...reportOf(), file: "名单-退回（2）.xlsx", fingerprint: "corrected" }, folder);
  expect(readdirSync(folder).sort()).toEqual(["名单-退回.xlsx", "名单-退回（2）.xlsx"].sort());
  const marks = await Promise.all(
    ["名单-退回.xlsx", "名单-退回（2）.xlsx"].map(async (name) => replyMark(await readTableFile(join(folder, name)))?.answers),
  );
  expect(marks).toEqual(["first", "corrected"]);
});
