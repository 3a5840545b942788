import { existsSync, mkdtempSync, writeFileSync } from "node:fs";
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

let bytes: Buffer;
beforeAll(async () => {
  bytes = await yearEndOffice();
});

function opened(): Places {
  const folder = mkdtempSync(join(tmpdir(), "anpei-next-year-"));
  const places = { folder, old: join(folder, "2024.xlsx"), next: join(folder, "2025.xlsx") };
  writeFileSync(places.old, bytes);
  return places;
}

const argsOf = ({ old, next }: Places): string[] => ["init", "--from", old, "--book", next, "--json", "--today", DAY];
const bookAt = async (path: string): Promise<Snapshot> => snapshotOf(await new XlsxHost(path).read());

/** Both books whole, whatever happened: the old one as it was or marked, the new one whole or not there. */
async function whole({ old, next }: Places): Promise<void> {
  const before = await bookAt(old);
  expect(before.roster).toHaveLength(15);
  const { carriedTo } = contextOf(before, DAY).settings;
  expect(before.cards.map(({ state }) => state)).toEqual(carriedTo === null ? [null, null] : ["已转出", "已转出"]);
  expect(carriedTo !== null && !existsSync(next)).toBe(false);
  if (existsSync(next)) expect((await bookAt(next)).roster).toHaveLength(12);
}

/** Every change of the disk in the long run; else some of them, the last ones too, where the old book is marked. */
function momentsOf(count: number): readonly number[] {
  const all = Array.from({ length: count }, (_, at) => at + 1);
  return isSoak ? all : all.filter((at) => at % Math.ceil(count / 6) === 0 || at === count);
}

test.each<DiskFault["kind"]>(["kill", "full"])(
  "at every change of the disk: %s leaves both books whole, and the next call finishes",
  async (kind) => {
    const untroubled = opened();
    const { moments } = anpeiOnDisk(argsOf(untroubled), { kind, at: 0, under: untroubled.folder });
    expect(moments).toBeGreaterThan(5);
    for (const at of momentsOf(moments)) {
      const places = opened();
      anpeiOnDisk(argsOf(places), { kind, at, under: places.folder });
      await whole(places);
      expect({ at, exit: anpei(argsOf(places)).exit }).toEqual({ at, exit: 0 });
      await whole(places);
      const [old, next] = [await bookAt(places.old), await bookAt(places.next)];
      expect(contextOf(old, DAY).settings.carriedTo).toBe(contextOf(next, DAY).settings.workbook);
    }
  },
);
