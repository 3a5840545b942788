import { join } from "node:path";
import type { UnitFile } from "../../../apps-script/domain/exchange/export";
import type { FileReport } from "../../../apps-script/domain/operations/import";
import { LocalOutbox } from "./export/local-outbox";
import type { UnitBooks } from "./export/unit-book";
import { type AddressedAnswer, type Destination, forgetAll, type HeldAnswer, type HeldAnswers } from "./sync/held-answers";
import { byUnit, type DueReply, deliverReply, dueAnswer, dueReply } from "./unit-replies";

/** A file of an import that its unit is to be told of. */
interface Received {
  readonly report: FileReport;
  /** The unit's next file. */
  readonly sent: UnitFile | null;
  /** See `ReadFile`. */
  readonly corrects: string | null;
  /** The folder that it lies in. */
  readonly beside: string;
}

/** All that a unit is told at once. */
export type AddressedReply = readonly (DueReply & { readonly held: AddressedAnswer })[];

export function isAddressed(answer: HeldAnswer): answer is AddressedAnswer {
  return answer.to !== null;
}

/**
 * What the units of an import are to be told. What one unit is told goes into one folder.
 *
 * @param time the moment of the import
 * @param folder beside the first of a unit's files unless given
 */
export function addressedAnswers(files: readonly Received[], time: string, folder?: string): AddressedAnswer[] {
  const due = files.flatMap(({ report, sent, corrects, beside }, place) => {
    const reply = dueReply(report, sent, corrects);
    return reply ? [{ ...reply, report, beside, place }] : [];
  });
  return byUnit(due).flatMap((group) => {
    const [first] = group;
    return group.map(({ report, beside, place, ...reply }) =>
      answerOf(reply, report, { folder: folder ?? first?.beside ?? beside, beside, time, place }),
    );
  });
}

function answerOf(due: DueReply, { exchange, generation, fingerprint }: FileReport, to: Destination): AddressedAnswer {
  const content = { exchange, generation, fingerprint };
  if (due.kind === "foreign") return { kind: "foreign", ...content, to, reply: due.list };
  return { kind: "returned", ...content, to, notes: due.notes, sent: due.file };
}

/** Answers of one import, those that make one reply together. */
export function repliesIn(answers: readonly AddressedAnswer[]): AddressedReply[] {
  return byUnit(answers.flatMap((held) => dueAnswer(held, held.kind === "returned" ? held.sent : null)));
}

/** Makes the folders that answers go to, and fails where one of them cannot be written. */
export async function makeReady(answers: readonly HeldAnswer[]): Promise<void> {
  for (const folder of new Set(answers.flatMap(({ to }) => to?.folder ?? []))) await new LocalOutbox(folder).prepare();
}

/** Puts a reply where it is to go, and forgets the answers in it; gives back its path. */
export async function deliverAddressed(reply: AddressedReply, answers: HeldAnswers, books: UnitBooks): Promise<string> {
  const folder = folderOf(reply);
  const outbox = new LocalOutbox(folder);
  const path = join(folder, await deliverReply(reply, outbox, books));
  await outbox.close();
  await forgetAll(
    answers,
    reply.map(({ held }) => held),
  );
  return path;
}

export function folderOf([first]: AddressedReply): string {
  return first?.held.to.folder ?? "";
}
