import { mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from "node:fs/promises";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { type Lock, lockFile } from "../../../node-sync/src/files/lock";
import { readNote } from "../../../node-sync/src/files/lock-note";
import { FileRefused } from "../../../node-sync/src/files/refused";

let folder: string;
let path: string;
let lockPath: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "anpei-lock-"));
  path = join(folder, "名册.xlsx");
  lockPath = join(folder, ".anpei", "名册.xlsx.lock");
  await (await lockFile(path)).release();
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const refusal = async (work: Promise<Lock>): Promise<FileRefused> => {
  const error: unknown = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof FileRefused)) throw new Error("was not refused");
  return error;
};
const minutesAgo = (minutes: number): Date => new Date(Date.now() - minutes * 60_000);
const write = (note: object): Promise<void> => writeFile(lockPath, JSON.stringify(note));
const other = {
  host: "别的电脑",
  pid: 7,
  token: "t",
  startedAt: minutesAgo(30).toISOString(),
  heartbeat: minutesAgo(9).toISOString(),
};
const deadPid = 4_194_303;

it("one at a time, and free again after release", async () => {
  const lock = await lockFile(path);
  const error = await refusal(lockFile(path));
  expect(error.code).toBe("locked");
  expect(error.message).toContain(`「名册.xlsx」正被另一个安培台账程序使用（电脑 ${hostname()}，进程 ${process.pid}`);
  await lock.release();
  await lock.release();
  expect(await readdir(join(folder, ".anpei"))).toEqual([]);
  await (await lockFile(path)).release();
});

it.each<[string, object, boolean]>([
  ["another PC that beats", other, false],
  ["another PC without a beat for ten minutes", { ...other, heartbeat: minutesAgo(11).toISOString() }, true],
  ["another PC that beats by a clock years ahead", { ...other, heartbeat: "2099-01-01T00:00:00.000Z" }, false],
  ["another PC's beat that is no moment", { ...other, heartbeat: "soon" }, true],
  ["a note that is none of ours", { ...other, token: "../../t", heartbeat: minutesAgo(11).toISOString() }, false],
  ["a dead process of this PC, however fresh", { ...other, host: hostname(), pid: deadPid }, true],
  [
    "a living process of this PC, however old",
    { ...other, host: hostname(), pid: process.pid, heartbeat: minutesAgo(99).toISOString() },
    false,
  ],
  [
    "a number that another process has by now",
    { ...other, host: hostname(), pid: process.pid, processStart: "1" },
    process.platform === "linux",
  ],
])("%s", async (_, note, isTaken) => {
  await write(note);
  if (!isTaken) {
    expect((await refusal(lockFile(path))).code).toBe("locked");
    expect(JSON.parse(await readFile(lockPath, "utf8"))).toEqual(note);
    return;
  }
  const lock = await lockFile(path);
  expect((await readNote(lockPath))?.pid).toBe(process.pid);
  expect(await readdir(join(folder, ".anpei"))).toEqual(["名册.xlsx.lock"]);
  await lock.release();
});

it.each([
  ["ten minutes ahead", 10],
  ["years ahead", 5_000_000],
])("a beat %s holds no longer than its PC beats", async (_, ahead) => {
  const beat = minutesAgo(-ahead);
  await write({ ...other, heartbeat: beat.toISOString() });
  expect((await refusal(lockFile(path))).code).toBe("locked");
  await utimes(lockPath, minutesAgo(9), minutesAgo(9));
  expect((await refusal(lockFile(path))).code).toBe("locked");
  await utimes(lockPath, minutesAgo(11), minutesAgo(11));
  await (await lockFile(path)).release();
});

it("a lock that the disk itself dates in the future ages from when it is seen", async () => {
  await write({ ...other, heartbeat: minutesAgo(-600).toISOString() });
  await utimes(lockPath, minutesAgo(-600), minutesAgo(-600));
  expect((await refusal(lockFile(path))).code).toBe("locked");
  expect((await stat(lockPath)).mtimeMs).toBeLessThanOrEqual(Date.now());
  await utimes(lockPath, minutesAgo(11), minutesAgo(11));
  await (await lockFile(path)).release();
});

it("the longest name has its lock, taken over from a dead process too", async () => {
  const [long = "", like = ""] = ["甲", "乙"].map((end) => join(folder, `${"长".repeat(82)}${end}.xlsx`));
  const held = await lockFile(long);
  await (await lockFile(like)).release();
  expect((await refusal(lockFile(long))).code).toBe("locked");
  await writeFile(held.path, JSON.stringify({ ...other, host: hostname(), pid: deadPid }));
  await (await lockFile(long)).release();
  await held.release();
  expect(await readdir(join(folder, ".anpei"))).toEqual([]);
});

it.each(["", "{", "[]"])("an unreadable lock %j is held for ten minutes", async (text) => {
  await writeFile(lockPath, text);
  expect((await refusal(lockFile(path))).message).toContain("读不懂");
  await utimes(lockPath, minutesAgo(11), minutesAgo(11));
  await (await lockFile(path)).release();
});

it("of many that find a dead lock one gets it", async () => {
  for (let round = 0; round < 30; round += 1) {
    await write({ ...other, host: hostname(), pid: deadPid, token: `t${round}` });
    const taken = await Promise.allSettled(Array.from({ length: 12 }, () => lockFile(path)));
    const held = taken.filter((result) => result.status === "fulfilled");
    expect(held).toHaveLength(1);
    await held[0]?.value.release();
    expect(await readdir(join(folder, ".anpei"))).toEqual([]);
  }
});

it("a taker that died on the way is passed after a minute", async () => {
  await write({ ...other, host: hostname(), pid: deadPid });
  const claim = `${lockPath}.claim-t-1`;
  await writeFile(claim, "");
  expect((await refusal(lockFile(path))).code).toBe("locked");
  await utimes(claim, minutesAgo(2), minutesAgo(2));
  await (await lockFile(path)).release();
});

it("beats, and leaves a lock alone that somebody else holds by now", async () => {
  const lock = await lockFile(path, { beatEvery: 20 });
  const first = await readNote(lockPath);
  await new Promise((resolve) => setTimeout(resolve, 120));
  const later = await readNote(lockPath);
  expect(Date.parse(later?.heartbeat ?? "")).toBeGreaterThan(Date.parse(first?.heartbeat ?? ""));
  await rm(lockPath);
  await write(other);
  await lock.release();
  expect(JSON.parse(await readFile(lockPath, "utf8"))).toEqual(other);
});
