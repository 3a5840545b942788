import type { OutcomeBuilder } from "../../changes/outcome";
import type { Enrolment } from "../../schema/roster";
import type { Card } from "../../schema/tables";
import type { Snapshot } from "../../snapshot/snapshot";
import type { CardsCode } from "../../wording/cards";
import * as say from "../../wording/cards";
import { whoIs } from "../../wording/roster";
import type { CardPool } from "../card-pool";
import type { LeftOut } from "../left-out";
import { movesOf } from "./moves";

/**
 * Cards of people who changed their class. The one that came with the old enrolment goes to the new one as soon as that is
 * due a card: nobody gets a second free one (the notice's card guide, 三.4).
 */
interface MovedCards {
  /** The card that an enrolment takes over, and from which. */
  readonly over: ReadonlyMap<string, { readonly card: Card; readonly from: Enrolment }>;
  /** The enrolments whose card goes. */
  readonly givers: ReadonlySet<string>;
  /** Several enrolments might take one card, or its giver is left out: none of them gets one until staff have said. */
  readonly held: ReadonlySet<string>;
}

export function movedCards(
  out: OutcomeBuilder<CardsCode>,
  snapshot: Snapshot,
  pool: CardPool,
  due: readonly Enrolment[],
  leftOut: LeftOut,
): MovedCards {
  const { from, unclear } = movesOf(snapshot.roster);
  const over = new Map<string, { card: Card; from: Enrolment }>();
  const held = new Set<string>();
  for (const row of due) {
    const giver = (from.get(row.key) ?? []).find((left) => pool.cardOf.has(left.key));
    const card = giver && pool.cardOf.get(giver.key);
    if (giver && leftOut.has(giver.key)) held.add(row.key);
    else if (giver && card) over.set(row.key, { card, from: giver });
  }
  const givers = new Set([...over.values()].map((one) => one.from.key));
  for (const left of snapshot.roster) {
    const candidates = (unclear.get(left.key) ?? []).filter((one) => !pool.cardOf.has(one.key));
    const card = pool.cardOf.get(left.key);
    if (card === undefined || candidates.length === 0) continue;
    out.find("C13", "roster", left.key, "card", say.unclearMove(whoIs(left), card.key, candidates.map(whoIs)));
    for (const { key } of candidates) held.add(key);
  }
  return { over, givers, held };
}

/** Hands a card over with the days that were typed beside it; gives the row as it is then. Pool and both rows agree. */
export function handOver(out: OutcomeBuilder, row: Enrolment, { card, from }: { card: Card; from: Enrolment }): Enrolment {
  const cardTakenOn = row.cardTakenOn ?? from.cardTakenOn;
  const cardBoundOn = row.cardBoundOn ?? from.cardBoundOn;
  out.set("cards", card, "enrolment", row.key, say.movedInReason(from.key));
  out.set("roster", row, "cardTakenOn", cardTakenOn, say.movedInReason(from.key));
  out.set("roster", row, "cardBoundOn", cardBoundOn, say.movedInReason(from.key));
  out.set("roster", from, "card", null, say.handedOverReason(row.key));
  out.set("roster", from, "cardValidUntil", null, say.handedOverReason(row.key));
  return { ...row, cardTakenOn, cardBoundOn };
}
