import { Refusal } from "../refusal";
import { restless } from "../wording/workbook";

/** Rounds of writing and looking again, before it is said that people are too busy in the tab. */
export const ROUNDS = 8;

/** People moved rows during every round. */
export function restlessIn(table: string): Refusal {
  return new Refusal("restless", restless(table));
}
