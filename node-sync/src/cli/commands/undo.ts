import { undoOperation } from "../../../../apps-script/domain/operations/undo";
import { type Run, textOption } from "../command";
import { reportOf } from "../receipt";
import { performOn } from "../session";

export const run: Run = async (common, _args, options) => {
  const receipt = await performOn(common, undoOperation(textOption(options, "run")));
  const report = reportOf(receipt, { kept: receipt.kept });
  return receipt.kept.length > 0 ? { ...report, needsPerson: true } : report;
};
