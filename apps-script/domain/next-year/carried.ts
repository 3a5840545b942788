import type { Cents } from "../rules/money/payment-amounts";
import type { Enrolment } from "../schema/roster";
import type { Card, Unit } from "../schema/tables";
import type { Value } from "../snapshot/value";
import type { Question, Unfinished, WhyNot } from "./year-end";

/**
 * What the new book gets of one person and post. `values` are the cells of 名册 by column name, without number: everything that
 * is not in here begins empty.
 */
export interface Holder {
  /** 报名编号 in the old book, the newest first: whatever a unit's file still says, it is this person. */
  readonly from: readonly [string, ...string[]];
  readonly person: string;
  readonly values: Readonly<Record<string, Value>>;
  /** 信息·学历证明, if it was handed in: everything else is asked for each year. */
  readonly education: Value;
  /** In 分; less than nothing is a debt. */
  readonly money: Cents;
  readonly question: Question | null;
  readonly unfinished: Unfinished | null;
  /** Its row in the old book. */
  readonly newest: Enrolment;
}

/** Somebody who is not carried over. */
export interface Left {
  readonly row: Enrolment;
  readonly why: WhyNot;
  /** As of a holder: whoever was one at an earlier carry-over is known by it. */
  readonly from: Holder["from"];
  /** In 分, what the old book goes on asking for. */
  readonly debt: Cents;
  /** In 分, what was paid too much. */
  readonly credit: Cents;
}

/** An enrolment of the old book that ended, as 历史 keeps it: its cells by the titles of 名册, for people read them too. */
export interface EndedEnrolment {
  readonly row: Enrolment;
  readonly values: Readonly<Record<string, Value>>;
}

/** All that goes from one year into the next. */
export interface Carried {
  readonly year: number;
  /** 工作簿编号 of the old book, and of those before it. */
  readonly from: readonly string[];
  readonly holders: readonly Holder[];
  readonly left: readonly Left[];
  readonly ended: readonly EndedEnrolment[];
  /** Money that staff have yet to decide about in the old book, by 报名编号, in 分. */
  readonly undecided: ReadonlyMap<string, Cents>;
  /** The cards that nobody has. */
  readonly cards: readonly Card[];
  /** Cards that an enrolment of the old book has, by 卡号. */
  readonly issued: ReadonlySet<string>;
  readonly units: readonly Unit[];
  /** The highest number that the old book has in the form of the new year's 报名编号; 0 unless somebody typed one. */
  readonly lastNumber: number;
}
