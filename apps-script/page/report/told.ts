import type { ChangeSet } from "../../domain/changes/change-set";
import type { Done } from "../../domain/operations/define-operation";
import { maskAs } from "../../domain/people/masks";
import { TABLES, type Table, type TableName } from "../../domain/schema/index";
import { columnTitle, titleOf } from "../../domain/schema/titles";
import { textOf, type Value } from "../../domain/snapshot/value";
import * as say from "../wording/report";
import type { Fact, FactList, Told } from "./view";

const PEOPLE_SHOWN = 60;
const ROWS_SHOWN = 12;

/** What an operation with an input tells; `listed` are people of whom it is told elsewhere. */
export function toldOf({ said, people, isOpen = false, texts = [] }: Done, listed: ReadonlySet<string>): Told | null {
  const all = Object.entries(people).filter(([key]) => !listed.has(key));
  const isSaid = [...listed].some((key) => people[key] === said);
  if (all.length + texts.length === 0 && (said === "" || isSaid)) return null;
  return {
    said: isSaid ? "" : said,
    people: all.slice(0, PEOPLE_SHOWN).map(([key, sentence]) => ({ key, sentence })),
    more: Math.max(0, all.length - PEOPLE_SHOWN),
    isOpen,
    texts,
  };
}

/** The cells of a run, old and new, a list a row. */
export function cellLists({ cells, rows }: Pick<ChangeSet, "cells" | "rows">): FactList[] {
  const lists = new Map<string, FactList & { readonly facts: Fact[] }>();
  const add = (place: string, title: string, fact: Fact): void => {
    const list = lists.get(place) ?? { title, facts: [] };
    list.facts.push(fact);
    lists.set(place, list);
  };
  const nameOf = (table: TableName, row: string): string => (hasOwnNumbers(table) ? "" : row);
  for (const { table, row, column, before, after } of cells) {
    if (!isHidden(table, column))
      add(`${table} ${row}`, say.rowOf(titleOf(table), nameOf(table, row)), factOf(table, column, [before, after]));
  }
  for (const { table, row, values } of rows) {
    for (const [column, value] of Object.entries(values)) {
      if (!isHidden(table, column) && value !== null)
        add(`${table} + ${row}`, say.newRowOf(titleOf(table), nameOf(table, row)), factOf(table, column, [value]));
    }
  }
  const all = [...lists.values()];
  const rest = all.length - ROWS_SHOWN;
  return rest > 0 ? [...all.slice(0, ROWS_SHOWN), { title: say.moreRows(rest), facts: [] }] : all;
}

export function factOf(table: TableName, column: string, values: readonly Value[]): Fact {
  const { columns }: Table = TABLES[table];
  const shown = values.map((value) => (value === null ? say.nothingThere : maskAs(columns[column]?.personal, textOf(value))));
  return { label: columnTitle(table, column), value: shown.join(" → ") };
}

/** Whether its rows go by numbers that are for the program alone, such as those of 待办. */
function hasOwnNumbers(table: TableName): boolean {
  const { key }: Table = TABLES[table];
  return key.every((column) => isHidden(table, column));
}

export function isHidden(table: TableName, column: string): boolean {
  const { columns }: Table = TABLES[table];
  return columns[column]?.hidden === true;
}
