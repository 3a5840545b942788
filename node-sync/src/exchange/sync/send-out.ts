import { type Stop, tryStep } from "../../half-way";
import { notPerformed, type Terms } from "../../perform";
import { deliverAddressed, isAddressed, makeReady } from "../addressed-answers";
import type { EarlierAnswer } from "../deliver-answers";
import { type Exported, exportTo } from "../export/export-files";
import { UnitBooks } from "../export/unit-book";
import type { DueAnswer } from "../held-import";
import { deliverCopy } from "../returned-copy";
import { fileOf, keyOf } from "./held-answers";
import type { SyncPlaces } from "./places";
import type { Answer } from "./take-in";

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
 * is of the same generation: whichever of the two comes back is known. An answer is forgotten once it lies in the outbox;
 * while no file can be made for its unit, it is kept. What an import owed when it was cut off goes where it was to go.
 */
export async function sendOut({ host, outbox, answers }: SyncPlaces, terms: Terms, due: readonly DueAnswer[]): Promise<SentOut> {
  const held = await answers.all();
  const owed = held.flatMap((answer) => (answer.kind === "returned" && answer.to === null ? [answer] : []));
  const runs = new Map(due.map(({ answer, run }) => [keyOf(answer), run]));
  const books = new UnitBooks();
  const exported = await exportTo(outbox, host, terms, { owed }, books);
  const replies: Answer[] = [];
  const earlier: EarlierAnswer[] = [];
  const tellUnits = async (): Promise<void> => {
    for (const answer of owed) {
      const file = exported.sent.find(({ identity }) => identity.exchange === answer.exchange);
      if (!file) continue;
      const reply = await deliverCopy(answer.notes, file, outbox, books);
      replies.push({ answers: fileOf(answer), reply, unit: file.unit, run: runs.get(keyOf(answer)) ?? null });
      await outbox.close();
      await answers.forget(answer);
    }
  };
  const tellEarlier = async (): Promise<void> => {
    for (const answer of held.filter(isAddressed)) {
      await makeReady([answer]);
      const reply = await deliverAddressed(answer, books);
      if (reply !== null) earlier.push({ answers: fileOf(answer), reply, run: runs.get(keyOf(answer)) ?? null });
      await answers.forget(answer);
    }
  };
  const stopped: Stop | null = exported.stopped ?? (await tryStep("reply", tellUnits)) ?? (await tryStep("reply", tellEarlier));
  return { ...exported, replies, earlier, stopped };
}
