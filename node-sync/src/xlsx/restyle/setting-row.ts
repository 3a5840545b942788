import { SETTINGS } from "../../../../apps-script/domain/schema/index";
import { formOfSetting, SETTING_SPECS, type SettingSpec } from "../../../../apps-script/domain/schema/settings";
import type { Grids } from "../../../../apps-script/domain/snapshot/grid";
import { layoutOf } from "../../../../apps-script/domain/snapshot/layout";
import { rowsOf } from "../../../../apps-script/domain/snapshot/snapshot";
import { checkedBy, settingRule } from "../column-check";
import { cellName, parseArea } from "../patch/a1";
import { attribute } from "../patch/xml-scan";
import { added } from "./dropdown";
import { elementsOf } from "./elements";

/** The row of a setting that the workbook got by a migration. */
export interface PlacedSetting {
  readonly spec: SettingSpec;
  /** Of its value, from 1. */
  readonly at: number;
  readonly column: number;
  readonly cell: string;
  /** The value of a setting of its form that was there before, whose style it takes; `null` when there is none. */
  readonly like: string | null;
}

export function placedSettings(grids: Grids, specs: readonly SettingSpec[]): PlacedSetting[] {
  const grid = grids.find(({ title }) => title === SETTINGS.title);
  if (!grid) return [];
  const column = (layoutOf(SETTINGS, grid).get("value") ?? 1) + 1;
  const rows = new Map(rowsOf(SETTINGS, grid).map(({ item, at }) => [item, at]));
  return specs.flatMap((spec) => {
    const at = rows.get(spec.item);
    if (at === undefined) return [];
    const [like = null] = FIRST.filter((one) => isAlike(one, spec)).flatMap(({ item }) => rows.get(item) ?? []);
    return [{ spec, at, column, cell: cellName(at, column), like: like === null ? null : cellName(like, column) }];
  });
}

/** Those that every workbook has. */
const FIRST: readonly SettingSpec[] = Object.values<SettingSpec>(SETTING_SPECS).filter(({ since }) => since === undefined);

function isAlike(a: SettingSpec, b: SettingSpec): boolean {
  const [one, other] = [formOfSetting(a), formOfSetting(b)];
  return one.owner === other.owner && one.kind === other.kind;
}

/** Whether a check reaches the value, be it ours of an earlier try or one of staff's. */
export function isChecked(tail: string, { at, column }: PlacedSetting): boolean {
  return elementsOf(tail, "dataValidation").some(({ open }) =>
    (attribute(open, "sqref") ?? "").split(/\s+/u).some((range) => {
      const area = parseArea(range);
      if (area === undefined) return false;
      return area.left <= column && column <= area.right && area.top <= at && at <= area.bottom;
    }),
  );
}

/** The tail of the sheet with the check that the value has in a new workbook. */
export function withSettingCheck(tail: string, { spec, cell }: PlacedSetting): string {
  const { value } = SETTINGS.columns;
  const check = checkedBy(value, settingRule(spec));
  return check === null ? tail : added(tail, check, value, cell);
}
