import type { OutcomeBuilder } from "../changes/outcome";
import type { Secrets } from "../changes/write-plan";
import { secretKey } from "../changes/write-plan";
import { CARD } from "../schema/allowed";
import type { Snapshot } from "../snapshot/snapshot";
import * as say from "../wording/next-year";
import type { Carried } from "./carried";

type Out = OutcomeBuilder<say.NextYearCode>;

/**
 * Brings the pool of the new book up to the old one: cards that came since go along, and one that the old book has given out,
 * before it was told that its free cards are here, is free here no more. Passwords go past the change set.
 */
export function carryCards(out: Out, { cards, issued }: Carried, next: Snapshot): Secrets {
  for (const card of next.cards.filter(({ key }) => issued.has(key))) {
    if (card.enrolment !== null) out.find("Y05", "cards", card.key, "enrolment", say.issuedTwice(card.key));
    else if (card.state === null || card.state === CARD.free) out.set("cards", card, "state", CARD.movedOn, say.CARRY_TITLE);
  }
  const known = new Set(next.cards.map(({ key }) => key));
  const fresh = cards.filter(({ key }) => !known.has(key));
  for (const { number, subject, type, note } of fresh) out.add("cards", { number, subject, type, note }, say.CARRY_TITLE);
  return new Map(
    fresh.flatMap(({ key, password }) =>
      password === null ? [] : [[secretKey("cards", key), { password: String(password) }] as const],
    ),
  );
}
