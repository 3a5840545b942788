import { join } from "node:path";
import type { TakenContent } from "../../../apps-script/domain/exchange/owed-answers";
import { atOnce } from "../at-once";
import { type Stop, tryStep } from "../half-way";
import { type AddressedReply, deliverAddressed, folderOf, isAddressed, makeReady, repliesIn } from "./addressed-answers";
import { UnitBooks } from "./export/unit-book";
import type { DueAnswer, HeldImport } from "./held-import";
import { replyName } from "./reply-name";
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

interface Delivered {
  /** Paths of the replies, by `fileKey` of the files that they answer. */
  readonly replies: ReadonlyMap<string, string>;
  readonly earlier: readonly EarlierAnswer[];
  readonly stopped: Stop | null;
}

/** What earlier imports owed, and why some of it could not be given yet. */
interface Redelivered {
  readonly earlier: readonly (EarlierAnswer & { readonly held: AddressedAnswer })[];
  readonly stopped: Stop | null;
}

/** Replies that are made and flushed at the same time. */
const REPLIES_AT_ONCE = 8;

/** Tells a file of an import by where it lies, its name and its content. */
export function fileKey(beside: string, file: string, { exchange, generation, fingerprint }: TakenContent): string {
  return JSON.stringify([beside, file, exchange, generation, fingerprint]);
}

/** Puts the replies of an import into their folders, those that an earlier one owed first, and forgets what is in them. */
export async function deliverAll({ fresh, due, outdated }: HeldImport, answers: HeldAnswers): Promise<Delivered> {
  const books = new UnitBooks();
  const replies = new Map<string, string>();
  const owed = await deliverEarlier(due, answers, books);
  for (const { held, reply } of owed.earlier) replies.set(keyOfFile(held), reply);
  const fromHere = inOrder(fresh).filter(isAddressed);
  const stopped = await tryStep("reply", async () => {
    await makeReady(fromHere);
    await atOnce(REPLIES_AT_ONCE, byName(repliesIn(fromHere)), async (some) => {
      for (const reply of some) {
        const path = await deliverAddressed(reply, answers, books);
        for (const { held } of reply) replies.set(keyOfFile(held), path);
      }
    });
    for (const answer of outdated) await answers.forget(answer);
  });
  const earlier = owed.earlier.map(({ held: _, ...one }) => one);
  return { replies, earlier, stopped: owed.stopped ?? stopped };
}

/** The same for what earlier imports owed, each as it would have done it. A folder out of reach keeps no other back. */
export async function deliverEarlier(due: readonly DueAnswer[], answers: HeldAnswers, books: UnitBooks): Promise<Redelivered> {
  const earlier: Redelivered["earlier"][number][] = [];
  const stops: (Stop | null)[] = [];
  const runs = new Map(due.map(({ answer, run }) => [answer, run]));
  for (const some of byImport(inOrder([...runs.keys()]).filter(isAddressed))) {
    for (const reply of repliesIn(some)) {
      const give = async (): Promise<void> => {
        await makeReady(reply.map(({ held }) => held));
        const path = await deliverAddressed(reply, answers, books);
        for (const { held } of reply) earlier.push({ answers: fileOf(held), reply: path, run: runs.get(held) ?? null, held });
      };
      stops.push(await tryStep("reply", give));
    }
  }
  return { earlier, stopped: stops.find((stop) => stop !== null) ?? null };
}

/** Of each import, in the order of the imports. */
function byImport(answers: readonly AddressedAnswer[]): AddressedAnswer[][] {
  const imports = new Map<string, AddressedAnswer[]>();
  for (const answer of answers) imports.set(answer.to.time, [...(imports.get(answer.to.time) ?? []), answer]);
  return [...imports].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, some]) => some);
}

function keyOfFile(answer: AddressedAnswer): string {
  return fileKey(answer.to.beside, fileOf(answer), answer);
}

/** Those that want the same name are written one after the other, in order. */
function byName(replies: readonly AddressedReply[]): AddressedReply[][] {
  const groups = new Map<string, AddressedReply[]>();
  for (const reply of replies) {
    const name = join(folderOf(reply), replyName(reply[0]?.unit ?? null)).toLowerCase();
    groups.set(name, [...(groups.get(name) ?? []), reply]);
  }
  return [...groups.values()];
}
