import type { Lost } from "../../../apps-script/domain/changes/lost";
import type { CellWrite } from "../../../apps-script/domain/changes/write-plan";
import { Sight } from "../../../apps-script/domain/moving/sight";
import { TabMemory } from "../../../apps-script/domain/moving/tab-memory";
import { worksOf } from "../../../apps-script/domain/moving/tab-writer";
import { titlesOf } from "../../../apps-script/domain/schema/column";
import { TABLES } from "../../../apps-script/domain/schema/index";
import type { Value } from "../../../apps-script/domain/snapshot/value";
import { ApiHand } from "../../../node-sync/src/google/api-hand";
import { type Carrier, inLockstep } from "../../../node-sync/src/google/lockstep";

/** More than a function can be called with arguments. */
const PLACES = 150_000;
const titles = titlesOf(TABLES.units);

function sheetOf(cells: Value[][]): Carrier {
  return {
    values: async (hands) => new Map(hands.map((hand) => [hand, cells.map((line) => [...line])])),
    formulas: async (hands) => new Map(hands.map((hand) => [hand, []])),
    put: async (requests) => {
      for (const { updateCells } of requests) {
        const { rowIndex = 0, columnIndex = 0 } = updateCells?.start ?? {};
        updateCells?.rows?.forEach(({ values = [] }, row) => {
          values.forEach(({ userEnteredValue }, column) => {
            (cells[(rowIndex ?? 0) + row] ?? [])[(columnIndex ?? 0) + column] = userEnteredValue?.stringValue ?? null;
          });
        });
      }
      return true;
    },
  };
}

test("changes in very many places of a tab, none beside another, are all written", async () => {
  const blank = titles.map(() => null);
  const cells: Value[][] = [titles, ...Array.from({ length: PLACES }, (_, unit) => [`单位${unit}`, ...blank.slice(1)])];
  const hand = new ApiHand(TABLES.units, 1, null);
  const memory = new TabMemory(TABLES.units, hand, new Sight(TABLES.units, hand.seen(cells), hand, []));
  const columns = ["电话", "联系人"].map((title) => titles.indexOf(title));
  const write = (place: number): CellWrite => {
    const column = columns[place % 2] ?? 0;
    return { sheet: TABLES.units.title, at: place + 2, column, value: `${place}号`, kind: "text" };
  };
  const writes = Array.from({ length: PLACES }, (_, place) => write(place));
  const lost: Lost[] = [];
  await inLockstep(worksOf(memory, writes, lost), sheetOf(cells));
  expect([lost, writes.filter(({ at, column, value }) => cells[at - 1]?.[column] !== value)]).toEqual([[], []]);
});
