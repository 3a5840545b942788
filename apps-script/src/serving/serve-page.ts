import { Refusal } from "../../domain/refusal";
import { failure } from "../../domain/serving/answer";
import type { Answer } from "../../domain/serving/calls";
import { PLAIN_UP_TO } from "../../domain/serving/deflated";
import { serve } from "../../domain/serving/serve";
import { badRequest, readingTooLarge } from "../../domain/wording/serving";
import { deflate, inflate } from "./deflate";
import { sentenceOf } from "./sentence";
import { sheetServing } from "./sheet-serving";

/**
 * Answers a call of the page, as JSON text: Google hands a text on much faster than lists in lists. Long ones go deflated both
 * ways; whether the page can inflate an answer, it says. The one place that catches: whatever was asked for, the page gets a value
 * or a sentence.
 */
export function servePage(name: unknown, ask: unknown, inflates: unknown): string {
  const text = JSON.stringify(answered(name, ask));
  if (text.length <= PLAIN_UP_TO) return text;
  if (inflates === true) return deflate(text);
  const refusal = new Refusal("too-large", readingTooLarge());
  return JSON.stringify(failure(refusal, refusal.message));
}

function answered(name: unknown, ask: unknown): Answer<unknown> {
  try {
    return { ok: true, value: serve(sheetServing, name, typeof ask === "string" ? parsed(ask) : ask) };
  } catch (error) {
    return failure(error, sentenceOf(error));
  }
}

function parsed(ask: string): unknown {
  try {
    return JSON.parse(inflate(ask));
  } catch {
    throw new Refusal("bad-request", badRequest());
  }
}
