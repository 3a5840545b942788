import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ExcelJS from "exceljs";
import { foreignFileOf, importForeign } from "../../../apps-script/domain/merge/foreign";
import { contextOf } from "../../../apps-script/domain/rules/context";
import { LocalOutbox } from "../../../node-sync/src/exchange/export/local-outbox";
import { type Answered, deliverListReply } from "../../../node-sync/src/exchange/reply";
import { isUneditedReply, replyMark } from "../../../node-sync/src/exchange/reply-mark";
import { replyName } from "../../../node-sync/src/exchange/reply-name";
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
const UNIT = "甲矿业有限公司";
const REPLY = `${UNIT}-退回.xlsx`;
const book = bookOf({ units: [{ name: UNIT }] });
const reportOf = (source = file) => {
  const [report] = importForeign([source], book, contextOf(book, TODAY)).reports;
  if (!report) throw new Error("no report");
  return report;
};

/** Writes the reply to lists of one unit; gives back its path. */
async function reply(...lists: readonly (Omit<Answered, "corrects"> & { readonly corrects?: string })[]): Promise<string> {
  const answered = lists.map((list) => ({ corrects: null, ...list }));
  return join(folder, await deliverListReply(answered[0]?.soleUnit ?? null, answered, new LocalOutbox(folder)));
}

async function opened(path: string | null): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(path ?? "");
  return workbook;
}

it("brings the refused rows back as text, with red cells, notes and reasons", async () => {
  folder = join(folder, "回执");
  const path = await reply(reportOf());
  expect(path).toBe(join(folder, REPLY));
  const workbook = await opened(path);
  const sheet = workbook.getWorksheet("退回名单");
  const texts = [1, 2, 3, 4, 5, 6, 7].map((at) => [1, 2, 3, 4, 5, 6, 7].map((column) => sheet?.getCell(at, column).text));
  expect(texts[0]?.[0]).toBe("甲矿业有限公司退回名单（3 行没有导入）");
  expect(texts[1]?.[0]).toMatch(/请改正后发回.*没有读入的列：性别。$/);
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
  const path = await reply(reportOf());
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
  const path = await reply(reportOf());
  const report = reportOf(foreignFileOf(await readTableFile(path)));
  expect(report.rows).toMatchObject({ total: 3, refused: 3 });
});

it("keeps text that looks like an escape", async () => {
  const lines = [
    ["姓名", "证件号"],
    ["_x0041_", null],
  ];
  const { sheets } = await readTableFile(await reply(reportOf(fileOf(lines))));
  expect(sheets[0]?.rows[3]?.cells[0]).toBe("_x0041_");
});

it("replaces only the unchanged reply to the same file", async () => {
  const first = await reply(reportOf());
  expect(await reply(reportOf())).toBe(first);
  const other = { ...reportOf(), fingerprint: "another" };
  expect(await reply(other)).toBe(join(folder, `${UNIT}-退回（2）.xlsx`));
  const workbook = await opened(first);
  const sheet = workbook.getWorksheet("退回名单");
  if (sheet) sheet.getCell("C4").value = A;
  await workbook.xlsx.writeFile(first);
  expect(await reply(reportOf())).toBe(join(folder, `${UNIT}-退回（3）.xlsx`));
  expect((await opened(first)).getWorksheet("退回名单")?.getCell("C4").text).toBe(A);
});

it("answers several lists of a unit at once, and none of them again", async () => {
  const lists = [reportOf(), { ...reportOf(), fingerprint: "second" }];
  const path = await reply(...lists);
  const sheet = (await opened(path)).getWorksheet("退回名单");
  expect(sheet?.getCell("A1").text).toBe("甲矿业有限公司退回名单（6 行没有导入）");
  expect([sheet?.getCell("G4").text, sheet?.getCell("G7").text].map((text) => text?.split("——")[0])).toEqual([
    "原第1份“人员”第3行",
    "原第2份“人员”第3行",
  ]);
  for (const list of lists) expect(await reply(list)).toBe(path);
  expect(readdirSync(folder)).toEqual([REPLY]);
});

it.each([
  ["甲矿业有限公司", "甲矿业有限公司-退回.xlsx"],
  ['甲/乙:丙*"?', "甲_乙_丙___-退回.xlsx"],
  ["CON", "_CON-退回.xlsx"],
  [null, "未知单位-退回.xlsx"],
])("names the reply to %s", (unit, name) => {
  expect(replyName(unit)).toBe(name);
});

it("replaces a reply when that is what the unit corrected, and leaves another list's alone", async () => {
  const first = { ...reportOf(), fingerprint: "first" };
  const other = { ...reportOf(), fingerprint: "other" };
  for (const report of [first, other]) await reply(report);
  const name = await reply({ ...reportOf(), file: "改好 (1).xlsx", fingerprint: "corrected", corrects: "other" });
  expect(name).toBe(join(folder, `${UNIT}-退回（2）.xlsx`));
  const names = [REPLY, `${UNIT}-退回（2）.xlsx`];
  expect(readdirSync(folder).sort()).toEqual([...names].sort());
  const marks = await Promise.all(names.map(async (one) => replyMark(await readTableFile(join(folder, one)))?.answers));
  expect(marks).toEqual(["first", "corrected"]);
});
