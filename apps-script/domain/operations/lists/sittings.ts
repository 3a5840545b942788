import { isDay } from "../../days/civil-day";
import { EXAM, YES_NO } from "../../schema/allowed";
import type { Enrolment } from "../../schema/roster";
import { dayUnknown, scoreWords } from "../../wording/lists";

/** What an exam can come to. */
export const RESULTS = [EXAM.passed, EXAM.failed, EXAM.absent] as const;
export type Result = (typeof RESULTS)[number];

/** The exam that the cells show has been sat, or missed. */
export const hasResult = ({ exam }: Pick<Enrolment, "exam">): boolean => RESULTS.some((one) => one === exam);

/** One sitting of an exam. */
export interface Sitting {
  /** `dayUnknown` of one whose day nobody wrote down; it comes before the others. */
  readonly day: string;
  readonly result: Result;
  readonly score: number | null;
  readonly place: string | null;
}

const SEPARATOR = "；";

/**
 * The sittings of an enrolment in date order: what 历次考试 says, and the one in the cells of the exam where it is not among
 * them, as it was typed by hand or came with a list.
 */
export function sittingsOf(row: Enrolment): readonly Sitting[] {
  const kept = (row.sittings ?? "").split(SEPARATOR).flatMap((text) => sittingIn(text) ?? []);
  const result = RESULTS.find((one) => one === row.exam);
  const on = isDay(row.examOn) ? row.examOn : dayUnknown;
  if (result === undefined || kept.some(({ day }) => day === on)) return kept;
  const score = typeof row.score === "number" ? row.score : null;
  return withSitting(kept, { day: on, result, score, place: row.examPlace });
}

/** With one more sitting; one of the same day is put right. */
export function withSitting(sittings: readonly Sitting[], one: Sitting): readonly Sitting[] {
  return [...sittings.filter(({ day }) => day !== one.day), one].sort((a, b) => (placeInTime(a) < placeInTime(b) ? -1 : 1));
}

const placeInTime = ({ day }: Sitting): string => (isDay(day) ? day : "");

/** `2024-03-08 不合格 72分 烟台考点；2024-04-10 合格 88分`. */
export function writtenSittings(sittings: readonly Sitting[]): string | null {
  const texts = sittings.map(({ day, result, score, place }) => {
    const parts = [day, result, score === null ? null : scoreWords(score), place?.split(SEPARATOR).join(" ") ?? null];
    return parts.filter((part) => part !== null).join(" ");
  });
  return texts.join(SEPARATOR) || null;
}

/** How many of them use up one of the two that there are. */
export function countedSittings(sittings: readonly Sitting[], absenceCounts: string): number {
  return sittings.filter(({ result }) => result !== EXAM.absent || absenceCounts === YES_NO.yes).length;
}

function sittingIn(text: string): Sitting | null {
  const [day = "", word = "", ...rest] = text.trim().split(" ");
  const result = RESULTS.find((one) => one === word);
  if (!(isDay(day) || day === dayUnknown) || result === undefined) return null;
  const [, written] = /^(\d{1,3}(?:\.\d)?)分$/u.exec(rest[0] ?? "") ?? [];
  if (written !== undefined) rest.shift();
  const score = written === undefined ? null : Number(written);
  return { day, result, score, place: rest.join(" ") || null };
}
