import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { sync } from "../../../node-sync/src/exchange/sync/sync";
import { keepSyncing, pauseBy } from "../../../node-sync/src/exchange/sync/watch";
import { readTableFile } from "../../../node-sync/src/files/read-table-file";
import { idOf } from "../../domain/merge/lists";
import { AT, csvList, SyncOffice, syncTerms, unitAt } from "../../support/sync-office";

const UNIT = unitAt(0);
const SENT = `${UNIT}.xlsx`;
const REPLY = `${UNIT}-退回.xlsx`;
/** A list that shows who sent it. */
const LIST = `${UNIT}名单.csv`;

let sent: SyncOffice;
let office: SyncOffice;
let turn = 0;
beforeAll(async () => {
  sent = await SyncOffice.open(2);
  await sent.sync();
});
afterAll(() => sent.close());
beforeEach(async () => {
  turn += 1;
  office = await sent.copyTo(`${sent.folder}-${turn}`);
});
afterEach(() => office.close());

/** Generations that 往来 knows of a unit, in order. */
async function exchanged(unit = UNIT): Promise<string[]> {
  const { exchanges } = await office.snapshot();
  return exchanges.filter((row) => row.unit === unit).map(({ direction, generation }) => `${direction}${generation}`);
}

async function person(name: string) {
  return (await office.snapshot()).roster.find((row) => row.name === name);
}

/** The generation that a file in the outbox says it is. */
async function generationOf(name: string): Promise<string | undefined> {
  const { keywords } = await readTableFile(join(office.outbox, name));
  return /^anpei-X\d+-(\d+)-/.exec(keywords ?? "")?.[1];
}

it("takes a returned file in, answers it with what the actions found out, and sends nothing twice", async () => {
  const newcomer = [AT.name, AT.idNumber, AT.mobile, AT.post, AT.kind].map(
    (column, index) => [6, column, ["新来的", idOf(900), "19955556666", "主要负责人", "初培"][index] ?? ""] as const,
  );
  await office.arrive("发回.xlsx", await office.typed([[3, AT.note, "夜班"], [4, AT.mobile, "#N/A"], ...newcomer]));
  const { imports, actions, exports } = await office.sync();
  expect(imports.files).toMatchObject([
    { file: "发回.xlsx", error: null, moved: join("已处理", "发回.xlsx"), report: { rows: { new: 1, changed: 1 } } },
  ]);
  expect(exports).toMatchObject({ replies: [{ answers: "发回.xlsx", reply: REPLY }], unchanged: 1 });
  expect([imports.receipt.run, actions.run, exports.receipt.run]).toEqual(["R00004", "R00005", "R00006"]);
  const added = await person("新来的");
  expect(added?.class).toMatch(/^培训班/);
  const copy = await readTableFile(join(office.outbox, REPLY));
  expect(JSON.stringify(copy.sheets)).toContain(added?.class);
  expect(await exchanged()).toEqual(["发出1", "收回1", "发出3"]);
  expect([await generationOf(SENT), await generationOf(REPLY)]).toEqual(["3", "3"]);
  expect(await office.names("收件")).toEqual([]);

  const before = await office.state();
  const again = await office.sync();
  expect([again.imports.receipt.run, again.actions.run, again.exports.receipt.run]).toEqual([null, null, null]);
  expect(again.exports).toMatchObject({ files: [], replies: [], unchanged: 2 });
  expect(await office.state()).toEqual(before);
  expect(readdirSync(join(office.folder, ".anpei"))).toEqual(["backups"]);
});

it("moves what it knows already, keeps a content once and never writes over another file", async () => {
  const bytes = await office.typed([[3, AT.note, "夜班"]]);
  await office.arrive(SENT, bytes);
  await office.sync();
  for (const name of [SENT, "又一次.xlsx"]) await office.arrive(name, bytes);
  const twice = await office.sync();
  expect(twice.imports.files.map(({ report, moved }) => [report?.importedBefore, moved])).toEqual([
    [true, join("已处理", "又一次.xlsx")],
    [true, join("已处理", SENT)],
  ]);
  expect(twice.exports.replies).toEqual([]);
  expect(await exchanged()).toEqual(["发出1", "收回1", "发出3"]);
  await office.arrive(SENT, await office.typed([[3, AT.note, "白班"]]));
  expect((await office.sync()).imports.files[0]?.moved).toBe(join("已处理", `${UNIT}（2）.xlsx`));
  expect(await office.names("收件/已处理")).toEqual(["又一次.xlsx", `${UNIT}.xlsx`, `${UNIT}（2）.xlsx`].sort());
  expect(readFileSync(join(office.inbox, "已处理", SENT)).equals(bytes)).toBe(true);
});

