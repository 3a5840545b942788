import type { sheets_v4 } from "googleapis/build/src/apis/sheets";
import type { Cell, CellValue, Looks, Validation } from "../../workbook/cell";
import { displayText } from "../../workbook/number-format";
import type { SheetModel } from "../../workbook/sheet-model";
import { isSpilled } from "../../workbook/spill";
import { asksFor, type Mask, NOTHING } from "../fields-mask";
import { colorOf, styleOf } from "./colors";
import { numberFormatOf } from "./number-kinds";

type CellData = sheets_v4.Schema$CellData;
type ExtendedValue = sheets_v4.Schema$ExtendedValue;
type CellFormat = sheets_v4.Schema$CellFormat;

/** https://developers.google.com/workspace/sheets/api/reference/rest/v4/spreadsheets/other#ErrorType */
const ERRORS: Readonly<Record<string, string>> = {
  "#ERROR!": "ERROR",
  "#NULL!": "NULL_VALUE",
  "#DIV/0!": "DIVIDE_BY_ZERO",
  "#VALUE!": "VALUE",
  "#REF!": "REF",
  "#NAME?": "NAME",
  "#NUM!": "NUM",
  "#N/A": "N_A",
};

/** What Google shows when nobody chose otherwise. */
const DEFAULTS: CellFormat = {
  backgroundColor: { red: 1, green: 1, blue: 1 },
  padding: { top: 2, right: 3, bottom: 2, left: 3 },
  verticalAlignment: "BOTTOM",
  wrapStrategy: "OVERFLOW_CELL",
  hyperlinkDisplayType: "PLAIN_TEXT",
  backgroundColorStyle: { rgbColor: { red: 1, green: 1, blue: 1 } },
};
const TEXT_DEFAULTS: sheets_v4.Schema$TextFormat = {
  foregroundColor: {},
  fontFamily: "Arial",
  fontSize: 10,
  bold: false,
  italic: false,
  strikethrough: false,
  underline: false,
  foregroundColorStyle: { rgbColor: {} },
};

/** What is asked of each cell. */
interface AskedOfCells {
  readonly values: boolean;
  readonly formulas: boolean;
  readonly format: boolean;
  readonly effectiveFormat: boolean;
  readonly validation: boolean;
}

/** `mask` is that of a cell. */
export function askedOfCells(mask: Mask): AskedOfCells {
  const asks = (...path: readonly string[]): boolean => asksFor(mask, ...path);
  return {
    values: VALUES.some((path) => asks(...path)),
    formulas: asks("userEnteredValue"),
    format: asks("userEnteredFormat"),
    effectiveFormat: asks("effectiveFormat"),
    validation: asks("dataValidation"),
  };
}

/**
 * What is asked for of a cell, and little else: there may be a hundred thousand. `null` for a cell without anything; one
 * with a format only is not left out at the end of a row, whatever was asked for.
 */
export function cellData(sheet: SheetModel, row: number, column: number, asked: AskedOfCells): CellData | null {
  const cell = sheet.peek(row, column);
  if (!cell) return null;
  const value = asked.values || cell.formula === null ? sheet.value(row, column) : "";
  const isFilled = cell.formula !== null || value !== "";
  if (!isFilled && isPlain(cell) && cell.note === "" && !cell.validation) return null;
  const data: CellData = {};
  if (isFilled && (asked.values || (asked.formulas && cell.formula !== null))) Object.assign(data, valuesOf(cell, value));
  if ((asked.format || asked.effectiveFormat) && (isFilled || !isPlain(cell))) {
    const format = formatOf(cell);
    if (format) data.userEnteredFormat = format;
    if (asked.effectiveFormat) data.effectiveFormat = effectiveFormat(format ?? {}, value);
  }
  if (cell.note !== "") data.note = cell.note;
  if (cell.validation && asked.validation) data.dataValidation = ruleOf(cell.validation);
  for (const _ in data) return data;
  return NOTHING;
}

/** Nobody chose a format. */
function isPlain({ numberFormat, looks }: Cell): boolean {
  for (const _ in looks) return false;
  return numberFormat === null;
}

const VALUES = [
  ["effectiveValue"],
  ["formattedValue"],
  ["effectiveFormat"],
  ...["numberValue", "stringValue", "boolValue"].map((kind) => ["userEnteredValue", kind]),
];

/** Conditional formats are not worked out. */
function effectiveFormat(own: CellFormat, value: CellValue): CellFormat {
  const horizontalAlignment = typeof value === "number" ? "RIGHT" : typeof value === "boolean" ? "CENTER" : "LEFT";
  return { ...DEFAULTS, horizontalAlignment, ...own, textFormat: { ...TEXT_DEFAULTS, ...own.textFormat } };
}

function valuesOf(cell: Cell, value: CellValue): CellData {
  return {
    ...(isSpilled(cell) ? {} : { userEnteredValue: enteredValue(cell, value) }),
    effectiveValue: extended(value, cell.formula !== null),
    formattedValue: displayText(value, cell.numberFormat),
  };
}

function enteredValue({ formula }: Cell, value: CellValue): ExtendedValue {
  return formula === null ? extended(value, false) : { formulaValue: formula };
}

function extended(value: CellValue, mayBeError: boolean): ExtendedValue {
  if (typeof value === "number") return { numberValue: value };
  if (typeof value === "boolean") return { boolValue: value };
  const type = mayBeError ? ERRORS[value] : undefined;
  return type === undefined ? { stringValue: value } : { errorValue: { type, message: value } };
}

function formatOf({ numberFormat, looks }: Cell): CellFormat | null {
  const format: CellFormat = {
    ...(numberFormat === null ? {} : { numberFormat: numberFormatOf(numberFormat) }),
    ...(looks.background === undefined
      ? {}
      : { backgroundColor: colorOf(looks.background), backgroundColorStyle: styleOf(looks.background) }),
    ...(looks.horizontalAlignment === undefined ? {} : { horizontalAlignment: looks.horizontalAlignment.toUpperCase() }),
    ...(looks.verticalAlignment === undefined ? {} : { verticalAlignment: looks.verticalAlignment.toUpperCase() }),
    ...(looks.wrap === undefined ? {} : { wrapStrategy: looks.wrap ? "WRAP" : "OVERFLOW_CELL" }),
    ...textFormat(looks),
  };
  return Object.keys(format).length > 0 ? format : null;
}

function textFormat({ fontColor, fontWeight }: Looks): CellFormat {
  if (fontColor === undefined && fontWeight === undefined) return {};
  const color = fontColor === undefined ? {} : { foregroundColor: colorOf(fontColor), foregroundColorStyle: styleOf(fontColor) };
  return { textFormat: { ...color, ...(fontWeight === undefined ? {} : { bold: fontWeight === "bold" }) } };
}

function ruleOf({ values, showDropdown, allowInvalid, helpText }: Validation): sheets_v4.Schema$DataValidationRule {
  return {
    condition: { type: "ONE_OF_LIST", values: values.map((userEnteredValue) => ({ userEnteredValue })) },
    ...(helpText === null ? {} : { inputMessage: helpText }),
    ...(allowInvalid ? {} : { strict: true }),
    ...(showDropdown ? { showCustomUi: true } : {}),
  };
}
