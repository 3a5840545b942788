import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import fc from "fast-check";
import { backupsOf, keepBackup, pruneBackups } from "../../../node-sync/src/files/backups";
import { replaceFile } from "../../../node-sync/src/files/replace-file";

const minute = 60_000;
const day = 24 * 60 * minute;
const start = Date.parse("2024-03-15T08:00:00Z");

let folder: string;
let path: string;
let backups: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "anpei-backups-"));
  path = join(folder, "名册.xlsx");
  backups = join(folder, "backups");
  await mkdir(backups);
  await writeFile(path, "0");
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const put = (text: string, now: number): Promise<void> => replaceFile(path, Buffer.from(text), { keepBackupsIn: backups, now });
/** What the backups hold, oldest first. */
const kept = async (file = path): Promise<string[]> =>
  Promise.all((await backupsOf(basename(file), backups)).map((backup) => readFile(backup.path, "utf8")));
const dayOf = (now: number): string => new Date(now + 8 * 60 * minute).toISOString().slice(0, 10);

/** How long after the edit before an edit is made, by a clock that may be set forwards or back. */
const pause = fc.oneof(
  fc.integer({ min: 0, max: 30 * minute }),
  fc.integer({ min: 0, max: 3 * day }),
  fc.integer({ min: -800 * day, max: 800 * day }),
  fc.constant(0),
);

test("whatever the clock does: the one just made, the last 20, and one for each of the last 30 days that had one", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(pause, { minLength: 1, maxLength: 120 }), async (pauses) => {
      await rm(backups, { recursive: true });
      await mkdir(backups);
      const made: { readonly text: string; readonly now: number }[] = [];
      let now = start;
      for (const [turn, wait] of pauses.entries()) {
        now += wait;
        const text = String(turn);
        const last = made.at(-1)?.now;
        await writeFile(path, text);
        const isDue = last === undefined || now < last || now - last >= 10 * minute;
        const backup = await keepBackup(path, backups, now);
        expect(backup !== null).toBe(isDue);
        // Names say whole seconds.
        if (isDue) made.push({ text, now: Math.floor(now / 1000) * 1000 });
        await pruneBackups(basename(path), backups);
        const left = await kept();
        const newestOfDays = new Map(made.map((one) => [dayOf(one.now), one.text]));
        const days = [...new Set(made.map((one) => dayOf(one.now)).reverse())].slice(0, 30);
        const wanted = new Set([...made.slice(-20).map((one) => one.text), ...days.map((one) => newestOfDays.get(one))]);
        expect(left).toEqual(made.flatMap((one) => (wanted.has(one.text) ? [one.text] : [])));
      }
    }),
    { numRuns: process.env.ANPEI_SOAK ? 200 : 15 },
  );
});

test("of a month with a sync an hour every day of it is left", async () => {
  for (let hour = 0; hour < 24 * 33; hour += 6) await put(String(hour), start + hour * 60 * minute);
  const days = new Set((await backupsOf("名册.xlsx", backups)).map(({ madeAt }) => dayOf(madeAt)));
  expect(days).toEqual(new Set(Array.from({ length: 30 }, (_, back) => dayOf(start + (24 * 33 - 6) * 60 * minute - back * day))));
  expect((await kept()).slice(-20)).toHaveLength(20);
});

test("edits within ten minutes of the last backup make none; the first one after does, of what stood before it", async () => {
  await put("1", start);
  for (let at = 1; at < 10; at += 1) await put(`1.${at}`, start + at * minute);
  expect(await kept()).toEqual(["0"]);
  await put("2", start + 10 * minute);
  expect(await kept()).toEqual(["0", "1.9"]);
  expect(await readFile(path, "utf8")).toBe("2");
});

test.each([
  ["ahead for a day, then set right", [0, 365 * day, 365 * day + 20 * minute, 20 * minute, 40 * minute], 5],
  ["behind, as after a flat battery", [0, -8000 * day, -8000 * day + 20 * minute, day], 4],
])("a clock that was %s stops no backup, and none is lost", async (_, moments, count) => {
  for (const [turn, moment] of moments.entries()) await put(String(turn + 1), start + moment);
  expect(await kept()).toEqual(Array.from({ length: count }, (_none, turn) => String(turn)));
});

test("backups of earlier versions come first, whenever their clocks say they were made; other files' are left alone", async () => {
  const others = ["名册-2-20200101T000000Z-0001.xlsx", "名册-20209999T000000Z-000001.xlsx", "名册-20200101T000000Z-000001.xls"];
  const earlier = Array.from({ length: 19 }, (_, at) => `名册-2031010${at % 9}T0000${10 + at}Z-0001.xlsx`);
  for (const name of [...others, ...earlier]) await writeFile(join(backups, name), "earlier");
  await put("1", start);
  await put("2", start + day);
  expect((await kept()).slice(-2)).toEqual(["0", "1"]);
  for (let turn = 3; turn < 60; turn += 1) await put(String(turn), start + turn * day);
  expect((await kept()).filter((text) => text === "earlier")).toEqual([]);
  expect((await readdir(backups)).filter((name) => others.includes(name)).sort()).toEqual([...others].sort());
});

test("the longest names have backups, each its own", async () => {
  const [one = "", other = ""] = ["甲", "乙"].map((end) => join(folder, `${"长".repeat(82)}${end}.xlsx`));
  for (const file of [one, other]) await writeFile(file, basename(file));
  for (const file of [one, other]) await replaceFile(file, Buffer.from("新"), { keepBackupsIn: backups });
  expect([await kept(one), await kept(other)]).toEqual([[basename(one)], [basename(other)]]);
});
