import { isRefusalCode } from "../../../../apps-script/domain/refusal";
import { type Imported, importFiles } from "../../exchange/import-files";
import { hasWritten, type Receipt } from "../../perform";
import { refusal } from "../../refusal";
import * as words from "../../wording/import-files";
import { linesOf } from "../../wording/plain-text";
import * as say from "../../wording/report";
import { type Common, type Run, textOption } from "../command";
import { earlierLines, fileJson, fileLines, isOpenFile } from "../file-report";
import { beforehandJson, beforehandLines, cellsOf, findingLines, needsPerson, runLines } from "../receipt";
import { importPlaces, setAsideOf, termsOf } from "../session";

export const run: Run = async (common, paths, options) => {
  const list = textOption(options, "as");
  if (list !== undefined)
    return (await import("./import-site-list")).runSiteLists(common, paths, list, textOption(options, "asOf"));
  const imported = await importFiles(await importPlaces(common), paths, termsOf(common), {
    setAside: await setAsideOf(common),
    replies: textOption(options, "replies"),
    force: options.force === true,
    verify: options.verify !== false,
  });
  const { receipt, files, earlier, stopped } = imported;
  refuseNothing(imported, common);
  const { changes, run: number } = receipt;
  const text = linesOf([
    ...beforehandLines(receipt),
    ...files.flatMap(fileLines),
    ...earlierLines(earlier, new Set(files.map(({ reply }) => reply))),
    say.changed(changes.cells.length, changes.rows.length, 0),
    ...runLines(receipt),
    ...(common.dryRun ? [say.dryRun] : []),
    ...findingLines(changes.findings),
  ]);
  return {
    json: { run: number, files: files.map(fileJson), earlier, ...beforehandJson(receipt), ...cellsForPage(common, receipt) },
    text,
    needsPerson: files.some(isOpenFile) || needsPerson(changes.findings),
    stopped,
  };
};

/** On a page staff look at each cell before they agree. */
function cellsForPage({ page }: Common, receipt: Receipt): Readonly<Record<string, unknown>> {
  return page ? { changes: cellsOf(receipt) } : {};
}

/**
 * A page asks about a file that stops with a question.
 *
 * @throws {Refusal} where there was nothing to read, and nothing was done besides
 */
function refuseNothing({ receipt, files, earlier, stopped }: Imported, { page }: Common): void {
  if (stopped !== null || hasWritten(receipt) || earlier.length > 0) return;
  if (files.length === 0) throw refusal("no-files", words.noFiles);
  const errors = files.flatMap(({ error }) => (error ? [error] : []));
  if (page && errors.some(({ isQuestion }) => isQuestion)) return;
  if (errors.length === files.length)
    throw refusal(
      errors.map(({ code }) => code).find(isRefusalCode) ?? "unreadable",
      errors.map(({ message }) => message),
    );
}
