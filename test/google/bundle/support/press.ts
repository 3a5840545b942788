import type { Answer, Opening, Report, Wish } from "../../../../apps-script/src/dialogs/view";
import type { AddOn } from "./add-on";

/** What one trip through a dialog said. */
interface Pressed {
  readonly opening: Opening;
  readonly preview: Report;
  readonly result: Report;
}

/** Clicks a menu item and goes through its dialog as its page does: open, give a name if asked, preview, apply. */
export function press(addOn: AddOn, handler: string, fields: Partial<Wish> = {}): Pressed {
  addOn.call(handler);
  const page = addOn.google.ui.dialogs[addOn.google.ui.dialogs.length - 1]?.content ?? "";
  const action = /<body data-action="([\w-]+)">/.exec(page)?.[1] ?? "";
  const opening = answered<Opening>(addOn.call("dialogOpen", action));
  if (opening.clerk === null) answered<string>(addOn.call("dialogSaveClerk", "甲"));
  const wish: Wish = { action, text: null, tab: null, year: null, run: null, fields: null, ...fields };
  const preview = answered<Report>(addOn.call("dialogPreview", wish));
  const result = answered<Report>(addOn.call("dialogApply", wish, preview.hash));
  return { opening, preview, result };
}

/** The value of an answer. A sentence in its place fails the test. */
export function answered<T>(given: unknown): T {
  const answer = JSON.parse(JSON.stringify(given)) as Answer<T>;
  if (!answer.ok) throw new Error(answer.error);
  return answer.value;
}
