import type { sheets_v4 } from "googleapis/build/src/apis/sheets";
import type { Cell, CellValue, Looks, Validation } from "../../workbook/cell";
import { displayText } from "../../workbook/number-format";
import type { SheetModel } from "../../workbook/sheet-model";
import { asksFor, type Mask } from "../fields-mask";
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

/** `mask` is that of a cell: of a hundred thousand cells only what is asked for is made. */
export function cellData(sheet: SheetModel, row: number, column: number, mask: Mask): CellData {
  const cell = sheet.peek(row, column);
  if (!cell) return {};
  const value = VALUES.some((name) => asksFor(mask, name)) || cell.formula === null ? sheet.value(row, column) : "";
  const isFilled = cell.formula !== null || value !== "";
  const format = ["userEnteredFormat", "effectiveFormat"].some((name) => asksFor(mask, name)) ? formatOf(cell) : unasked(cell);
  const effective = asksFor(mask, "effectiveFormat") && (isFilled || format);
  return {
    ...(isFilled ? valuesOf(cell, value) : {}),
    ...(format ? { userEnteredFormat: format } : {}),
    ...(effective ? { effectiveFormat: effectiveFormat(format ?? {}, value) } : {}),
    ...(cell.note === "" ? {} : { note: cell.note }),
    ...(cell.validation ? { dataValidation: asksFor(mask, "dataValidation") ? ruleOf(cell.validation) : {} } : {}),
  };
}

const NO_ONES: CellFormat = {};

/** That there is a format keeps a cell from being left out at the end of a row, whatever was asked for. */
function unasked({ numberFormat, looks }: Cell): CellFormat | null {
  for (const _ in looks) return NO_ONES;
  return numberFormat === null ? null : NO_ONES;
}

const VALUES = ["effectiveValue", "formattedValue", "effectiveFormat"];

/** Conditional formats are not worked out. */
function effectiveFormat(own: CellFormat, value: CellValue): CellFormat {
  const horizontalAlignment = typeof value === "number" ? "RIGHT" : typeof value === "boolean" ? "CENTER" : "LEFT";
  return { ...DEFAULTS, horizontalAlignment, ...own, textFormat: { ...TEXT_DEFAULTS, ...own.textFormat } };
}

function valuesOf(cell: Cell, value: CellValue): CellData {
  return {
    userEnteredValue: cell.formula === null ? extended(value, false) : { formulaValue: cell.formula },
    effectiveValue: extended(value, cell.formula !== null),
    formattedValue: displayText(value, cell.numberFormat),
  };
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
