import type { Value } from "../../snapshot/value";
import { type PackedList, packList, unpackedSize, unpackList } from "./list";

/** What happens to a row: values about the row as a whole, and values by column, each time as many. */
export interface Line {
  readonly table: string;
  readonly row: string;
  readonly notes: readonly Value[];
  readonly cells: readonly (readonly [column: string, values: readonly Value[]])[];
}

/**
 * Lines by column, in their order: many rows share their table and columns (a shape), and the values of one column are more
 * alike than those of one row.
 */
export interface PackedLines {
  readonly columns: readonly (readonly [table: string, column: string])[];
  /** A table and places in `columns`. */
  readonly shapes: readonly (readonly [table: string, ...columns: number[]])[];
  /** The shape of each line. */
  readonly lines: PackedList;
  readonly keys: PackedList;
  readonly notes: readonly PackedList[];
  /** By column what its cells hold, in the order of the lines. */
  readonly values: readonly (readonly PackedList[])[];
}

export function packLines(lines: readonly Line[]): PackedLines {
  const columns = new Places<readonly [string, string]>();
  const shapes = new Places<readonly [string, ...number[]]>();
  const values: Value[][][] = [];
  const notes: Value[][] = [];
  const shapeOf = lines.map(({ table, notes: noted, cells }) => {
    const places = cells.map(([column, held]) => {
      const place = columns.of([table, column]);
      values[place] = withEach(values[place] ?? [], held);
      return place;
    });
    withEach(notes, noted);
    return shapes.of([table, ...places]);
  });
  return {
    columns: columns.all,
    shapes: shapes.all,
    lines: packList(shapeOf),
    keys: packList(lines.map(({ row }) => row)),
    notes: notes.map(packList),
    values: values.map((held) => held.map(packList)),
  };
}

/** How much lines will hold, in units and items, or more than `most`: a few characters may stand for millions of cells. */
export function sizeOfLines({ shapes, lines, keys, notes, values }: PackedLines, most: number): number {
  let size = 0;
  for (const list of [lines, keys, ...notes, ...values.flat()]) {
    size += unpackedSize(list, most - size);
    if (size > most) return size;
  }
  const cellsIn = (places: readonly number[]): number => places.reduce((sum, place) => sum + 1 + (values[place]?.length ?? 0), 0);
  const sizes = shapes.map(([, ...places]) => 1 + notes.length + cellsIn(places));
  for (const shape of unpackList(lines)) {
    size += sizes[Number(shape)] ?? 1;
    if (size > most) return size;
  }
  return size;
}

export function unpackLines(packed: PackedLines): Line[] {
  const keys = unpackList(packed.keys);
  const notes = packed.notes.map(unpackList);
  const values = packed.values.map((held) => held.map(unpackList));
  const taken = packed.columns.map(() => 0);
  return unpackList(packed.lines).map((shape, index): Line => {
    const [table, ...places] = packed.shapes[Number(shape)] ?? [""];
    const cells = places.map((place): Line["cells"][number] => {
      const at = taken[place] ?? 0;
      taken[place] = at + 1;
      return [packed.columns[place]?.[1] ?? "", (values[place] ?? []).map((held) => held[at] ?? null)];
    });
    return { table, row: String(keys[index]), notes: notes.map((noted) => noted[index] ?? null), cells };
  });
}

/** Puts each value behind those that stand at its place. */
function withEach(lists: Value[][], values: readonly Value[]): Value[][] {
  values.forEach((value, place) => {
    const list = lists[place];
    if (list) list.push(value);
    else lists[place] = [value];
  });
  return lists;
}

/** Different things in the order in which they first come. */
class Places<T extends readonly (string | number)[]> {
  readonly all: T[] = [];
  private readonly known = new Map<string, number>();

  of(thing: T): number {
    const name = thing.join("\n");
    const place = this.known.get(name);
    if (place !== undefined) return place;
    this.known.set(name, this.all.length);
    return this.all.push(thing) - 1;
  }
}
