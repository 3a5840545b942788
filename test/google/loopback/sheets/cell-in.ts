import type { sheets_v4 } from "googleapis/build/src/apis/sheets";
import type { Cell, Looks, Validation } from "../../workbook/cell";
import { setLook } from "../../workbook/set-look";
import { setFormula, setValue } from "../../workbook/sheet-model";
import type { InMemoryWorkbook } from "../../workbook/workbook";
import { invalid, NotInLoopback } from "../api-error";
import { maskOf, pathsOf } from "../fields-mask";
import { hexOf, hexOfStyle } from "./colors";
import { patternOf } from "./number-kinds";

type CellData = sheets_v4.Schema$CellData;
type CellFormat = sheets_v4.Schema$CellFormat;

/** Takes over from the data given what a mask names; what is named and not given is cleared. */
export type PutCell = (cell: Cell, data: CellData) => void;

const TEXT_LIMIT = 50_000;

type Setter = (cell: Cell, data: CellData, book: InMemoryWorkbook) => void;

const look =
  <K extends keyof Looks>(name: K, of: (format: CellFormat) => Looks[K] | undefined): Setter =>
  (cell, { userEnteredFormat }) =>
    setLook(cell, name, of(userEnteredFormat ?? {}));

const FORMAT: Readonly<Record<string, Setter>> = {
  numberFormat: (cell, { userEnteredFormat }, book) => {
    cell.numberFormat = patternOf(book, userEnteredFormat?.numberFormat);
  },
  backgroundColor: look("background", (format) => hexOfStyle(format.backgroundColorStyle) ?? hexOf(format.backgroundColor)),
  backgroundColorStyle: look("background", (format) => hexOfStyle(format.backgroundColorStyle) ?? hexOf(format.backgroundColor)),
  horizontalAlignment: look("horizontalAlignment", (format) => format.horizontalAlignment?.toLowerCase()),
  verticalAlignment: look("verticalAlignment", (format) => format.verticalAlignment?.toLowerCase()),
  wrapStrategy: look("wrap", ({ wrapStrategy }) => (wrapStrategy ? wrapStrategy === "WRAP" : undefined)),
  "textFormat.bold": look("fontWeight", ({ textFormat }) =>
    textFormat?.bold == null ? undefined : textFormat.bold ? "bold" : "normal",
  ),
  "textFormat.foregroundColor": look("fontColor", ({ textFormat }) => fontColor(textFormat)),
  "textFormat.foregroundColorStyle": look("fontColor", ({ textFormat }) => fontColor(textFormat)),
};

const LOOKS = new Set(Object.entries(FORMAT).flatMap(([name, setter]) => (name === "numberFormat" ? [] : [setter])));

const SETTERS: Readonly<Record<string, Setter>> = {
  userEnteredValue: (cell, { userEnteredValue }) => putValue(cell, userEnteredValue ?? {}),
  note: (cell, { note }) => {
    cell.note = note ?? "";
  },
  dataValidation: (cell, { dataValidation }) => {
    cell.validation = dataValidation ? validationOf(dataValidation) : null;
  },
  ...Object.fromEntries(Object.entries(FORMAT).map(([path, setter]) => [`userEnteredFormat.${path}`, setter])),
};

/** https://developers.google.com/workspace/sheets/api/reference/rest/v4/spreadsheets/request#UpdateCellsRequest */
export function putCellOf(book: InMemoryWorkbook, fields: string | null | undefined): PutCell {
  const mask = maskOf(fields ?? "");
  if (!mask) throw invalid("At least one field must be listed in 'fields'. (Use '*' to indicate all fields.)");
  const named = pathsOf(mask).flatMap(settersOf);
  const looks = named.filter((set) => LOOKS.has(set));
  const setters = named.filter((set) => !LOOKS.has(set));
  let last: CellData | null = null;
  /** What the looks of a cell become: the same data are put into thousands of cells that look alike. */
  let become = new Map<Looks, Looks>();
  return (cell, data) => {
    if (data !== last) {
      refuseUnknown(data);
      last = data;
      become = new Map();
    }
    const before = cell.looks;
    const known = become.get(before);
    if (known) cell.looks = known;
    else for (const set of looks) set(cell, data, book);
    become.set(before, cell.looks);
    for (const set of setters) set(cell, data, book);
  };
}

function settersOf(path: string): Setter[] {
  if (path === "*") return Object.values(SETTERS);
  const found = Object.entries(SETTERS).filter(([name]) => name === path || name.startsWith(`${path}.`));
  if (found.length === 0) throw new NotInLoopback(`The loopback keeps no ${path} of a cell.`);
  return found.map(([, setter]) => setter);
}

const DATA = new Set(["userEnteredValue", "userEnteredFormat", "note", "dataValidation"]);
const FORMAT_PARTS = new Set([...Object.keys(FORMAT).map((path) => path.split(".")[0]), "textFormat"]);

function refuseUnknown(data: CellData): void {
  for (const name in data) if (!DATA.has(name)) throw new NotInLoopback(`The loopback keeps no ${name} of a cell.`);
  for (const name in data.userEnteredFormat) {
    if (!FORMAT_PARTS.has(name)) throw new NotInLoopback(`The loopback keeps no format ${name} of a cell.`);
  }
}

/** Values are explicit: no text is ever read as a number, a day or a formula. */
function putValue(cell: Cell, given: sheets_v4.Schema$ExtendedValue): void {
  const { stringValue, numberValue, boolValue, formulaValue, errorValue } = given;
  if (errorValue) throw invalid("Cannot set an errorValue.");
  if (formulaValue != null) {
    if (!formulaValue.startsWith("=")) throw invalid(`Invalid formula: ${formulaValue}`);
    setFormula(cell, formulaValue);
    return;
  }
  const value = stringValue ?? numberValue ?? boolValue ?? "";
  if (typeof value === "string") refuseLong(value);
  setValue(cell, value);
}

export function refuseLong(text: string): void {
  if (text.length > TEXT_LIMIT) {
    throw invalid(`Your input contains more than the maximum of ${TEXT_LIMIT} characters in a single cell.`);
  }
}

function fontColor(text: sheets_v4.Schema$TextFormat | null | undefined): string | undefined {
  return hexOfStyle(text?.foregroundColorStyle) ?? hexOf(text?.foregroundColor);
}

/** Lists of values only: https://developers.google.com/workspace/sheets/api/reference/rest/v4/spreadsheets/cells#DataValidationRule */
export function validationOf(rule: sheets_v4.Schema$DataValidationRule): Validation {
  const { condition, inputMessage, strict, showCustomUi } = rule;
  if (condition?.type !== "ONE_OF_LIST") throw new NotInLoopback(`The loopback knows dropdowns, not ${condition?.type}.`);
  return {
    values: (condition.values ?? []).map(({ userEnteredValue }) => userEnteredValue ?? ""),
    showDropdown: showCustomUi ?? false,
    allowInvalid: !strict,
    helpText: inputMessage ?? null,
  };
}
