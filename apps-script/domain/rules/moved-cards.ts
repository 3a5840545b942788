import type { OutcomeBuilder } from "../changes/outcome";
import type { Enrolment } from "../schema/roster";
import type { Card } from "../schema/tables";
import type { Snapshot } from "../snapshot/snapshot";
import * as say from "../wording/cards";
import { whoIs } from "../wording/roster";
import type { CardPool } from "./card-pool";
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
  /** Several enrolments might take one card: none of them gets one until staff have said. */
  readonly held: ReadonlySet<string>;
  /** The row with the days that were typed where its card was before. */
  readonly withDays: (row: Enrolment) => Enrolment;
}

export function movedCards(out: OutcomeBuilder, snapshot: Snapshot, pool: CardPool, due: readonly Enrolment[]): MovedCards {
  const { from, unclear } = movesOf(snapshot.roster);
  const over = new Map<string, { card: Card; from: Enrolment }>();
  for (const row of due) {
    const giver = (from.get(row.key) ?? []).find((left) => pool.cardOf.has(left.key));
    const card = giver && pool.cardOf.get(giver.key);
    if (giver && card) over.set(row.key, { card, from: giver });
  }
  const givers = new Set([...over.values()].map((one) => one.from.key));
  const held = new Set<string>();
  for (const left of snapshot.roster) {
    const candidates = (unclear.get(left.key) ?? []).filter((one) => !pool.cardOf.has(one.key));
    const card = pool.cardOf.get(left.key);
    if (card === undefined || candidates.length === 0) continue;
    out.find("C13", "roster", left.key, "card", say.unclearMove(whoIs(left), card.key, candidates.map(whoIs)));
    for (const { key } of candidates) held.add(key);
  }
  const isEmptied = ({ key }: Enrolment): boolean => givers.has(key) || !pool.cardOf.has(key);
  const withDays = (row: Enrolment): Enrolment => {
    const givers = (from.get(row.key) ?? []).filter(isEmptied);
    const last = (column: "cardTakenOn" | "cardBoundOn") =>
      givers.reduce<string | null>((day, left) => day ?? left[column], row[column]);
    return givers.length === 0 ? row : { ...row, cardTakenOn: last("cardTakenOn"), cardBoundOn: last("cardBoundOn") };
  };
  return { over, givers, held, withDays };
}

/** Hands a card over: pool and both rows say the same afterwards. */
export function handOver(out: OutcomeBuilder, row: Enrolment, { card, from }: { card: Card; from: Enrolment }): void {
  const reason = say.handedOverReason(row.key);
  out.set("cards", card, "enrolment", row.key, say.movedInReason(from.key));
  out.set("roster", from, "card", null, reason);
  out.set("roster", from, "cardValidUntil", null, reason);
}
