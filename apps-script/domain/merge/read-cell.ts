import { type DayReading, readDay, readValidUntil } from "../days/spellings";
import { documentTypeOf, educationOf, kindOf, meetsEducation, postOf } from "../people/aliases";
import { foldWidth } from "../people/canonical";
import { readName } from "../people/names";
import { readMobile } from "../people/phones";
import { type Column, type Kind, longestOf, type Meaning } from "../schema/column";
import { type UnitColumn, unitColumn } from "../schema/unit-columns";
import { isLonger, lengthOf } from "../snapshot/text-length";
import { trimmed } from "../snapshot/trim";
import { textOf, type Value } from "../snapshot/value";
import type { UnitSentence } from "../wording/audience";
import * as say from "../wording/import";
import type { FileGraded } from "./file-code";
import { NO_RESULT } from "./table-file";

/** The message says nothing but what is in the cell. */
export type CellProblem = FileGraded & { readonly message: UnitSentence };

/**
 * What a cell says for a column of 名册. `value` is its canonical form, or the text as written when it cannot be read.
 * `unusable` says why nothing can be taken from the cell at all (a spreadsheet error, a damaged number).
 * `clears` stands for the word 清空.
 */
export interface CellReading {
  readonly value: Value;
  readonly problems: readonly CellProblem[];
  readonly unusable?: UnitSentence | undefined;
  readonly clears?: true | undefined;
}

/** Whether a cell of a kind that has a form (a day, a mobile, a number) could not be read: such a text replaces nothing. */
export const isUnread = ({ code }: CellProblem): boolean => UNREAD.includes(code);
const UNREAD: readonly string[] = ["I06", "I25", "R16", "R17"];

