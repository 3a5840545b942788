import { mkdtemp, readFile, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import type { CellWrite } from "../../apps-script/domain/changes/write-plan";
import type { Host } from "../../apps-script/domain/operations/host";
import { CLERK_TABLES, ROSTER, type TableName } from "../../apps-script/domain/schema/index";
import type { Grids } from "../../apps-script/domain/snapshot/grid";
import type { Sparing } from "../../apps-script/domain/snapshot/sparing";
import { newWorkbook } from "../../node-sync/src/workbook/new-workbook";
import { BookMemory } from "../../node-sync/src/xlsx/book-memory";
import { patchWorkbook } from "../../node-sync/src/xlsx/patch/patch-workbook";
import { XlsxHost } from "../../node-sync/src/xlsx/xlsx-host";
import { describeClassByOperations } from "./class-by-operations";
import { describeHost } from "./contract";
import { describeEarlierDecisions } from "./earlier-decision";
import { xlsxLab } from "./xlsx-lab";

/** A host that holds the workbook from run to run, and looks at every reading whether the file says the same to one that does not. */
class WatchedHost extends XlsxHost {
  override async read(names?: readonly TableName[], sparing?: Sparing): Promise<Grids> {
    const held = await super.read(names, sparing);
    const fresh = await new XlsxHost(this.path).read(names, sparing);
    // Told cell by cell only where something differs: that takes as long as all the rest.
    if (!isDeepStrictEqual(held, fresh)) expect(held).toEqual(fresh);
    return held;
  }
}

const held = () => {
  const memory = new BookMemory();
  return xlsxLab((path): Host => new WatchedHost(path, memory));
};

describeHost("XlsxHost with a memory", held);
describeEarlierDecisions("XlsxHost with a memory", held);
describeClassByOperations("XlsxHost with a memory", 16, held);

describe("a workbook that is held", () => {
  let path: string;
  let memory: BookMemory;
  const host = () => new WatchedHost(path, memory);
  const rosterText = (row: number, column: number, value: string): CellWrite => {
    return { sheet: ROSTER.title, at: row, column, value, kind: "text" };
  };
  const names = async () => {
    const roster = (await host().read(CLERK_TABLES)).find(({ title }) => title === ROSTER.title);
    return roster?.rows.map(({ at, values }) => [at, values[2]]);
  };

  beforeEach(async () => {
    path = join(await mkdtemp(join(tmpdir(), "anpei-")), "名册.xlsx");
    memory = new BookMemory();
    const rows = Array.from({ length: 40 }, (_, index) => [`B2024-${10_000 + index}`, "P1", `学员${index}`]);
    await writeFile(path, await newWorkbook({ planYear: 2024, workbook: "W", extraRows: new Map([[ROSTER.title, rows]]) }));
  });

  test("is read again only in part after a write of its own, and says what it says to anybody else", async () => {
    const first = host();
    const before = await first.read(CLERK_TABLES);
    await first.write([[rosterText(3, 2, "换名"), rosterText(60, 2, "远处")]]);
    const after = await host().read(CLERK_TABLES);
    const tab = (grids: Grids, title: string) => grids.find((grid) => grid.title === title);
    expect(tab(after, "缴费")).toBe(tab(before, "缴费"));
    expect(await names()).toEqual(
      expect.arrayContaining([
        [3, "换名"],
        [60, "远处"],
      ]),
    );
  });

  test("is held with all its tabs that were read, also by others who needed fewer of them, or other ones", async () => {
    const tab = (grids: Grids, title: string) => grids.find((grid) => grid.title === title);
    const before = await host().read(["roster", "payments"]);
    await host().read(["seals", "settings"]);
    await host().read(["runs", "changeParts"]);
    const after = await host().read(["roster", "payments", "seals"]);
    for (const title of ["名册", "缴费"]) expect(tab(after, title)).toBe(tab(before, title));
  });

  test("is read anew when another program saved it, also with the old size and time", async () => {
    await host().read(CLERK_TABLES);
    const stamp = new Date("2024-03-01T00:00:00Z");
    await utimes(path, stamp, stamp);
    const cells = [{ row: 5, column: 3, value: "外面改", kind: "text" } as const];
    await writeFile(path, await patchWorkbook(await readFile(path), [{ sheet: ROSTER.title, cells }]));
    await utimes(path, stamp, stamp);
    expect(await names()).toEqual(expect.arrayContaining([[5, "外面改"]]));
  });

  test("is not written when another program saved it meanwhile, and read anew after that", async () => {
    const ours = host();
    await ours.read(CLERK_TABLES);
    const cells = [{ row: 5, column: 3, value: "外面改", kind: "text" } as const];
    await writeFile(path, await patchWorkbook(await readFile(path), [{ sheet: ROSTER.title, cells }]));
    await expect(ours.write([[rosterText(3, 2, "换名")]])).rejects.toMatchObject({ code: "changed" });
    expect(await names()).toEqual(expect.arrayContaining([[5, "外面改"]]));
    const again = host();
    await again.read(CLERK_TABLES);
    await again.write([[rosterText(3, 2, "换名")]]);
    expect(await names()).toEqual(
      expect.arrayContaining([
        [3, "换名"],
        [5, "外面改"],
      ]),
    );
  });

  test("two hosts on one memory: who read before the other wrote does not write over it", async () => {
    const [one, other] = [host(), host()];
    await one.read(CLERK_TABLES);
    await other.read(CLERK_TABLES);
    await one.write([[rosterText(3, 2, "换名")]]);
    await expect(other.write([[rosterText(4, 2, "晚了")]])).rejects.toMatchObject({ code: "changed" });
    expect(await names()).toEqual(
      expect.arrayContaining([
        [3, "换名"],
        [4, "学员2"],
      ]),
    );
  });

  test("after any writes says what a reading from scratch says", async () => {
    const value = fc.oneof(fc.string({ maxLength: 6 }), fc.constantFrom("2024-03-26", "=1+1", "0012", "", " 甲 "), fc.integer());
    const write = fc.record({
      sheet: fc.constantFrom(ROSTER.title, "缴费", "设置"),
      at: fc.integer({ min: 2, max: 50 }),
      column: fc.integer({ min: 0, max: 50 }),
      value: fc.option(value),
      kind: fc.constantFrom("text" as const, "day" as const),
    });
    const rounds = fc.array(fc.array(write, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(rounds, async (all) => {
        for (const writes of all) {
          const ours = host();
          await ours.read(["roster", "payments", "settings", "units"]);
          const kinds = writes.map((one) => (typeof one.value === "number" ? { ...one, kind: "number" as const } : one));
          await ours.write([kinds]);
        }
        await host().read(["roster", "payments", "settings", "units"]);
      }),
      { numRuns: process.env.ANPEI_SOAK ? 60 : 3 },
    );
  });
});
