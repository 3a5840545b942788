import type { CellChange } from "../../../apps-script/domain/changes/change-set";
import { type Finding, titledPlace } from "../../../apps-script/domain/changes/finding";
import type { Kept } from "../../../apps-script/domain/changes/undo";
import { columnTitle, titleOf } from "../../../apps-script/domain/schema/titles";

/** What scripts read: tables and columns by the titles that people see, in place of their names. */
export type Titled<T extends { readonly column: string | null }> = Omit<T, "table" | "column"> & {
  readonly table: string;
  readonly column: T["column"];
};

export function titledFindings(findings: readonly Finding[]): Titled<Finding>[] {
  return findings.map((finding) => ({ ...finding, ...titledPlace(finding) }));
}

export function titledCell(cell: CellChange): Titled<CellChange> {
  return { ...cell, table: titleOf(cell.table), column: columnTitle(cell.table, cell.column) };
}

export function titledKept(kept: readonly Kept[]): Titled<Kept>[] {
  return kept.map((place) => ({ ...place, ...titledPlace(place) }));
}