it("answers an answer under the unit's name, and moves one that nobody has changed", async () => {
  await office.arrive(SENT, await office.typed([[4, AT.mobile, "#N/A"]]));
  await office.sync();
  await office.arrive("原样.xlsx", readFileSync(join(office.outbox, REPLY)));
  await office.arrive(REPLY, await office.typed([[4, AT.mobile, "19977776666"]], REPLY));
  const { imports, exports } = await office.sync();
  expect(imports.files.map(({ file, report, moved }) => [file, report?.cells.applied, moved !== null])).toEqual([
    ["原样.xlsx", undefined, true],
    [REPLY, 1, true],
  ]);
  expect(exports.replies).toEqual([{ answers: REPLY, reply: REPLY, unit: UNIT, run: null }]);
  expect(await office.names("发件")).toEqual([REPLY, SENT, `${unitAt(1)}.xlsx`].sort());
  expect([await generationOf(SENT), await generationOf(REPLY)]).toEqual(["4", "4"]);
});

it("leaves alone what is not there as a whole, and takes it once it is", async () => {
  const bytes = await office.typed([[3, AT.note, "夜班"]]);
  writeFileSync(join(office.inbox, "刚放进来.xlsx"), bytes);
  await office.arrive("下载中.xlsx.crdownload", bytes);
  await office.arrive("打开着.xlsx", bytes);
  await office.arrive("~$打开着.xlsx", "");
  const written = statSync(join(office.inbox, "刚放进来.xlsx")).mtimeMs;
  const early = await office.sync({ now: () => written + 2_999 });
  expect(early.imports).toMatchObject({
    files: [],
    waiting: [
      { file: "下载中.xlsx.crdownload", why: "writing" },
      { file: "刚放进来.xlsx", why: "writing" },
      { file: "打开着.xlsx", why: "open" },
    ],
  });
  writeFileSync(join(office.inbox, "半份.xlsx"), bytes.subarray(0, bytes.length - 30));
  const cut = statSync(join(office.inbox, "半份.xlsx")).mtimeMs;
  const soon = await office.sync({ now: () => cut + 60_000 });
  expect(soon.imports.waiting).toContainEqual({ file: "半份.xlsx", why: "writing" });
  expect(soon.imports.files.map(({ file, moved }) => [file, moved !== null])).toEqual([["刚放进来.xlsx", true]]);
  const late = await office.sync();
  expect(late.imports.files).toMatchObject([{ file: "半份.xlsx", moved: null, error: { code: "truncated" } }]);
});

it("keeps in the inbox, and names each time, what cannot be read or has no list", async () => {
  await office.arrive("通知.docx", "PK");
  await office.arrive("照片.jpg", "…");
  await office.arrive("说明.csv", "请各单位\n按时报名");
  await office.arrive("Thumbs.db", "x");
  mkdirSync(join(office.inbox, "子文件夹"));
  for (const _ of [1, 2]) {
    const { files, waiting } = (await office.sync()).imports;
    expect(waiting).toEqual([{ file: "子文件夹", why: "folder" }]);
    expect(files.map(({ file, error, moved }) => [file, error?.code, moved])).toEqual([
      ["照片.jpg", "not-a-list", null],
      ["说明.csv", "I02", null],
      ["通知.docx", "not-a-list", null],
    ]);
  }
});

it("asks about a file that lost most of its people, until --force", async () => {
  const gone = [4, 5].flatMap((row) => Array.from({ length: 20 }, (_, index) => [row, index + 1, null] as const));
  await office.arrive(SENT, await office.typed(gone));
  expect((await office.sync()).imports.files).toMatchObject([{ error: { code: "E19" }, moved: null }]);
  const forced = await office.sync({ force: true });
  expect(forced.imports.files).toMatchObject([{ error: null, moved: join("已处理", SENT), report: { rows: { missing: 2 } } }]);
  expect((await office.snapshot()).roster.filter((row) => row.unit === UNIT)).toHaveLength(3);
});

