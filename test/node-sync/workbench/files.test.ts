import { readdir, readFile, stat, unlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { operationOf } from "../../../apps-script/domain/operations/operation";
import { ALL_TITLE, runAll } from "../../../apps-script/domain/rules/actions";
import { snapshotOf } from "../../../apps-script/domain/snapshot/snapshot";
import { commandFor } from "../../../node-sync/src/cli/page-commands";
import { perform } from "../../../node-sync/src/perform";
import type { Workbench } from "../../../node-sync/src/workbench/workbench";
import { readEntries } from "../../../node-sync/src/xlsx/patch/zip-read";
import { XlsxHost } from "../../../node-sync/src/xlsx/xlsx-host";
import { terms } from "../../support/child-run";
import { LabPage, startLab } from "../../support/workbench-lab";

const list = `姓名,证件号,手机号,工作单位,职位,申报类型,证件有效期
甲一,379999198001010024,19900000001,示例金矿有限公司,主要负责人,再培训,2024.6.20
,379999199001010011,19900000004,示例金矿有限公司,安全生产管理人员,初培,
`;

interface Done {
  readonly json: { readonly run: string | null; readonly files: readonly Record<string, unknown>[] };
  readonly needsPerson: boolean;
  readonly files: readonly { readonly id: string; readonly name: string }[];
}

let book: string;
let workbench: Workbench;
let page: LabPage;

/** What this process keeps of uploads. */
async function kept(): Promise<string[]> {
  const folders = (await readdir(tmpdir())).filter((name) => name.startsWith(`anpei-kept-${process.pid}-`));
  const places = folders.map(async (folder) =>
    (await readdir(join(tmpdir(), folder), { recursive: true })).map((name) => join(tmpdir(), folder, name)),
  );
  return (await Promise.all(places)).flat();
}

beforeEach(async () => {
  ({ book, workbench } = await startLab({
    command:
      (terms) =>
      (...given) =>
        commandFor(book, terms)(...given),
  }));
  page = await LabPage.open(workbench.newPage());
});
afterEach(() => workbench.close());

const job = async (name: string, files: readonly string[], options: object = {}): Promise<Done> =>
  (await page.act("job", { job: name, files, options })) as Done;
const fetched = async (id: string) => page.get(`file/${id}`);

test("a list that is dropped on the page is taken in as by the command line; its reply lies beside the workbook and can be fetched", async () => {
  const { id } = await page.upload("单位名单.csv", list);
  const done = await job("import", [id]);
  expect(done.json).toMatchObject({ run: "R00001", files: [{ file: "单位名单.csv", rows: { new: 1, refused: 1 } }] });
  expect(done.needsPerson).toBe(true);
  const [reply] = await readdir(join(dirname(book), "回执"));
  expect(done.files.map(({ name }) => name)).toEqual([reply]);
  const { headers, body } = await fetched(done.files[0]?.id ?? "");
  expect(headers["content-disposition"]).toBe(`attachment; filename*=UTF-8''${encodeURIComponent(reply ?? "")}`);
  expect(body.length).toBeGreaterThan(1_000);
  const { runs } = snapshotOf(await new XlsxHost(book).read(["runs"]), ["runs"]);
  expect(runs).toMatchObject([{ clerk: "前台", source: "工作台" }]);
  // What was sent is gone once it is read, and is not read twice.
  expect((await kept()).filter((name) => name.endsWith(".csv"))).toEqual([]);
  expect(await job("import", [id])).toMatchObject({ ok: false, code: "upload-gone" });
});

test("a trial tells the same and writes nothing; the same file is taken in after it", async () => {
  const before = await readFile(book);
  const { id } = await page.upload("单位名单.csv", list);
  expect((await job("import", [id], { dryRun: true })).json).toMatchObject({ run: null, files: [{ rows: { new: 1 } }] });
  expect((await readFile(book)).equals(before)).toBe(true);
  expect(await readdir(dirname(book))).not.toContain("回执");
  expect((await job("import", [id])).json).toMatchObject({ run: "R00001", files: [{ rows: { new: 1 } }] });
});

test("a file waits where it could not be taken in, until it is, or the page says that it is not wanted", async () => {
  const { id } = await page.upload("单位名单.csv", list);
  const marker = join(dirname(book), "~$名册.xlsx");
  await writeFile(marker, "");
  expect(await job("import", [id])).toMatchObject({ ok: false, code: "open-in-excel" });
  await unlink(marker);
  expect((await job("import", [id])).json).toMatchObject({ files: [{ rows: { new: 1 } }] });
  const other = await page.upload("别的.csv", list);
  await page.act("drop", { files: [other.id] });
  expect((await kept()).filter((name) => name.endsWith(".csv"))).toEqual([]);
  expect(await page.act("drop", { files: "all" })).toMatchObject({ ok: false, code: "bad-call" });
});

test("of a file that is gone a sentence is told, which is not saved under its name", async () => {
  await job("import", [(await page.upload("单位名单.csv", list)).id]);
  const [zip, first] = (await job("export", [])).files;
  await unlink(join(dirname(book), "发件", first?.name ?? ""));
  for (const one of [zip, first]) {
    const { status, headers, body } = await fetched(one?.id ?? "");
    expect([status, headers["content-disposition"], body]).toEqual([410, undefined, expect.stringContaining("移走")]);
  }
});

test("every unit gets its file: in a folder beside the workbook, and as one zip", async () => {
  await job("import", [(await page.upload("单位名单.csv", list)).id]);
  const done = await job("export", []);
  const names = (await readdir(join(dirname(book), "发件"))).sort();
  expect(names).toEqual(["示例金矿有限公司.xlsx", "示例铁矿有限责任公司.xlsx"]);
  const [zip, ...each] = done.files;
  expect(each.map(({ name }) => name).sort()).toEqual(names);
  expect(zip?.name).toMatch(/\.zip$/);
  const packed = await bytesOf(zip?.id ?? "");
  expect(
    readEntries(packed)
      .map(({ name }) => name)
      .sort(),
  ).toEqual(names);
  expect((await job("export", [])).files).toEqual([]);
});

test("a card list, a plan and a site's list go the same way, and a form for the desk is printed", async () => {
  const cards = await page.upload("卡.csv", "卡号,密码,科目,类型\n0001,pw-secret-1,三项岗位人员,再培训\n");
  expect((await job("cards", [cards.id])).json).toMatchObject({ summary: { added: 1 } });
  const plan = await page.upload("计划.txt", await readFile(join(__dirname, "../../fixtures/notice-2024.txt")));
  expect((await job("plan", [plan.id])).json).toMatchObject({ action: "plan" });
  const site = await page.upload("预约.csv", "导出时间：2024-03-13 08:30\n培训班级,证件号码,姓名,申请时间,审核状态\n");
  expect(await job("import", [site.id], { as: "省厅预约" })).toBeDefined();
  await perform(new XlsxHost(book), operationOf("all", ALL_TITLE, runAll), terms);
  const printed = await job("checkInSheet", [], { class: "再二" });
  expect(printed.files).toHaveLength(1);
});

test("a list that bears no day is of when it was saved, not of when it came", async () => {
  const list = "培训班级,证件号码,姓名,申请时间,审核状态\n";
  const { body } = await page.post("upload", list, {
    "X-Anpei-Name": "a.csv",
    "X-Anpei-Saved": String(Date.parse("2024-03-05T10:30:00+08:00")),
  });
  const { id } = (JSON.parse(body) as { value: { id: string } }).value;
  expect((await job("import", [id], { as: "省厅预约", dryRun: true })).json).toMatchObject({
    files: [{ asOf: "2024-03-05 10:30" }],
  });
});

test("each file is told apart by what it holds; a form that was filled in at the desk is taken in", async () => {
  await perform(new XlsxHost(book), operationOf("all", ALL_TITLE, runAll), terms);
  const [{ id: printed = "" } = {}] = (await job("checkInSheet", [], { class: "再二" })).files;
  const form = await page.upload("报到.xlsx", await bytesOf(printed));
  const notice = await readFile(join(__dirname, "../../fixtures/notice-2024.txt"));
  const others = [await page.upload("单位.csv", list), await page.upload("通知.txt", notice), await page.upload("坏.xlsx", "PK")];
  const ids = [form, ...others].map(({ id }) => id);
  expect(await page.act("kinds", { files: ids })).toEqual(["checkIn", "people", "plan", "people"]);
  // Nobody is ticked in it, which the operation says.
  expect(await job("checkIn", [form.id], { dryRun: true })).toMatchObject({
    ok: false,
    error: expect.stringContaining("报到.xlsx"),
  });
});

test("on a page each cell that a list changes is told", async () => {
  const { id } = await page.upload("单位名单.csv", list);
  const { json } = (await job("import", [id], { dryRun: true })) as unknown as { json: { changes: Record<string, unknown>[] } };
  expect(json.changes).toEqual(
    expect.arrayContaining([expect.objectContaining({ table: "名册", column: "姓名", before: null, after: "甲一" })]),
  );
});

test("a filled-in form comes to the page as cells", async () => {
  const { id } = await page.upload("名单.csv", list);
  expect(await page.act("table", { file: id })).toMatchObject({ file: "名单.csv", sheets: [{ rows: expect.any(Array) }] });
  expect(await page.act("table", { file: id })).toMatchObject({ ok: false, code: "upload-gone" });
});

test("a form that cannot be read as cells is not kept either", async () => {
  const { id } = await page.upload("表.xlsx", "%PDF-1.4");
  expect(await page.act("table", { file: id })).toMatchObject({ ok: false });
  expect((await kept()).filter((path) => path.endsWith("表.xlsx"))).toEqual([]);
});

test("a file that is no list is told of as the command line does, beside the others", async () => {
  const [bad, good] = [await page.upload("坏的.xlsx", "你好"), await page.upload("单位名单.csv", list)];
  const { json, needsPerson } = await job("import", [bad.id, good.id]);
  expect(json.files).toMatchObject([{ findings: [{ message: expect.stringContaining("坏的.xlsx") }] }, { rows: { new: 1 } }]);
  expect(needsPerson).toBe(true);
});

test("names lead nowhere: a file lies in a folder of its owner's alone, whatever it is called", async () => {
  const names = [
    "../../名册.xlsx",
    "..\\..\\a.csv",
    "/etc/passwd",
    "C:\\x.csv",
    ".~lock.名单.csv",
    "a\u0000b.csv",
    `${"～".repeat(300)}.csv`,
  ];
  const taken = [];
  for (const name of names) taken.push((await page.upload(name, "x")).name);
  expect(taken.slice(0, 6)).toEqual(["名册.xlsx", "a.csv", "passwd", "x.csv", "lock.名单.csv", "a_b.csv"]);
  expect(Buffer.byteLength(taken[6] ?? "")).toBeLessThan(200);
  const places = (await kept()).filter((name) => name.endsWith("passwd"));
  expect(places).toHaveLength(1);
  const [place = ""] = places;
  expect([(await stat(place)).mode & 0o777, (await stat(dirname(place))).mode & 0o777]).toEqual([0o600, 0o700]);
});

test.each(["", "..", ".", "/", "%", "...xlsx/"])("%j is no name", async (name) => {
  const { status } = await page.post("upload", "x", { "X-Anpei-Name": name === "%" ? "%" : encodeURIComponent(name) });
  expect(status).toBe(400);
});

test.each<[string, object]>([
  ["another command", { job: "demo", files: [] }],
  ["a name of every object", { job: "constructor", files: [] }],
  ["an option of another one", { job: "export", files: [], options: { out: "/tmp" } }],
  ["an option of another kind", { job: "export", files: [], options: { unit: "甲" } }],
  ["a path in place of an upload", { job: "cards", files: ["/etc/passwd"] }],
  ["a file too many", { job: "cards", files: ["a", "b"] }],
  ["no file", { job: "import", files: [] }],
])("%s is not done", async (_, asked) => {
  const before = await readFile(book);
  expect(await page.act("job", asked)).toMatchObject({ ok: false });
  expect((await readFile(book)).equals(before)).toBe(true);
});

test.each([[{}], [{ "Transfer-Encoding": "chunked" }]])("a file of 51 MB is not taken, and leaves nothing (%j)", async (more) => {
  const large = await page.post("upload", Buffer.alloc(51 * 1024 * 1024), { "X-Anpei-Name": "a.xlsx", ...more });
  expect(large.status).toBe(413);
  expect((await kept()).filter((name) => name.endsWith("a.xlsx"))).toEqual([]);
});

async function bytesOf(id: string): Promise<Buffer> {
  const answer = await fetch(`http://127.0.0.1:${page.port}${page.room}file/${id}`, {
    headers: { Cookie: page.cookie, "Sec-Fetch-Site": "same-origin" },
  });
  return Buffer.from(await answer.arrayBuffer());
}
