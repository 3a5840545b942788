import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import type { Synced } from "../../../node-sync/src/exchange/sync/sync";
import { idOf } from "../../domain/merge/lists";
import type { LabTab } from "../../hosts/lab";
import { AT, csvList, unitAt } from "../../support/sync-office";
import { type Loopback, startLoopback } from "../loopback";
import { FOLDER, XLSX } from "../loopback/drive/store";
import { scope } from "../loopback/router";
import { addBook } from "../loopback/world";
import { DriveOffice, type DriveOfficeOptions, officeTabs } from "./drive-office";

const [ONE, TWO] = [unitAt(0), unitAt(1)];
const SENT = `发件/${ONE}/${ONE}.xlsx`;
const LIST = csvList(ONE, [
  ["另一位", idOf(901)],
  ["没证件", ""],
]);

const config = mkdtempSync(join(tmpdir(), "anpei-config-"));
let google: Loopback;
let tabs: LabTab[];
let office: DriveOffice;
/** What the list comes to when nothing gets in the way. What replies look like inside depends on when they are made. */
let undisturbed: readonly string[];
const told = (one: DriveOffice): string[] => one.tree().map((line) => line.replace(/(-退回\.xlsx) .*/, "$1"));

beforeAll(async () => {
  process.env.XDG_CONFIG_HOME = config;
  [google, tabs] = await Promise.all([startLoopback(), officeTabs(2)]);
  office = DriveOffice.open(google, tabs);
  office.drop("名单.csv", LIST, "text/csv");
  await office.sync();
  undisturbed = told(office);
});
afterAll(async () => {
  await google.close();
  rmSync(config, { recursive: true });
});
beforeEach(() => {
  office = DriveOffice.open(google, tabs);
});

it("takes in what was dropped, sends each unit its files in a folder of its own, and shares nothing more widely", async () => {
  office.drop("名单.csv", LIST, "text/csv");
  const { imports, exports } = await office.sync();
  expect(imports.files).toMatchObject([
    { file: "名单.csv", error: null, moved: join("已处理", "名单.csv"), report: { rows: { new: 1 } } },
  ]);
  expect(exports.replies).toEqual([{ answers: "名单.csv", reply: `${ONE}-退回.xlsx`, unit: ONE, run: null }]);
  expect(exports.files.map(({ unit }) => unit).sort()).toEqual([ONE, TWO].sort());
  expect(office.paths("收件")).toEqual(["收件/已处理/名单.csv"]);
  expect(office.paths("发件")).toEqual([`发件/${TWO}/${TWO}.xlsx`, `发件/${ONE}/${ONE}-退回.xlsx`, SENT].sort());
  const { permissionsOf } = google.drive;
  const shared = permissionsOf.call(google.drive, office.root);
  for (const { path, file } of office.all()) expect([path, permissionsOf.call(google.drive, file)]).toEqual([path, shared]);
  expect(office.all().filter(({ file }) => file.permissions.length > 0)).toEqual([]);

  const before = office.tree();
  const again = await office.sync();
  expect([again.imports.receipt.run, again.actions.run, again.exports.receipt.run]).toEqual([null, null, null]);
  expect(office.tree()).toEqual(before);
  expect(readdirSync(join(config, "anpei", "sheets", ".anpei"))).toEqual([]);
});

it("answers a returned file and keeps a unit's file under its id, unless somebody typed into it", async () => {
  await office.sync();
  const { id } = office.at(SENT);
  office.drop(
    "发回.xlsx",
    await office.typed(SENT, [
      [3, AT.note, "夜班"],
      [4, AT.mobile, "#N/A"],
    ]),
  );
  const { exports } = await office.sync();
  expect(exports.replies).toEqual([{ answers: "发回.xlsx", reply: `${ONE}-退回.xlsx`, unit: ONE, run: null }]);
  expect(office.at(SENT).id).toBe(id);
  const edited = await office.typed(SENT, [[3, AT.note, "白班"]]);
  office.at(SENT).content = edited;
  office.drop("名单.csv", csvList(ONE, [["另一位", idOf(901)]]), "text/csv");
  expect((await office.sync()).exports.files).toMatchObject([{ unit: ONE, setAside: `${ONE}-改动过的.xlsx` }]);
  expect(office.paths("发件").filter((path) => path.includes(ONE))).toEqual(
    [`发件/${ONE}/${ONE}-退回.xlsx`, `发件/${ONE}/${ONE}-改动过的.xlsx`, SENT].sort(),
  );
  const aside = office.at(`发件/${ONE}/${ONE}-改动过的.xlsx`);
  expect([aside.id, aside.content?.equals(edited)]).toEqual([id, true]);
});

