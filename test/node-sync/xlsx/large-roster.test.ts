import { mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { operationOf } from "../../../apps-script/domain/operations/operation";
import { ALL_TITLE, runAll } from "../../../apps-script/domain/rules/actions";
import { snapshotOf } from "../../../apps-script/domain/snapshot/snapshot";
import { perform } from "../../../node-sync/src/perform";
import { XlsxHost } from "../../../node-sync/src/xlsx/xlsx-host";
import { terms } from "../../support/child-run";
import { officeWorkbook } from "../../support/office-workbook";

const people = process.env.ANPEI_SOAK ? 20_000 : 1_000;

it(`a roster of ${people} people: 全部执行 runs through, and a second time changes nothing`, async () => {
  const folder = await mkdtemp(join(tmpdir(), "anpei-large-"));
  try {
    const path = join(folder, "名册.xlsx");
    await writeFile(path, await officeWorkbook(people));
    const measured = async () => {
      const start = performance.now();
      const { run, changes } = await perform(new XlsxHost(path), operationOf("all", ALL_TITLE, runAll), terms);
      const seconds = ((performance.now() - start) / 1000).toFixed(1);
      const megabytes = Math.round(process.memoryUsage().rss / 1e6);
      console.log(
        `全部执行, ${people} people: ${seconds} s, ${changes.cells.length} cells, ${megabytes} MB in memory, file ${(await stat(path)).size} bytes`,
      );
      return { run, changes };
    };
    const first = await measured();
    expect(first.run).toBe("R00001");
    expect(first.changes.cells.length).toBeGreaterThan(10 * people);
    const second = await measured();
    expect(second.run).toBeNull();
    const { roster } = snapshotOf(await new XlsxHost(path).read());
    expect(roster).toHaveLength(people);
    expect(roster.filter(({ id, progress }) => id === null || progress === null)).toEqual([]);
    expect(new Set(roster.map(({ id }) => id)).size).toBe(people);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}, 300_000);
