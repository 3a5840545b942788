import { BadInput, type FieldProblem } from "../../domain/operations/inputs/bad-input";
import { Refusal, type RefusalCode } from "../../domain/refusal";
import { type Answer, decideWish, type Question } from "./decide";
import { type TodoQuestion, todoText } from "./todo-beside";

/** What is asked beside the page. */
export type Task = Question | TodoQuestion;

/** Where it is decided: here, or beside the page, so that no key has to wait. */
export interface Decider {
  /**
   * @throws {BadInput}
   * @throws {Refusal}
   */
  decide(question: Question): Promise<Answer>;
  /** How 待办 is brought up to now beside the page; null where the page does so itself, and so in the end where that can't be. */
  todo(question: TodoQuestion): (() => Promise<string | null>) | null;
}

export const decideHere: Decider = { decide: async (question) => decideWish(question), todo: () => null };

/** What comes back from beside the page: errors don't travel as what they are. */
export type Said =
  | { readonly is: "decided"; readonly answer: Answer }
  | { readonly is: "todo"; readonly text: string }
  | { readonly is: "bad input"; readonly fields: readonly FieldProblem[] }
  | { readonly is: "refused"; readonly code: RefusalCode; readonly reasons: readonly string[] }
  | { readonly is: "broken"; readonly message: string };

/** Of so few items in packed lists nobody feels that it is decided, and a worker would take longer to come. */
const FEW_ITEMS = 10_000;

/** Asks beside the page; null where there is nobody to ask, and where it was given up. */
type Ask = (task: Task, givenUp: AbortSignal) => Promise<Said | null>;

/**
 * Decides beside the page. Where that can't be, it is decided here, and what goes on has been painted before. What staff wait for
 * goes before what a screen shows in the end: 待办 is given up for a decision and begun again after it, as a PC has few
 * processors.
 */
export function decideBeside(ask: Ask): Decider {
  let isPossible = true;
  let decided: Promise<unknown> = Promise.resolve();
  let bringing = new AbortController();
  const isBeside = (task: Task): boolean => isPossible && itemsIn(task) >= FEW_ITEMS;
  const asked = async (task: Task, { signal }: AbortController): Promise<Said | null> => {
    const said = await ask(task, signal);
    if (said === null && !signal.aborted) isPossible = false;
    return said;
  };
  const decide = async (question: Question): Promise<Answer> => {
    const said = isBeside(question) ? await asked(question, new AbortController()) : null;
    return said === null ? decideHere.decide(question) : answerIn(said);
  };
  const undisturbed = async (): Promise<void> => {
    let waited: Promise<unknown> | null = null;
    while (waited !== decided) {
      waited = decided;
      await waited;
    }
  };
  let latest: TodoQuestion | null = null;
  const bring = async (question: TodoQuestion): Promise<string | null> => {
    latest = question;
    bringing.abort();
    // Of a reading that there is a newer one of nobody asks for it any more.
    while (latest === question) {
      await undisturbed();
      bringing = new AbortController();
      const { signal } = bringing;
      const said = await asked(question, bringing);
      if (!signal.aborted) return said?.is === "todo" ? said.text : null;
    }
    return null;
  };
  return {
    decide: (question) => {
      bringing.abort();
      const answer = decide(question);
      decided = Promise.allSettled([decided, answer]);
      return answer;
    },
    todo: (question) => (isBeside(question) ? () => bring(question) : null),
  };
}

function answerIn(said: Said): Answer {
  if (said.is === "decided") return said.answer;
  if (said.is === "bad input") throw new BadInput(said.fields);
  if (said.is === "refused") throw new Refusal(said.code, said.reasons);
  throw new Error(said.is === "broken" ? said.message : said.is);
}

/** What is said beside the page. */
export function saidTo(task: Task): Said {
  try {
    return "kind" in task ? { is: "todo", text: todoText(task) } : { is: "decided", answer: decideWish(task) };
  } catch (error) {
    if (error instanceof BadInput) return { is: "bad input", fields: error.fields };
    if (error instanceof Refusal) return { is: "refused", code: error.code, reasons: error.reasons };
    return { is: "broken", message: error instanceof Error ? error.message : String(error) };
  }
}

function itemsIn({ tabs }: Task): number {
  const lists = tabs.flatMap(({ columns }) => columns.map(([, list]) => list));
  return lists.reduce((sum, [values, places = []]) => sum + values.length + places.length, 0);
}
