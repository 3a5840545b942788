import { menuTitles } from "../../domain/wording/actions";
import { statedYear } from "../deciding/plan-operation";
import { type Proposal, proposePlan } from "../deciding/proposal";
import type { Desk } from "../desk";
import { PLAN_FORM_ID, type PlanDraft, PlanForm } from "../forms/plan-form";
import * as say from "../wording/page";
import { preview, wayBack } from "./preview";
import { refusedAsEnded } from "./refused-as-ended";

/** What was filled in and is not loaded yet, by page. */
const drafts = new WeakMap<Desk, PlanDraft>();

/** Asks for a plan and shows what it would change. */
export function loadPlan(desk: Desk, leave: (() => void) | null): void {
  if (refusedAsEnded(desk, { id: "plan", title: menuTitles.plan })) return;
  const draft = drafts.get(desk) ?? { text: "", tab: "", year: "", isTab: false };
  drafts.set(desk, draft);
  const back = (): void => loadPlan(desk, leave);
  const done = (): void => void drafts.delete(desk);
  const send = (): void => preview(desk, () => proposeDraft(desk, draft), { back, done });
  desk.stage.show({
    title: menuTitles.plan,
    content: () => <PlanForm tabs={desk.opening.tabs} draft={draft} send={send} />,
    buttons: [...wayBack(leave), ...desk.closing(), { text: say.NEXT, press: () => undefined, isMain: true, form: PLAN_FORM_ID }],
  });
}

async function proposeDraft({ book }: Desk, { text, tab, year, isTab }: PlanDraft): Promise<Proposal> {
  statedYear(year);
  if (!isTab || tab === "") return proposePlan(book, { text: isTab ? "" : text, tab: null, year });
  const cells = await book.server.call("tabText", { title: tab });
  return proposePlan(book, { text: "", tab: { title: tab, cells }, year });
}
