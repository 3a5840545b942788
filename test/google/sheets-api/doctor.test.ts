import { mkdtempSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { addRows, edit, freshTabs, type LabTab, rowWhere, tabOf } from "../../hosts/lab";
import { CommandLine, type Ended, type Environment, startAnpei } from "../../support/command-line";
import { loadTabs, protectTab } from "../lab";
import { type Loopback, startLoopback } from "../loopback";

interface Checks {
  readonly checks: readonly { readonly name: string; readonly ok: boolean; readonly message: string }[];
}

const folder = mkdtempSync(join(tmpdir(), "anpei-doctor-"));
let google: Loopback;
let commands: CommandLine;
let strict: Server;
/** Where a server was, and nobody listens any more. */
let nobodysPort: number;

beforeAll(async () => {
  google = await startLoopback();
  commands = new CommandLine(google);
});
afterAll(async () => {
  await commands.close();
  await google.close();
});
beforeEach(() => {
  google.requests.splice(0);
  google.clock.advance(20_000);
  google.faults.clear();
  google.drive.share(google.spreadsheetId, google.accounts.serviceEmail, "writer");
  loadTabs(google.workbook, freshTabs());
});

const doctor = (environment: Environment = {}): Promise<Ended> =>
  commands.run(["doctor", "--json", "--sheet", google.spreadsheetId], environment);

/** A company's proxy that lets nobody out. */
beforeAll(async () => {
  strict = createServer().on("connect", (_, socket) => {
    socket.end("HTTP/1.1 403 Forbidden\r\nContent-Type: text/html\r\nContent-Length: 7\r\n\r\nblocked");
  });
  await new Promise<void>((ready) => strict.listen(0, "127.0.0.1", ready));
  const gone = createServer();
  await new Promise<void>((ready) => gone.listen(0, "127.0.0.1", ready));
  nobodysPort = (gone.address() as AddressInfo).port;
  await new Promise((closed) => gone.close(closed));
});
afterAll(() => new Promise((gone) => strict.close(gone)));

function file(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content), { mode: 0o600 });
  return path;
}

function withTabs(change: (tabs: LabTab[]) => LabTab[] | undefined): void {
  const tabs = freshTabs();
  loadTabs(google.workbook, change(tabs) ?? tabs);
}

function setVersion(tabs: LabTab[], version: number): undefined {
  const settings = tabOf(tabs, "设置");
  edit(settings, rowWhere(settings, "项", "表结构版本"), "值", version);
}

const before = ["运行环境", "登录信息", "网络"];
const all = [...before, "登录", "打开表格", "写入权限", "受保护的表", "表结构", "表头", "数据行", "封印"];

test("a healthy Sheet passes every check, and nothing is written", async () => {
  const { exit, json } = await doctor();
  const { checks } = json as Checks;
  expect([exit, checks.filter(({ ok }) => !ok), checks.map(({ name }) => name)]).toEqual([0, [], all]);
  expect(checks[1]?.message).toContain(google.accounts.serviceEmail);
  expect(google.requests.filter(({ verb, isDone }) => verb === "POST" && isDone).map(({ path }) => path)).toEqual([
    "/token",
    "/token",
  ]);
});

test("protections that stop nothing are no trouble: of headers, of the staff's own columns, with exceptions, warnings", async () => {
  withTabs((tabs) => void tabOf(tabs, "名册").cells[0]?.push("我的列"));
  const sheet = google.workbook.sheetTitled("名册");
  const width = tabOf(freshTabs(), "名册").cells[0]?.length ?? 0;
  const whole = { areas: [], unprotected: [], description: "", warningOnly: false, editors: [] };
  const rows = sheet?.maxRows ?? 0;
  sheet?.protections.push(
    { ...whole, kind: "RANGE", areas: [{ row: 1, column: 1, rows: 1, columns: width }] },
    { ...whole, kind: "RANGE", areas: [{ row: 1, column: width + 1, rows, columns: 1 }] },
    { ...whole, kind: "SHEET", unprotected: [{ row: 2, column: 1, rows: rows - 1, columns: width }] },
    { ...whole, kind: "SHEET", warningOnly: true },
    { ...whole, kind: "SHEET", editors: [google.accounts.serviceEmail] },
  );
  expect(await doctor()).toMatchObject({ exit: 0 });
});

test("a run that was closed and made up for is no trouble any more", async () => {
  withTabs(
    (tabs) =>
      void addRows(tabOf(tabs, "操作记录"), [
        { 运行号: "R00001", 操作: "分配班级", 状态: "未完成" },
        { 运行号: "R00002", 操作: "分配班级", 状态: "完成" },
      ]),
  );
  expect(await doctor()).toMatchObject({ exit: 0 });
});

interface Trouble {
  readonly arrange?: () => Environment | undefined;
  /** Checks that fail, and a word of what each says to do. */
  readonly fails: Readonly<Record<string, string>>;
  /** Those that are still made. */
  readonly made: readonly string[];
}

