import { Refusal } from "../../domain/refusal";
import { answerText } from "../../domain/serving/answer-text";
import { serve } from "../../domain/serving/serve";
import { badRequest } from "../../domain/wording/serving";
import { deflate, inflate } from "./deflate";
import { sentenceOf } from "./sentence";
import { sheetServing } from "./sheet-serving";

/**
 * Answers a call of the page, as JSON text: Google hands a text on much faster than lists in lists. Long ones go deflated both
 * ways; whether the page can inflate an answer, it says.
 */
export function servePage(name: unknown, ask: unknown, inflates: unknown): string {
  const call = (): unknown => serve(sheetServing, name, typeof ask === "string" ? parsed(ask) : ask);
  return answerText(call, inflates === true ? deflate : null, sentenceOf);
}

function parsed(ask: string): unknown {
  try {
    return JSON.parse(inflate(ask));
  } catch {
    throw new Refusal("bad-request", badRequest());
  }
}
