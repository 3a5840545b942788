import type { Form, Opening } from "../view";
import { ClerkForm } from "./clerk-form";
import { askCopy } from "./copy-question";
import { showRuns } from "./log-view";
import { type PlanDraft, showPlanForm } from "./plan-form";
import { later, preview } from "./report-step";
import { callScript } from "./script-run";
import { askClerk, showClerk, whileSaying } from "./stage";
import { wishFor } from "./wish";
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
  const back = (): void => begin(opening, clerk);
  if (opening.form) fillIn(opening.form);
  else if (opening.kind === "plan") showPlanForm(opening.tabs, draft, (wish) => preview(wish, { back }));
  else if (opening.kind === "year") showYearForm(draft, (wish) => preview(wish, { back }));
  else if (opening.kind === "log") later(say.OPENING, showLog);
  else preview(wishFor(action), { back: null });
}

function fillIn(asked: Form): void {
  const form = new ClerkForm(asked, () =>
    preview(wishFor(action, { fields: form.values }), {
      back: () => form.show(),
      again: () => fillIn({ ...asked, values: {}, selected: null }),
      tell: (faults) => form.tell(faults),
    }),
  );
  form.show();
}

async function showLog(): Promise<void> {
  const runs = await callScript("dialogRuns");
  showRuns(runs, (run) => preview(wishFor("undo", { run }), { back: () => later(say.OPENING, showLog) }));
}

void whileSaying(say.OPENING, start);
