import { OutcomeBuilder } from "../../changes/outcome";
import { setCarried, unsetCarried } from "../../next-year/mark-carried";
import { cardsMark, readTurnCode } from "../../next-year/turn-code";
import { readPool } from "../../rules/card-pool";
import { YES_NO } from "../../schema/allowed";
import * as say from "../../wording/mark-carried";
import { MARK_TITLE } from "../../wording/next-year";
import { MARK_CARRIED } from "../between-books";
import type { ClerkRun } from "../clerk-run";
import { defineOperation, type Told } from "../define-operation";
import { optional } from "../inputs/field";
import * as field from "../inputs/fields";

/**
 * 标记已结转, in the old book: a copied Sheet that became the new book cannot open it. The command line marks a file by itself. What
 * the new book shows is pasted here, and the cards that it took along are given out here no more.
 */
export const markCarriedByCode = defineOperation({
  id: MARK_CARRIED,
  title: MARK_TITLE,
  about: say.markAbout,
  input: {
    code: optional(field.text({ title: say.codeTitle, note: say.codeNote })),
    cancel: optional(field.choice({ title: say.cancelTitle, words: [YES_NO.yes], note: say.cancelNote })),
  },
  example: { input: { cancel: YES_NO.yes }, today: "2025-01-10" },
  decide: (run, { code, cancel }) => {
    const said = cancel !== null ? cancelled(run) : code !== null ? marked(run, code) : complained(run, say.codeMissing);
    return (): Told => ({ said, people: {} });
  },
});

function cancelled(run: ClerkRun): string {
  if (run.context.settings.carriedTo === null) return say.notMarked;
  unsetCarried(run.out, run.snapshot);
  return say.unmarked;
}

function marked(run: ClerkRun, code: string): string {
  const { settings } = run.context;
  const read = readTurnCode(code, settings.workbook ?? "");
  if (read === null) return complained(run, say.wrongCode, code);
  if (settings.carriedTo === read.workbook) return say.markedAlready;
  if (settings.carriedTo !== null) return complained(run, say.markedElsewhere, code);
  const cards = readPool(new OutcomeBuilder(), run.snapshot).free.map(({ key }) => key);
  setCarried(run.out, run.snapshot, read.workbook, cards);
  return say.marked(cards.length, read.cards === cardsMark(cards));
}

function complained(run: ClerkRun, message: string, given = ""): string {
  run.complain("code", { given, message, possible: [] });
  return "";
}
