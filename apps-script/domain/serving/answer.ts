import { isRefusalCode, Refusal, type RefusalCode } from "../refusal";
import type { Answer } from "./calls";

/** What a page is told of a call that failed. `code` is null for anything but a refusal. */
export function failure(error: unknown, sentence: string): Extract<Answer<never>, { ok: false }> {
  return { ok: false, error: sentence, code: error instanceof Refusal ? error.code : null };
}

/** A call that failed, as the page has it: the message is the sentence to show. */
export class CallFailed extends Error {
  override readonly name = "CallFailed";

  constructor(
    message: string,
    readonly code: RefusalCode | null,
  ) {
    super(message);
  }
}

/** @throws {CallFailed} for an answer that is a sentence */
export function valueIn<T>(answer: Answer<T>): T {
  if (answer.ok) return answer.value;
  throw new CallFailed(answer.error, answer.code !== null && isRefusalCode(answer.code) ? answer.code : null);
}
