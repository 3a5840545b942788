import { undoOperation } from "../../../../apps-script/domain/operations/undo";
import { type Run, textOption } from "../command";
import { reportOf } from "../receipt";
import { performOn } from "../session";
import { titledKept } from "../titled";

export const run: Run = async (common, _args, options) => {
  const receipt = await performOn(common, undoOperation(textOption(options, "run")));
  const report = reportOf(receipt, { kept: titledKept(receipt.kept) });
  return receipt.kept.length > 0 ? { ...report, needsPerson: true } : report;
};
