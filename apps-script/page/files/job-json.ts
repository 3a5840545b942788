import type { Summary } from "../../domain/changes/change-set";
import type { Severity } from "../../domain/changes/finding";
import type { Value } from "../../domain/snapshot/value";

/** What the commands leave behind as JSON, as far as the page shows it. Tables and columns go by their titles. */
interface JobJson {
  readonly run: string | null;
  readonly findings?: readonly FindingJson[];
  /** It stopped half way. */
  readonly stopped?: { readonly message: string };
}

/** Of a command that took files in. */
export interface TakenJson extends JobJson {
  readonly action?: string;
  readonly summary?: Summary;
  readonly changes?: readonly CellJson[];
  readonly files?: readonly FileJson[];
}

/** Of 发给单位. */
export interface SentJson extends JobJson {
  readonly files: readonly { readonly unit: string; readonly file: string; readonly rows: number }[];
  /** Files that lay there already, saying all there is to say. */
  readonly unchanged: number;
}

/** Of a Word form that was filled in. */
export interface FormJson {
  readonly kind: "once" | "each" | "list";
  readonly people: number;
  readonly leftOut: readonly string[];
  readonly notes: readonly string[];
}

export interface FindingJson {
  readonly severity: Severity;
  readonly message: string;
  readonly suggestion: string;
}

export interface CellJson {
  readonly table: string;
  readonly row: string;
  readonly column: string;
  readonly before: Value;
  readonly after: Value;
}

/** What one file brings; of a file that cannot be read only the error. */
export interface FileJson {
  readonly unit?: string | null;
  /** Of when a list of a site is. */
  readonly asOf?: string;
  readonly rows?: Readonly<Record<"total" | "new" | "changed" | "unchanged" | "refused" | "missing", number>>;
  readonly cells?: { readonly conflicts: number } | number;
  readonly changes?: Readonly<Record<"filled" | "replaced" | "left", number>>;
  readonly findings?: readonly FindingJson[];
  /** `isQuestion`: it is taken all the same once staff say so. */
  readonly error?: { readonly message: string; readonly isQuestion?: boolean };
}