it("tells two files of one name apart, and moves a content that it knows already", async () => {
  const other = csvList(TWO, [
    ["又一位", idOf(902)],
    ["没证件", ""],
  ]);
  for (const content of [LIST, other, LIST]) office.drop("名单.csv", content, "text/csv");
  office.drop(
    "两家.csv",
    `${csvList(ONE, [["王一", idOf(903)]]).replace(/^填报单位.*\n/, "")}\n王二,${idOf(904)},${TWO},主要负责人,初培\n无证,,${TWO},,`,
    "text/csv",
  );
  const { imports, exports } = await office.sync();
  const { files } = imports;
  expect(files.map(({ file, report, moved }) => [file, report?.unit, report?.importedBefore, moved])).toEqual([
    ["名单.csv", ONE, false, join("已处理", "名单.csv")],
    ["名单（2）.csv", TWO, false, join("已处理", "名单.csv")],
    ["名单（3）.csv", ONE, true, join("已处理", "名单.csv")],
    ["两家.csv", `${ONE}、${TWO}`, false, join("已处理", "两家.csv")],
  ]);
  expect(exports.replies.map(({ reply, unit }) => [reply, unit])).toEqual([
    ["未知单位-退回.xlsx", null],
    [`${ONE}-退回.xlsx`, ONE],
    [`${TWO}-退回.xlsx`, TWO],
  ]);
  expect(office.paths("收件")).toEqual(["收件/已处理/两家.csv", ...Array(3).fill("收件/已处理/名单.csv")]);
  expect(office.paths("发件")).toContain("发件/未知单位-退回.xlsx");
});

it("leaves what is on its way, exports Sheets, and names what is no list without fetching it", async () => {
  const up = office.drop("上传中.csv", LIST, "text/csv");
  up.isUploading = true;
  office.drop("下载中.csv.crdownload", "x", "text/csv");
  office.drop("通知", null, "application/vnd.google-apps.document");
  office.drop("录像.mp4", "…", "video/mp4");
  office.folder("收件/子文件夹");
  google.clock.advance(1000);
  const place = { owner: null, parents: [office.folder("收件")] };
  const book = addBook(google, { title: "在线名单", timeZone: "Asia/Shanghai", now: google.clock.now }, place);
  LIST.split("\n").forEach((line, row) => {
    line.split(",").forEach((text, column) => {
      book.sheets[0]?.enter(row + 1, column + 1, `'${text}`);
    });
  });
  const fresh = office.drop("刚放的.csv", LIST, "text/csv");
  const { inbox } = await office.places(() => fresh.modifiedTime + 2_999);
  expect((await inbox.look()).waiting).toContainEqual({ file: "刚放的.csv", why: "writing" });
  fresh.trashed = true;
  const { files, waiting } = (await office.sync()).imports;
  expect(waiting).toEqual([
    { file: "上传中.csv", why: "writing" },
    { file: "下载中.csv.crdownload", why: "writing" },
    { file: "子文件夹", why: "folder" },
  ]);
  expect(files.map(({ file, error, moved }) => [file, error?.code ?? null, moved])).toEqual([
    ["通知.gdoc", "not-a-list", null],
    ["录像.mp4", "not-a-list", null],
    ["在线名单.xlsx", null, join("已处理", "在线名单")],
  ]);
  expect((await office.snapshot()).roster.map(({ name }) => name)).toContain("另一位");
  up.isUploading = false;
  expect((await inbox.look()).ready.map(({ name }) => name)).toContain("上传中.csv");
});

it.each(["429", "cut-after"] as const)(
  "ends where an undisturbed sync ends when Drive fails at first at everything (%s)",
  async (kind) => {
    const failed = new Set<string>();
    office.drop("名单.csv", LIST, "text/csv");
    google.faults.rule(({ method, verb, path, query }) => {
      const asked = [verb, path, query.q, query.alt].join(" ");
      if (!method.startsWith("drive.") || failed.has(asked)) return null;
      failed.add(asked);
      return { kind };
    });
    await office.sync();
    expect([...failed].map((asked) => asked.split(" ")[0])).toEqual(expect.arrayContaining(["GET", "POST", "PATCH"]));
    expect(told(office)).toEqual(undisturbed);
  },
);

it("finishes what a sync left that was cut off with the workbook written and nothing sent", async () => {
  office.drop("名单.csv", LIST, "text/csv");
  const stop = google.faults.rule(({ path }) => (path.startsWith("/upload/") ? { kind: "cut-before" } : null));
  const { imports, stopped } = await office.sync();
  expect([imports.receipt.run, stopped]).toEqual([
    "R00004",
    { at: "files", error: expect.objectContaining({ code: "network" }) },
  ]);
  stop();
  expect(await (await office.places()).answers.all()).toMatchObject([{ kind: "foreign", reply: { file: "名单.csv" } }]);
  expect(office.paths("收件")).toEqual(["收件/已处理/名单.csv"]);
  expect((await office.sync()).exports.replies).toMatchObject([{ answers: "名单.csv" }]);
  expect(told(office)).toEqual(undisturbed);
});

