import { isTitleHint } from "../people/aliases";
import type { Table } from "../schema/column";
import { headerForm } from "./layout";
import type { Value } from "./value";

/** Rows with content among which the header is looked for: staff put a title or two above it, hardly more. */
export const HEADER_WITHIN = 10;

/** The header of a tab among its first rows. */
interface FoundHeader {
  /** Its place among the rows that were given; -1 when none of them holds anything. */
  readonly index: number;
  /** Its cells; a title that somebody decorated is spelt as in the schema. */
  readonly cells: readonly Value[];
}

/**
 * Finds the header of a table: of the first rows with content the one with the most of its titles, the upper one of equals.
 * Where no row has any it is the first one with content, and what is missing there will be said.
 *
 * @example headerOfTab(UNITS, [["单位一览"], ["*单位全称", "别名"]]) // { index: 1, cells: ["单位全称", "别名"] }
 */
export function headerOfTab(table: Table | null, rows: Iterable<readonly Value[]>): FoundHeader {
  let best: FoundHeader = { index: -1, cells: [] };
  let [most, filled, index] = [-1, 0, -1];
  for (const row of rows) {
    index++;
    if (row.every((cell) => cell === null)) continue;
    if (++filled > HEADER_WITHIN) break;
    const cells = table ? spelt(table, row) : row;
    const count = table ? titlesIn(table, cells) : 0;
    if (count > most) [best, most] = [{ index, cells }, count];
    if (table === null) break;
  }
  return best;
}

function titlesIn(table: Table, cells: readonly Value[]): number {
  const forms = new Set(cells.map(headerForm));
  return Object.values(table.columns).filter(({ title }) => forms.has(headerForm(title))).length;
}

/** A title that stands there as it is counts before a decorated one, which may be a column of staff's own. */
function spelt(table: Table, cells: readonly Value[]): readonly Value[] {
  const forms = new Set(cells.map(headerForm));
  const lacking = new Map(
    Object.values(table.columns).flatMap(({ title }) =>
      forms.has(headerForm(title)) ? [] : [[bareForm(title), title] as const],
    ),
  );
  if (lacking.size === 0) return cells;
  const known = new Set(Object.values(table.columns).map(({ title }) => headerForm(title)));
  return cells.map((cell) => (known.has(headerForm(cell)) ? cell : (lacking.get(bareForm(cell)) ?? cell)));
}

const MARKS = /[*※★☆●○◆◇■□▲△▼▽✱✔√#:"'“”‘’`。.,、;]/gu;
const BRACKETS = /[([【〔{]([^([【〔{)\]】〕}]*)[)\]】〕}]/gu;

/** The form of a title without marks and hints: `★证件号（必填）` is `证件号`. */
export function bareForm(title: Value): string {
  const form = headerForm(title);
  const bare = form.replace(BRACKETS, (all, inside: string) => (inside === "" || isTitleHint(inside) ? "" : all));
  return bare.replace(MARKS, "") || form;
}
