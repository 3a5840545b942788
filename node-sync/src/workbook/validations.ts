import type { Worksheet } from "exceljs";
import { type Column, SETTINGS } from "../../../apps-script/domain/schema/index";
import type { SettingSpec } from "../../../apps-script/domain/schema/settings";
import { type ColumnRule, checkedBy, kindRule, LAST_ROW, type Placed, ruleOf, settingRule } from "../xlsx/column-check";
import { addValidation } from "./excel";

/** Dropdowns, checks and hints for what people fill in; computed, system and the staff's own columns have none. */
export function addTableValidations(sheet: Worksheet, columns: readonly (Column | null)[], placed: Placed): void {
  columns.forEach((column, index) => {
    if (!column || column.owner === "computed" || column.owner === "system") return;
    const { letter } = sheet.getColumn(index + 1);
    addColumnValidation(sheet, `${letter}2:${letter}${LAST_ROW}`, column, ruleOf(column, placed));
  });
}

/** The same for a column of any sheet; lists that live in another tab are left out unless `rule` brings them. */
export function addColumnValidation(
  sheet: Worksheet,
  range: string,
  column: Column,
  rule: ColumnRule | null = kindRule(column),
): void {
  const checked = checkedBy(column, rule);
  if (checked === null) return;
  const { prompt, ...check } = checked;
  addValidation(sheet, range, {
    ...check,
    allowBlank: true,
    ...(check.error === undefined ? {} : { showErrorMessage: true, errorStyle: "warning" }),
    ...(prompt === undefined ? {} : { showInputMessage: true, promptTitle: column.title, prompt }),
  });
}

/** One setting: its list, or its least number. */
export function addSettingValidation(sheet: Worksheet, cell: string, spec: SettingSpec): void {
  addColumnValidation(sheet, cell, SETTINGS.columns.value, settingRule(spec));
}
