import type { EarlierAnswer } from "../exchange/deliver-answers";
import type { Exported } from "../exchange/export/export-files";
import type { FileResult } from "../exchange/import-files";
import * as exportWords from "../wording/export";
import * as halfWay from "../wording/half-way";
import * as words from "../wording/import-files";
import * as say from "../wording/report";
import { runLines } from "./receipt";
import { titledFindings } from "./titled";

/** What became of a file that came in, as `import` and `sync` say it in JSON. */
export function fileJson({ file, report, takenIn, reply, error }: FileResult): Readonly<Record<string, unknown>> {
  if (!report) return { file, error };
  const { unit, kind, exchange, generation, rows, cells, changes, mapping } = report;
  const findings = titledFindings(report.findings);
  const stop = error ? { error } : {};
  const before = report.importedBefore ? { takenIn } : {};
  return { file, unit, kind, exchange, generation, rows, cells, changes, ...before, reply, findings, mapping, ...stop };
}

export function fileLines({ file, report, takenIn, reply, error }: FileResult): string[] {
  if (!report) return [words.errorLine(error?.message ?? file)];
  if (error) return [words.stoppedLine(error.message)];
  const { rows, cells, changes } = report;
  const missing = rows.missing > 0 ? words.missingText(rows.missing) : "";
  const replyLine = report.kind === "returned" ? words.copyLine : words.replyLine;
  const unread = report.kind === "foreign" && report.unread.length > 0 ? [words.unreadLine(report.unread)] : [];
  const before = report.importedBefore ? [halfWay.takenBefore(takenIn)] : [];
  const line = words.fileLine(file, rows, changes, cells.conflicts) + missing;
  return [line, ...unread, ...before, ...(reply === null ? [] : [replyLine(reply)])];
}

/** Whether somebody must see to a file: not read, rows refused or left to staff, cells in conflict. */
export function isOpenFile({ report, error }: Pick<FileResult, "report" | "error">): boolean {
  if (error !== null || !report) return error !== null;
  return report.rows.refused + report.cells.conflicts + report.changes.left > 0;
}

/** The files that went out. */
export function exportLines({ receipt, files, putAside, unchanged, sent, stopped }: Exported): string[] {
  const missing = sent.length - files.length - unchanged;
  const isNothing = files.length === 0 && missing === 0;
  const lines = isNothing && stopped === null ? [exportWords.nothingChanged(unchanged)] : [];
  if (files.length > 0) lines.push(exportWords.writtenFiles(files.length, unchanged));
  for (const { file, exchange, generation, rows, setAside } of files) {
    lines.push(exportWords.fileLine(file, exchange, generation, rows));
    if (setAside !== null) lines.push(exportWords.setAsideLine(file, setAside));
  }
  for (const { file, setAside } of putAside) lines.push(exportWords.setAsideLine(file, setAside));
  if (missing > 0) lines.push(halfWay.notWrittenYet(missing));
  lines.push(...runLines(receipt));
  if (!receipt.applied && receipt.stopped === null) lines.push(say.dryRun);
  return lines;
}

/** Files that were renamed and not written anew, for scripts; only where there are any. */
export function putAsideJson({ putAside }: Exported): Readonly<Record<string, unknown>> {
  return putAside.length > 0 ? { putAside } : {};
}

/** Answers that an earlier command owed when it was cut off; those that a file's own line names are left out. */
export function earlierLines(earlier: readonly EarlierAnswer[], named: ReadonlySet<string | null> = new Set()): string[] {
  return earlier
    .filter(({ reply }) => !named.has(reply))
    .map(({ answers, reply, run }) => halfWay.earlierReply(answers, reply, run));
}
