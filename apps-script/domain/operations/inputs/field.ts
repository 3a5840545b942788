import type { TableSheet } from "../../merge/table-file";
import type { PeopleReader } from "../../naming/people-names";
import type { TrainingClass } from "../../plan/training-class";
import type { Context } from "../../rules/context";
import type { Snapshot } from "../../snapshot/snapshot";
import * as say from "../../wording/inputs";

export type FieldKind = "people" | "class" | "unit" | "money" | "day" | "choice" | "text" | "file" | "cells";

/** A list in a file of staff's own, or a form of ours that was filled in. */
export interface GivenFile {
  readonly file: string;
  readonly sheets: readonly TableSheet[];
}

/** A cell of the workbook as an input names it, by titles and the key of its row; `before` is what stands there. */
export interface GivenCell {
  readonly table: string;
  readonly row: string;
  readonly column: string;
  readonly before: string | number | null;
  readonly after: string | number | null;
}

/** What stands in one field of an input before it is read: texts as typed, a file, or cells. */
export interface Given {
  readonly texts: readonly string[];
  readonly file: GivenFile | null;
  readonly cells: readonly GivenCell[];
}

/** What may have been meant by a text: `value` in its place means this one and no other. `told` says who or which it is. */
export interface Candidate {
  readonly given: string;
  readonly value: string;
  readonly told: string;
}

/** Why a value is not taken: what was given, and what could be. */
export interface Complaint {
  readonly given: string;
  readonly message: string;
  readonly possible: readonly string[];
  /** Where `possible` can't be written as it stands. */
  readonly candidates?: readonly Candidate[];
  /** The message where it is not the one that tells the candidates. */
  readonly brief?: string;
}

export type Answer<T> = { readonly value: T } | { readonly wrong: Complaint };

/** The workbook, as far as values name things in it. Each part is made when it is first asked for. */
export interface World {
  readonly snapshot: Snapshot;
  readonly context: Context;
  readonly people: () => PeopleReader;
  readonly classes: () => readonly TrainingClass[];
  readonly unitsLike: () => (text: string) => UnitLike;
}

/** A unit by name or alias, or those that a text is like. */
export type UnitLike = { readonly name: string } | { readonly near: readonly string[] };

/** A value is read in two steps: what the text alone tells, then what the workbook says of it. */
export type Reading<T> = { readonly meant: (world: World) => Answer<T> } | { readonly wrong: Complaint };

/** A cell as it was understood. */
export type WrittenCell = Readonly<Record<keyof GivenCell, string | number | null>>;

/** How a value goes into JSON, and back through the same reader: people as 报名编号, money in yuan. */
export type Written = string | number | null | readonly string[] | readonly WrittenCell[];

/** One field of an input: how it is shown, and how it is read. */
export interface Field<T> {
  readonly kind: FieldKind;
  readonly title: string;
  readonly note: string | null;
  readonly isRequired: boolean;
  readonly isMany: boolean;
  /** The words that may be chosen; `null` where there is no list. */
  readonly choices: readonly string[] | null;
  /** Of an empty field `texts` is empty and `file` is `null`. */
  readonly read: (given: Given) => Reading<T>;
  write(value: T): Written;
}

export const isEmpty = ({ texts, file, cells }: Given): boolean => texts.length + cells.length === 0 && file === null;

export const always = <T>(value: T): Reading<T> => ({ meant: () => ({ value }) });

/** May be left out; then it is `null`. */
export function optional<T>(field: Field<T>): Field<T | null> {
  return {
    ...field,
    isRequired: false,
    read: (given) => (isEmpty(given) ? always<T | null>(null) : field.read(given)),
    write: (value) => (value === null ? null : field.write(value)),
  };
}

/** Left out, it is the day of the operation. */
export function orToday(field: Field<string>): Field<string> {
  const today: Reading<string> = { meant: ({ context }) => ({ value: context.today }) };
  const note = field.note ?? say.todayNote;
  return { ...field, note, isRequired: false, read: (given) => (isEmpty(given) ? today : field.read(given)) };
}

/** Left out, it is this. */
export function orElse<T>(field: Field<T>, value: T): Field<T> {
  return { ...field, isRequired: false, read: (given) => (isEmpty(given) ? always(value) : field.read(given)) };
}
