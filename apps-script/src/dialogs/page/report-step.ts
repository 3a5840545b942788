import type { Fault, Report, Wish } from "../view";
import { button } from "./element";
import { reportParts } from "./report-view";
import { callScript, FieldFaults } from "./script-run";
import { closeButton, showStep, whileSaying } from "./stage";
import { wishFor } from "./wish";
import * as say from "./wording";

/** Where a preview began. */
interface Origin {
  /** Leads there; `null` when the dialog began with the preview. */
  readonly back: (() => void) | null;
  /** Starts anew, once a form is done. */
  readonly again?: () => void;
  /** Shows the form with what is wrong in it; gives back the sentence that says so. */
  readonly tell?: (faults: readonly Fault[]) => string;
}

/** A step that starts while another one is ending waits for it. */
export function later(text: string, work: () => Promise<void>): void {
  setTimeout(() => void whileSaying(text, work), 0);
}

export function preview(wish: Wish, origin: Origin): void {
  later(say.READING, () => facing(origin, async () => showReport(await callScript("dialogPreview", wish), wish, origin)));
}

async function facing({ tell }: Origin, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (tell && error instanceof FieldFaults) throw new Error(tell(error.faults));
    throw error;
  }
}

/** A form is applied as it was understood: the people that were shown, whoever comes into the workbook meanwhile. */
function showReport(report: Report, wish: Wish, origin: Origin): void {
  const meant = report.told === null ? wish : { ...wish, fields: report.told.fields };
  const apply = (): void => {
    const written = async () => showReport(await callScript("dialogApply", meant, report.hash), wish, origin);
    void whileSaying(say.WRITING, () => facing(origin, written));
  };
  showStep(report.headline, reportParts(report), buttonsFor(report, origin, apply));
}

function buttonsFor(report: Report, { back, again }: Origin, apply: () => void): HTMLButtonElement[] {
  const backButton = back === null ? [] : [button(say.BACK, back)];
  if (report.stage === "preview") {
    return [...backButton, closeButton(), ...(report.isNothing ? [] : [button(say.APPLY, apply, "main")])];
  }
  if (!again) return [...backButton, closeButton()];
  const { run } = report;
  const undo = run === null ? [] : [button(say.UNDO, () => preview(wishFor("undo", { run }), { back: again }))];
  return [...undo, closeButton(), button(say.AGAIN, again, "main")];
}
