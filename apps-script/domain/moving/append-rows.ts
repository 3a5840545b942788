import type { Lost } from "../changes/lost";
import type { CellWrite } from "../changes/write-plan";
import { headerForm } from "../snapshot/layout";
import { type Content, contentNow, gap } from "./content";
import { RowEditor } from "./edit-rows";
import type { Block, Steps } from "./hand";
import { matchRows } from "./match-rows";
import { isMisread, mayBeMisread } from "./misread";
import { ROUNDS, restlessIn } from "./restless";
import { Sight } from "./sight";
import type { TabMemory } from "./tab-memory";

/** A new row: what goes where, by the form of the header. */
type NewRow = ReadonlyMap<string, Content>;

/**
 * Writes new rows below the last one. When people inserted rows right before that, the last rows had moved to where the
 * new ones were written: they get back what they held, and the new rows go below them.
 */
export class RowAppender {
  constructor(
    private readonly memory: TabMemory,
    private readonly lost: Lost[],
  ) {}

  *append(writes: readonly CellWrite[], seen: Sight | null): Steps<void> {
    const { memory } = this;
    let rows = this.newRows(writes);
    let now = seen ?? (yield* this.look());
    for (let round = 0; rows.length > 0; round++) {
      if (round === ROUNDS) throw restlessIn(memory.table.title);
      const top = now.lastRow + 1;
      const last = top + rows.length - 1;
      yield* memory.hand.growRows(now.gridRows, last);
      const isSure = yield* this.put(now, top, rows);
      const next = yield* this.look();
      if (!isSure && !this.isThere(next, rows)) {
        now = next;
        continue;
      }
      const inserted = next.gridRows - Math.max(now.gridRows, last);
      const [first, overwritten] = this.overwritten(now, next, inserted, top, rows.length);
      if (overwritten.length > 0) yield* this.restore(now, next, first, overwritten);
      rows = rows.slice(first - top, first - top + overwritten.length);
      now = overwritten.length > 0 ? yield* this.look() : next;
    }
    for (const { at, column, value } of writes) memory.remember(at, column, value);
    yield* this.rewriteMisread(now, writes);
  }

  /** Where formulas fill columns down to the end of the grid, they tell where the rows end. */
  private *look(): Steps<Sight> {
    const { hand, sight, table } = this.memory;
    const values = yield* hand.values();
    const formulas = sight.spills().length > 0 ? yield* hand.formulas() : null;
    return this.memory.keep(new Sight(table, values, hand, formulas));
  }

  /** Whether rows stand there that were written without an answer; they are written as one. */
  private isThere(sight: Sight, rows: readonly NewRow[]): boolean {
    const { memory } = this;
    const keys = new Set(sight.rows.map((row) => memory.keyIn((form) => sight.value(row, sight.columns.get(form) ?? -1))));
    return rows.every((row) => keys.has(memory.keyIn((form) => row.get(form)?.value ?? null)));
  }

  private newRows(writes: readonly CellWrite[]): NewRow[] {
    const rows = new Map<number, Map<string, Content>>();
    for (const { at, column, value, kind } of [...writes].sort((a, b) => a.at - b.at)) {
      const row = rows.get(at) ?? new Map<string, Content>();
      row.set(this.memory.formOf(column), this.memory.hand.contentOf(value, kind));
      rows.set(at, row);
    }
    return [...rows.values()];
  }

  private *put(sight: Sight, top: number, rows: readonly NewRow[]): Steps<boolean> {
    const names = new Map([...sight.columns].map(([form, column]) => [column, form]));
    const blocks = this.runs(sight, rows).map(([first, last]): Block => {
      const cells = rows.map((row) => {
        const line: Content[] = [];
        for (let column = first; column <= last; column++)
          line.push(row.get(names.get(column) ?? "") ?? { value: null, raw: "" });
        return line;
      });
      return { row: top, column: first, cells };
    });
    return yield* this.memory.hand.putNew(blocks);
  }

