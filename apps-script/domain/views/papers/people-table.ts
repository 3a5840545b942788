import { type Enrolment, ROSTER } from "../../schema/roster";
import { textOf, type Value } from "../../snapshot/value";
import * as say from "../../wording/printed";
import type { Listed } from "../everybody";
import type { PaperColumn, TableBlock } from "./paper";

/** A column of a list of people, with what stands in it of each. */
export interface PersonColumn extends PaperColumn {
  /** `null` is left for handwriting. */
  readonly cell: (row: Enrolment, ordinal: number) => Value;
}

/** Least height in mm of a row in which somebody signs: 11 mm are left inside its lines. */
export const SIGNED_ROW = 12;
export const READ_ROW = 8;

/** A line a person, in the order of the list. */
export function peopleTable(columns: readonly PersonColumn[], people: readonly Listed[], rowHeight: number): TableBlock {
  return {
    kind: "table",
    columns: columns.map(({ cell: _cell, ...column }) => column),
    rows: people.map(({ row }, at) => columns.map(({ cell }) => cell(row, at + 1))),
    rowHeight,
  };
}

export const ordinal: PersonColumn = {
  title: say.ordinal,
  width: 10,
  kind: "number",
  align: "center",
  cell: (_row, at) => at,
};

type Roster = (typeof ROSTER)["columns"];
type TextColumn = { [C in keyof Roster]: Roster[C]["kind"] extends "day" | "number" ? never : C }[keyof Roster];

/** A column of 名册 that holds text or a number of signs. */
export const textColumn = (column: TextColumn, width: number): PersonColumn => ({
  title: ROSTER.columns[column].title,
  width,
  kind: "text",
  align: "left",
  cell: (row) => textOf(row[column]) || null,
});

type DayColumn = { [C in keyof Roster]: Roster[C]["kind"] extends "day" ? C : never }[keyof Roster];

export const dayColumn = (column: DayColumn, width: number): PersonColumn => ({
  title: ROSTER.columns[column].title,
  width,
  kind: "day",
  align: "center",
  cell: (row) => row[column],
});

/** Left empty to be written in. */
export const byHand = (title: string, width: number): PersonColumn => ({
  title,
  width,
  kind: "text",
  align: "left",
  cell: () => null,
});