/** Every error that a spreadsheet knows or will know, in any language. */
const SHEET_ERROR = /^#(?:N\/A|GETTING_DATA|[\p{L}][\p{L}\p{N}_/]*[!?])$/iu;
/** A formula that was written out in place of its result: a function or a cell to begin with, here or on another sheet. */
const FORMULA = /^=\s*[-+(]{0,3}(?:(?:'[^']{1,60}'|[\p{L}\p{N}_.]{1,60})!)?\$?(?:[A-Z_][A-Z0-9_.]{0,40}\(|[A-Z]{1,3}\$?\d)/iu;
/** A number that a program wrote as a power of ten: its last digits are gone. */
const SCIENTIFIC = /^\d(?:\.\d+)?E\+\d+$|^\d\.\d+E\d+$/iu;
/** A spreadsheet keeps 15 digits of a number. */
const EXACT = 1e15;
const CLEAR = "清空";

/** Text as a workbook keeps it: line ends are `\n`, no control characters, nothing around it. */
export function writtenText(value: Value): string {
  const text = textOf(value)
    .replace(/\r\n?/gu, "\n")
    .replace(/(?![\n\t])\p{Cc}|[\ufffe\uffff]/gu, "");
  return trimmed(text);
}

/** Why a text is too long for a column, else `null`. Asked before anything else: no pattern meets such a text. */
export function tooLongFor(column: UnitColumn, raw: Value): UnitSentence | null {
  if (typeof raw !== "string") return null;
  const { title } = unitColumn(column);
  const most = longestOf(unitColumn(column));
  const text = raw.length > most ? trimmed(raw) : raw;
  return isLonger(text, most) ? say.tooLong(title, lengthOf(text), most, text) : null;
}

const fine = (value: Value): CellReading => ({ value, problems: [] });
const odd = (value: Value, problem: CellProblem): CellReading => ({ value, problems: [problem] });

const notTaken = (code: "I05" | "I23", unusable: UnitSentence): CellReading => ({
  value: null,
  problems: [{ code, message: unusable }],
  unusable,
});

/** Reads one cell of any column but 证件号, which needs its 证件类型. */
export function readCell(column: UnitColumn, raw: Value): CellReading {
  const tooLong = tooLongFor(column, raw);
  if (tooLong !== null) return notTaken("I23", tooLong);
  const text = writtenText(raw);
  if (text === "") return fine(null);
  if (text === NO_RESULT) return notTaken("I05", say.noResult(unitColumn(column).title));
  if (FORMULA.test(text)) return notTaken("I05", say.formulaAsText(unitColumn(column).title, text));
  if (SHEET_ERROR.test(text)) return notTaken("I05", say.sheetError(unitColumn(column).title, text));
  if (text === CLEAR) return { value: null, problems: [], clears: true };
  const entry = unitColumn(column);
  return READERS[entry.means ?? entry.kind](text, raw, entry);
}

type Reader = (text: string, raw: Value, column: Column) => CellReading;

const asWritten: Reader = (text) => fine(text);

/** By what a column says, else by its kind. */
const READERS: Readonly<Record<Meaning | Kind, Reader>> = {
  name: (text) => {
    const { text: name, problems } = readName(text);
    return { value: name, problems };
  },
  documentType: (text) => fine(documentTypeOf(text) ?? text),
  documentNumber: asWritten,
  mobile: (text, raw) => mobile(raw, text),
  unit: (text) => fine(text.replace(/[\n\t]+/gu, "")),
  post,
  education,
  enrolmentKind: kind,
  validUntil: (text, raw) => dayFrom(text, readValidUntil(typeof raw === "number" ? raw : text)),
  text: asWritten,
  list: asWritten,
  moment: asWritten,
  id: identifier,
  day: (text, raw) => dayFrom(text, readDay(typeof raw === "number" ? raw : text)),
  number: quantity,
  choice,
};

/** Digits survive a number cell up to 11 places, so a mobile is taken; the importer says so once for the whole list. */
function mobile(raw: Value, text: string): CellReading {
  const { text: read, problem } = readMobile(typeof raw === "number" ? raw : text);
  if (problem === null) return fine(read);
  return problem.severity === "提示" ? odd(read, { code: "I17", message: problem.message }) : odd(text, problem);
}

function dayFrom(text: string, reading: DayReading): CellReading {
  if (reading.kind === "day") return fine(reading.day);
  return reading.kind === "empty" ? fine(null) : odd(text, { code: "I06", message: reading.message });
}

/** Too long for a number cell, or with as many zeros at its end as the short form `3.7E+11` leaves where it was typed back. */
function hasLostDigits(number: number): boolean {
  const size = Math.abs(number);
  return size >= EXACT || (size >= 1e11 && size % 1e6 === 0);
}

function identifier(text: string, raw: Value, { title }: Column): CellReading {
  const isDamaged = typeof raw === "number" ? hasLostDigits(raw) : SCIENTIFIC.test(foldWidth(text));
  if (!isDamaged) return fine(text);
  return notTaken("I05", say.damagedNumber(title));
}

function quantity(text: string, _raw: Value, { title }: Column): CellReading {
  const folded = foldWidth(text);
  return /^-?\d{1,15}(?:\.\d{1,6})?$/u.test(folded)
    ? fine(Number(folded))
    : odd(text, { code: "I25", message: say.notANumber(title, text) });
}

function choice(text: string, _raw: Value, { title, allowed = [] }: Column): CellReading {
  const word = allowed.find((one) => foldWidth(one) === foldWidth(text));
  return word === undefined ? odd(text, { code: "I26", message: say.notAWord(title, text, allowed) }) : fine(word);
}

function post(text: string): CellReading {
  const reading = postOf(text);
  if (reading !== null && "post" in reading) return fine(reading.post);
  return odd(text, { code: "R20", severity: "警告", message: say.postUnclear(text, reading?.proposal ?? null) });
}

function kind(text: string): CellReading {
  const reading = kindOf(text);
  if (reading !== null && "kind" in reading) return fine(reading.kind);
  return odd(text, { code: "R19", severity: "警告", message: say.kindUnclear(text, reading?.ask ?? []) });
}

function education(text: string): CellReading {
  const reading = educationOf(text);
  const isTooLow = meetsEducation(text) === false;
  const low: readonly CellProblem[] = isTooLow ? [{ code: "R22", message: say.educationLow(text) }] : [];
  if (reading !== null && "education" in reading) return { value: reading.education, problems: low };
  const unclear: CellProblem = { code: "R21", severity: "提示", message: say.educationUnclear(text, reading?.proposal ?? null) };
  return { value: text, problems: [unclear, ...low] };
}
