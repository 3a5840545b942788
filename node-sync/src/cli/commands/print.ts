import { nearOnes } from "../../../../apps-script/domain/naming/near-names";
import type { PaperKind } from "../../../../apps-script/domain/views/papers/define-paper";
import { PAPERS_TO_PRINT } from "../../../../apps-script/domain/views/papers/papers";
import { UsageError } from "../../refusal";
import * as say from "../../wording/print";
import { type Run, textOption } from "../command";
import { CHECK_IN, printCheckIn } from "./print-check-in";
import { allPapers, printPaper } from "./print-paper";

/** The centre's own Word forms. */
const FORM = "form";

export const run: Run = async (common, [kind], options) => {
  if (kind === undefined) return allPapers();
  if (kind === FORM) return (await import("./print-form")).printForm(common, options);
  const isForm = kind === CHECK_IN && textOption(options, "as") !== "html";
  const paper = isForm ? null : paperNamed(kind);
  const out = textOption(options, "out") ?? "";
  if (out === "") throw new UsageError(say.noOut);
  return paper === null ? printCheckIn(common, options, out) : printPaper(common, paper, options, out);
};

function paperNamed(id: string): PaperKind {
  const paper = PAPERS_TO_PRINT.find((one) => one.id === id || one.title === id);
  if (paper) return paper;
  const near = nearOnes(id, PAPERS_TO_PRINT, (one) => [one.id, one.title]).map((one) => one.id);
  const ids = PAPERS_TO_PRINT.map((one) => one.id);
  throw new UsageError(say.noSuchForm(id, near, [...new Set([CHECK_IN, ...ids]), FORM]));
}
