import type { Worksheet } from "exceljs";
import { SETTINGS } from "../../../apps-script/domain/schema/index";
import { formOfSetting, SETTING_SPECS, type SettingSpec } from "../../../apps-script/domain/schema/settings";
import { columnsOf, type TabContent } from "../copy/tab-content";
import { bodyStyle } from "./look";
import { addSettingValidation } from "./validations";

const { item: ITEM, value: VALUE } = SETTINGS.columns;

/** 设置 has one kind of value a row: texts are text, lists have their dropdown, and what the program counts is grey. */
export function styleSettings(sheet: Worksheet, content: TabContent): void {
  const columns = columnsOf(content);
  const [items, values] = [columns.indexOf(ITEM), columns.indexOf(VALUE)];
  const specs: readonly SettingSpec[] = Object.values(SETTING_SPECS);
  for (const { at, cells } of content.rows) {
    const named = cells[items];
    const spec = named?.kind === "text" && values >= 0 ? specs.find(({ item }) => item === named.text) : undefined;
    if (!spec) continue;
    const cell = sheet.getCell(at, values + 1);
    cell.style = bodyStyle({ ...VALUE, ...formOfSetting(spec) });
    addSettingValidation(sheet, cell.address, spec);
  }
}