  /** Blocks of columns that leave the staff's own columns alone. */
  private runs(sight: Sight, rows: readonly NewRow[]): [number, number][] {
    const own = new Set(Object.values(this.memory.table.columns).map(({ title }) => sight.columns.get(headerForm(title))));
    const written = new Set(rows.flatMap((row) => [...row.keys()].flatMap((form) => sight.columns.get(form) ?? [])));
    const runs: [number, number][] = [];
    for (const column of [...written].sort((a, b) => a - b)) {
      const run = runs[runs.length - 1];
      if (run && gap(run[1], column).every((between) => own.has(between))) run[1] = column;
      else runs.push([column, column]);
    }
    // A row that is only half there when the script dies is found by its key and completed.
    const keys = this.memory.key.map((form) => sight.columns.get(form) ?? -1);
    const hasKey = ([first, last]: [number, number]): number => (keys.some((at) => at >= first && at <= last) ? 0 : 1);
    return runs.sort((a, b) => hasKey(a) - hasKey(b));
  }

  /** The rows that stood where the new rows were written, after so many rows had been inserted above: first row, and which. */
  private overwritten(then: Sight, next: Sight, inserted: number, top: number, count: number): [number, number[]] {
    if (inserted <= 0) return [top, []];
    const { after } = matchRows(then, next, new Set(), this.memory.key);
    const lost = then.rows.filter((row) => !after.has(row) && row + inserted >= top && row + inserted < top + count);
    return [(lost[0] ?? top) + (lost.length > 0 ? inserted : 0), lost];
  }

  private *restore(then: Sight, next: Sight, first: number, rows: readonly number[]): Steps<void> {
    const columns = [...next.columns].filter(([form]) => then.columns.has(form));
    const sorted = columns.map(([, column]) => column).sort((a, b) => a - b);
    const left = sorted[0] ?? 0;
    const right = sorted[sorted.length - 1] ?? 0;
    const names = new Map([...next.columns].map(([form, column]) => [column, form]));
    const block = rows.map((row, index) => {
      const line: Content[] = [];
      for (let column = left; column <= right; column++) {
        const was = then.columns.get(names.get(column) ?? "");
        line.push(was === undefined ? contentNow(next, first + index, column) : contentNow(then, row, was));
      }
      return line;
    });
    yield* this.memory.hand.putBlock(first, left, block);
  }

  /** Texts that their cells' formats took for something else: they are written once more, as changes to rows that are there. */
  private *rewriteMisread(seen: Sight, writes: readonly CellWrite[]): Steps<void> {
    const { memory } = this;
    let { sight, rowOf, isWhole } = this.placesOf(seen, writes);
    // A row may just have been moved past the edge of the look.
    if (!isWhole) ({ sight, rowOf } = this.placesOf(yield* this.look(), writes));
    const misread = writes.filter(({ at, column, value, kind }) => {
      const row = rowOf(at);
      const found = sight.columns.get(memory.formOf(column));
      if (kind !== "text" || row === undefined || found === undefined || !mayBeMisread(String(value))) return false;
      if (!isMisread(String(value), sight.raw(row, found))) return false;
      memory.remember(at, column, sight.value(row, found));
      return true;
    });
    yield* new RowEditor(memory, this.lost).write(misread, sight);
  }

  /** Where the new rows stand; `isWhole` when all of them are to be seen. */
  private placesOf(sight: Sight, writes: readonly CellWrite[]) {
    const { memory } = this;
    const byKey = new Map(
      sight.rows.map((row) => [memory.keyIn((form) => sight.value(row, sight.columns.get(form) ?? -1)), row] as const),
    );
    const rowOf = (at: number) => byKey.get(memory.keyIn((form) => memory.value(at, memory.columns.get(form) ?? -1)));
    return { sight, rowOf, isWhole: writes.every(({ at }) => rowOf(at) !== undefined) };
  }
}
