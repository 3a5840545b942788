import { RUN } from "../schema/allowed";
import { longestOf, RUNS, type TableName } from "../schema/index";
import { columnTitle, titleOf } from "../schema/titles";
import type { Grids } from "../snapshot/grid";
import { BrokenWorkbook } from "../snapshot/layout";
import type { Snapshot } from "../snapshot/snapshot";
import { cutTo } from "../snapshot/text-length";
import { summaryCell } from "../wording/summary";
import { arrayColumn, changedMeanwhile, formulaCell, missingTab, rowGone } from "../wording/workbook";
import { aboutPeople } from "./about-people";
import { type CellChange, type ChangeSet, type RowChange, sizeOf } from "./change-set";
import { isNumbering } from "./combine";
import type { Finding } from "./finding";
import { found } from "./found";
import { packChanges } from "./journal";
import { contentDigest, keylessRow } from "./keyless";
import { located } from "./locate";
import { mergedFindings } from "./merged";
import { outsideFindings } from "./outside";
import { type Place, type Placement, placementsOf } from "./placement";
import { type CellWrite, type RunHead, type Secrets, secretKey, type WritePlan } from "./write-plan";

/** Marks on other runs that go with this one: the run that an undo takes back. */
export type RunMarks = readonly { readonly run: string; readonly state: typeof RUN.done | typeof RUN.undone }[];

/** A change set in its places in a workbook. */
export interface Placed {
  /** The changes that can be written; findings say where they stand, and what can't be written and why. */
  readonly applied: ChangeSet;
  /** With nothing to write there is no run. */
  readonly isNothing: boolean;
  /** The cells to write, with the run in the log. It takes the next rows there: made once. */
  readonly plan: (head: RunHead) => WritePlan;
}

/**
 * Turns a change set into cells of the workbook as it stands in `grids`. A cell that no longer holds `before`, that
 * holds a formula, or whose row is gone is not written; it becomes a finding of the applied change set.
 */
export function placeChanges(
  grids: Grids,
  snapshot: Snapshot,
  changes: ChangeSet,
  secrets: Secrets = new Map(),
  marks: RunMarks = [],
): Placed {
  const place = placementsOf(grids, snapshot);
  const findings: Finding[] = [];
  const { cells, writes } = cellWrites(changes.cells, place, findings);
  const { blanked, blankWrites } = blankWritesOf(changes.blanked, place, findings);
  findings.push(...mergedFindings(grids, snapshot), ...arrayFindings(changes.rows, place));
  findings.push(...outsideFindings(grids, changes.rows, place));
  const keyless = keylessRows(cells, place);
  const applied: ChangeSet = {
    ...changes,
    cells,
    blanked,
    findings: located([...findings, ...changes.findings], place),
    ...(keyless ? { keyless } : {}),
  };
  const isNothing = sizeOf(applied) === 0 && marks.length === 0;
  if (!isNothing) for (const table of ["runs", "changeParts"] as const) placed(table, place);
  const plan = (head: RunHead): WritePlan => {
    const run = nextRun(snapshot);
    const rowWrites = changes.rows.flatMap((row) => place(row.table)?.append(withSecrets(row, secrets)) ?? []);
    const log = logWrites(run, applied, head, place, snapshot, marks);
    return { run, ...log, cells: [...writes, ...rowWrites, ...blankWrites], applied };
  };
  return { applied, isNothing, plan };
}

function cellWrites(
  changes: readonly CellChange[],
  place: Place,
  findings: Finding[],
): { cells: CellChange[]; writes: CellWrite[] } {
  for (const change of changes) if (isNumbering(change)) place(change.table)?.rename(change.row, String(change.after));
  const cells: CellChange[] = [];
  const writes: CellWrite[] = [];
  for (const change of changes) {
    const placement = place(change.table);
    const [tab, column] = [titleOf(change.table), columnTitle(change.table, change.column)];
    const row = placement?.find(change.row);
    if (!placement || !row) {
      findings.push(found("W05", change, rowGone(tab, change.row)));
      continue;
    }
    const now = placement.value(row, change.column);
    if (now !== change.before) {
      const message = changedMeanwhile(tab, change.row, column, now === null ? "（空）" : String(now));
      findings.push(found("W03", change, message));
    } else if (placement.isFormula(row, change.column)) {
      findings.push(found("W04", change, formulaCell(tab, change.row, column)));
    } else if (!placement.isMerged(row, change.column)) {
      cells.push(change);
      writes.push(placement.write(row.at, change.column, change.after));
    }
  }
  return { cells, writes };
}

