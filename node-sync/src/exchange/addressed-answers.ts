import type { UnitFile } from "../../../apps-script/domain/exchange/export";
import { type FileReport, isToldBack } from "../../../apps-script/domain/operations/import";
import { LocalOutbox } from "./export/local-outbox";
import type { UnitBooks } from "./export/unit-book";
import { writeReply } from "./reply";
import { copyNotes, writeCopy } from "./returned-copy";
import type { AddressedAnswer, Destination, HeldAnswer } from "./sync/held-answers";

export function isAddressed(answer: HeldAnswer): answer is AddressedAnswer {
  return answer.to !== null;
}

/** What a file's unit is to be told; nothing where there is nothing to tell. `sent` is the unit's next file. */
export function addressedAnswer(report: FileReport, sent: UnitFile | null, to: Destination): AddressedAnswer[] {
  const { file, fingerprint, exchange, generation, refusedRows } = report;
  if (report.kind === "foreign") {
    const reply = { file, soleUnit: report.soleUnit, fingerprint, refusedRows };
    return refusedRows.length === 0 ? [] : [{ kind: "foreign", exchange, generation, fingerprint, to, reply }];
  }
  if (!isToldBack(report) || sent === null) return [];
  return [{ kind: "returned", exchange, generation, fingerprint, to, notes: copyNotes(report), sent }];
}

/** Makes the folders that answers go to, and fails where one of them cannot be written. */
export async function makeReady(answers: readonly HeldAnswer[]): Promise<void> {
  for (const folder of new Set(answers.flatMap(({ to }) => to?.folder ?? []))) await new LocalOutbox(folder).prepare();
}

/** Puts an answer where it is to go; gives back its path. */
export function deliverAddressed(answer: AddressedAnswer, books: UnitBooks): Promise<string | null> {
  const { folder } = answer.to;
  return answer.kind === "foreign" ? writeReply(answer.reply, folder) : writeCopy(answer.notes, answer.sent, folder, books);
}
