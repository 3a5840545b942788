import type { UnitFile } from "../../../../apps-script/domain/exchange/export";
import type { Terms } from "../../perform";
import { type Exported, exportTo } from "../export/export-files";
import { UnitBooks } from "../export/unit-book";
import { byUnit, type DueReply, deliverReply } from "../unit-replies";
import { fileOf, type HeldAnswer } from "./held-answers";
import type { SyncPlaces } from "./places";

export interface Answer {
  /** The file of the unit that is answered. */
  readonly answers: string;
  /** The name of the answer in the outbox. */
  readonly reply: string;
  /** The unit that is answered; `null` when a list does not make it clear. */
  readonly unit: string | null;
}

export interface SentOut extends Exported {
  readonly replies: readonly Answer[];
}

type Due = DueReply & { readonly held: HeldAnswer };

/**
 * Sends what changed and the answers that units are owed, as one generation: an answer is the unit's newest file with marks,
 * so it says what the actions have found out since, and nothing newer has to follow it. The file under the unit's own name
 * is of the same generation: whichever of the two comes back is known. A unit gets one answer, whatever it sent. What was
 * answered is forgotten once the answer lies in the outbox; while no file can be made for a unit, it is kept.
 */
export async function sendOut({ host, outbox, answers }: SyncPlaces, terms: Terms): Promise<SentOut> {
  const held = await answers.all();
  const owed = held.filter((answer) => answer.kind === "returned");
  const books = new UnitBooks();
  const exported = await exportTo(outbox, host, terms, { owed }, books);
  const replies: Answer[] = [];
  for (const group of byUnit(held.flatMap((answer) => dueOf(answer, exported.sent)))) {
    const reply = await deliverReply(group, outbox, books);
    for (const { held: answer, unit } of group) replies.push({ answers: fileOf(answer), reply, unit });
    await outbox.close();
    // Cut off in the midst of it, the next run finds the unit's file among the rest, and in the outbox the answer to all of it.
    for (const { held: answer } of [...group].sort(listsFirst)) await answers.forget(answer);
  }
  return { ...exported, replies };
}

const listsFirst = (a: Due, b: Due): number => Number(a.kind === "returned") - Number(b.kind === "returned");

function dueOf(held: HeldAnswer, sent: readonly UnitFile[]): Due[] {
  if (held.kind === "foreign") return [{ kind: "foreign", unit: held.reply.soleUnit, list: held.reply, held }];
  const file = sent.find(({ identity }) => identity.exchange === held.exchange);
  return file ? [{ kind: "returned", unit: file.unit, notes: held.notes, file, held }] : [];
}
