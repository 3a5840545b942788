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

/**
 * Decides beside the page. Where that can't be, it is decided here, and what goes on has been painted before.
 *
 * @param ask null where there is nobody to ask
 */
export function decideBeside(ask: (task: Task) => Promise<Said | null>): Decider {
  let isPossible = true;
  const isBeside = (task: Task): boolean => isPossible && itemsIn(task) >= FEW_ITEMS;
  const asked = async (task: Task): Promise<Said | null> => {
    const said = await ask(task);
    if (said === null) isPossible = false;
    return said;
  };
  return {
    decide: async (question) => {
      const said = isBeside(question) ? await asked(question) : null;
      return said === null ? decideHere.decide(question) : answerIn(said);
    },
    todo: (question) => {
      if (!isBeside(question)) return null;
      return async () => {
        const said = await asked(question);
        return said?.is === "todo" ? said.text : null;
      };
    },
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
