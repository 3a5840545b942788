import type { Finding } from "../../changes/finding";
import type { Value } from "../../snapshot/value";
import type { StaffSentence, UnitSentence } from "../../wording/audience";
import type { CellCounts, ListMapping, RefusedRow, RowCounts } from "../file-report";

/** What became of a cell that the unit changed: `taken` went into 名册, `conflict` waits in 冲突, `refused` was not taken. */
export type Verdict = "taken" | "conflict" | "refused";

/** A cell for the annotated copy. `column` is the English name in 名册, also of a grey column. */
export interface AnnotatedCell {
  readonly column: string;
  readonly title: string;
  readonly address: string;
  readonly verdict: Verdict;
  /** As it stands in the file. */
  readonly written: Value;
  /** For the unit. */
  readonly reason: UnitSentence | null;
}

export type RowEnd = keyof Omit<RowCounts, "total">;

/** A person's row for the annotated copy, in the order of the file. */
export interface AnnotatedRow {
  readonly sheet: string;
  readonly at: number;
  /** `null` for a refused row that is nobody's. */
  readonly enrolment: string | null;
  /** The name as it stands in the file. */
  readonly name: Value;
  readonly end: RowEnd;
  /** Why the row as a whole was refused, for the unit. */
  readonly reasons: readonly UnitSentence[];
  /** Those that there is something to say of: not the ones that 名册 agrees with, nor those left as they were sent. */
  readonly cells: readonly AnnotatedCell[];
}

/** A file that goes no further: nothing of it was taken. `isQuestion` when `force` takes it all the same. */
export interface Stop {
  readonly code: string;
  readonly message: StaffSentence;
  readonly isQuestion: boolean;
}

/**
 * What became of a file that we sent. Every person's row is in exactly one of new, changed, unchanged and refused; every
 * filled cell of a unit column, and every grey cell that was changed, is in exactly one of applied, equal, conflicts and
 * refused. `missing` are people of the sent file who are not in it any more.
 */
export interface ReturnedReport {
  readonly file: string;
  readonly fingerprint: string;
  readonly unit: string | null;
  readonly kind: "returned";
  readonly exchange: string | null;
  readonly generation: number | null;
  readonly importedBefore: boolean;
  readonly rows: RowCounts & { readonly missing: number };
  readonly cells: CellCounts;
  readonly findings: readonly Finding[];
  readonly refusedRows: readonly RefusedRow[];
  readonly mapping: readonly ListMapping[];
  readonly stopped: Stop | null;
  readonly annotated: readonly AnnotatedRow[];
}
