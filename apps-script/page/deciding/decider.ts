import { BadInput, type FieldProblem } from "../../domain/operations/inputs/bad-input";
import { Refusal, type RefusalCode } from "../../domain/refusal";
import { type Answer, decideWish, type Question } from "./decide";

/** Where it is decided: here, or beside the page, so that no key has to wait. */
export interface Decider {
  /**
   * @throws {BadInput}
   * @throws {Refusal}
   */
  decide(question: Question): Promise<Answer>;
}

export const decideHere: Decider = { decide: async (question) => decideWish(question) };

/** What comes back from beside the page: errors don't travel as what they are. */
export type Said =
  | { readonly is: "decided"; readonly answer: Answer }
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
export function decideBeside(ask: (question: Question) => Promise<Said | null>): Decider {
  let isPossible = true;
  return {
    decide: async (question) => {
      if (!isPossible || itemsIn(question) < FEW_ITEMS) return decideHere.decide(question);
      const said = await ask(question);
      if (said !== null) return answerIn(said);
      isPossible = false;
      return decideHere.decide(question);
    },
  };
}

function answerIn(said: Said): Answer {
  if (said.is === "decided") return said.answer;
  if (said.is === "bad input") throw new BadInput(said.fields);
  if (said.is === "refused") throw new Refusal(said.code, said.reasons);
  throw new Error(said.message);
}

/** What is said beside the page. */
export function saidTo(question: Question): Said {
  try {
    return { is: "decided", answer: decideWish(question) };
  } catch (error) {
    if (error instanceof BadInput) return { is: "bad input", fields: error.fields };
    if (error instanceof Refusal) return { is: "refused", code: error.code, reasons: error.reasons };
    return { is: "broken", message: error instanceof Error ? error.message : String(error) };
  }
}

function itemsIn({ tabs }: Question): number {
  const lists = tabs.flatMap(({ columns }) => columns.map(([, list]) => list));
  return lists.reduce((sum, [values, places = []]) => sum + values.length + places.length, 0);
}