it("raises a conflict, and applies what staff chose at the next sync", async () => {
  await office.staffType("名册", 1, "手机号", "19911112222");
  await office.arrive(SENT, await office.typed([[3, AT.mobile, "19933334444"]]));
  expect((await office.sync()).imports.files).toMatchObject([{ report: { cells: { conflicts: 1 } } }]);
  const { conflicts } = await office.snapshot();
  expect(conflicts).toMatchObject([{ ours: "19911112222", theirs: "19933334444" }]);
  await office.staffType("冲突", (conflicts[0]?.at ?? 0) - 1, "采用", "对方");
  const { imports, exports } = await office.sync();
  expect(imports.receipt.run).not.toBeNull();
  expect((await office.snapshot()).conflicts).toEqual([]);
  expect((await person("赵安某"))?.mobile).toBe("19933334444");
  expect(exports.files.map(({ unit }) => unit)).toEqual([UNIT]);
});

it("answers the rows of a list that were refused, once", async () => {
  await office.arrive(
    LIST,
    csvList(UNIT, [
      ["另一位", idOf(901)],
      ["没证件", ""],
    ]),
  );
  expect((await office.sync()).exports).toMatchObject({ replies: [{ answers: LIST, reply: REPLY }] });
  await office.arrive(
    LIST,
    csvList(UNIT, [
      ["另一位", idOf(901)],
      ["没证件", ""],
    ]),
  );
  expect(await office.sync()).toMatchObject({
    imports: { files: [{ report: { importedBefore: true } }] },
    exports: { replies: [] },
  });
  expect(await office.names("收件/已处理")).toEqual([LIST]);
});

it("keeps a list while a unit's name in it is unclear, and takes the rest of it once staff have said whose it is", async () => {
  const other = UNIT.replace("有限公司", "有限责任公司");
  await office.arrive("名单.csv", csvList(other, [["赵安某", idOf(300)]]).replaceAll("初培", "再培训"));
  const asked = await office.sync();
  expect(asked.imports.files).toMatchObject([{ error: null, moved: null, report: { rows: { unchanged: 1 } } }]);
  await office.staffType("单位", 1, "别名", other);
  expect((await office.sync()).imports.files).toMatchObject([{ moved: join("已处理", "名单.csv") }]);
});

it("keeps a list that another unit sent until staff have said that it reports for this one", async () => {
  const list = csvList(
    UNIT,
    [
      ["赵安某", idOf(300)],
      ["另一位", idOf(901)],
    ].map(([name = "", id = ""]) => [name, id]),
  );
  await office.arrive(`${unitAt(1)}.csv`, list.replaceAll("初培", "再培训"));
  const asked = await office.sync();
  expect(asked.imports.files).toMatchObject([{ error: null, moved: null, report: { changes: { left: 2 }, rows: { new: 0 } } }]);
  expect(asked.exports.replies).toEqual([]);
  expect((await office.snapshot()).todo.filter(({ rule }) => rule === "发件单位与名单不符")).toHaveLength(1);
  await office.staffType("单位", 2, "代报单位", UNIT);
  const taken = await office.sync();
  expect(taken.imports.files).toMatchObject([
    { moved: join("已处理", `${unitAt(1)}.csv`), report: { rows: { new: 1, unchanged: 1 } } },
  ]);
});
it.each(["alone", "with others"])(
  "answers a list of which nothing is taken (%s), also when it was cut off after it had moved the list",
  async (company) => {
    await office.arrive(LIST, csvList(UNIT, [["没证件", ""]]));
    if (company === "with others") await office.arrive("别的.csv", csvList(unitAt(1), [["另一位", idOf(901)]]));
    const whole = await office.copyTo(`${office.folder}-whole`);
    expect((await whole.sync()).exports.replies).toMatchObject([{ answers: LIST, reply: REPLY }]);
    const places = office.places();
    places.outbox.create = () => Promise.reject(new Error("cut off"));
    const { imports, stopped } = await sync(places, syncTerms);
    expect([imports.files.every(({ moved }) => moved !== null), stopped?.at]).toEqual([true, "reply"]);
    expect((await office.sync()).exports.replies).toMatchObject([{ answers: LIST, reply: REPLY }]);
    expect(await office.state()).toEqual(await whole.state());
    expect(await office.places().answers.all()).toEqual([]);
    await whole.close();
  },
);

