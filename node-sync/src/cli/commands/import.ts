import { type FileResult, importFiles } from "../../exchange/import-files";
import * as words from "../../wording/import-files";
import * as say from "../../wording/report";
import { type Report, type Run, textOption } from "../command";
import { findingLines, needsPerson } from "../receipt";
import { Refusal } from "../refusal";
import { hostOf, termsOf } from "../session";

export const run: Run = async (common, paths, options) => {
  const list = textOption(options, "as");
  if (list !== undefined) return (await import("./import-site-list")).runSiteLists(common, paths, list);
  const { receipt, files } = await importFiles(hostOf(common), paths, termsOf(common), {
    replies: textOption(options, "replies"),
    force: options.force === true,
    verify: options.verify !== false,
  });
  if (files.length === 0) throw new Refusal("no-files", words.noFiles);
  const errors = files.flatMap(({ error }) => (error ? [error] : []));
  const { changes, run: number } = receipt;
  if (errors.length === files.length && number === null)
    throw new Refusal(errors[0]?.code ?? "unreadable", words.noneReadable(errors.map(({ message }) => message)));
  const text = [
    ...files.flatMap(linesOf),
    say.changed(changes.cells.length, changes.rows.length, 0),
    ...(number === null ? [] : [say.runNumber(number)]),
    ...(receipt.applied ? [] : [say.dryRun]),
    ...findingLines(changes.findings),
  ].join("\n");
  const refused = files.some(({ report, error }) => error !== null || (report?.rows.refused ?? 0) > 0);
  const report: Report = {
    json: { run: number, files: files.map(jsonOf) },
    text,
    needsPerson: refused || needsPerson(changes.findings) || conflicts(files) > 0,
  };
  return report;
};

function conflicts(files: readonly FileResult[]): number {
  return files.reduce((sum, { report }) => sum + (report?.cells.conflicts ?? 0), 0);
}

function jsonOf({ file, report, reply, error }: FileResult): unknown {
  if (!report) return { file, error };
  const { unit, kind, exchange, generation, rows, cells, findings, mapping } = report;
  const stop = error ? { error } : {};
  return { file, unit, kind, exchange, generation, rows, cells, reply, findings, mapping, ...stop };
}

function linesOf({ file, report, reply, error }: FileResult): string[] {
  if (!report) return [words.errorLine(error?.message ?? file)];
  if (error) return [words.stoppedLine(error.message)];
  const { kind, rows } = report;
  const missing = rows.missing > 0 ? words.missingText(rows.missing) : "";
  const replyLine = kind === "returned" ? words.copyLine : words.replyLine;
  return [words.fileLine(file, rows) + missing, ...(reply === null ? [] : [replyLine(reply)])];
}
