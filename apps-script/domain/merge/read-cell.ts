import type { Severity } from "../changes/finding";
import { readValidUntil } from "../days/spellings";
import { documentTypeOf, educationOf, kindOf, meetsEducation, postOf } from "../people/aliases";
import { readName } from "../people/names";
import { readMobile } from "../people/phones";
import { presentValue, textOf, type Value } from "../snapshot/value";
import type { UnitSentence } from "../wording/audience";
import * as say from "../wording/import";
import type { UnitColumn } from "./unit-columns";

export interface CellProblem {
  readonly code: string;
  readonly severity: Severity;
  /** Says nothing but what is in the cell. */
  readonly message: UnitSentence;
}

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

const SHEET_ERROR = /^#(?:N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!|CALC!|SPILL!|GETTING_DATA|FIELD!)$/iu;
/** A spreadsheet keeps 15 digits of a number. */
const EXACT = 1e15;
const CLEAR = "清空";

/** Text as a workbook keeps it: line ends are `\n`, no control characters, nothing around it. */
export function writtenText(value: Value): string {
  const text = textOf(presentValue(value))
    .replace(/\r\n?/gu, "\n")
    .replace(/(?![\n\t])\p{Cc}|[\ufffe\uffff]/gu, "");
  return text.replace(/^[\s\u200b-\u200d\ufeff]+|[\s\u200b-\u200d\ufeff]+$/gu, "");
}

const fine = (value: Value): CellReading => ({ value, problems: [] });
const odd = (value: Value, code: string, severity: Severity, message: UnitSentence): CellReading => ({
  value,
  problems: [{ code, severity, message }],
});

/** Reads one cell of any column but 证件号, which needs its 证件类型. */
export function readCell(column: UnitColumn, raw: Value): CellReading {
  const text = writtenText(raw);
  if (text === "") return fine(null);
  if (SHEET_ERROR.test(text)) {
    const unusable = say.sheetError(text);
    return { value: null, problems: [{ code: "I05", severity: "警告", message: unusable }], unusable };
  }
  if (text === CLEAR) return { value: null, problems: [], clears: true };
  switch (column) {
    case "name": {
      const { text: name, problems } = readName(text);
      return { value: name, problems };
    }
    case "mobile":
      return mobile(raw, text);
    case "validUntil":
      return validUntil(raw, text);
    case "certificate":
      return certificate(raw, text);
    case "idType":
      return fine(documentTypeOf(text) ?? text);
    case "post":
      return post(text);
    case "kind":
      return kind(text);
    case "education":
      return education(text);
    case "unit":
      return fine(text.replace(/[\n\t]+/gu, ""));
    default:
      return fine(text);
  }
}

/** Digits survive a number cell up to 11 places, so a mobile is taken; the importer says so once for the whole list. */
function mobile(raw: Value, text: string): CellReading {
  const reading = readMobile(typeof raw === "number" ? raw : text);
  if (reading.severity === null || reading.problem === null) return fine(reading.text);
  if (reading.severity === "提示") return odd(reading.text, "I17", "提示", reading.problem);
  return odd(text, reading.landline ? "R17" : "R16", reading.severity, reading.problem);
}

function validUntil(raw: Value, text: string): CellReading {
  const reading = readValidUntil(typeof raw === "number" ? raw : text);
  if (reading.kind === "day") return fine(reading.day);
  return reading.kind === "empty" ? fine(null) : odd(text, "I06", "警告", reading.message);
}

function certificate(raw: Value, text: string): CellReading {
  if (typeof raw !== "number" || Math.abs(raw) < EXACT) return fine(text);
  const unusable = say.damagedCertificate();
  return { value: null, problems: [{ code: "I05", severity: "警告", message: unusable }], unusable };
}

function post(text: string): CellReading {
  const reading = postOf(text);
  if (reading !== null && "post" in reading) return fine(reading.post);
  return odd(text, "R20", "警告", say.postUnclear(text, reading?.proposal ?? null));
}

function kind(text: string): CellReading {
  const reading = kindOf(text);
  if (reading !== null && "kind" in reading) return fine(reading.kind);
  return odd(text, "R19", "警告", say.kindUnclear(text, reading?.ask ?? []));
}

function education(text: string): CellReading {
  const reading = educationOf(text);
  const isTooLow = meetsEducation(text) === false;
  const low: readonly CellProblem[] = isTooLow ? [{ code: "R22", severity: "警告", message: say.educationLow(text) }] : [];
  if (reading !== null && "education" in reading) return { value: reading.education, problems: low };
  const unclear: CellProblem = { code: "R21", severity: "提示", message: say.educationUnclear(text, reading?.proposal ?? null) };
  return { value: text, problems: [unclear, ...low] };
}
