import type { Day } from "../days/civil-day";
import type { ClassLine, Count, MethodSum, NamedCount } from "./lines";

/** 看板: numbers for charts. */
export interface BoardView {
  readonly today: Day;
  readonly year: number;
  /** Everybody in 名册, and those who are still on their way. */
  readonly people: Count;
  readonly live: Count;
  /** In date order, called-off ones too: they are the calendar as well. */
  readonly classes: readonly BoardClass[];
  /** 到期提示 of all, in the order of its list; `name` is empty where there is none. */
  readonly lights: readonly NamedCount[];
  /** January to December: whose retraining is due by the month of the certificate, against the seats for that month. */
  readonly expiries: readonly MonthLine[];
  readonly papers: {
    readonly complete: Count;
    readonly short: Count;
    readonly byPaper: readonly NamedCount[];
    /** Units with somebody short, the most first; `name` is empty where there is none. */
    readonly byUnit: readonly NamedCount[];
  };
  readonly money: {
    /** Sums of 应缴 and 已缴, and what is still to be paid. */
    readonly due: number;
    readonly paid: number;
    readonly open: number;
    readonly byMethod: readonly MethodSum[];
    /** In order of days; payments whose day can't be read stand under `null`, last. */
    readonly byDay: readonly DaySum[];
    readonly uncounted: readonly string[];
  };
  readonly cards: {
    /** By 状态 of 模拟卡. */
    readonly byState: readonly { readonly state: string; readonly count: number }[];
    /** Never handed out and nobody's. */
    readonly left: number;
    /** People who are to get one. */
    readonly waiting: Count;
  };
  readonly files: {
    /** Units that were sent a file, and of these those whose last one is back. */
    readonly sent: readonly string[];
    readonly back: readonly string[];
    readonly waitedFor: readonly string[];
    /** Units with people in 名册 that were sent none. */
    readonly unsent: readonly string[];
    readonly openConflicts: number;
  };
}

export interface BoardClass extends ClassLine {
  readonly lights: readonly NamedCount[];
}

export interface MonthLine {
  readonly month: number;
  readonly due: Count;
  /** Names of the classes for the month. */
  readonly classes: readonly string[];
  /** Their seats together; `null` when one has no limit. */
  readonly seats: number | null;
}

export interface DaySum {
  readonly day: Day | null;
  readonly byMethod: readonly MethodSum[];
  readonly total: number;
}
