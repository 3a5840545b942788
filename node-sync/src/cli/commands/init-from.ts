import { realFile } from "../../files/real-file";
import { bookFiles, type Way } from "../../next-year/book-files";
import { type Rolled, rollBook } from "../../next-year/roll";
import { takeBack } from "../../next-year/take-back";
import { UsageError } from "../../refusal";
import * as say from "../../wording/next-year";
import { linesOf } from "../../wording/plain-text";
import { type Common, type Options, type Report, type Run, textOption } from "../command";
import { beforehandJson, findingLines, needsPerson } from "../receipt";
import { bookOf, termsOf } from "../session";
import { sheetIdIn } from "../sheet-id";
import { titledFindings } from "../titled";
import { yearOption } from "./plan";

/** Makes the book of the next year out of that of this one, or brings it up to what changed there since. */
export const run: Run = async (common, _args, options) => {
  if (textOption(options, "plan") !== undefined) throw new UsageError(say.planLater);
  if (common.sheet !== null) return betweenSheets(common, common.sheet, options);
  const way = await wayOf(common, options);
  if (options.undo === true) return undone(common, await takeBack(way, termsOf(common), { isGone: options.force === true }));
  const rolled = await rollBook(bookFiles(way), yearOption(options), termsOf(common));
  return reportOf(way, common, rolled);
};

function undone({ dryRun }: Common, aside: string | null): Report {
  const text = dryRun ? say.wouldTakeBack : aside === null ? say.markTakenBack : say.takenBack(aside);
  return { json: { applied: !dryRun, aside: dryRun ? null : aside }, text, needsPerson: false };
}

/** The new Sheet is a copy of the old one that staff made by Google's menu. */
async function betweenSheets(common: Common, to: string, options: Options): Promise<Report> {
  if (options.undo === true) throw new UsageError(say.sheetUndo);
  const from = sheetIdIn(textOption(options, "from") ?? "");
  if (from === to) throw new UsageError(say.sameSheet);
  const { openSheet } = await import("../../google/open-sheet");
  const { bookSheets } = await import("../../next-year/book-sheets");
  const [old, next] = [(await openSheet(from)).host, (await openSheet(to)).host];
  const rolled = await rollBook(bookSheets(old, next), yearOption(options), termsOf(common));
  return reportOf({ from, to }, common, rolled);
}

async function wayOf(common: Common, options: Options): Promise<Way> {
  if (common.book === null) throw new UsageError(say.bookNeeded);
  const [from, to] = [await realFile(textOption(options, "from") ?? ""), bookOf(common)];
  if (from === to) throw new UsageError(say.sameFile);
  return { from, to };
}

function reportOf(way: Way, { dryRun }: Common, rolled: Rolled): Report {
  const { report, isAgain, receipt, findings, stopped } = rolled;
  const end = dryRun ? say.onlyLooked : stopped === null ? say.oldMarked : say.notMarked;
  return {
    json: {
      book: way.to,
      from: way.from,
      applied: !dryRun && stopped === null,
      again: isAgain,
      run: receipt?.run ?? null,
      report,
      findings: titledFindings(findings),
      ...(receipt === null ? {} : beforehandJson(receipt)),
    },
    text: linesOf([...say.carried(report, way.to, isAgain), ...findingLines(findings), end]),
    needsPerson: report.questions.length + report.left.lapsed.length > 0 || needsPerson(findings),
    stopped,
    afterStop: say.notMarked,
  };
}