/** New rows go where an array formula of staff's fills a column: its cells are left to it. */
function arrayFindings(rows: readonly RowChange[], place: Place): Finding[] {
  return [...new Set(rows.map(({ table }) => table))].flatMap((table) => {
    const columns = place(table)?.takenByArrays() ?? [];
    return columns.map((column) =>
      found("W04", { table, row: null, column }, arrayColumn(titleOf(table), columnTitle(table, column))),
    );
  });
}

/** Rows that this very run numbers, so that they can be told apart when it is cut off before they have their number. */
function keylessRows(cells: readonly CellChange[], place: Place): ChangeSet["keyless"] | null {
  const rows: Record<string, string> = {};
  for (const cell of cells) {
    const row = isNumbering(cell) ? place(cell.table)?.find(cell.row) : null;
    if (row) rows[keylessRow(cell)] = contentDigest(row);
  }
  return Object.keys(rows).length > 0 ? rows : null;
}

function blankWritesOf(rows: readonly RowChange[], place: Place, findings: Finding[]) {
  const blanked: RowChange[] = [];
  const blankWrites: CellWrite[] = [];
  for (const change of rows) {
    const placement = place(change.table);
    const row = placement?.find(change.row);
    if (placement && row) {
      blanked.push(change);
      blankWrites.push(...placement.blank(row));
    } else {
      const message = rowGone(titleOf(change.table), change.row);
      findings.push(found("W05", { table: change.table, row: change.row, column: null }, message));
    }
  }
  return { blanked, blankWrites };
}

function withSecrets(row: RowChange, secrets: Secrets): RowChange["values"] {
  const secret = secrets.get(secretKey(row.table, row.row));
  return secret ? { ...row.values, ...secret } : row.values;
}

/** Runs count up from the last one in 操作记录. */
export function nextRun(snapshot: Pick<Snapshot, "runs">): string {
  const last = snapshot.runs.reduce((highest, run) => Math.max(highest, Number(/^R(\d+)$/.exec(run.key)?.[1] ?? 0)), 0);
  return `R${String(last + 1).padStart(5, "0")}`;
}

function logWrites(run: string, applied: ChangeSet, head: RunHead, place: Place, snapshot: Snapshot, marks: RunMarks) {
  const log = placed("runs", place);
  const parts = placed("changeParts", place);
  const row = log.append({
    id: run,
    time: head.time,
    clerk: cutTo(head.clerk, longestOf(RUNS.columns.clerk)),
    action: head.title,
    source: head.source,
    changes: sizeOf(applied),
    summary: cutTo(summaryCell(applied.action, applied.summary), longestOf(RUNS.columns.summary)) || null,
    state: RUN.pending,
    people: aboutPeople(applied),
  });
  const content = packChanges(applied).flatMap((text, index) => parts.append({ run, part: index + 1, content: text }));
  const at = row[0]?.at ?? 0;
  const markWrites = marks.flatMap((mark) => {
    const marked = snapshot.runs.find((candidate) => candidate.id === mark.run);
    return marked ? [log.write(marked.at, "state", mark.state)] : [];
  });
  return { journal: [...row, ...content], done: [log.write(at, "state", RUN.done), ...markWrites] };
}

/** Nothing is written that the log can't hold. */
function placed(table: TableName, place: Place): Placement {
  const placement = place(table);
  if (!placement) throw new BrokenWorkbook("missing-tab", missingTab(titleOf(table)));
  return placement;
}
