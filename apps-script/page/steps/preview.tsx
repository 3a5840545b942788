import { BadInput, type FieldProblem } from "../../domain/operations/inputs/bad-input";
import { type Ending, isTaken, send } from "../book/send";
import { type Proposal, proposeUndo } from "../deciding/proposal";
import type { Desk } from "../desk";
import { ReportView } from "../parts/report-view";
import { resultOf } from "../report/report";
import { Told } from "../sentences";
import type { StepButton } from "../stage";
import * as say from "../wording/page";
import { ShownProposal } from "./shown-proposal";

/** Where a preview began. */
interface Origin {
  /** Leads there; null when the page began with the preview. */
  readonly back: (() => void) | null;
  /** It is written, or will be by the next run. */
  readonly done?: () => void;
  /** Starts anew, once a form is done. */
  readonly again?: () => void;
  /** Leads to the screen that the form was opened from, once it is done. */
  readonly leave?: (() => void) | null;
  /** Shows the form with what is wrong in it; gives back the sentence that says so. */
  readonly blame?: (problems: readonly FieldProblem[]) => string;
}

type Committed = Extract<Ending, { readonly kind: "done" }>["committed"];

/** Decides something and shows what it would do. */
export function preview(desk: Desk, decide: () => Promise<Proposal>, origin: Origin): void {
  desk.later(say.READING, () => facing(origin, async () => showProposal(desk, await decide(), origin)));
}

function showProposal(desk: Desk, proposal: Proposal, origin: Origin): void {
  const shown = new ShownProposal(desk.stage, proposal, {
    leading: [...wayBack(origin.back), ...desk.closing()],
    draw: (report, ticks) => <ReportView report={report} ticks={ticks} />,
    apply: (from, agreed) => applyProposal(desk, from, agreed, origin),
    refresh: (from) => desk.afterReading(say.READING, () => facing(origin, () => from.decideAgain())),
  });
  shown.show();
}

/** What the person agreed to waits for a reading that goes on, and may be shown otherwise after it. */
function applyProposal(desk: Desk, shown: ShownProposal, agreed: Proposal, origin: Origin): void {
  const isWanted = (): boolean => shown.isStill(agreed);
  const sent = async (): Promise<void> => {
    if (isWanted()) showEnding(desk, shown, await send(desk.book, agreed, isWanted), origin);
  };
  void desk.stage.whileSaying(say.WRITING, () => facing(origin, sent));
}

function showEnding(desk: Desk, shown: ShownProposal, ending: Ending, origin: Origin): void {
  if (isTaken(ending)) origin.done?.();
  if (ending.kind === "differs") shown.giveWayTo(ending.proposal);
  else if (ending.kind === "restless") throw new Told(say.RESTLESS);
  else if (ending.kind === "done") showCommitted(desk, ending.proposal, ending.committed, origin);
  else showFate(desk, ending.fate, origin);
}

function showCommitted(desk: Desk, proposal: Proposal, committed: Committed, origin: Origin): void {
  if (committed.state === "stopped") {
    throw new Told(committed.at === "write" ? say.halfWritten(committed.error) : committed.error);
  }
  const report = resultOf(proposal.described, committed);
  desk.stage.show({
    title: report.headline,
    content: () => <ReportView report={report} />,
    buttons: afterwards(desk, report.run, origin),
  });
}

function afterwards(desk: Desk, run: string | null, origin: Origin): readonly StepButton[] {
  const { again, leave = null } = origin;
  if (!again) return [...wayBack(origin.back), ...desk.closing()];
  const undo = (): void => preview(desk, () => proposeUndo(desk.book, run), { back: leave ?? again });
  const undoing: readonly StepButton[] = run === null ? [] : [{ text: say.UNDO, press: undo }];
  return [...undoing, ...wayBack(leave), ...desk.closing(), { text: say.AGAIN, press: again, isMain: true }];
}

/** No answer came. Only where the log says that nothing was written, the same may be sent again. */
function showFate(desk: Desk, fate: Extract<Ending, { readonly kind: "unanswered" }>["fate"], origin: Origin): void {
  if (fate?.state === "absent") throw new Told(say.FATE_ABSENT);
  const run = fate?.run ?? "";
  const said = { written: say.fateWritten(run), undone: say.fateUndone(run), unfinished: say.fateUnfinished(run) };
  desk.stage.show({
    title: fate ? said[fate.state] : say.FATE_UNKNOWN,
    content: () => null,
    buttons: [...wayBack(origin.back), ...desk.closing()],
  });
}

/** The button that leads back, where there is somewhere to go back to. */
export function wayBack(back: (() => void) | null): readonly StepButton[] {
  return back === null ? [] : [{ text: say.BACK, press: back }];
}

async function facing({ blame }: Origin, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (blame && error instanceof BadInput) throw new Told(blame(error.fields));
    throw error;
  }
}
