import type { RunMarks } from "../changes/apply";
import { type ChangeSet, digestOf } from "../changes/change-set";
import { unpackSent } from "../changes/journal";
import type { Day } from "../days/civil-day";
import { Refusal } from "../refusal";
import type { Marks } from "../snapshot/marks";
import { badRequest, decisionTooLarge } from "../wording/serving";
import { refuseMisformed } from "./sent-form";

/**
 * A decision that was made elsewhere, of one reading of the workbook, and comes back as JSON to be written. What travels is the
 * change set as `_改动` holds it, with secrets and marks of runs beside it, and what the decision stood on: the day, the
 * program, the marks of the tables. Places, formulas, the number of the run, time and clerk are the host's.
 */
export interface Sent {
  readonly build: string;
  readonly today: Day;
  readonly title: string;
  readonly stoodOn: Marks;
  readonly changes: readonly string[];
  readonly secrets: readonly (readonly [string, Readonly<Record<string, string>>])[];
  readonly marks: RunMarks;
}

/** Units that a decision may have, also unpacked. A first run over 10,000 people has some 8 million. */
export const LARGEST_DECISION = 20_000_000;

/**
 * A decision as it was sent, checked for its form. Its change set keeps the digest of the text.
 *
 * @throws {Refusal} `too-large`, or `bad-request` for what no page sends
 */
export function readSent(text: string): { readonly sent: Sent; readonly changes: ChangeSet } {
  if (text.length > LARGEST_DECISION) throw new Refusal("too-large", decisionTooLarge());
  const sent = parsed(text);
  const unpacked = sent && unpackSent(sent.changes, LARGEST_DECISION);
  if (unpacked === "too large") throw new Refusal("too-large", decisionTooLarge());
  if (!sent || !unpacked) throw new Refusal("bad-request", badRequest());
  const { keyless: _, ...changes } = unpacked;
  refuseMisformed(sent, changes);
  return { sent, changes: { ...changes, decision: digestOf(text) } };
}

function parsed(text: string): Sent | null {
  try {
    const sent = JSON.parse(text) as Partial<Sent> | null;
    const texts = [sent?.build, sent?.today, sent?.title];
    const lists = [sent?.changes, sent?.secrets, sent?.marks];
    const isSent =
      texts.every((one) => typeof one === "string") &&
      lists.every(Array.isArray) &&
      [sent?.stoodOn, ...(sent?.marks ?? [])].every(isObject) &&
      (sent?.changes ?? []).every((part) => typeof part === "string") &&
      (sent?.secrets ?? []).every((one) => Array.isArray(one) && typeof one[0] === "string" && isObject(one[1]));
    return isSent ? (sent as Sent) : null;
  } catch {
    return null;
  }
}

function isObject(value: unknown): boolean {
  return typeof value === "object" && value !== null;
}
