import { type Finding, fileName } from "../changes/finding";
import { maskText } from "../people/masks";
import { columnTitle } from "../schema/titles";
import { titleOfColumn } from "../schema/unit-columns";
import type { StaffSentence, UnitSentence } from "../wording/audience";
import * as say from "../wording/import";
import { adviceOf, type CodeOf, severityOf } from "../wording/rules";
import type { FileCode, FileGraded } from "./file-code";
import type { ReceivedCell, Refusal } from "./incoming";
import type { SkippedRow } from "./sheet-lists";

/** A row that did not enter, with the reason at each cell and all its cells as received: what the unit is told of it. */
export interface RefusedRow {
  readonly sheet: string;
  readonly at: number;
  readonly reasons: readonly { readonly address: string; readonly column: string; readonly message: UnitSentence }[];
  readonly cells: readonly ReceivedCell[];
}

/** What a unit is told of a row that was refused; nothing where the reasons are for staff alone. */
export function reasonsFor(refusals: readonly Refusal[]): RefusedRow["reasons"] {
  return refusals.flatMap(({ address, column, told }) =>
    told === null ? [] : [{ address, column: titleOfColumn(column), message: told }],
  );
}

/** How the columns of one list were read: our title ← their header, and the headers that were not taken. */
export interface ListMapping {
  readonly sheet: string;
  readonly taken: readonly { readonly title: string; readonly header: string }[];
  readonly ignored: readonly string[];
  readonly skipped: readonly SkippedRow[];
}

/**
 * What became of a foreign file. Every row of its lists is in exactly one of new, changed, unchanged and refused; every
 * filled cell of a column that was taken is in exactly one of applied, equal, conflicts and refused.
 */
export interface ForeignReport {
  readonly file: string;
  readonly fingerprint: string;
  readonly unit: string | null;
  /**
   * The known unit that all rows are of, refused ones too, and that the list shows as its sender; else `null`. Its reply goes
   * to this unit: a list that merely names a unit may be anybody's.
   */
  readonly soleUnit: string | null;
  readonly kind: "foreign";
  readonly exchange: null;
  readonly generation: null;
  readonly importedBefore: boolean;
  readonly rows: RowCounts & { readonly missing: 0 };
  readonly cells: CellCounts;
  readonly changes: ChangeCounts;
  readonly stopped: Stop | null;
  readonly findings: readonly Finding[];
  readonly refusedRows: readonly RefusedRow[];
  readonly mapping: readonly ListMapping[];
  /** The headers that nobody reads, see `unreadHeaders`. */
  readonly unread: readonly string[];
}

/** A file that goes no further: nothing of it was taken. `isQuestion` when `force` takes it all the same. */
export interface Stop {
  readonly code: Extract<FileCode, CodeOf<"阻断">>;
  readonly message: StaffSentence;
  readonly isQuestion: boolean;
}

/**
 * What the changed rows of a file are: `filled` those in which only empty cells were filled, `replaced` those in which a
 * value was replaced. `left` are the unchanged rows that wait for staff to say who reports for whom.
 */
export interface ChangeCounts {
  readonly filled: number;
  readonly replaced: number;
  readonly left: number;
}

export interface RowCounts {
  readonly total: number;
  readonly new: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly refused: number;
}

export interface CellCounts {
  readonly applied: number;
  readonly equal: number;
  readonly conflicts: number;
  readonly refused: number;
}

/** The balance of a file does not add up: a fault of the program, and nothing may be written. */
class UnbalancedImport extends Error {
  override readonly name = "UnbalancedImport";
}

/** Counts rows and cells, and checks at the end that what came in is what was accounted for. */
export class Account {
  private readonly rows = { new: 0, changed: 0, unchanged: 0, refused: 0 };
  private readonly cells = { applied: 0, equal: 0, conflicts: 0, refused: 0 };

  row(end: keyof Omit<RowCounts, "total">): void {
    this.rows[end]++;
  }

  cell(end: keyof CellCounts, count = 1): void {
    this.cells[end] += count;
  }

  /** @throws {UnbalancedImport} when a row or a cell ended nowhere or twice */
  close(file: string, rows: number, cells: number): { rows: RowCounts; cells: CellCounts } {
    const sum = (counts: Readonly<Record<string, number>>): number => Object.values(counts).reduce((all, one) => all + one, 0);
    if (sum(this.rows) !== rows) throw new UnbalancedImport(say.unbalanced(file, "行数"));
    if (sum(this.cells) !== cells) throw new UnbalancedImport(say.unbalanced(file, "格数"));
    return { rows: { total: rows, ...this.rows }, cells: { ...this.cells } };
  }
}

/** Where in the file a finding belongs; `at` is null for the file as a whole. */
export interface Place {
  readonly sheet: string | null;
  readonly at: number | null;
  readonly address: string | null;
  readonly name: string;
}

interface Noted {
  readonly what: FileGraded;
  readonly place: Place;
  readonly column: string | null;
  readonly messages: StaffSentence[];
}

/** The findings of one file: one per rule, sheet and row, several cells of a row in one sentence. */
export class FileFindings {
  private readonly noted = new Map<string, Noted>();

  constructor(private readonly file: string) {}

  note(what: FileGraded, place: Place, column: string | null, message: StaffSentence): void {
    const id = JSON.stringify([what.code, place.sheet, place.at]);
    const earlier = this.noted.get(id);
    if (!earlier) {
      this.noted.set(id, { what, place, column, messages: [message] });
      return;
    }
    // Two people stand in one row of lists that lie side by side.
    const sentence = place.name === earlier.place.name ? message : say.ofAnother(place.address, place.name, message);
    if (!earlier.messages.includes(sentence)) earlier.messages.push(sentence);
  }

  /** As findings about 名册, or about file and sheet, so that rows of several sheets and files stay apart. */
  all(about: "roster" | "file" = "roster"): Finding[] {
    return [...this.noted.values()].map(({ what, place, column, messages }) => ({
      code: what.code,
      severity: severityOf(what),
      table: about === "file" ? fileName(this.file, ...(place.sheet === null ? [] : [place.sheet])) : about,
      row: place.at === null ? null : String(place.at),
      column: about === "file" && column !== null ? columnTitle("roster", column) : column,
      message: this.sentence(place, messages),
      suggestion: adviceOf(what.code),
    }));
  }

  private sentence({ sheet, address, name }: Place, messages: readonly StaffSentence[]): string {
    return maskText(say.placed(this.file, sheet, address, name, messages));
  }
}

/** The counts of several files added up, as a run's summary says them. */
export function totalsOf(reports: readonly { readonly rows: RowCounts; readonly cells: CellCounts }[]) {
  const sum = (count: (report: (typeof reports)[number]) => number): number =>
    reports.reduce((all, report) => all + count(report), 0);
  return {
    files: reports.length,
    total: sum(({ rows }) => rows.total),
    new: sum(({ rows }) => rows.new),
    changed: sum(({ rows }) => rows.changed),
    unchanged: sum(({ rows }) => rows.unchanged),
    refused: sum(({ rows }) => rows.refused),
    conflicts: sum(({ cells }) => cells.conflicts),
  };
}
