import { exportFiles } from "../../exchange/export/export-files";
import { UsageError } from "../../refusal";
import * as words from "../../wording/export";
import { linesOf } from "../../wording/plain-text";
import { type Options, type Run, textOption } from "../command";
import { exportLines, putAsideJson } from "../file-report";
import { beforehandJson, beforehandLines, findingLines, needsPerson } from "../receipt";
import { hostOf, termsOf } from "../session";
import { titledFindings } from "../titled";

export const run: Run = async (common, _args, options) => {
  const out = textOption(options, "out");
  if (out === undefined || out === "") throw new UsageError(words.noOut);
  const withCards = options.withCards === true;
  const exported = await exportFiles(await hostOf(common), termsOf(common), { out, units: unitsIn(options), withCards });
  const { receipt, files, unchanged, stopped } = exported;
  const { findings } = receipt.changes;
  return {
    json: {
      run: receipt.run,
      files,
      unchanged,
      findings: titledFindings(findings),
      ...putAsideJson(exported),
      ...beforehandJson(receipt),
    },
    text: linesOf([...beforehandLines(receipt), ...exportLines(exported), ...findingLines(findings)]),
    needsPerson: needsPerson(findings),
    stopped,
  };
};

function unitsIn(options: Options): string[] {
  const given = options.unit;
  return Array.isArray(given) ? given.map(String) : typeof given === "string" ? [given] : [];
}
