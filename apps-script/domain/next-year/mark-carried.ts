import { OutcomeBuilder } from "../changes/outcome";
import { MARK_CARRIED } from "../operations/between-books";
import type { Decision, Operation } from "../operations/operation";
import { CARD } from "../schema/allowed";
import { SETTING_SPECS } from "../schema/settings";
import { rowWith } from "../snapshot/by-key";
import type { Snapshot } from "../snapshot/snapshot";
import * as say from "../wording/next-year";

/** Tells the old book into which one it was carried over, once that is whole, and that its free cards are there now. */
export function markCarried(workbook: string, cards: readonly string[]): Operation {
  return { id: MARK_CARRIED, title: say.MARK_TITLE, decide: (snapshot) => mark(snapshot, workbook, cards) };
}

function mark(snapshot: Snapshot, workbook: string, cards: readonly string[]): Decision {
  const out = new OutcomeBuilder();
  const { item, note } = SETTING_SPECS.carriedTo;
  const row = rowWith(snapshot.settings, item);
  if (row) out.setCell("settings", row, "value", workbook, say.MARK_TITLE);
  else out.add("settings", { item, note, value: workbook as unknown as number }, say.MARK_TITLE);
  for (const key of cards) {
    const card = rowWith(snapshot.cards, key);
    if (card && card.enrolment === null) out.set("cards", card, "state", CARD.movedOn, say.MARK_TITLE);
  }
  return out.done();
}
