import { mkdtemp, readdir, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { isLockedFile, lockFile } from "../../../node-sync/src/files/lock";
import { Turns } from "../../../node-sync/src/workbench/turns";

const place = async (): Promise<string> => join(await mkdtemp(join(tmpdir(), "anpei-turns-")), "名册.xlsx");

/** Takes the lock of a file as a write does, and counts how often it begins. */
function writing(book: string) {
  const begun: number[] = [];
  const write = async (): Promise<string> => {
    begun.push(Date.now());
    await (await lockFile(book)).release();
    return "written";
  };
  return { begun, write };
}

test("work that finds the workbook locked begins again once it is free, not at every look", async () => {
  const book = await place();
  const lock = await lockFile(book);
  const { begun, write } = writing(book);
  const written = new Turns(book).take(write);
  setTimeout(() => void lock.release(), 1_500);
  expect(await written).toBe("written");
  expect(begun).toHaveLength(2);
});

test("one after the other, in their order, also after one that fails", async () => {
  const turns = new Turns(await place());
  const done: string[] = [];
  const failed = turns.take(() => Promise.reject(new Error("no")));
  const all = ["甲", "乙", "丙"].map((name) => turns.take(async () => void done.push(name)));
  await expect(failed).rejects.toThrow("no");
  await Promise.all(all);
  expect(done).toEqual(["甲", "乙", "丙"]);
});

test("looking whether a lock is free takes nothing and leaves nothing, and sees one whose process is gone as free", async () => {
  const book = await place();
  expect(await isLockedFile(book)).toBe(false);
  expect(await readdir(dirname(book))).toEqual([]);
  const lock = await lockFile(book);
  expect(await isLockedFile(book)).toBe(true);
  await writeFile(lock.path, (await readFile(lock.path, "utf8")).replace(/"pid":\d+/, '"pid":99999999'));
  expect(await isLockedFile(book)).toBe(false);
  await lock.release();
});
