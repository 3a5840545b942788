import { compare } from "../../changes/outcome";
import { isHandedIn } from "../../people/aliases";
import { foldWidth } from "../../people/canonical";
import type { TrainingClass } from "../../plan/training-class";
import type { Context } from "../../rules/context";
import { hasEnded } from "../../rules/standing";
import { PAPER_ANSWER, PAYMENT_METHOD } from "../../schema/allowed";
import { type Enrolment, ROSTER } from "../../schema/roster";
import { rowWith } from "../../snapshot/by-key";
import type { Snapshot } from "../../snapshot/snapshot";
import type { Value } from "../../snapshot/value";
import * as say from "../../wording/check-in-form";
import { balancesOf } from "../money/balances";
import { DESK_PAPERS } from "./paper-words";

/**
 * The 报到收费表: what a desk without the program fills in and check-in takes back. The tab has a title, the line of the day, a
 * header and a line a person; a hidden tab says whose form it is. A line is known by its 报名编号 in the last column, which is
 * hidden, so that it may be sorted, and lines be left out or written below.
 */
export const FORM_MARK_SHEET = "_anpei";

/** The papers of the desk, by the word that check-in knows them by. */
export const FORM_PAPERS: readonly string[] = DESK_PAPERS.words;
/** How money comes at the desk (the notice, 三.2). */
export const FORM_METHODS = [PAYMENT_METHOD.cash, PAYMENT_METHOD.scan] as const;

/** The title of a paper's column: without its stage. */
export const formTitleOf = (paper: string): string => paper.slice(paper.indexOf("·") + 1);

export const FORM_COLUMNS: readonly string[] = [
  ROSTER.columns.name.title,
  ROSTER.columns.unit.title,
  say.endingTitle,
  ROSTER.columns.feeDue.title,
  say.openTitle,
  say.cameTitle,
  ...FORM_PAPERS.map(formTitleOf),
  ...FORM_METHODS,
  ROSTER.columns.note.title,
  ROSTER.columns.id.title,
];

/** Whose form it is. `form` is its own number: what was booked from it is known by that. */
export interface FormMark {
  readonly workbook: string;
  readonly form: string;
  readonly class: string;
}

interface FormContent {
  readonly mark: FormMark;
  readonly title: string;
  readonly day: Value;
  /** Cells in the order of `FORM_COLUMNS`, a person each. */
  readonly lines: readonly (readonly Value[])[];
  /** People of the class who have no number yet: they are not on the form. */
  readonly unnumbered: number;
}

/** The form of a class: its people who have not ended, by unit, with what they owe and which papers are here already. */
export function checkInForm(snapshot: Snapshot, context: Context, one: TrainingClass, form: string): FormContent {
  const people = snapshot.roster.filter((row) => row.class === one.name && !hasEnded(row));
  const numbered = people.filter(({ id }) => id !== null);
  const { of } = balancesOf(snapshot, context, { roster: new Set(numbered.map(({ key }) => key)) });
  const columns = FORM_PAPERS.flatMap((word) => DESK_PAPERS.columnOf(word) ?? []);
  const lines = [...numbered].sort(byUnit).map((row): Value[] => {
    const { price, open } = of(row);
    const papers = rowWith(snapshot.papers, row.key);
    const here = columns.map((column) => boxOf(papers?.[column] ?? null));
    return [
      row.name,
      row.unit,
      endingOf(row),
      price === null ? null : price / 100,
      open / 100,
      say.box,
      ...here,
      ...FORM_METHODS.map(() => null),
      null,
      row.key,
    ];
  });
  const mark = { workbook: context.settings.workbook ?? "", form, class: one.name };
  return { mark, title: say.formTitle(one.name), day: one.reportIn, lines, unnumbered: people.length - numbered.length };
}

/** What is here, or not needed, is not asked for again. */
function boxOf(answer: string | null): string {
  if (answer === PAPER_ANSWER.notNeeded) return say.notNeeded;
  return isHandedIn(foldWidth(answer ?? "")) ? say.isHere : say.box;
}

const endingOf = ({ idNumber }: Enrolment): string | null => (typeof idNumber === "string" ? idNumber.slice(-4) : null);

function byUnit(one: Enrolment, other: Enrolment): number {
  return compare(one.unit ?? "", other.unit ?? "") || compare(one.key, other.key);
}
