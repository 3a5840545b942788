import { execFileSync } from "node:child_process";
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fingerprintOf } from "../../../node-sync/src/files/fingerprint";
import { openElsewhere, refuseOpenElsewhere } from "../../../node-sync/src/files/open-elsewhere";
import { replaceFile } from "../../../node-sync/src/files/replace-file";
import { temporaryName } from "../../../node-sync/src/files/temporary-name";

let folder: string;
let path: string;
let backups: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "anpei-replace-"));
  path = join(folder, "名册.xlsx");
  backups = join(folder, ".anpei", "backups");
  await writeFile(path, "旧");
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const content = (file = path): Promise<string> => readFile(file, "utf8");
const put = (text: string, more: object = {}): Promise<void> =>
  replaceFile(path, Buffer.from(text), { keepBackupsIn: backups, ...more });
const refused = (code: string) => expect.objectContaining({ name: "FileRefused", code });

describe("replaceFile", () => {
  it("writes, keeps the permissions, and keeps what was there for the owner alone", async () => {
    await chmod(path, 0o640);
    await put("新");
    expect(await content()).toBe("新");
    expect((await stat(path)).mode & 0o777).toBe(0o640);
    const [backup = ""] = await readdir(backups);
    expect(backup).toMatch(/^名册-\d{8}T\d{6}Z-000001\.xlsx$/);
    expect(await content(join(backups, backup))).toBe("旧");
    expect((await stat(join(backups, backup))).mode & 0o777).toBe(0o600);
    expect((await readdir(folder)).sort()).toEqual([".anpei", "名册.xlsx"]);
  });

  it("a new file is the owner's alone", async () => {
    await rm(path);
    await put("新");
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect(await readdir(backups)).toEqual([]);
  });

  it("a full disk leaves the old file and nothing else", async () => {
    const write = async (): Promise<void> => {
      throw Object.assign(new Error("no space"), { code: "ENOSPC" });
    };
    await expect(put("新", { write })).rejects.toEqual(refused("disk-full"));
    await expect(put("新", { write })).rejects.toThrow(`磁盘已满，写不下 ${path}。请腾出空间后再试。「名册.xlsx」没有变。`);
    expect(await content()).toBe("旧");
    expect(await readdir(folder)).toEqual([".anpei", "名册.xlsx"].sort());
  });

  it("a file changed or removed since it was read is refused", async () => {
    const expected = await fingerprintOf(Buffer.from("旧"));
    expect(await fingerprintOf(path)).toEqual(expected);
    await writeFile(path, "人改的");
    await expect(put("新", { expected })).rejects.toEqual(refused("changed"));
    expect(await content()).toBe("人改的");
    await rm(path);
    await expect(put("新", { expected })).rejects.toEqual(refused("changed"));
  });

  it("removes what a killed run left, not what a running one writes", async () => {
    const mine = temporaryName();
    const dead = mine.replace(`-${process.pid}-`, "-4194303-");
    const earlier = dead.replace(".anpei-", ".名册.xlsx.anpei-");
    for (const name of [mine, dead, earlier]) await writeFile(join(folder, name), "");
    await put("新");
    expect((await readdir(folder)).sort()).toEqual([".anpei", mine, "名册.xlsx"].sort());
  });

  it("a truly full disk (a small tmpfs, where the system allows one)", async () => {
    const small = join(folder, "small");
    await mkdir(small);
    try {
      execFileSync("mount", ["-t", "tmpfs", "-o", "size=64k", "tmpfs", small], { stdio: "ignore" });
    } catch {
      console.warn("skipped a part: a small tmpfs can be mounted by root only; the injected failure above stands for it");
      return;
    }
    try {
      const file = join(small, "名册.xlsx");
      await writeFile(file, "旧");
      const big = replaceFile(file, Buffer.alloc(200_000, 1), { keepBackupsIn: join(small, "backups") });
      await expect(big).rejects.toEqual(refused("disk-full"));
      expect(await content(file)).toBe("旧");
      expect((await readdir(small)).sort()).toEqual(["backups", "名册.xlsx"]);
    } finally {
      execFileSync("umount", [small]);
    }
  });
});

describe("open in another program", () => {
  const excel = (name: string): Buffer => {
    const owner = Buffer.alloc(165, 0x20);
    owner.writeUInt16LE(name.length, 55);
    owner.write(name, 57, "utf16le");
    return owner;
  };
  it.each([
    ["~$名册.xlsx", excel("李会计"), "Excel", "李会计"],
    ["~$名册.xlsx", Buffer.alloc(0), "Excel", undefined],
    ["~$.xlsx", excel("王"), "Excel", "王"],
    [".~名册.xlsx", Buffer.alloc(3), "WPS", undefined],
    [".~lock.名册.xlsx#", Buffer.from(",wang,PC-3,15.03.2024 08:15,file:///home;"), "LibreOffice", "wang@PC-3"],
  ] as const)("%s", async (marker, bytes, program, holder) => {
    await writeFile(join(folder, marker), bytes);
    expect(await openElsewhere(path)).toEqual({ program, marker, holder });
    await expect(refuseOpenElsewhere(path)).rejects.toEqual(refused("open-in-excel"));
    await expect(refuseOpenElsewhere(path)).rejects.toThrow(`「名册.xlsx」正在 ${program} 中打开`);
  });

  it("another file's marker is not ours", async () => {
    const own = join(folder, "新名册.xlsx");
    for (const name of ["新名册.xlsx", "册.xlsx", "~$册.xlsx", "~$别的.xlsx"]) await writeFile(join(folder, name), "");
    expect(await openElsewhere(own)).toBeUndefined();
    expect(await openElsewhere(path)).toBeUndefined();
  });
});
