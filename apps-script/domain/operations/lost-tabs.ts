import type { Finding } from "../changes/finding";
import { found } from "../changes/found";
import type { Table } from "../schema/column";
import { CHANGE_PARTS, TABLES, type TableName } from "../schema/index";
import { nameOf } from "../schema/titles";
import { emptyTab, type Grids } from "../snapshot/grid";
import { lostBoard, lostBoardAdvice, lostTab, lostTabAdvice } from "../wording/workbook";
import { withLostColumns } from "./lost-columns";
import { versionOf } from "./migrate";

/**
 * Hidden tabs of the program's own that a workbook should have and has not: Excel's document check removes hidden tabs, and
 * people do who find them. So is a tab that is worked out of the others. Only of the tables that were read; the numbers of change sets are read with any of them.
 */
export function lostTabs(grids: Grids, names: readonly TableName[]): readonly Table[] {
  const { version } = versionOf(grids);
  const read: readonly Table[] = [...names.map((name) => TABLES[name]), CHANGE_PARTS];
  const isLost = ({ title, hidden, isDerived, since = 1 }: Table): boolean =>
    (hidden === true || isDerived === true) && since <= version && !grids.some((grid) => grid.title === title);
  return [...new Set(read)].filter(isLost);
}

/** The workbook with its lost tabs and columns made anew: for a preview, which writes nothing. */
export function withLost(grids: Grids, names: readonly TableName[]): Grids {
  return withLostColumns([...grids, ...lostTabs(grids, names).map(emptyTab)], names);
}

/** What staff are told of a tab that was made anew: what the program does not know any more. */
export function findingOfLost(table: Table): Finding {
  const place = { table: nameOf(table), row: null, column: null };
  const { title, isDerived } = table;
  if (isDerived) return found("W12", place, lostBoard(title), { advice: lostBoardAdvice });
  return found("W12", place, lostTab(title), { advice: lostTabAdvice(title) });
}
