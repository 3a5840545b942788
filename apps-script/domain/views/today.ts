import type { Day } from "../days/civil-day";
import type { RuleCode } from "../wording/rules";
import type { RunLine } from "./lines";

/** 今天: what the day asks for, what was done last, and what others did meanwhile. */
export interface TodayView {
  readonly today: Day;
  /** Most urgent first; one line is one piece of work. */
  readonly lines: readonly TodayLine[];
  /** Open rows of 待办 in all, and those of 阻断 among them. */
  readonly open: number;
  readonly blocking: number;
  /** The last run that stands, which 撤销 takes back next. */
  readonly lastRun: RunLine | null;
  /** When 全部执行 last ran; `null` if 操作记录 has none. */
  readonly lastAll: string | null;
  /** Runs of others after the moment that was asked about, the newest first. */
  readonly others: readonly RunLine[];
}

/** The open rows of 待办 of one rule, class and due day. */
export interface TodayLine {
  readonly code: RuleCode | null;
  readonly rule: string;
  readonly severity: string;
  readonly class: string | null;
  readonly due: Day | null;
  readonly daysLeft: number | null;
  readonly mover: string | null;
  /** “再培训班第三期 已预报名未预约，今天截止：5人 → 请致电提醒尽快预约” */
  readonly sentence: string;
  readonly people: readonly string[];
  /** 编号 of its rows of 待办. */
  readonly todo: readonly string[];
  readonly units: number;
}

export interface TodayQuestion {
  /** Who looks: runs of this 经办人 are not others'. */
  readonly clerk: string;
  /** A moment with offset; `null` for none. */
  readonly since: string | null;
}
