import type { Day } from "../days/civil-day";
import type { PaperLine, RunLine, TodoLine } from "./lines";

/** 学员: one person across posts and years. */
export interface PersonView {
  /** The enrolment that was asked for. */
  readonly key: string;
  /** 人员编号 */
  readonly person: string | null;
  readonly name: string | null;
  readonly idType: string | null;
  readonly idNumber: string | null;
  readonly mobile: string | null;
  readonly education: string | null;
  /** All enrolments in 名册, the one that was asked for first, then by number. */
  readonly enrolments: readonly EnrolmentPart[];
  /** Of 历史, the newest first. */
  readonly earlier: readonly EarlierPart[];
  readonly todo: readonly TodoLine[];
  /** The newest first. */
  readonly history: readonly HistoryLine[];
  /** Runs about so many people that 操作记录 does not say whom: any of them may have touched this person. */
  readonly untold: readonly RunLine[];
}

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
  readonly paid: number | null;
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

export interface EarlierPart {
  readonly key: string;
  readonly year: string | number | null;
  readonly unit: string | null;
  /** 结果 */
  readonly state: string | null;
  readonly archivedOn: Day | string | null;
  readonly post: string | null;
  readonly kind: string | null;
  readonly class: string | null;
}

/** What a run did about this person, in a sentence. */
export interface HistoryLine {
  readonly run: string;
  readonly time: string | null;
  readonly clerk: string | null;
  readonly isUndone: boolean;
  readonly sentence: string;
}

export interface PersonQuestion {
  /** 报名编号 */
  readonly person: string;
}
