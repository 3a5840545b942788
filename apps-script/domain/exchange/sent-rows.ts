import type { Day } from "../days/civil-day";
import { readCell } from "../merge/read-cell";
import { readDocument } from "../people/documents";
import { KIND } from "../schema/allowed";
import { type Column, longestOf, ROSTER } from "../schema/index";
import { UNIT_COLUMNS, type UnitColumn, unitColumn } from "../schema/unit-columns";
import { cutTo, isLonger } from "../snapshot/text-length";
import { textOf, type Value } from "../snapshot/value";
import { joinedForUnit, type UnitSentence } from "../wording/audience";
import * as say from "../wording/export";
import { CLASS_COLUMN_NAMES, CLASS_COLUMNS, type ClassColumn } from "./sent-class";

/** What the centre tells a unit about each of its people; units can't change these. */
const TOLD_COLUMNS = ["light", "missingPapers", "feeDue", "feeState", "progress"] as const;
const GREY_COLUMNS = ["class", ...CLASS_COLUMN_NAMES, "lastSafeBookingDay", ...TOLD_COLUMNS] as const;

/** The columns of a unit's file, in the order of the sheet: of 名册 by their English names there, and of the person's class. */
export const SENT_COLUMNS = [...UNIT_COLUMNS, ...GREY_COLUMNS] as const;

export type SentColumn = (typeof SENT_COLUMNS)[number];
type RosterSentColumn = Exclude<SentColumn, ClassColumn>;

const isClassColumn = (name: SentColumn): name is ClassColumn => name in CLASS_COLUMNS;

/** The schema's entry of a column of a unit's file. */
export const sentColumn = (name: SentColumn): Column => (isClassColumn(name) ? CLASS_COLUMNS[name] : ROSTER.columns[name]);

/** Cells of an enrolment as they are sent, and what is wrong with them; cells without a note are left out of `notes`. */
export interface SentCells {
  readonly values: { readonly [C in SentColumn]: Value };
  readonly notes: { readonly [C in SentColumn]?: UnitSentence };
}

const NEED_A_DAY: readonly Value[] = [KIND.retraining, KIND.renewal];
/** Digits that a number cell keeps. */
const EXACT = 1e15;

/** The sent columns of an enrolment and its class, whatever stands in them. */
type Source = { readonly [C in SentColumn]: Value };

export function sentCells(row: Source, today: Day): SentCells {
  const values = Object.fromEntries(SENT_COLUMNS.map((name) => [name, sentValue(name, row[name])])) as SentCells["values"];
  const notes: { [C in SentColumn]?: UnitSentence } = {};
  for (const column of UNIT_COLUMNS) {
    const sentences = problemsOf(row, column, today);
    if (sentences.length > 0) notes[column] = joinedForUnit(sentences, "\n");
  }
  if (row.missingPapers !== null) notes.missingPapers = say.papersNote(textOf(values.missingPapers));
  return { values, notes };
}

/** What the grey cells showed, for 底稿: filled ones only. */
export function shownValuesOf({ values }: SentCells): Record<string, Value> {
  return Object.fromEntries(GREY_COLUMNS.flatMap((column) => (values[column] === null ? [] : [[column, values[column]]])));
}

/**
 * A number that stands for an id is sent as text, unless it has lost digits: that one stays a number, as in 名册. Of a text that
 * is too long the beginning is sent, of an id nothing; 名册 keeps it, since what comes back is what was sent.
 */
function sentValue(column: SentColumn, value: Value): Value {
  if (isTooLong(column, value)) return sentColumn(column).kind === "id" ? null : cutTo(textOf(value), mostIn(column));
  return typeof value === "number" && sentColumn(column).kind === "id" && Math.abs(value) < EXACT ? String(value) : value;
}

/** The columns of an enrolment whose text is longer than what is sent. */
export function tooLongIn(row: { readonly [C in RosterSentColumn]: Value }): RosterSentColumn[] {
  return SENT_COLUMNS.filter((column) => !isClassColumn(column)).filter((column) => isTooLong(column, row[column]));
}

function isTooLong(column: SentColumn, value: Value): boolean {
  return typeof value === "string" && isLonger(value, mostIn(column));
}

const mostIn = (column: SentColumn): number => longestOf(sentColumn(column));

/** Whether a value is an id that lost digits. Its cell is left blank, and blank means keep: as digits it would look whole. */
export function isDamaged(column: SentColumn, value: Value): boolean {
  return typeof value === "number" && sentColumn(column).kind === "id" && Math.abs(value) >= EXACT;
}

function problemsOf(row: Source, column: UnitColumn, today: Day): UnitSentence[] {
  const { title } = ROSTER.columns[column];
  const value = row[column];
  if (value === null) {
    const isNeeded = unitColumn(column).needed === true || (column === "validUntil" && NEED_A_DAY.includes(row.kind));
    return isNeeded ? [say.missing(title)] : [];
  }
  if (isTooLong(column, value)) return [say.tooLongToSend(title, mostIn(column))];
  if (isDamaged(column, value)) return [say.damagedNumber(title)];
  const problems =
    column === "idNumber"
      ? readDocument(textOf(value), textOf(row.idType) || null, today).problems
      : readCell(column, typeof value === "number" ? String(value) : value).problems;
  return problems.map(({ message }) => message);
}
