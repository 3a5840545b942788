import type { Column, Table } from "../../../../apps-script/domain/schema/column";
import { CONFLICTS, TABLES, type TableName, tableTitled } from "../../../../apps-script/domain/schema/index";
import { layoutOf, tabMissing } from "../../../../apps-script/domain/snapshot/layout";
import { rowsOf } from "../../../../apps-script/domain/snapshot/snapshot";
import type { Value } from "../../../../apps-script/domain/snapshot/value";
import { UsageError } from "../../refusal";
import { badWhere, noSuchColumn, noSuchTab } from "../../wording/cli";
import * as say from "../../wording/report";
import type { Options, Run } from "../command";
import { maskedCell, SECRET } from "../masked-cell";
import { gridsOf } from "../session";
import { textTable } from "../text-table";

/**
 * The rows of a tab by title, in the order of the sheet, also those whose keys repeat; of an older workbook as the next run
 * will make them. Secrets are never shown.
 */
export const run: Run = async (common, [title = ""], options) => {
  const table = tableTitled(title);
  if (!table || table.secret) throw new UsageError(noSuchTab(title, visibleTabs()));
  const filters = filtersOf(options, table);
  const grids = await gridsOf(common, [table.name as TableName]);
  const grid = grids.find((candidate) => candidate.title === title);
  if (!grid) throw tabMissing(table, grids);
  const columns = Object.entries(table.columns);
  const rows = rowsOf(table, grid, layoutOf(table, grid))
    .map((row) => Object.fromEntries(columns.map(([name, column]) => [column.title, shown(column, row[name] ?? null)])))
    .filter((row) => filters.every(([column, value]) => String(row[column] ?? "") === value));
  return {
    json: { table: title, columns: columns.map(([, column]) => column.title), rows },
    text: textOf(table, rows),
    needsPerson: false,
  };
};

function shown(column: Column, value: Value): Value {
  return column.secret && value !== null ? SECRET : value;
}

function visibleTabs(): string[] {
  return Object.values<Table>(TABLES).flatMap((table) => (table.hidden ? [] : [table.title]));
}

function filtersOf(options: Options, table: Table): [string, string][] {
  const given = options.where;
  if (!Array.isArray(given)) return [];
  return given.map((text: string) => {
    const at = text.indexOf("=");
    if (at <= 0) throw new UsageError(badWhere(text));
    const column = text.slice(0, at);
    if (!Object.values(table.columns).some((candidate) => candidate.title === column))
      throw new UsageError(noSuchColumn(table.title, column));
    return [column, text.slice(at + 1)];
  });
}

/** On the terminal ids and phones are masked, those inside a text too; hidden and empty columns are left out. */
function textOf(table: Table, rows: readonly Readonly<Record<string, Value>>[]): string {
  if (rows.length === 0) return say.emptyTab;
  const columns = Object.values(table.columns).filter(
    (column) => !column.hidden && rows.some((row) => row[column.title] !== null),
  );
  const masked = (column: Column, row: Readonly<Record<string, Value>>): string => {
    const value = row[column.title] ?? null;
    const isNumber = column.kind === "id" && column.personal === undefined && table.name !== CONFLICTS.name;
    const about = String(row[CONFLICTS.columns.column.title] ?? "");
    return isNumber ? String(value ?? "") : maskedCell({ table: table.title, column: column.title, about }, value);
  };
  const lines = rows.map((row) => columns.map((column) => masked(column, row)));
  return `${textTable(
    columns.map((column) => column.title),
    lines,
  )}\n${say.rowCount(rows.length)}`;
}
