import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { type Operation, operationOf } from "../../../apps-script/domain/operations/operation";
import { ALL_TITLE, runAll } from "../../../apps-script/domain/rules/actions";
import { explain } from "../../../node-sync/src/explain";
import { perform } from "../../../node-sync/src/perform";
import { XlsxHost } from "../../../node-sync/src/xlsx/xlsx-host";
import { compileRunAll, RunAll, terms } from "../../support/child-run";
import { officeWorkbook } from "../../support/office-workbook";

const all = operationOf("all", ALL_TITLE, runAll);
const name = "名册.xlsx";

let folder: string;
let path: string;
let script: string;
let before: Buffer;
let after: Buffer;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "anpei-two-"));
  script = compileRunAll(folder);
  before = await officeWorkbook(30);
  path = join(folder, name);
  await writeFile(path, before);
  await perform(new XlsxHost(path), all, terms);
  after = await readFile(path);
});
beforeEach(async () => {
  path = join(await mkdtemp(join(folder, "work-")), name);
  await writeFile(path, before);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const run = (operation: Operation = all, at = path) => perform(new XlsxHost(at), operation, terms);

/** 全部执行, and right before it writes something happens. */
const disturbed = (disturb: () => void): Operation => ({
  ...all,
  decide: (snapshot, context) => {
    disturb();
    return all.decide(snapshot, context);
  },
});

/** What the command line would say of a failed run, and with which exit code. */
const refusalOf = (work: Promise<unknown>) =>
  work.then(
    () => ({ exit: 0, code: "done", message: "" }),
    (error: unknown) => explain(error),
  );
const refused = (code: string, message: string) => ({ exit: 3, code, message: expect.stringContaining(message) });

async function expectUntouched(expected: Buffer, at = path): Promise<void> {
  expect((await readFile(at)).equals(expected)).toBe(true);
  const beside = await readdir(join(at, "..", ".anpei")).catch(() => []);
  expect(beside.filter((file) => file !== "backups")).toEqual([]);
}

describe("two programs at one workbook", () => {
  it("while one works the other is refused, with the sentence that names the first", async () => {
    const first = new RunAll(script, path, "wait");
    await first.until("reading");
    const second = await new RunAll(script, path).end();
    expect(second).toMatch(
      new RegExp(`^refused locked 「名册.xlsx」正被另一个安培台账程序使用（电脑 ${hostname()}，进程 ${first.pid}，`),
    );
    expect(await refusalOf(run())).toEqual(refused("locked", `进程 ${first.pid}`));
    expect((await readFile(path)).equals(before)).toBe(true);
    first.goOn();
    expect(await first.end()).toContain("done R00001");
    await expectUntouched(after);
  });

  it("of six at once each is done or refused, and the workbook is that of one", async () => {
    const said = await Promise.all(Array.from({ length: 6 }, () => new RunAll(script, path).end()));
    const ends = said.map((text) => /done \w+|refused locked/.exec(text)?.[0]);
    expect(ends.filter((end) => end === "done R00001")).toHaveLength(1);
    expect(ends.filter((end) => end !== "done R00001" && end !== "done null" && end !== "refused locked")).toEqual([]);
    await expectUntouched(after);
  });

  it("after a killed one the next goes on at once", async () => {
    const first = new RunAll(script, path, "wait");
    await first.until("reading");
    await first.kill();
    expect((await run()).run).toBe("R00001");
    await expectUntouched(after);
  });
});

describe("a workbook that is open or was changed", () => {
  it.each(["~$名册.xlsx", ".~名册.xlsx", ".~lock.名册.xlsx#"])("is refused while %s lies beside it", async (marker) => {
    const file = join(path, "..", marker);
    await writeFile(file, "");
    expect(await refusalOf(run())).toEqual(refused("open-in-excel", `请删掉同一文件夹里的 ${marker}`));
    await rm(file);
    expect(await refusalOf(run(disturbed(() => writeFileSync(file, ""))))).toEqual(refused("open-in-excel", marker));
    await expectUntouched(before);
    await rm(file);
    expect((await run()).run).toBe("R00001");
  });

  it("is refused when somebody saved it between reading and writing, and theirs stays", async () => {
    const theirs = Buffer.concat([before, Buffer.from("\n")]);
    expect(await refusalOf(run(disturbed(() => writeFileSync(path, theirs))))).toEqual(
      refused("changed", "在读取之后被别人改过"),
    );
    await expectUntouched(theirs);
    expect(await readdir(join(path, "..", ".anpei", "backups")).catch(() => [])).toEqual([]);
  });
});

/** A folder on a small disk of its own where the system allows one, else undefined. */
async function smallDisk(): Promise<string | undefined> {
  const disk = join(path, "..", "disk");
  await mkdir(disk);
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=1m", "tmpfs", disk], { stdio: "ignore" });
    return disk;
  } catch {
    console.warn("skipped: only root can mount a small disk; replace-file.test.ts stands for it with an injected failure");
    return undefined;
  }
}

describe("a disk that takes nothing", () => {
  it.each([
    ["no room for the new workbook", 60],
    ["no room for a lock", 0],
  ])("%s: the old one stands whole", async (_, free) => {
    const disk = await smallDisk();
    if (disk === undefined) return;
    try {
      const file = join(disk, name);
      await writeFile(file, before);
      const filler = 1024 - Math.ceil(before.length / 4096) * 4 - free;
      await writeFile(join(disk, "别的"), Buffer.alloc(filler * 1024));
      expect(await refusalOf(run(all, file))).toEqual(refused("disk-full", "磁盘"));
      await expectUntouched(before, file);
      expect((await readdir(disk)).filter((left) => left !== ".anpei").sort()).toEqual(["别的", name].sort());
      await rm(join(disk, "别的"));
      expect((await run(all, file)).run).toBe("R00001");
      await expectUntouched(after, file);
    } finally {
      execFileSync("umount", [disk]);
    }
  });

  it("a folder that may not be written: nothing happens, and reading goes on working", async () => {
    const disk = await smallDisk();
    const readOnly = disk ?? join(path, "..");
    const file = join(readOnly, name);
    if (disk === undefined) await chmod(readOnly, 0o500);
    else {
      await writeFile(file, before);
      execFileSync("mount", ["-o", "remount,ro", disk]);
    }
    try {
      expect(await refusalOf(run(all, file))).toEqual(refused("no-access", "没有"));
      await expectUntouched(before, file);
      const preview = await perform(new XlsxHost(file), all, { ...terms, dryRun: true });
      expect(preview.changes.cells.length).toBeGreaterThan(300);
    } finally {
      if (disk === undefined) await chmod(readOnly, 0o700);
      else execFileSync("umount", [disk]);
    }
  });
});
