import type { UnitFile } from "../../../apps-script/domain/exchange/export";
import type { FileReport } from "../../../apps-script/domain/operations/import";
import type { Outbox } from "./export/outbox";
import type { UnitBooks } from "./export/unit-book";
import { type Answered, deliverListReply } from "./reply";
import { type CopyNotes, copyNotes, deliverCopy } from "./returned-copy";
import type { HeldAnswer } from "./sync/held-answers";

/** What a unit is to be told of one file: of a file of ours that came back, or of a list. `unit` is `null` when not clear. */
export type DueReply =
  | { readonly kind: "returned"; readonly unit: string; readonly notes: CopyNotes; readonly file: UnitFile }
  | { readonly kind: "foreign"; readonly unit: string | null; readonly list: Answered };

/**
 * What a file's unit is to be told; `null` for nothing.
 *
 * @param answer the unit's next file, of a file of ours
 * @param corrects see `ReadFile`
 */
export function dueReply(report: FileReport, answer: UnitFile | null, corrects: string | null): DueReply | null {
  if (report.kind === "returned")
    return answer && { kind: "returned", unit: answer.unit, notes: copyNotes(report), file: answer };
  const { file, soleUnit, fingerprint, refusedRows, unread } = report;
  if (refusedRows.length === 0) return null;
  return { kind: "foreign", unit: soleUnit, list: { file, soleUnit, fingerprint, refusedRows, unread, corrects } };
}

/** The same of an answer that was held, with it; nothing while there is no `file` of ours that it can go with. */
export function dueAnswer<H extends HeldAnswer>(held: H, file: UnitFile | null): (DueReply & { readonly held: H })[] {
  if (held.kind === "foreign") return [{ kind: "foreign", unit: held.reply.soleUnit, list: held.reply, held }];
  return file ? [{ kind: "returned", unit: file.unit, notes: held.notes, file, held }] : [];
}

/** What is told together: all that is due to one unit. Lists whose unit is not clear may be of several, so each stands alone. */
export function byUnit<D extends Pick<DueReply, "unit">>(due: readonly D[]): D[][] {
  const groups: D[][] = [];
  const known = new Map<string, D[]>();
  for (const one of due) {
    const group = one.unit === null ? undefined : known.get(one.unit);
    if (group) group.push(one);
    else {
      groups.push([one]);
      if (one.unit !== null) known.set(one.unit, groups[groups.length - 1] ?? []);
    }
  }
  return groups;
}

/**
 * Writes the one reply that a unit gets. It is the unit's next file with marks when a file of ours came back, and then tells of
 * refused rows of its lists too; else a list of those rows.
 *
 * @param group one of `byUnit`
 * @returns the name of the reply
 */
export async function deliverReply(group: readonly DueReply[], outbox: Outbox, books: UnitBooks): Promise<string> {
  const returned = group.filter((one) => one.kind === "returned");
  const lists = group.flatMap((one) => (one.kind === "foreign" ? [one.list] : []));
  const [first] = returned;
  if (!first) return deliverListReply(group[0]?.unit ?? null, lists, outbox);
  const notes = returned.map((one) => one.notes);
  return deliverCopy({ notes, lists }, first.file, outbox, books);
}