it("tries everything in memory: what a trial says, the sync does, and the trial changes nothing", async () => {
  await office.arrive(SENT, await office.typed([[4, AT.mobile, "#N/A"]]));
  await office.arrive(
    "名单.csv",
    csvList(UNIT, [
      ["另一位", idOf(901)],
      ["没证件", ""],
    ]),
  );
  const before = await office.state();
  const trial = await office.sync({ trial: true });
  expect(await office.state()).toEqual(before);
  expect(readdirSync(join(office.folder, ".anpei"))).toEqual(["backups"]);
  expect(JSON.stringify(trial)).toBe(JSON.stringify(await office.sync()));
});

it.each(["hold", "answer"] as const)("makes an answer good that a run owed when it was cut off (%s)", async (cut) => {
  await office.arrive(SENT, await office.typed([[4, AT.mobile, "#N/A"]]));
  const whole = await office.copyTo(`${office.folder}-whole`);
  await whole.sync();
  const places = office.places();
  if (cut === "hold") places.host.write = () => Promise.reject(new Error("cut off"));
  else places.outbox.create = () => Promise.reject(new Error("cut off"));
  const why = await sync(places, syncTerms).then(
    ({ stopped }) => stopped?.error,
    (error: unknown) => ({ rejected: error }),
  );
  expect(why).toEqual(cut === "hold" ? { rejected: new Error("cut off") } : new Error("cut off"));
  expect(await places.answers.all()).toHaveLength(1);
  await office.sync();
  expect(await office.state()).toEqual(await whole.state());
  expect(await places.answers.all()).toEqual([]);
  await whole.close();
});

it.each([0, 1, 2])("tells a unit once of all that it sent, also when cut off with %i of the answers forgotten", async (done) => {
  await office.arrive("一.xlsx", await office.typed([[3, AT.mobile, "#N/A"]]));
  await office.arrive("二.xlsx", await office.typed([[4, AT.mobile, "#N/A"]]));
  await office.arrive(LIST, csvList(UNIT, [["没证件", ""]]));
  const whole = await office.copyTo(`${office.folder}-whole`);
  expect((await whole.sync()).exports.replies).toEqual(
    ["一.xlsx", "二.xlsx", LIST].map((answers) => ({ answers, reply: REPLY, unit: UNIT, run: null })),
  );
  expect(await whole.names("发件")).toEqual([SENT, REPLY, `${unitAt(1)}.xlsx`].sort());
  const places = office.places();
  const forget = places.answers.forget.bind(places.answers);
  let forgotten = 0;
  places.answers.forget = (answer) => (forgotten++ < done ? forget(answer) : Promise.reject(new Error("cut off")));
  expect((await sync(places, syncTerms)).stopped).toEqual({ at: "reply", error: new Error("cut off") });
  await office.sync();
  expect(await office.state()).toEqual(await whole.state());
  await whole.close();
});

it("keeps syncing while files arrive, and does nothing while there is nothing new", async () => {
  await office.arrive("照片.jpg", "…");
  const stop = new AbortController();
  const syncs: number[] = [];
  const steps = [
    async () => undefined,
    () => office.arrive("名单.csv", csvList(UNIT, [["另一位", idOf(901)]])),
    async () => undefined,
    async () => stop.abort(),
  ];
  const once = async () => {
    const { files, left } = (await office.sync()).imports;
    syncs.push(files.length);
    return left;
  };
  await keepSyncing(office.places().inbox, once, async () => steps.shift()?.(), stop.signal);
  expect(syncs).toEqual([1, 2]);
});

it("wakes when something happens in the folder", async () => {
  const stop = new AbortController();
  const waiting = pauseBy(office.inbox)(stop.signal);
  stop.abort();
  await waiting;
  const woken = pauseBy(office.inbox)(new AbortController().signal);
  await office.arrive("名单.csv", "x");
  await woken;
});
