import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ExcelJS from "exceljs";
import { exportFiles } from "../../../node-sync/src/exchange/export/export-files";
import type { ImportPlaces } from "../../../node-sync/src/exchange/held-import";
import { importFiles } from "../../../node-sync/src/exchange/import-files";
import { readTableFile } from "../../../node-sync/src/files/read-table-file";
import { patchWorkbook } from "../../../node-sync/src/xlsx/patch/patch-workbook";
import { importPlaces } from "../../support/import-places";
import { SENT_UNITS, sentOffice } from "../../support/sent-office";
import { AT, type Typed } from "../../support/sync-office";

const [ONE, TWO] = SENT_UNITS;
const terms = { today: "2024-03-12", head: { time: "2024-03-12T08:00:00+08:00", clerk: "前台", source: "命令行" } } as const;
const nobody = (unit: string, name = "没证件"): string => `姓名,证件号,工作单位\n${name},没有,${unit}\n`;

let folder = "";
let places: ImportPlaces;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "anpei-replies-"));
  writeFileSync(join(folder, "book.xlsx"), await sentOffice());
  places = importPlaces(join(folder, "book.xlsx"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function put(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  mkdirSync(join(path, ".."), { recursive: true });
  writeFileSync(path, content);
  return path;
}

async function answered(...paths: readonly string[]) {
  const { files } = await importFiles(places, paths, terms, { replies: join(folder, "回执") });
  return files.map(({ reply }) => reply?.slice(join(folder, "回执").length + 1) ?? null);
}

async function typed(unit: string, cells: Typed): Promise<Buffer> {
  const all = cells.map(([row, column, value]) => ({ row, column, value, kind: "text" as const }));
  return patchWorkbook(readFileSync(join(folder, "发件", `${unit}.xlsx`)), [{ sheet: "学员", firstDataRow: 3, cells: all }]);
}

test("a reply is called after the unit; of nobody known each gets one of its own, with a number", async () => {
  const lists = [
    put(`a/${TWO}.csv`, nobody(TWO)),
    put("b/名单.csv", nobody("某矿业有限公司")),
    put(`c/${ONE}2024年名单.csv`, nobody(ONE)),
    put("d/名单.txt", nobody("别的矿业有限公司")),
    put(`e/${TWO}（补）.csv`, nobody(TWO, "也没证件")),
  ];
  const reply = (unit: string, copy = "") => `${unit}-退回${copy}.xlsx`;
  expect(await answered(...lists)).toEqual([reply(TWO), reply("未知单位"), reply(ONE), reply("未知单位", "（2）"), reply(TWO)]);
  const rows = (await readTableFile(join(folder, "回执", reply(TWO)))).sheets[0]?.rows.slice(3).map(({ cells }) => cells[0]);
  expect(rows).toEqual(["没证件", "也没证件"]);
});

test("a list that merely names a unit is nobody's: its reply goes to staff, who know where it came from", async () => {
  expect(await answered(put("名单.csv", nobody(ONE)))).toEqual(["未知单位-退回.xlsx"]);
});

test("a list whose rows are of two units is no unit's, also when one's rows are all refused", async () => {
  const own = `姓名,证件号,工作单位,职位,申报类型\n来了的,E12345678,${ONE},主要负责人,初培\n没证件,,${TWO},,\n`;
  expect(await answered(put("名单.csv", own))).toEqual(["未知单位-退回.xlsx"]);
});

test("files and a list of one unit get one reply, which tells of all of them", async () => {
  await exportFiles(places.host, terms, { out: join(folder, "发件") });
  const paths = [
    put("一.xlsx", await typed(ONE, [[3, AT.mobile, "#N/A"]])),
    put("二.xlsx", await typed(ONE, [[4, AT.mobile, "#REF!"]])),
    put(`${ONE}新人.csv`, nobody(ONE, "新来的")),
  ];
  expect(await answered(...paths)).toEqual(Array(3).fill(`${ONE}-退回.xlsx`));
  expect(readdirSync(join(folder, "回执"))).toEqual([`${ONE}-退回.xlsx`]);
  const copy = new ExcelJS.Workbook();
  await copy.xlsx.readFile(join(folder, "回执", `${ONE}-退回.xlsx`));
  const list = copy.getWorksheet("学员");
  expect([3, 4].map((row) => JSON.stringify(list?.getCell(row, AT.mobile).note).includes("没有采用"))).toEqual([true, true]);
  expect([list?.getCell(8, AT.name).text, list?.getCell(8, AT.rowId).text]).toEqual(["新来的", ""]);
  const told = copy.getWorksheet("处理结果");
  expect([6, 7, 8].map((row) => told?.getCell(row, 1).text)).toEqual(["赵安某", "赵平某", "新来的"]);
});

test.each(["before the reply", "before anything is forgotten", "amid forgetting"])(
  "a unit's one reply is the same when the import that owed it was cut off %s",
  async (when) => {
    await exportFiles(places.host, terms, { out: join(folder, "发件") });
    const paths = [
      put(`甲处/${ONE}.csv`, nobody(ONE, "新来的")),
      put("乙处/一.xlsx", await typed(ONE, [[3, AT.mobile, "#N/A"]])),
      put("丙处/二.xlsx", await typed(ONE, [[4, AT.mobile, "#REF!"]])),
    ];
    const whole = join(folder, "另");
    cpSync(join(folder, "book.xlsx"), join(whole, "book.xlsx"));
    const reply = join(folder, "甲处", `${ONE}-退回.xlsx`);
    const undisturbed = await importFiles(importPlaces(join(whole, "book.xlsx")), paths, terms);
    expect(undisturbed.files.map((file) => file.reply)).toEqual([reply, reply, reply]);
    const bytes = readFileSync(reply);
    rmSync(reply);

    const { answers } = places;
    const forget = answers.forget.bind(answers);
    let left = when === "amid forgetting" ? 1 : 0;
    answers.forget = async (answer) => {
      if (left-- <= 0) throw new Error("cut off");
      await forget(answer);
    };
    const inTheWay = when === "before the reply" ? put(`甲处/${ONE}-退回.xlsx/x`, "") : null;
    const { receipt, stopped } = await importFiles(places, paths, terms);
    expect([receipt.run !== null, stopped?.at]).toEqual([true, "reply"]);
    if (inTheWay !== null) rmSync(join(inTheWay, ".."), { recursive: true });
    expect(existsSync(reply)).toBe(inTheWay === null);

    places = importPlaces(join(folder, "book.xlsx"));
    const { earlier } = await importFiles(places, paths.slice(1), terms);
    expect(new Set(earlier.map((one) => one.reply))).toEqual(new Set([reply]));
    expect(earlier).toHaveLength(when === "amid forgetting" ? 2 : 3);
    expect(readFileSync(reply).equals(bytes)).toBe(true);
    expect(["甲处", "乙处", "丙处"].flatMap((place) => readdirSync(join(folder, place)))).toEqual([
      ...[`${ONE}.csv`, `${ONE}-退回.xlsx`].sort(),
      ...["一.xlsx", "二.xlsx"],
    ]);
    expect(await places.answers.all()).toEqual([]);
  },
);

test("a corrected reply is answered in the place of the one that it corrects", async () => {
  const both = `姓名,证件号,工作单位,职位,申报类型\n没证件,,${ONE},主要负责人,初培\n又没证件,,${ONE},主要负责人,初培\n`;
  await answered(put(`${ONE}.csv`, both));
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(join(folder, "回执", `${ONE}-退回.xlsx`));
  const sheet = workbook.getWorksheet("退回名单");
  if (sheet) sheet.getCell("B4").value = "E12345678";
  await workbook.xlsx.writeFile(join(folder, "乙的名单.xlsx"));
  expect(await answered(join(folder, "乙的名单.xlsx"))).toEqual([`${ONE}-退回.xlsx`]);
  expect(readdirSync(join(folder, "回执"))).toEqual([`${ONE}-退回.xlsx`]);
  const { sheets } = await readTableFile(join(folder, "回执", `${ONE}-退回.xlsx`));
  expect(sheets[0]?.rows.slice(3).map(({ cells }) => cells[0])).toEqual(["又没证件"]);
});

test("writes nothing when nothing was refused", async () => {
  const fine = `姓名,证件号,工作单位,职位,申报类型\n来了的,E12345678,${ONE},主要负责人,初培\n`;
  expect(await answered(put("名单.csv", fine))).toEqual([null]);
});
