import { join } from "node:path";
import type { TakenContent } from "../../../apps-script/domain/exchange/owed-answers";
import { atOnce } from "../at-once";
import { type Stop, tryStep } from "../half-way";
import { deliverAddressed, isAddressed, makeReady } from "./addressed-answers";
import { UnitBooks } from "./export/unit-book";
import type { HeldImport } from "./held-import";
import { replyName } from "./reply";
import { type AddressedAnswer, fileOf, type HeldAnswers, inOrder } from "./sync/held-answers";

/** An answer to a file that an earlier command, cut off since, had taken in. */
export interface EarlierAnswer {
  /** The file that is answered. */
  readonly answers: string;
  /** Where the answer is now. */
  readonly reply: string;
  /** The run that took the file in; `null` when that is not known. */
  readonly run: string | null;
}

export interface Delivered {
  /** Paths of the answers, by `replyKey` of the files that they answer. */
  readonly replies: ReadonlyMap<string, string>;
  readonly earlier: readonly EarlierAnswer[];
  readonly stopped: Stop | null;
}

/** Replies that are made and flushed at the same time. */
const REPLIES_AT_ONCE = 8;

/** Tells a file of an import by where its answer goes, its name and its content. */
export function replyKey(folder: string, file: string, { exchange, generation, fingerprint }: TakenContent): string {
  return JSON.stringify([folder, file, exchange, generation, fingerprint]);
}

/**
 * Puts the answers of an import into their folders, those that an earlier one owed first, and forgets each. An earlier one
 * whose folder is out of reach keeps no other back.
 */
export async function deliverAll({ fresh, due, outdated }: HeldImport, answers: HeldAnswers): Promise<Delivered> {
  const books = new UnitBooks();
  const replies = new Map<string, string>();
  const deliver = async (answer: AddressedAnswer): Promise<void> => {
    const path = await deliverAddressed(answer, books);
    if (path !== null) replies.set(keyOfFile(answer), path);
    await answers.forget(answer);
  };
  const stops: (Stop | null)[] = [];
  const runs = new Map(due.map(({ answer, run }) => [answer, run]));
  const owed = inOrder([...runs.keys()]).filter(isAddressed);
  const fromHere = inOrder(fresh).filter(isAddressed);
  for (const answer of owed)
    stops.push((await tryStep("reply", () => makeReady([answer]))) ?? (await tryStep("reply", () => deliver(answer))));
  stops.push(
    await tryStep("reply", async () => {
      await makeReady(fromHere);
      await atOnce(REPLIES_AT_ONCE, byName(fromHere), async (some) => {
        for (const answer of some) await deliver(answer);
      });
      for (const answer of outdated) await answers.forget(answer);
    }),
  );
  const earlier = owed.flatMap((answer): EarlierAnswer[] => {
    const reply = replies.get(keyOfFile(answer));
    return reply === undefined ? [] : [{ answers: fileOf(answer), reply, run: runs.get(answer) ?? null }];
  });
  return { replies, earlier, stopped: stops.find((stop) => stop !== null) ?? null };
}

function keyOfFile(answer: AddressedAnswer): string {
  return replyKey(answer.to.folder, fileOf(answer), answer);
}

/** Those that want the same name are written one after the other, in order. */
function byName(answers: readonly AddressedAnswer[]): AddressedAnswer[][] {
  const groups = new Map<string, AddressedAnswer[]>();
  for (const answer of answers) {
    const name = join(answer.to.folder, replyName(fileOf(answer))).toLowerCase();
    groups.set(name, [...(groups.get(name) ?? []), answer]);
  }
  return [...groups.values()];
}
