import { Refusal } from "../../domain/refusal";
import { googleSaid, sentenceFor } from "../google-said";
import { unexpected } from "../wording-menu";

/**
 * What the person in front of the page is told of an error: a refusal has its sentence, and so has what Google is known to say.
 * What is not a refusal goes to the project's log as well.
 */
export function sentenceOf(error: unknown): string {
  if (error instanceof Refusal) return error.message;
  console.error(error);
  const message = error instanceof Error ? error.message : String(error);
  const kind = googleSaid(message);
  return kind === null ? unexpected(message) : sentenceFor(kind);
}
