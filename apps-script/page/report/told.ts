import type { ChangeSet } from "../../domain/changes/change-set";
import type { Done } from "../../domain/operations/define-operation";
import { maskAs } from "../../domain/people/masks";
import type { Column } from "../../domain/schema/column";
import { TABLES, type Table, type TableName } from "../../domain/schema/index";
import { columnTitle, titleOf } from "../../domain/schema/titles";
import { textOf, type Value } from "../../domain/snapshot/value";
import * as say from "../wording/report";
import type { Fact, FactList, RowLists, Told } from "./view";
import type { Who } from "./who";

/** So many come to the page; of more there is only the count. */
const PEOPLE_TOLD = 600;
const ROWS_TOLD = 300;

/** What an operation with an input tells; `listed` are people of whom it is told elsewhere. */
export function toldOf({ said, people, isOpen = false, texts = [] }: Done, listed: ReadonlySet<string>, who: Who): Told | null {
  const all = Object.entries(people).filter(([key]) => !listed.has(key));
  const isSaid = [...listed].some((key) => people[key] === said);
  if (all.length + texts.length === 0 && (said === "" || isSaid)) return null;
  return {
    said: isSaid ? "" : said,
    people: all.slice(0, PEOPLE_TOLD).map(([key, sentence]) => ({ key, ...saidOf(key, sentence, who) })),
    more: Math.max(0, all.length - PEOPLE_TOLD),
    isOpen,
    texts,
  };
}

/** Who it is, and what is said of them; a sentence that begins with the name does not say it twice. */
function saidOf(key: string, sentence: string, who: Who): Pick<Told["people"][number], "who" | "sentence"> {
  const named = who(key);
  const name = named.slice(0, named.length - say.choiceName("", key).length);
  const rest = withoutName(withoutName(sentence, named), name);
  return { who: name !== "" && rest.includes(name) ? key : named, sentence: rest };
}

/** What is said of somebody whose name stands before it already. */
export function withoutName(sentence: string, name: string): string {
  const rest = name !== "" && sentence.startsWith(name) ? sentence.slice(name.length) : "";
  return /^[\s：，]/u.test(rest) ? rest.slice(1).trimStart() : sentence;
}

/** The cells of a run, old and new, a list a row; the first rows, and how many there are besides. */
export function cellLists({ cells, rows }: Pick<ChangeSet, "cells" | "rows">, who: Who): RowLists {
  const lists = new Map<string, FactList & { readonly facts: Fact[] }>();
  const others = new Set<string>();
  const add = (place: string, title: string, { label, value }: Fact): void => {
    const list = lists.get(place) ?? { title, facts: [] };
    list.facts.push({ label, value: who(value) });
    if (lists.size < ROWS_TOLD || lists.has(place)) lists.set(place, list);
    else others.add(place);
  };
  const nameOf = (table: TableName, row: string): string => (hasOwnNumbers(table) ? "" : who(row));
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
  return { lists: [...lists.values()], more: others.size };
}

const emptyIn = (column: Column | undefined): string =>
  column?.whenEmpty === undefined ? say.nothingThere : say.emptyMeans(column.whenEmpty);

export function factOf(table: TableName, column: string, values: readonly Value[]): Fact {
  const { columns }: Table = TABLES[table];
  const shown = values.map((value) =>
    value === null ? emptyIn(columns[column]) : maskAs(columns[column]?.personal, textOf(value)),
  );
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
