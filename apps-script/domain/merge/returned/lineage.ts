import { UNIT_COLUMNS, type UnitValues } from "../../schema/unit-columns";
import type { SameValue } from "../three-way";
import type { Agreed, BaseBook } from "./base-book";
import { enrolmentOf, type MarkedRow, type ReadMark } from "./row-identity";

/** Where the generations of a file are looked for. */
export interface Line {
  readonly bases: BaseBook;
  readonly exchange: string;
  readonly markOf: ReadMark;
  readonly same: SameValue;
}

/** What a file is merged against. */
export interface Lineage {
  readonly generation: number | null;
  baseOf(enrolment: string): Agreed | null;
  /** Cells that say what was sent although the last file taken back said otherwise. */
  readonly reverted: number;
}

/**
 * A file of a generation that came back before is either the same copy, worked on since, or another copy of what was sent.
 * It is the former when it holds anything that only the earlier file said; then that one is its base. A file whose generation
 * is not known, or whose base is gone, has none: nothing tells its copies apart, and another lost file's values are not what
 * this one started from.
 */
export function lineageOf(
  rows: readonly MarkedRow[],
  { bases, exchange, markOf, same }: Line,
  generation: number | null,
): Lineage {
  const sentOf = (enrolment: string): Agreed | null =>
    generation === null ? null : bases.agreed(exchange, generation, enrolment);
  const takenOf = (enrolment: string): Agreed | null =>
    generation === null ? null : bases.takenBack(exchange, generation, enrolment);
  let continued = 0;
  let reverted = 0;
  for (const marked of rows) {
    const { row } = marked;
    const enrolment = enrolmentOf(marked, exchange, markOf);
    const sent = enrolment === null ? null : sentOf(enrolment);
    const taken = enrolment === null ? null : takenOf(enrolment);
    if (!sent || !taken) continue;
    UNIT_COLUMNS.forEach((column, place) => {
      const theirs = row.cells.get(column);
      const [before, after] = [sent.values[column], taken.values[column]];
      if (!theirs || same(before, after, place)) return;
      const value = theirs.clears ? null : theirs.value;
      if (same(value, after, place)) continued++;
      else if (same(value, before, place)) reverted++;
    });
  }
  const isContinued = continued > 0;
  return {
    generation,
    reverted: isContinued ? 0 : reverted,
    baseOf: (enrolment) => {
      const [sent, taken] = [sentOf(enrolment), takenOf(enrolment)];
      if (!isContinued || !taken || !sent) return sent ?? taken;
      return { ...taken, shown: sent.shown };
    },
  };
}

/** The generation whose values a file without any mark but its row ids is nearest to; the newest of several. */
export function nearestGeneration(rows: readonly MarkedRow[], { bases, exchange, markOf, same }: Line): number | null {
  const people = rows.flatMap((marked) => {
    const enrolment = enrolmentOf(marked, exchange, markOf);
    return enrolment === null ? [] : [{ row: marked.row, enrolment }];
  });
  let nearest: { readonly generation: number; readonly distance: number } | null = null;
  for (const generation of bases.sentGenerations(exchange)) {
    let distance = 0;
    for (const { row, enrolment } of people)
      distance += differences(row.cells, bases.agreed(exchange, generation, enrolment)?.values, same);
    if (!nearest || distance <= nearest.distance) nearest = { generation, distance };
  }
  return nearest?.generation ?? null;
}

function differences(cells: MarkedRow["row"]["cells"], values: UnitValues | undefined, same: SameValue): number {
  return UNIT_COLUMNS.filter((column, place) => {
    const cell = cells.get(column);
    return cell !== undefined && (values === undefined || !same(cell.value, values[column], place));
  }).length;
}
