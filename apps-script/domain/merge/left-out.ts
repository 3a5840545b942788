import { canonicalId } from "../people/canonical";
import { isLikeId } from "../people/id-spellings";
import { titleOfColumn } from "../schema/unit-columns";
import type { Value } from "../snapshot/value";
import type { ListColumn } from "./list-header";
import type { RecognisedList } from "./sheet-lists";
import { addressOf, type TableSheet } from "./table-file";

const ID = titleOfColumn("idNumber");

/** Cells of a visible sheet with ids that no list took, in the order of the sheet. */
export interface LeftOutIds {
  readonly sheet: string;
  readonly addresses: readonly string[];
}

/**
 * People whom no list took: ids in a row that belongs to no list, or beside the columns of the lists that the row belongs to.
 * An id that some list of the file took is no second person.
 */
export function leftOutIds(sheets: readonly TableSheet[], lists: readonly RecognisedList[]): LeftOutIds[] {
  const found = sheets
    .filter(({ hidden }) => !hidden)
    .map((sheet) => ({ sheet: sheet.name, cells: uncoveredIds(sheet, lists) }))
    .filter(({ cells }) => cells.length > 0);
  if (found.length === 0) return [];
  const taken = idsIn(lists);
  return found.flatMap(({ sheet, cells }) => {
    const addresses = cells.filter(({ id }) => !taken.has(id)).map(({ address }) => address);
    return addresses.length > 0 ? [{ sheet, addresses }] : [];
  });
}

interface IdCell {
  readonly id: string;
  readonly address: string;
}

function uncoveredIds({ name, rows }: TableSheet, lists: readonly RecognisedList[]): IdCell[] {
  const covered = new Map<number, ReadonlySet<number>[]>();
  for (const { sheet, columns, rows: people, skipped } of lists) {
    if (sheet !== name) continue;
    const indexes = ownColumns(columns);
    const told = skipped.filter(({ why }) => why === "example" || why === "struck");
    for (const { at } of [...people, ...told]) covered.set(at, [...(covered.get(at) ?? []), indexes]);
  }
  return rows.flatMap(({ at, cells }) =>
    cells.flatMap((cell, index): IdCell[] => {
      const id = idIn(cell);
      const isCovered = id === null || (covered.get(at) ?? []).some((indexes) => indexes.has(index));
      return isCovered ? [] : [{ id, address: addressOf(index, at) }];
    }),
  );
}

/**
 * The columns that speak of a list's own people: those that were taken, and whatever has a header right beside them. Behind a
 * blank column, and in a second column of ids, others may stand.
 */
function ownColumns(columns: readonly ListColumn[]): ReadonlySet<number> {
  const headed = new Set(columns.map(({ index }) => index));
  const taken = columns.flatMap(({ index, title }) => (title === null ? [] : [index]));
  let [first, last] = [Math.min(...taken), Math.max(...taken)];
  while (headed.has(first - 1)) first--;
  while (headed.has(last + 1)) last++;
  return new Set(columns.flatMap(({ index, twin }) => (index < first || index > last || twin === ID ? [] : [index])));
}

function idsIn(lists: readonly RecognisedList[]): Set<string> {
  const taken = new Set<string>();
  for (const { columns, rows } of lists) {
    const indexes = [...ownColumns(columns)];
    for (const { cells } of rows) for (const index of indexes) taken.add(idIn(cells[index]) ?? "");
  }
  return taken;
}

/** Digits that an id has at least, and the characters that may stand around them. */
const [SHORTEST, LONGEST] = [15, 60];

function idIn(cell: Value | undefined): string | null {
  if (typeof cell === "number") return cell >= 1e17 && cell < 1e18 ? String(cell) : null;
  if (typeof cell !== "string" || cell.length < SHORTEST || cell.length > LONGEST) return null;
  const id = canonicalId(cell);
  return isLikeId(id) ? id : null;
}
