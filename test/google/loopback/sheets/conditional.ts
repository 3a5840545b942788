import type { sheets_v4 } from "googleapis/build/src/apis/sheets";
import type { ConditionalRule } from "../../workbook/furniture";
import type { SheetModel } from "../../workbook/sheet-model";
import type { InMemoryWorkbook } from "../../workbook/workbook";
import { invalid, NotInLoopback } from "../api-error";
import { colorOf, hexOf, hexOfStyle, styleOf } from "./colors";
import { gridOf, gridRangeOf, placeOfGridRange } from "./grid-range";

type Rule = sheets_v4.Schema$ConditionalFormatRule;

/** The API's words for the criteria of scripts. */
const TYPES = {
  TEXT_EQUAL_TO: "TEXT_EQ",
  CUSTOM_FORMULA: "CUSTOM_FORMULA",
  CELL_NOT_EMPTY: "NOT_BLANK",
  CELL_EMPTY: "BLANK",
} as const;

export function conditionalOut(sheet: SheetModel, rule: ConditionalRule): Rule {
  const { background, fontColor, bold } = rule;
  const textFormat = {
    ...(fontColor === null ? {} : { foregroundColor: colorOf(fontColor), foregroundColorStyle: styleOf(fontColor) }),
    ...(bold === null ? {} : { bold }),
  };
  return {
    ranges: rule.areas.map((area) => gridRangeOf(sheet, area)),
    booleanRule: {
      condition: {
        type: TYPES[rule.criteria],
        ...(rule.values.length > 0 ? { values: rule.values.map((userEnteredValue) => ({ userEnteredValue })) } : {}),
      },
      format: {
        ...(background === null ? {} : { backgroundColor: colorOf(background), backgroundColorStyle: styleOf(background) }),
        ...(Object.keys(textFormat).length > 0 ? { textFormat } : {}),
      },
    },
  };
}

/** Goes in front of the rules at its index; the first rule that holds wins. */
export function addConditional(book: InMemoryWorkbook, given: sheets_v4.Schema$AddConditionalFormatRuleRequest): undefined {
  const places = (given.rule?.ranges ?? []).map((range) => placeOfGridRange(book, range));
  const [first] = places;
  const { condition, format } = given.rule?.booleanRule ?? {};
  if (!first) throw invalid("ConditionalFormatRule.ranges must be specified.");
  if (places.some(({ sheet }) => sheet !== first.sheet)) throw invalid("All ranges must be on the same sheet.");
  const criteria = Object.entries(TYPES).find(([, type]) => type === condition?.type)?.[0];
  if (!criteria || !format) throw new NotInLoopback(`The loopback knows no conditional format by ${condition?.type}.`);
  const text = format.textFormat;
  const { conditionalRules } = first.sheet;
  conditionalRules.splice(given.index ?? conditionalRules.length, 0, {
    areas: places.map(({ area }) => area),
    criteria: criteria as keyof typeof TYPES,
    values: (condition?.values ?? []).map(({ userEnteredValue }) => userEnteredValue ?? ""),
    background: hexOfStyle(format.backgroundColorStyle) ?? hexOf(format.backgroundColor) ?? null,
    fontColor: hexOfStyle(text?.foregroundColorStyle) ?? hexOf(text?.foregroundColor) ?? null,
    bold: text?.bold ?? null,
  });
  return undefined;
}

export function deleteConditional(book: InMemoryWorkbook, given: sheets_v4.Schema$DeleteConditionalFormatRuleRequest): object {
  const sheet = gridOf(book, given.sheetId);
  const rule = sheet.conditionalRules[given.index ?? 0];
  if (!rule) throw invalid(`No conditional format on sheet: ${sheet.id} at index: ${given.index ?? 0}`);
  sheet.conditionalRules.splice(given.index ?? 0, 1);
  return { rule: conditionalOut(sheet, rule) };
}
