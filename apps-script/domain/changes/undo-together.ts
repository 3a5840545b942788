import { daysBetween, isDay } from "../days/civil-day";
import { RUN } from "../schema/allowed";
import type { Run } from "../schema/records";
import { textOf } from "../snapshot/value";
import { EDIT_TITLE } from "../wording/cells";
import type { Summary } from "./change-set";
import { compare } from "./outcome";

/** The operations whose runs are taken back together where one clerk did them in a row. */
const TAKEN_TOGETHER: ReadonlySet<string> = new Set([EDIT_TITLE]);
const SECONDS_BETWEEN = 60;

/**
 * The runs that one undo takes back, the oldest first: with a run of 手工修改 those right before it by the same clerk, each
 * within a minute of the next and nothing else between. Each run stays in the log as it was written: a run that is complete is
 * never opened again, so nothing that cuts a later one off can touch it.
 */
export function takenBackWith(last: Run, runs: readonly Run[]): readonly Run[] {
  const group: Run[] = [last];
  const earlier = runs.filter(({ key }) => key < last.key).sort((a, b) => compare(b.key, a.key));
  for (const run of earlier) {
    const [next] = group;
    if (next === undefined || !isContinued(run, next)) break;
    group.unshift(run);
  }
  return group;
}

function isContinued(run: Run, next: Run): boolean {
  const isSame = run.clerk === next.clerk && run.action === next.action && run.source === next.source;
  if (!isSame || !TAKEN_TOGETHER.has(textOf(run.action)) || run.state !== RUN.done) return false;
  const between = secondsBetween(textOf(run.time), textOf(next.time));
  return between !== null && between >= 0 && between <= SECONDS_BETWEEN;
}

/** Between two moments as hosts write them, all with the offset of the centre; `null` of anything else. */
function secondsBetween(from: string, to: string): number | null {
  const [start, end] = [from, to].map((time) => MOMENT.exec(time));
  if (!start || !end || start[5] !== end[5]) return null;
  const [, firstDay = "", ...first] = start;
  const [, lastDay = "", ...last] = end;
  if (!isDay(firstDay) || !isDay(lastDay)) return null;
  const inDay = ([hours, minutes, seconds]: readonly string[]): number =>
    Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  return daysBetween(firstDay, lastDay) * 86_400 + inDay(last) - inDay(first);
}

const MOMENT = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.\d+)?(Z|[+-]\d{2}:\d{2})$/u;

const JOINED_BY = "、";

/** How the summary of an undo names what it took back. */
export const namesOfRuns = (runs: readonly Run[]): string => runs.map(({ key }) => key).join(JOINED_BY);

/** The runs that a run took back, by its summary; none of one that was no undo. */
export const runsTakenBackBy = ({ undoes }: Summary): readonly string[] =>
  typeof undoes === "string" ? undoes.split(JOINED_BY) : [];

/** What becomes of runs when one is taken back; that of an undo makes the runs it took back stand again. */
export function marksOfTakenBack(run: string, summary: Summary) {
  const again = runsTakenBackBy(summary).map((one) => ({ run: one, state: RUN.done }) as const);
  return [{ run, state: RUN.undone } as const, ...again];
}
