import type { UnitFile } from "../../../../apps-script/domain/exchange/export";
import type { OwedAnswer, TakenContent } from "../../../../apps-script/domain/exchange/owed-answers";
import { askTheCentre } from "../../wording/reply";
import type { Answered } from "../reply";
import type { CopyNotes } from "../returned-copy";

/**
 * What a unit is to be told about a file of its own, until it lies where it is to go: the notes for the next file of ours, or
 * the rows of a list that were refused. By its content 往来 knows whether the file was taken in.
 */
export type HeldAnswer = OutboxAnswer | AddressedAnswer;

type Refused = { readonly kind: "foreign"; readonly reply: Answered };
type Noted = { readonly kind: "returned"; readonly notes: CopyNotes };

/** One that the next sync puts into its outbox; which file of ours it goes with is decided only then. */
export type OutboxAnswer = TakenContent & { readonly to: null } & (Refused | (Noted & OwedAnswer));

/** One to a file that was imported by its name. `sent` is the file of ours that it goes with. */
export type AddressedAnswer = TakenContent & { readonly to: Destination } & (Refused | (Noted & { readonly sent: UnitFile }));

/** Where the answer to a file goes that was imported by its name. */
export interface Destination {
  /** The folder of the answer; the same for all answers of one import to a unit. */
  readonly folder: string;
  /** The folder of the file that is answered. */
  readonly beside: string;
  /** The moment of the import, as 操作记录 has it. */
  readonly time: string;
  /** Its place among the files of one import: in this order answers get their names. */
  readonly place: number;
}

/**
 * Keeps answers over the moment in which a file's content is in the workbook and its answer is not yet where it is to go.
 *
 * What became of each cell is known only while a file is taken in: afterwards 名册 and 底稿 say what was agreed, not what was
 * refused and why, so a lost answer could not be made again. It is therefore written down before the workbook is, and
 * forgotten once it is delivered. One whose file never came into the workbook is forgotten too: the file is still where it
 * was and is taken, and answered, anew.
 */
export interface HeldAnswers {
  /** Runs `work` as the only sync or import of the workbook; refuses while another one is at it. */
  exclusively<T>(work: () => Promise<T>): Promise<T>;
  /** In the order in which they get their names. */
  all(): Promise<readonly HeldAnswer[]>;
  hold(answers: readonly HeldAnswer[]): Promise<void>;
  forget(answer: HeldAnswer): Promise<void>;
}

export function fileOf(answer: HeldAnswer): string {
  return answer.kind === "returned" ? answer.notes.file : answer.reply.file;
}

/**
 * One for each content that goes into the outbox: of the same content in two files only the first has an answer. Files that
 * were imported by their names have each its own.
 */
export function keyOf(answer: HeldAnswer): string {
  const { exchange, generation, fingerprint, to } = answer;
  const content = [exchange ?? "list", generation ?? "", fingerprint].join("-");
  return to === null ? content : [content, to.folder, to.beside, fileOf(answer)].join("\n");
}

/** In the order in which they get their names. */
export function inOrder(answers: readonly HeldAnswer[]): HeldAnswer[] {
  const sortKey = (answer: HeldAnswer): string => `${fileOf(answer)}\n${keyOf(answer)}`;
  const placeOf = (answer: HeldAnswer): number => answer.to?.place ?? -1;
  return [...answers].sort((a, b) => placeOf(a) - placeOf(b) || (sortKey(a) < sortKey(b) ? -1 : 1));
}

/**
 * Forgets answers that a unit was given in one reply, those to lists first: cut off in the midst of it, the next run finds the
 * unit's file among the rest, and in the place of the reply the one to all of it.
 */
export async function forgetAll(held: HeldAnswers, given: readonly HeldAnswer[]): Promise<void> {
  const isFile = ({ kind }: HeldAnswer): number => Number(kind === "returned");
  for (const answer of [...given].sort((a, b) => isFile(a) - isFile(b))) await held.forget(answer);
}

/** An answer as it is written down: its sentences are for the unit. Earlier versions wrote what staff may read, too. */
export function writtenAnswer(answer: HeldAnswer): string {
  return JSON.stringify({ ...answer, audience: FOR_UNITS });
}

const FOR_UNITS = "unit";

/**
 * A held answer as it was written down; `null` for anything else. This is the one place where a text that was read becomes
 * a sentence for a unit; of one that does not say so a neutral sentence takes the place. Those for folders always said so.
 */
export function readAnswer(text: string): HeldAnswer | null {
  try {
    const read: unknown = JSON.parse(text);
    if (!isRecord(read)) return null;
    const answer: unknown = completed(read);
    if (!isAnswer(answer)) return null;
    if (read.audience === FOR_UNITS) return answer;
    return answer.to === null ? withoutReasons(answer) : null;
  } catch {
    return null;
  }
}

/** What earlier versions left out. */
function completed(read: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { notes, reply, fingerprint } = read;
  return {
    to: null,
    ...read,
    ...(isRecord(notes) ? { notes: { fingerprint, ...notes } } : {}),
    ...(isRecord(reply) ? { reply: { corrects: null, unread: [], ...reply } } : {}),
  };
}

function withoutReasons(answer: OutboxAnswer): OutboxAnswer {
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
  const { kind, exchange, generation, notes, reply, to } = read;
  if (generation !== null && typeof generation !== "number") return false;
  if (!isDestination(to)) return false;
  if (kind === "foreign") return exchange === null && isReply(reply);
  const isMade = to === null ? typeof read.sentBefore === "number" : isSent(read.sent);
  return kind === "returned" && typeof exchange === "string" && isMade && isNotes(notes);
}

function isReply(read: unknown): boolean {
  return (
    isRecord(read) &&
    typeof read.file === "string" &&
    [read.refusedRows, read.unread].every(Array.isArray) &&
    [read.soleUnit, read.corrects].every(isTextOrNull)
  );
}

function isNotes(read: unknown): boolean {
  return (
    isRecord(read) &&
    [read.file, read.fingerprint].every((text) => typeof text === "string") &&
    [read.verdicts, read.strays].every(Array.isArray)
  );
}

function isDestination(read: unknown): read is Destination | null {
  const texts = isRecord(read) ? [read.folder, read.beside, read.time] : [];
  return read === null || (isRecord(read) && texts.every((text) => typeof text === "string") && typeof read.place === "number");
}

function isSent(read: unknown): boolean {
  return isRecord(read) && typeof read.unit === "string" && isRecord(read.identity) && Array.isArray(read.rows);
}

function isTextOrNull(read: unknown): boolean {
  return read === null || typeof read === "string";
}

function isRecord(read: unknown): read is Readonly<Record<string, unknown>> {
  return typeof read === "object" && read !== null;
}
