import type { Worksheet } from "exceljs";
import { SETTINGS } from "../../../apps-script/domain/schema/index";
import { SETTING_SPECS, type SettingSpec } from "../../../apps-script/domain/schema/settings";
import { bodyStyle } from "./look";
import { addSettingValidation } from "./validations";

const VALUE = SETTINGS.columns.value;
const VALUE_COLUMN = 2;

/** 设置 has one kind of value a row: texts are text, lists have their dropdown, and what the program counts is grey. */
export function styleSettings(sheet: Worksheet): void {
  const specs: readonly SettingSpec[] = Object.values(SETTING_SPECS);
  specs.forEach((spec, index) => {
    const cell = sheet.getCell(index + 2, VALUE_COLUMN);
    const isText = typeof spec.initial === "string" || (spec.initial === null && spec.least === undefined);
    const owner = spec.counter ? "computed" : "centre";
    cell.style = bodyStyle({ ...VALUE, owner, kind: isText ? "text" : "number" });
    addSettingValidation(sheet, cell.address, spec);
  });
}
