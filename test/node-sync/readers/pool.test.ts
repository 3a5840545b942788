import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath, pathToFileURL } from "node:url";
import { exportFiles } from "../../../node-sync/src/exchange/export/export-files";
import { isRunning } from "../../../node-sync/src/files/process-state";
import { type ReaderLimits, readerLimits } from "../../../node-sync/src/readers/limits";
import type { Question } from "../../../node-sync/src/readers/messages";
import { ReaderPool } from "../../../node-sync/src/readers/pool";
import type { Outcome } from "../../../node-sync/src/readers/reader";
import { refusalOf } from "../../../node-sync/src/readers/refusal-of";
import { runTask } from "../../../node-sync/src/readers/tasks";
import { XlsxHost } from "../../../node-sync/src/xlsx/xlsx-host";
import { PackageEditor } from "../../support/package-editor";
import { builtReader, misbehavingReader } from "../../support/reader-program";
import { SENT_UNITS, sentOffice } from "../../support/sent-office";

const [UNIT] = SENT_UNITS;
/** A comment to one reader, a cell to the other. */
const ODD = '<!--<c r="X4"><v>5</v></c>-->';
const LIST = "姓名,证件号\n甲,1\n";
const terms = { today: "2024-03-12", head: { time: "2024-03-12T08:00:00+08:00", clerk: "前台", source: "命令行" } } as const;

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "anpei-readers-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function readBy(pool: ReaderPool, paths: readonly string[]): Promise<Outcome[]> {
  try {
    return await Promise.all(paths.map((path) => pool.ask(questionOf(path))));
  } finally {
    pool.rest();
  }
}

function questionOf(path: string): Question<"incoming"> {
  return { task: "incoming", given: [{ path, isNamed: true }, true], label: basename(path) };
}

async function readHere(path: string): Promise<Outcome> {
  const { task, given, label } = questionOf(path);
  return runTask(task, given).then(
    (value) => ({ value }),
    (error: unknown) => ({ refused: refusalOf(error, label) }),
  );
}

test("a process reads each file as it is read here", async () => {
  const book = join(folder, "book.xlsx");
  writeFileSync(book, await sentOffice());
  await exportFiles(new XlsxHost(book), terms, { out: folder, units: [UNIT] });
  const sent = readFileSync(join(folder, `${UNIT}.xlsx`));
  const editor = await PackageEditor.of(sent);
  editor.edit("xl/worksheets/sheet1.xml", (xml) => xml.replace(/<row r="4"[^>]*>/, `$&${ODD}`));
  const kinds = [await editor.pack(), LIST, "", sent, "\0\x01\x02"];
  const paths = kinds.map((_, place) => join(folder, `${place}.xlsx`));
  for (const [place, bytes] of kinds.entries()) writeFileSync(paths[place] ?? "", bytes);
  const all = [...paths, join(folder, "没有.xlsx"), ...paths];
  const read = await readBy(new ReaderPool(builtReader, readerLimits), all);
  expect(read).toEqual(await Promise.all(all.map(readHere)));
  const codes = read.map((outcome) => ("refused" in outcome ? outcome.refused.code : Object.keys(outcome)[0]));
  const five = ["review", "value", "empty", "value", "not-xlsx"];
  expect(codes).toEqual([...five, "missing", ...five]);
});

const small: ReaderLimits = {
  ...readerLimits,
  heapMegabytes: 96,
  memoryBytes: 400 * 1024 * 1024,
  cpuMs: 2_000,
  idleMs: 6_000,
};

/** Seen from outside, which only Linux allows, or told by themselves. */
const WATCHES = process.platform === "linux" ? [true, false] : [false];

test("a file that ends its process costs nothing else, however processes are watched", async () => {
  const expected = { 挂起: "hang", 睡着: "hang", 堆满: "memory", 缓冲: "memory", 退出: "died", 被杀: "died", 一次: "read" };
  const endsOf = async (isSeen: boolean): Promise<string[]> => {
    const bad = Object.keys(expected).map((name) => join(folder, `${name}-${isSeen}.csv`));
    const good = bad.map((_, place) => join(folder, `名单${place}.csv`));
    for (const path of [...bad, ...good]) writeFileSync(path, LIST);
    const mixed = bad.flatMap((path, place) => [path, good[place] ?? ""]);
    const read = await readBy(new ReaderPool(misbehavingReader(folder), small, isSeen), mixed);
    return read.map((outcome) => ("ended" in outcome ? outcome.ended : "value" in outcome ? "read" : outcome.refused.code));
  };
  const ends = Object.values(expected).flatMap((end) => [end, "read"]);
  expect(await Promise.all(WATCHES.map(endsOf))).toEqual(WATCHES.map(() => ends));
});

test.each([
  ["is not there", null],
  ["ends at once", "process.exit(0);"],
  ["can't be understood", "import 'no such thing';"],
])("a program that %s is said to be so, and asked no more", async (_what, source) => {
  const program = join(folder, "broken.mjs");
  if (source === null) rmSync(program, { force: true });
  else writeFileSync(program, source);
  const pool = new ReaderPool(pathToFileURL(program), small);
  expect(await readBy(pool, [join(folder, "a.csv"), join(folder, "b.csv")])).toEqual([
    { ended: "unstarted" },
    { ended: "unstarted" },
  ]);
});

test("a process that hangs does not outlive the one that asked", async () => {
  const asker = join(folder, "asker.mjs");
  const program = JSON.stringify(fileURLToPath(misbehavingReader(folder)));
  writeFileSync(
    asker,
    `import { fork } from "node:child_process";
const child = fork(${program}, [], { serialization: "advanced" });
child.once("message", () => child.send([{ task: "table", given: ["a.csv"], label: "挂起.csv" }], () => console.log(child.pid)));`,
  );
  const parent = spawn(process.execPath, [asker], { stdio: ["ignore", "pipe", "inherit"] });
  const [said] = (await once(parent.stdout, "data")) as [Buffer];
  const reader = Number(said.toString());
  expect(isRunning(reader)).toBe(true);
  // Long enough for the thread beside it to begin.
  await pause(2_000);
  parent.kill("SIGKILL");
  const deadline = Date.now() + 60_000;
  while (isRunning(reader) && Date.now() < deadline) await pause(100);
  expect(isRunning(reader)).toBe(false);
});
