import * as say from "../wording/import";
import { formOf, kindForm, postForm } from "./cell-form";
import type { IncomingRow, Refusal } from "./incoming";

/** What two rows of a file share that are one enrolment. */
export function enrolmentKey({ person, cells }: IncomingRow): string {
  return JSON.stringify([person, postForm(cells.get("post")?.value ?? null), kindForm(cells.get("kind")?.value ?? null)]);
}

/** Whether a row of another sheet says nothing that the first one does not say. */
export function isCopyOf(row: IncomingRow, first: IncomingRow): boolean {
  if (row.sheet === first.sheet) return false;
  return [...row.cells].every(([column, cell]) => {
    const other = first.cells.get(column);
    return other !== undefined && cell.clears === other.clears && formOf(column, cell.value) === formOf(column, other.value);
  });
}

/** An enrolment that the file holds twice: the first row stands, the later one is refused. */
export function repeated(row: IncomingRow, first: IncomingRow): Refusal {
  const address = row.cells.get("idNumber")?.address ?? "";
  const message = say.repeatedInFile(first.sheet, first.at);
  return { code: "I15", column: "idNumber", address, message, told: message };
}
