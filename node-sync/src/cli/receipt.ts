import type { CellChange } from "../../../apps-script/domain/changes/change-set";
import type { Finding } from "../../../apps-script/domain/changes/finding";
import { summaryLines } from "../../../apps-script/domain/wording/summary";
import type { Receipt } from "../perform";
import * as halfWay from "../wording/half-way";
import { linesOf } from "../wording/plain-text";
import * as say from "../wording/report";
import type { Report } from "./command";
import { type Titled, titledCell, titledFindings } from "./titled";

/** What `run`, `plan`, `cards` and `undo` leave behind. New rows count cell by cell, their `before` is null. */
export function reportOf(receipt: Receipt, extra: Readonly<Record<string, unknown>> = {}): Report {
  const { changes, run, applied } = receipt;
  return {
    json: {
      action: changes.action,
      run,
      applied: applied && receipt.stopped === null,
      changes: cellsOf(receipt),
      findings: titledFindings(changes.findings),
      summary: changes.summary,
      ...beforehandJson(receipt),
      ...extra,
    },
    text: textOf(receipt),
    needsPerson: needsPerson(changes.findings),
    stopped: receipt.stopped,
  };
}

/** Every cell of a run, by titles: changed ones, those of new rows, those of rows that an undo blanked. */
export function cellsOf({ changes }: Pick<Receipt, "changes">): Titled<CellChange>[] {
  const added = changes.rows.flatMap(({ table, row, values, reason }) =>
    Object.entries(values).map(([column, after]) => ({ table, row, column, before: null, after, reason })),
  );
  const blanked = changes.blanked.flatMap(({ table, row, values, reason }) =>
    Object.entries(values).map(([column, before]) => ({ table, row, column, before, after: null, reason })),
  );
  return [...changes.cells, ...added, ...blanked].map(titledCell);
}

export function needsPerson(findings: readonly Finding[]): boolean {
  return findings.some((finding) => finding.severity === "阻断");
}

const shown = 20;

function textOf(receipt: Receipt): string {
  const { changes, applied, kept } = receipt;
  const lines = [...beforehandLines(receipt), say.changed(changes.cells.length, changes.rows.length, changes.blanked.length)];
  lines.push(...summaryLines(changes.action, changes.summary), ...runLines(receipt));
  if (!applied && receipt.stopped === null) lines.push(say.dryRun);
  lines.push(...findingLines(changes.findings));
  if (kept.length > 0) lines.push(say.keptTitle(kept.length), ...kept.slice(0, shown).map((place) => `  ${place.message}`));
  return linesOf(lines);
}

/** The run, if there is one, and how far it came. */
export function runLines({ run, stopped }: Receipt): string[] {
  if (run === null) return [];
  if (stopped?.at === "close") return [halfWay.closedRun(run)];
  return [stopped?.at === "write" ? halfWay.halfWritten(run) : say.runNumber(run)];
}

/** What earlier commands had left to do and was done first. */
export function beforehandLines(...receipts: readonly Receipt[]): string[] {
  const finished = receipts.flatMap((receipt) => receipt.finished);
  const isMigrated = receipts.some((receipt) => receipt.isMigrated);
  return [...(isMigrated ? [halfWay.migrated] : []), ...(finished.length > 0 ? [halfWay.finished(finished)] : [])];
}

/** The same for scripts; only where there was something. */
export function beforehandJson(...receipts: readonly Receipt[]): Readonly<Record<string, unknown>> {
  const finished = receipts.flatMap((receipt) => receipt.finished);
  const isMigrated = receipts.some((receipt) => receipt.isMigrated);
  return { ...(isMigrated ? { migrated: true } : {}), ...(finished.length > 0 ? { finished } : {}) };
}

/** The worst findings first, ids masked already by the rules; the rest is counted. */
export function findingLines(findings: readonly Finding[]): string[] {
  if (findings.length === 0) return [];
  const lines = [say.findingsTitle(findings)];
  for (const finding of findings.slice(0, shown)) lines.push(say.findingLine(finding));
  if (findings.length > shown) lines.push(say.more(findings.length - shown));
  return lines;
}
