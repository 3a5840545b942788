import { existsSync, mkdirSync, readdirSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { idOf } from "../../domain/merge/lists";
import { anpei, emptyFolder } from "../../support/cli";
import { AT, csvList, SyncOffice, unitAt } from "../../support/sync-office";

const plan = resolve(__dirname, "../../../templates/2024年培训计划.txt");
const SENT = `${unitAt(0)}.xlsx`;
const REPLY = `${unitAt(0)}-退回.xlsx`;
const LIST = csvList(unitAt(0), [
  ["另一位", idOf(901)],
  ["没证件", ""],
]);
const MORE = ["--today", "2024-03-12", "--no-verify"];

let sent: SyncOffice;
let office: SyncOffice;
let turn = 0;
beforeAll(async () => {
  sent = await SyncOffice.open(1);
  await sent.sync();
});
afterAll(() => sent.close());
beforeEach(async () => {
  turn += 1;
  office = await sent.copyTo(`${sent.folder}-${turn}`);
});
afterEach(() => office.close());

const importing = (...more: string[]): string[] => {
  const { folder, book } = office;
  writeFileSync(join(folder, "名单.csv"), LIST);
  const args = ["import", join(folder, "名单.csv"), "--book", book, "--replies", join(folder, "回执")];
  return [...args, ...MORE, ...more];
};
const syncing = (...more: string[]): string[] => {
  const { book, inbox, outbox } = office;
  return ["sync", "--book", book, "--inbox", inbox, "--outbox", outbox, ...MORE, ...more];
};
/** A folder that stands where a file is to go: whatever the user may do, it cannot be written. */
const blocked = (...place: string[]): string => {
  const path = join(office.folder, ...place);
  mkdirSync(path, { recursive: true });
  return path;
};
const heldAnswers = (): string[] => readdirSync(join(office.folder, ".anpei")).filter((name) => name.endsWith(".answers"));

it("import tells what it did when a reply cannot be written, and writes it the next time", () => {
  const inTheWay = blocked("回执", REPLY);
  const { exit, json } = anpei(importing("--json"));
  expect(exit).toBe(5);
  expect(json).toMatchObject({
    run: "R00004",
    files: [{ file: "名单.csv", rows: { new: 1, refused: 1 }, reply: null }],
    earlier: [],
    stopped: {
      code: "is-folder",
      message: expect.stringMatching(/^做到一半停下了（写处理结果时）：.*-退回\.xlsx 是文件夹.*再运行一次/u),
    },
  });
  expect(heldAnswers()).toHaveLength(1);
  const again = anpei(importing("--json"));
  // Nothing new was written: that is a refusal.
  expect(again).toMatchObject({ exit: 3, json: { error: { code: "is-folder" } } });
  rmdirSync(inTheWay);
  const told = anpei(importing());
  expect(told.exit).toBe(4);
  expect(told.out).toContain("以前收过（运行号 R00004），没有再动\n  退回的行写在 ");
  expect(readdirSync(join(office.folder, "回执"))).toEqual([REPLY]);
  expect(heldAnswers()).toEqual([]);
});

it("sync writes the reply that an import owed, where it was to go", () => {
  const inTheWay = blocked("回执", REPLY);
  const { exit, out } = anpei(importing());
  expect([exit, out]).toEqual([5, expect.stringMatching(/名单\.csv：共 2 行，新增 1.*运行号 R00004.*做到一半停下了/su)]);
  rmdirSync(inTheWay);
  const synced = anpei(syncing("--json"));
  const reply = join(office.folder, "回执", REPLY);
  expect(synced).toMatchObject({ exit: 0, json: { earlier: [{ answers: "名单.csv", reply, run: "R00004" }] } });
  expect([existsSync(reply), heldAnswers()]).toEqual([true, []]);
});

it("an earlier reply that still cannot be written keeps no other back", () => {
  blocked("回执", REPLY);
  expect(anpei(importing()).exit).toBe(5);
  const other = join(office.folder, "另一份.csv");
  writeFileSync(other, LIST.replace(idOf(901), idOf(902)));
  const { exit, json } = anpei(["import", other, "--book", office.book, ...MORE, "--json"]);
  expect([exit, json]).toEqual([5, expect.objectContaining({ run: "R00005", stopped: expect.anything() })]);
  expect(json).toMatchObject({ files: [{ reply: join(office.folder, REPLY) }], earlier: [] });
});

it("sync tells what it did when a reply cannot be written, in words too, and the next one finishes it", async () => {
  await office.arrive(SENT, await office.typed([[4, AT.mobile, "#N/A"]]));
  await office.arrive("名单.csv", LIST);
  const inTheWay = blocked("发件", REPLY);
  const { exit, out } = anpei(syncing());
  expect(exit).toBe(5);
  for (const said of [
    "名单.csv 移到 已处理",
    `${SENT} 移到 已处理`,
    "运行号 R00004",
    "导出 1 个文件",
    "做到一半停下了（写处理结果时）",
  ])
    expect(out).toContain(said);
  rmdirSync(inTheWay);
  const next = anpei(syncing());
  expect([next.exit, next.out]).toEqual([
    0,
    expect.stringContaining(`上次中断前已读入 ${SENT}（运行号 R00004），现在补上处理结果：`),
  ]);
  expect(await office.names("发件")).toEqual([REPLY, SENT].sort());
});

it("init tells that the workbook is there when its plan could not be loaded", () => {
  const folder = emptyFolder();
  const book = join(folder, "新.xlsx");
  writeFileSync(join(folder, ".anpei"), "");
  const { exit, json } = anpei(["init", "--book", book, "--plan", plan, "--today", "2024-01-02", "--json"]);
  expect([exit, json]).toMatchObject([
    5,
    { book, plan: { classes: 0, findings: [] }, stopped: { message: expect.stringContaining("anpei plan <计划文件> --book") } },
  ]);
  rmSync(join(folder, ".anpei"));
  expect(anpei(["plan", plan, "--book", book, "--json"])).toMatchObject({ exit: 0, json: { run: "R00001" } });
});

it.each([
  ["import", () => importing("--json")],
  ["sync", () => syncing("--json")],
  ["export", () => ["export", "--book", office.book, "--out", join(office.folder, "文件"), ...MORE.slice(0, 2), "--json"]],
])("%s refuses a file in the place of a folder while nothing is written", async (_name, args) => {
  for (const name of ["回执", "文件"]) writeFileSync(join(office.folder, name), "");
  rmSync(office.outbox, { recursive: true });
  writeFileSync(office.outbox, "");
  const before = await office.snapshot();
  expect(anpei(args())).toMatchObject({ exit: 3, json: { error: { code: "no-folder" } } });
  expect(await office.snapshot()).toEqual(before);
});

it("one import or sync of a workbook at a time; a dry run waits for none and holds nothing", async () => {
  const { answers } = office.places();
  const [dry, second] = await answers.exclusively(
    async () => [anpei(importing("--dry-run")), anpei(importing("--json"))] as const,
  );
  expect([dry.exit, dry.out]).toEqual([4, expect.stringContaining("只看结果，没有写入")]);
  expect(second).toMatchObject({ exit: 3, json: { error: { code: "locked", message: expect.stringContaining("另一个") } } });
  expect(heldAnswers()).toEqual([]);
});
