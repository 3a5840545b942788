import { mkdtemp, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkIn } from "../../apps-script/domain/operations/desk/check-in";
import { ROSTER } from "../../apps-script/domain/schema/index";
import { snapshotOf } from "../../apps-script/domain/snapshot/snapshot";
import { perform } from "../../node-sync/src/perform";
import { newWorkbook } from "../../node-sync/src/workbook/new-workbook";
import { BookMemory } from "../../node-sync/src/xlsx/book-memory";
import { XlsxHost } from "../../node-sync/src/xlsx/xlsx-host";

const MOST_BYTES = 600;
const PEOPLE = 40;
const head = { time: "2024-03-26T09:00:00+08:00", clerk: "演示", source: "命令行" } as const;
const keyOf = (index: number): string => `B2024-${String(index + 1).padStart(5, "0")}`;

/** In the order of the columns of 名册. */
function cellsOf(row: Readonly<Record<string, string>>): (string | null)[] {
  return Object.keys(ROSTER.columns).map((column) => row[column] ?? null);
}

test("one check-in after the other makes the file grow by a few hundred bytes each, and none by more with the next", async () => {
  const path = join(await mkdtemp(join(tmpdir(), "anpei-")), "名册.xlsx");
  const people = Array.from({ length: PEOPLE }, (_, index) =>
    cellsOf({
      id: keyOf(index),
      person: `P${String(index + 1).padStart(5, "0")}`,
      name: `学员${index}`,
      unit: `示例第${index % 5}矿`,
      mobile: `1990000${String(index).padStart(4, "0")}`,
      kind: "再培训",
      validUntil: "2024-06-20",
      booking: "通过",
      bookedClass: "再培训班第二期",
    }),
  );
  await writeFile(path, await newWorkbook({ planYear: 2024, workbook: "W", extraRows: new Map([[ROSTER.title, people]]) }));
  const memory = new BookMemory();
  const sizes: number[] = [];
  for (let index = 0; index < PEOPLE; index++) {
    const operation = checkIn.bind({ people: keyOf(index), papers: "全部", method: "现金", reason: "本人来了" });
    if ("problems" in operation) throw new Error("the input cannot be read");
    const { applied } = await perform(new XlsxHost(path, memory), operation, { today: "2024-03-26", head });
    expect(applied).toBe(true);
    sizes.push((await stat(path)).size);
  }
  // The first ones bring the sheets into pieces, and rows whose texts come for the first time.
  const [from = 0, middle = 0, to = 0] = [sizes[9], sizes[24], sizes[39]];
  expect((to - from) / 30).toBeLessThanOrEqual(MOST_BYTES);
  expect((to - middle) / 15).toBeLessThanOrEqual(1.2 * ((middle - from) / 15) + 50);
  const { payments, roster } = snapshotOf(await new XlsxHost(path).read(["payments", "roster"]), ["payments", "roster"]);
  expect([payments.length, roster.filter(({ reportedInOn }) => reportedInOn !== null).length]).toEqual([PEOPLE, PEOPLE]);
});
