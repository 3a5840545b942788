import { OutcomeBuilder } from "../changes/outcome";
import { MARK_CARRIED } from "../operations/between-books";
import type { Decision, Operation } from "../operations/operation";
import { CARD } from "../schema/allowed";
import { SETTING_SPECS } from "../schema/settings";
import { rowWith } from "../snapshot/by-key";
import type { Snapshot } from "../snapshot/snapshot";
import type { Value } from "../snapshot/value";
import * as say from "../wording/next-year";

/** Tells the old book into which one it was carried over, once that is whole, and that its free cards are there now. */
export function markCarried(workbook: string, cards: readonly string[]): Operation {
  return { id: MARK_CARRIED, title: say.MARK_TITLE, decide: (snapshot) => mark(snapshot, workbook, cards) };
}

/** Takes that back: the cards are free again. */
export function unmarkCarried(): Operation {
  return { id: MARK_CARRIED, title: say.UNMARK_TITLE, decide: (snapshot) => unmark(snapshot) };
}

type Out = Pick<OutcomeBuilder, "set" | "setCell" | "add">;

function mark(snapshot: Snapshot, workbook: string, cards: readonly string[]): Decision {
  const out = new OutcomeBuilder();
  setCarried(out, snapshot, workbook, cards);
  return out.done();
}

/** @param cards the numbers of those that are in the new book */
export function setCarried(out: Out, snapshot: Snapshot, workbook: string, cards: readonly string[]): void {
  setCarriedTo(out, snapshot, workbook, say.MARK_TITLE);
  for (const key of cards) {
    const card = rowWith(snapshot.cards, key);
    if (card && card.enrolment === null) out.set("cards", card, "state", CARD.movedOn, say.MARK_TITLE);
  }
}

function unmark(snapshot: Snapshot): Decision {
  const out = new OutcomeBuilder();
  unsetCarried(out, snapshot);
  return out.done();
}

export function unsetCarried(out: Out, snapshot: Snapshot): void {
  setCarriedTo(out, snapshot, null, say.UNMARK_TITLE);
  for (const card of snapshot.cards) {
    if (card.state === CARD.movedOn) out.set("cards", card, "state", CARD.free, say.UNMARK_TITLE);
  }
}

function setCarriedTo(out: Out, { settings }: Snapshot, workbook: Value, why: string): void {
  const { item, note } = SETTING_SPECS.carriedTo;
  const row = rowWith(settings, item);
  if (row) out.setCell("settings", row, "value", workbook, why);
  else if (workbook !== null) out.add("settings", { item, note, value: workbook }, why);
}
