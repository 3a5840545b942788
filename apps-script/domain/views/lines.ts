import type { Day } from "../days/civil-day";
import type { ClassTerms } from "../plan/training-class";
import type { RuleCode } from "../wording/rules";

/** What several views show alike. Everything is plain JSON; people go by 报名编号, money is in yuan, days are `YYYY-MM-DD`. */

/** A number, and the enrolments that it counts, so that it leads to their list. */
export interface Count {
  readonly count: number;
  readonly people: readonly string[];
}

export interface NamedCount extends Count {
  readonly name: string;
}

/** One enrolment in a list. */
export interface PersonLine {
  /** 报名编号; `@<sheet row>` of a row without one. */
  readonly key: string;
  /** Row in the sheet. */
  readonly at: number;
  readonly name: string | null;
  readonly unit: string | null;
  /** The last four of 证件号. */
  readonly ending: string | null;
  readonly post: string | null;
  readonly kind: string | null;
  readonly class: string | null;
  /** 到期提示 */
  readonly light: string | null;
  readonly progress: string | null;
  /** 退回原因, as long as 省厅预约 is refused. */
  readonly refusal: string | null;
  /** Several rows have this number: nothing can be done with it before that is put right. */
  readonly isRepeated: boolean;
}

/** One row of 待办: open, or told and still to be done. */
export interface TodoMatter {
  /** 编号 in 待办. */
  readonly id: string;
  /** `null` of a row that no rule of this program made. */
  readonly code: RuleCode | null;
  readonly rule: string;
  /** 阻断, 警告 or 提示. */
  readonly severity: string;
  /** 待谁办 */
  readonly whose: string | null;
  /** 报名编号 of everybody concerned. */
  readonly people: readonly string[];
  readonly subject: string | null;
  readonly unit: string | null;
  readonly phone: string | null;
  readonly class: string | null;
  readonly content: string;
  readonly suggestion: string | null;
  readonly due: Day | null;
  /** Days from today to `due`: 0 is today, negative is past. */
  readonly daysLeft: number | null;
  /** False of one that somebody was told of and that is to come back. */
  readonly isOpen: boolean;
  /** A file brought it up, not a rule. */
  readonly isRaisedByFile: boolean;
}

/** The same with what is said of it to people outside the centre. */
export interface TodoLine extends TodoMatter {
  /** `已通知2次，上次1月25日 微信` */
  readonly told: string | null;
  /** What it asks of people outside the centre; `null` where it is the centre's own move. */
  readonly what: string | null;
  /** The message to the one person it is about. */
  readonly text: string | null;
}

/** One run of 操作记录. */
export interface RunLine {
  readonly id: string;
  /** Moment with offset. */
  readonly time: string | null;
  readonly clerk: string | null;
  readonly action: string | null;
  readonly source: string | null;
  readonly changes: number | null;
  readonly summary: string | null;
  /** 待写, 完成, 未完成 or 已撤销. */
  readonly state: string | null;
  readonly canUndo: boolean;
}

/** A paper as the desk sees it. */
export interface PaperLine {
  /** Title of the column of 资料. */
  readonly title: string;
  /** What it is called at its stage. */
  readonly called: string;
  /**
   * `approved` is an empty cell that the province's approval settles, `notNeeded` is 不适用, `unclear` a cell that says something
   * else.
   */
  readonly state: "in" | "open" | "approved" | "failed" | "notNeeded" | "unclear";
  /** Why it failed. */
  readonly reason: string | null;
}

/** A sum of payments. */
export interface MethodSum {
  /** 现金, 微信 …; 方式不明 where the cell says none of them. */
  readonly method: string;
  readonly amount: number;
  /** 流水号 of the payments. */
  readonly payments: readonly string[];
}

/** A class of the plan year. */
export interface ClassLine extends ClassTerms {
  readonly key: string;
  readonly name: string;
  /** False for 停办. */
  readonly isOpen: boolean;
  readonly place: string | null;
  readonly seats: Seats;
}

export interface Seats {
  /** `null` = no limit. */
  readonly capacity: number | null;
  /** Who holds a seat: in the class and not withdrawn. */
  readonly taken: number;
  /** `null` = no limit; negative where more are in the class than it has seats. */
  readonly free: number | null;
}
