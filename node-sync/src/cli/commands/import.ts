import { importFiles } from "../../exchange/import-files";
import * as words from "../../wording/import-files";
import { linesOf } from "../../wording/plain-text";
import * as say from "../../wording/report";
import { type Report, type Run, textOption } from "../command";
import { fileJson, fileLines, isOpenFile } from "../file-report";
import { findingLines, needsPerson } from "../receipt";
import { Refusal } from "../refusal";
import { hostOf, setAsideOf, termsOf } from "../session";

export const run: Run = async (common, paths, options) => {
  const list = textOption(options, "as");
  if (list !== undefined) return (await import("./import-site-list")).runSiteLists(common, paths, list);
  const { receipt, files } = await importFiles(await hostOf(common), paths, termsOf(common), {
    setAside: await setAsideOf(common),
    replies: textOption(options, "replies"),
    force: options.force === true,
    verify: options.verify !== false,
  });
  if (files.length === 0) throw new Refusal("no-files", words.noFiles);
  const errors = files.flatMap(({ error }) => (error ? [error] : []));
  const { changes, run: number } = receipt;
  if (errors.length === files.length && number === null)
    throw new Refusal(
      errors[0]?.code ?? "unreadable",
      errors.map(({ message }) => message),
    );
  const text = linesOf([
    ...files.flatMap(fileLines),
    say.changed(changes.cells.length, changes.rows.length, 0),
    ...(number === null ? [] : [say.runNumber(number)]),
    ...(receipt.applied ? [] : [say.dryRun]),
    ...findingLines(changes.findings),
  ]);
  const report: Report = {
    json: { run: number, files: files.map(fileJson) },
    text,
    needsPerson: files.some(isOpenFile) || needsPerson(changes.findings),
  };
  return report;
};
