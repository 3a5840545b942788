import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { contextOf } from "../../../apps-script/domain/rules/context";
import { type Snapshot, snapshotOf } from "../../../apps-script/domain/snapshot/snapshot";
import { XlsxHost } from "../../../node-sync/src/xlsx/xlsx-host";
import { anpei } from "../../support/cli";
import { anpeiOnDisk, type DiskFault } from "../../support/disk-faults";
import { yearEndOffice } from "../../support/year-end-office";

const DAY = "2024-12-20";
const isSoak = process.env.ANPEI_SOAK !== undefined;

interface Places {
  readonly folder: string;
  readonly old: string;
  readonly next: string;
}

const argsOf = ({ old, next }: Places, ...more: string[]): string[] => [
  ...["init", "--from", old, "--book", next, "--json", "--today", DAY],
  ...more,
];
const bookAt = async (path: string): Promise<Snapshot> => snapshotOf(await new XlsxHost(path).read());

function emptyPlaces(): Places {
  const folder = mkdtempSync(join(tmpdir(), "anpei-next-year-"));
  return { folder, old: join(folder, "2024.xlsx"), next: join(folder, "2025.xlsx") };
}

/** The office before the first carry-over, after it, and after it with a late result, a contact and a new unit in the old book. */
const prepared = { fresh: emptyPlaces(), rolled: emptyPlaces(), late: emptyPlaces() };
beforeAll(async () => {
  const { fresh, rolled, late } = prepared;
  writeFileSync(fresh.old, await yearEndOffice());
  copyFileSync(fresh.old, rolled.old);
  expect(anpei(argsOf(rolled)).exit).toBe(0);
  copy(rolled, late);
  const desk = (...args: string[]) => anpei(["do", ...args, "--book", late.old, "--today", DAY]).exit;
  const [failed] = (await bookAt(late.old)).roster.filter(({ exam }) => exam === "不合格");
  expect(desk("exam", "--people", String(failed?.key), "--result", "合格", "--day", DAY)).toBe(0);
  expect(desk("unit", "--newUnit", "新来矿业有限公司", "--contact", "孙会计")).toBe(0);
});

function copy(from: Places, to = emptyPlaces()): Places {
  for (const one of ["old", "next"] as const) if (existsSync(from[one])) copyFileSync(from[one], to[one]);
  return to;
}

/** Both books whole, whatever happened: the old one as it was or marked, the new one whole, not there, or put aside. */
async function whole({ old, next }: Places): Promise<void> {
  const before = await bookAt(old);
  expect(before.roster).toHaveLength(15);
  const isMarked = contextOf(before, DAY).settings.carriedTo !== null;
  expect(before.cards.map(({ state }) => state).every((state) => (state === "已转出") === isMarked)).toBe(true);
  if (existsSync(next)) expect((await bookAt(next)).roster).toHaveLength(12);
}

async function areMarked({ old, next }: Places): Promise<void> {
  const [before, after] = [await bookAt(old), await bookAt(next)];
  expect(contextOf(before, DAY).settings.carriedTo).toBe(contextOf(after, DAY).settings.workbook);
}

interface Story {
  readonly name: string;
  readonly from: keyof typeof prepared;
  readonly args: readonly string[];
  /** What must hold besides, in between and at the end. */
  readonly between: (places: Places, made: Buffer | null) => Promise<void>;
  readonly end: (places: Places, made: Buffer | null) => Promise<void>;
}

const STORIES: readonly Story[] = [
  {
    name: "the first carry-over, whose next call only marks",
    from: "fresh",
    args: [],
    between: async ({ old, next }) => {
      if (contextOf(await bookAt(old), DAY).settings.carriedTo !== null) expect(existsSync(next)).toBe(true);
    },
    end: async (places, made) => {
      await areMarked(places);
      if (made !== null) expect(readFileSync(places.next).equals(made)).toBe(true);
    },
  },
  {
    name: "a second one, which takes the late result and the new unit, all or nothing",
    from: "late",
    args: [],
    between: async ({ next }) => {
      const { units, roster } = await bookAt(next);
      const isDone = units.some(({ name }) => name === "新来矿业有限公司");
      expect(roster.filter(({ stateNote }) => stateNote?.startsWith("上年补考未结束"))).toHaveLength(isDone ? 2 : 3);
    },
    end: async (places) => {
      await areMarked(places);
      expect((await bookAt(places.next)).units.map(({ name }) => name)).toContain("新来矿业有限公司");
      expect(anpei(argsOf(places)).json).toMatchObject({ again: true, run: null, findings: [] });
    },
  },
  {
    name: "the taking back",
    from: "rolled",
    args: ["--undo"],
    between: async ({ folder, next, old }) => {
      const isMarked = contextOf(await bookAt(old), DAY).settings.carriedTo !== null;
      if (!isMarked) expect(existsSync(next)).toBe(false);
      if (!existsSync(next)) expect(asidesIn(folder)).toHaveLength(1);
    },
    end: async ({ folder, next, old }) => {
      expect([existsSync(next), asidesIn(folder).length]).toEqual([false, 1]);
      expect((await bookAt(join(folder, asidesIn(folder)[0] ?? ""))).roster).toHaveLength(12);
      expect(contextOf(await bookAt(old), DAY).settings.carriedTo).toBeNull();
    },
  },
];

const asidesIn = (folder: string): string[] => readdirSync(folder).filter((name) => name.includes("已取消结转"));

/** Every change of the disk in the long run; else some of them, the last ones too, where the old book is marked. */
function momentsOf(count: number): readonly number[] {
  const all = Array.from({ length: count }, (_, at) => at + 1);
  return isSoak ? all : all.filter((at) => at % Math.ceil(count / 3) === 0 || at === count);
}

const KINDS: readonly DiskFault["kind"][] = ["kill", "full"];

test.each(STORIES.flatMap((story) => KINDS.map((kind) => [kind, story.name, story] as const)))(
  "%s at every change of the disk leaves both books whole: %s",
  async (kind, _name, { from, args, between, end }) => {
    const untroubled = copy(prepared[from]);
    const { moments } = anpeiOnDisk(argsOf(untroubled, ...args), { kind, at: 0, under: untroubled.folder });
    expect(moments).toBeGreaterThan(3);
    for (const at of momentsOf(moments)) {
      const places = copy(prepared[from]);
      anpeiOnDisk(argsOf(places, ...args), { kind, at, under: places.folder });
      await whole(places);
      const made = existsSync(places.next) ? readFileSync(places.next) : null;
      await between(places, made);
      expect({ at, exit: anpei(argsOf(places, ...args)).exit }).toEqual({ at, exit: 0 });
      await whole(places);
      await end(places, made);
    }
  },
);
