import type { Terms } from "../../perform";
import { type Exported, exportTo } from "../export/export-files";
import { UnitBooks } from "../export/unit-book";
import { deliverCopy } from "../returned-copy";
import { fileOf } from "./held-answers";
import type { SyncPlaces } from "./places";
import type { Answer } from "./take-in";

export interface SentOut extends Exported {
  readonly replies: readonly Answer[];
}

/**
 * Sends what changed and the answers that units are owed, as one generation: an answer is the unit's newest file with marks,
 * so it says what the actions have found out since, and nothing newer has to follow it. The file under the unit's own name
 * is of the same generation: whichever of the two comes back is known. An answer is forgotten once it lies in the outbox;
 * while no file can be made for its unit, it is kept.
 */
export async function sendOut({ host, outbox, answers }: SyncPlaces, terms: Terms): Promise<SentOut> {
  const held = (await answers.all()).filter((answer) => answer.kind === "returned");
  const books = new UnitBooks();
  const exported = await exportTo(outbox, host, terms, { owed: held }, books);
  const replies: Answer[] = [];
  for (const answer of held) {
    const file = exported.sent.find(({ identity }) => identity.exchange === answer.exchange);
    if (!file) continue;
    const reply = await deliverCopy(answer.notes, file, outbox, books);
    replies.push({ answers: fileOf(answer), reply, unit: file.unit });
    await outbox.close();
    await answers.forget(answer);
  }
  return { ...exported, replies };
}
