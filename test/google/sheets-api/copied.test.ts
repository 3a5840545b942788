import { copyFileSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import * as XLSX from "@e965/xlsx";
import { anpei, emptyFolder } from "../../support/cli";
import { CommandLine, type Ended } from "../../support/command-line";
import { type Loopback, startLoopback } from "../loopback";
import { setValue } from "../workbook/sheet-model";
import { emptySheet } from "./api-lab";

/** A workbook and its copies: each seals under a name and a secret of its own, and knows what went out before. */

const PLAN = resolve(__dirname, "../../../templates/2024年培训计划.txt");
const LIST = "姓名,证件号,手机号,工作单位,职位,申报类型\n甲一,379999198001010024,19900000001,测试金矿,主要负责人,再培训\n";
const TODAY = ["--today", "2024-03-20"];

let google: Loopback;
let commands: CommandLine;
let folder = "";
beforeAll(async () => {
  google = await startLoopback();
  commands = new CommandLine(google);
});
beforeEach(() => {
  folder = emptyFolder();
  emptySheet(google);
});
afterAll(async () => {
  await commands.close();
  await google.close();
});

const on = (...args: string[]): Promise<Ended> => {
  google.clock.advance(60_000);
  return commands.run([...args, "--sheet", google.spreadsheetId, "--json", ...TODAY]);
};
const onBook = (book: string, ...args: string[]) => anpei([...args, "--book", book, "--json", ...TODAY]);

/** 封印 without what is secret: 工作簿编号 and where it belongs. */
function sealsInSheet(): string[][] {
  const sheet = google.workbook.sheetTitled("封印");
  if (!sheet) return [];
  const rows = Array.from({ length: 5 }, (_all, row) => [1, 3].map((column) => String(sheet.value(row + 2, column) ?? "")));
  return rows.filter(([workbook]) => workbook !== "");
}

function sealsInBook(book: string): string[][] {
  const sheet = XLSX.read(readFileSync(book)).Sheets.封印 ?? {};
  return XLSX.utils.sheet_to_json<string[]>(sheet, { header: 1 }).slice(1);
}

const nameInBook = (book: string): string => {
  const rows = XLSX.utils.sheet_to_json<string[]>(XLSX.read(readFileSync(book)).Sheets.设置 ?? {}, { header: 1 });
  return String(rows.find(([item]) => item === "工作簿编号")?.[1]);
};

async function sheetThatSent(): Promise<string> {
  const list = join(folder, "测试金矿.csv");
  writeFileSync(list, LIST);
  await on("init", "--plan", PLAN, "--year", "2024");
  await on("import", list);
  expect(await on("export", "--out", join(folder, "发件"))).toMatchObject({ exit: 0 });
  return join(folder, "发件", "测试金矿.xlsx");
}

/** What a duplicate made by Google's own menu holds: everything, and the id of the Sheet that it was made from. */
function asDuplicate(): void {
  const cell = google.workbook.sheetTitled("封印")?.cell(2, 3);
  if (cell) setValue(cell, "the-sheet-it-was-copied-from");
}

test("the first file that goes out gives the Sheet its secret, once", async () => {
  await sheetThatSent();
  const [[name, document] = []] = sealsInSheet();
  expect(document).toBe(google.spreadsheetId);
  await on("export", "--out", join(folder, "发件"));
  expect(sealsInSheet()).toEqual([[name, document]]);
  const { out } = await on("log");
  const secret = String(google.workbook.sheetTitled("封印")?.value(2, 2));
  expect(secret).toMatch(/^[0-9a-f]{64}$/);
  expect(out).not.toContain(secret);
  const whole = JSON.stringify(google.workbook.sheets.filter(({ title }) => title !== "封印").map(({ rows }) => rows));
  expect(whole).not.toContain(secret);
  expect(await on("show", "封印")).toMatchObject({ exit: 2 });
});

test("a duplicate asks once what it is, and sends and takes no file before", async () => {
  const file = await sheetThatSent();
  asDuplicate();
  for (const args of [
    ["export", "--out", join(folder, "发件")],
    ["import", file],
  ])
    expect(await on(...args)).toMatchObject({ exit: 3, json: { error: { code: "copied-document" } } });
  expect(await on("run", "all")).toMatchObject({ exit: 0 });
  const { checks } = (await on("doctor")).json as { checks: { name: string; ok: boolean; message: string }[] };
  expect(checks.filter(({ ok }) => !ok).map(({ name, message }) => [name, message])).toEqual([
    ["封印", expect.stringContaining("copied")],
  ]);
  expect(await on("copied")).toMatchObject({ exit: 2 });
  expect(await on("copied", "--new", "--dry-run")).toMatchObject({ exit: 0, json: { applied: false } });
  expect(await on("copied", "--same")).toMatchObject({ exit: 0, json: { answer: "same", applied: true } });
  expect(sealsInSheet().map(([, document]) => document)).toEqual([google.spreadsheetId]);
  expect(await on("copied", "--new")).toMatchObject({ exit: 0, json: { applied: false } });
  expect(await on("import", file)).toMatchObject({ exit: 0, json: { files: [{ kind: "returned", generation: 1 }] } });
});

test("a duplicate of its own has another name and secret, and knows what went out before", async () => {
  const file = await sheetThatSent();
  asDuplicate();
  const [[before] = []] = sealsInSheet();
  expect(await on("copied", "--new")).toMatchObject({ exit: 0, json: { answer: "new", applied: true } });
  const seals = sealsInSheet();
  expect(seals).toHaveLength(2);
  expect(seals[1]?.[0]).not.toBe(before);
  expect(seals[1]?.[1]).toBe(google.spreadsheetId);
  expect(await on("import", file)).toMatchObject({ exit: 0, json: { files: [{ kind: "returned", generation: 1 }] } });
});

test("`copy` gives the copy a name and a secret of its own, both ways, and it knows what went out before", async () => {
  const file = await sheetThatSent();
  const book = join(folder, "抄本.xlsx");
  expect(await commands.run(["copy", "--back", "--json", "--book", book, "--sheet", google.spreadsheetId])).toMatchObject({
    exit: 0,
  });
  const [[original] = []] = sealsInSheet();
  const copied = sealsInBook(book);
  expect(copied.map(([name]) => name)).toEqual([original, nameInBook(book)]);
  expect(new Set(copied.map(([, secret]) => secret)).size).toBe(2);
  expect(copied[1]?.[2]).toBeUndefined();
  expect(onBook(book, "import", file)).toMatchObject({ exit: 0, json: { files: [{ kind: "returned", generation: 1 }] } });

  emptySheet(google);
  expect(await commands.run(["copy", "--json", "--book", book, "--sheet", google.spreadsheetId])).toMatchObject({ exit: 0 });
  expect(
    sealsInSheet()
      .map(([name]) => name)
      .slice(0, 2),
  ).toEqual(copied.map(([name]) => name));
  expect(sealsInSheet()[2]?.[1]).toBe(google.spreadsheetId);
  google.clock.advance(60_000);
  expect(await on("import", file, "--force")).toMatchObject({ exit: 0, json: { files: [{ kind: "returned" }] } });
});

test("a backup put back says of what went out since that it was sent before", async () => {
  const file = join(folder, "发件", "测试金矿.xlsx");
  const [book, list] = [join(folder, "名册.xlsx"), join(folder, "测试金矿.csv")];
  writeFileSync(list, LIST);
  onBook(book, "init", "--plan", PLAN, "--year", "2024");
  onBook(book, "import", list);
  onBook(book, "export", "--out", join(folder, "先"));
  copyFileSync(book, join(folder, "备份.xlsx"));
  writeFileSync(list, LIST.replace("甲一", "甲二").replace("379999198001010024", "37999919750815003X").replace("0001", "0002"));
  onBook(book, "import", list);
  onBook(book, "export", "--out", join(folder, "发件"));
  expect(existsSync(file)).toBe(true);
  copyFileSync(join(folder, "备份.xlsx"), book);
  const { json } = onBook(book, "import", file);
  const { files } = json as { files: { kind: string; findings: { code: string; message: string }[] }[] };
  expect(files.map(({ kind }) => kind)).toEqual(["foreign"]);
  expect(files[0]?.findings.find(({ code }) => code === "E29")?.message).toContain("恢复前发出");
});
