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
