import { type CopyAnswer, copyWrites, isUnsettledCopy } from "../../../../apps-script/domain/operations/keying";
import { migrationOf } from "../../../../apps-script/domain/operations/migrate";
import { freshKey } from "../../fresh-key";
import { exclusively } from "../../perform";
import { UsageError } from "../../refusal";
import * as say from "../../wording/copied";
import type { Options, Report, Run } from "../command";
import { hostOf } from "../session";

/** Settles what a copied document is: a workbook of its own, or the one that goes on. Asked once for each copy. */
export const run: Run = async (common, _args, options) => {
  const answer = answerOf(options);
  const host = await hostOf(common);
  const { document = "" } = host;
  return exclusively(host, async () => {
    const grids = await host.read();
    // A workbook from before there were seals has none that a copy could share.
    if (migrationOf(grids) !== null || !isUnsettledCopy(grids, document)) return reportOf(answer, false, say.nothingToSettle);
    if (!common.dryRun) await host.write([copyWrites(grids, document, answer, freshKey)]);
    return reportOf(answer, !common.dryRun, common.dryRun ? say.wouldSettle[answer] : say.settled[answer]);
  });
};

function answerOf(options: Options): CopyAnswer {
  const isNew = options.new === true;
  if (isNew === (options.same === true)) throw new UsageError(say.oneAnswer);
  return isNew ? "new" : "same";
}

function reportOf(answer: CopyAnswer, applied: boolean, text: string): Report {
  return { json: { answer, applied }, text, needsPerson: false };
}
