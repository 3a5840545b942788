import { RUN } from "../schema/allowed";
import { CHANGE_PARTS, longestOf, RUNS } from "../schema/index";
import type { Grids } from "../snapshot/grid";
import { BrokenWorkbook } from "../snapshot/layout";
import type { Snapshot } from "../snapshot/snapshot";
import { cutTo } from "../snapshot/text-length";
import type { RuleCode } from "../wording/rules";
import { summaryCell } from "../wording/summary";
import {
  changedMeanwhile,
  changedMeanwhileAdvice,
  formulaCell,
  formulaCellAdvice,
  missingTab,
  rowGone,
  rowGoneAdvice,
} from "../wording/workbook";
import { type CellChange, type ChangeSet, type RowChange, sizeOf } from "./change-set";
import { isNumbering } from "./combine";
import type { Finding } from "./finding";
import { packChanges } from "./journal";
import { contentDigest, keylessRow } from "./keyless";
import { located } from "./locate";
import { type Placement, placementsOf } from "./placement";
import { type CellWrite, type RunHead, type Secrets, secretKey, type WritePlan } from "./write-plan";

/** Marks on other runs that go with this one: the run that an undo takes back. */
export type RunMarks = readonly { readonly run: string; readonly state: typeof RUN.done | typeof RUN.undone }[];

/**
 * Turns a change set into cells of the workbook as it stands in `grids`. A cell that no longer holds `before`, that
 * holds a formula, or whose row is gone is not written; it becomes a finding of the applied change set.
 * With nothing left to write there is no run: null.
 */
export function planApply(
  grids: Grids,
  snapshot: Snapshot,
  changes: ChangeSet,
  head: RunHead,
  secrets: Secrets = new Map(),
  marks: RunMarks = [],
): { plan: WritePlan | null; applied: ChangeSet } {
  const place = placementsOf(grids, snapshot);
  const findings: Finding[] = [];
  const { cells, writes } = cellWrites(changes.cells, place, findings);
  const rowWrites = changes.rows.flatMap((row) => place(row.table)?.append(withSecrets(row, secrets)) ?? []);
  const { blanked, blankWrites } = blankWritesOf(changes.blanked, place, findings);
  const keyless = keylessRows(cells, place);
  const applied: ChangeSet = {
    ...changes,
    cells,
    blanked,
    findings: located([...findings, ...changes.findings], place),
    ...(keyless ? { keyless } : {}),
  };
  if (sizeOf(applied) === 0 && marks.length === 0) return { plan: null, applied };
  const run = nextRun(snapshot);
  const plan = {
    run,
    ...logWrites(run, applied, head, place, snapshot, marks),
    cells: [...writes, ...rowWrites, ...blankWrites],
    applied,
  };
  return { plan, applied };
}

type Place = (title: string) => Placement | null;

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
    const row = placement?.find(change.row);
    if (!placement || !row) {
      findings.push(lost("W05", change, rowGone(change.table, change.row), rowGoneAdvice));
      continue;
    }
    const now = placement.value(row, change.column);
    if (now !== change.before) {
      const message = changedMeanwhile(change.table, change.row, change.column, now === null ? "（空）" : String(now));
      findings.push(lost("W03", change, message, changedMeanwhileAdvice));
    } else if (placement.isFormula(row, change.column)) {
      findings.push(lost("W04", change, formulaCell(change.table, change.row, change.column), formulaCellAdvice));
    } else {
      cells.push(change);
      writes.push(placement.write(row.at, change.column, change.after));
    }
  }
  return { cells, writes };
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

function lost(code: RuleCode, change: CellChange, message: string, suggestion: string): Finding {
  return { code, severity: "警告", table: change.table, row: change.row, column: change.column, message, suggestion };
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
      const message = rowGone(change.table, change.row);
      findings.push({
        code: "W05",
        severity: "警告",
        table: change.table,
        row: change.row,
        column: null,
        message,
        suggestion: rowGoneAdvice,
      });
    }
  }
  return { blanked, blankWrites };
}

function withSecrets(row: RowChange, secrets: Secrets): RowChange["values"] {
  const secret = secrets.get(secretKey(row.table, row.row));
  return secret ? { ...row.values, ...secret } : row.values;
}

/** Runs count up from the last one in 操作记录. */
export function nextRun(snapshot: Snapshot): string {
  const last = snapshot.runs.reduce((highest, run) => Math.max(highest, Number(/^R(\d+)$/.exec(run.key)?.[1] ?? 0)), 0);
  return `R${String(last + 1).padStart(5, "0")}`;
}

function logWrites(run: string, applied: ChangeSet, head: RunHead, place: Place, snapshot: Snapshot, marks: RunMarks) {
  const log = placed(RUNS.title, place);
  const parts = placed(CHANGE_PARTS.title, place);
  const row = log.append({
    [RUNS.columns.id.title]: run,
    [RUNS.columns.time.title]: head.time,
    [RUNS.columns.clerk.title]: cutTo(head.clerk, longestOf(RUNS.columns.clerk)),
    [RUNS.columns.action.title]: head.title,
    [RUNS.columns.source.title]: head.source,
    [RUNS.columns.changes.title]: sizeOf(applied),
    [RUNS.columns.summary.title]: cutTo(summaryCell(applied.action, applied.summary), longestOf(RUNS.columns.summary)) || null,
    [RUNS.columns.state.title]: RUN.pending,
  });
  const content = packChanges(applied).flatMap((text, index) =>
    parts.append({
      [CHANGE_PARTS.columns.run.title]: run,
      [CHANGE_PARTS.columns.part.title]: index + 1,
      [CHANGE_PARTS.columns.content.title]: text,
    }),
  );
  const at = row[0]?.at ?? 0;
  const markWrites = marks.flatMap((mark) => {
    const marked = snapshot.runs.find((candidate) => candidate.id === mark.run);
    return marked ? [log.write(marked.at, RUNS.columns.state.title, mark.state)] : [];
  });
  return { journal: [...row, ...content], done: [log.write(at, RUNS.columns.state.title, RUN.done), ...markWrites] };
}

/** Nothing is written that the log can't hold. */
function placed(title: string, place: Place): Placement {
  const placement = place(title);
  if (!placement) throw new BrokenWorkbook("missing-tab", missingTab(title));
  return placement;
}
