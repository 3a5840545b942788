import { compare, type OutcomeBuilder } from "../changes/outcome";
import { foldWidth } from "../people/canonical";
import { CARD, YES_NO } from "../schema/allowed";
import type { Enrolment } from "../schema/roster";
import type { Card } from "../schema/tables";
import { groupedBy } from "../snapshot/grouped-by";
import { kept } from "../snapshot/kept";
import type { Snapshot } from "../snapshot/snapshot";
import type { CardsCode } from "../wording/cards";
import * as say from "../wording/cards";
import { whoIs } from "../wording/roster";

/**
 * What the pool says, as far as it can be trusted. The password column is never read here nor anywhere in the rules.
 * A card or an enrolment that two places tell different things about is in neither list and is left alone.
 */
export interface CardPool {
  /** Never handed out, in order of 卡号. */
  readonly free: readonly Card[];
  /** The one card of an enrolment, where pool and 名册 agree or 名册 shows none yet. */
  readonly cardOf: ReadonlyMap<string, Card>;
  /** Enrolments that may not get a card now, because it is unclear which one they have. */
  readonly unclear: ReadonlySet<string>;
}

/** Reads the pool and reports what contradicts itself. */
export function readPool(out: OutcomeBuilder<CardsCode>, snapshot: Snapshot): CardPool {
  const index = indexOf(snapshot.cards);
  const { cards, doubtful } = index;
  const shown = new Set(snapshot.roster.flatMap((row) => (row.card === null ? [] : [foldWidth(String(row.card))])));
  for (const group of index.sameNumbers) reportSameNumber(out, group);
  for (const card of index.damaged) reportDamagedNumber(out, card);
  reportUnknownHolders(out, snapshot, cards);

  const certain = new Map<string, Card>();
  const unclear = new Set<string>();
  for (const row of [...snapshot.roster].sort((a, b) => compare(a.key, b.key))) {
    const held = inUse(index.byHolder.get(row.key) ?? []);
    if (held.length > 1) reportSeveral(out, row, held);
    if (!agrees(row, held)) reportOther(out, row, held);
    const card = soleCard(index, row, held);
    if (card === "unclear") unclear.add(row.key);
    else if (card !== null) certain.set(row.key, card);
  }
  const unissued = cards.filter((card) => card.enrolment === null && !doubtful.has(card.key));
  const untouched = unissued.filter(isUntouched);
  for (const card of unissued) if (!isUntouched(card) && !isGone(card)) reportUnclearState(out, card);
  // What somebody bought is not given to another one.
  const free = untouched.filter((card) => card.bought !== YES_NO.yes && !shown.has(foldWidth(card.key)));
  return { free, cardOf: certain, unclear };
}

/** The card of one enrolment, as `CardPool.cardOf` has it. */
export function cardOf({ cards }: Pick<Snapshot, "cards">, row: Enrolment): Card | null {
  const index = indexOf(cards);
  const card = soleCard(index, row, inUse(index.byHolder.get(row.key) ?? []));
  return card === "unclear" ? null : card;
}

/** The pool by itself, whatever 名册 shows. */
interface PoolIndex {
  /** In order of 卡号. */
  readonly cards: readonly Card[];
  readonly byHolder: ReadonlyMap<string, readonly Card[]>;
  /** The same card in two rows, also when width or blanks differ. Exactly equal ones are W01's and not in the rows. */
  readonly sameNumbers: readonly (readonly Card[])[];
  readonly damaged: readonly Card[];
  /** The keys of all those. */
  readonly doubtful: ReadonlySet<string>;
}

const indexOf = kept((rows: Snapshot["cards"]): PoolIndex => {
  const cards = [...rows].sort((a, b) => compare(a.key, b.key));
  const groups = groupedBy(cards, (card) => (card.number === null ? null : foldWidth(card.key)));
  const sameNumbers = [...groups.values()].filter(({ length }) => length > 1);
  const damaged = cards.filter(({ number }) => typeof number !== "string");
  return {
    cards,
    byHolder: groupedBy(cards, ({ enrolment }) => (enrolment === null ? null : String(enrolment))),
    sameNumbers,
    damaged,
    doubtful: new Set([...sameNumbers.flat(), ...damaged].map(({ key }) => key)),
  };
});

