import type { CellChange, ChangeSet } from "../changes/change-set";
import { groupedBy } from "../snapshot/grouped-by";

/**
 * Enrolments, by 报名编号, for which a run is to decide nothing, as staff took their ticks away: what they have they keep, what
 * they lack they don't get, and everything else is decided as if no rule might touch them: a seat or a card that they would have
 * got is free for the next. What is only computed (light, money, papers, 进度, 待办) follows for them too.
 */
export type LeftOut = ReadonlySet<string>;

export const NOBODY: LeftOut = new Set();

/** What a rule decides about a person, where people see it. Everything else that it writes into 名册 is computed. */
const DECIDED: readonly string[] = ["lockedClass", "noShow", "class", "cardTakenOn", "cardBoundOn"];

/** What is decided, by enrolment: its cells of 名册. 模拟卡号 is computed, but where a card changes hands. */
export function decisionsIn({ cells }: Pick<ChangeSet, "cells">): ReadonlyMap<string, readonly CellChange[]> {
  const given = new Set(cells.flatMap(({ table, column, after }) => (isHolder(table, column) ? [after] : [])));
  const isDecided = ({ table, row, column }: CellChange): boolean =>
    table === "roster" && (DECIDED.includes(column) || (column === "card" && given.has(row)));
  return groupedBy(cells, (cell) => (isDecided(cell) ? cell.row : null));
}

const isHolder = (table: string, column: string): boolean => table === "cards" && column === "enrolment";