const noKey = { GOOGLE_APPLICATION_CREDENTIALS: undefined };
const troubles: Readonly<Record<string, Trouble>> = {
  "no key": { arrange: () => noKey, fails: { 登录信息: "anpei login" }, made: before },
  "a key file that is not there": {
    arrange: () => ({ GOOGLE_APPLICATION_CREDENTIALS: "/nowhere/key.json" }),
    fails: { 登录信息: "/nowhere/key.json" },
    made: before,
  },
  "a file that is no key": {
    arrange: () => ({ GOOGLE_APPLICATION_CREDENTIALS: file("list.csv", "姓名,证件号") }),
    fails: { 登录信息: "重新下载" },
    made: before,
  },
  "a key that was cut short": {
    arrange: () => {
      const key = { ...google.accounts.serviceKey, private_key: "-----BEGIN PRIVATE KEY-----\nMIIE\n" };
      return { GOOGLE_APPLICATION_CREDENTIALS: file("short.json", key) };
    },
    fails: { 登录: "换一份新的密钥" },
    made: [...before, "登录"],
  },
  "a key of an account that is gone": {
    arrange: () => {
      const key = { ...google.accounts.serviceKey, client_email: "gone@loopback-project.iam.gserviceaccount.com" };
      return { GOOGLE_APPLICATION_CREDENTIALS: file("gone.json", key) };
    },
    fails: { 登录: "换一份新的密钥" },
    made: [...before, "登录"],
  },
  "a proxy that refuses, and no key": {
    arrange: () => ({ ...noKey, HTTPS_PROXY: `http://127.0.0.1:${(strict.address() as AddressInfo).port}` }),
    fails: { 登录信息: "anpei login", 网络: "放行 *.googleapis.com" },
    made: before,
  },
  "no proxy where one should be": {
    arrange: () => ({ HTTPS_PROXY: `http://127.0.0.1:${nobodysPort}` }),
    fails: { 网络: "检查网络" },
    made: before,
  },
  "not shared": {
    arrange: () => void google.drive.unshare(google.spreadsheetId, google.accounts.serviceEmail),
    fails: { 打开表格: "共享给登录的账号" },
    made: [...before, "登录", "打开表格"],
  },
  "shared for reading only": {
    arrange: () => void google.drive.share(google.spreadsheetId, google.accounts.serviceEmail, "reader"),
    fails: { 写入权限: "编辑者" },
    made: all,
  },
  "an API that is switched off": {
    arrange: () => void google.faults.next({ kind: "api-disabled" }, { method: "sheets.spreadsheets.get", times: 9 }),
    fails: { 打开表格: "启用 Google Sheets API" },
    made: [...before, "登录", "打开表格"],
  },
  "a Sheet without our tabs": {
    arrange: () => withTabs(() => [{ title: "工作表1", cells: [] }]) as undefined,
    fails: { 表结构: "anpei init" },
    made: [...all.slice(0, 6), "表结构"],
  },
  "protected tabs": {
    arrange: () => {
      withTabs(() => undefined);
      for (const title of ["培训计划", "名册"]) protectTab(google.workbook, title);
      return undefined;
    },
    fails: { 受保护的表: "“名册”、“培训计划”表设了保护" },
    made: all,
  },
  "a run that was closed": {
    arrange: () =>
      withTabs(
        (tabs) =>
          void addRows(tabOf(tabs, "操作记录"), [
            { 运行号: "R00001", 操作: "分配班级", 摘要: "没有完成：“培训计划”表设了保护。", 状态: "未完成" },
            { 运行号: "R00002", 操作: "整理待办", 状态: "完成" },
          ]),
      ) as undefined,
    fails: { 数据行: "R00001（分配班级）没有完成：“培训计划”表设了保护。" },
    made: all,
  },
  "a run that was cut off": {
    arrange: () =>
      withTabs(
        (tabs) => void addRows(tabOf(tabs, "操作记录"), [{ 运行号: "R00001", 操作: "分配班级", 状态: "待写" }]),
      ) as undefined,
    fails: { 数据行: "1 次操作没有写完" },
    made: all,
  },
  "a missing tab": {
    arrange: () => withTabs((tabs) => tabs.filter(({ title }) => title !== "缴费")) as undefined,
    fails: { 表头: "没有“缴费”表", 数据行: "没有“缴费”表" },
    made: all,
  },
  "a missing column": {
    arrange: () => withTabs((tabs) => void edit(tabOf(tabs, "名册"), 0, "证件号", "身份证")) as undefined,
    fails: { 表头: "缺少列“证件号”", 数据行: "缺少列“证件号”" },
    made: all,
  },
  "a newer schema": {
    arrange: () => withTabs((tabs) => setVersion(tabs, 99)) as undefined,
    fails: { 表结构: "请升级这台电脑上的命令行程序 anpei" },
    made: all,
  },
};

test.each(Object.entries(troubles))("%s", async (_, { arrange, fails, made }) => {
  const { exit, json, err } = await doctor(arrange?.() ?? {});
  const { checks } = json as Checks;
  expect([exit, err, checks.map(({ name }) => name)]).toEqual([4, "", made]);
  const failed = checks.filter(({ ok }) => !ok);
  expect(failed.map(({ name }) => name)).toEqual(Object.keys(fails));
  for (const { name, message } of failed) {
    expect(message).toContain(fails[name]);
    expect(message).toMatch(/^[^\n]*[。]$/u);
  }
});

test("a network that looks into TLS", async () => {
  const args = ["doctor", "--json", "--sheet", google.spreadsheetId];
  const { json } = await startAnpei(google, args, { NODE_EXTRA_CA_CERTS: undefined }).ended;
  expect((json as Checks).checks.slice(2)).toEqual([
    { name: "网络", ok: false, message: expect.stringContaining("NODE_EXTRA_CA_CERTS") },
  ]);
});

test("a clock that is hours behind", async () => {
  google.clock.advance(5 * 3_600_000);
  expect(((await doctor()).json as Checks).checks.slice(3)).toEqual([
    { name: "登录", ok: false, message: expect.stringContaining("把时间调准") },
  ]);
  google.clock.advance(-5 * 3_600_000);
});

test("a wrong id, for people to read", async () => {
  const { exit, out } = await commands.run(["doctor", "--sheet", "1wrong-id-of-a-sheet"]);
  expect([exit, out]).toEqual([4, expect.stringMatching(/^✓ 运行环境：.*\n✓ .*\n✓ .*\n✓ .*\n✗ 打开表格：找不到表格 .*\n$/)]);
});
