import type { Day } from "../days/civil-day";
import { readDocument } from "../people/documents";
import type { Enrolment } from "../schema/roster";
import type { UnitColumn } from "../schema/unit-columns";
import type { Value } from "../snapshot/value";
import { idUnusable, nameUnusable } from "../wording/import";
import { isUnread, readCell, tooLongFor } from "./read-cell";

type Meant = { readonly value: Value } | { readonly why: string };

/** What a text that staff chose or typed comes to in a column of 名册 that units fill in, or why it is not taken. */
export function valueFor(column: UnitColumn, written: Value, row: Pick<Enrolment, "idType">, today: Day): Meant {
  const tooLong = tooLongFor(column, written);
  if (tooLong !== null) return { why: tooLong };
  if (column === "idNumber") {
    const { text, usable, problems } = readDocument(written, row.idType, today);
    return usable && text !== null ? { value: text } : { why: problems[0]?.message ?? idUnusable() };
  }
  const reading = readCell(column, written);
  if (reading.unusable !== undefined) return { why: reading.unusable };
  if (column === "name" && reading.value === null) return { why: nameUnusable() };
  const unread = reading.problems.find(isUnread);
  return unread ? { why: unread.message } : { value: reading.value };
}
