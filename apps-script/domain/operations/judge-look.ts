import type { Column } from "../schema/column";
import { columnAsIt } from "../schema/earlier";
import { type Highlight, highlightsOf } from "../schema/look";
import type { ColumnLook } from "./migrate";

/** What becomes of a look that a tab has: it is right, it is an older one of ours, or it is somebody's own. */
type Verdict = "stays" | "replace" | "theirs";

/** Judges a look by its text. `older` are the texts that the program itself made earlier; without one there is nothing to do. */
export function judged(there: string, now: string, older: readonly string[]): Verdict {
  const others = older.filter((text) => text !== now);
  if (others.length === 0 || there === now) return "stays";
  return others.includes(there) ? "replace" : "theirs";
}

/** The column as it was in each earlier form. */
export function earlierColumns({ column, earlier }: ColumnLook): Column[] {
  return earlier.map((form) => columnAsIt(column, form));
}

/** When a colour applies; `{cell}` is the first cell of the column. */
export type Condition = Pick<Highlight, "when" | "row">;

/** The colours of a column, now and as they were: those of its cells, or (`wide`) those it gives to whole rows. */
export interface Colours {
  readonly now: readonly Highlight[];
  readonly older: readonly (readonly Condition[])[];
}

export function coloursOf({ table, column, earlier }: ColumnLook, wide: boolean): Colours {
  const isKind = ({ row }: Condition): boolean => (row === true) === wide;
  return {
    now: highlightsOf(table, column).filter(isKind),
    older: earlier.flatMap(({ highlights }) => (highlights ? [highlights.filter(isKind)] : [])),
  };
}

/** The formulas of conditions as one text, blanks apart; `first` is the first cell, as `D2`, or `$D2` for whole rows. */
export function conditionText(conditions: readonly Condition[], first: string): string {
  return formulaText(conditions.map(({ when }) => when.split("{cell}").join(first)));
}

export function formulaText(formulas: readonly string[]): string {
  return formulas.map((formula) => formula.replace(/\s+/gu, "")).join("\n");
}

/** Of the checks of a column's cells, told as texts from the first row on (`""` for none), the runs of those to be replaced. */
export function runsToReplace(checks: readonly string[], now: string, older: readonly string[]) {
  const verdicts = checks.map((check) => (check === "" ? "none" : judged(check, now, older)));
  const isTheirs =
    verdicts.includes("theirs") || (verdicts.every((verdict) => verdict === "none") && judged("", now, older) === "theirs");
  const runs: { readonly first: number; last: number }[] = [];
  verdicts.forEach((verdict, index) => {
    const run = runs[runs.length - 1];
    if (verdict !== "replace") return;
    if (run && run.last === index - 1) run.last = index;
    else runs.push({ first: index, last: index });
  });
  return { runs, isTheirs };
}

/** A conditional format as a document has it. */
export interface SeenColour {
  /** Whether it colours cells of the column and nothing else. */
  readonly isOfColumn: boolean;
  /** Without the sign of a formula; of another kind of condition what is no formula. */
  readonly formula: string;
  /** The row of its first cell, from 1. */
  readonly top: number;
}

/** The formats that go, by their places, and what comes in their stead at `place`; `first` is the cell in their formulas. */
interface Recolouring {
  readonly gone: readonly number[];
  readonly place: number;
  readonly first: string;
  readonly now: readonly Highlight[];
}

/** What becomes of the colours of a column among all formats of its tab; `letters` names it, `top` is its first row of data. */
export function recolouringOf(
  look: ColumnLook,
  seen: readonly SeenColour[],
  letters: string,
  top: number,
  wide: boolean,
): Recolouring | "stays" | "theirs" {
  const { now, older } = coloursOf(look, wide);
  const isOn = ({ isOfColumn, formula }: SeenColour): boolean =>
    wide ? !isOfColumn && formula.includes(`$${letters}`) : isOfColumn;
  const own = seen.flatMap((colour, at) => (isOn(colour) ? [{ colour, at }] : []));
  const first = `${wide ? "$" : ""}${letters}${own[0]?.colour.top ?? top}`;
  const there = formulaText(own.map(({ colour }) => colour.formula));
  const texts = older.map((conditions) => conditionText(conditions, first));
  const isMade = look.isNew && now.length > 0;
  const verdict = isMade ? "replace" : judged(there, conditionText(now, first), look.isNew ? [] : texts);
  if (verdict !== "replace") return verdict;
  return { gone: own.map(({ at }) => at), place: own[0]?.at ?? seen.length, first, now };
}

/** The formats with some gone and others in their place. */
export function withReplaced<T>(all: readonly T[], { gone, place }: Recolouring, made: readonly T[]): T[] {
  const others = all.filter((_, at) => !gone.includes(at));
  return [...others.slice(0, place), ...made, ...others.slice(place)];
}
