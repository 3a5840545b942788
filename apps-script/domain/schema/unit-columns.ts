import type { Value } from "../snapshot/value";
import type { Column } from "./column";
import { ROSTER } from "./roster";

type Roster = (typeof ROSTER)["columns"];

/** The columns of 名册 that a unit's file may fill: the schema says `owner: "unit"`. */
export type UnitColumn = { [C in keyof Roster]: Roster[C]["owner"] extends "unit" ? C : never }[keyof Roster];
export type UnitValues = { readonly [C in UnitColumn]: Value };

/** In the order of the tab. */
export const UNIT_COLUMNS = (Object.keys(ROSTER.columns) as UnitColumn[]).filter((name) => ROSTER.columns[name].owner === "unit");

/** The schema's entry of a unit column, with all that an entry may say. */
export const unitColumn = (column: UnitColumn): Column => ROSTER.columns[column];

export const titleOfColumn = (column: UnitColumn): string => ROSTER.columns[column].title;

/** Lists often have this column; it is known, so that it is not taken for something else, and never taken. */
export const CLASS_TITLE = ROSTER.columns.class.title;

const BY_TITLE: ReadonlyMap<string, UnitColumn> = new Map(UNIT_COLUMNS.map((column) => [titleOfColumn(column), column]));

/** The unit column with this title; `null` for `CLASS_TITLE` and anything else that is not taken from a unit. */
export function unitColumnTitled(title: string): UnitColumn | null {
  return BY_TITLE.get(title) ?? null;
}

/** What a unit has said that has said nothing. */
export const NOTHING_SAID = Object.fromEntries(UNIT_COLUMNS.map((column) => [column, null])) as unknown as UnitValues;
