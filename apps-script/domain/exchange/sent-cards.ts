import type { Card, Enrolment } from "../schema/index";
import { textOf } from "../snapshot/value";

/** A mock-exam card of one of the unit's people. The password travels beside it. */
export interface SentCard {
  readonly number: string;
  readonly enrolment: string;
  readonly name: string;
  readonly subject: string | null;
  readonly type: string | null;
  readonly validUntil: string | null;
}

/** The cards that 名册 and 模拟卡 both give to these people, in the order of the people. */
export function sentCards(cards: readonly Card[], people: readonly Enrolment[]): SentCard[] {
  const byEnrolment = new Map(
    cards.flatMap((card) => (card.enrolment === null ? [] : [[textOf(card.enrolment), card] as const])),
  );
  return people.flatMap((row) => {
    const card = byEnrolment.get(row.key);
    if (card === undefined || typeof card.number !== "string" || card.number !== row.card) return [];
    const { subject, type, validUntil } = card;
    return [{ number: card.number, enrolment: row.key, name: textOf(row.name), subject, type, validUntil }];
  });
}
