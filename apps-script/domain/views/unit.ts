import type { Day } from "../days/civil-day";
import type { PersonLine, TodoLine } from "./lines";

/** 单位: its people, its files, and what is open between it and the centre. */
export interface UnitView {
  readonly today: Day;
  readonly name: string;
  /** False for a unit that stands in 名册 alone. */
  readonly isListed: boolean;
  readonly aliases: readonly string[];
  readonly category: string | null;
  readonly contact: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly status: string | null;
  /** 代报单位: for which it reports, and which report for it. */
  readonly reportsFor: readonly string[];
  readonly reportedBy: readonly string[];
  readonly people: readonly PersonLine[];
  /** 往来, the newest first. */
  readonly files: readonly FileLine[];
  /** The last file sent is not back. */
  readonly isWaitedFor: boolean;
  /** Open rows of 待办 that its files raised: what was not taken, and why. */
  readonly notTaken: readonly TodoLine[];
  readonly conflicts: readonly ConflictLine[];
  /** All other open rows of 待办 about it and its people. */
  readonly todo: readonly TodoLine[];
}

export interface FileLine {
  /** 发出 or 收回. */
  readonly direction: string | null;
  readonly exchange: string | null;
  readonly generation: number | string | null;
  readonly file: string | null;
  readonly time: string | null;
  readonly people: number | string | null;
  readonly added: number | string | null;
  readonly updated: number | string | null;
  readonly conflicts: number | string | null;
  /** 退回: rows that were not taken. */
  readonly refused: number | string | null;
}

/** One cell that both sides changed and nobody has chosen for. */
export interface ConflictLine {
  /** As 处理冲突 takes it. */
  readonly key: string;
  readonly enrolment: string | null;
  readonly name: string | null;
  readonly column: string | null;
  readonly base: string | null;
  readonly ours: string | null;
  readonly theirs: string | null;
  readonly source: string | null;
  /** 采用, where staff have written it and no run has taken it yet. */
  readonly choice: string | null;
}

export interface UnitQuestion {
  /** 单位全称 */
  readonly unit: string;
}
