import { withPresentWords } from "../../../apps-script/domain/changes/recover";
import { asMigrated, migrationOf, renamedWords } from "../../../apps-script/domain/operations/migrate";
import { defineTable } from "../../../apps-script/domain/schema/column";
import { SCHEMA_VERSION, SETTINGS } from "../../../apps-script/domain/schema/index";
import { initialTabs } from "../../../apps-script/domain/schema/initial";
import { SETTING_SPECS, type SettingSpec } from "../../../apps-script/domain/schema/settings";
import type { Grid, Grids } from "../../../apps-script/domain/snapshot/grid";
import type { Value } from "../../../apps-script/domain/snapshot/value";

const STATES = defineTable({
  name: "states",
  title: "状态",
  purpose: "",
  key: ["id"],
  columns: {
    id: { title: "编号", owner: "system", kind: "id" },
    state: { title: "状态", owner: "centre", kind: "choice", allowed: ["开班", "停办"] },
  },
});
const HISTORY = [
  { until: 1, renamed: { 开: "开课" } },
  { until: 2, renamed: { 开课: "开班", 停: "停办" } },
];
const earlier = (_table: string, column: string, version: number) =>
  column === "state" ? HISTORY.filter(({ until }) => until >= version) : [];

const grid: Grid = {
  title: "状态",
  headerRow: 2,
  header: ["备注", "编号", " 状态"],
  rows: [
    { at: 3, values: [null, "1", "开"] },
    { at: 4, values: ["开", "2", " 停 "] },
    { at: 6, values: [null, "3", "停"], formulas: [2] },
    { at: 7, values: [null, "4", "开课"] },
    { at: 8, values: [null, "5", "待定"] },
    { at: 9, values: [null, "6"] },
  ],
};

test.each([
  [1, ["3 开班", "4 停办", "7 开班"]],
  [2, ["4 停办", "7 开班"]],
  [3, []],
])("words of version %i stand under their present name", (version, wanted) => {
  const writes = renamedWords(STATES, grid, version, earlier);
  expect(writes.map(({ at, column, value }) => (column === 2 ? `${at} ${value}` : "elsewhere"))).toEqual(wanted);
});

test("a run of an older version is taken back by the words of today", () => {
  const cell = { table: "plan", row: "1", column: "state", before: "开", after: "停", reason: "" } as const;
  const row = { table: "plan", row: "2", values: { state: "停", name: "停" }, reason: "" } as const;
  const renames = (table: string, column: string) =>
    table === "plan" && column === "state" ? HISTORY.map(({ renamed }) => renamed) : [];
  const rest = { action: "plan", today: "2024-03-12", findings: [], summary: {} };
  const { cells, rows, blanked } = withPresentWords({ ...rest, cells: [cell], rows: [row], blanked: [row] }, renames);
  expect(cells).toEqual([{ ...cell, before: "开班", after: "停办" }]);
  for (const changed of [rows, blanked]) expect(changed).toEqual([{ ...row, values: { state: "停办", name: "停" } }]);
});

/** A workbook of the present schema that says it is of the first version and has no entries that came since. */
function older(): Grids {
  const young: readonly string[] = Object.values<SettingSpec>(SETTING_SPECS).flatMap(({ item, since = 1 }) =>
    since > 1 ? [item] : [],
  );
  const asThen = (row: readonly Value[]): readonly Value[] =>
    row[0] === SETTING_SPECS.schemaVersion.item ? [row[0], 1, ...row.slice(2)] : row;
  return initialTabs(2024, "W-1").map(({ table, header, rows }): Grid => {
    const kept = table.title === SETTINGS.title ? rows.filter(([item]) => !young.includes(String(item))).map(asThen) : rows;
    return { title: table.title, headerRow: 1, header, rows: kept.map((values, index) => ({ at: index + 2, values })) };
  });
}

test("entries of 设置 that came since stand below the last one, and the version is the present one", () => {
  const settings = asMigrated(older()).find(({ title }) => title === SETTINGS.title);
  const wanted = initialTabs(2024, "W-1").find(({ table }) => table.title === SETTINGS.title)?.rows ?? [];
  const byItem = (rows: readonly (readonly unknown[])[]) => new Map(rows.map(([item, ...rest]) => [item, rest]));
  expect(byItem(settings?.rows.map(({ values }) => values) ?? [])).toEqual(byItem(wanted));
  expect(migrationOf(older())?.mark.value).toBe(SCHEMA_VERSION);
  expect(migrationOf(asMigrated(older()))).toBeNull();
});
