import { type Exported, exportFiles } from "../../exchange/export/export-files";
import * as words from "../../wording/export";
import * as say from "../../wording/report";
import { type Options, type Run, textOption } from "../command";
import { findingLines, needsPerson } from "../receipt";
import { UsageError } from "../refusal";
import { hostOf, termsOf } from "../session";

export const run: Run = async (common, _args, options) => {
  const out = textOption(options, "out");
  if (out === undefined || out === "") throw new UsageError(words.noOut);
  const withCards = options.withCards === true;
  const exported = await exportFiles(hostOf(common), termsOf(common), { out, units: unitsIn(options), withCards });
  const { receipt, files, unchanged } = exported;
  return {
    json: { run: receipt.run, files, unchanged, findings: receipt.changes.findings },
    text: textOf(exported),
    needsPerson: needsPerson(receipt.changes.findings),
  };
};

function unitsIn(options: Options): string[] {
  const given = options.unit;
  return Array.isArray(given) ? given.map(String) : typeof given === "string" ? [given] : [];
}

function textOf({ receipt, files, unchanged }: Exported): string {
  const lines = [files.length === 0 ? words.nothingChanged(unchanged) : words.writtenFiles(files.length, unchanged)];
  for (const { file, exchange, generation, rows, setAside } of files) {
    lines.push(words.fileLine(file, exchange, generation, rows));
    if (setAside !== null) lines.push(words.setAsideLine(file, setAside));
  }
  if (receipt.run !== null) lines.push(say.runNumber(receipt.run));
  else if (!receipt.applied) lines.push(say.dryRun);
  return [...lines, ...findingLines(receipt.changes.findings)].join("\n");
}
