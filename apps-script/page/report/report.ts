import type { ValueOf } from "../../domain/serving/calls";
import * as say from "../wording/report";
import { type Described, findingsIn, type Size } from "./described";
import { findingsOf } from "./notes";
import type { Report } from "./view";

type Written = Extract<ValueOf<"commit">, { readonly state: "written" }>;

/** What a decision would do. `notice` says why it is shown once more; `isAnother`, what is another than before. */
export function previewOf(described: Described, notice: string | null = null): Report {
  const { size, choices, told, kept, notes, lists, rows, differences } = described;
  const isForNobody = choices.length > 0 && choices.every(({ isLeftOut }) => isLeftOut);
  const isNothing = described.isNothing || isForNobody;
  const headline = isForNobody ? say.nobodyTicked() : isNothing ? say.nothingToWrite() : say.willBe(sentenceOf(size));
  const shown = { ...notes, choices, told: told.besides, kept, rows, lists: [...differences, ...lists] };
  return { ...shown, stage: "preview", headline, isNothing, run: null, notice };
}

/** What was done of it. `isOfForm`: a form asked for it. */
export function resultOf(described: Described, { run, size, findings, finished }: Written): Report {
  const headline = run === null ? say.nothing() : say.written(run, sentenceOf(size));
  const all = new Map([...findings, ...findingsIn(described)].map((one) => [`${one.code} ${one.table} ${one.row}`, one]));
  const { told, kept, lists, rows } = described;
  const notice = finished.length > 0 ? say.finishedFirst(finished) : null;
  const shown = { ...findingsOf([...all.values()], told.all !== null), choices: [], told: told.all, kept, lists, rows };
  return { ...shown, stage: "result", headline, isNothing: run === null, run, notice };
}

function sentenceOf({ cells, rows, blanked }: Size): string {
  return say.amount(cells, rows, blanked);
}
