import type { Opening, Report, Wish } from "../view";
import { askCopy } from "./copy-question";
import { button } from "./element";
import { showRuns } from "./log-view";
import { type PlanDraft, showPlanForm } from "./plan-form";
import { reportParts } from "./report-view";
import { callScript } from "./script-run";
import { askClerk, closeButton, showClerk, showStep, whileSaying } from "./stage";
import * as say from "./wording";
import { showYearForm } from "./year-form";

const action = document.body.dataset.action ?? "";
const draft: PlanDraft = { text: "", tab: "", year: "", isTab: false };

/** A dialog: what a copied Sheet is, who works here, what is wanted, what it would do, then doing it. */
async function start(): Promise<void> {
  const opening = await callScript("dialogOpen", action);
  document.title = opening.title;
  if (opening.isCopy) askCopy(() => enter(opening));
  else enter(opening);
}

function enter(opening: Opening): void {
  if (opening.clerk === null) askClerk(null, (name) => begin(opening, name));
  else begin(opening, opening.clerk);
}

function begin(opening: Opening, clerk: string): void {
  showClerk(clerk, () => askClerk(clerk, (name) => begin(opening, name)));
  if (opening.kind === "plan") showPlanForm(opening.tabs, draft, (wish) => preview(wish, () => begin(opening, clerk)));
  else if (opening.kind === "year") showYearForm(draft, (wish) => preview(wish, () => begin(opening, clerk)));
  else if (opening.kind === "log") later(say.OPENING, showLog);
  else preview({ action, text: null, tab: null, year: null, run: null }, null);
}

/** A step that starts while another one is ending waits for it. */
function later(text: string, work: () => Promise<void>): void {
  setTimeout(() => void whileSaying(text, work), 0);
}

async function showLog(): Promise<void> {
  const runs = await callScript("dialogRuns");
  showRuns(runs, (run) => preview({ action: "undo", text: null, tab: null, year: null, run }, () => later(say.OPENING, showLog)));
}

function preview(wish: Wish, back: (() => void) | null): void {
  later(say.READING, async () => showReport(await callScript("dialogPreview", wish), wish, back));
}

/** `back` leads to where the person came from, null when the dialog began here. */
function showReport(report: Report, wish: Wish, back: (() => void) | null): void {
  const isPreview = report.stage === "preview";
  const backButton = back === null ? [] : [button(say.BACK, back)];
  const apply = (): void => {
    void whileSaying(say.WRITING, async () => showReport(await callScript("dialogApply", wish, report.hash), wish, back));
  };
  const press = isPreview && !report.isNothing ? [button(say.APPLY, apply, "main")] : [];
  showStep(report.headline, reportParts(report), [...backButton, closeButton(), ...press]);
}

void whileSaying(say.OPENING, start);
