import { earlierForms } from "../../../apps-script/domain/schema/earlier";
import { SCHEMA_VERSION, TABLES, type Table } from "../../../apps-script/domain/schema/index";
import { SETTING_SPECS, type SettingSpec } from "../../../apps-script/domain/schema/settings";
import { headerForm } from "../../../apps-script/domain/snapshot/layout";

const tables = Object.values<Table>(TABLES);
const repeated = (titles: readonly string[]): string[] => titles.filter((title, at) => titles.indexOf(title) !== at);

test("no two tabs have one title, nor two columns of a tab, nor two entries of 设置", () => {
  const settings: readonly SettingSpec[] = Object.values(SETTING_SPECS);
  const lists = [
    tables.map(({ title }) => title),
    settings.map(({ item }) => item),
    ...tables.map(({ columns }) => Object.values(columns).map(({ title }) => headerForm(title))),
  ];
  expect(lists.flatMap(repeated)).toEqual([]);
});

test("nothing came with a version that is still ahead: workbooks of the present one would go without it for good", () => {
  const settings: readonly SettingSpec[] = Object.values(SETTING_SPECS);
  const all = [...settings, ...tables, ...tables.flatMap(({ columns }) => Object.values(columns))];
  expect(all.filter(({ since = 1 }) => since > SCHEMA_VERSION)).toEqual([]);
});

test("what a column was like, it was like up to a version before the present one", () => {
  const forms = tables.flatMap(({ name, columns }) => Object.keys(columns).flatMap((column) => earlierForms(name, column, 1)));
  expect(forms.length).toBeGreaterThan(0);
  expect(forms.filter(({ until }) => until >= SCHEMA_VERSION)).toEqual([]);
});
