import { copyFileSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import ExcelJS from "exceljs";
import { patchWorkbook } from "../../../node-sync/src/xlsx/patch/patch-workbook";
import { idOf } from "../../domain/merge/lists";
import { emptyFolder } from "../../support/cli";
import { CommandLine } from "../../support/command-line";
import { PackageEditor } from "../../support/package-editor";
import { SENT_UNITS, sentOffice } from "../../support/sent-office";

const [UNIT] = SENT_UNITS;
const SENT = `${UNIT}.xlsx`;
const REPLY = `${UNIT}-退回.xlsx`;
/** A comment to one reader, a cell to the other. */
const ODD = '<!--<c r="X4"><v>5</v></c>-->';

interface FileEntry {
  file: string;
  unit: string;
  kind: string;
  exchange: string;
  generation: number;
  rows: Record<string, number>;
  cells: Record<string, number>;
  reply: string | null;
  findings: { code: string; message: string }[];
  error?: { code: string; message: string };
}
type Sheet = ExcelJS.Worksheet;

let command: CommandLine;
beforeAll(() => {
  command = new CommandLine();
});
afterAll(() => command.close());

/** An office that has sent its three units their files. */
class Office {
  readonly folder = emptyFolder();
  readonly book = join(this.folder, "名册.xlsx");

  static async open(): Promise<Office> {
    const office = new Office();
    writeFileSync(office.book, await sentOffice());
    expect(await office.call("export", "--out", join(office.folder, "发件"))).toMatchObject({ exit: 0 });
    return office;
  }

  call(...args: string[]) {
    return command.run([...args, "--book", this.book, "--json", "--today", "2024-03-12"]);
  }

  async import(path: string, ...more: string[]) {
    const { exit, json } = await this.call("import", path, "--replies", join(this.folder, "回执"), ...more);
    const { run = null, files = [], error } = json as { run?: string; files?: FileEntry[]; error?: FileEntry["error"] };
    return { exit, run, files, file: files[0], error };
  }

  async rows(tab: string): Promise<Record<string, unknown>[]> {
    return ((await this.call("show", tab)).json as { rows: Record<string, unknown>[] }).rows;
  }

  /** The person's own cells, as `show` gives them. */
  async person(enrolment: string): Promise<Record<string, unknown>> {
    return (await this.rows("名册")).find((row) => row.报名编号 === enrolment) ?? {};
  }

  /**
   * The unit opens a file, works on 学员 and saves it under another name. The cells' lists of words are lost on the way, as
   * in many programs: exceljs compares each with each when it writes them.
   */
  async answer(work: (sheet: Sheet, at: (title: string) => number) => void, from = join("发件", SENT), to = "发回.xlsx") {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(join(this.folder, from));
    const sheet = workbook.getWorksheet("学员");
    if (!sheet) throw new Error("no list");
    const titles = (sheet.getRow(2).values as unknown[]).map(String);
    (sheet as Sheet & { dataValidations: { model: object } }).dataValidations.model = {};
    work(sheet, (title) => titles.indexOf(title));
    const path = join(this.folder, to);
    await workbook.xlsx.writeFile(path);
    return path;
  }

  /** Staff change a cell of 名册; rows are those of the tab. */
  async staffTypes(row: number, title: string, value: string): Promise<void> {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(this.book);
    const sheet = workbook.getWorksheet("名册");
    if (!sheet) throw new Error("no roster");
    let header = 1;
    while (!(sheet.getRow(header).values as unknown[]).includes(title)) header += 1;
    const column = (sheet.getRow(header).values as unknown[]).indexOf(title);
    const cells = [{ row: header + row, column, value, kind: "text" as const }];
    const patched = await patchWorkbook(readFileSync(this.book), [{ sheet: "名册", firstDataRow: header + 1, cells }]);
    writeFileSync(this.book, patched);
  }
}

test("a unit's file comes back: cells, a conflict, a new person, a grey cell; and nothing the second time", async () => {
  const office = await Office.open();
  await office.staffTypes(2, "手机号", "19911112222");
  const path = await office.answer((sheet, at) => {
    sheet.getCell(3, at("备注")).value = "夜班";
    sheet.getCell(4, at("手机号")).value = "19933334444";
    sheet.getCell(5, at("班级")).value = "再培训班第一期";
    sheet.getCell(6, at("手机号")).value = "#N/A";
    const person = { 姓名: "新来的", 证件号: idOf(900), 手机号: "19955556666", 职位: "主要负责人", 申报类型: "初培" };
    for (const [title, value] of Object.entries(person)) sheet.getCell(8, at(title)).value = value;
  });
  const { exit, run, file } = await office.import(path);
  expect([exit, run]).toEqual([4, "R00002"]);
  expect(file).toMatchObject({
    file: "发回.xlsx",
    unit: UNIT,
    kind: "returned",
    exchange: expect.stringMatching(/^X\d+$/),
    generation: 1,
    rows: { total: 6, new: 1, changed: 1, unchanged: 4, refused: 0, missing: 0 },
    cells: { conflicts: 1, refused: 2 },
    reply: join(office.folder, "回执", REPLY),
  });
  expect(file?.error).toBeUndefined();
  expect(file?.findings.map(({ code }) => code)).toEqual(expect.arrayContaining(["E08", "E09", "E10"]));
  expect(await office.person("B2024-00000")).toMatchObject({ 备注: "夜班" });
  expect((await office.rows("名册")).filter((row) => row.姓名 === "新来的")).toMatchObject([
    { 工作单位: UNIT, 证件号: idOf(900) },
  ]);
  expect(await office.rows("冲突")).toMatchObject([{ 列: "手机号", 我方: "19911112222", 对方: "19933334444" }]);
  const own = async () => (await office.rows("往来")).filter((row) => row.交换号 === file?.exchange);
  expect((await own()).map((row) => [row.方向, row.代次])).toEqual([
    ["发出", 1],
    ["收回", 1],
    ["发出", 3],
  ]);

  const again = await office.import(path);
  expect(again).toMatchObject({ exit: 0, run: null, file: { rows: { new: 0, changed: 0 }, reply: null } });
  expect(again.file?.findings.map(({ code }) => code)).toEqual(["E01"]);
  expect(await own()).toHaveLength(3);
  expect((await office.call("export", "--out", join(office.folder, "发件"))).json).toMatchObject({ run: null });
});

test("the copy that goes back is the next file: skipped as it is, a correction in it is taken", async () => {
  const office = await Office.open();
  const path = await office.answer((sheet, at) => {
    sheet.getCell(4, at("手机号")).value = "#N/A";
  });
  const { file } = await office.import(path);
  const copy = new ExcelJS.Workbook();
  await copy.xlsx.readFile(file?.reply ?? "");
  expect(copy.worksheets.map(({ name }) => name)).toEqual(expect.arrayContaining(["学员", "处理结果"]));
  expect(await office.import(join(office.folder, "回执"))).toMatchObject({ exit: 3, error: { code: "no-files" } });
  const corrected = await office.answer(
    (sheet, at) => {
      expect(sheet.getCell(4, at("手机号")).note).toBeDefined();
      sheet.getCell(4, at("手机号")).value = "19977776666";
    },
    join("回执", REPLY),
    "改好.xlsx",
  );
  const taken = await office.import(corrected);
  expect(taken).toMatchObject({ exit: 0, file: { cells: { applied: 1, conflicts: 0, refused: 0 } } });
  expect(await office.person(String((await office.rows("名册"))[1]?.报名编号))).toMatchObject({ 手机号: "19977776666" });
  expect(readdirSync(join(office.folder, "回执"))).toEqual([REPLY]);
});

test("an untouched file changes nothing, an older one says so, another centre's is refused", async () => {
  const office = await Office.open();
  const old = join(office.folder, "旧.xlsx");
  copyFileSync(join(office.folder, "发件", SENT), old);
  const untouched = await office.import(old);
  expect(untouched).toMatchObject({ exit: 0, file: { rows: { total: 5, unchanged: 5, missing: 0 }, reply: null } });
  await office.staffTypes(1, "备注", "中心写的");
  await office.call("export", "--out", join(office.folder, "发件"));
  const late = await office.import(
    await office.answer(
      (sheet, at) => {
        sheet.getCell(4, at("备注")).value = "晚到";
      },
      "旧.xlsx",
      "晚到.xlsx",
    ),
  );
  expect(late.file).toMatchObject({ generation: 1, cells: { applied: 1, conflicts: 0 } });
  expect(late.file?.findings.map(({ code }) => code)).toEqual(["E06"]);
  expect(await office.person("B2024-00000")).toMatchObject({ 备注: "中心写的" });

  const foreign = await office.answer(
    (sheet) => {
      const mark = sheet.workbook.getWorksheet("_anpei")?.getCell("A2");
      const seal = "0".repeat(16);
      if (mark) mark.value = JSON.stringify({ ...JSON.parse(String(mark.value)), workbook: "w-other", seal });
      sheet.workbook.keywords = "";
    },
    "旧.xlsx",
    "别家.xlsx",
  );
  const before = readFileSync(office.book);
  expect(await office.import(foreign)).toMatchObject({
    exit: 3,
    error: { code: "E02", message: expect.stringContaining("另一个工作簿") },
  });
  expect(readFileSync(office.book).equals(before)).toBe(true);
});

test("most people missing is a question; --force goes on", async () => {
  const office = await Office.open();
  const path = await office.answer((sheet) => {
    sheet.spliceRows(4, 4);
  });
  const asked = await office.import(path);
  expect(asked).toMatchObject({ exit: 3, error: { code: "E19", message: expect.stringContaining("--force") } });
  const list = join(office.folder, "名单.csv");
  writeFileSync(list, `姓名,证件号,工作单位,职位,申报类型\n另一位,${idOf(901)},${SENT_UNITS[1]},主要负责人,再培训\n`);
  const { json, exit } = await office.call("import", path, list);
  expect(exit).toBe(4);
  expect((json as { files: FileEntry[] }).files).toMatchObject([
    { kind: "returned", error: { code: "E19" }, rows: { total: 1, refused: 1 }, reply: null },
    { kind: "foreign", rows: { new: 1 } },
  ]);
  expect((await office.import(path, "--force")).file).toMatchObject({ rows: { total: 1, missing: 4 } });
});

test("G14: what two readers read differently goes to review, unless --no-verify", async () => {
  const office = await Office.open();
  const path = await office.answer((sheet, at) => {
    sheet.getCell(3, at("备注")).value = "𠮷矿夜班";
  });
  expect(await office.import(path, "--dry-run")).toMatchObject({ exit: 0, file: { cells: { applied: 1 } } });
  const editor = await PackageEditor.of(readFileSync(path));
  editor.edit("xl/worksheets/sheet1.xml", (xml) => xml.replace(/<row r="4"[^>]*>/, `$&${ODD}`));
  const odd = join(office.folder, "怪.xlsx");
  writeFileSync(odd, await editor.pack());
  expect(await office.import(odd)).toMatchObject({
    exit: 3,
    error: { code: "review", message: expect.stringMatching(/怪\.xlsx.*“学员”.*4.*--no-verify/) },
  });
  expect(await office.import(odd, "--no-verify")).toMatchObject({ exit: 0, file: { cells: { applied: 1 } } });
});
