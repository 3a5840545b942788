import { titleOfColumn, UNIT_COLUMNS, type UnitColumn, unitColumn } from "../schema/unit-columns";
import { textOf, type Value } from "../snapshot/value";
import { clearWord } from "../wording/exchange";
import * as say from "../wording/import";
import { formOf } from "./cell-form";
import type { Stop } from "./file-report";
import type { IncomingRow } from "./incoming";
import type { CellFate } from "./returned/merge-row";

/** One value means something only over this many people. */
const LEAST_ROWS = 3;
/** A fill that missed a row or two is still one. */
const NEARLY_ALL = 0.9;

/** What a row would do to a person who is in 名册; `null` for one who is not. New people overwrite nothing. */
type FatesOf = (row: IncomingRow) => readonly CellFate[] | null;

/** What a person must confirm before anything of a list is taken: a column that says the same of nearly everybody. */
export function oneValueQuestion(rows: readonly IncomingRow[], fatesOf: FatesOf): Stop | null {
  for (const column of UNIT_COLUMNS) {
    const doubt = unitColumn(column).alike;
    const alike = doubt === undefined ? [] : alikeIn(column, rows);
    if (alike.length < LEAST_ROWS) continue;
    const met = alike.flatMap((row) => fatesOf(row)?.filter((fate) => fate.column === column) ?? []);
    const changed = met.filter(({ end, ours }) => end === "conflict" || (end === "applied" && doubt === "own" && ours === null));
    const replaced = new Set(changed.flatMap(({ ours }) => (ours === null ? [] : [formOf(column, ours)])));
    if (changed.length < LEAST_ROWS || changed.length * 2 < met.length || (doubt === "shared" && replaced.size < 2)) continue;
    const value = textOf(writtenIn(alike[0], column));
    return { code: "I22", message: say.oneValue(titleOfColumn(column), changed.length, value), isQuestion: true };
  }
  return null;
}

/** The rows that say the same in a column, if those are nearly all that say something, and most rows do. */
function alikeIn(column: UnitColumn, rows: readonly IncomingRow[]): readonly IncomingRow[] {
  const counts = new Map<Value, number>();
  for (const row of rows) {
    const value = writtenIn(row, column);
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const filled = rows.length - (counts.get(null) ?? 0);
  counts.delete(null);
  const [most] = [...counts].filter(([, count]) => count >= LEAST_ROWS && count >= filled * NEARLY_ALL);
  return most && filled * 2 >= rows.length ? rows.filter((row) => writtenIn(row, column) === most[0]) : [];
}

function writtenIn(row: IncomingRow | undefined, column: UnitColumn): Value {
  const cell = row?.cells.get(column);
  return cell?.clears ? clearWord : (cell?.value ?? null);
}
