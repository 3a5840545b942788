import { compare } from "../changes/outcome";
import { lastStanding } from "../changes/undo";
import type { Day } from "../days/civil-day";
import { ALL_TITLE } from "../rules/actions";
import type { Context } from "../rules/context";
import { RUN, SEVERITIES, SEVERITY } from "../schema/allowed";
import { groupedBy } from "../snapshot/grouped-by";
import type { Snapshot } from "../snapshot/snapshot";
import { textOf } from "../snapshot/value";
import type { RuleCode } from "../wording/rules";
import * as say from "../wording/views";
import type { RunLine, TodoMatter } from "./lines";
import { runLines } from "./runs";
import { todoMatters } from "./todo-lines";

/** 今天: what the day asks for, what was done last, and what others did meanwhile. */
export interface TodayView {
  readonly today: Day;
  /** 阻断, then 警告, then 提示, of each the most urgent first; one line is one piece of work. */
  readonly lines: readonly TodayLine[];
  /** Open rows of 待办 in all, and those of 阻断 among them. */
  readonly open: number;
  readonly blocking: number;
  /** The last run that stands, which 撤销 takes back next. */
  readonly lastRun: RunLine | null;
  /** When 全部执行 last ran; `null` if 操作记录 has none. */
  readonly lastAll: string | null;
  /** Runs of others since the day that was asked about, the newest first. */
  readonly others: readonly RunLine[];
}

/** The open rows of 待办 of one rule, class and due day that are the same ones' to do. */
export interface TodayLine {
  readonly code: RuleCode | null;
  readonly rule: string;
  readonly severity: string;
  readonly class: string | null;
  readonly due: Day | null;
  readonly daysLeft: number | null;
  /** 待谁办 */
  readonly whose: string | null;
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
  /** From this day on; `null` for none. */
  readonly since: Day | null;
}

export function todayView(snapshot: Snapshot, context: Context, { clerk, since }: TodayQuestion): TodayView {
  const open = todoMatters(snapshot, context).filter(({ isOpen }) => isOpen);
  const runs = runLines(snapshot);
  const last = lastStanding(snapshot.runs)?.key;
  return {
    today: context.today,
    lines: linesOf(open),
    open: open.length,
    blocking: open.filter(({ severity }) => severity === SEVERITY.blocking).length,
    lastRun: runs.find(({ id }) => id === last) ?? null,
    lastAll: runs.find(({ action, state }) => action === ALL_TITLE && state === RUN.done)?.time ?? null,
    others: since === null ? [] : runs.filter((run) => run.clerk !== clerk && textOf(run.time) >= since),
  };
}

function linesOf(open: readonly TodoMatter[]): TodayLine[] {
  const groups = groupedBy(open, ({ rule, class: name, due, whose }) => JSON.stringify([rule, name, due, whose]));
  const lines = [...groups.values()].flatMap((group): TodayLine[] => {
    const [first] = group;
    return first === undefined ? [] : [lineOf(first, group)];
  });
  return lines.sort((a, b) => byUrgency(a, b) || compare(a.sentence, b.sentence));
}

function lineOf(
  { code, rule, severity, class: name, due, daysLeft, whose }: TodoMatter,
  group: readonly TodoMatter[],
): TodayLine {
  const people = [...new Set(group.flatMap((line) => line.people))];
  const advice = new Set(group.map(({ suggestion }) => suggestion));
  const [only = null] = advice;
  const units = new Set(group.flatMap(({ unit }) => unit ?? [])).size;
  const worst = SEVERITIES.find((one) => group.some((line) => line.severity === one)) ?? severity;
  const sentence = say.todayLine({
    class: name,
    rule,
    daysLeft,
    due,
    people: people.length,
    matters: group.length,
    advice: advice.size === 1 ? only : null,
  });
  return {
    code,
    rule,
    severity: worst,
    class: name,
    due,
    daysLeft,
    whose,
    sentence,
    people,
    todo: group.map(({ id }) => id),
    units,
  };
}

const SEVERITY_ORDER: readonly string[] = SEVERITIES;

/** 阻断, 警告, 提示; of each what is due today or over comes first, the nearest before the others, then what has a day ahead, then the rest. */
function byUrgency(a: TodayLine, b: TodayLine): number {
  const rank = ({ severity }: TodayLine): number => SEVERITY_ORDER.indexOf(severity);
  const day = ({ daysLeft }: TodayLine): number => (daysLeft === null ? 0 : Math.abs(daysLeft));
  return rank(a) - rank(b) || partOf(a) - partOf(b) || day(a) - day(b);
}

function partOf({ daysLeft }: TodayLine): number {
  if (daysLeft === null) return 2;
  return daysLeft <= 0 ? 0 : 1;
}
