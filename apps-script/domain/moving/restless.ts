import { restless } from "../wording/workbook";

/** Rounds of writing and looking again, before it is said that people are too busy in the tab. */
export const ROUNDS = 8;

/** People moved rows during every round. */
export class Restless extends Error {
  override readonly name = "Restless";
  readonly code = "restless";
  constructor(table: string) {
    super(restless(table));
  }
}
