import { compare } from "../../changes/outcome";
import { runOfNumbers } from "../../wording/printed-money";

interface Numbered {
  readonly text: string;
  /** What stands before the digits at the end. */
  readonly head: string;
  readonly digits: string;
}

/** Numbers of receipts in order, those that follow each other as one run: `00012至00014、F7`. Each stands there once. */
export const numberRuns = (numbers: readonly string[]): string => runsOf(numbers).join("、");

/** As `numberRuns`, a text a run. */
export function runsOf(numbers: readonly string[]): string[] {
  const all = [...new Set(numbers)].map(numbered).sort(inOrder);
  const runs: Numbered[][] = [];
  for (const one of all) {
    const run = runs[runs.length - 1];
    const last = run?.[run.length - 1];
    if (run !== undefined && last !== undefined && isNext(last, one)) run.push(one);
    else runs.push([one]);
  }
  return runs.flatMap(textsOf);
}

/** More than 15 digits are not counted exactly. */
function numbered(text: string): Numbered {
  const digits = /\d{1,15}$/u.exec(text)?.[0] ?? "";
  return { text, head: text.slice(0, text.length - digits.length), digits };
}

function inOrder(one: Numbered, other: Numbered): number {
  return compare(one.head, other.head) || one.digits.length - other.digits.length || compare(one.digits, other.digits);
}

const isNext = (one: Numbered, other: Numbered): boolean =>
  one.digits !== "" &&
  one.head === other.head &&
  one.digits.length === other.digits.length &&
  Number(one.digits) + 1 === Number(other.digits);

/** Two are no run. */
function textsOf(run: readonly Numbered[]): string[] {
  const [first, last] = [run[0], run[run.length - 1]];
  return run.length > 2 && first && last ? [runOfNumbers(first.text, last.text)] : run.map(({ text }) => text);
}
