import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { idOf } from "../../domain/merge/lists";
import { compileSync, SyncProcess } from "../../support/child-sync";
import { AT, csvList, SyncOffice, type SyncState, type Typed, unitAt } from "../../support/sync-office";

const kills = process.env.ANPEI_SOAK === undefined ? 4 : 200;
const UNITS = 12;
const FILES = 30;

let before: SyncOffice;
let scripts: string;
let script: string;
let expected: SyncState;
/** How many changes an undisturbed sync makes, twice, and how long it takes. */
let moments = 0;
let wholeTime = 0;

beforeAll(async () => {
  before = await officeWithMail();
  const whole = await before.copyTo(`${before.folder}-whole`);
  scripts = await mkdtemp(join(tmpdir(), "anpei-kill-sync-"));
  script = compileSync(scripts);
  const start = performance.now();
  const { said } = await new SyncProcess(script, whole.folder).end();
  wholeTime = performance.now() - start;
  expect(said).toMatch(/^moments /);
  moments = Number(/^moments (\d+)$/.exec(said)?.[1]);
  expect(moments).toBeGreaterThan(2 * FILES);
  expected = await whole.state();
  await whole.close();
}, 120_000);
afterAll(async () => {
  await before.close();
  await rm(scripts, { recursive: true, force: true });
});

const sentFile = (place: number): string => `${unitAt(place)}.xlsx`;

/** An office that has a conflict decided by staff, new edits of theirs, and thirty files in the inbox. */
async function officeWithMail(): Promise<SyncOffice> {
  const office = await SyncOffice.open(UNITS);
  await office.sync();
  await office.staffType("名册", 1, "手机号", "19911112222");
  await office.arrive(sentFile(0), await office.typed([[3, AT.mobile, "19933334444"]]));
  await office.sync();
  const [conflict] = (await office.snapshot()).conflicts;
  await office.staffType("冲突", (conflict?.at ?? 0) - 1, "采用", "对方");
  await office.staffType("名册", 4, "手机号", "19911113333");
  for (const [name, bytes] of await mail(office)) await office.arrive(name, bytes);
  expect(await office.names("收件")).toHaveLength(FILES);
  return office;
}

async function mail(office: SyncOffice): Promise<(readonly [string, Uint8Array | string])[]> {
  const from = (place: number, typed: Typed): Promise<Buffer> => office.typed(typed, sentFile(place));
  const files: (readonly [string, Uint8Array | string])[] = [];
  for (let place = 1; place <= 10; place += 1) {
    const edits: (readonly [number, number, string])[] = [[3, AT.mobile, `1993333${String(place).padStart(4, "0")}`]];
    if (place % 2 === 0) edits.push([4, AT.mobile, "#N/A"]);
    if (place % 3 === 0) edits.push([5, AT.class, "再培训班第一期"], [6, AT.name, "新来的"], [6, AT.idNumber, idOf(900 + place)]);
    files.push([sentFile(place), await from(place, edits)]);
  }
  const [, second] = files;
  const reply = `${unitAt(0)}-退回.xlsx`;
  const gone = [4, 5].flatMap((row) => Array.from({ length: 20 }, (_, index) => [row, index + 1, null] as const));
  files.push(
    ["又发一次.xlsx", second?.[1] ?? ""],
    [`${unitAt(2)}(1).xlsx`, await from(2, [[5, AT.note, "夜班"]])],
    [sentFile(0), await from(0, [[4, AT.note, "与上次同名"]])],
    [reply, await office.typed([[5, AT.mobile, "#N/A"]], reply)],
    ["原样.xlsx", await readFile(join(office.outbox, reply))],
    ["缺人.xlsx", await from(11, gone)],
    ["半份.xlsx", (await from(11, [])).subarray(0, 2000)],
    ["下载中.xlsx.part", "PK"],
    ["通知.docx", "PK"],
    ["没有名单.csv", "请各单位\n按时报名"],
  );
  for (let list = 0; list < 10; list += 1) {
    const unit = list < 5 ? unitAt(list) : `新单位${"一二三四五"[list - 5]}有限公司`;
    const bad = list % 2 === 0 ? [["没证件", ""]] : [];
    files.push([`名单${list}.csv`, csvList(unit, [[`外来${"一二三四五六七八九十"[list]}`, idOf(950 + list)], ...bad])]);
  }
  return files;
}

/** In turn killed at a random moment around a change, and at any time at all; `false` when it came to its end before. */
async function killOne(folder: string, turn: number): Promise<boolean> {
  const killAt = turn % 2 === 0 ? 1 + Math.floor((Math.random() * moments) / 2) : 0;
  const child = new SyncProcess(script, folder, killAt);
  if (killAt === 0) {
    await pause(wholeTime * (0.3 + 0.7 * Math.random()));
    child.kill();
  }
  const { isKilled, said } = await child.end();
  expect(said).not.toContain("refused");
  return isKilled;
}

it(`sync of ${FILES} files killed ${kills} times ends where an undisturbed one does`, async () => {
  let killed = 0;
  let rounds = 0;
  while (killed < kills) {
    const office = await before.copyTo(`${before.folder}-${rounds}`);
    // The run that makes a killed one good is killed as well, up to four times, unless it comes to its end.
    let isCutOff = true;
    for (let chain = 0; chain < 5 && killed < kills && isCutOff; chain += 1) {
      isCutOff = await killOne(office.folder, killed);
      if (isCutOff) killed += 1;
    }
    if (isCutOff) await office.sync({ verify: false });
    const found = await office.state();
    expect(found).toEqual(expected);
    expect([...found.inbox, ...Object.keys(found.done)]).toHaveLength(FILES + 1);
    const left = [...(await readdir(office.folder)), ...(await readdir(office.outbox))].filter((name) => name.endsWith(".tmp"));
    expect(left).toEqual([]);
    expect((await readdir(join(office.folder, ".anpei"))).filter((name) => !name.includes(".claim-"))).toEqual(["backups"]);
    await office.close();
    rounds += 1;
  }
  console.log(`killed ${killed} times in ${rounds} rounds: ${moments} moments, a sync takes ${Math.round(wholeTime)} ms`);
}, 1_800_000);
