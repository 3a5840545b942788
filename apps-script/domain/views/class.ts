import type { Day } from "../days/civil-day";
import type { ClassLine, Count, NamedCount, PersonLine } from "./lines";

/** 班级: one class before, during and after it. */
export interface ClassView {
  readonly today: Day;
  readonly class: ClassLine;
  /** Everybody who holds a seat, by unit and number. */
  readonly people: readonly ClassPerson[];
  /** 到期提示, in the order of its list; `name` is empty where there is none. */
  readonly lights: readonly NamedCount[];
  readonly steps: ClassSteps;
  readonly papers: {
    readonly complete: Count;
    readonly short: Count;
    /** By title of 资料's column. */
    readonly byPaper: readonly NamedCount[];
  };
  readonly money: {
    readonly due: number;
    readonly paid: number;
    readonly open: number;
    /** By 缴费状态. */
    readonly byState: readonly NamedCount[];
  };
  readonly cards: { readonly withCard: Count; readonly taken: Count; readonly bound: Count; readonly waiting: Count };
  /** By 考试状态. */
  readonly exams: readonly NamedCount[];
}

export interface ClassSteps {
  readonly preRegistered: Count;
  /** By 省厅预约状态; an empty one is 未预约. */
  readonly booking: readonly NamedCount[];
  readonly reportedIn: Count;
  readonly noShow: Count;
  readonly trained: Count;
  readonly passed: Count;
  readonly issued: Count;
}

export interface ClassPerson extends PersonLine {
  readonly mobile: string | null;
  readonly booking: string | null;
  /** 资料缺项 */
  readonly missing: string | null;
  readonly due: number | null;
  readonly paid: number | null;
  readonly feeState: string | null;
  readonly card: string | null;
  readonly cardBoundOn: string | null;
  readonly reportedInOn: string | null;
  readonly isNoShow: boolean;
  readonly isTrained: boolean;
  readonly exam: string | null;
  readonly examOn: string | null;
  readonly score: number | string | null;
  readonly issuedOn: string | null;
}

export interface ClassQuestion {
  /** 班级名称 */
  readonly class: string;
}
