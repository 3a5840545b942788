import { mkdir, mkdtemp, readdir, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import type { GridRow } from "../../../apps-script/domain/snapshot/grid";
import { idOf } from "../../domain/merge/lists";
import { anpei } from "../../support/cli";
import { anpeiOnDisk, type DiskFault } from "../../support/disk-faults";
import { AT, csvList, SyncOffice, unitAt } from "../../support/sync-office";

const isSoak = process.env.ANPEI_SOAK !== undefined;

/** What a command writes besides its runs: in the folder of replies and unit files, and among the files that are done. */
interface Changed {
  readonly runs: readonly string[];
  readonly done: readonly string[];
  readonly out: readonly string[];
}

interface Doc {
  readonly error?: { readonly code: string };
  readonly stopped?: { readonly code: string; readonly message: string };
}

/** A command, an office that is ready for it, and what its JSON document says was done. */
interface Story {
  readonly args: (office: SyncOffice) => string[];
  readonly told: (doc: Doc) => Changed;
}

interface SyncDoc extends Doc {
  readonly imports: { readonly run: string | null; readonly files: readonly { readonly moved?: string | null }[] };
  readonly actions: { readonly run: string | null };
  readonly exports: ExportDoc & { readonly replies: readonly { readonly reply: string }[] };
}

interface ExportDoc extends Doc {
  readonly run: string | null;
  readonly files: readonly { readonly file: string; readonly setAside: string | null }[];
  readonly putAside?: readonly { readonly file: string; readonly setAside: string }[];
}

interface ImportDoc extends Doc {
  readonly run: string | null;
  readonly files: readonly { readonly reply?: string | null }[];
}

const present = (names: readonly (string | null | undefined)[]): string[] =>
  [...new Set(names.flatMap((name) => name ?? []))].sort();
const sentOut = ({ files, putAside = [] }: ExportDoc): (string | null)[] => [
  ...files.flatMap(({ file, setAside }) => [file, setAside]),
  ...putAside.map(({ setAside }) => setAside),
];
const CALL = ["--today", "2024-03-12", "--json"];

const STORIES: Readonly<Record<"sync" | "import" | "export", Story>> = {
  sync: {
    args: ({ book, inbox, outbox }) => ["sync", "--book", book, "--inbox", inbox, "--outbox", outbox, "--no-verify", ...CALL],
    told: (doc) => {
      const { imports, actions, exports } = doc as SyncDoc;
      return {
        runs: present([imports.run, actions.run, exports.run]),
        done: present(imports.files.map(({ moved }) => moved && basename(moved))),
        out: present([...sentOut(exports), ...exports.replies.map(({ reply }) => basename(reply))]),
      };
    },
  },
  import: {
    args: ({ book, folder, outbox }) =>
      ["import", join(folder, "来件"), join(folder, "来件", "又一家")].concat([
        "--book",
        book,
        "--replies",
        outbox,
        "--no-verify",
        ...CALL,
      ]),
    told: (doc) => {
      const { run, files } = doc as ImportDoc;
      return { runs: present([run]), done: [], out: present(files.map(({ reply }) => reply && basename(reply))) };
    },
  },
  export: {
    args: ({ book, outbox }) => ["export", "--book", book, "--out", outbox, ...CALL],
    told: (doc) => ({ runs: present([(doc as ExportDoc).run]), done: [], out: present(sentOut(doc as ExportDoc)) }),
  },
};

let ready: SyncOffice;
let turn = 0;
beforeAll(async () => {
  ready = await SyncOffice.open(3);
  await ready.sync();
  const returned = await ready.typed([
    [3, AT.note, "夜班"],
    [4, AT.mobile, "#N/A"],
  ]);
  const list = (serial: number): string =>
    csvList(unitAt(1), [
      [`外来${"一二三"[serial]}`, idOf(900 + serial)],
      ["没证件", ""],
    ]);
  await ready.arrive(`${unitAt(0)}.xlsx`, returned);
  await ready.arrive("名单.csv", list(0));
  await ready.arrive("通知.docx", "PK");
  const incoming = join(ready.folder, "来件");
  await mkdir(join(incoming, "又一家"), { recursive: true });
  await writeFile(join(incoming, "发回.xlsx"), returned);
  await writeFile(join(incoming, "名单.csv"), list(1));
  await writeFile(join(incoming, "又一家", "名单.csv"), list(2));
  await writeFile(join(incoming, "又一家", "又发回.xlsx"), await ready.typed([[5, AT.mobile, "#REF!"]]));
  // A file of ours that somebody typed into, and that is to be written anew.
  await ready.staffType("名册", 7, "手机号", "19911113333");
  await writeFile(
    join(ready.outbox, `${unitAt(2)}.xlsx`),
    await ready.typed([[3, AT.note, "在发件里写的"]], `${unitAt(2)}.xlsx`),
  );
}, 120_000);
afterAll(() => ready.close());

function freshOffice(): Promise<SyncOffice> {
  turn += 1;
  return ready.copyTo(`${ready.folder}-${turn}`);
}

interface OnDisk {
  readonly runs: readonly string[];
  readonly done: readonly string[];
  readonly out: ReadonlyMap<string, string>;
}

async function onDisk(office: SyncOffice): Promise<OnDisk> {
  const out = new Map<string, string>();
  for (const name of await office.names("发件"))
    if (!name.startsWith(".")) out.set(name, (await readFile(join(office.outbox, name))).toString("base64"));
  const { runs } = await office.snapshot();
  return { runs: runs.map(({ key }) => key), done: await office.names("收件/已处理"), out };
}

function changesBetween(before: OnDisk, after: OnDisk): Changed {
  const isNew = (known: readonly string[]) => (name: string) => !known.includes(name);
  return {
    runs: after.runs.filter(isNew(before.runs)),
    done: after.done.filter(isNew(before.done)),
    out: [...after.out].flatMap(([name, bytes]) => (before.out.get(name) === bytes ? [] : [name])).sort(),
  };
}

/**
 * Everything, but for the moments at which it was done, and what they decide: a file that went out a second after one came in is
 * out, on 看板 and in what the run that sent it wrote there.
 */
async function stateOf(office: SyncOffice): Promise<unknown> {
  const { book, ...files } = await office.state();
  const grids = book.filter(({ title }) => title !== "看板").map((grid) => ({ ...grid, rows: grid.rows.map(withoutCounts) }));
  const text = JSON.stringify({ grids, ...files });
  return JSON.parse(text.replace(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[^"\\]*/gu, "moment"));
}

/** A row of 操作记录 without how much a sending wrote, of `_改动` without what. */
function withoutCounts({ at, values }: GridRow): unknown {
  const isSending = values.includes("导出单位文件");
  const isSent = values.some((value) => String(value).includes('"action":"export"'));
  return { at, values: isSending ? values.filter((value) => typeof value !== "number") : isSent ? values.slice(0, 2) : values };
}

interface Undisturbed {
  readonly moments: number;
  readonly state: unknown;
  readonly changed: Changed;
}

type Part = "whole office" | "outbox";
const placeOf = (office: SyncOffice, part: Part): string => (part === "outbox" ? office.outbox : office.folder);
const known = new Map<string, Promise<Undisturbed>>();

function undisturbed(name: keyof typeof STORIES, part: Part): Promise<Undisturbed> {
  const key = `${name} ${part}`;
  const one = known.get(key) ?? playedOut(STORIES[name], part);
  known.set(key, one);
  return one;
}

async function playedOut(story: Story, part: Part): Promise<Undisturbed> {
  const office = await freshOffice();
  const before = await onDisk(office);
  const { exit, out, moments } = anpeiOnDisk(story.args(office), { kind: "full", at: 0, under: placeOf(office, part) });
  expect([0, 4]).toContain(exit);
  const changed = changesBetween(before, await onDisk(office));
  expect(story.told(JSON.parse(out) as Doc)).toEqual(changed);
  const state = await stateOf(office);
  await office.close();
  return { moments, state, changed };
}

/** Many more in the soak, which is to end within the hour. */
const THOROUGH = isSoak ? 16 : 1;

/** Some moments, spread over all of them and never the same for long; every one where there are few. */
function momentsOf(count: number, some: number): number[] {
  const wanted = some * THOROUGH;
  if (count <= wanted) return Array.from({ length: count }, (_, index) => index + 1);
  const step = count / wanted;
  return Array.from({ length: wanted }, (_, index) => 1 + Math.floor((index + Math.random()) * step));
}

const ALL_FAULTS: readonly (readonly [keyof typeof STORIES, DiskFault["kind"], Part, number])[] = [
  ["sync", "full", "whole office", 1],
  ["import", "read-only", "outbox", 1],
  ["export", "full", "outbox", 1],
  ["sync", "read-only", "whole office", 1],
  ["sync", "read-only", "outbox", 1],
  ["import", "full", "whole office", 1],
];
/** The first of each command, without the soak. */
const FAULTS = isSoak ? ALL_FAULTS : ALL_FAULTS.slice(0, 3);

it.each(FAULTS)(
  "%s on a disk that becomes %s (%s) says what is on the disk, and is finished by the next",
  async (name, kind, part, some) => {
    const story = STORIES[name];
    const whole = await undisturbed(name, part);
    const exits = new Set<number | null>();
    for (const at of momentsOf(whole.moments, some)) {
      const office = await freshOffice();
      const before = await onDisk(office);
      const { exit, out } = anpeiOnDisk(story.args(office), { kind, at, under: placeOf(office, part) });
      const doc = JSON.parse(out) as Doc;
      const changed = changesBetween(before, await onDisk(office));
      const isWritten = Object.values(changed).some((some: readonly string[]) => some.length > 0);
      exits.add(exit);
      // What comes after the last thing done (a lock, an old backup) fails nobody.
      const isWhole = exit === 0 || exit === 4;
      const found = {
        at,
        isStopped: doc.stopped !== undefined,
        exit,
        said: doc.error ? { runs: [], done: [], out: [] } : story.told(doc),
      };
      const right = {
        at,
        isStopped: !isWhole && isWritten,
        exit: isWhole ? exit : isWritten ? 5 : 3,
      };
      expect(found).toEqual({ ...right, said: isWhole ? whole.changed : changed });
      if (isWhole) expect(changed).toEqual(whole.changed);
      expect([0, 4]).toContain(anpei(story.args(office)).exit);
      expect(await stateOf(office)).toEqual(whole.state);
      await office.close();
    }
    if (isSoak) expect([...exits]).toEqual(expect.arrayContaining([5]));
    console.log(`${name}, ${kind}: ${whole.moments} changes, exits ${[...exits].join(" ")}`);
  },
  3_600_000,
);

it.each([
  ["import", 1],
  ["export", 1],
] as const)(
  "%s killed at any change is finished by the next, which ends where an undisturbed one does",
  async (name, some) => {
    const story = STORIES[name];
    const whole = await undisturbed(name, "whole office");
    for (const at of momentsOf(whole.moments, some)) {
      const office = await freshOffice();
      const { folder } = office;
      expect(anpeiOnDisk(story.args(office), { kind: "kill", at, under: folder })).toMatchObject({ isKilled: true });
      // In the soak the one that makes it good is killed as well.
      if (isSoak && at % 2 === 0) anpeiOnDisk(story.args(office), { kind: "kill", at: Math.ceil(at / 2), under: folder });
      expect([0, 4]).toContain(anpei(story.args(office)).exit);
      expect({ at, state: await stateOf(office) }).toEqual({ at, state: whole.state });
      expect((await readdir(join(folder, ".anpei"))).filter((one) => !one.includes(".claim-"))).toEqual(["backups"]);
      await office.close();
    }
  },
  3_600_000,
);

it("finds no disk below a folder that nothing is written to", async () => {
  const office = await freshOffice();
  const elsewhere = await mkdtemp(join(tmpdir(), "anpei-elsewhere-"));
  const { exit, moments } = anpeiOnDisk(STORIES.export.args(office), { kind: "full", at: 1, under: elsewhere });
  expect([exit, moments]).toEqual([0, 0]);
  await office.close();
});