it("stays right when another PC syncs the same folder in the midst of it", async () => {
  office.drop("名单.csv", LIST, "text/csv");
  let other: Synced | null = null;
  const stop = google.onRequest(async (_moment, { path, verb }) => {
    // The list is in the Sheet and about to be moved.
    if (verb !== "PATCH" || !path.startsWith("/drive/")) return;
    stop();
    process.env.XDG_CONFIG_HOME = join(config, "other");
    other = await office.sync();
    process.env.XDG_CONFIG_HOME = config;
  });
  const { exports } = await office.sync();
  expect(exports.replies).toHaveLength(1);
  expect(other).toMatchObject({
    exports: { replies: [] },
    imports: { files: [{ moved: join("已处理", "名单.csv"), report: { importedBefore: true } }] },
  });
  expect(told(office)).toEqual(undisturbed);
});

it("lists pages to the end, and means the oldest of several folders of one name", async () => {
  const [first, second] = ["收件", "收件"].map((name) => office.drop(name, null, FOLDER, office.root.id).id);
  for (let count = 0; count < 1001; count++) office.drop(`~$${count}.xlsx`, "x", XLSX, first);
  office.drop("在最后.csv", LIST, "text/csv", first);
  office.drop("在别处.csv", LIST, "text/csv", second);
  const { inbox } = await office.places();
  expect((await inbox.look()).ready.map(({ name }) => name)).toEqual(["在最后.csv"]);
});

it("lets a fetched file be seen by its owner alone, under its own name, and only while it is read", async () => {
  office.drop("名单.csv", LIST, "text/csv");
  const { inbox } = await office.places();
  const [file] = (await inbox.look()).ready;
  if (!file) throw new Error("nothing in the inbox");
  const modeOf = (path: string): number => statSync(path).mode & 0o777;
  const read = async (path: string) => ({ path, modes: [modeOf(dirname(path)), modeOf(path)], text: readFileSync(path, "utf8") });
  const seen = await inbox.fetched(file, read);
  expect(seen).toMatchObject({ modes: [0o700, 0o600], text: LIST });
  expect([basename(seen?.path ?? ""), existsSync(dirname(seen?.path ?? ""))]).toEqual(["名单.csv", false]);
});

it("says of a single file that Google keeps it back", async () => {
  office.drop("名单.csv", LIST, "text/csv");
  const looking = DriveOffice.open(google, tabs, {
    scopes: ["drive.file", "drive.metadata.readonly"].map(scope),
    root: office.root,
  });
  const { inbox } = await looking.places();
  const [file] = (await inbox.look()).ready;
  if (!file) throw new Error("nothing in the inbox");
  const kept = { name: "Refusal", code: "not-fetched", message: expect.stringContaining("「名单.csv」") };
  await expect(inbox.fetched(file, async () => null)).rejects.toMatchObject(kept);
});

it("says what it would do, and changes nothing in Drive", async () => {
  office.drop("名单.csv", LIST, "text/csv");
  const before = [office.tree(), google.requests.length] as const;
  const trial = await office.sync({ trial: true });
  expect(office.tree()).toEqual(before[0]);
  expect(google.requests.slice(before[1]).filter(({ verb }) => verb !== "GET")).toEqual([]);
  expect(trial.imports.files).toMatchObject([{ moved: join("已处理", "名单.csv") }]);
});

it("lets no second sync of the folder, nor of the Sheet, run on this PC", async () => {
  const { inbox, answers } = await office.places();
  for (const one of [inbox, answers]) {
    const second = one.exclusively(() => office.sync());
    await expect(second).rejects.toMatchObject({ code: "locked", message: expect.stringContaining("另一个") });
  }
});

describe("says in a sentence what is missing", () => {
  type Case = readonly [name: string, code: string, words: string, arrange: () => DriveOffice];
  const other = (options: DriveOfficeOptions): DriveOffice => DriveOffice.open(google, tabs, options);
  const cases: readonly Case[] = [
    ["the scope", "scope", "https://www.googleapis.com/auth/drive）", () => other({ scopes: [scope("spreadsheets")] })],
    ["the scope for others' files", "no-folder", "找不到", () => other({ scopes: [scope("drive.file")] })],
    ["storage of a service account", "no-storage", "共享云端硬盘", () => other({ isPersonal: true })],
    ["the right to change", "not-shared", "可编辑", () => readOnly(other({ isPersonal: true }))],
    ["sharing", "no-folder", "共享给登录的账号", () => unshared(other({ isPersonal: true }))],
  ];
  it.each(cases)("%s", async (_name, code, words, arrange) => {
    await expect(arrange().sync()).rejects.toMatchObject({ code, message: expect.stringContaining(words) });
  });

  function readOnly(one: DriveOffice): DriveOffice {
    google.drive.share(one.root.id, google.accounts.serviceEmail, "reader");
    return one;
  }

  function unshared(one: DriveOffice): DriveOffice {
    google.drive.unshare(one.root.id, google.accounts.serviceEmail);
    return one;
  }
});
