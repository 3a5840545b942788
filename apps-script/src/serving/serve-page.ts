import { failure } from "../../domain/serving/answer";
import type { Answer } from "../../domain/serving/calls";
import { serve } from "../../domain/serving/serve";
import { sentenceOf } from "./sentence";
import { sheetServing } from "./sheet-serving";

/**
 * Answers a call of the page, as JSON text: Google hands a text on much faster than lists in lists. The one place that catches:
 * whatever was asked for, the page gets a value or a sentence.
 */
export function servePage(name: unknown, ask: unknown): string {
  return JSON.stringify(answered(name, ask));
}

function answered(name: unknown, ask: unknown): Answer<unknown> {
  try {
    return { ok: true, value: serve(sheetServing, name, ask) };
  } catch (error) {
    return failure(error, sentenceOf(error));
  }
}
