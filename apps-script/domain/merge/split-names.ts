import { partOfName } from "../people/english-headers";
import { titleOfColumn } from "../schema/unit-columns";
import { presentValue, textOf, type Value } from "../snapshot/value";
import type { ListColumn } from "./list-header";
import type { TableRow } from "./table-file";

/** Names in two columns, 姓 and 名, which are read as one. */

const NAME = titleOfColumn("name");

/** A column of a header before it is known which of several with one meaning is taken. */
interface NamedColumn {
  readonly index: number;
  readonly header: string;
  readonly title: string | null;
  readonly given?: number;
}

/** The header's columns with each 姓 and the 名 beside it as one column of names, unless another one holds whole names. */
export function withWholeNames<C extends NamedColumn>(columns: readonly C[], lowest: (column: C) => string): readonly C[] {
  const parts = columns.map((column) => partOfName(lowest(column)));
  if (!parts.includes("surname") || columns.some(({ title }, place) => title === NAME && parts[place] === null)) return columns;
  const pairs = new Map<number, number>();
  parts.forEach((part, place) => {
    if (part !== "surname") return;
    const given = [place + 1, place - 1].find((other) => parts[other] === "given" && ![...pairs.values()].includes(other));
    if (given !== undefined) pairs.set(place, given);
  });
  const givens = new Set(pairs.values());
  return columns.flatMap((column, place) => {
    const given = columns[pairs.get(place) ?? -1];
    if (givens.has(place)) return [];
    return given ? [{ ...column, title: NAME, header: `${column.header} ${given.header}`, given: given.index }] : [column];
  });
}

/** The same for a header 姓名 over two columns without a word for each, where the people below have a 姓 in one and a 名 in the other. */
export function withNamesBeside(columns: readonly ListColumn[], people: readonly TableRow[]): readonly ListColumn[] {
  return columns.map((column) => {
    const [next] = column.beside;
    if (column.title !== NAME || column.given !== undefined || next === undefined) return column;
    const names = people
      .map(({ cells }) => [wordIn(cells[column.index]), wordIn(cells[next])] as const)
      .filter(([surname]) => surname !== "");
    const single = names.filter(([surname]) => [...surname].length === 1).length;
    const areParts = names.every(
      ([surname, given]) => /^\p{Script=Han}{1,2}$/u.test(surname) && /^\p{Script=Han}{1,3}$/u.test(given),
    );
    return areParts && single * 2 > names.length ? { ...column, given: next } : column;
  });
}

/** A row with whole names where its header has them in two columns; of a name struck out in part the rest. */
export function withJoinedNames(row: TableRow, columns: readonly ListColumn[]): TableRow {
  const split = columns.filter(({ given }) => given !== undefined);
  if (split.length === 0) return row;
  const cells = [...row.cells];
  const struck = new Set(row.struck);
  for (const { index, given = index } of split) {
    const left = [index, given].filter((part) => !struck.has(part));
    const [one, other] = (left.length > 0 ? left : [index, given]).map((part) => row.cells[part]);
    cells[index] = joined(one, other);
    cells[given] = null;
    if (left.length > 0) struck.delete(index);
  }
  return { ...row, cells: Array.from(cells, (cell) => cell ?? null), ...(row.struck ? { struck: [...struck] } : {}) };
}

const wordIn = (cell: Value | undefined): string => textOf(presentValue(cell)).replace(/\s+/gu, "");

/** Words of letters stay apart, characters stand together. */
function joined(surname: Value | undefined, given: Value | undefined): Value {
  const [one, other] = [textOf(presentValue(surname)), textOf(presentValue(given))];
  const between = /[a-z]$/iu.test(one) && /^[a-z]/iu.test(other) ? " " : "";
  return presentValue(`${one}${between}${other}`);
}
