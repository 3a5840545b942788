import { RUN } from "../schema/allowed";
import * as say from "../wording/next-year";
import type { BookTurn, TurnedRow } from "./book-turn";

/** Who carries over, and when; `time` is a moment with offset. */
export interface TurnHead {
  readonly time: string;
  readonly clerk: string;
  readonly source: string;
}

/** The row of 操作记录 that a carry-over leaves in the new book. */
export function carryRun(id: string, { people, year }: Pick<BookTurn, "people" | "year">, head: TurnHead): TurnedRow {
  return {
    ...head,
    id,
    action: say.CARRY_TITLE,
    changes: people,
    summary: say.carriedSummary(year - 1, people),
    state: RUN.done,
  };
}
