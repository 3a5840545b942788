import type { OwedAnswer, TakenContent } from "../../../../apps-script/domain/exchange/owed-answers";
import { askTheCentre } from "../../wording/reply";
import type { Answered } from "../reply";
import type { CopyNotes } from "../returned-copy";

/**
 * What a unit is to be told about a file of its own, until it lies in the outbox: the notes for the next file of ours, or the
 * rows of a list that were refused. By its content 往来 knows whether the file was taken in.
 */
export type HeldAnswer = TakenContent &
  (
    | (OwedAnswer & { readonly kind: "returned"; readonly notes: CopyNotes })
    | { readonly kind: "foreign"; readonly reply: Answered }
  );

/**
 * Keeps answers over the moment in which a file's content is in the workbook and its answer is not yet in the outbox.
 *
 * What became of each cell is known only while a file is taken in: afterwards 名册 and 底稿 say what was agreed, not what was
 * refused and why, so a lost answer could not be made again. It is therefore written down before the workbook is, and
 * forgotten once it is delivered. One whose file never came into the workbook is forgotten too: the file is still in the
 * inbox and is taken, and answered, anew.
 */
export interface HeldAnswers {
  /** Runs `work` as the only sync of the workbook; refuses while another one is at it. */
  exclusively<T>(work: () => Promise<T>): Promise<T>;
  /** In the order of the files' names. */
  all(): Promise<readonly HeldAnswer[]>;
  hold(answer: HeldAnswer): Promise<void>;
  forget(answer: HeldAnswer): Promise<void>;
}

export function fileOf(answer: HeldAnswer): string {
  return answer.kind === "returned" ? answer.notes.file : answer.reply.file;
}

/** One for each content that was taken in: of the same content in two files only the first has an answer. */
export function keyOf(answer: HeldAnswer): string {
  return [answer.exchange ?? "list", answer.generation ?? "", answer.fingerprint].join("-");
}

/** An answer as it is written down: its sentences are for the unit. Earlier versions wrote what staff may read, too. */
export function writtenAnswer(answer: HeldAnswer): string {
  return JSON.stringify({ ...answer, audience: FOR_UNITS });
}

const FOR_UNITS = "unit";

/**
 * A held answer as it was written down; `null` for anything else. This is the one place where a text that was read becomes
 * a sentence for a unit; of one that does not say so a neutral sentence takes the place.
 */
export function readAnswer(text: string): HeldAnswer | null {
  try {
    const read: unknown = JSON.parse(text);
    if (!isRecord(read)) return null;
    const answer: unknown = completed(read);
    if (!isAnswer(answer)) return null;
    return read.audience === FOR_UNITS ? answer : withoutReasons(answer);
  } catch {
    return null;
  }
}

/** What earlier versions left out. */
function completed(read: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { notes, reply, fingerprint } = read;
  return {
    ...read,
    ...(isRecord(notes) ? { notes: { fingerprint, ...notes } } : {}),
    ...(isRecord(reply) ? { reply: { corrects: null, ...reply } } : {}),
  };
}

function withoutReasons(answer: HeldAnswer): HeldAnswer {
  const reason = askTheCentre();
  if (answer.kind === "returned") {
    const verdicts = answer.notes.verdicts.map((one) => ({ ...one, reason: one.verdict === "taken" ? null : reason }));
    return { ...answer, notes: { ...answer.notes, verdicts } };
  }
  const refusedRows = answer.reply.refusedRows.map((row) => ({
    ...row,
    reasons: row.reasons.map((one) => ({ ...one, message: reason })),
  }));
  return { ...answer, reply: { ...answer.reply, refusedRows } };
}

function isAnswer(read: unknown): read is HeldAnswer {
  if (!isRecord(read) || typeof read.fingerprint !== "string") return false;
  const { kind, exchange, generation, sentBefore, notes, reply } = read;
  if (generation !== null && typeof generation !== "number") return false;
  if (kind === "foreign")
    return (
      exchange === null &&
      isRecord(reply) &&
      typeof reply.file === "string" &&
      Array.isArray(reply.refusedRows) &&
      isTextOrNull(reply.soleUnit) &&
      isTextOrNull(reply.corrects)
    );
  const isOwed = kind === "returned" && typeof exchange === "string" && typeof sentBefore === "number";
  return (
    isOwed &&
    isRecord(notes) &&
    [notes.file, notes.fingerprint].every((text) => typeof text === "string") &&
    [notes.verdicts, notes.strays].every(Array.isArray)
  );
}

function isTextOrNull(read: unknown): boolean {
  return read === null || typeof read === "string";
}

function isRecord(read: unknown): read is Readonly<Record<string, unknown>> {
  return typeof read === "object" && read !== null;
}
