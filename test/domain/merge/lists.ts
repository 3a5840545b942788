import { withChanges } from "../../../apps-script/domain/changes/advance";
import { type ForeignFile, foreignFileOf, type ImportDecision, importForeign } from "../../../apps-script/domain/merge/foreign";
import type { CellRange } from "../../../apps-script/domain/merge/table-file";
import { contextOf } from "../../../apps-script/domain/rules/context";
import type { Snapshot } from "../../../apps-script/domain/snapshot/snapshot";
import type { Value } from "../../../apps-script/domain/snapshot/value";

export const TODAY = "2024-01-10";

export type Line = readonly Value[];

/** A file of one sheet; blank lines are left out as a reader leaves them out. */
export function fileOf(lines: readonly Line[], merges: readonly CellRange[] = [], name = "名单.xlsx"): ForeignFile {
  const rows = lines
    .map((cells, index) => ({ at: index + 1, cells }))
    .filter(({ cells }) => cells.some((cell) => cell !== null && cell !== ""));
  return foreignFileOf({
    file: name,
    fingerprint: JSON.stringify(lines).slice(0, 400),
    sheets: [{ name: "人员", hidden: false, rows, merges }],
  });
}

/** Takes files in and returns the decision with the workbook as it is afterwards. */
export function importInto(
  book: Snapshot,
  ...files: readonly ForeignFile[]
): { readonly decision: ImportDecision; readonly after: Snapshot } {
  const decision = importForeign(files, book, contextOf(book, TODAY));
  return { decision, after: withChanges(book, decision) };
}

/** Ids that belong to no living person: area 379999 is not assigned. */
export function idOf(serial: number): string {
  const body = `379999${1950 + (serial % 50)}0101${String(1 + (Math.floor(serial / 50) % 900)).padStart(3, "0")}`;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((all, weight, place) => all + weight * Number(body[place]), 0);
  return body + "10X98765432".charAt(sum % 11);
}
