import { Refusal } from "../refusal";
import { readingTooLarge } from "../wording/serving";
import { failure } from "./answer";
import type { Committed } from "./calls";
import { PLAIN_UP_TO } from "./deflated";

/** Makes a text shorter that is too long to go as it is; null where the page could not read it then. */
type Deflate = ((text: string) => string) | null;

/**
 * What a call comes to, as the JSON text that goes to the page. The one place that catches: whatever was asked for, the page gets a
 * value or a sentence; and of a decision it hears in any case what became of it.
 */
export function answerText(call: () => unknown, deflate: Deflate, sentenceOf: (error: unknown) => string): string {
  try {
    return valueText(call(), deflate);
  } catch (error) {
    return JSON.stringify(failure(error, sentenceOf(error)));
  }
}

function valueText(value: unknown, deflate: Deflate): string {
  try {
    return fitting(JSON.stringify({ ok: true, value }), deflate);
  } catch (error) {
    if (!isCommitted(value)) throw error;
    return JSON.stringify({ ok: true, value: inShort(value) });
  }
}

function fitting(text: string, deflate: Deflate): string {
  if (text.length <= PLAIN_UP_TO) return text;
  if (deflate === null) throw new Refusal("too-large", readingTooLarge());
  return deflate(text);
}

function isCommitted(value: unknown): value is Committed {
  return typeof value === "object" && value !== null && "state" in value && "findings" in value && "finished" in value;
}

/** Without the findings that are too many to go along. */
function inShort(committed: Committed): Committed {
  let room = PLAIN_UP_TO / 2;
  const findings = committed.findings.filter((finding) => {
    room -= JSON.stringify(finding).length;
    return room > 0;
  });
  return { ...committed, findings };
}
