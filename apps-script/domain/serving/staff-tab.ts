import { TABLES, type Table } from "../schema/index";
import { HEADER_WITHIN } from "../snapshot/header";
import { headerForm } from "../snapshot/layout";

/** Tables of which no page gets to see all. */
const SECRETIVE = Object.values<Table>(TABLES).flatMap((table) => {
  const secrets = Object.values(table.columns).flatMap(({ title, secret }) => (secret ? [title] : []));
  const keys = table.key.flatMap((name) => table.columns[name]?.title ?? []);
  return secrets.length > 0 ? [[...keys, ...secrets].map(headerForm)] : [];
});

/** Whether a tab under another title is one with secrets all the same: a copy, or one that somebody renamed. */
export function holdsSecrets(cells: readonly (readonly string[])[]): boolean {
  const filled = cells.filter((row) => row.some((cell) => cell !== "")).slice(0, HEADER_WITHIN);
  const headers = filled.map((row) => new Set(row.map(headerForm)));
  return SECRETIVE.some((titles) => headers.some((header) => titles.every((title) => header.has(title))));
}
