import { type Balances, balancesOf } from "../operations/money/balances";
import type { Context } from "../rules/context";
import { paperStates } from "../rules/paper-states";
import { STAGES } from "../schema/papers";
import type { Enrolment } from "../schema/roster";
import { rowWith } from "../snapshot/by-key";
import type { Snapshot } from "../snapshot/snapshot";
import { textOf } from "../snapshot/value";
import type { Listed } from "./everybody";
import type { PaperLine } from "./lines";
import { feesOf, yuanOf } from "./money-sums";
import { paperLines } from "./paper-lines";

/** One enrolment of a person, with all that is known of it. */
export interface EnrolmentPart {
  readonly key: string;
  readonly at: number;
  readonly isRepeated: boolean;
  readonly unit: string | null;
  readonly post: string | null;
  readonly kind: string | null;
  readonly certificate: string | null;
  readonly validUntil: string | null;
  readonly note: string | null;
  /** 报名状态 and 状态备注. */
  readonly state: string | null;
  readonly stateNote: string | null;
  readonly progress: string | null;
  readonly class: ClassPart;
  readonly booking: BookingPart;
  readonly papers: PapersPart;
  readonly money: MoneyPart;
  readonly card: CardPart | null;
  readonly desk: { readonly reportedInOn: string | null; readonly noShow: string | null; readonly trained: string | null };
  readonly exam: ExamPart;
}

export interface ClassPart {
  readonly name: string | null;
  readonly locked: string | null;
  readonly candidates: readonly string[];
  /** 分配说明 */
  readonly reason: string | null;
  readonly light: string | null;
  /** 余量天数 */
  readonly slack: number | null;
}

export interface BookingPart {
  readonly preRegisteredOn: string | null;
  readonly preRegisteredClass: string | null;
  readonly state: string | null;
  readonly class: string | null;
  readonly on: string | null;
  readonly refusal: string | null;
  /** 建议最迟预约日 */
  readonly lastSafeDay: string | null;
  /** 审核截止 */
  readonly reviewDue: string | null;
}

export interface PapersPart {
  /** 资料缺项, as it may be sent to the unit; `null` when nothing is missing. */
  readonly missing: string | null;
  readonly stages: readonly { readonly title: string; readonly papers: readonly PaperLine[] }[];
}

export interface MoneyPart {
  readonly due: number | null;
  readonly paid: number;
  /** What the year before left: less than nothing is a debt. */
  readonly carried: number;
  /** What is still to be paid. */
  readonly open: number;
  /** 缴费状态 */
  readonly state: string | null;
  readonly payments: readonly PaymentPart[];
}

export interface PaymentPart {
  readonly key: string;
  readonly day: string | null;
  readonly amount: string | number | null;
  readonly method: string | null;
  readonly payer: string | null;
  /** What of it was for this enrolment. */
  readonly share: number;
  readonly receipt: string | null;
  readonly clerk: string | null;
  readonly invoice: string | null;
}

export interface CardPart {
  readonly number: string;
  readonly state: string | null;
  readonly takenOn: string | null;
  readonly boundOn: string | null;
  readonly validUntil: string | null;
}

export interface ExamPart {
  readonly state: string | null;
  readonly tries: number | string | null;
  readonly on: string | null;
  readonly place: string | null;
  readonly score: number | string | null;
  /** 历次考试 */
  readonly sittings: string | null;
  readonly issuedOn: string | null;
  readonly newValidUntil: string | null;
}

/** These enrolments with all that is known of them. */
export function enrolmentParts(listed: readonly Listed[], snapshot: Snapshot, context: Context): readonly EnrolmentPart[] {
  const balances = balancesOf(snapshot, context, { roster: new Set(listed.map(({ row }) => row.key)) });
  const world: World = { snapshot, balances, stateOf: paperStates(snapshot, context) };
  return listed.map((one) => enrolmentPart(one, world));
}

interface World {
  readonly snapshot: Snapshot;
  readonly balances: Balances;
  readonly stateOf: ReturnType<typeof paperStates>;
}

function enrolmentPart(listed: Listed, world: World): EnrolmentPart {
  const { row, isRepeated } = listed;
  const { key, at, unit, post, kind, validUntil, note, state, stateNote, progress, reportedInOn, noShow, trained } = row;
  return {
    ...{ key, at, isRepeated, unit, post, kind },
    certificate: textOf(row.certificate) || null,
    ...{ validUntil, note, state, stateNote, progress },
    class: {
      name: row.class,
      locked: row.lockedClass,
      candidates: row.candidates === null ? [] : row.candidates.split("、"),
      reason: row.reason,
      light: row.light,
      slack: typeof row.slack === "number" ? row.slack : null,
    },
    booking: {
      preRegisteredOn: row.preRegisteredOn,
      preRegisteredClass: row.preRegisteredClass,
      state: row.booking,
      class: row.bookedClass,
      on: row.bookedOn,
      refusal: row.refusal,
      lastSafeDay: row.lastSafeBookingDay,
      reviewDue: row.reviewDue,
    },
    papers: papersPart(row, world),
    money: moneyPart(listed, world),
    card: cardPart(row, world.snapshot),
    desk: { reportedInOn, noShow, trained },
    exam: {
      state: row.exam,
      tries: row.examTries,
      on: row.examOn,
      place: row.examPlace,
      score: row.score,
      sittings: row.sittings,
      issuedOn: row.issuedOn,
      newValidUntil: row.newValidUntil,
    },
  };
}

function papersPart(row: Enrolment, { snapshot, stateOf }: World): PapersPart {
  const state = stateOf(row);
  const counted = state === null ? rowWith(snapshot.papers, row.key) : state.counted;
  const stages = Object.keys(STAGES) as (keyof typeof STAGES)[];
  return {
    missing: row.missingPapers,
    stages: stages.map((stage) => ({
      title: STAGES[stage],
      papers: paperLines(counted, row, stage, state?.isApproved ?? false),
    })),
  };
}

function moneyPart(listed: Listed, { snapshot, balances }: World): MoneyPart {
  const { row } = listed;
  const payments = snapshot.payments.flatMap((payment): PaymentPart[] => {
    const share = balances.shares(payment.key).get(row.key);
    if (share === undefined) return [];
    const { key, day, amount, method, payer, clerk } = payment;
    const receipt = textOf(payment.receipt) || null;
    return [
      { key, day, amount, method, payer, share: yuanOf([share]), receipt, clerk, invoice: textOf(payment.invoice) || null },
    ];
  });
  return { ...feesOf(listed, balances), state: row.feeState, payments };
}

function cardPart({ card, cardTakenOn, cardBoundOn, cardValidUntil }: Enrolment, { cards }: Snapshot): CardPart | null {
  if (card === null) return null;
  const { state = null } = rowWith(cards, String(card)) ?? {};
  return { number: String(card), state, takenOn: cardTakenOn, boundOn: cardBoundOn, validUntil: cardValidUntil };
}
