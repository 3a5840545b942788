import { readdir, readFile, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { LINGER_MS } from "../../../node-sync/src/workbench/life";
import { pageOfRunning } from "../../../node-sync/src/workbench/running-note";
import { LabPage, portOf, startLab, startOn } from "../../support/workbench-lab";

const notesIn = async (book: string): Promise<string[]> =>
  (await readdir(join(dirname(book), ".anpei"))).filter((name) => name.endsWith(".open"));

test("a second start opens another page of the one that runs; its key is the owner's alone and good once", async () => {
  const { book, workbench } = await startLab();
  try {
    const [name = ""] = await notesIn(book);
    const note = join(dirname(book), ".anpei", name);
    const before = await readFile(note, "utf8");
    expect((await stat(note)).mode & 0o777).toBe(0o600);
    expect(await startOn(book)).toBeNull();

    const url = await pageOfRunning(book);
    expect(portOf(url)).toBe(portOf(workbench.newPage()));
    expect((await (await LabPage.open(url)).get("")).status).toBe(200);
    expect(await readFile(note, "utf8")).not.toBe(before);

    // The old key opens nothing; a start that has it looks into the note once more.
    const asked = pageOfRunning(book);
    await expect(asked).resolves.not.toBe(url);
    expect(before).not.toContain((await LabPage.open(await pageOfRunning(book))).key);
  } finally {
    await workbench.close();
  }
});

test("what a workbench leaves that was killed is in nobody's way", async () => {
  const { book, workbench } = await startLab();
  const [name = ""] = await notesIn(book);
  await workbench.close();
  expect(await notesIn(book)).toEqual([]);
  await writeFile(join(dirname(book), ".anpei", name), JSON.stringify({ port: 1, key: "old" }));
  const next = await startOn(book);
  expect(portOf(await pageOfRunning(book))).toBe(portOf(next?.newPage() ?? ""));
  await next?.close();
});

test("it ends by its clock and takes its lock, its note and what it had fetched along", async () => {
  const due: (() => void)[] = [];
  const clock = {
    after: (milliseconds: number, work: () => void) => {
      if (milliseconds !== LINGER_MS) return () => undefined;
      due.push(work);
      return () => due.splice(due.indexOf(work), 1);
    },
  };
  const { book, workbench } = await startLab({ clock });
  const page = await LabPage.open(workbench.newPage());
  await page.upload("名单.xlsx", "x");
  const listening = await page.listen();
  expect(due).toEqual([]);
  listening.close();
  while (due.length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
  due[0]?.();
  await workbench.ended;
  expect((await readdir(join(dirname(book), ".anpei"))).filter((name) => /open|lock/.test(name))).toEqual([]);
  await expect(page.get("")).rejects.toThrow("ECONNREFUSED");
});

test("of six pages four listen, so that a browser's six connections leave two for calls; all of them keep it up", async () => {
  const { workbench } = await startLab();
  const page = await LabPage.open(workbench.newPage());
  const pages = [];
  for (let one = 0; one < 6; one++) pages.push(await page.listen());
  expect(pages.map(({ status }) => status)).toEqual([200, 200, 200, 200, 204, 204]);
  await workbench.close();
});
