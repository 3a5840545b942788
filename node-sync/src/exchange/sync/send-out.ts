import { type Stop, tryStep } from "../../half-way";
import { notPerformed, type Terms } from "../../perform";
import { deliverEarlier, type EarlierAnswer } from "../deliver-answers";
import { type Exported, exportTo } from "../export/export-files";
import { UnitBooks } from "../export/unit-book";
import type { DueAnswer } from "../held-import";
import { byUnit, deliverReply, dueAnswer } from "../unit-replies";
import { fileOf, forgetAll, keyOf } from "./held-answers";
import type { SyncPlaces } from "./places";

export interface Answer {
  /** The file of the unit that is answered. */
  readonly answers: string;
  /** The name of the answer in the outbox. */
  readonly reply: string;
  /** The unit that is answered; `null` when a list does not make it clear. */
  readonly unit: string | null;
  /** The run of an earlier sync, cut off since, that took the file in; `null` for a file of this one. */
  readonly run: string | null;
}

export interface SentOut extends Exported {
  readonly replies: readonly Answer[];
  /** Answers that an import owed when it was cut off. */
  readonly earlier: readonly EarlierAnswer[];
}

/** What a sync has sent that has not come that far. */
export function nothingSent(terms: Terms): SentOut {
  const receipt = notPerformed({ id: "export" }, terms);
  return { receipt, files: [], putAside: [], unchanged: 0, sent: [], replies: [], earlier: [], stopped: null };
}

/**
 * Sends what changed and the answers that units are owed, as one generation: an answer is the unit's newest file with marks,
 * so it says what the actions have found out since, and nothing newer has to follow it. The file under the unit's own name
 * is of the same generation: whichever of the two comes back is known. A unit gets one answer, whatever it sent. What was
 * answered is forgotten once the answer lies in the outbox; while no file can be made for a unit, it is kept. What an import
 * owed when it was cut off goes where it was to go.
 *
 * @param due what earlier commands owed when they were cut off
 */
export async function sendOut({ host, outbox, answers }: SyncPlaces, terms: Terms, due: readonly DueAnswer[]): Promise<SentOut> {
  const held = (await answers.all()).flatMap((answer) => (answer.to === null ? [answer] : []));
  const owed = held.flatMap((answer) => (answer.kind === "returned" ? [answer] : []));
  const runs = new Map(due.map(({ answer, run }) => [keyOf(answer), run]));
  const books = new UnitBooks();
  const exported = await exportTo(outbox, host, terms, { owed }, books);
  const fileTo = ({ exchange }: { readonly exchange: string | null }) =>
    exported.sent.find(({ identity }) => identity.exchange === exchange) ?? null;
  const replies: Answer[] = [];
  const tellUnits = async (): Promise<void> => {
    for (const group of byUnit(held.flatMap((answer) => dueAnswer(answer, fileTo(answer))))) {
      const reply = await deliverReply(group, outbox, books);
      for (const { held: answer, unit } of group)
        replies.push({ answers: fileOf(answer), reply, unit, run: runs.get(keyOf(answer)) ?? null });
      await outbox.close();
      await forgetAll(
        answers,
        group.map((one) => one.held),
      );
    }
  };
  const stopped: Stop | null = exported.stopped ?? (await tryStep("reply", tellUnits));
  const earlier = stopped === null ? await deliverEarlier(due, answers, books) : { earlier: [], stopped };
  return { ...exported, replies, earlier: earlier.earlier.map(({ held: _, ...one }) => one), stopped: earlier.stopped };
}
