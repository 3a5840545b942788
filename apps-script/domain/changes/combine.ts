import type { Table } from "../schema/column";
import { TABLES } from "../schema/index";
import type { Value } from "../snapshot/value";
import type { CellChange, RowChange, Summary } from "./change-set";
import type { Finding } from "./finding";
import { byPlace, type Outcome } from "./outcome";

/**
 * Steps that were decided one after the other, as one: a cell that several steps changed goes from the first
 * `before` to the last `after` (and disappears when that is nothing), a change to a row that an earlier step added
 * becomes part of the new row. A row that got its key on the way is known by it in later steps.
 */
export function combine(steps: readonly Outcome[], summary: Summary): Outcome {
  const cells = new Map<string, CellChange>();
  const rows = new Map<string, RowChange>();
  const findings = new Map<string, Finding>();
  for (const step of steps) {
    for (const row of step.rows) rows.set(`${row.table}\n${row.row}`, row);
    for (const cell of step.cells) {
      const added = rows.get(`${cell.table}\n${cell.row}`);
      if (added) rows.set(`${cell.table}\n${cell.row}`, withCell(added, cell));
      else mergeCell(cells, cell);
    }
    for (const finding of step.findings) findings.set(`${finding.code}\n${finding.table}\n${finding.row ?? ""}`, finding);
  }
  return {
    cells: [...cells.values()].filter((cell) => cell.before !== cell.after),
    rows: [...rows.values()],
    findings: [...findings.values()].sort(byPlace),
    summary,
  };
}

function mergeCell(cells: Map<string, CellChange>, cell: CellChange): void {
  const place = `${cell.table}\n${cell.row}\n${cell.column}`;
  const first = cells.get(place);
  cells.set(place, first ? { ...cell, before: first.before } : cell);
}

function withCell(added: RowChange, cell: CellChange): RowChange {
  const values: Record<string, Value> = { ...added.values, [cell.column]: cell.after };
  if (cell.after === null) delete values[cell.column];
  return { ...added, values };
}

/** True for numbering: ids once given stay given, also when the run that gave them is undone. */
export function isNumbering(cell: CellChange): boolean {
  if (!cell.row.startsWith("@")) return false;
  const table: Table = TABLES[cell.table];
  return table.key.includes(cell.column);
}
