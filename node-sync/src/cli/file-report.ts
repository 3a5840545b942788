import type { Exported } from "../exchange/export/export-files";
import type { FileResult } from "../exchange/import-files";
import * as exportWords from "../wording/export";
import * as words from "../wording/import-files";
import * as say from "../wording/report";

/** What became of a file that came in, as `import` and `sync` say it in JSON. */
export function fileJson({ file, report, reply, error }: FileResult): Readonly<Record<string, unknown>> {
  if (!report) return { file, error };
  const { unit, kind, exchange, generation, rows, cells, changes, findings, mapping } = report;
  const stop = error ? { error } : {};
  return { file, unit, kind, exchange, generation, rows, cells, changes, reply, findings, mapping, ...stop };
}

export function fileLines({ file, report, reply, error }: FileResult): string[] {
  if (!report) return [words.errorLine(error?.message ?? file)];
  if (error) return [words.stoppedLine(error.message)];
  const { kind, rows, cells, changes } = report;
  const missing = rows.missing > 0 ? words.missingText(rows.missing) : "";
  const replyLine = kind === "returned" ? words.copyLine : words.replyLine;
  return [words.fileLine(file, rows, changes, cells.conflicts) + missing, ...(reply === null ? [] : [replyLine(reply)])];
}

/** Whether somebody must see to a file: not read, rows refused or left to staff, cells in conflict. */
export function isOpenFile({ report, error }: Pick<FileResult, "report" | "error">): boolean {
  if (error !== null || !report) return error !== null;
  return report.rows.refused + report.cells.conflicts + report.changes.left > 0;
}

/** The files that went out. */
export function exportLines({ receipt, files, unchanged }: Exported): string[] {
  const lines = [files.length === 0 ? exportWords.nothingChanged(unchanged) : exportWords.writtenFiles(files.length, unchanged)];
  for (const { file, exchange, generation, rows, setAside } of files) {
    lines.push(exportWords.fileLine(file, exchange, generation, rows));
    if (setAside !== null) lines.push(exportWords.setAsideLine(file, setAside));
  }
  if (receipt.run !== null) lines.push(say.runNumber(receipt.run));
  else if (!receipt.applied) lines.push(say.dryRun);
  return lines;
}
