import type { Context } from "../../domain/rules/context";
import type { Snapshot } from "../../domain/snapshot/snapshot";

/** What a screen shows of the workbook, by what it asks. */
export type View<Q, V> = (snapshot: Snapshot, context: Context, question: Q) => V;

/** Answers kept of one view: of lists that are looked at in turn, and of what is typed, key after key. */
const MOST = 40;

/** What was shown of one reading of the workbook, each answer worked out once. Questions are plain JSON. */
export class KeptViews {
  private readonly known = new Map<object, Map<string, unknown>>();

  constructor(
    private readonly snapshot: Snapshot,
    private readonly context: Context,
  ) {}

  of<Q, V>(view: View<Q, V>, question: Q): V {
    const answers = this.answersOf(view);
    const asked = JSON.stringify(question);
    if (answers.has(asked)) return answers.get(asked) as V;
    const answer = view(this.snapshot, this.context, question);
    if (answers.size >= MOST) answers.clear();
    answers.set(asked, answer);
    return answer;
  }

  private answersOf(view: object): Map<string, unknown> {
    const answers = this.known.get(view) ?? new Map<string, unknown>();
    this.known.set(view, answers);
    return answers;
  }
}
