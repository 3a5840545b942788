import type { Day } from "../days/civil-day";
import type { ClassLine, Count, MethodSum, PaperLine, PersonLine } from "./lines";

/** 报到: the people of one class at the desk, and the till. */
export interface DeskView {
  readonly today: Day;
  readonly class: ClassLine;
  /** By unit, then by number. Who has ended is not among them unless they came. */
  readonly people: readonly DeskPerson[];
  /** Not reported in yet, nor marked 未报到. */
  readonly toCome: Count;
  readonly came: Count;
  readonly cameToday: Count;
  readonly noShow: Count;
  /** What of the class is still to be paid. */
  readonly open: number;
  readonly till: Till;
}

export interface DeskPerson extends PersonLine {
  readonly idNumber: string | null;
  readonly mobile: string | null;
  /** 省厅预约状态 and 省厅预约班级. */
  readonly booking: string | null;
  readonly bookedClass: string | null;
  /** Of the report-in stage. */
  readonly papers: readonly PaperLine[];
  readonly due: number | null;
  readonly paid: number;
  readonly open: number;
  readonly feeState: string | null;
  readonly reportedInOn: string | null;
  readonly isNoShow: boolean;
  /** What speaks against taking them in today, each in a sentence: taken only with a reason. */
  readonly concerns: readonly string[];
}

/** All payments of one day, whatever class they are for. */
export interface Till {
  readonly day: Day;
  readonly byMethod: readonly MethodSum[];
  readonly total: number;
  /** 流水号 of payments of the day that can't be counted: POS, or no amount. */
  readonly uncounted: readonly string[];
}

export interface DeskQuestion {
  /** 班级名称 */
  readonly class: string;
}
