import { realFile } from "../../files/real-file";
import { type Rolled, rollBook } from "../../next-year/roll";
import { UsageError } from "../../refusal";
import * as say from "../../wording/next-year";
import { linesOf } from "../../wording/plain-text";
import { type Common, type Options, type Report, type Run, textOption } from "../command";
import { beforehandJson, findingLines, needsPerson } from "../receipt";
import { bookOf, termsOf } from "../session";
import { titledFindings } from "../titled";
import { yearOption } from "./plan";

/** Makes the book of the next year out of that of this one, or brings it up to what changed there since. */
export const run: Run = async (common, _args, options) => {
  const way = await wayOf(common, options);
  const rolled = await rollBook(way, termsOf(common));
  return reportOf(way, common, rolled);
};

export async function wayOf(common: Common, options: Options) {
  if (common.sheet !== null) throw new UsageError(say.onlyFiles);
  if (textOption(options, "plan") !== undefined) throw new UsageError(say.planLater);
  if (common.book === null) throw new UsageError(say.bookNeeded);
  const [from, to] = [await realFile(textOption(options, "from") ?? ""), bookOf(common)];
  if (from === to) throw new UsageError(say.sameFile);
  return { from, to, year: yearOption(options) };
}

function reportOf(way: { readonly from: string; readonly to: string }, { dryRun }: Common, rolled: Rolled): Report {
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