/** `held` are the cards that may be meant. */
function soleCard({ doubtful }: PoolIndex, row: Enrolment, held: readonly Card[]): Card | "unclear" | null {
  const [only = null] = held;
  const isUnclear = !agrees(row, held) || held.length > 1 || (only !== null && doubtful.has(only.key));
  return isUnclear ? "unclear" : only;
}

/**
 * Of an enrolment's cards those that may be meant: the last one that was bought, else those that are not used up, where there is
 * one. "No second free card, no loss report" (附件2, 三.4): whoever needs another one buys it.
 */
function inUse(held: readonly Card[]): readonly Card[] {
  if (held.length < 2) return held;
  const good = held.filter(({ state }) => state !== CARD.voided && state !== CARD.expired);
  const bought = good.filter((card) => card.bought === YES_NO.yes).sort((a, b) => a.at - b.at);
  return bought.length > 0 ? bought.slice(-1) : good.length > 0 ? good : held;
}

function isUntouched(card: Card): boolean {
  return (card.state === null || card.state === CARD.free) && card.takenOn === null && card.boundOn === null;
}

/** Void, or in the workbook of the next year by now. */
const isGone = ({ state }: Card): boolean => state === CARD.voided || state === CARD.movedOn;

function reportSameNumber(out: OutcomeBuilder<CardsCode>, group: readonly Card[]): void {
  for (const card of group) {
    const others = group
      .slice(0, 4)
      .filter((other) => other !== card)
      .slice(0, 3);
    const message = say.sameNumber(
      card.key,
      others.map((other) => other.key),
    );
    out.find("C01", "cards", card.key, "number", message);
  }
}

function reportDamagedNumber(out: OutcomeBuilder<CardsCode>, card: Card): void {
  if (card.number === null) out.find("C12", "cards", card.key, "number", say.numberMissing(card.key));
  else out.find("C05", "cards", card.key, "number", say.numberDamaged(card.key));
}

/** A card may belong to an enrolment that was archived; any other number that 名册 lacks is a question. */
function reportUnknownHolders(out: OutcomeBuilder<CardsCode>, snapshot: Snapshot, cards: readonly Card[]): void {
  const known = new Set([...snapshot.roster, ...snapshot.history].map((row) => row.key));
  for (const card of cards) {
    if (card.enrolment === null || known.has(String(card.enrolment))) continue;
    const message = say.unknownHolder(card.key, String(card.enrolment));
    out.find("C02", "cards", card.key, "enrolment", message);
  }
}

/** The notice's card guide, 三.4: no second free card; more than one for an enrolment is a mistake. */
function reportSeveral(out: OutcomeBuilder<CardsCode>, row: Enrolment, held: readonly Card[]): void {
  const message = say.severalCards(
    whoIs(row),
    held.map((card) => card.key),
  );
  out.find("C04", "roster", row.key, "card", message);
}

/** Whether 名册 shows no card yet, or one that the pool has under this enrolment. */
function agrees(row: Enrolment, held: readonly Card[]): boolean {
  return row.card === null || held.some((card) => card.key === String(row.card));
}

function reportOther(out: OutcomeBuilder<CardsCode>, row: Enrolment, held: readonly Card[]): void {
  const message = say.otherCardShown(
    whoIs(row),
    row.card ?? "",
    held.map((card) => card.key),
  );
  out.find("C03", "roster", row.key, "card", message);
}

function reportUnclearState(out: OutcomeBuilder<CardsCode>, card: Card): void {
  out.find("C06", "cards", card.key, "state", say.unclearState(card.key, card.state));
}
