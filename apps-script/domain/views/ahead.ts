import type { Day } from "../days/civil-day";
import type { Context } from "../rules/context";
import { isOpenLine } from "../rules/todo-answers";
import { SEVERITY } from "../schema/allowed";
import type { Snapshot } from "../snapshot/snapshot";
import { textOf } from "../snapshot/value";

/** What stands ahead of every screen, as everything done there may go wrong by it. */
export interface AheadView {
  /** Open lines of 待办 that are 阻断, as the rules last wrote them. */
  readonly blocking: number;
  /** The day of the last run, where that is later than today: the clock of this PC is slow, or that of another one was fast. */
  readonly lastRunOn: Day | null;
  /** The day on which staff ended the year: the book takes no run. */
  readonly endedOn: string | null;
}

export function aheadView({ todo, runs }: Snapshot, { today, settings: { endedOn } }: Context): AheadView {
  const blocking = todo.filter((row) => row.severity === SEVERITY.blocking && isOpenLine(row)).length;
  const days = runs.flatMap(({ time }) => /^\d{4}-\d\d-\d\d/.exec(textOf(time)) ?? []);
  const later = days.filter((day) => day > today).sort();
  return { blocking, lastRunOn: later[later.length - 1] ?? null, endedOn };
}
