import type { SealedRow } from "../../exchange/keyring";
import type { UnitColumn } from "../../schema/unit-columns";
import { textOf } from "../../snapshot/value";
import { type Sentences, sameForBoth, type UnitSentence } from "../../wording/audience";
import * as say from "../../wording/exchange";
import type { FileGraded } from "../file-code";
import type { IncomingRow, Refusal } from "../incoming";
import type { Draft, Match } from "../roster-book";
import { isUnitName, type UnitDirectory } from "../units";

/** A row of a returned file with its row id as written, `null` for none. */
export interface MarkedRow {
  readonly row: IncomingRow;
  readonly idText: string | null;
}

/** Whose row an id marks, as far as the file's form is believed; `null` for an id that nobody here made. */
export type ReadMark = (idText: string) => SealedRow | null;

/** The 报名编号 that a row is marked with under an exchange; `null` for none. */
export function enrolmentOf({ idText }: MarkedRow, exchange: string, markOf: ReadMark): string | null {
  const mark = idText === null ? null : markOf(idText);
  return mark?.exchange === exchange ? mark.enrolment : null;
}

/** Whose row it is. A refused one keeps its enrolment, so that the person does not count as missing. */
export type RowIdentity =
  | { readonly kind: "known"; readonly draft: Draft; readonly isByKey: boolean }
  | { readonly kind: "new"; readonly person: string; readonly others: readonly Draft[] }
  | RefusedIdentity;

export interface RefusedIdentity {
  readonly kind: "refused";
  readonly enrolment: string | null;
  readonly refusals: readonly Refusal[];
  /** The enrolment at another unit that the row is about. */
  readonly transfer: Draft | null;
}

/** @param why a sentence that both may read, or one for each */
export function refusedFor(
  { row }: MarkedRow,
  enrolment: string | null,
  what: FileGraded,
  column: UnitColumn,
  why: UnitSentence | Sentences,
): RefusedIdentity {
  const address = row.cells.get(column)?.address ?? `A${row.at}`;
  const sentences = typeof why === "string" ? sameForBoth(why) : why;
  return { kind: "refused", enrolment, refusals: [{ ...what, address, column, ...sentences }], transfer: null };
}

/** A row that only staff can place. */
export function unplaced(marked: MarkedRow, match: Exclude<Match, { readonly kind: "one" | "new" }>): RowIdentity {
  if (match.kind === "several") {
    const all = match.drafts.map(({ id }) => id);
    return refusedFor(marked, null, { code: "E27" }, "post", say.severalFit(all));
  }
  if (match.kind === "renamed")
    return refusedFor(marked, null, { code: "I24", severity: "阻断" }, "name", say.personNamedOtherwise(match.draft.id));
  if (match.kind === "alike")
    return refusedFor(marked, match.draft.id, { code: "I29", severity: "阻断" }, "idNumber", say.personAlike(match.draft.id));
  const why = say.personElsewhere(textOf(match.draft.values.unit));
  return { ...refusedFor(marked, null, { code: "I10", severity: "阻断" }, "unit", why), transfer: match.draft };
}

/** Who a file is of. */
interface Sender {
  readonly unit: string | null;
  readonly units: UnitDirectory;
}

export function isOtherUnit({ unit, units }: Sender, stated: string): boolean {
  return unit !== null && isUnitName(stated) && units.relation(unit, stated) === "other";
}

/** Whether an enrolment is the sender's own by what 名册 says now: only then may the unit read what else it says. */
export function isSendersOwn({ unit, units }: Sender, { values }: Draft): boolean {
  const home = textOf(values.unit);
  return unit !== null && isUnitName(home) && units.relation(unit, home) === "same";
}
